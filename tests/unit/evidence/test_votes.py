"""Votes of sources: copies found without being told, values from the votes that remain."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fusion_samples import World, flood
from reportedly.evidence.votes.forest import best_forest
from reportedly.evidence.votes.table import NOBODY, table_of
from reportedly.evidence.votes.truth import solve, winners
from reportedly.model.votes import Vote


def found(votes: tuple[Vote, ...]) -> dict[str, tuple[str, float]]:
    """Return the likeliest value of each object with its probability."""
    table = table_of(votes)
    belief = solve(table).belief
    chosen = winners(table, belief)
    return {table.objects[table.candidate_object[at]]: (table.values[at], float(belief[at])) for at in chosen}


def right(world: World) -> float:
    """Return the share of objects whose value is found."""
    values = found(world.votes)
    return sum(values[thing][0] == value for thing, value in world.truth.items() if thing in values) / len(values)


@pytest.mark.parametrize("rate", [0.5, 0.7, 0.95])
def test_many_copies_of_a_falsehood_do_not_make_it_true(rate: float) -> None:
    """At any copy rate the values come from the few who answer by themselves."""
    assert right(flood(3, rate=rate)) >= 0.93


def test_copiers_are_found_with_the_direction_of_copying() -> None:
    """Each copier is led to the source that it copies, and nobody else is."""
    world = flood(4)
    table = table_of(world.votes)
    solution = solve(table)
    names = solution.names
    ours = {names[at]: names[of] for at, of in enumerate(solution.sources.parent) if of != NOBODY}
    assert ours == world.parents


def test_a_source_without_rows_behind_many_is_guessed() -> None:
    """Where the copied source is not in the table, its family does not outvote those who speak for themselves."""
    world = flood(12, objects=300, rate=0.9)
    (bad,) = set(world.parents.values())
    hidden = replace(world, votes=tuple(vote for vote in world.votes if vote.source != bad))
    assert right(hidden) >= 0.9


def test_copy_rates_are_estimated() -> None:
    """The rate that the votes were made with is found again within a tenth."""
    world = flood(5, objects=400, rate=0.6)
    sources = solve(table_of(world.votes)).sources
    rates = sources.rate[sources.parent != NOBODY]
    assert float(rates.mean()) == pytest.approx(0.6, abs=0.1)


def test_no_copies_are_found_where_there_are_none() -> None:
    """Sources that only agree because they are right copy nobody."""
    sources = solve(table_of(flood(6, copiers=0, independent=12).votes)).sources
    assert int((sources.parent != NOBODY).sum()) == 0


def test_probabilities_are_what_they_say() -> None:
    """The mean probability of the chosen values is near the share that is right."""
    world = flood(7, objects=300)
    values = found(world.votes)
    assert abs(sum(prob for _, prob in values.values()) / len(values) - right(world)) <= 0.03


def test_the_order_of_votes_does_not_matter() -> None:
    """Shuffled votes give the same values with the same probabilities."""
    votes = list(flood(8, objects=60).votes)
    before = found(tuple(votes))
    Random(1).shuffle(votes)
    assert found(tuple(votes)) == before


def test_the_names_of_sources_do_not_matter() -> None:
    """Other names give the same values."""
    votes = flood(9, objects=60).votes
    other = tuple(replace(vote, source=vote.source[::-1] + "x") for vote in votes)
    assert {key: value for key, (value, _) in found(other).items()} == {k: v for k, (v, _) in found(votes).items()}


def test_a_row_that_names_its_source_is_no_vote() -> None:
    """Three who say that they have it from one are outvoted by two who have it from nobody."""
    relays = [Vote("o", f"r{number}", "x", "agency") for number in range(3)]
    own = [Vote("o", "a", "y"), Vote("o", "b", "y")]
    assert found((*relays, *own))["o"][0] == "y"


def test_a_named_source_without_a_page_votes_once() -> None:
    """What several take from a source that is not at hand counts as that source's one word."""
    table = table_of([Vote("o", "a", "x", "agency"), Vote("o", "b", "x", "Agency ")])
    assert [table.sources[at] for at in table.source[table.own]] == ["Agency"]


def test_sources_that_name_each_other_keep_one_vote() -> None:
    """A circle of attributions is opened at its first member in alphabetical order."""
    table = table_of([Vote("o", "a", "x", "b"), Vote("o", "b", "x", "a")])
    assert [table.sources[at] for at in table.source[table.own]] == ["a"]


def test_stated_copies_settle_what_values_leave_open() -> None:
    """On a handful of objects the statements alone show whose word it is."""
    assert right(flood(11, objects=12, copiers=12, rate=0.95, stated=0.9)) >= 0.75


def test_a_single_vote_is_neither_sure_nor_refused() -> None:
    """One word of an unknown source is more likely right than wrong, and not certain."""
    assert 0.5 < found((Vote("o", "a", "x"),))["o"][1] < 0.95


@given(st.lists(st.tuples(*[st.integers(0, 3)] * 3), min_size=1, max_size=25))
def test_any_table_gives_probabilities(rows: list[tuple[int, int, int]]) -> None:
    """Whatever the votes, beliefs of one object are probabilities that sum to at most 1."""
    table = table_of([Vote(f"o{thing}", f"s{source}", f"v{value}") for thing, source, value in rows])
    belief = solve(table).belief
    sums = np.bincount(table.candidate_object, belief)
    assert bool(np.isfinite(belief).all() and (belief >= 0).all() and (sums <= 1 + 1e-9).all())


def brute(gain: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> float:
    """Return the best sum of gains over all forests, by trying all."""
    size, best = len(gain), 0.0
    for number in range((size + 1) ** size):
        parents = [number // (size + 1) ** at % (size + 1) - 1 for at in range(size)]
        if all(_ends(parents, at) for at in range(size)):
            best = max(best, sum(gain[of, at] for at, of in enumerate(parents) if of != NOBODY))
    return best


def _ends(parents: list[int], at: int) -> bool:
    for _ in parents:
        at = parents[at] if at != NOBODY else NOBODY
    return at == NOBODY


@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.integers(-9, 9), min_size=n * n, max_size=n * n)))
def test_the_forest_is_the_best_of_all(numbers: list[int]) -> None:
    """No other forest has a greater sum of gains, and nobody descends from itself."""
    size = int(len(numbers) ** 0.5)
    gain = np.array(numbers, dtype=np.float64).reshape(size, size)
    np.fill_diagonal(gain, -np.inf)
    parents = best_forest(gain)
    total = sum(gain[of, at] for at, of in enumerate(parents) if of != NOBODY)
    assert all(_ends(list(parents), at) for at in range(size))
    assert total == pytest.approx(brute(gain))
