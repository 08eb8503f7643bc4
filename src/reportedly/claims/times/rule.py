"""What rules are made of: a pattern, a worker, what the worker may look at and what it gives."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from reportedly.claims.times.calendar import month_days
from reportedly.model.days import Days
from reportedly.model.times import AnchorKind, Direction, Granularity, Policy, TimeType


@dataclass(frozen=True, slots=True)
class Point:
    """A year, month or day that the text spoke of; years before Christ are negative."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def exact(self) -> date | None:
        """The day, where it is one that the calendar can hold."""
        return made(self.year, self.month, self.day) if self.month and self.day else None

    @property
    def days(self) -> Days | None:
        """The days of the year, month or day; None before Christ."""
        if self.year < 1:
            return None
        if self.month is None:
            return Days(date(self.year, 1, 1), date(self.year, 12, 31))
        if self.day is None:
            return month_days(self.year, self.month)
        return Days.on(found) if (found := self.exact) else None

    def __str__(self) -> str:
        """Return the TIMEX3 value."""
        year = f"{self.year:04d}" if self.year > 0 else f"BC{-self.year:04d}"
        month = f"-{self.month:02d}" if self.month else ""
        return year + month + (f"-{self.day:02d}" if self.month and self.day else "")

    @classmethod
    def of(cls, day: date) -> Point:
        """Return the point of a day."""
        return cls(day.year, day.month, day.day)


def made(year: int, month: int, day: int) -> date | None:
    """Return a day, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Clock:
    """What an expression is worked out against."""

    reference: date | None
    """The day of publication or saying; None where it is not known."""
    narrative: bool
    """Whether years are those of the running narrative and not of the reference day."""
    direction: Direction
    running: Point | None
    """The time of which the text spoke last."""
    day: Days | None
    """The days, a week at most, of which the text spoke last, for ``two days earlier``."""
    policies: tuple[Policy, ...]

    @property
    def base(self) -> Point | None:
        """What ``this`` and ``last`` are counted from: the narrative's time in a narrative, else the reference."""
        if self.narrative:
            return self.running
        return Point.of(self.reference) if self.reference else None

    @property
    def base_kind(self) -> AnchorKind:
        """Whether ``base`` is the reference day."""
        return AnchorKind.TEXT if self.narrative else AnchorKind.REFERENCE


@dataclass(frozen=True, slots=True)
class Sense:
    """What a worker made of words."""

    type: TimeType
    value: str
    granularity: Granularity
    interval: Days | None = None
    whole: Days | None = None
    """The calendar unit, where ``interval`` is a part of it."""
    point: Point | None = None
    """The time that the text speaks of from here on; None leaves it as it was."""
    anchor: AnchorKind = AnchorKind.NONE
    policy: Policy | None = None
    warnings: tuple[str, ...] = ()
    parts: tuple[tuple[int, int, Sense], ...] = ()
    """Ends of a range with their places in the text."""


Worker = Callable[[re.Match[str], Clock], Sense | None]
"""Gives None where the words turn out to be no time expression."""


class Trigger(Enum):
    """The word without which a rule cannot fire; texts are searched only near such words."""

    MONTH = r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
    WEEKDAY = r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
    DIGIT = r"\d+"
    UNIT = (
        r"\b(?i:minute|hour|day|night|midnight|week|fortnight|month|quarter|half|year|decade|centur|morning|afternoon|"
        r"evening|noon|midday|dawn|dusk)"
    )
    SEASON = r"\b(?i:spring|summer|autumn|fall|winter)"
    ANY = ""
    """Search the whole text."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to write a time."""

    name: str
    """Short name that expressions and grounds carry."""
    pattern: re.Pattern[str]
    work: Worker
    trigger: Trigger = Trigger.ANY
    narrative: bool | None = None
    """Whether it holds in narratives alone, outside of them alone, or everywhere (None)."""


_GAP = r"(?:[^\S\n]+(?:\n(?!\s*\n)[^\S\n]*)?|\n(?!\s*\n)[^\S\n]*)"
"""White space within a paragraph."""


def rule(
    name: str,
    pattern: str,
    work: Worker,
    trigger: Trigger,
    *,
    anycase: bool = False,
    narrative: bool | None = None,
) -> Rule:
    r"""Return a rule with its pattern compiled; ``\s+`` and ``\s*`` in it never cross a blank line."""
    within = pattern.replace(r"\s+", _GAP).replace(r"\s*", rf"{_GAP}?")
    return Rule(name, re.compile(within, re.IGNORECASE if anycase else 0), work, trigger, narrative)
