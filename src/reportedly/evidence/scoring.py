"""Score stated probabilities: Brier, log score, calibration, Murphy's decomposition, skill and discrimination.

Sources: G. W. Brier, Monthly Weather Review 78 (1950) 1-3, here with one term a case, so that it runs from 0 to 1;
I. J. Good, J. R. Stat. Soc. B 14 (1952) 107-114 for the log score; A. H. Murphy, J. Appl. Meteorology 12 (1973)
595-600 for the decomposition; E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209-212 for intervals of shares; L. Kish,
Survey Sampling (1965) for the number of equal cases that weighted ones are worth.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from scipy.special import stdtrit

from reportedly.model.score import CalibrationBin, Case, Figure, ProbabilityScore

CLIP = 1e-6
"""Least probability in a log score: one certainty that fails costs 13.8, not everything."""
BINS = 10
_Z = 1.959964
"""The normal quantile of a 95 % interval."""


def brier(case: Case) -> float:
    """Return the squared difference of probability and outcome, 0 to 1."""
    return (case.probability - case.outcome) ** 2


def log_score(case: Case) -> float:
    """Return -ln of the probability given to the outcome, natural and clipped; 0 is perfect.

    What came true partly is scored by its share as so much of a success and the rest of a failure.
    """
    came = -math.log(max(CLIP, case.probability)) if case.outcome else 0.0
    failed = -math.log(max(CLIP, 1 - case.probability)) if case.outcome < 1 else 0.0
    return case.outcome * came + (1 - case.outcome) * failed


def probability_score(cases: Sequence[Case]) -> ProbabilityScore | None:
    """Return all scores of some resolved propositions, whatever their order; None for none."""
    if not cases:
        return None
    weights = [case.weight for case in cases]
    base = mean([case.outcome for case in cases], weights)
    scores = [brier(case) for case in cases]
    bins = calibration(cases)
    total = math.fsum(weights)
    shares = [(weight / total, one) for weight, one in bins]
    uncertainty = base * (1 - base)
    reliability = math.fsum(share * (one.stated - one.came_true.value) ** 2 for share, one in shares)
    resolution = math.fsum(share * (one.came_true.value - base) ** 2 for share, one in shares)
    all_over = mean(scores, weights)
    return ProbabilityScore(
        n=len(cases),
        weight=total,
        base_rate=base,
        brier=mean_figure(scores, weights, top=1.0),
        log_score=mean_figure([log_score(case) for case in cases], weights),
        reliability=reliability,
        resolution=resolution,
        uncertainty=uncertainty,
        within_bins=all_over - (reliability - resolution + uncertainty),
        ece=math.fsum(share * abs(one.stated - one.came_true.value) for share, one in shares),
        skill=1 - all_over / uncertainty if uncertainty > 1e-12 else None,
        auc=discrimination(cases),
        brier_best=mean([min(_ends(case)) for case in cases], weights),
        brier_worst=mean([max(_ends(case)) for case in cases], weights),
        bins=tuple(one for _, one in bins),
    )


def _ends(case: Case) -> tuple[float, float]:
    """Return the least and the greatest squared difference within the interval that was said."""
    low = case.probability if case.low is None else case.low
    high = case.probability if case.high is None else case.high
    nearest = min(max(case.outcome, low), high)
    return (nearest - case.outcome) ** 2, max((low - case.outcome) ** 2, (high - case.outcome) ** 2)


def calibration(cases: Sequence[Case]) -> list[tuple[float, CalibrationBin]]:
    """Return the bins of tenths that hold a case, in order, each with its weight."""
    held: dict[int, list[Case]] = defaultdict(list)
    for case in cases:
        held[min(BINS - 1, int(case.probability * BINS))].append(case)
    return [_bin(place, held[place]) for place in sorted(held)]


def _bin(place: int, cases: Sequence[Case]) -> tuple[float, CalibrationBin]:
    weights = [case.weight for case in cases]
    stated = mean([case.probability for case in cases], weights)
    came = share_figure([case.outcome for case in cases], weights)
    return math.fsum(weights), CalibrationBin(place / BINS, (place + 1) / BINS, len(cases), stated, came)


def discrimination(cases: Sequence[Case]) -> float | None:
    """Return the chance that a case that came true was given more than one that did not; ties count half.

    Cases that came true partly are left out; None where there are not both kinds.
    """
    ordered = sorted((case.probability, case.outcome == 1) for case in cases if case.outcome in {0, 1})
    came = sum(true for _, true in ordered)
    pairs = came * (len(ordered) - came)
    if not pairs:
        return None
    groups: dict[float, list[int]] = defaultdict(lambda: [0, 0])
    for probability, true in ordered:
        groups[probability][true] += 1
    below, won = 0, 0.0
    for failed, true_ones in groups.values():
        won += true_ones * (below + failed / 2)
        below += failed
    return won / pairs


def mean(values: Sequence[float], weights: Sequence[float]) -> float:
    """Return the weighted mean."""
    return math.fsum(v * w for v, w in zip(values, weights, strict=True)) / math.fsum(weights)


def mean_figure(values: Sequence[float], weights: Sequence[float], top: float = math.inf) -> Figure:
    """Return a mean of values from 0 up with its 95 % interval by Student's t.

    Args:
        values: the values; at least one.
        weights: of each; they sum to more than 0.
        top: the greatest value that is possible.
    """
    centre, worth = mean(values, weights), equal_cases(weights)
    if worth < 2:
        return Figure(centre, None, None)
    spread = math.sqrt(max(0.0, mean([(value - centre) ** 2 for value in values], weights)) / (worth - 1))
    reach = float(stdtrit(worth - 1, 0.975)) * spread
    return Figure(centre, max(0.0, centre - reach), min(top, centre + reach))


def share_figure(values: Sequence[float], weights: Sequence[float]) -> Figure:
    """Return a share with Wilson's 95 % interval."""
    share, worth = mean(values, weights), equal_cases(weights)
    square = _Z**2 / worth
    centre = (share + square / 2) / (1 + square)
    reach = _Z / (1 + square) * math.sqrt(share * (1 - share) / worth + square / (4 * worth))
    return Figure(share, max(0.0, centre - reach), min(1.0, centre + reach))


def equal_cases(weights: Sequence[float]) -> float:
    """Return how many cases of one weight the weighted ones are worth."""
    return math.fsum(weights) ** 2 / math.fsum(weight**2 for weight in weights)
