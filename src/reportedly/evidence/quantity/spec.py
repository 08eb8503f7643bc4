"""Figures as the estimate takes them: what each says of the number, and what its kind is off by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.posterior import FigureRole


class Part(StrEnum):
    """How what a figure counts stands to the number that is estimated."""

    SELF = "self"
    KILLED_OF = "killed of casualties"
    """It counts the killed among the casualties that are estimated."""
    WOUNDED_OF = "wounded of casualties"
    KILLED_TO = "killed beside wounded"
    """It counts the killed, and the wounded are estimated."""
    WOUNDED_TO = "wounded beside killed"
    CASUALTIES_K = "casualties with killed"
    """It counts the casualties, and the killed among them are estimated."""
    CASUALTIES_W = "casualties with wounded"


@dataclass(frozen=True, slots=True)
class Spec:
    """One figure; equal specs say the same, so results are kept by them."""

    role: FigureRole
    low: float | None
    high: float | None
    scale: float
    """Scale of its Student noise."""
    mean: float = 0.0
    """Logarithm of the factor that its kind is off by as a rule."""
    spread: float = 0.0
    """Standard deviation of that logarithm."""
    exact: float = 0.0
    """Probability that it is the very number."""
    about: bool = False
    """Whether it is said to be rounded."""
    gap: float = 0.0
    """Mean of the logarithm between a bound and the number."""
    loose: tuple[float, float] = (0.0, 1.0)
    """Share of such bounds that are only bounds, and the mean of that logarithm for them."""
    seen: tuple[float, float] = (1.0, 1.0)
    """Of a floor: parameters of the Beta distribution of the share that was seen."""
    party: int = 0
    """Figures of one party are off by much the same."""
    origin: int = 0
    """Figures of one origin are left out together."""
    part: Part = Part.SELF

    @property
    def rank(self) -> tuple[object, ...]:
        """A key that puts specs into an order which depends on nothing but what they say."""
        ends = (-1.0 if self.low is None else self.low, -1.0 if self.high is None else self.high)
        off = (self.mean, self.spread, self.exact, self.about, self.gap, self.loose, self.seen)
        return (self.part, self.role, *ends, self.scale, *off, self.party, self.origin)

    @property
    def point(self) -> float:
        """The number that it turns on; the geometric middle of a range."""
        if self.low is not None and self.high is not None:
            return float((max(self.low, 0.5) * max(self.high, 0.5)) ** 0.5) if self.low != self.high else self.low
        return self.low if self.low is not None else self.high or 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    """What holds for all figures of one estimate."""

    shared: float
    """Correlation of what figures of one party are off by."""
    heaped: float
    wounded: tuple[float, float]
    """Mean and standard deviation of the logarithm of the wounded for each one killed."""
