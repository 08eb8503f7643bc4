"""Alpha and AC1 once more, pair of coders by pair of coders, slowly and without matrices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations, permutations

Table = Sequence[Sequence[int | None]]
Distance = Callable[[int, int], float]


def naive_alpha(table: Table, distance: Distance) -> float:
    """Return 1 - D_o / D_e, with every ordered pair of values enumerated."""
    units = [[one for one in row if one is not None] for row in table]
    units = [unit for unit in units if len(unit) > 1]
    everything = [one for unit in units for one in unit]
    observed = sum(sum(distance(a, b) for a, b in permutations(unit, 2)) / (len(unit) - 1) for unit in units)
    expected = sum(distance(a, b) for a, b in permutations(everything, 2)) / (len(everything) - 1)
    return 1 - observed / expected


def naive_ac1(table: Table, categories: int) -> float:
    """Return AC1 with every pair of coders enumerated."""
    units = [[one for one in row if one is not None] for row in table]
    units = [unit for unit in units if unit]
    shares = []
    for unit in units:
        if len(unit) > 1:
            pairs = list(combinations(unit, 2))
            shares.append(sum(a == b for a, b in pairs) / len(pairs))
    agreed = sum(shares) / len(shares)
    values = {one for unit in units for one in unit}
    used = [sum(unit.count(value) / len(unit) for unit in units) / len(units) for value in values]
    chance = sum(share * (1 - share) for share in used) / (categories - 1)
    return (agreed - chance) / (1 - chance)
