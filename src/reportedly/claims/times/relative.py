"""Count days, weeks, months and years from the reference day or from the time of which the text spoke last."""

from __future__ import annotations

from datetime import date, timedelta

from reportedly.claims.times.calendar import add_months, add_years, nearest_weekday
from reportedly.claims.times.rule import Clock, Point, Sense
from reportedly.claims.times.senses import (
    century_sense,
    decade_sense,
    months_sense,
    point_sense,
    week_sense,
    weekend_sense,
)
from reportedly.model.times import AnchorKind, Direction


def nearest(weekday: int, clock: Clock, turn: str = "") -> date | None:
    """Return the weekday meant: the nearest on or before the reference day, or ahead of it.

    Args:
        weekday: 0 for Monday.
        clock: what it is worked out against; a narrative counts on from its own day.
        turn: ``last`` and ``next`` never mean the reference day itself.
    """
    if clock.narrative:
        if clock.day is None:
            return None
        return clock.day.last + timedelta(days=(weekday - clock.day.last.weekday()) % 7)
    if clock.reference is None:
        return None
    ahead = turn in {"next", "coming"} or (turn not in {"last", "past"} and clock.direction is Direction.AHEAD)
    day = nearest_weekday(weekday, clock.reference, Direction.AHEAD if ahead else Direction.BACK)
    if turn in {"next", "last"} and day == clock.reference:
        day += timedelta(days=7 if turn == "next" else -7)
    return day


def shifted_day(day: date, count: float, unit: str) -> date | None:
    """Return the day so many units later, earlier where negative; None where the calendar ends before it."""
    try:
        if unit in {"hour", "minute"}:
            return day + timedelta(days=round(count / 24) if unit == "hour" and abs(count) >= 12 else 0)
        if unit in {"day", "night"}:
            return day + timedelta(days=round(count))
        if unit in {"week", "fortnight"}:
            return day + timedelta(days=round(count * (7 if unit == "week" else 14)))
        if unit in {"month", "quarter"}:
            return add_months(day, round(count * (1 if unit == "month" else 3)))
        if count % 1:
            return add_months(day, round(count * 12))
        return add_years(day, round(count * {"year": 1, "decade": 10, "century": 100}[unit]))
    except (ValueError, OverflowError):
        return None


def shifted_point(point: Point, count: float, unit: str, anchor: AnchorKind) -> Sense | None:
    """Return the day, month or year so many units from a point, as finely as unit and point allow."""
    if unit == "century":
        return None
    if unit == "decade" or (unit == "year" and not count % 1):
        year = point.year + round(count * (10 if unit == "decade" else 1))
        year += (year >= 0) - (point.year > 0)
        return point_sense(Point(year), anchor) if year else None
    base = point.exact or (point.days.first if point.days and point.month and unit in {"month", "quarter"} else None)
    day = None if base is None else shifted_day(base, count, unit)
    if day is None:
        return None
    blurred = unit in {"month", "quarter"} or (unit == "year" and bool(count % 1))
    return point_sense(Point(day.year, day.month) if blurred else Point.of(day), anchor)


def unit_beside(base: Point, shift: int, unit: str, anchor: AnchorKind) -> Sense | None:
    """Return the calendar unit that holds a point, or the one so many units from it: ``last month``, ``that year``."""
    if unit == "year":
        year = base.year + shift
        return point_sense(Point(year or shift), anchor)
    if unit == "decade":
        return decade_sense((base.year // 10 + shift) * 10, anchor)
    if unit == "century":
        return century_sense((base.year - 1) // 100 + 1 + shift, False, anchor) if base.year > 0 else None
    if base.month is None:
        return None
    if unit in {"month", "quarter"} or base.year < 1:
        return _months_beside(base, shift, unit, anchor)
    day = base.exact
    if day is None:
        return None
    if unit == "weekend":
        return weekend_sense(day - timedelta(days=day.weekday() - 5 - 7 * shift), anchor)
    if unit in {"week", "fortnight"}:
        return week_sense(day + timedelta(days=7 * shift), anchor)
    return point_sense(Point.of(day + timedelta(days=shift)), anchor)


def _months_beside(base: Point, shift: int, unit: str, anchor: AnchorKind) -> Sense | None:
    month = base.month or 1
    if unit == "quarter":
        count = base.year * 4 + (month - 1) // 3 + shift
        return months_sense(count // 4, count % 4 * 3 + 1, 3, anchor)
    if unit != "month":
        return None
    count = base.year * 12 + month - 1 + shift
    return point_sense(Point(count // 12, count % 12 + 1), anchor)
