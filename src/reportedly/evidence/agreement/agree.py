"""All coefficients of agreement on one field."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.evidence.agreement.alpha import alpha
from reportedly.evidence.agreement.gwet import gwet
from reportedly.evidence.agreement.kappa import kappa
from reportedly.evidence.agreement.ratings import Ratings, Table, Value, ratings_of, wilson
from reportedly.model.agreement import Agreement, Coefficient, Metric


def agreement(table: Table, metric: Metric = Metric.NOMINAL, values: Sequence[Value] = ()) -> Agreement:
    """Return how far coders agree.

    Args:
        table: a row for each unit, a column for each coder, always in the same order; None where a value is missing.
        metric: how far apart two values are; the share of agreeing pairs and kappa are nominal always.
        values: all values that could have been given, in their order; AC1 counts those that nobody used, too.

    Raises:
        ValueError: where a value does not fit the metric.
    """
    ratings = ratings_of(table, metric, values)
    counted = ratings.pairable
    return Agreement(
        metric=metric,
        units=len(counted),
        left_out=len(table) - len(counted),
        values=int(counted.sum()),
        percent=percent(ratings),
        alpha=alpha(ratings),
        gwet=gwet(ratings),
        kappa=kappa(table),
    )


def percent(ratings: Ratings) -> Coefficient:
    """Return the share of agreeing pairs of coders, averaged over units, with Wilson's interval over units."""
    counts = ratings.pairable
    if not len(counts):
        return Coefficient(None, note="no unit was coded twice")
    coders = counts.sum(axis=1)
    share = float(((counts * (counts - 1)).sum(axis=1) / (coders * (coders - 1))).mean())
    return Coefficient(share, *wilson(share, len(counts)))
