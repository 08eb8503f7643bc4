"""Quotation marks pair up, whatever their shape, and a lost mark swallows nothing."""

from __future__ import annotations

import pytest

from reportedly.claims.quotes import quotations, within_marks
from reportedly.model.span import Span

TEXTS = [
    'He said "the dam is safe" twice.',
    "He said “the dam is safe” twice.",
    "He said «the dam is safe» twice.",
    "He said ``the dam is safe'' twice.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_marks_of_all_shapes_pair(text: str) -> None:
    """The words between the marks are the quotation, without the marks."""
    assert [one.span.of(text) for one in quotations(text)] == ["the dam is safe"]


def test_lost_mark_swallows_nothing() -> None:
    """A mark that is never closed quotes nothing where the next paragraph does not go on with one."""
    assert quotations('He said "the dam is safe and left.\n\nThe gates were closed.') == ()


def test_quotation_over_paragraphs_runs_to_the_end_of_each() -> None:
    """A quotation that the next paragraph takes up reaches to the end of its own."""
    text = '"The dam is safe.\n"The gates are closed," she said.'
    assert [one.span.of(text) for one in quotations(text)] == ["The dam is safe.", "The gates are closed,"]


def test_span_is_cut_at_the_mark_before_a_cue() -> None:
    """A clause that the parser let run over the closing mark and the cue ends at the mark."""
    text = '"The dam is safe today" tweeted Anders Vik'
    cut = within_marks(Span(1, len(text)), quotations(text), [Span(24, 31)], text)
    assert cut.of(text) == "The dam is safe today"
