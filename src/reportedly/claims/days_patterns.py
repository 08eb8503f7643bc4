"""The forms in which English news writes days, one pattern each with the function that works it out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.claims import days_workers as workers
from reportedly.claims.days_workers import Worker


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


def _form(name: str, pattern: str, worker: Worker, flags: int = 0) -> Form:
    return Form(name, re.compile(pattern, flags), worker)


_PART = r"(?:[ ,]+(?:the )?(?:early |late )?(?:morning|afternoon|evening|night|midday|noon|dawn|dusk))?"
_PRE_MONTH = (
    r"(?P<pre>(?i:(?:the )?(?:end|beginning|start|middle|first half|second half|rest) of|early(?: in)?|late(?: in)?|"
    r"mid[- ]|last|this|next|in|since|of|by|until|till|during|through|throughout|for|from|before|after))"
)

FORMS: tuple[Form, ...] = (
    _form("iso-day", r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)", workers.iso_days),
    _form(
        "day-range",
        rf"(?P<m>{_M})\s+(?P<d>{_D}){_TO}(?:(?P<m2>{_M})\s+)?(?P<d2>{_D})(?:,?\s+(?P<y>{_Y}))?",
        workers.date_range_days,
    ),
    _form(
        "day-range",
        rf"\b(?P<d>{_D})(?:,\s*{_D})*(?:\s+(?P<m>{_M}))?{_TO}(?P<d2>{_D})\s+(?P<m2>{_M})(?:,?\s+(?P<y>{_Y}))?",
        workers.european_range_days,
    ),
    _form("day", rf"\b(?:(?P<w>{_W}),?\s+)?(?P<m>{_M})\s+(?P<d>{_D})(?:,?\s+(?P<y>{_Y})\b)?", workers.date_days),
    _form(
        "day",
        rf"\b(?:(?P<w>{_W}),?\s+)?(?:the\s+)?(?P<d>{_D})\s+(?:of\s+)?(?P<m>{_M})(?:,?\s+(?P<y>{_Y})\b)?",
        workers.date_days,
    ),
    _form(
        "month-part",
        (
            rf"\b(?:the\s+)?(?P<part>first|second|third|last)\s+(?P<unit>week|half|"
            rf"third)\s+of\s+(?P<m>{_M})(?!\w|\s+\d\d?(?!\d))(?:,?\s+(?P<y>{_Y})\b)?"
        ),
        workers.month_part_days,
    ),
    _form(
        "season",
        (
            rf"\b(?:the\s+)?(?P<s>spring|summer|autumn|"
            rf"fall|winter)\s+(?:of\s+)?(?P<y>{_Y})\b"
        ),
        workers.season_days,
        re.IGNORECASE,
    ),
    _form(
        "month-range",
        rf"\b(?:(?i:between|from)\s+)?(?P<m>{_M})(?:\s+(?P<y1>{_Y}))?{_TO}(?P<m2>{_M})(?:,?\s+(?P<y>{_Y})\b)?(?!\s+\d)",
        workers.month_range_days,
    ),
    _form(
        "month",
        (
            rf"\b{_PRE_MONTH}[\s-]*(?P<m>{_M})(?!\w|\s+\d\d?(?!\d))(?:(?:,?\s+|"
            rf"\s+of\s+)(?P<y>{_Y})\b)?(?P<turn>,?\s+(?:of\s+)?(?:last|this|next) year)?"
        ),
        workers.month_of_days,
    ),
    _form("month", rf"\b(?P<pre>)(?P<m>{_M})(?:,?\s+|\s+of\s+)(?P<y>{_Y})\b(?P<turn>)", workers.month_of_days),
    _form("weekday-range", rf"\b(?P<w>{_W}){_TO}(?P<w2>{_W})\b", workers.weekday_range_days),
    _form(
        "weekday",
        rf"\b(?:(?P<turn>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming|[Pp]ast)\s+)?(?P<w>{_W})(?!s\b){_PART}",
        workers.weekday_days,
    ),
    _form(
        "near-day",
        (
            r"\b(?:the day before yesterday|yesterday|today|tonight|tomorrow|last night|this (?:morning|"
            r"afternoon|evening)|earlier in the day|right now|currently|at present|at the moment|now(?! that))\b"
        ),
        workers.near_days,
        re.IGNORECASE,
    ),
    _form("overnight", r"\bovernight\b", workers.overnight_days, re.IGNORECASE),
    _form(
        "weekend",
        (
            r"\b(?:(?:at|over|during) the (?:past "
            r")?|(?P<turn>last|this|next) )weekend\b"
        ),
        workers.weekend_days,
        re.IGNORECASE,
    ),
    _form(
        "turned",
        (
            r"\b(?P<end>the end of )?(?P<turn>last|this|next|the) "
            r"(?P<unit>week|month|year)\b(?<!the week)(?<!the month)(?<!the year)"
        ),
        workers.turned_days,
        re.IGNORECASE,
    ),
    _form("turned", r"\b(?P<end>the end of )(?P<turn>the) (?P<unit>month|year)\b", workers.turned_days, re.IGNORECASE),
    _form(
        "past-stretch",
        (
            rf"\b(?:over|in|during|for|within|of|throughout)\s+the\s+(?:past|"
            rf"last|previous)\s+(?:(?P<n>{_N})\s+)?(?P<unit>{_UNIT})\b(?!\s+of\b)"
        ),
        workers.past_stretch_days,
        re.IGNORECASE,
    ),
    _form("ago", rf"\b(?P<n>{_N})\s+(?P<unit>{_UNIT})\s+ago\b", workers.ago_days, re.IGNORECASE),
    _form(
        "from-anchor",
        (
            rf"\b(?P<n>{_N})\s+(?:full\s+)?(?P<unit>{_UNIT})\s+(?P<way>earlier|later|before|after|afterwards|"
            rf"previously)\b(?!\s+(?:the|its|their|his|her|an?|that|it|he|she|they|being|\w+ing|[A-Z]))"
        ),
        workers.from_anchor_days,
        re.IGNORECASE,
    ),
    _form(
        "day-beside",
        (
            r"\b(?:the|that)\s+(?:(?:next|following|same|previous)\s+(?:day|morning|afternoon|evening|"
            r"night)|(?:day|night)\s+(?:before|after)|(?<=that )(?:day|morning|afternoon|"
            r"evening|night))\b|\bthat (?:same )?(?:day|morning|afternoon|evening|night)\b"
        ),
        workers.day_beside_days,
        re.IGNORECASE,
    ),
    _form(
        "week-beside",
        r"\bthe\s+(?:previous|following)\s+week\b|\b(?:a|the)\s+week\s+(?:before|earlier|after|later)\b",
        workers.week_beside_days,
        re.IGNORECASE,
    ),
    _form(
        "year-range",
        rf"\b(?:(?i:between|from|in|during)\s+)?(?P<y>{_Y}){_TO}(?P<y2>{_Y}|\d\d)\b(?!\s*(?:%|percent|people))",
        workers.year_range_days,
    ),
    _form("decade", r"\b(?:the\s+)?(?:early |late |mid-?)?(?P<y>(?:1[6-9]|20)\d0)s\b", workers.decade_days),
    _form(
        "year",
        (
            rf"\b(?i:(?:the )?(?:end|beginning|start|middle) of|in|since|of|by|during|from|until|till|"
            rf"before|after|through|early|late|for|year|and|to|mid)[\s-]+(?P<y>{_Y})\b(?![-–,]?\d|\s*(?:%|percent))"
        ),
        workers.year_days,
    ),
    _form(
        "holiday",
        (
            r"\b(?:new year['’]s (?:day|eve)|christmas(?: day| eve)?|"
            r"new year)\b(?! (?:party|tree|market|season|period|card))"
        ),
        workers.holiday_days,
        re.IGNORECASE,
    ),
)
"""All forms; where two fit at one place, the longer expression wins, then the one that stands first here."""
