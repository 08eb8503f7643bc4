"""What must hold for the lineage of tables and of claims, whatever the reports are."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from property.strategies import World, copies, worlds
from property.test_evidence_invariants import counterpart, weighed
from reportedly.evidence.relays import trace_tellings
from reportedly.model.evidence import at_least, origin_distribution
from reportedly.model.tellings import Telling
from told_tables import tables

FEW = settings(max_examples=25, deadline=None)


@FEW
@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(table: Sequence[Telling], chance: random.Random) -> None:
    """Shuffled rows give equal forests."""
    rows = list(table)
    chance.shuffle(rows)
    assert list(trace_tellings(rows)) == list(trace_tellings(table))


@FEW
@given(tables())
def test_the_names_of_reports_carry_no_meaning(table: Sequence[Telling]) -> None:
    """Other names for the reports give the same number of origins with the same probabilities."""
    renamed = [replace(one, report=f"z{len(table) - at}") for at, one in enumerate(table)]
    before, after = list(trace_tellings(table)), list(trace_tellings(renamed))
    for old, new in zip(before, after, strict=True):
        assert new.distribution == pytest.approx(old.distribution)


@FEW
@given(tables())
def test_the_parents_of_a_report_are_a_distribution(table: Sequence[Telling]) -> None:
    """The probabilities of all parents of a report, and of all numbers of origins, sum to 1."""
    for forest in trace_tellings(table):
        assert sum(forest.distribution) == pytest.approx(1)
        for one in forest.tellings:
            assert sum(option.probability for option in one.options) == pytest.approx(1)


@FEW
@given(tables(), st.integers(0, 20))
def test_an_outlet_that_repeats_itself_confirms_nothing(table: Sequence[Telling], at: int) -> None:
    """The same report by the same outlet later on leaves the number of origins as probable as it was."""
    one = table[at % len(table)]
    again = replace(one, report="again", hour=None if one.hour is None else one.hour + 1)
    before, after = list(trace_tellings(table)), list(trace_tellings([*table, again]))
    assert [forest.distribution for forest in after] == [forest.distribution for forest in before]


@given(st.data())
def test_a_copy_never_makes_two_origins_more_probable(data: st.DataObject) -> None:
    """A reprint under any outlet never raises the probability of two independent origins."""
    world = data.draw(worlds())
    before, evidence = weighed(world)
    after, more = weighed(data.draw(copies(world)))
    for event, old in zip(before.events, evidence, strict=True):
        new = counterpart(event.claim_ids, after, more)
        assert all(one.origins.at_least_two <= old.origins.at_least_two + 1e-9 for one in new)


@given(worlds())
def test_the_arrows_of_a_claim_are_a_distribution(world: World) -> None:
    """An arrow and its alternatives have probabilities that sum to 1."""
    for evidence in weighed(world)[1]:
        for edge in evidence.lineage.edges:
            assert edge.probability + sum(one.probability for one in edge.alternatives) == pytest.approx(1)


@given(st.lists(st.floats(0, 1), max_size=6))
def test_the_number_of_origins_is_a_distribution(probabilities: list[float]) -> None:
    """The distribution sums to 1, gives at least one origin, and grows with each further one."""
    shares = origin_distribution(probabilities)
    assert sum(shares) == pytest.approx(1)
    assert at_least(1, shares) == pytest.approx(1)
    assert at_least(2, origin_distribution([*probabilities, 0.5])) >= at_least(2, shares) - 1e-9
