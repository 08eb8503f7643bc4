"""What must hold for grades whatever the reports are."""

from __future__ import annotations

import random

from hypothesis import assume, given
from hypothesis import strategies as st

from builders import ClaimFields
from property.strategies import REGISTRY as WORLD
from property.strategies import World, worlds
from reportedly.events.grouping import group
from reportedly.evidence.grade_case import SURE
from reportedly.evidence.grades import regraded
from reportedly.evidence.history import histories_of, records_of
from reportedly.evidence.weigh import weigh
from reportedly.model.claim import Basis
from reportedly.model.evidence import Grade
from reportedly.model.grading import InformationDigit
from unit.events.tellings import Told
from unit.evidence.graded import DENIED, REGISTRY, graded, told

BODIES = ("Velt Coastguard", "Velt Rescue Mission", "Tarn Army", "Tarn Ministry", "Reed Guard", "Harbour Police")
OTHERS = ("Lakeland Observers", "Sudrian Army", "Brannoc Teachers")


@st.composite
def sayings(draw: st.DrawFn) -> list[Told]:
    """Draw one to five reports of one matter by different bodies."""
    found = []
    for number, body in enumerate(draw(st.lists(st.sampled_from(BODIES), min_size=1, max_size=5, unique=True))):
        figure = draw(st.sampled_from(("26", "26", "27", "at least 20", "60", "up to 30")))
        basis = draw(st.sampled_from((None, None, Basis.FOOTAGE)))
        day = draw(st.integers(12, 16))
        fields = ClaimFields(basis=basis)
        found.append(told(f"r{number}", figure, body, day=day, outlet=f"Leaf {number}", fields=fields))
    return found


def one_event(reports: list[Told]) -> bool:
    """Say whether the reports are of one event."""
    return len(group([c for _, c in reports], [d for d, _ in reports], REGISTRY).events) == 1


def better(after: Grade, before: Grade) -> bool:
    """Say whether a digit rose."""
    return after.digit.judged and (not before.digit.judged or after.digit < before.digit)


@given(sayings(), st.sampled_from(OTHERS), st.integers(12, 17))
def test_a_denial_never_raises_a_digit(reports: list[Told], body: str, day: int) -> None:
    """Another body's denial leaves every saying, and the event, as well attested as before, or less."""
    denied = told("z", "26", body, day=day, outlet="Leaf z", fields=DENIED)
    assume(one_event(reports) and one_event([*reports, denied]))
    before, after = graded(*reports), graded(*reports, denied)
    digits = {one.testimony_id: one.digit for one in before.sayings}
    assert not better(after, before)
    shared = [(one.digit, digits[one.testimony_id]) for one in after.sayings if one.testimony_id in digits]
    assert all(not new.judged or (old.judged and new >= old) for new, old in shared)


@given(sayings())
def test_digit_1_needs_two_surely_independent_origins(reports: list[Told]) -> None:
    """Whoever confirms, the event's probability of two independent origins is 0.9 or more."""
    documents, claims = [d for d, _ in reports], [c for _, c in reports]
    grouping = group(claims, documents, REGISTRY)
    for one in weigh(grouping, claims, documents, REGISTRY):
        if one.grade.information == InformationDigit.CONFIRMED:
            sides = {s.origin.side for s in one.origins.origins if s.counts and not s.denies}
            assert one.origins.at_least_two >= SURE
            assert len(sides) > 1 or None in sides


@given(worlds())
def test_every_reason_of_a_grade_names_claims_of_the_event(world: World) -> None:
    """What a grade rests on can be looked up."""
    grouping = group(world.claims, world.documents, WORLD)
    for event, one in zip(grouping.events, weigh(grouping, world.claims, world.documents, WORLD), strict=True):
        grade = one.grade
        told = [reason for source in grade.sources for reason in source.reasons]
        told += [reason for saying in grade.sayings for reason in saying.reasons]
        for reason in (*grade.reasons, *told):
            assert reason.claim_ids
            assert set(reason.claim_ids) <= set(event.claim_ids)


@given(sayings(), st.randoms(use_true_random=False))
def test_records_do_not_depend_on_the_order_of_input(reports: list[Told], chance: random.Random) -> None:
    """Shuffled claims and documents give equal records and equal grades."""
    found = []
    for _ in range(2):
        documents, claims = [d for d, _ in reports], [c for _, c in reports]
        grouping = group(claims, documents, REGISTRY)
        evidence = weigh(grouping, claims, documents, REGISTRY)
        records = records_of(grouping, evidence, claims, documents)
        found.append((records, regraded(evidence, histories_of(grouping, evidence, claims, documents))))
        chance.shuffle(reports)
    assert found[0] == found[1]
