"""Rules for stretches of days with two ends, and for nights."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from reportedly.claims.times.grammar import ANY_YEAR, DAY, ERA, MONTH, RANGE, WEEKDAY, YEAR
from reportedly.claims.times.relative import nearest
from reportedly.claims.times.rule import Clock, Point, Rule, Sense, Trigger, rule
from reportedly.claims.times.senses import point_sense
from reportedly.claims.times.years import dated, day_number, month_number, weekday_number
from reportedly.model.days import Days
from reportedly.model.times import AnchorKind, Granularity, TimeType


def _two_days(match: re.Match[str], clock: Clock) -> Sense | None:
    """Read ``December 13-14``, ``from 28 November to 3 December 2024``."""
    lead = (match["lead"] or "").lower()
    if not _is_range(match, lead):
        return None
    one, two = match["m"] or match["m2"], match["m2"] or match["m"]
    last = dated(match, clock, month_number(two), day_number(match["d2"]))
    first = dated(match, clock, month_number(one), day_number(match["d"]))
    if first is None or last is None or not last[0].day:
        return None
    start = first[0]
    if (month_number(one), start.day or 0) > (month_number(two), last[0].day):
        start = Point(last[0].year - 1, start.month, start.day)
    elif start.year != last[0].year:
        start = Point(last[0].year, start.month, start.day)
    parts = tuple(
        (begin, end, replace(point_sense(point, last[1]), warnings=last[2]))
        for begin, end, point in _ends(match, start, last[0])
    )
    days = _between(start, last[0])
    kind = TimeType.TIME if "night" in lead else TimeType.DATE
    return Sense(kind, "", Granularity.STRETCH, days, days, last[0], last[1], warnings=last[2], parts=parts)


def _is_range(match: re.Match[str], lead: str) -> bool:
    """Tell ``between 1 and 10 December`` and ``13 and 14 December`` from a list of days."""
    if match["to"].strip() != "and":
        return True
    return (
        lead.startswith("between")
        or "night" in lead
        or (not (match["m"] and match["m2"]) and day_number(match["d2"]) - day_number(match["d"]) == 1)
    )


def _ends(match: re.Match[str], first: Point, last: Point) -> tuple[tuple[int, int, Point], ...]:
    names = [name for name in ("m", "d") if match[name]]
    later = [name for name in ("m2", "d2", "y") if match[name]]
    return (
        (min(match.start(name) for name in names), max(match.end(name) for name in names), first),
        (min(match.start(name) for name in later), max(match.end(name) for name in later), last),
    )


def _between(first: Point, last: Point) -> Days | None:
    if first.days is None or last.days is None or first.days.first > last.days.last:
        return None
    return Days(first.days.first, last.days.last)


def _two_months(match: re.Match[str], clock: Clock) -> Sense | None:
    """Read ``between January 2016 and March 2017``."""
    if match["to"].strip() == "and" and not (match["lead"] or "").lower().startswith("between"):
        return None
    last = dated(match, clock, month_number(match["m2"]), None)
    if last is None:
        return None
    end, month = last[0], month_number(match["m"])
    year = int(match["y1"]) if match["y1"] else end.year - (month > (end.month or 12))
    start = Point(year, month)
    days = _between(start, end)
    stop = match.end("y1") if match["y1"] else match.end("m")
    parts = (
        (match.start("m"), stop, point_sense(start, last[1])),
        (match.start("m2"), match.end(), point_sense(end, last[1])),
    )
    return Sense(TimeType.DATE, "", Granularity.STRETCH, days, days, end, last[1], parts=parts)


def _two_years(match: re.Match[str], _: Clock) -> Sense | None:
    """Read ``from 2009 to 2011`` and ``1914-18``."""
    if match["to"].strip() == "and" and not (match["lead"] or "").lower().startswith("between"):
        return None
    first, last = int(match["y1"]), int(match["y2"])
    if last < 100:
        last += first // 100 * 100
    if last < first:
        return None
    one, two = point_sense(Point(first)), point_sense(Point(last))
    days = _between(Point(first), Point(last))
    parts = ((match.start("y1"), match.end("y1"), one), (match.start("y2"), match.end("y2"), two))
    return Sense(TimeType.DATE, "", Granularity.STRETCH, days, days, Point(last), AnchorKind.NONE, parts=parts)


def _two_years_before_christ(match: re.Match[str], _: Clock) -> Sense | None:
    """Read ``264 to 241 BC``."""
    first, last = int(match["y1"]), int(match["bcy"])
    if first <= last or (match["to"].strip() == "and" and not (match["lead"] or "").lower().startswith("between")):
        return None
    one, two = point_sense(Point(-first)), point_sense(Point(-last))
    parts = ((match.start("y1"), match.end("y1"), one), (match.start("bcy"), match.end(), two))
    return Sense(TimeType.DATE, "", Granularity.STRETCH, point=Point(-last), parts=parts)


def _two_weekdays(match: re.Match[str], clock: Clock) -> Sense | None:
    """Read ``Friday to Sunday`` and ``overnight from Saturday to Sunday``."""
    if clock.reference is None or clock.narrative:
        return None
    lead = (match["lead"] or "").lower()
    if match["to"].strip() == "and" and not lead.startswith("between") and "night" not in lead:
        return None
    last = nearest(weekday_number(match["w2"]), clock)
    if last is None:
        return None
    back = (last.weekday() - weekday_number(match["w"])) % 7
    days = Days(last - timedelta(days=back), last)
    first = point_sense(Point.of(days.first), AnchorKind.REFERENCE), point_sense(Point.of(last), AnchorKind.REFERENCE)
    parts = ((match.start("w"), match.end("w"), first[0]), (match.start("w2"), match.end("w2"), first[1]))
    kind = TimeType.TIME if "night" in lead else TimeType.DATE
    return Sense(kind, "", Granularity.STRETCH, days, days, Point.of(last), AnchorKind.REFERENCE, parts=parts)


def _night_of(match: re.Match[str], clock: Clock) -> Sense | None:
    """Read ``overnight on December 13`` and ``overnight into Sunday``: the night's two days."""
    day = _named_day(match, clock)
    if day is None:
        return None
    into = (match["way"] or "").lower().startswith(("in", "to"))
    first = day - timedelta(days=1 if into else 0)
    days = Days(first, first + timedelta(days=1))
    sense = Sense(TimeType.TIME, f"{first}TNI", Granularity.DAY_PART, days, days, Point.of(day))
    return replace(sense, anchor=AnchorKind.REFERENCE)


