"""Rules for days, months, seasons and years that stand on the calendar."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from reportedly.claims.times.calendar import week_days
from reportedly.claims.times.grammar import (
    ANY_YEAR,
    DAY,
    DAY_PART,
    DAY_PARTS,
    EDGE,
    ERA,
    FULL_MONTH,
    MONTH,
    SAME_YEAR,
    TAIL_YEAR,
    WEEKDAY,
    YEAR,
)
from reportedly.claims.times.numbers import COUNT, ORDINALS, read_count, read_ordinal
from reportedly.claims.times.rule import Clock, Point, Rule, Sense, Trigger, made, rule
from reportedly.claims.times.senses import (
    point_sense,
    week_sense,
)
from reportedly.claims.times.years import dated, day_number, month_number, stated_year
from reportedly.model.days import Days
from reportedly.model.times import AnchorKind, Granularity, TimeType


def _iso(match: re.Match[str], _: Clock) -> Sense | None:
    year, month, day = (int(match[name]) for name in ("y", "m", "d"))
    return point_sense(Point(year, month, day)) if made(year, month, day) else None


def _slashed(match: re.Match[str], _: Clock) -> Sense | None:
    """Read ``1/2/07`` month first, unless only day first makes a date."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    for month, day in ((first, second), (second, first)):
        if made(year, month, day):
            return point_sense(Point(year, month, day))
    return None


def _day(match: re.Match[str], clock: Clock) -> Sense | None:
    month, day = month_number(match["m"]), day_number(match["d"])
    found = dated(match, clock, month, day, match["w"])
    if found is None:
        return None if clock.base else Sense(TimeType.DATE, f"XXXX-{month:02d}-{day:02d}", Granularity.DAY)
    sense = point_sense(*found)
    part = match.groupdict().get("part") or match.groupdict().get("part2")
    if part is None:
        return sense
    word = re.sub(
        r"\s.*", "", re.sub(r"^(?:.*\s)?(?=(?:morning|afternoon|evening|night|dawn|dusk|noon|mid))", "", part)
    )
    grain = replace(sense, type=TimeType.TIME, granularity=Granularity.DAY_PART)
    return replace(grain, value=f"{sense.value}T{DAY_PARTS.get(word.lower(), 'XX')}")


def _month(match: re.Match[str], clock: Clock) -> Sense | None:
    month = month_number(match["m"])
    found = dated(match, clock, month, None)
    if found is None:
        return None if clock.base else Sense(TimeType.DATE, f"XXXX-{month:02d}", Granularity.MONTH)
    sense = point_sense(*found)
    return replace(sense, interval=month_part(sense.interval, match.groupdict().get("edge"), clock))


def month_part(whole: Days | None, edge: str | None, clock: Clock) -> Days | None:
    """Return a third of a month for ``early``, ``mid-`` and ``late``.

    Histories are annotated with the whole month (TIMEX2 keeps the part in MOD), so there the month stays whole.
    """
    if whole is None or not edge or clock.narrative:
        return whole
    low = edge.lower()
    if re.search(r"\b(?:early|beginning|start|first|earlier)\b", low):
        return Days(whole.first, whole.first + timedelta(days=9))
    if re.search(r"\bmid|middle", low):
        return Days(whole.first + timedelta(days=10), whole.first + timedelta(days=19))
    if re.search(r"\b(?:late|end|close|last|latter|later)\b", low):
        return Days(whole.first + timedelta(days=20), whole.last)
    return whole


_SIZES = {"day": 1, "week": 7, "half": 15, "third": 10}


def _month_part(match: re.Match[str], clock: Clock) -> Sense | None:
    found = dated(match, clock, month_number(match["m"]), None)
    number = {"first": 1, "second": 2, "latter": 2}.get(match["part"].lower()) or read_ordinal(match["part"])
    if found is None or number is None:
        return None
    month = point_sense(*found)
    if month.interval is None:
        return month
    unit = match["unit"].lower().rstrip("s")
    count = read_count(match["n"]) if match["n"] else 1
    size = int(_SIZES[unit] * (count or 1))
    days = _slice(month.interval, number, size, open_end=unit == "half" and number == 2)
    if clock.narrative and unit != "half":
        return Sense(TimeType.DURATION, f"P{count or 1:g}{unit[0].upper()}", Granularity.STRETCH, days, days)
    grain = month.granularity if unit == "half" else Granularity.STRETCH
    return replace(month, value="" if unit != "half" else month.value, granularity=grain, interval=days, whole=days)


