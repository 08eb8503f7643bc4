"""Scores of predictions: how near they came, with the number of cases and an interval beside every figure."""

from __future__ import annotations

from dataclasses import dataclass

TOO_FEW = 20
"""Fewer resolved predictions than this say little; their figures are marked."""
MAP_NEEDS = 100
"""Resolved predictions from which a map from stated to observed probability is shown."""


@dataclass(frozen=True, slots=True)
class Case:
    """One resolved proposition as it is scored."""

    probability: float
    outcome: float
    """1 came true, 0 did not; a share where it came true partly."""
    weight: float = 1.0
    low: float | None = None
    high: float | None = None
    """The interval that was said; None = only the number."""


@dataclass(frozen=True, slots=True)
class RangeCase:
    """One resolved quantity as it is scored."""

    value: float
    best: float
    low: float
    high: float
    """90 % range."""
    half_low: float | None = None
    half_high: float | None = None
    """50 % range."""
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean or share with its 95 % interval."""

    value: float
    low: float | None
    high: float | None
    """None where one case alone gives no interval."""


@dataclass(frozen=True, slots=True)
class CalibrationBin:
    """The predictions that were stated with about one probability."""

    low: float
    high: float
    n: int
    stated: float
    """Mean of the stated probabilities."""
    came_true: Figure
    """Share that came true."""


@dataclass(frozen=True, slots=True)
class ProbabilityScore:
    """How well stated probabilities did."""

    n: int
    weight: float
    """Sum of the weights: predictions of one maker on one matter weigh 1 together."""
    base_rate: float
    """Share that came true."""
    brier: Figure
    """Mean squared difference, 0 (perfect) to 1; the scale from 0 to 2 that others use is twice this."""
    log_score: Figure
    """Mean of -ln of the probability given to what came about, kept at 1e-6 or more."""
    reliability: float
    resolution: float
    uncertainty: float
    """Parts of the Brier score over ten bins: reliability - resolution + uncertainty (+ ``within_bins``)."""
    within_bins: float
    """What the decomposition leaves over, since probabilities within a bin differ."""
    ece: float
    """Mean distance of stated from observed probability over the bins, by their weight."""
    skill: float | None
    """1 - Brier / uncertainty: 0 as good as always naming the base rate; None where all came out alike."""
    auc: float | None
    """Chance that what came true was given the higher probability; None where all came out alike."""
    brier_best: float
    brier_worst: float
    """Brier score if of each interval the best, or the worst, number had been said."""
    bins: tuple[CalibrationBin, ...]


@dataclass(frozen=True, slots=True)
class RangeScore:
    """How well stated ranges did; differences are taken on ln(1 + x)."""

    n: int
    covered: Figure
    """Share of the values within their 90 % range."""
    half_covered: Figure | None
    """Share of the values within their 50 % range; None where none was given."""
    winkler: Figure
    """Winkler score of the 90 % range: its width, and 20 times the miss."""
    half_winkler: Figure | None
    """Winkler score of the 50 % range: its width, and 4 times the miss."""
    interval_score: Figure
    """Weighted interval score over median and ranges, which approximates the CRPS."""
    median_abs_ln: float
    """Median distance of the best number from the value."""


@dataclass(frozen=True, slots=True)
class MapRow:
    """One row of the map from stated to observed probability."""

    stated: float
    observed: float


@dataclass(frozen=True, slots=True)
class CalibrationMap:
    """What a stated probability has been worth so far: information, applied to nothing."""

    n: int
    intercept: float
    """Added to the log-odds."""
    slope: float
    """Over 1: stated too cautiously; under 1: stated too boldly."""
    rows: tuple[MapRow, ...]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """All scores of one maker, or of all together."""

    who: str
    """Name of the maker; empty = all."""
    voice: str
    """Whose statements they are; empty = of several kinds."""
    resolved: int
    number: ProbabilityScore | None
    """Scores of the numbers that were said."""
    word: ProbabilityScore | None
    """Scores of the middles of the words' rows."""
    flat: Figure | None
    """Share of the statements without any probability that came true."""
    flat_n: int
    ranges: RangeScore | None
    too_few: bool
    """Whether fewer than ``TOO_FEW`` were resolved: the figures say little."""
    map: CalibrationMap | None
    """None below ``MAP_NEEDS`` resolved probabilities."""
    void: int
    unresolved: int
    late: int
    """Resolved ones left out because they were recorded only when the outcome was known."""
