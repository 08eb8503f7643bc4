"""Agreement between coders: coefficients with their intervals, as the results of a round of double coding give them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Metric(StrEnum):
    """How far apart two values of a field are."""

    NOMINAL = "nominal"
    """They are the same or they are not."""
    ORDINAL = "ordinal"
    """By the number of values that stand between them."""
    INTERVAL = "interval"
    """By their difference."""
    RATIO = "ratio"
    """By their difference as a share of their sum."""


@dataclass(frozen=True, slots=True)
class Coefficient:
    """One measure of agreement with its 95 % interval."""

    value: float | None
    """1 = agreement, 0 = what chance gives (for a plain share: nobody agrees); None where it cannot be told."""
    low: float | None = None
    high: float | None = None
    error: float | None = None
    """Standard error."""
    note: str = ""
    """Why a value or an interval is missing, or how an interval without spread was made."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far coders agree on one field."""

    metric: Metric
    units: int
    """What two coders or more have coded; nothing else tells of agreement."""
    left_out: int
    """What fewer than two have coded."""
    values: int
    """How often the counted units were coded, by all coders together."""
    percent: Coefficient
    """Share of pairs of coders who give one value, 0 to 1, with Wilson's interval over units."""
    alpha: Coefficient
    """Krippendorff's alpha, with a bootstrap interval over units."""
    gwet: Coefficient
    """Gwet's AC1 where the metric is nominal, else AC2, with the interval of its analytic standard error."""
    kappa: Coefficient
    """Cohen's kappa; for more than two coders the mean over pairs of coders, after Light. Nominal."""
