"""What a claim is quoted as."""

from __future__ import annotations

from dataclasses import replace

from reportedly.assessment.content import words
from reportedly.model.claim import Ground
from reportedly.model.coded import CODED
from reportedly.model.span import Span
from told_events import Source, cases, tell


def test_a_coders_row_is_quoted_by_its_content() -> None:
    """The cells of side, category and number are nobody's words."""
    (case,) = cases(tell((Source("Norland Army", 30),)))
    claim = case.claims[0]
    content = Span(claim.span.start, claim.span.start + 2)
    coded = replace(claim, grounds=(Ground("content", CODED, (content,)),))
    assert words(case, coded) == claim.quote[:2]


def test_a_claim_of_a_report_is_quoted_whole() -> None:
    """What was read in a text stands as it was read."""
    (case,) = cases(tell((Source("Norland Army", 30),)))
    assert words(case, case.claims[0]) == case.claims[0].quote
