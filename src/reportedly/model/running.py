"""Tables of running totals: their columns, what is wrong in them, and the estimate drawn from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportedly.model.posterior import PriorUsed
from reportedly.model.reason import Reason


class Role(StrEnum):
    """What a column of totals says about the true total."""

    CLAIM = "claim"
    """Somebody's claim of the total."""
    NAMED = "named"
    """Names of the dead: a floor, of which a share of the dead is known."""
    SEEN = "seen"
    """Losses that pictures show: a floor, of which a share of the losses is known."""
    FLOOR = "floor"
    """The total cannot be smaller; nothing is said about how much greater it is."""


class Interest(StrEnum):
    """Whose losses a claimant counts."""

    ENEMY = "enemy"
    OWN = "own"
    NEUTRAL = "neutral"
    UNKNOWN = "unknown"


class Counted(StrEnum):
    """What a claim counts."""

    KILLED = "killed"
    CASUALTIES = "casualties"
    """Killed and wounded together."""
    EQUIPMENT = "equipment"


@dataclass(frozen=True, slots=True)
class Reading:
    """The total of one day."""

    day: date
    value: float


@dataclass(frozen=True, slots=True)
class Column:
    """A column of running totals."""

    name: str
    file: str
    role: Role
    readings: tuple[Reading, ...]
    """In order of day; a day stands more than once where the table has it so."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user says about the tables; what is left out is found out."""

    day: str = ""
    """Column of the day."""
    columns: tuple[tuple[str, Role | None], ...] = ()
    """Columns of totals with what they are; empty = all that look like running totals."""
    where: tuple[tuple[str, str], ...] = ()
    """Only rows in which these columns hold these words."""
    until: date | None = None
    """Only days up to this one; None = all."""


class FindingKind(StrEnum):
    """What can be wrong with a total."""

    SLIP = "digit slip"
    """It fits its neighbours once one digit is exchanged, added, dropped or two are transposed."""
    REPEATED = "repeated day"
    """The figure of the day before, carried over."""
    EARLY = "figure of the next day"
    DUPLICATE = "day given twice"
    FALL = "fall"
    """A running total that is smaller than on the day before."""
    DISAGREEMENT = "disagreement"
    """Two columns of one source give different figures, and neither slip nor repetition explains it."""
    STANDS = "stands still"
    """No growth where the source itself gave none, or where standing still is usual."""
    BELOW_FLOOR = "claim below floor"


ERRORS = frozenset({FindingKind.SLIP, FindingKind.REPEATED, FindingKind.EARLY, FindingKind.DUPLICATE})
"""Kinds that are faults of the table; the others are for the reader to judge."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with a total, or worth a look."""

    kind: FindingKind
    column: str
    first: date
    last: date
    """The same as ``first`` but where it lasts."""
    value: float
    """What stands there on the first day."""
    suggested: float | None
    """What probably should; None where nothing is suggested."""
    reason: Reason


@dataclass(frozen=True, slots=True)
class Missing:
    """Days without a total between a column's first and last."""

    column: str
    days: tuple[tuple[date, date], ...]
    """Runs of days."""
    number: int


@dataclass(frozen=True, slots=True)
class Band:
    """What is estimated of one day."""

    day: date
    claim: float | None
    """The claim after the faults named were mended; None where no column claims anything."""
    floor: float | None
    """The highest floor up to that day."""
    low: float
    half_low: float
    best: float
    half_high: float
    high: float


@dataclass(frozen=True, slots=True)
class SeriesReport:
    """Everything that is said about tables of running totals."""

    columns: tuple[Column, ...]
    same: tuple[tuple[str, ...], ...]
    """Columns that are copies of one source's totals, by name."""
    findings: tuple[Finding, ...]
    missing: tuple[Missing, ...]
    bands: tuple[Band, ...]
    priors: tuple[PriorUsed, ...]
    notes: tuple[str, ...]
