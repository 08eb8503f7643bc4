"""The forms in which English news writes days, one pattern each with the function that works it out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from reportedly.claims import days_words as words
from reportedly.claims.days_words import Direction
from reportedly.model.days import Days


@dataclass(frozen=True, slots=True)
class Moment:
    """What an expression is worked out against."""

    published: date | None
    direction: Direction
    anchor: Days | None
    """The days that the text speaks of at this place, for ``the next day`` and ``two days earlier``."""


Worker = Callable[[re.Match[str], Moment], Days | None]


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write days."""

    name: str
    """Short name that grounds carry."""
    pattern: re.Pattern[str]
    work: Worker


_M = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.|Feb\.|Mar\.|Apr\.|Jun\.|Jul\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?=\s+\d))"
)
_D = r"(?:[12]\d|3[01]|0?[1-9])(?!\d|[.,:]\d)(?:st|nd|rd|th)?"
_Y = r"(?:1[6-9]|20)\d\d"
_W = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_TO = r"\s*(?:-|–|—|\bto\b|\band\b|\bor\b|\buntil\b|\btill\b|\bthrough\b)\s*"
_N = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|a couple of|couple of)"
)
_UNIT = r"(?:hour|day|night|week|month|year)s?"


def _number(word: str) -> int:
    low = word.lower()
    return int(low) if low.isdigit() else words.SMALL_NUMBERS[low]


def _month(word: str) -> int:
    return words.MONTHS[word.rstrip(".").lower()]


def _day(word: str) -> int:
    return int(re.sub(r"\D", "", word))


def _on(day: date | None) -> Days | None:
    return None if day is None else Days.on(day)


def _dated(day: str, month: str, year: str | None, weekday: str | None, moment: Moment) -> date | None:
    if year:
        try:
            return date(int(year), _month(month), _day(day))
        except ValueError:
            return None
    if moment.published is None:
        return None
    known = words.WEEKDAYS[weekday.lower()] if weekday else None
    return words.day_without_year(_month(month), _day(day), moment.published, moment.direction, known)


def _iso(match: re.Match[str], _: Moment) -> Days | None:
    try:
        return Days.on(date.fromisoformat(match.group()))
    except ValueError:
        return None


def _date(match: re.Match[str], moment: Moment) -> Days | None:
    part = match.groupdict()
    return _on(_dated(part["d"], part["m"], part["y"], part["w"], moment))


def _date_range(match: re.Match[str], moment: Moment) -> Days | None:
    part = match.groupdict()
    second_month = part.get("m2") or part["m"]
    first_month = part["m"] if part.get("m2") else second_month
    last = _dated(part["d2"], second_month, part["y"], None, moment)
    first = _dated(part["d"], first_month, part["y"], None, moment)
    if first is None or last is None:
        return None
    if first > last:
        first = words.add_years(first, -1)
    return Days(first, last)


def _month_of(match: re.Match[str], moment: Moment) -> Days | None:
    part = match.groupdict()
    month = _month(part["m"])
    if part["y"]:
        days = words.month_days(int(part["y"]), month)
    elif moment.published is None:
        return None
    elif "last year" in (part["turn"] or "").lower():
        days = words.month_days(moment.published.year - 1, month)
    elif "next year" in (part["turn"] or "").lower():
        days = words.month_days(moment.published.year + 1, month)
    else:
        turn = (part["pre"] or "").lower()
        ahead = turn.startswith("next")
        if turn == "last" and month == moment.published.month:
            return words.month_days(moment.published.year - 1, month)
        days = words.month_without_year(month, moment.published, Direction.AHEAD if ahead else moment.direction)
    return Days.on(days.last) if "end of" in (part["pre"] or "").lower() else days


def _month_range(match: re.Match[str], moment: Moment) -> Days | None:
    part = match.groupdict()
    if part["y"]:
        last = words.month_days(int(part["y"]), _month(part["m2"]))
    elif moment.published is None:
        return None
    else:
        last = words.month_without_year(_month(part["m2"]), moment.published, moment.direction)
    first = words.month_days(int(part["y1"] or last.first.year), _month(part["m"]))
    if first.first > last.last:
        first = words.month_days(last.first.year - 1, _month(part["m"]))
    return Days(first.first, last.last)


