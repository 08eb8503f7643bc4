"""Time expressions: the words, what they mean in TIMEX3, the days they cover, and how that was worked out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportedly.model.days import Days
from reportedly.model.span import Span


class TimeType(StrEnum):
    """What an expression denotes, by the four types of TIMEX3 (ISO-TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Granularity(StrEnum):
    """How finely an expression tells its time."""

    CLOCK = "clock"
    """An hour or a minute."""
    DAY_PART = "part of day"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    STRETCH = "stretch"
    """A run of days that is no unit of the calendar."""
    VAGUE = "vague"
    """Open on purpose: ``recently``; a policy gives its days."""


class Bound(StrEnum):
    """What the preposition before an expression makes of its days."""

    AT = "at"
    AS_OF = "as of"
    SINCE = "since"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"


class Direction(StrEnum):
    """Which way a day without a year, or a bare weekday, is looked for from the day of publication."""

    BACK = "back"
    AHEAD = "ahead"


class AnchorKind(StrEnum):
    """Against what an expression was worked out."""

    NONE = "its own words"
    REFERENCE = "the reference day"
    TEXT = "another time of the text"


@dataclass(frozen=True, slots=True)
class Policy:
    """How many days a vague word is taken to mean: a convention that can be changed, never a fact of the text."""

    name: str
    words: tuple[str, ...]
    """The words as they stand in text, in lower case."""
    direction: Direction
    """Whether the days lie up to the reference day or begin with it."""
    width: int
    """Days beside the reference day, which itself is counted in."""
    value: str
    """TIMEX3 value: ``PAST_REF``, ``PRESENT_REF`` or ``FUTURE_REF``."""
    note: str
    """Where the width comes from."""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words of a text that tell a time."""

    span: Span
    """The words; the preposition that bounds them stays outside, except in a range (``from ... to``)."""
    type: TimeType
    value: str
    """TIMEX3 value (``2024-12-14``, ``2024-W50``, ``P2D``, ``PAST_REF``); empty where TIMEX3 has none."""
    interval: Days | None
    """The days meant, as narrow as the words are: ``late November`` is 21 to 30; None where they stay open."""
    whole: Days | None
    """The unit of the calendar named, for rules that know no parts: all of November."""
    granularity: Granularity
    rule: str
    """Name of the rule that fired."""
    bound: Bound = Bound.AT
    direction: Direction = Direction.BACK
    """Which way an open year or weekday was looked for."""
    anchor: AnchorKind = AnchorKind.NONE
    anchor_day: date | None = None
    """The day that the expression was worked out against."""
    policy: str | None = None
    """Name of the policy that gave the days of a vague time."""
    width: int | None = None
    """Days of that policy."""
    warnings: tuple[str, ...] = ()
    """What a person should check: a weekday that disagrees with its date, a year chosen by the weekday."""
    parts: tuple[TimeExpression, ...] = ()
    """The two ends of a range, where each is an expression of its own."""
