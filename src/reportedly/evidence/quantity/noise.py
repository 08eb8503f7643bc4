"""How probable a stated figure is, given the number that its origin means: noise, rounding, bounds and vague words.

An origin means ``Y``, and ``ln Y`` spreads around a level by Student's distribution with 4 degrees of freedom. What it
states is a whole number, so its probability is that of a cell: from half below to half above, or wider where the
number is round and was rounded. A bound lies beside ``Y`` by a gap with an exponential distribution.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from reportedly.evidence.quantity.lattice import Table

NOTHING = 1e-9
"""Probability that is left for what no part of the model explains."""
NODES = 6
"""Nodes by which the exponential distribution of gaps is integrated: the middles of equally probable parts."""
_LOOSE_NODES = 24
_COARSEST = 0.25
"""Largest share of a number that it can have been rounded by to both sides together."""


def student_share(distance: Table) -> Table:
    """Return the distribution function of Student's t with 4 degrees of freedom, in closed form."""
    part = distance * distance / 4
    share = part / (1 + part)
    return np.asarray(0.5 + 0.375 * distance / np.sqrt(1 + part) * (1 - share / 3))


def student_density(distance: Table) -> Table:
    """Return the density of Student's t with 4 degrees of freedom."""
    return np.asarray(0.375 * (1 + distance * distance / 4) ** -2.5)


@lru_cache(maxsize=65536)
def steps_of(number: float) -> tuple[float, ...]:
    """Return the units that a number can have been rounded to: 1, 5, 10, 50, ... as far as they divide it."""
    found = [1.0]
    step = 5.0
    while number and step <= _COARSEST * number:
        if number % step == 0:
            found.append(step)
        step *= 2 if str(int(step))[0] == "5" else 5
    return tuple(found)


@lru_cache(maxsize=65536)
def cells_of(number: float, heaped: float) -> tuple[tuple[float, float, float], ...]:
    """Return the cells of logarithms that a stated number can stand for: low, high and probability of having it.

    Args:
        number: as it was stated.
        heaped: share of the numbers that their origins round, where they are large enough.
    """
    steps = steps_of(number)
    cells = []
    for step in steps:
        share = 1.0 if len(steps) == 1 else (1 - heaped if step == 1 else heaped / (len(steps) - 1))
        low = -math.inf if number <= 1 else math.log(number - step / 2)
        cells.append((low, math.log(max(number, 0.0) + step / 2), share))
    return tuple(cells)


@lru_cache(maxsize=64)
def gaps(mean: float, nodes: int = NODES) -> tuple[float, ...]:
    """Return equally probable gaps of an exponential distribution with the given mean; one gap of nought for none."""
    if mean <= 0:
        return (0.0,)
    return tuple(-mean * math.log1p(-(place + 0.5) / nodes) for place in range(nodes))


@lru_cache(maxsize=64)
def bound_gaps(mean: float, loose: tuple[float, float]) -> tuple[tuple[float, float], ...]:
    """Return gaps with their probabilities: mostly small, but some bounds are only bounds.

    Args:
        mean: of the gaps of bounds that are said of a number close by.
        loose: share of the other bounds, and the mean of their gaps.
    """
    share, wide = loose
    close = [(gap, (1 - share) / NODES) for gap in gaps(mean)]
    far = [(gap, share / _LOOSE_NODES) for gap in gaps(wide, _LOOSE_NODES)] if share else []
    return (*close, *far)


def cell_share(level: Table, scale: float, low: float, high: float) -> Table:
    """Return the probability that a logarithm lies in a cell, for each level that it spreads around."""
    above = student_share((high - level) / scale)
    return np.asarray(above if low == -math.inf else above - student_share((low - level) / scale))


def stated_share(
    level: Table,
    scale: float,
    number: float,
    heaped: float,
    gap: float = 0.0,
    loose: tuple[float, float] = (0.0, 1.0),
) -> Table:
    """Return how probable a stated number is, for each level that its origin's logarithm spreads around.

    Args:
        level: logarithms of the true number plus what the origin is off by.
        scale: of the noise.
        number: as it was stated.
        heaped: share of the numbers that are rounded.
        gap: mean distance of the meant number above the stated one; negative for an upper bound; 0 = it is no bound.
        loose: share of the bounds that are only bounds, and the mean of their distance.
    """
    sign = -1.0 if gap < 0 else 1.0
    found = np.zeros_like(level)
    for shift, weight in bound_gaps(abs(gap), loose) if gap else ((0.0, 1.0),):
        for low, high, share in cells_of(number, heaped):
            found += weight * share * cell_share(level - sign * shift, scale, low, high)
    return found
