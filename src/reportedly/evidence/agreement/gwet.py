"""Gwet's AC1, and AC2 where values are more or less alike, with the analytic standard error.

Sources: K. L. Gwet, British Journal of Mathematical and Statistical Psychology 61 (2008) 29-48, for the coefficient and
its variance; K. L. Gwet, Handbook of Inter-Rater Reliability (4th ed. 2014), ch. 4 and 5, for weights and gaps.
"""

from __future__ import annotations

import math

import numpy
from scipy.special import stdtrit

from reportedly.evidence.agreement.ratings import Matrix, Ratings, wilson
from reportedly.model.agreement import Coefficient, Metric


def gwet(ratings: Ratings) -> Coefficient:
    """Return AC1 (nominal) or AC2: (p_a - p_e) / (1 - p_e), where p_e is chance agreement on units hard to code.

    Units that one coder alone has coded tell how often values are used, not of agreement. The interval takes Student's
    t with one degree of freedom less than units, and ends at 1. Where all agree the variance is 0 and Wilson's
    bound of the percentage stands in for it.
    """
    rated = ratings.counts[ratings.coders >= 1]
    coders = rated.sum(axis=1)
    units, twice = len(rated), coders >= 2
    if not twice.any():
        return Coefficient(None, note="no unit was coded twice")
    weights = ratings.weights()
    agreed = _agreements(rated, coders, weights)
    observed = float(agreed[twice].mean())
    shares = rated / coders[:, None]
    used = shares.mean(axis=0)
    factor = _factor(weights)
    expected = factor * float((used * (1 - used)).sum())
    value = (observed - expected) / (1 - expected)
    if observed >= 1.0:
        return _without_spread(ratings.metric, expected, int(twice.sum()))
    if units < 2:
        return Coefficient(value, note="one unit: no interval")
    by_unit = units / int(twice.sum()) * (agreed - expected * twice) / (1 - expected)
    chance = factor * (shares @ (1 - used))
    lifted = by_unit - 2 * (1 - value) * (chance - expected) / (1 - expected)
    error = math.sqrt(float(((lifted - value) ** 2).sum()) / (units * (units - 1)))
    reach = error * float(stdtrit(units - 1, 0.975))
    return Coefficient(value, max(-1.0, value - reach), min(1.0, value + reach), error)


def _agreements(counts: Matrix, coders: Matrix, weights: Matrix) -> Matrix:
    """Return the weighted share of agreeing pairs of coders for each unit; 0 where one coder coded it."""
    pairs = coders * (coders - 1)
    together = (counts * (counts @ weights - 1)).sum(axis=1)
    shares: Matrix = numpy.divide(together, pairs, out=numpy.zeros_like(together), where=pairs > 0)
    return shares


def _factor(weights: Matrix) -> float:
    """Return the sum of the weights over q (q - 1); one value alone leaves nothing to agree on by chance."""
    number = len(weights)
    return float(weights.sum()) / (number * (number - 1)) if number > 1 else 0.0


def _without_spread(metric: Metric, expected: float, units: int) -> Coefficient:
    if metric is not Metric.NOMINAL:
        return Coefficient(1.0, note="every unit agrees: no interval")
    low = (wilson(1.0, units)[0] - expected) / (1 - expected)
    return Coefficient(1.0, max(-1.0, low), 1.0, note="every unit agrees: the lower bound is that of the percentage")
