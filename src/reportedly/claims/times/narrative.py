"""Tell a history, whose years carry on from sentence to sentence, from a report of its day."""

from __future__ import annotations

import re
from datetime import date
from statistics import median

from reportedly.claims.times.grammar import ERA, MONTH, WEEKDAY
from reportedly.claims.times.rule import made
from reportedly.claims.times.years import month_number

_YEARS = re.compile(
    rf"\b(?:(?P<d>(?:\d{{1,2}}\s+)?{MONTH}(?:\s+\d{{1,2}})?,?\s+)?(?P<y>1[0-9]\d\d|20\d\d))\b(?![\d%]|[.,]\d)"
)
_BC = re.compile(rf"\b\d{{2,3}}\s*{ERA}")
_NEWS = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|last (?:week|month|night|year)|this (?:week|morning|month)|next week)\b",
    re.IGNORECASE,
)
ENOUGH = 4
"""Years that a text must state before it is taken for a history."""
AWAY = 1.5
"""Years between the middle one of them and the reference day from which it is one."""


def is_narrative(text: str, reference: date | None) -> bool:
    """Say whether a text tells a history: it states many years, and most lie well before the day it was written.

    A text without a reference day is a history where it states years and uses no word of the daily press.
    """
    if len(_BC.findall(text)) >= 2:
        return True
    years = [int(found["y"]) for found in _YEARS.finditer(text)]
    news = len(_NEWS.findall(text))
    if reference is None:
        return len(years) >= ENOUGH and news == 0
    if len(years) < ENOUGH:
        return False
    near = sum(1 for year in years if year >= reference.year) + news
    return reference.year - median(years) > AWAY and near * 5 < len(years)


_ALONE = re.compile(
    rf"(?m)^[ \t]*(?:{WEEKDAY},?[ \t]+)?(?:{MONTH}[ \t]+\d{{1,2}},?|\d{{1,2}}[ \t]+{MONTH},?)[ \t]+(?:1\d|"
    rf"20)\d\d[ \t]*$"
)
_HEAD = 400
"""Characters in which the line of the date is looked for."""


def stated_day(text: str) -> date | None:
    """Return the day of a date that stands alone on one of the first lines, as under a headline; None without one."""
    found = _ALONE.search(text, 0, _HEAD)
    if found is None:
        return None
    month = re.search(MONTH, found.group())
    day, year = re.findall(r"\d+", found.group())
    return made(int(year), month_number(month.group()), int(day)) if month else None
