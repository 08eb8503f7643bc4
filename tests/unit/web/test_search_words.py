"""Found words are marked as the word index reads them, and no text is lost on the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.web.views.search_words import marked, passage


def found(text: str, query: str) -> list[str]:
    """Return the marked pieces of a text."""
    return [part.text for part in marked(text, query) if part.found]


@pytest.mark.parametrize(
    ("query", "pieces"),
    [
        ("DEFENCE", ["defence", "Defence"]),
        ('"air defence"', ["air defence"]),
        ("air-defence", ["air defence"]),
        ("defen*", ["defence", "Defence"]),
        ("defen", []),
        ("cafe", ["café"]),
        ("?!", []),
        ("", []),
    ],
)
def test_words_phrases_and_beginnings(query: str, pieces: list[str]) -> None:
    """Case and accents do not matter; a phrase is one piece; a beginning needs its star."""
    assert found("The air defence near the café; Defence of air.", query) == pieces


@given(st.text(max_size=60), st.text(max_size=20))
def test_the_parts_are_the_text(text: str, query: str) -> None:
    """Put together, the parts give the text back."""
    assert "".join(part.text for part in marked(text, query)) == text


def test_a_passage_begins_near_the_first_word() -> None:
    """Of a long text the lines around the first found word are shown, with signs that there is more."""
    parts = passage("filler " * 100 + "here stands it " + "filler " * 100, "stands")
    assert [part.text for part in parts if part.found] == ["stands"]
    assert (parts[0].text, parts[-1].text) == ("… ", " …")


@given(st.text(max_size=600), st.text(max_size=20))
def test_a_passage_is_short(text: str, query: str) -> None:
    """However long a text is, a few lines of it are shown."""
    assert sum(len(part.text) for part in passage(text, query)) <= 300
