"""Running totals of losses as many sources claim them day by day, and what a model of them expects of a claim."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Bound(StrEnum):
    """On which side of the number the source puts its claim."""

    NUMBER = "number"
    LOWER = "lower"
    """At least so many."""
    UPPER = "upper"
    """At most so many."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A source's claim of all that one side has lost of one category up to a day."""

    day: int
    """Days since the war began, 1 = the first."""
    source: str
    side: str
    """Who has lost it."""
    category: str
    value: float
    """The claimed total, more than nought."""
    bound: Bound = Bound.NUMBER


@dataclass(frozen=True, slots=True)
class Expected:
    """What a source is expected to claim on a day, on all that others said and it said on other days."""

    best: float
    """Median."""
    low: float
    high: float
    """90 % range."""
    repeats: float
    """Probability that it will repeat a figure that is already there, 0 to 1."""


@dataclass(frozen=True, slots=True)
class SourceFactor:
    """By what the figures of one source on one side's losses are multiplied, against neutral sources as a whole."""

    source: str
    side: str
    category: str
    """Empty for all categories together."""
    factor: float
    """Over 1: it claims more than neutral sources do."""
    low: float
    high: float
    """90 % range."""
    claims: int
    """Number of claims that it was learned from."""
    own: bool | None
    """Whether the source is the side itself, its enemy, or (None) neither."""
