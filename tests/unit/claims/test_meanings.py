"""Vectors of words are gathered over windows and joined for a content."""

from __future__ import annotations

import numpy
import pytest

from reportedly.claims.tagger.meanings import Meanings
from reportedly.claims.tagger.network import Seen
from reportedly.claims.tagger.windows import Window
from reportedly.model.span import Span

WORDS = tuple(Span(start, start + 3) for start in range(0, 20, 4))


def _seen(first: int, last: int, value: float) -> Seen:
    words = WORDS[first:last]
    vectors = numpy.full((len(words), 2), value, dtype=numpy.float32)
    return Seen(Window(words, (), ()), vectors, numpy.zeros((len(words), 3), dtype=numpy.float32))


def test_a_word_of_two_windows_is_taken_from_the_one_that_shows_more_around_it() -> None:
    """The middle of a window is better than its edge."""
    found = Meanings.of([_seen(0, 3, 1.0), _seen(2, 5, 2.0), _seen(1, 4, 3.0)])
    assert found.vectors[:, 0].tolist() == [1.0, 1.0, 3.0, 2.0, 2.0]


def test_a_content_is_its_mean_its_first_word_and_its_cues() -> None:
    """Three vectors stand side by side."""
    found = Meanings(WORDS, numpy.arange(5, dtype=numpy.float32)[:, None])
    vector = found.of_content(Span(4, 15), [Span(0, 3)])
    assert vector is not None
    assert vector.tolist() == [2.0, 1.0, 0.0]


@pytest.mark.parametrize("span", [Span(3, 4), Span(40, 50)])
def test_a_content_without_words_has_no_vector(span: Span) -> None:
    """Nothing stands for no words."""
    assert Meanings(WORDS, numpy.ones((5, 2), dtype=numpy.float32)).of_content(span, ()) is None
