"""Make the sense of a day, week, month or longer unit: its TIMEX3 value and the days it covers."""

from __future__ import annotations

from datetime import date, timedelta

from reportedly.claims.times.calendar import month_days, week_days
from reportedly.claims.times.grammar import SEASONS, UNIT_CODES
from reportedly.claims.times.rule import Point, Sense
from reportedly.model.days import Days
from reportedly.model.times import AnchorKind, Granularity, TimeType

_DATE = TimeType.DATE
_DURATION = TimeType.DURATION


def point_sense(point: Point, anchor: AnchorKind = AnchorKind.NONE, warnings: tuple[str, ...] = ()) -> Sense:
    """Return the sense of a day, month or year."""
    grain = Granularity.DAY if point.day else Granularity.MONTH if point.month else Granularity.YEAR
    return Sense(_DATE, str(point), grain, point.days, point.days, point, anchor, warnings=warnings)


def week_sense(day: date, anchor: AnchorKind) -> Sense:
    """Return the sense of the week, Monday to Sunday, that holds a day."""
    year, week, _ = day.isocalendar()
    days = week_days(day)
    return Sense(_DATE, f"{year:04d}-W{week:02d}", Granularity.WEEK, days, days, _month_of(days), anchor)


def weekend_sense(saturday: date, anchor: AnchorKind) -> Sense:
    """Return the sense of a Saturday with its Sunday."""
    year, week, _ = saturday.isocalendar()
    days = Days(saturday, saturday + timedelta(days=1))
    return Sense(_DATE, f"{year:04d}-W{week:02d}-WE", Granularity.WEEKEND, days, days, _month_of(days), anchor)


def _month_of(days: Days) -> Point:
    return Point(days.first.year, days.first.month)


def season_sense(name: str, year: int, anchor: AnchorKind) -> Sense:
    """Return the sense of a season; winter is that which begins in December of the year."""
    code, month = SEASONS[name]
    value = f"{Point(year)}-{code}"
    days = None
    if year > 0:
        days = Days(date(year, month, 1), month_days(year + month // 12, (month + 1) % 12 + 1).last)
    return Sense(_DATE, value, Granularity.SEASON, days, days, Point(year), anchor)


def months_sense(year: int, first: int, count: int, anchor: AnchorKind) -> Sense:
    """Return the sense of a quarter (3 months) or half (6) of a year."""
    code, grain = ("Q", Granularity.QUARTER) if count == 3 else ("H", Granularity.HALF_YEAR)
    days = Days(date(year, first, 1), month_days(year, first + count - 1).last) if year > 0 else None
    value = f"{Point(year)}-{code}{(first - 1) // count + 1}"
    return Sense(_DATE, value, grain, days, days, Point(year), anchor)


def decade_sense(start: int, anchor: AnchorKind = AnchorKind.NONE) -> Sense:
    """Return the sense of ten years."""
    days = Days(date(start, 1, 1), date(start + 9, 12, 31)) if start > 0 else None
    value = f"{start // 10:03d}" if start > 0 else f"BC{-start // 10:03d}"
    return Sense(_DATE, value, Granularity.DECADE, days, days, Point(start), anchor)


def century_sense(number: int, before_christ: bool, anchor: AnchorKind = AnchorKind.NONE) -> Sense:
    """Return the sense of the ``number``-th century."""
    value = f"BC{number - 1:02d}" if before_christ else f"{number - 1:02d}"
    days = None if before_christ else Days(date(max(1, number * 100 - 100), 1, 1), date(number * 100 - 1, 12, 31))
    return Sense(_DATE, value, Granularity.CENTURY, days, days, None, anchor)


def duration_value(count: float | None, unit: str) -> str:
    """Return the TIMEX3 value of a duration; ``count`` None is one that the text leaves open."""
    if unit == "fortnight" and count is not None:
        count *= 2
    number = "X" if count is None else f"{count:g}"
    return f"P{'T' if unit in {'hour', 'minute'} else ''}{number}{UNIT_CODES[unit]}"


def duration_sense(count: float | None, unit: str) -> Sense:
    """Return the sense of a length of time that is tied to no day."""
    return Sense(_DURATION, duration_value(count, unit), Granularity.STRETCH)


def stretch_sense(days: Days, value: str, anchor: AnchorKind, kind: TimeType = _DATE) -> Sense:
    """Return the sense of a run of days that is no unit of the calendar."""
    return Sense(kind, value, Granularity.STRETCH, days, days, None, anchor)
