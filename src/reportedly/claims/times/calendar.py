"""Words of the calendar, and how days, weeks, months and years are counted."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from reportedly.model.days import Days
from reportedly.model.times import Direction

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sep", "sept"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
"""Month names and their usual short forms, in lower case."""

WEEKDAYS = {
    name: number
    for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
"""Names of weekdays, Monday = 0 as ``date.weekday`` counts."""

SMALL_NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        start=1,
    )
} | {"a": 1, "an": 1, "couple of": 2, "a couple of": 2, "thirty": 30, "forty": 40, "fifty": 50}
"""Number words that stand before ``days`` or ``weeks``."""


def month_days(year: int, month: int) -> Days:
    """Return all days of a month."""
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def year_days(year: int) -> Days:
    """Return all days of a year."""
    return Days(date(year, 1, 1), date(year, 12, 31))


def week_days(day: date) -> Days:
    """Return Monday to Sunday of the week that holds ``day``."""
    monday = day - timedelta(days=day.weekday())
    return Days(monday, monday + timedelta(days=6))


def shift_month(day: date, by: int) -> Days:
    """Return all days of the month ``by`` months after that of ``day`` (before, where negative)."""
    count = day.year * 12 + day.month - 1 + by
    return month_days(count // 12, count % 12 + 1)


def nearest_weekday(weekday: int, published: date, direction: Direction) -> date:
    """Return the nearest such weekday on or before publication, or after it where looked for ahead."""
    back = (published.weekday() - weekday) % 7
    if direction is Direction.AHEAD:
        return published + timedelta(days=(-back) % 7 or (0 if back == 0 else 7))
    return published - timedelta(days=back)


def day_without_year(
    month: int, day: int, published: date, direction: Direction, weekday: int | None = None
) -> date | None:
    """Return the day that a date without a year means.

    A weekday beside the date decides among the years around publication; otherwise the year is the one that brings
    the day nearest to publication, days past preferred, or days ahead where the content looks ahead.
    """
    days = [made for year in range(published.year - 1, published.year + 2) if (made := _made(year, month, day))]
    if weekday is not None:
        days = [found for found in days if found.weekday() == weekday] or days
    return min(days, key=lambda found: _distance(found, published, direction), default=None)


def month_without_year(month: int, published: date, direction: Direction) -> Days:
    """Return the month that a name without a year means: the running or last such month, or the next if ahead."""
    year = published.year
    if direction is Direction.BACK and month > published.month:
        year -= 1
    elif direction is Direction.AHEAD and month < published.month:
        year += 1
    return month_days(year, month)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _distance(day: date, published: date, direction: Direction) -> float:
    gap = (day - published).days
    if direction is Direction.AHEAD:
        return gap if gap >= 0 else -gap * 3
    # A day a little ahead of publication is a plan told in the past tense; a whole year back is less likely still.
    return -gap if gap <= 0 else gap * 5


def add_years(day: date, years: int) -> date:
    """Return the same day of another year, 28 February for a leap day that the year lacks."""
    return _made(day.year + years, day.month, day.day) or date(day.year + years, 2, 28)


def add_months(day: date, months: int) -> date:
    """Return the same day of the month ``months`` later, its last day where the month is shorter."""
    target = shift_month(day, months)
    return min(target.last, target.first + timedelta(days=day.day - 1))
