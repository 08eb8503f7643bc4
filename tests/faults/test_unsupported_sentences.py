"""Sentences without support are planted one by one, and the check refuses each."""

from __future__ import annotations

from dataclasses import replace

import pytest

import story
from reportedly.assessment.case import build_cases
from reportedly.assessment.check import check, sound
from reportedly.assessment.derivable import Support
from reportedly.model.assessment import Assessment, Finding, Likelihood
from reportedly.model.errors import UnsupportedSentence

LIKELY = Likelihood("likely", 0.55, 0.8, "ICD 203")


def support() -> Support:
    """Return what the story's numbers are derived from."""
    cases = build_cases(story.grouping(), story.evidence(), story.claims(), story.documents())
    return Support(cases, story.yardstick())


def known() -> set[str]:
    """Return the ids of the story's claims."""
    return {claim.id for claim in story.claims()}


def planted(**changes: object) -> Assessment:
    """Return the story's assessment with its first finding on an event changed."""
    first, *rest = (finding for finding in story.assessment().findings if finding.event_id)
    wrong: Finding = replace(first, **changes)  # type: ignore[arg-type]  # fields of Finding
    return replace(story.assessment(), findings=(wrong, *rest))


def refused(assessment: Assessment) -> str:
    """Return the code under which the check refuses an assessment."""
    with pytest.raises(UnsupportedSentence) as caught:
        check(assessment, known(), support())
    return caught.value.code


def test_the_story_passes() -> None:
    """What was assessed from the evidence is refused nowhere."""
    check(story.assessment(), known(), support())


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("E501", {"claim_ids": ()}),
        ("E502", {"claim_ids": ("clm-000000000000000000000000",)}),
        ("E503", {"text": "It is likely (55-80 %) and confidence is low.", "likelihood": LIKELY}),
        ("E503", {"text": "Confidence that it is unlikely is low."}),
        ("E504", {"text": "It is likely that troops were lost."}),
        ("E504", {"text": "It is likely that troops were lost.", "likelihood": LIKELY}),
        ("E504", {"text": "It is very likely (80-95 %) so.", "likelihood": LIKELY}),
        ("E504", {"text": "It is likely (55-80 %) or probable.", "likelihood": LIKELY}),
        ("E505", {"text": "It is possible that troops were lost."}),
        ("E505", {"text": "The troops may have been lost."}),
        ("E505", {"text": "The pages suggest a loss, and it cannot be ruled out."}),
        ("E508", {"text": "We believe that troops were lost."}),
        ("E504", {"text": "It is highly likely that troops were lost."}),
        ("E508", {"text": "There is a realistic possibility that troops were lost."}),
        ("E505", {"text": "Sources say that troops were lost."}),
        ("E506", {"text": "The claim that 300 troops were lost stands on eight pages."}),
        ("E506", {"text": "The claim stands on thirteen or 13 pages."}),
        ("E506", {"text": "The claim stands on five pages."}),
        ("E506", {"text": "It is told as “500 lost” there."}),
        ("E506", {"text": "It is hedged with “perhaps” (20-55 %)."}),
        ("E507", {"text": "It rests on two independent origins."}),
    ],
)
def test_a_planted_fault_is_refused(code: str, changes: dict[str, object]) -> None:
    """Each breach has a code of its own."""
    assert refused(planted(**changes)) == code


@pytest.mark.parametrize(
    "text",
    [
        "It stands there as “likely because of the barrier”.",
        "About 200 troops were lost as of 14 December 2024.",
        "It stands on eight pages.",
        "It rests on one independent origin.",
    ],
)
def test_what_is_borne_out_passes(text: str) -> None:
    """Others' words in quotation marks, figures of claims, days and counts are no breach."""
    check(planted(text=text), known(), support())


def test_without_support_numbers_are_not_checked() -> None:
    """Where no evidence is given the wording alone is checked."""
    check(planted(text="The claim stands on 13 pages."), known())


def test_a_source_called_by_a_common_word_breaks_no_sentence() -> None:
    """The name of a source is set aside as a whole word and never out of the middle of a likelihood."""

    class Named(Support):
        def names(self, finding: Finding) -> list[str]:  # noqa: ARG002
            return ["like", "80", "it"]

    named = Named(support().cases, story.yardstick())
    plain = {"text": "It is likely (55-80 %) that troops were lost.", "likelihood": LIKELY}
    check(planted(**plain), known(), named)


def test_a_sentence_that_nothing_bears_out_is_withheld_and_the_rest_stays() -> None:
    """One bad sentence costs itself alone, and the assessment lists it with its code."""
    findings = planted(text="It is possible that troops were lost.").findings
    kept, withheld = sound(findings, known(), support())
    assert (len(kept), len(withheld), withheld[0][:4]) == (len(findings) - 1, 1, "E505")
