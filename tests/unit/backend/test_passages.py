"""Passages of a long text: all of it is shown, no passage is too long, and cuts fall where a reader would cut."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reportedly.backend.passages import passages

_TEXTS = st.text(alphabet="ab .\n", max_size=400)


@given(text=_TEXTS, size=st.integers(1, 60), overlap=st.integers(0, 60))
def test_every_visible_character_is_shown(text: str, size: int, overlap: int) -> None:
    """What is in no passage is blank."""
    shown = {index for span in passages(text, size, overlap) for index in range(span.start, span.end)}
    assert all(index in shown or mark.isspace() for index, mark in enumerate(text))


@given(text=_TEXTS, size=st.integers(1, 60), overlap=st.integers(0, 60))
def test_no_passage_is_longer_than_its_size(text: str, size: int, overlap: int) -> None:
    """And each begins and ends after the one before it."""
    found = list(passages(text, size, overlap))
    assert all(0 < len(span) <= size for span in found)
    assert all(one.start < other.start and one.end < other.end for one, other in pairwise(found))


def test_a_short_text_is_one_passage() -> None:
    """Nothing is cut that need not be."""
    assert [span.of("Two lines.\nOf text.") for span in passages("Two lines.\nOf text.", 100, 10)] == [
        "Two lines.\nOf text."
    ]


def test_paragraphs_are_cut_before_sentences() -> None:
    """The blank line is the better place."""
    text = "One is here. Two is here.\n\nThree is here. Four is here."
    assert [span.of(text) for span in passages(text, 40, 0)] == [text[:27], text[27:]]


def test_passages_overlap_by_whole_sentences() -> None:
    """The next passage begins with the last sentence of the one before."""
    text = "One is here. Two is here. Three is here. Four is here."
    assert [span.of(text) for span in passages(text, 42, 30)] == [
        "One is here. Two is here. Three is here. ",
        "Three is here. Four is here.",
    ]


def test_a_blank_text_has_none() -> None:
    """Nothing is asked about nothing."""
    assert list(passages(" \n ", 10, 0)) == []
