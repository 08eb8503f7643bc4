"""What is new since the last assessment: sentences that the check bears out, none where nothing is new."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import story
from reportedly.assessment.assess import assess
from reportedly.assessment.since import MOST, MOST_OF_ONE
from reportedly.model.assessment import Assessment, Finding, Section
from reportedly.model.change import Changes, View
from reportedly.model.evidence import Evidence, IncidentLabel
from story_pages import losses, others
from views import FIRE, compared, redone, whole, without

DENIAL, COAST = losses()[8].id, losses()[5].id
HURT, TREATED = (claim.id for claim in others()[5:])


def assessed(since: Changes | None) -> Assessment:
    """Assess the whole story, with what changed since an earlier view."""
    policy = "UCDP low/best/high over origins"
    view = whole()
    return assess(
        view.grouping,
        view.evidence,
        view.claims,
        view.documents,
        story.yardstick(),
        policy,
        None,
        "Losses in Tarn",
        since=since,
    )


def told(assessment: Assessment) -> list[Finding]:
    """Return the findings on what is new."""
    return [one for one in assessment.findings if one.section is Section.SINCE]


@pytest.mark.parametrize(
    "earlier",
    [
        without(TREATED),
        without(DENIAL),
        without(HURT, TREATED),
        without(COAST, DENIAL, TREATED),
        redone(FIRE, lambda one: replace(one, estimates=(replace(one.estimates[0], low=3, best=5, high=77),))),
        redone(FIRE, lambda one: replace(one, grade=replace(one.grade, source="F", label=IncidentLabel.WEAK))),
    ],
    ids=["origin", "denial", "event", "several", "estimate", "grade"],
)
def test_every_sentence_on_what_is_new_is_borne_out(earlier: View) -> None:
    """The check knows the numbers of both views, and withholds nothing."""
    assessment = assessed(compared(earlier, whole()))
    assert told(assessment)
    assert assessment.withheld == story.assessment().withheld


def test_a_number_that_neither_view_bears_out_is_withheld() -> None:
    """A planted number in a sentence on what is new is found."""
    changes = compared(without(TREATED), whole())
    planted = replace(changes.changes[0], text="The claim now stands on 4,711 pages.")
    assessment = assessed(replace(changes, changes=(planted, *changes.changes[1:])))
    assert any("4,711" in one for one in assessment.withheld)


def test_a_planted_count_of_origins_is_withheld() -> None:
    """More independent origins than the evidence has are found here as everywhere."""
    changes = compared(without(TREATED), whole())
    planted = replace(changes.changes[0], text="The claim rests on six independent origins.")
    assert any(one.startswith("E507") for one in assessed(replace(changes, changes=(planted,))).withheld)


def test_nothing_new_is_not_told() -> None:
    """Without an earlier view, or with an equal one, the assessment is what it was."""
    assert assessed(None) == assessed(compared(whole(), whole())) == story.assessment()


def test_what_came_in_is_told_first_with_the_day() -> None:
    """The first sentence counts the reports and says what it is compared with."""
    earlier = replace(without(HURT, TREATED), as_of=date(2024, 12, 14))
    first = told(assessed(compared(earlier, whole())))[0]
    assert len(whole().documents) - len(earlier.documents) == 1
    assert first.text == "One report came in after 14 December 2024, when nine reports were known."
    assert first.event_id is None


def test_a_recorded_assessment_is_named_as_one() -> None:
    """Against a recorded assessment, the sentence says on how many reports that rested."""
    changes = compared(without(HURT, TREATED), whole())
    changes = replace(changes, earlier=replace(changes.earlier, assessed=True))
    assert "since the last assessment, which rested on" in told(assessed(changes))[0].text


def test_only_the_weightiest_are_told() -> None:
    """A page of what is new has at most so many sentences, and at most so many on one event."""

    def everything(evidence: Evidence) -> Evidence:
        grade = replace(evidence.grade, source="F", information=5, confidence="high", label=IncidentLabel.FAIR)
        return replace(evidence, grade=grade, contests=(), estimates=())

    earlier = replace(whole(), evidence=tuple(everything(one) for one in story.evidence()))
    found = told(assessed(compared(earlier, whole())))[1:]
    assert len(found) <= MOST
    assert max(sum(one.event_id == each.event_id for one in found) for each in found) <= MOST_OF_ONE


def test_what_is_new_leaves_all_other_findings_alone() -> None:
    """The section is added at the end and changes nothing before it."""
    findings = assessed(compared(without(DENIAL), whole())).findings
    assert tuple(one for one in findings if one.section is not Section.SINCE) == story.assessment().findings
