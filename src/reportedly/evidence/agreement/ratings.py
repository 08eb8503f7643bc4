"""What several coders gave several units, as counts: how many coders put each unit under each value."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy
from numpy.typing import NDArray

from reportedly.model.agreement import Metric

Value = str | int | float
Table = Sequence[Sequence[Value | None]]
"""A row for each unit, a column for each coder; None where a coder gave no value."""
Matrix = NDArray[numpy.float64]
Z95 = 1.959964
"""The normal quantile of a 95 % interval."""


@dataclass(frozen=True)
class Ratings:
    """Counts of values by unit, with the distances between the values."""

    counts: Matrix
    """Units times values: how many coders gave the unit this value."""
    values: tuple[Value, ...]
    """The values in order; at least those that were given."""
    metric: Metric

    @cached_property
    def coders(self) -> Matrix:
        """How many coders gave each unit a value."""
        return numpy.asarray(self.counts.sum(axis=1), dtype=float)

    @cached_property
    def pairable(self) -> Matrix:
        """The counts of the units that two coders or more have coded."""
        return numpy.asarray(self.counts[self.coders >= 2], dtype=float)

    def differences(self, margins: Matrix) -> Matrix:
        """Return the squared differences of all pairs of values after K. Krippendorff, Content Analysis, ch. 12.

        Args:
            margins: how often each value was given among the pairable ones; ordinal distances are made of them.
        """
        if self.metric is Metric.NOMINAL:
            return 1.0 - numpy.eye(len(self.values))
        if self.metric is Metric.ORDINAL:
            middles = numpy.cumsum(margins) - margins / 2
            return numpy.asarray((middles[:, None] - middles[None, :]) ** 2, dtype=float)
        left, right = self._numbers[:, None], self._numbers[None, :]
        if self.metric is Metric.INTERVAL:
            return numpy.asarray((left - right) ** 2, dtype=float)
        total = left + right
        share = numpy.divide(left - right, total, out=numpy.zeros_like(total), where=total != 0)
        return numpy.asarray(share**2, dtype=float)

    def weights(self) -> Matrix:
        """Return how nearly two values are one, 1 to 0, after K. L. Gwet, Handbook of Inter-Rater Reliability."""
        places = numpy.arange(len(self.values), dtype=float)
        if self.metric is Metric.ORDINAL:
            apart = numpy.abs(places[:, None] - places[None, :])
            far = apart * (apart + 1) / 2
        else:
            far = self.differences(numpy.ones(len(self.values)))
        widest = float(far.max(initial=0.0))
        return 1.0 - far / widest if widest else numpy.ones_like(far)

    @cached_property
    def _numbers(self) -> Matrix:
        return numpy.array([float(one) for one in self.values])


def ratings_of(table: Table, metric: Metric = Metric.NOMINAL, values: Sequence[Value] = ()) -> Ratings:
    """Count a table of values.

    Args:
        table: a row for each unit, a column for each coder.
        metric: how far apart two values are.
        values: all values that a coder could give, in their order; those that were given are added where they lack.

    Raises:
        ValueError: where a value of an interval or ratio is no finite number, or one of a ratio is negative.
    """
    given = {one for row in table for one in row if one is not None}
    _refuse_unmeasurable(given, metric)
    rest = given - set(values)
    plain = metric is Metric.NOMINAL
    known = (*values, *sorted(rest, key=lambda one: (str(type(one)), str(one)) if plain else one))
    place = {one: number for number, one in enumerate(known)}
    counts = numpy.zeros((len(table), len(known)))
    for number, row in enumerate(table):
        for one in row:
            if one is not None:
                counts[number, place[one]] += 1
    return Ratings(counts, known, metric)


def wilson(share: float, units: int) -> tuple[float, float]:
    """Return the 95 % interval of a share after E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209-212.

    For shares of pairs among more than two coders it is too wide rather than too narrow: a unit's share of agreeing
    pairs varies by no more than a yes or no with the same mean.
    """
    shrunk = 1 + Z95**2 / units
    middle = share + Z95**2 / (2 * units)
    reach = Z95 * math.sqrt(share * (1 - share) / units + Z95**2 / (4 * units**2))
    return max(0.0, (middle - reach) / shrunk), min(1.0, (middle + reach) / shrunk)


def _refuse_unmeasurable(given: set[Value], metric: Metric) -> None:
    if metric in {Metric.INTERVAL, Metric.RATIO}:
        numbers = [float(one) for one in given]
        if not all(math.isfinite(one) for one in numbers):
            raise ValueError(f"a value on a scale of {metric} must be a finite number")
        if metric is Metric.RATIO and min(numbers, default=0.0) < 0:
            raise ValueError("a value on a scale of ratios must not be negative")
