"""What the evidence says about the bundled example, from its texts, beside what a careful reader finds."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

from reportedly.model import event as events
from reportedly.model.claim import Claim
from reportedly.model.dossier import Dossier
from reportedly.model.event import Event
from reportedly.pipeline.reading import Coded
from reportedly.pipeline.run import draw
from reportedly.pipeline.toolkit import Toolkit

TRUTH: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "examples" / "kursk-2024-12.expected.json").read_text(encoding="utf-8")
)
KNOWN_MISSES = frozenset({("10-nordhavel-review.md", "gur-8", "claimant")})
"""Changes that are found on another claim of the same page than the one the truth names."""
AGENCY = "Main Directorate of Intelligence of Ukraine"


def likeness(left: str, right: str) -> float:
    """Return the F1 of two texts' words."""
    first, second = (Counter(re.findall(r"\w+", words.lower())) for words in (left, right))
    both = sum((first & second).values())
    return 2 * both / (sum(first.values()) + sum(second.values())) if both else 0.0


@pytest.fixture(scope="module")
def dossier(coded: tuple[Coded, ...], tools: Toolkit) -> Dossier:
    """Draw the dossier of the example once."""
    return draw(coded, tools)


def page(dossier: Dossier, claim: Claim) -> str:
    """Return the key of the report that a claim stands in."""
    return dossier.document_by_id[claim.document_id].key


def found(dossier: Dossier, name: str, document: str) -> list[Claim]:
    """Return the claims that are the truth's claims of a saying on a page, by their words."""
    told = next(one for one in TRUTH["documents"] if one["id"] == document)
    here = [claim for claim in dossier.claims if page(dossier, claim) == document]
    wanted = [one["quote"] for one in told["claims"] if one["testimony"] == name]
    return [max(here, key=lambda claim: likeness(claim.quote, quote)) for quote in wanted]


def pages_of(name: str) -> list[str]:
    """Return the pages that carry a saying."""
    return [d["id"] for d in TRUTH["documents"] if any(c["testimony"] == name for c in d["claims"])]


def homes(dossier: Dossier, name: str) -> tuple[set[str], set[str]]:
    """Return the ids of the testimonies and of the events in which the claims of a saying are."""
    claims = {claim.id for document in pages_of(name) for claim in found(dossier, name, document)}
    testimonies = {t.id for t in dossier.testimonies if claims & set(t.claim_ids)}
    return testimonies, {event.id for event in dossier.events if claims & set(event.claim_ids)}


def event_of(dossier: Dossier, name: str) -> Event:
    """Return the event that holds most claims of a saying."""
    claims = {claim.id for document in pages_of(name) for claim in found(dossier, name, document)}
    return max(dossier.events, key=lambda event: len(claims & set(event.claim_ids)))


def saying_of(dossier: Dossier, name: str) -> events.Testimony:
    """Return the testimony that holds most claims of a saying."""
    claims = {claim.id for document in pages_of(name) for claim in found(dossier, name, document)}
    return max(dossier.testimonies, key=lambda one: len(claims & set(one.claim_ids)))


@pytest.mark.parametrize(
    "name", ["gur-200", "gur-30", "gur-3-missing", "sof-50", "sof-47", "ua-footage", "isw-friction"]
)
def test_a_saying_is_one_testimony_of_one_event(dossier: Dossier, name: str) -> None:
    """However its relays word it, one saying is one testimony."""
    assert tuple(len(ids) for ids in homes(dossier, name)) == (1, 1)


def test_the_200_stand_on_sixteen_pages_and_one_origin_of_one_side(dossier: Dossier) -> None:
    """Sixteen pages, one body, one party."""
    testimony, event = saying_of(dossier, "gur-200"), event_of(dossier, "gur-200")
    assert {page(dossier, dossier.claim_by_id[c]) for c in testimony.claim_ids} == set(pages_of("gur-200"))
    origins = dossier.evidence_by_event[event.id].origins
    assert (origins.independent, origins.sides, origins.one_side) == (1, ("Ukraine",), True)
    assert [one.origin.name for one in origins.origins if one.counts] == [AGENCY]


