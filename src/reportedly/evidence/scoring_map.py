"""The map from stated to observed probability: a straight line on log-odds, shown as information, applied to nothing.

After J. C. Platt, in Advances in Large Margin Classifiers (2000) 61-74; B. M. Turner et al., Machine Learning 95 (2014)
261-289 use the same line to recalibrate forecasts. A weak prior (normal, intercept 0 and slope 1, each with a standard
deviation of 1) keeps the line finite where all came true or none did.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from reportedly.model.score import MAP_NEEDS, CalibrationMap, Case, MapRow

_EDGE = 0.005
"""Probabilities nearer to 0 or 1 count as this: log-odds have no end."""
_STEPS = 50
_ROWS = (0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95)


def calibration_map(cases: Sequence[Case], needs: int = MAP_NEEDS) -> CalibrationMap | None:
    """Return the line that makes the outcomes likeliest; None where fewer than ``needs`` are resolved."""
    if len(cases) < needs:
        return None
    intercept, slope = _line([(_odds(case.probability), case.outcome, case.weight) for case in cases])
    rows = tuple(MapRow(stated, _share(intercept + slope * _odds(stated))) for stated in _ROWS)
    return CalibrationMap(len(cases), intercept, slope, rows)


def _line(points: Sequence[tuple[float, float, float]]) -> tuple[float, float]:
    """Find intercept and slope by Newton's method on the penalised log likelihood, which has one maximum."""
    intercept, slope = 0.0, 1.0
    for _ in range(_STEPS):
        said = [_share(intercept + slope * odds) for odds, _, _ in points]
        misses = [weight * (outcome - share) for share, (_, outcome, weight) in zip(said, points, strict=True)]
        curves = [weight * share * (1 - share) for share, (_, _, weight) in zip(said, points, strict=True)]
        first = math.fsum(misses) - intercept
        second = math.fsum(miss * odds for miss, (odds, _, _) in zip(misses, points, strict=True)) - (slope - 1)
        a = math.fsum(curves) + 1
        b = math.fsum(curve * odds for curve, (odds, _, _) in zip(curves, points, strict=True))
        c = math.fsum(curve * odds**2 for curve, (odds, _, _) in zip(curves, points, strict=True)) + 1
        whole = a * c - b * b
        step = (c * first - b * second) / whole, (a * second - b * first) / whole
        size = max(1.0, abs(step[0]), abs(step[1]))
        intercept, slope = intercept + step[0] / size, slope + step[1] / size
        if max(abs(step[0]), abs(step[1])) < 1e-10:
            break
    return intercept, slope


def _odds(probability: float) -> float:
    kept = min(max(probability, _EDGE), 1 - _EDGE)
    return math.log(kept / (1 - kept))


def _share(odds: float) -> float:
    return 1 / (1 + math.exp(-odds)) if odds > -700 else 0.0
