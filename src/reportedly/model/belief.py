"""Belief: how probable a proposition is on the word of its independent origins, and what each of them adds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.claim import SourceClass
from reportedly.model.reason import Reason


class Proposition(StrEnum):
    """What is believed or not."""

    HAPPENED = "it happened"
    MAGNITUDE = "the figure is about right"


class Interest(StrEnum):
    """Whom a word serves: its speaker, or those against whom the speaker stands."""

    NONE = "none"
    SELF_SERVING = "self-serving"
    AGAINST = "against interest"


@dataclass(frozen=True, slots=True)
class OriginVote:
    """One independent origin's word on a proposition."""

    origin: str
    """Name of the origin; empty where the lineage is not recorded."""
    source_class: SourceClass = SourceClass.UNKNOWN
    side: str | None = None
    """The party it belongs to; votes of one party are taken to share what they know."""
    denies: bool = False
    low: float = 1.0
    high: float = 1.0
    """Interval of the probability word of the best relay, or of the origin's own page; 1 to 1 = stated flatly."""
    interest: Interest = Interest.NONE
    recorded: bool = True
    claim_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one origin adds."""

    origin: str
    log_odds: float
    """What it adds to the log-odds, mean over the forests; negative = speaks against."""
    present: float
    """Share of the forests in which it is an origin."""
    shift: float
    """By how much the probability changes if this origin is left out."""
    reason: Reason


@dataclass(frozen=True, slots=True)
class Belief:
    """How probable a proposition is."""

    proposition: Proposition
    probability: float
    low: float
    high: float
    """90 % interval from what is not known of reliabilities, and from the spread over forests."""
    prior: float
    contributions: tuple[Contribution, ...]
    """The greatest first."""
    forests: int = 1
    """Number of possible lineages over which the mean was taken."""
    learned: bool = False
    """Whether reliabilities were learned from the events at hand."""