def _slice(month: Days, number: int, size: int, *, open_end: bool) -> Days | None:
    if number == -1:
        return Days(max(month.first, month.last - timedelta(days=size - 1)), month.last)
    first = month.first + timedelta(days=size * (number - 1))
    if first > month.last:
        return None
    return Days(first, month.last if open_end else min(month.last, first + timedelta(days=size - 1)))


def _week_of(match: re.Match[str], clock: Clock) -> Sense | None:
    found = dated(match, clock, month_number(match["m"]), day_number(match["d"]))
    day = found[0].exact if found else None
    if found is None or day is None:
        return None
    sense = week_sense(day, found[1])
    way = match["way"].lower()
    if way.startswith("end"):
        days = Days(day - timedelta(days=6), day)
    elif way == "of":
        days = week_days(day)
    else:
        days = Days(day, day + timedelta(days=6))
    return replace(sense, interval=days, whole=days)


def _day_of_month(match: re.Match[str], clock: Clock) -> Sense | None:
    """Read ``the 20th`` in the month of which the text spoke last."""
    spoken = clock.running or clock.base
    if spoken is None or spoken.month is None:
        return None
    point = Point(spoken.year, spoken.month, day_number(match["d"]))
    return point_sense(point, AnchorKind.TEXT) if point.year < 1 or point.exact else None


def _year(match: re.Match[str], clock: Clock) -> Sense | None:
    year = stated_year(match, clock)
    return None if year is None else point_sense(Point(year))


def _bare_year(match: re.Match[str], clock: Clock) -> Sense | None:
    """Read a number that stands alone as a year, in news only of the last and this century."""
    year = int(match["y"])
    return point_sense(Point(year)) if clock.narrative or 1900 <= year < 2050 else None


def _bare_year_before_christ(match: re.Match[str], clock: Clock) -> Sense | None:
    """Read ``in 480`` as a year before Christ where the text tells of such years."""
    if clock.running is None or clock.running.year > 0:
        return None
    return point_sense(Point(-int(match["n"])), AnchorKind.TEXT)


def _short_year(match: re.Match[str], clock: Clock) -> Sense | None:
    century = (clock.running or clock.base or Point(2000)).year // 100 * 100
    year = century + int(match["n"])
    if not clock.narrative and clock.base and year > clock.base.year + 10:
        year -= 100
    return point_sense(Point(year), AnchorKind.TEXT)


_NOT_COUNTED = (
    r"(?!\s*(?:%|percent|per cent|people|troops|men|soldiers|women|children|civilians|casualties|dead|wounded|killed|"
    r"prisoners|tons|tonnes|km\b|kilomet|miles|metres|meters|feet|aircraft|planes|tanks|vehicles|ships|guns|dollars|"
    r"euros|pounds|million|billion|cases|deaths|jobs|workers|employees|passengers|points|"
    r"seats|votes|members|of the|others|more|infantry|cavalry|"
    r"[a-z]+ (?:soldiers|troops|men|people|aircraft|casualties)))"
)
_PART_OF = rf"(?:(?P<part>(?:(?:the|early)\s+)*(?:(?:early|late)\s+)?{DAY_PART}(?:\s+hours)?)\s+of\s+)?"
_TO_DAY = rf"(?:(?P<w>{WEEKDAY}),?\s+)?"
_BEFORE_MONTH = (
    "in In by By since Since until Until of from From to and between Between during During through for For before "
    "Before after After"
).split()
_BEFORE_YEAR = (
    "in In since Since of by By during During from From until Until till before Before after After through early Early "
    "late Late for year and to than"
).split()
_ORDINAL = "|".join(ORDINALS)
_SEASON = r"(?P<s>spring|summer|autumn|winter)"
_ORDINAL_DAY = r"(?P<d>(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th))"