def _month_part(match: re.Match[str], moment: Moment) -> Days | None:
    if match["y"]:
        days = words.month_days(int(match["y"]), _month(match["m"]))
    elif moment.published is None:
        return None
    else:
        days = words.month_without_year(_month(match["m"]), moment.published, moment.direction)
    size = {"week": 7, "half": 15, "third": 10}[match["unit"]]
    if match["part"] == "last":
        return Days(max(days.first, days.last - timedelta(days=size - 1)), days.last)
    start = days.first + timedelta(days=size * ("first", "second", "third").index(match["part"]))
    end = days.last if match["unit"] == "half" and match["part"] == "second" else start + timedelta(days=size - 1)
    return Days(start, min(end, days.last))


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def _season(match: re.Match[str], _: Moment) -> Days | None:
    """Work out a season by whole months of the northern hemisphere, as weather services count."""
    year, month = int(match["y"]), _SEASONS[match["s"].lower()]
    last = words.month_days(year + (month + 2) // 13, (month + 1) % 12 + 1)
    return Days(date(year, month, 1), last.last)


def _weekday(match: re.Match[str], moment: Moment) -> Days | None:
    if moment.published is None:
        return None
    number = words.WEEKDAYS[match["w"].lower()]
    turn = (match["turn"] or "").lower()
    ahead = turn in {"next", "coming"} or (turn != "last" and moment.direction is Direction.AHEAD)
    day = words.nearest_weekday(number, moment.published, Direction.AHEAD if ahead else Direction.BACK)
    if turn in {"next", "last"} and day == moment.published:
        day += timedelta(days=7 if turn == "next" else -7)
    return Days.on(day)


def _weekday_range(match: re.Match[str], moment: Moment) -> Days | None:
    if moment.published is None:
        return None
    last = words.nearest_weekday(words.WEEKDAYS[match["w2"].lower()], moment.published, moment.direction)
    back = (last.weekday() - words.WEEKDAYS[match["w"].lower()]) % 7
    return Days(last - timedelta(days=back), last)


_NEAR = {"yesterday": -1, "tomorrow": 1, "last night": -1, "previous night": -1}


def _near(match: re.Match[str], moment: Moment) -> Days | None:
    if moment.published is None:
        return None
    low = match.group().lower()
    shift = next((days for word, days in _NEAR.items() if word in low), 0)
    if low.startswith("the day before"):
        shift -= 1
    return Days.on(moment.published + timedelta(days=shift))


def _overnight(_: re.Match[str], moment: Moment) -> Days | None:
    if moment.published is None:
        return None
    return Days(moment.published - timedelta(days=1), moment.published)


def _weekend(match: re.Match[str], moment: Moment) -> Days | None:
    if moment.published is None:
        return None
    turn = (match["turn"] or "").lower()
    monday = words.week_days(moment.published).first
    if turn == "next" or (turn != "last" and moment.direction is Direction.AHEAD):
        saturday = monday + timedelta(days=12 if turn == "next" and moment.published.weekday() > 4 else 5)
    elif moment.published.weekday() >= 5 and turn != "last":
        return Days(monday + timedelta(days=5), monday + timedelta(days=6) if turn == "this" else moment.published)
    else:
        saturday = monday - timedelta(days=2)
    return Days(saturday, saturday + timedelta(days=1))


def _turned(match: re.Match[str], moment: Moment) -> Days | None:
    if moment.published is None:
        return None
    turn, unit = match["turn"].lower(), match["unit"].lower()
    shift = {"last": -1, "next": 1}.get(turn, 0)
    if unit == "week":
        return words.week_days(moment.published + timedelta(days=7 * shift))
    if unit == "month":
        days = words.shift_month(moment.published, shift)
        return Days.on(days.last) if match["end"] else days
    days = words.year_days(moment.published.year + shift)
    return Days.on(days.last) if match["end"] else days


def _past_stretch(match: re.Match[str], moment: Moment) -> Days | None:
    """Work out ``over the past two days``: from so many units before publication up to it."""
    if moment.published is None:
        return None
    count = _number(match["n"]) if match["n"] else 1
    return Days(_shifted(moment.published, -count, match["unit"]), moment.published)


def _shifted(day: date, count: int, unit: str) -> date:
    low = unit.lower()
    if low.startswith("hour"):
        return day + timedelta(days=round(count / 24) if abs(count) >= 12 else 0)
    if low.startswith(("day", "night")):
        return day + timedelta(days=count)
    if low.startswith("week"):
        return day + timedelta(weeks=count)
    return words.add_months(day, count) if low.startswith("month") else words.add_years(day, count)


def _blurred(day: date, unit: str) -> Days:
    """Return the days that a shift by this unit leaves open: a month for months, a year for years."""
    low = unit.lower()
    if low.startswith("month"):
        return words.shift_month(day, 0)
    return words.year_days(day.year) if low.startswith("year") else Days.on(day)


def _ago(match: re.Match[str], moment: Moment) -> Days | None:
    if moment.published is None:
        return None
    count = _number(match["n"])
    return _blurred(_shifted(moment.published, -count, match["unit"]), match["unit"])


def _from_anchor(match: re.Match[str], moment: Moment) -> Days | None:
    if moment.anchor is None or moment.anchor.length > 7:
        return None
    later = match["way"].lower() in {"later", "after", "afterwards"}
    unit, count = match["unit"], _number(match["n"])
    if unit.lower().startswith("hour") and count < 24:
        return moment.anchor
    base = moment.anchor.last if later else moment.anchor.first
    return _blurred(_shifted(base, count if later else -count, unit), unit)


def _day_beside(match: re.Match[str], moment: Moment) -> Days | None:
    if moment.anchor is None or moment.anchor.length > 7:
        return None
    low = match.group().lower()
    if "same" in low or "that" in low:
        return moment.anchor
    later = "next" in low or "following" in low or "after" in low
    base = moment.anchor.last if later else moment.anchor.first
    return Days.on(base + timedelta(days=1 if later else -1))


def _week_beside(match: re.Match[str], moment: Moment) -> Days | None:
    if moment.anchor is None or moment.anchor.length > 31:
        return None
    later = any(word in match.group().lower() for word in ("following", "after", "later"))
    if later:
        return Days(moment.anchor.last + timedelta(days=1), moment.anchor.last + timedelta(days=7))
    return Days(moment.anchor.first - timedelta(days=7), moment.anchor.first - timedelta(days=1))


def _year(match: re.Match[str], _: Moment) -> Days | None:
    days = words.year_days(int(match["y"]))
    return Days.on(days.last) if "end of" in match.group().lower() else days


def _year_range(match: re.Match[str], _: Moment) -> Days | None:
    first, last = int(match["y"]), int(match["y2"])
    if last < 100:
        last += first // 100 * 100
    return Days(date(first, 1, 1), date(last, 12, 31)) if first <= last else None


def _decade(match: re.Match[str], _: Moment) -> Days | None:
    start = int(match["y"])
    return Days(date(start, 1, 1), date(start + 9, 12, 31))


_HOLIDAYS = {"new year's day": (1, 1), "new year's eve": (12, 31), "christmas day": (12, 25), "christmas eve": (12, 24),
             "christmas": (12, 25), "new year": (1, 1)}


def _holiday(match: re.Match[str], moment: Moment) -> Days | None:
    if moment.published is None:
        return None
    month, day = _HOLIDAYS[match.group().lower().replace("’", "'")]
    return _on(words.day_without_year(month, day, moment.published, moment.direction))


def _form(name: str, pattern: str, work: Worker, flags: int = 0) -> Form:
    return Form(name, re.compile(pattern, flags), work)


_PART = r"(?:[ ,]+(?:the )?(?:early |late )?(?:morning|afternoon|evening|night|midday|noon|dawn|dusk))?"
_PRE_MONTH = (
    r"(?P<pre>(?i:(?:the )?(?:end|beginning|start|middle|first half|second half|rest) of|early(?: in)?|late(?: in)?|"
    r"mid[- ]|last|this|next|in|since|of|by|until|till|during|through|throughout|for|from|before|after))"
)

FORMS: tuple[Form, ...] = (
    _form("iso-day", r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)", _iso),
    _form("day-range", rf"(?P<m>{_M})\s+(?P<d>{_D}){_TO}(?:(?P<m2>{_M})\s+)?(?P<d2>{_D})(?:,?\s+(?P<y>{_Y}))?", _date_range),
    _form("day-range", rf"\b(?P<d>{_D})(?:,\s*{_D})*(?:\s+(?P<m>{_M}))?{_TO}(?P<d2>{_D})\s+(?P<m2>{_M})(?:,?\s+(?P<y>{_Y}))?", lambda m, at: _european_range(m, at)),
    _form("day", rf"\b(?:(?P<w>{_W}),?\s+)?(?P<m>{_M})\s+(?P<d>{_D})(?:,?\s+(?P<y>{_Y})\b)?", _date),
    _form("day", rf"\b(?:(?P<w>{_W}),?\s+)?(?:the\s+)?(?P<d>{_D})\s+(?:of\s+)?(?P<m>{_M})(?:,?\s+(?P<y>{_Y})\b)?", _date),
    _form("month-part", rf"\b(?:the\s+)?(?P<part>first|second|third|last)\s+(?P<unit>week|half|third)\s+of\s+(?P<m>{_M})(?!\w|\s+\d\d?(?!\d))(?:,?\s+(?P<y>{_Y})\b)?", _month_part),
    _form("season", rf"\b(?:the\s+)?(?P<s>spring|summer|autumn|fall|winter)\s+(?:of\s+)?(?P<y>{_Y})\b", _season, re.I),
    _form("month-range", rf"\b(?:(?i:between|from)\s+)?(?P<m>{_M})(?:\s+(?P<y1>{_Y}))?{_TO}(?P<m2>{_M})(?:,?\s+(?P<y>{_Y})\b)?(?!\s+\d)", _month_range),
    _form("month", rf"\b{_PRE_MONTH}[\s-]*(?P<m>{_M})(?!\w|\s+\d\d?(?!\d))(?:(?:,?\s+|\s+of\s+)(?P<y>{_Y})\b)?(?P<turn>,?\s+(?:of\s+)?(?:last|this|next) year)?", _month_of),
    _form("month", rf"\b(?P<pre>)(?P<m>{_M})(?:,?\s+|\s+of\s+)(?P<y>{_Y})\b(?P<turn>)", _month_of),
    _form("weekday-range", rf"\b(?P<w>{_W}){_TO}(?P<w2>{_W})\b", _weekday_range),
    _form("weekday", rf"\b(?:(?P<turn>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming|[Pp]ast)\s+)?(?P<w>{_W})(?!s\b){_PART}", _weekday),
    _form("near-day", r"\b(?:the day before yesterday|yesterday|today|tonight|tomorrow|last night|this (?:morning|afternoon|evening)|earlier in the day|right now|currently|at present|at the moment|now(?! that))\b", _near, re.I),
    _form("overnight", r"\bovernight\b", _overnight, re.I),
    _form("weekend", r"\b(?:(?:at|over|during) the (?:past )?|(?P<turn>last|this|next) )weekend\b", _weekend, re.I),
    _form("turned", r"\b(?P<end>the end of )?(?P<turn>last|this|next|the) (?P<unit>week|month|year)\b(?<!the week)(?<!the month)(?<!the year)", _turned, re.I),
    _form("turned", r"\b(?P<end>the end of )(?P<turn>the) (?P<unit>month|year)\b", _turned, re.I),
    _form("past-stretch", rf"\b(?:over|in|during|for|within|of|throughout)\s+the\s+(?:past|last|previous)\s+(?:(?P<n>{_N})\s+)?(?P<unit>{_UNIT})\b(?!\s+of\b)", _past_stretch, re.I),
    _form("ago", rf"\b(?P<n>{_N})\s+(?P<unit>{_UNIT})\s+ago\b", _ago, re.I),
    _form("from-anchor", rf"\b(?P<n>{_N})\s+(?:full\s+)?(?P<unit>{_UNIT})\s+(?P<way>earlier|later|before|after|afterwards|previously)\b(?!\s+(?:the|its|their|his|her|an?|that|it|he|she|they|being|\w+ing|[A-Z]))", _from_anchor, re.I),
    _form("day-beside", r"\b(?:the|that)\s+(?:(?:next|following|same|previous)\s+(?:day|morning|afternoon|evening|night)|(?:day|night)\s+(?:before|after)|(?<=that )(?:day|morning|afternoon|evening|night))\b|\bthat (?:same )?(?:day|morning|afternoon|evening|night)\b", _day_beside, re.I),
    _form("week-beside", r"\bthe\s+(?:previous|following)\s+week\b|\b(?:a|the)\s+week\s+(?:before|earlier|after|later)\b", _week_beside, re.I),
    _form("year-range", rf"\b(?:(?i:between|from|in|during)\s+)?(?P<y>{_Y}){_TO}(?P<y2>{_Y}|\d\d)\b(?!\s*(?:%|percent|people))", _year_range),
    _form("decade", r"\b(?:the\s+)?(?:early |late |mid-?)?(?P<y>(?:1[6-9]|20)\d0)s\b", _decade),
    _form("year", rf"\b(?i:(?:the )?(?:end|beginning|start|middle) of|in|since|of|by|during|from|until|till|before|after|through|early|late|for|year|and|to|mid)[\s-]+(?P<y>{_Y})\b(?![-–,]?\d|\s*(?:%|percent))", _year),
    _form("holiday", r"\b(?:new year['’]s (?:day|eve)|christmas(?: day| eve)?|new year)\b(?! (?:party|tree|market|season|period|card))", _holiday, re.I),
)
"""All forms; where two fit at one place, the longer expression wins, then the one that stands first here."""


def _european_range(match: re.Match[str], moment: Moment) -> Days | None:
    part = match.groupdict()
    last = _dated(part["d2"], part["m2"], part["y"], None, moment)
    first = _dated(part["d"], part["m"] or part["m2"], part["y"], None, moment)
    if first is None or last is None:
        return None
    return Days(words.add_years(first, -1) if first > last else first, last)
