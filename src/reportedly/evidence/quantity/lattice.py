"""Lattices of whole numbers on which the probability of a count is worked out: each one while small, then in steps."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]


@dataclass(frozen=True)
class Lattice:
    """Ascending whole numbers with the cell of the logarithmic scale that each stands for."""

    numbers: Table
    logs: Table
    """Natural logarithms of the numbers; that of one half for nought."""
    edges: Table
    """Logarithms between which the numbers' cells lie, one more than there are numbers."""

    @property
    def weights(self) -> Table:
        """Return the width of each number's cell on the logarithmic scale."""
        return np.asarray(np.diff(self.edges))


def lattice(low: float, high: float, step: float, exact: Iterable[float] = ()) -> Lattice:
    """Return a lattice between two numbers.

    Args:
        low: the smallest number, 0 or more.
        high: the greatest number.
        step: distance of neighbours as a difference of natural logarithms, where whole numbers lie closer than that.
        exact: numbers that must be points wherever they lie between the two.
    """
    low, high = max(0.0, math.floor(low)), max(1.0, math.ceil(high), math.floor(low))
    dense = math.ceil(1 / step)
    numbers = set(np.arange(low, min(high, dense) + 1))
    if high > dense:
        start = max(low, dense)
        count = max(2, math.ceil(math.log(high / start) / step) + 1) if high > start else 1
        numbers |= set(np.round(np.exp(np.linspace(math.log(start), math.log(high), count))))
    numbers |= {float(one) for one in exact if low <= one <= high}
    points = np.array(sorted(one for one in numbers if low <= one <= high), dtype=float)
    edges = np.log(np.concatenate(([max(points[0] - 0.5, 0.25)], (points[1:] + points[:-1]) / 2, [points[-1] + 0.5])))
    return Lattice(points, np.log(np.maximum(points, 0.5)), edges)


def normalised(lattice: Lattice, log_likelihood: Table) -> Table:
    """Return the probability of each number where before any figure every order of magnitude is equally probable."""
    shares = np.exp(log_likelihood - log_likelihood.max()) * lattice.weights
    return np.asarray(shares / shares.sum())


def median(lattice: Lattice, shares: Table) -> float:
    """Return the smallest number that is exceeded with a probability of at most one half."""
    place = int(np.searchsorted(np.cumsum(shares), 0.5 - 1e-9))
    return float(lattice.numbers[min(place, len(lattice.numbers) - 1)])


def ends(lattice: Lattice, shares: Table, inside: float) -> tuple[float, float]:
    """Return the range that a number lies in with a given probability, half of the rest to each side.

    Whole numbers seldom leave exactly that much outside; the ends are those that leave nearest to it, so that ranges of
    small numbers hold the true one neither more nor less often than they say, and always hold the median.
    """
    outside = (1 - inside) / 2
    below = np.concatenate(([0.0], np.cumsum(shares)))
    middle = median(lattice, shares)
    lower = np.round(np.abs(below[:-1] - outside), 9)
    upper = np.round(np.abs(1 - below[1:] - outside), 9)
    low = lattice.numbers[len(shares) - 1 - int(np.argmin(lower[::-1]))]
    high = lattice.numbers[int(np.argmin(upper))]
    return float(min(low, middle)), float(max(high, middle))
