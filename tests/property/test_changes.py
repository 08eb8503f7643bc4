"""What must hold for changes between views, whatever the reports are."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from property.strategies import FIRST_DAY, REGISTRY, World, worlds
from reportedly.model.change import ChangeKind, Changes, Turn
from reportedly.model.codec import to_json
from reportedly.pipeline.diff import compare
from reportedly.pipeline.known import Known
from reportedly.pipeline.reading import Coded
from reportedly.pipeline.run import draw
from reportedly.pipeline.since import since_day
from reportedly.pipeline.toolkit import Toolkit
from toy import toy_tools

DAYS = st.lists(st.integers(0, 5), min_size=3, max_size=3).map(sorted)


@cache
def tools() -> Toolkit:
    """Return tools that know the worlds' actors."""
    return replace(toy_tools(), registry=REGISTRY)


def day(number: int) -> date:
    """Return a day of the worlds."""
    return FIRST_DAY + timedelta(number)


def known(world: World, number: int) -> Known:
    """Return what of a world was known by a day."""
    documents = [one for one in world.documents if one.day is not None and one.day <= day(number)]
    return Known(tuple(Coded(one, world.of(one)) for one in documents), (), ())


def between(world: World, first: int, last: int) -> Changes:
    """Compare two days of a world."""
    return compare(known(world, first), known(world, last), (day(first), day(last)), tools())


@settings(max_examples=20)
@given(worlds(), st.integers(0, 5))
def test_a_day_compared_with_itself_is_the_same(world: World, number: int) -> None:
    """Within one view nothing changes."""
    assert between(world, number, number).changes == ()


@settings(max_examples=20)
@given(worlds(8), DAYS)
def test_what_becomes_known_over_two_steps_becomes_known_over_both(world: World, days: list[int]) -> None:
    """Documents and claims that are new from first to last are those of the first step and those of the second."""
    one, two, both = (between(world, *pair) for pair in (days[:2], days[1:], (days[0], days[2])))
    assert set(both.new_document_ids) == set(one.new_document_ids) | set(two.new_document_ids)
    assert set(both.new_claim_ids) == set(one.new_claim_ids) | set(two.new_claim_ids)
    assert not set(one.new_claim_ids) & set(two.new_claim_ids)


@settings(max_examples=20)
@given(worlds(8), DAYS)
def test_what_became_known_rests_on_claims_that_were_not_known(world: World, days: list[int]) -> None:
    """A new event, origin, denial or page is one of reports that came in between."""
    found = between(world, days[0], days[2])
    new = set(found.new_claim_ids)
    fresh = (ChangeKind.EVENT, ChangeKind.ORIGIN, ChangeKind.DENIAL, ChangeKind.REMARKS, ChangeKind.SAYING)
    told = [one for one in found.of(Turn.KNOWN) if one.kind in fresh]
    assert all(one.claims_after and new >= set(one.claims_after) for one in told)


@settings(max_examples=20)
@given(worlds(8), DAYS)
def test_both_sides_of_a_change_are_known_then_and_now(world: World, days: list[int]) -> None:
    """Claims before belong to the earlier view, claims after to the later one, and reports that only come take none."""
    found = between(world, days[0], days[2])
    first, last = (known(world, number) for number in (days[0], days[2]))
    before, after = ({claim.id for one in view.coded for claim in one.claims} for view in (first, last))
    assert all(before >= set(one.claims_before) and after >= set(one.claims_after) for one in found.changes)
    assert found.gone_claim_ids == found.gone_document_ids == ()
    assert not [one for one in found.changes if one.kind in {ChangeKind.GONE, ChangeKind.WITHDRAWN}]


@settings(max_examples=15)
@given(worlds(8), DAYS, st.randoms(use_true_random=False))
def test_the_order_of_reading_changes_nothing(world: World, days: list[int], chance: random.Random) -> None:
    """Shuffled reports and claims give the same changes, byte for byte."""
    documents, claims = list(world.documents), list(world.claims)
    chance.shuffle(documents)
    chance.shuffle(claims)
    shuffled = World(tuple(documents), tuple(claims))
    assert to_json(between(shuffled, days[0], days[2])) == to_json(between(world, days[0], days[2]))


@settings(max_examples=20)
@given(worlds(8), DAYS)
def test_sentences_on_what_is_new_are_never_withheld(world: World, days: list[int]) -> None:
    """Whatever changed, the check bears out what is said of it, and adds nothing to what was withheld before."""
    first, last = days[0], days[2]
    now = known(world, last)
    plain = draw(now.coded, tools()).assessment
    since = since_day(now, day(first), tools())
    told = draw(now.coded, tools(), since=since).assessment
    assert told.withheld == plain.withheld
