"""Read TIMEX3 values: their plain form, and the days that they denote."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

Interval = tuple[date, date]
"""First and last day, both included."""
_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}


def same_form(value: str | None) -> str:
    """Return a value in the form in which two are compared: capitals, no zone mark, minutes but no seconds."""
    plain = (value or "").strip().upper().rstrip("Z")
    plain = re.sub(r"(T\d\d:\d\d):00$", r"\1", plain)
    return re.sub(r"^(\d{4}-\d\d-\d\dT\d\d)$", r"\1:00", plain)


def days_of(value: str | None) -> Interval | None:
    """Return the days that a value denotes; None for lengths, sets, vague and impossible values."""
    plain = same_form(value)
    for pattern, read in _FORMS:
        match = pattern.fullmatch(plain)
        if match:
            try:
                return read(match)
            except ValueError:
                return None
    return None


def _months(year: int, first: int, last: int) -> Interval:
    end = date(year + (last < first) + last // 12, last % 12 + 1, 1)
    return date(year, first, 1), end - timedelta(days=1)


def _day(match: re.Match[str]) -> Interval:
    day = date(int(match[1]), int(match[2]), int(match[3]))
    return day, day


def _week(match: re.Match[str]) -> Interval:
    monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
    if match[3] == "-WE":
        return monday + timedelta(days=5), monday + timedelta(days=6)
    if match[4]:
        day = monday + timedelta(days=int(match[4]) - 1)
        return day, day
    return monday, monday + timedelta(days=6)


def _month(match: re.Match[str]) -> Interval:
    return _months(int(match[1]), int(match[2]), int(match[2]))


def _part_of_year(match: re.Match[str]) -> Interval:
    size = 3 if match[2] == "Q" else 6
    last = size * int(match[3])
    return _months(int(match[1]), last - size + 1, last)


def _season(match: re.Match[str]) -> Interval:
    return _months(int(match[1]), *_SEASONS[match[2]])


def _year(match: re.Match[str]) -> Interval:
    return date(int(match[1]), 1, 1), date(int(match[1]), 12, 31)


def _decade(match: re.Match[str]) -> Interval:
    year = int(match[1]) * 10
    return date(year, 1, 1), date(year + 9, 12, 31)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Interval]], ...] = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?"), _day),
    (re.compile(r"(\d{4})-W(\d\d)(-WE|-(\d))?"), _week),
    (re.compile(r"(\d{4})-(\d\d)"), _month),
    (re.compile(r"(\d{4})-([QH])([1-4])"), _part_of_year),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), _season),
    (re.compile(r"(\d{4})"), _year),
    (re.compile(r"(\d{3})X?"), _decade),
)
