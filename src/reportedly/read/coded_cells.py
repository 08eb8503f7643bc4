"""Understand the cells of a table of coded claims: numbers, days, and who had it from whom."""

from __future__ import annotations

import re
from datetime import date

from reportedly.model.days import Days
from reportedly.read.publication import FIRST_YEAR, LAST_YEAR

MOST = 10**12
"""A figure beyond this is a mistake of the table: more than all who ever lived."""

_WHOLE = re.compile(r"(\d{1,3}(?:[,. \u00a0\u202f'’]\d{3})+|\d+)(?:\.0+)?")
_BETWEEN = re.compile(r"[-–—]|\.\.|\bto\b")
_MARKS: tuple[tuple[re.Pattern[str], bool, bool, str | None], ...] = (
    (re.compile(r"(?:>=|≥)\s*(.+)|(.+?)\s*\+"), True, False, "at least"),
    (re.compile(r">\s*(.+)"), True, False, "more than"),
    (re.compile(r"(?:<=|≤)\s*(.+)"), False, True, "up to"),
    (re.compile(r"<\s*(.+)"), False, True, "fewer than"),
    (re.compile(r"(?:~|≈|c\.|ca\.?)\s*(.+)"), True, True, "about"),
)
"""Signs beside a number: whether it is a lower bound, an upper bound, and the qualifier they stand for."""

Bounds = tuple[int | None, int | None, str | None]


def whole_number(cell: str) -> int | None:
    """Return the whole number of a cell, with or without signs between thousands; None where it is none."""
    match = _WHOLE.fullmatch(cell.strip())
    if match is None:
        return None
    value = int(re.sub(r"\D", "", match[1])) if len(match[1]) <= 24 else MOST + 1
    return value if value <= MOST else None


def bounds_of(cell: str) -> Bounds | None:
    """Return low, high and qualifier of a figure in one cell (``200-300``, ``>200``, ``30+``), or None."""
    plain = cell.strip()
    number = whole_number(plain)
    if number is not None:
        return number, number, None
    for pattern, lower, upper, qualifier in _MARKS:
        match = pattern.fullmatch(plain)
        number = whole_number(next(part for part in match.groups() if part)) if match else None
        if number is not None:
            return (number if lower else None), (number if upper else None), qualifier
    ends = [whole_number(end.strip()) for end in _BETWEEN.split(plain)]
    return (ends[0], ends[1], None) if len(ends) == 2 and None not in ends else None


def days_of(cell: str) -> Days | None:
    """Return the day, or the days from ``first..last``, of a cell; None where it cannot be told which is meant.

    Days are read as ISO writes them, or with the day first and full stops (``14.12.2024``); with slashes only where
    the day cannot be a month.
    """
    ends = [_day(part.strip()) for part in re.split(r"\.\.|/(?=\d{4}-)|\s+to\s+", cell.strip())]
    if not 1 <= len(ends) <= 2 or ends[0] is None or ends[-1] is None or ends[-1] < ends[0]:
        return None
    return Days(ends[0], ends[-1])


def _day(cell: str) -> date | None:
    parts = re.match(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$", cell)
    if parts is not None:
        return _on(int(parts[1]), int(parts[2]), int(parts[3]))
    parts = re.match(r"(\d{1,2})\.(\d{1,2})\.(\d{4})$", cell)
    if parts is not None:
        return _on(int(parts[3]), int(parts[2]), int(parts[1]))
    parts = re.match(r"(\d{1,2})/(\d{1,2})/(\d{4})$", cell)
    if parts is None:
        return None
    first, second, year = int(parts[1]), int(parts[2]), int(parts[3])
    if first > 12 or first == second:
        return _on(year, second, first)
    return _on(year, first, second) if second > 12 else None


def _on(year: int, month: int, day: int) -> date | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
