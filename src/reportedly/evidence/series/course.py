"""The course that a running total takes around a day, and how far a figure stands off it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

NEIGHBOURS = 7
"""Days with a figure on either side that tell the usual growth."""
BREAK = 1.5
"""By how many times the usual growth a figure may stand off its neighbours."""


@dataclass(frozen=True, slots=True)
class Course:
    """What the neighbours of a day let expect."""

    before: float
    """Figure of the last day before that has one."""
    after: float
    """Figure of the first day after that has one."""
    expected: float
    """On the straight line between the two."""
    daily: float
    """Usual growth a day around it."""
    spread: float
    """By how much figures around it usually stand off the line between their own neighbours."""
    gaps: tuple[int, int]
    """Days since the figure before and until the one after."""

    def belies(self, value: float) -> bool:
        """Return whether a figure breaks with both sides: it neither follows the one before nor leads to the one after.

        A correction breaks with the days before it alone; the total goes on from there.
        """
        grown = [self.daily * gap for gap in self.gaps]
        from_before, to_after = value - (self.before + grown[0]), (self.after - grown[1]) - value
        return not self.holds(value) and all(
            abs(off) > BREAK * own + 3 * self.spread for off, own in zip((from_before, to_after), grown, strict=True)
        )

    def off(self, value: float) -> float:
        """Return how many usual distances a figure stands off the line; over 0 = above."""
        return (value - self.expected) / self.spread

    def holds(self, value: float) -> bool:
        """Return whether a figure lies between its neighbours."""
        return self.before <= value <= self.after


def course_at(known: Mapping[date, float], days: list[date], day: date) -> Course | None:
    """Return the course around a day, without what stands on that day itself.

    Args:
        known: figures by day.
        days: the days of ``known`` in order.
        day: the day; it need not be among them.

    Returns:
        None where there is no figure before or after it, or fewer than four to tell the usual growth from.
    """
    at = bisect_left(days, day)
    left = days[max(0, at - NEIGHBOURS) : at]
    right = days[at + 1 if at < len(days) and days[at] == day else at :][:NEIGHBOURS]
    if not left or not right or len(left) + len(right) < 4:
        return None
    before, after = left[-1], right[0]
    share = (day - before).days / (after - before).days
    expected = known[before] + share * (known[after] - known[before])
    steps = [_daily(known, one, two) for side in (left, right) for one, two in pairwise(side)]
    bends = [_bend(known, *side[at : at + 3]) for side in (left, right) for at in range(len(side) - 2)]
    usual = median(steps) if steps else 0.0
    spread = 1.4826 * median(abs(bend) for bend in bends) if bends else 0.0
    spread = max(spread, abs(usual) / 8, 1e-9 + abs(expected) * 1e-5)
    gaps = ((day - before).days, (after - day).days)
    return Course(known[before], known[after], expected, usual, spread, gaps)


def _daily(known: Mapping[date, float], one: date, two: date) -> float:
    return (known[two] - known[one]) / (two - one).days


def _bend(known: Mapping[date, float], one: date, two: date, three: date) -> float:
    share = (two - one).days / (three - one).days
    return known[two] - known[one] - share * (known[three] - known[one])
