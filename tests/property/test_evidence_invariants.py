"""What must hold for events and evidence whatever the reports are."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from property.strategies import REGISTRY, World, copies, worlds
from reportedly.events.grouping import group
from reportedly.evidence.weigh import weigh
from reportedly.model.actors import ActorRegistry
from reportedly.model.event import Grouping
from reportedly.model.evidence import DriftType, Evidence, Grade

CONFIDENCE = ("low", "moderate", "high")


def weighed(world: World, registry: ActorRegistry = REGISTRY) -> tuple[Grouping, tuple[Evidence, ...]]:
    """Run both stages."""
    grouping = group(world.claims, world.documents, registry)
    return grouping, weigh(grouping, world.claims, world.documents, registry)


def counterpart(claim_ids: tuple[str, ...], grouping: Grouping, evidence: tuple[Evidence, ...]) -> list[Evidence]:
    """Return the evidence of the events that hold any of the given claims."""
    wanted = set(claim_ids)
    return [e for event, e in zip(grouping.events, evidence, strict=True) if wanted & set(event.claim_ids)]


def no_better(after: Grade, before: Grade) -> bool:
    """Say whether no axis of a grade improved; what could not be judged still cannot."""
    letter = not after.letter.judged or (before.letter.judged and after.letter >= before.letter)
    digit = not after.digit.judged or (before.digit.judged and after.digit >= before.digit)
    return letter and digit and CONFIDENCE.index(after.confidence) <= CONFIDENCE.index(before.confidence)


@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_input_changes_nothing(world: World, chance: random.Random) -> None:
    """Shuffled claims and documents give an equal grouping and equal evidence."""
    documents, claims = list(world.documents), list(world.claims)
    chance.shuffle(documents)
    chance.shuffle(claims)
    assert weighed(World(tuple(documents), tuple(claims))) == weighed(world)


@given(st.data())
def test_a_copy_never_adds_an_independent_origin(data: st.DataObject) -> None:
    """A reprint under any outlet never raises the number of independent origins of an event."""
    world = data.draw(worlds())
    before, evidence = weighed(world)
    after, more = weighed(data.draw(copies(world)))
    for event, old in zip(before.events, evidence, strict=True):
        new = counterpart(event.claim_ids, after, more)
        assert all(one.origins.independent <= old.origins.independent for one in new)


@given(st.data())
def test_a_copy_never_improves_a_grade(data: st.DataObject) -> None:
    """A reprint under any outlet improves neither axis of a grade nor the confidence."""
    world = data.draw(worlds())
    before, evidence = weighed(world)
    after, more = weighed(data.draw(copies(world)))
    for event, old in zip(before.events, evidence, strict=True):
        assert all(no_better(one.grade, old.grade) for one in counterpart(event.claim_ids, after, more))


@given(worlds())
def test_every_drift_quotes_its_documents(world: World) -> None:
    """The spans of a drift lie in the texts of the claims that it compares."""
    lengths = {document.id: len(document.text) for document in world.documents}
    size = {claim.id: lengths[claim.document_id] for claim in world.claims}
    for drift in (drift for one in weighed(world)[1] for drift in one.drifts):
        assert drift.span is None or drift.span.end <= size[drift.claim_id]
        assert drift.against_span is None or drift.against_span.end <= size[drift.against_claim_id]


@given(worlds())
def test_every_figure_of_a_drift_stands_at_its_span(world: World) -> None:
    """What a drift of figures prints as before and after is what stands at its spans."""
    texts = {document.id: document.text for document in world.documents}
    text = {claim.id: texts[claim.document_id] for claim in world.claims}
    for drift in (drift for one in weighed(world)[1] for drift in one.drifts):
        if drift.type in {"figure", "bound"} and drift.span and drift.against_span:
            assert drift.span.of(text[drift.claim_id]) == drift.after
            assert drift.against_span.of(text[drift.against_claim_id]) == drift.before


@given(worlds(), st.sampled_from(("ucdp", "acled", "range")))
def test_an_estimate_is_in_order(world: World, policy: str) -> None:
    """Low is at most best, and best at most high, where they are known."""
    grouping = group(world.claims, world.documents, REGISTRY)
    for evidence in weigh(grouping, world.claims, world.documents, REGISTRY, policy):
        for estimate in evidence.estimates:
            ends = [end for end in (estimate.low, estimate.best, estimate.high) if end is not None]
            assert ends == sorted(ends)


@given(worlds())
def test_every_claim_is_in_one_event_and_one_testimony(world: World) -> None:
    """Events divide the claims, and so do testimonies."""
    grouping = group(world.claims, world.documents, REGISTRY)
    ids = sorted(claim.id for claim in world.claims)
    assert sorted(claim for event in grouping.events for claim in event.claim_ids) == ids
    assert sorted(claim for testimony in grouping.testimonies for claim in testimony.claim_ids) == ids


@given(worlds())
def test_every_claim_has_one_arrow_to_an_older_report(world: World) -> None:
    """Lineage has one edge a claim, and no parent is published after its child."""
    days = {document.id: document.day for document in world.documents}
    day = {claim.id: days[claim.document_id] for claim in world.claims}
    grouping, evidence = weighed(world)
    for event, one in zip(grouping.events, evidence, strict=True):
        assert tuple(edge.claim_id for edge in one.lineage.edges) == event.claim_ids
        pairs = [(day[e.parent_claim_id], day[e.claim_id]) for e in one.lineage.edges if e.parent_claim_id]
        assert all(parent is not None and (child is None or parent <= child) for parent, child in pairs)


@given(st.data())
def test_a_faithful_reprint_never_has_drift(data: st.DataObject) -> None:
    """The same text under another outlet changes nothing but may be out of date, and what it has it took over."""
    world = data.draw(worlds())
    after = data.draw(copies(world))
    text = {document.id: document.text for document in after.documents}
    known = {claim.id for claim in world.claims}
    changed = {
        (d.claim_id, d.type, d.after) for one in weighed(after)[1] for d in one.drifts if d.type is not DriftType.STALE
    }
    for copied in (claim for claim in after.claims if claim.id not in known):
        printed = {
            c.id for c in world.claims if (text[c.document_id], c.span) == (text[copied.document_id], copied.span)
        }
        theirs = {(kind, words) for claim_id, kind, words in changed if claim_id in printed}
        assert {(kind, words) for claim_id, kind, words in changed if claim_id == copied.id} <= theirs


@given(st.data())
def test_a_reprint_raises_no_alarm_but_that_of_one_text(data: st.DataObject) -> None:
    """A copy adds no name, no count and no citation."""
    world = data.draw(worlds())
    before = {alarm.code for one in weighed(world)[1] for alarm in one.alarms}
    after = {alarm.code for one in weighed(data.draw(copies(world)))[1] for alarm in one.alarms}
    assert after <= before | {"one_text", "circular"}


@given(worlds())
def test_an_alarm_quotes_its_documents(world: World) -> None:
    """What an alarm prints stands at its spans, and its claims are those of its event."""
    text = {document.id: document.text for document in world.documents}
    grouping, evidence = weighed(world)
    for event, one in zip(grouping.events, evidence, strict=True):
        for alarm in one.alarms:
            assert set(alarm.claim_ids) <= set(event.claim_ids)
            assert all(words.span.of(text[words.document_id]) == words.quote for words in alarm.spans)


@given(worlds())
def test_whoever_made_a_change_has_it_and_took_it_from_nobody(world: World) -> None:
    """A change that was taken over is charged to a claim of the same testimony that made it itself."""
    for one in weighed(world)[1]:
        own = {(drift.claim_id, drift.type, drift.testimony_id) for drift in one.drifts if not drift.inherited}
        for drift in one.drifts:
            assert drift.inherited == (drift.made_by_claim_id != drift.claim_id)
            assert (drift.made_by_claim_id, drift.type, drift.testimony_id) in own
