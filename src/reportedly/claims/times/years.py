"""Find the year, month or day that words leave open, and check a date against its weekday."""

from __future__ import annotations

import re

from reportedly.claims.times.calendar import MONTHS, WEEKDAYS
from reportedly.claims.times.grammar import MONTH, YEAR
from reportedly.claims.times.rule import Clock, Point, made
from reportedly.model.times import AnchorKind, Direction

_WEEKDAY_NAMES = tuple(name.capitalize() for name in WEEKDAYS)
Found = tuple[Point, AnchorKind, tuple[str, ...]]
"""A point, what it was worked out against, and warnings."""


def month_number(words: str) -> int:
    """Return 1 to 12 for the name of a month, abbreviated or not."""
    return MONTHS[words.rstrip(".").lower()]


def day_number(words: str) -> int:
    """Return the number of ``13``, ``13th``."""
    return int(re.sub(r"\D", "", words))


def weekday_number(words: str) -> int:
    """Return 0 for Monday to 6 for Sunday, for names in full or abbreviated."""
    low = words.rstrip(".").lower()[:3]
    return next(number for name, number in WEEKDAYS.items() if name.startswith(low))


def stated_year(match: re.Match[str], clock: Clock) -> int | None:
    """Return the year that a match states in its groups ``y``, ``bcy`` or ``yr``; None where it states none."""
    groups = match.groupdict()
    if groups.get("y"):
        return int(groups["y"])
    if groups.get("bcy"):
        return -int(groups["bcy"])
    words = (groups.get("yr") or "").lower()
    if not words:
        return None
    spoken, base = clock.running or clock.base, clock.base or clock.running
    if words.startswith(("that", "the")):
        shift = 1 if re.search("following|next", words) else -1 if "previous" in words else 0
        return spoken.year + shift if spoken else None
    return base.year + {"last": -1, "next": 1}.get(words.split()[0], 0) if base else None


_BORROWS = re.compile(
    rf"(?:\s+(?:and|or|to|through|until)\s+|\s*[-–,]\s*)(?:(?:early|late|mid)[ -])?(?:{MONTH}\s+(?:\d{{1,2}},\s+"
    rf")?|\d{{1,2}}\s+{MONTH}\s+)(?P<y>{YEAR})\b"
)


def borrowed_year(text: str, end: int) -> int | None:
    """Return the year that follows the other month of a pair: ``August and September 1914``."""
    found = _BORROWS.match(text, end)
    return int(found["y"]) if found else None


def dated(match: re.Match[str], clock: Clock, month: int, day: int | None, weekday: str | None = None) -> Found | None:
    """Return the day or month meant, with the year stated or worked out; None where neither is possible."""
    year = stated_year(match, clock) or borrowed_year(match.string, match.end())
    if year is not None:
        if year > 0 and day is not None and made(year, month, day) is None:
            return None
        kind = AnchorKind.TEXT if match.groupdict().get("yr") else AnchorKind.NONE
        point = Point(year, month, day)
        return point, kind, _disagreement(point, weekday)
    base = clock.base
    if base is None:
        return None
    if clock.narrative:
        point = Point(base.year, month, day)
        # Rolling over to the next year where the month lies before the last one made histories worse, not better.
        return (point, AnchorKind.TEXT, ()) if day is None or base.year < 1 or point.exact else None
    return _nearest(base, clock, month, day, weekday)


def _nearest(base: Point, clock: Clock, month: int, day: int | None, weekday: str | None) -> Found | None:
    if day is None:
        year = base.year + _turn(month, base.month or 1, clock.direction)
        return Point(year, month), AnchorKind.REFERENCE, ()
    years = [year for year in range(base.year - 1, base.year + 2) if made(year, month, day)]
    if not years or clock.reference is None:
        return None
    plain = min(years, key=lambda year: _distance(Point(year, month, day), clock))
    if weekday is None:
        return Point(plain, month, day), AnchorKind.REFERENCE, ()
    number = weekday_number(weekday)
    fitting = [year for year in years if (found := made(year, month, day)) and found.weekday() == number]
    if not fitting:
        point = Point(plain, month, day)
        return point, AnchorKind.REFERENCE, _disagreement(point, weekday)
    chosen = Point(min(fitting, key=lambda year: _distance(Point(year, month, day), clock)), month, day)
    told = () if chosen.year == plain else (f"year {chosen.year} chosen because {weekday} fits no nearer year",)
    return chosen, AnchorKind.REFERENCE, told


def _turn(month: int, current: int, direction: Direction) -> int:
    if direction is Direction.BACK:
        return -1 if month > current else 0
    return 1 if month < current else 0


def _distance(point: Point, clock: Clock) -> float:
    day, reference = point.exact, clock.reference
    if day is None or reference is None:
        return float("inf")
    gap = (day - reference).days
    if clock.direction is Direction.AHEAD:
        return gap if gap >= 0 else -gap * 3
    # A day a little ahead of publication is a plan told in the past tense; a whole year back is less likely still.
    return -gap if gap <= 0 else gap * 5


def _disagreement(point: Point, weekday: str | None) -> tuple[str, ...]:
    day = point.exact
    if weekday is None or day is None or day.weekday() == weekday_number(weekday):
        return ()
    return (f"{weekday} disagrees with {day}, a {_WEEKDAY_NAMES[day.weekday()]}",)