RULES: tuple[Rule, ...] = (
    rule("iso-day", r"(?<![\d-])(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])", _iso, Trigger.DIGIT),
    rule("slashed-day", r"(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4}|\d\d)(?![\d/])", _slashed, Trigger.DIGIT),
    rule(
        "day",
        rf"\b{_PART_OF}{_TO_DAY}(?P<m>{MONTH})\s+(?:the\s+)?(?P<d>{DAY}){TAIL_YEAR}(?P<part2>\s+{DAY_PART}\b)?",
        _day,
        Trigger.MONTH,
    ),
    rule(
        "day",
        rf"\b{_PART_OF}{_TO_DAY}(?:the\s+)?(?P<d>{DAY})\s+(?:of\s+)?(?P<m>{MONTH})\b{TAIL_YEAR}",
        _day,
        Trigger.MONTH,
    ),
    rule(
        "month-part",
        rf"\b(?:the\s+)?(?P<part>first|second|third|fourth|last|final|latter)\s+(?:(?P<n>{COUNT})\s+)?"
        rf"(?P<unit>days?|weeks?|half|third)\s+of\s+(?P<m>{MONTH})(?!\w|\s+\d\d?(?!\d)){TAIL_YEAR}",
        _month_part,
        Trigger.MONTH,
    ),
    rule(
        "week-of",
        rf"\b(?:(?:the|that|this)\s+)?week\s+(?P<way>of|ending|ended|beginning|starting)\s+(?:on\s+)?(?:{WEEKDAY},?\s+)?"
        rf"(?P<m>{MONTH})\s+(?P<d>{DAY}){TAIL_YEAR}",
        _week_of,
        Trigger.MONTH,
    ),
    rule(
        "week-of",
        rf"\b(?:(?:the|that|this)\s+)?week\s+(?P<way>of|ending|ended|beginning|starting)\s+(?:on\s+)?(?:{WEEKDAY},?\s+)?"
        rf"(?:the\s+)?(?P<d>{DAY})\s+(?P<m>{MONTH}){TAIL_YEAR}",
        _week_of,
        Trigger.MONTH,
    ),
    rule(
        "month",
        rf"\b{EDGE}?(?P<m>{MONTH})(?:,?\s+(?:of\s+)?{ANY_YEAR}|,?\s+(?:of\s+)?{SAME_YEAR})",
        _month,
        Trigger.MONTH,
    ),
    rule("month", rf"\b{EDGE}(?P<m>{FULL_MONTH})\b(?!\s+\d\d?\b)", _month, Trigger.MONTH),
    rule("month", r"\b(?P<m>(?!May\b|March\b|MARCH\b)" + FULL_MONTH + r")\b(?!\s+\d\d?\b|-\d)", _month, Trigger.MONTH),
    rule(
        "month",
        r"(?<![\w-])(?:" + "|".join(f"(?<={word} )" for word in _BEFORE_MONTH) + r")"
        r"(?P<m>May|March|MARCH|(?:Sept|Oct|Nov|Dec|Jan|Feb|Aug)\.)(?!\w|\s+\d\d?\b)",
        _month,
        Trigger.MONTH,
    ),
    rule(
        "day-of-month",
        rf"(?:(?<=on )|(?<=by )|(?<=until )|(?<=to )|(?<=and )|(?<=from ))the\s+{_ORDINAL_DAY}(?=\s*[,.;:)]|"
        rf"\s+(?:of\s+the\s+month|and|to|but|the|when|a|was|were|had|has|he|she|it|they|"
        rf"after|at|by|with|in|for|from)\b)",
        _day_of_month,
        Trigger.DIGIT,
    ),
    rule("year-bc", rf"\b(?:ca?\.?\s+)?{EDGE}?(?P<bcy>\d{{1,4}})\s*(?P<bc>{ERA})", _year, Trigger.DIGIT),
    rule(
        "year-bc",
        rf"\b(?<=[Ii]n )(?P<n>\d{{3}})(?![\d%]|,\d|\.\d){_NOT_COUNTED}(?!\s+[a-z]+s\b)",
        _bare_year_before_christ,
        Trigger.DIGIT,
    ),
    rule("year", rf"\b{EDGE}(?:the\s+year\s+)?(?P<y>{YEAR})(?!s\b|[,.]\d|-[a-z]){_NOT_COUNTED}", _year, Trigger.DIGIT),
    rule(
        "year",
        "(?:"
        + "|".join(f"(?<={word} )" for word in _BEFORE_YEAR)
        + rf"|(?<=[(])|(?<=[(]\d{{4}}[-–]))(?P<y>{YEAR})(?!s\b|[,.:]\d|-[a-z]|/\d|[a-z]){_NOT_COUNTED}",
        _year,
        Trigger.DIGIT,
    ),
    rule(
        "bare-year",
        rf"(?<![\d$£€.,/#:-])(?<!\d[-–])\b(?P<y>{YEAR})(?!s\b|[,.:]\d|-[a-z]|/\d|[a-z]){_NOT_COUNTED}",
        _bare_year,
        Trigger.DIGIT,
    ),
    rule("year", rf"(?<=\d\d\d\d[-–])(?P<y>{YEAR})\b(?!s\b)", _year, Trigger.DIGIT),
    rule(
        "short-year",
        r"(?:(?<=\d\d\d\d-)|(?<=\d\d\d\d–)|(?<=\d\d\d\d/)|(?<=[\s(]['’]))(?P<n>\d\d)\b(?!-\d|['’]s|s\b|\s*(?:%|percent))",
        _short_year,
        Trigger.DIGIT,
    ),
)
