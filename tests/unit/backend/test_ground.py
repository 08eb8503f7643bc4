"""Words in a text: whole, exact, and the nearest of several."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.backend.ground import nearest, occurrences, paragraph_of, trimmed
from reportedly.model.span import Span

_TEXTS = st.text(alphabet="ab1., ", max_size=40)


@pytest.mark.parametrize(
    ("text", "words", "starts"),
    [
        ("he said the end, he did", "he", [0, 17]),
        ("1,200 and 200 and 200.5", "200", [10]),
        ("sail sailor sail", "sail", [0, 12]),
        ("aa aa aa", "aa aa", [0, 3]),
        ("a", "", []),
        ("\u00dcber", "ber", []),
    ],
)
def test_only_whole_words_are_found(text: str, words: str, starts: list[int]) -> None:
    """No part of a word or of a number."""
    assert [span.start for span in occurrences(text, words, Span(0, len(text)))] == starts


@given(text=_TEXTS, words=st.text(alphabet="ab1., ", min_size=1, max_size=4), ends=st.tuples(*[st.integers(0, 40)] * 4))
def test_nearest_is_the_nearest_of_all(text: str, words: str, ends: tuple[int, int, int, int]) -> None:
    """Against a search through every place."""
    low, high, first, last = (min(end, len(text)) for end in ends)
    to, within = Span(min(low, high), max(low, high)), Span(min(first, last), max(first, last))
    every = list(occurrences(text, words, within))
    best = min(every, key=lambda one: (max(0, one.start - to.end, to.start - one.end), one), default=None)
    assert nearest(text, words, to, within) == best


def test_a_paragraph_is_the_lines_of_a_span() -> None:
    """From line end to line end."""
    assert paragraph_of("one\ntwo three\nfour", Span(8, 10)).of("one\ntwo three\nfour") == "two three"


@pytest.mark.parametrize(
    ("quote", "bare"),
    [(" it sank. ", "it sank"), ("it sank!?", "it sank"), ("in the U.S.", "in the U.S."), ("...", ""), ("", "")],
)
def test_final_punctuation_is_taken_off(quote: str, bare: str) -> None:
    """But not the point of an abbreviation."""
    assert trimmed(quote) == bare
