"""Score stated ranges of quantities on ln(1 + x): coverage, Winkler's score, weighted interval score.

Sources: R. L. Winkler, J. Am. Stat. Assoc. 67 (1972) 187-191; T. Gneiting and A. E. Raftery, J. Am. Stat. Assoc. 102
(2007) 359-378, section 6.2; J. Bracher et al., PLoS Comput. Biol. 17 (2021) e1008618 for the weighted interval score.
On ln(1 + x) a range counts by its ratio, so that an incident of ten and a battle of ten thousand weigh alike.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import median

from reportedly.evidence.scoring import mean_figure, share_figure
from reportedly.model.score import RangeCase, RangeScore

TAIL, HALF_TAIL = 0.1, 0.5
"""What a 90 % and a 50 % range leave outside."""


def winkler(low: float, high: float, value: float, tail: float) -> float:
    """Return Winkler's score of a range on ln(1 + x): its width, and 2 / tail times the miss; 0 is perfect.

    Args:
        low: lower end, 0 or more.
        high: upper end.
        value: what it turned out to be, 0 or more.
        tail: what the range was meant to leave outside: 0.1 for a 90 % range.
    """
    lower, upper, true = math.log1p(low), math.log1p(high), math.log1p(value)
    return upper - lower + 2 / tail * (max(0.0, lower - true) + max(0.0, true - upper))


def interval_score(case: RangeCase) -> float:
    """Return the weighted interval score: half the distance of the median, and tail / 2 of each Winkler score."""
    parts = [abs(math.log1p(case.best) - math.log1p(case.value)) / 2]
    parts.append(TAIL / 2 * winkler(case.low, case.high, case.value, TAIL))
    if case.half_low is not None and case.half_high is not None:
        parts.append(HALF_TAIL / 2 * winkler(case.half_low, case.half_high, case.value, HALF_TAIL))
    return math.fsum(parts) / (len(parts) - 0.5)


def range_score(cases: Sequence[RangeCase]) -> RangeScore | None:
    """Return all scores of some resolved quantities, whatever their order; None for none."""
    if not cases:
        return None
    weights = [case.weight for case in cases]
    halves = [
        (case.half_low, case.half_high, case.value, case.weight)
        for case in cases
        if case.half_low is not None and case.half_high is not None
    ]
    half_weights = [weight for *_, weight in halves]
    return RangeScore(
        n=len(cases),
        covered=share_figure([float(case.low <= case.value <= case.high) for case in cases], weights),
        half_covered=share_figure([float(low <= value <= high) for low, high, value, _ in halves], half_weights)
        if halves
        else None,
        winkler=mean_figure([winkler(case.low, case.high, case.value, TAIL) for case in cases], weights),
        half_winkler=mean_figure([winkler(low, high, value, HALF_TAIL) for low, high, value, _ in halves], half_weights)
        if halves
        else None,
        interval_score=mean_figure([interval_score(case) for case in cases], weights),
        median_abs_ln=median(abs(math.log((case.best + 1) / (case.value + 1))) for case in cases),
    )
