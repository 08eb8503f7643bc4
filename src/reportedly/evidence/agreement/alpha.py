"""Krippendorff's alpha, for any number of coders, missing values and four metrics, with a bootstrap interval.

Sources: K. Krippendorff, Computing Krippendorff's Alpha-Reliability, University of Pennsylvania (2011), for the
coincidences; A. Zapf, S. Castell, L. Morawietz and A. Karch, BMC Medical Research Methodology 16 (2016) 93, who find
that drawing whole units anew keeps the level that the interval claims to have.
"""

from __future__ import annotations

import numpy

from reportedly.evidence.agreement.ratings import Matrix, Ratings, wilson
from reportedly.model.agreement import Coefficient, Metric

DRAWS = 2000
FEWEST_UNITS = 5
"""Below this many units that tell of agreement no interval is given."""
MOST_UNDEFINED = 0.05
"""Share of draws without variation beyond which no interval is given."""
_SEED = 20110125
_CHUNK = 250
"""Draws worked out at once, so that memory stays small."""


def alpha(ratings: Ratings) -> Coefficient:
    """Return Krippendorff's alpha: 1 - D_o / D_e, observed over expected disagreement among pairable values.

    It cannot be told where nothing is pairable, or where all pairable values are one: without variation there is no
    telling agreement from habit.
    """
    counts = ratings.pairable
    if not len(counts):
        return Coefficient(None, note="no unit was coded twice")
    value = _alphas(ratings, counts, numpy.ones((1, len(counts))))[0]
    if numpy.isnan(value):
        return Coefficient(None, note="all values are one: there is no variation to agree on")
    found = float(value)
    if len(counts) < FEWEST_UNITS:
        return Coefficient(found, note=f"fewer than {FEWEST_UNITS} units: no interval")
    if found >= 1.0:
        return _without_spread(ratings, counts)
    return _with_interval(ratings, counts, found)


def _with_interval(ratings: Ratings, counts: Matrix, found: float) -> Coefficient:
    units = len(counts)
    chance = numpy.random.default_rng(_SEED)
    drawn = [
        _alphas(ratings, counts, chance.multinomial(units, numpy.full(units, 1 / units), size=_CHUNK).astype(float))
        for _ in range(DRAWS // _CHUNK)
    ]
    all_drawn = numpy.concatenate(drawn)
    defined = all_drawn[~numpy.isnan(all_drawn)]
    if len(defined) < (1 - MOST_UNDEFINED) * len(all_drawn):
        return Coefficient(found, note="too little variation for an interval")
    low, high = numpy.quantile(defined, [0.025, 0.975])
    return Coefficient(found, float(low), float(high), float(defined.std(ddof=1)))


def _without_spread(ratings: Ratings, counts: Matrix) -> Coefficient:
    """Return the coefficient where all agree: drawing units anew shows no spread, so Wilson's bound stands in."""
    if ratings.metric is not Metric.NOMINAL:
        return Coefficient(1.0, note="every unit agrees: no interval")
    margins = counts.sum(axis=0)
    total = float(margins.sum())
    expected = 1 - float((margins * (margins - 1)).sum()) / (total * (total - 1))
    low = 1 - (1 - wilson(1.0, len(counts))[0]) / expected
    return Coefficient(1.0, max(-1.0, low), 1.0, note="every unit agrees: the lower bound is that of the percentage")


def _alphas(ratings: Ratings, counts: Matrix, times: Matrix) -> Matrix:
    """Return alpha for several draws of units; not a number where a draw has no variation.

    Args:
        ratings: for the distances.
        counts: pairable units times values.
        times: draws times units: how often each unit was drawn.
    """
    margins = times @ counts
    total = margins.sum(axis=1)
    if ratings.metric is Metric.ORDINAL:
        pairs = [_disagreement(ratings, counts, one, row) for one, row in zip(times, margins, strict=True)]
        observed, expected = (numpy.array(side) for side in zip(*pairs, strict=True))
    else:
        apart = ratings.differences(margins[0])
        observed = times @ _within(counts, apart)
        expected = numpy.einsum("dc,ck,dk->d", margins, apart, margins)
    result = numpy.full(len(times), numpy.nan)
    some = expected > 0
    result[some] = 1 - (total[some] - 1) * observed[some] / expected[some]
    return result


def _disagreement(ratings: Ratings, counts: Matrix, times: Matrix, margins: Matrix) -> tuple[float, float]:
    apart = ratings.differences(margins)
    return float(times @ _within(counts, apart)), float(margins @ apart @ margins)


def _within(counts: Matrix, apart: Matrix) -> Matrix:
    """Return what each unit adds to the observed disagreement: its pairs' differences over its coders less one."""
    return numpy.asarray(((counts @ apart) * counts).sum(axis=1) / (counts.sum(axis=1) - 1), dtype=float)