def test_the_200_are_what_the_agency_says_they_are(dossier: Dossier) -> None:
    """The origin's own notice gives measure and figure, not a relay."""
    quantity = saying_of(dossier, "gur-200").quantity
    assert quantity is not None
    assert (quantity.measure, quantity.low, quantity.high, quantity.qualifier) == ("casualties", 200, 200, "about")


def test_the_page_without_a_source_has_no_recorded_lineage(dossier: Dossier) -> None:
    """It is counted as a page, and its arrow leads nowhere."""
    (claim,) = found(dossier, "gur-200", "15-lanternmoor-daily.md")
    edges = dossier.evidence_by_event[event_of(dossier, "gur-200").id].lineage.edges
    assert [(e.kind, e.parent_claim_id) for e in edges if e.claim_id == claim.id] == [("unrecorded", None)]


def changes(dossier: Dossier) -> dict[str, set[str]]:
    """Return the types of the changes found on each claim."""
    types: dict[str, set[str]] = defaultdict(set)
    for evidence in dossier.evidence:
        for drift in evidence.drifts:
            types[drift.claim_id].add(str(drift.type))
    return types


def test_every_expected_change_is_found_and_no_other(dossier: Dossier) -> None:
    """Each claim of the truth has the changes that it lists, no more and no less, but for the known misses."""
    types = changes(dossier)
    for document in TRUTH["documents"]:
        expected: dict[str, set[str]] = defaultdict(set)
        for told in document["claims"]:
            expected[told["testimony"]] |= set(told["drift"])
        for name, wanted in expected.items():
            seen = {kind for claim in found(dossier, name, document["id"]) for kind in types[claim.id]}
            wrong = {(document["id"], name, kind) for kind in seen ^ wanted}
            assert wrong <= KNOWN_MISSES


def test_no_event_has_more_than_one_independent_origin(dossier: Dossier) -> None:
    """The example has no confirmation anywhere."""
    many = [e.label for e in dossier.events if dossier.evidence_by_event[e.id].origins.independent > 1]
    assert many == []


def test_a_report_on_another_matter_joins_nothing(dossier: Dossier) -> None:
    """The trees of the arboretum share an event with nobody."""
    for event in dossier.events:
        pages = {page(dossier, dossier.claim_by_id[claim_id]) for claim_id in event.claim_ids}
        assert "18-greyfen-herald.txt" not in pages or len(pages) == 1


def test_the_comment_on_the_film_is_a_contest_of_its_event(dossier: Dossier) -> None:
    """``Higher than in the video`` stands against the film and confirms nothing."""
    event = event_of(dossier, "ua-footage")
    assert event.id == event_of(dossier, "ccd-higher").id
    evidence = dossier.evidence_by_event[event.id]
    assert [contest.reason.code for contest in evidence.contests] == ["counter-claim"]


def test_what_most_pages_carry_comes_first_and_remarks_last(dossier: Dossier) -> None:
    """The first event is the 200; no remark stands before an event that is none."""
    assert dossier.events[0].id == event_of(dossier, "gur-200").id
    remarks = [any(reason.code == "remark" for reason in event.reasons) for event in dossier.events]
    assert remarks == sorted(remarks)


def test_the_200_are_graded_as_one_partys_word(dossier: Dossier) -> None:
    """Sixteen pages of a party on its enemy's losses: not usually reliable, possibly true, weak."""
    grade = dossier.evidence_by_event[event_of(dossier, "gur-200").id].grade
    assert (grade.code, grade.confidence, grade.label) == ("D3", "low", "weak")


def test_nothing_in_the_example_is_confirmed(dossier: Dossier) -> None:
    """No digit 1, no label above weak."""
    assert {str(one.grade.label) for one in dossier.evidence} <= {"weak", "ungraded", "contested", "None"}
    assert all(one.grade.information != 1 for one in dossier.evidence)