def _named_day(match: re.Match[str], clock: Clock) -> date | None:
    if match["w"] and not match["m"]:
        return nearest(weekday_number(match["w"]), clock)
    found = dated(match, clock, month_number(match["m"]), day_number(match["d"]), match["w"])
    return found[0].exact if found else None


_LEAD = (
    r"(?:(?P<lead>(?i:between|from|overnight(?:\s+(?:on|from|of|between))?|"
    r"the\s+night\s+(?:of|from|between)))\s+)?"
)
_TO = RANGE.replace(r"\s*(?:", r"\s*,?\s*(?P<to>", 1)
_YEAR = rf"(?:,?\s+{ANY_YEAR})?"
_TO_DAY = rf"(?:{WEEKDAY},?\s+)?"

RULES: tuple[Rule, ...] = (
    rule(
        "day-range",
        rf"\b{_LEAD}{_TO_DAY}(?P<m>{MONTH})\s+(?P<d>{DAY}){_TO}{_TO_DAY}(?:(?P<m2>{MONTH})\s+)?(?P<d2>{DAY}){_YEAR}",
        _two_days,
        Trigger.MONTH,
    ),
    rule(
        "day-range",
        rf"\b{_LEAD}{_TO_DAY}(?:the\s+)?(?P<d>{DAY})(?:\s+(?:of\s+)?(?P<m>{MONTH}))?{_TO}{_TO_DAY}(?:the\s+)?(?P<d2>{DAY})\s+(?:of\s+)?(?P<m2>{MONTH}){_YEAR}",
        _two_days,
        Trigger.MONTH,
    ),
    rule(
        "month-range",
        rf"\b{_LEAD}(?P<m>{MONTH})(?:,?\s+(?P<y1>{YEAR}))?{_TO}(?P<m2>{MONTH})(?:,?\s+(?:of\s+)?{ANY_YEAR})?(?!\w|\s+\d)",
        _two_months,
        Trigger.MONTH,
    ),
    rule(
        "year-range",
        rf"(?<![\d$£€.,/-])\b{_LEAD}(?P<y1>{YEAR}){_TO}(?P<y2>{YEAR}|(?<=[-–])\d\d)\b(?![\d%]|[,.]\d|-\d|\s*(?:%|percent|people|troops))",
        _two_years,
        Trigger.DIGIT,
    ),
    rule(
        "year-range",
        rf"(?<![\d$£€.,/-])\b{_LEAD}(?P<y1>\d{{2,4}}){_TO}(?P<bcy>\d{{1,4}})\s*{ERA}",
        _two_years_before_christ,
        Trigger.DIGIT,
    ),
    rule(
        "weekday-range",
        rf"\b{_LEAD}(?P<w>{WEEKDAY})(?:\s+(?:night|evening|morning))?{_TO}(?P<w2>{WEEKDAY})\b",
        _two_weekdays,
        Trigger.WEEKDAY,
    ),
    rule(
        "overnight",
        rf"\bovernight(?:\s+(?P<way>on|into|in to|to|of|from))?\s+(?:(?P<w>{WEEKDAY}),?\s+)?(?:the\s+)?(?:(?P<m"
        rf">{MONTH})\s+(?P<d>{DAY}))(?:,?\s+{ANY_YEAR})?",
        _night_of,
        Trigger.ANY,
    ),
    rule(
        "overnight",
        rf"\bovernight(?:\s+(?P<way>on|into|in to|to|of|from))?\s+(?:(?P<w>{WEEKDAY}),?\s+)?(?:the\s+)?(?:(?P<d"
        rf">{DAY})\s+(?P<m>{MONTH}))(?:,?\s+{ANY_YEAR})?",
        _night_of,
        Trigger.ANY,
    ),
    rule(
        "overnight",
        rf"\bovernight(?:\s+(?P<way>on|into|in to|to|of|from))?\s+(?P<w>{WEEKDAY})(?P<m>)(?P<d>)",
        _night_of,
        Trigger.ANY,
    ),
)
