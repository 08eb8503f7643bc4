"""What the figures of independent origins make probable for one number, with what each of them adds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.reason import Reason


class FigureRole(StrEnum):
    """What a figure does to the estimate."""

    COUNT = "count"
    """It speaks for the number itself."""
    LOWER = "lower"
    """It says that the number is no smaller."""
    UPPER = "upper"
    """It says that the number is no greater."""
    RANGE = "range"
    """It says between which two numbers it lies."""
    WORD = "word"
    """A vague word (``dozens``), read as a band by the convention."""
    FLOOR = "floor"
    """Names or pictures, each of which was seen: the number cannot be smaller."""
    CAP = "cap"
    """The number cannot be greater: more than there were cannot be lost."""
    LINK = "link"
    """A figure of another measure that this one contains or is contained in."""


@dataclass(frozen=True, slots=True)
class PriorUsed:
    """What was taken for granted about one kind of word, before its figures were looked at."""

    name: str
    """For whom and what it holds, such as ``party on its enemy's losses, killed``."""
    factor: float
    """By what a figure of this kind is multiplied as a rule; 1 = neither high nor low."""
    spread: float
    """Standard deviation of the natural logarithm of that factor."""
    source: str
    """Where it was published or measured, or that a user set it."""


@dataclass(frozen=True, slots=True)
class FigureShare:
    """What one figure adds to the estimate of a number."""

    testimony_id: str
    claim_id: str
    origin: str
    """Name of the origin; empty where nobody's word is recorded."""
    role: FigureRole
    factor: float
    """By how much this figure is thought to be too high (over 1) or too low (under 1), after all figures were seen."""
    share: float
    """Its share of what the figures together tell, 0 to 1; the shares of one estimate sum to 1."""
    without: float | None
    """Best estimate if this origin is left out; None where nothing else is left."""
    shift: float | None
    """Natural logarithm of the best estimate with this origin over that without it; None as above."""
    reason: Reason


@dataclass(frozen=True, slots=True)
class FigureConflict:
    """Two figures that can hardly be of one number, even when each is allowed what its kind is off by."""

    testimony_ids: tuple[str, ...]
    probability: float
    """Probability of figures at least so far apart, if both are of one number."""
    reason: Reason


@dataclass(frozen=True, slots=True)
class Posterior:
    """How probable each size of one number is on the figures of its independent origins."""

    best: float
    """Median."""
    half_low: float
    half_high: float
    """50 % range."""
    low: float
    high: float
    """90 % range."""
    shares: tuple[FigureShare, ...]
    """One a figure, the weightiest first."""
    priors: tuple[PriorUsed, ...]
    """Every assumption about kinds of words that was used, in order of name."""
    conflicts: tuple[FigureConflict, ...] = ()
    reasons: tuple[Reason, ...] = ()
    """How floors, caps, round numbers, earlier figures and figures of other measures came in."""


@dataclass(frozen=True, slots=True)
class RuleRange:
    """The range that a published project's own rule gives on the same figures."""

    rule: str
    """Name of the rule, such as ``ACLED most conservative``."""
    low: int | None
    best: int | None
    high: int | None
    reason: Reason
