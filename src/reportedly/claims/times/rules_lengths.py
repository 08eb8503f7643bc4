"""Rules for lengths of time, for what comes again and again, and for the hour of the clock."""

from __future__ import annotations

import re

from reportedly.claims.times.grammar import APPROXIMATE, DAY_PART, DAY_PARTS, UNIT, WEEKDAY, singular
from reportedly.claims.times.numbers import COUNT, OPEN_COUNT, read_count
from reportedly.claims.times.rule import Clock, Rule, Sense, Trigger, rule
from reportedly.claims.times.senses import duration_sense, duration_value
from reportedly.claims.times.years import weekday_number
from reportedly.model.times import Granularity, TimeType


def _length(match: re.Match[str], _: Clock) -> Sense | None:
    """Read ``three weeks``, ``two and a half years``, ``24-hour``."""
    count = read_count(match["n"])
    if count is None:
        return None
    if match.groupdict().get("half"):
        count += 0.5
    return duration_sense(count, singular(match["unit"]))


def _open_length(match: re.Match[str], _: Clock) -> Sense | None:
    return duration_sense(None, singular(match["unit"]))


def _unit_long(match: re.Match[str], _: Clock) -> Sense | None:
    unit = match["unit"].lower()
    return duration_sense(None if unit.endswith("s") else 1, singular(unit))


def _every(match: re.Match[str], _: Clock) -> Sense | None:
    """Read ``every two weeks``, ``each day``, ``every Friday``, ``every afternoon``."""
    if match["w"]:
        return Sense(TimeType.SET, f"XXXX-WXX-{weekday_number(match['w']) + 1}", Granularity.DAY)
    if match["unit"].lower() in DAY_PARTS:
        return Sense(TimeType.SET, f"XXXX-XX-XXT{DAY_PARTS[match['unit'].lower()]}", Granularity.DAY)
    count = read_count(match["n"]) if match["n"] else 2 if match["other"] else 1
    return Sense(TimeType.SET, duration_value(count, singular(match["unit"])), Granularity.STRETCH)


def _weekdays(match: re.Match[str], _: Clock) -> Sense | None:
    return Sense(TimeType.SET, f"XXXX-WXX-{weekday_number(match['w']) + 1}", Granularity.DAY)


_ADVERBS = {
    "hourly": "PT1H",
    "nightly": "P1D",
    "daily": "P1D",
    "everyday": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
} | {
    "quarterly": "P1Q",
    "yearly": "P1Y",
    "annual": "P1Y",
    "annually": "P1Y",
}


def _adverb(match: re.Match[str], _: Clock) -> Sense | None:
    return Sense(TimeType.SET, _ADVERBS[match.group().lower()], Granularity.STRETCH)


def _per(match: re.Match[str], _: Clock) -> Sense | None:
    return Sense(TimeType.SET, duration_value(1, singular(match["unit"])), Granularity.STRETCH)


def _clock(match: re.Match[str], _: Clock) -> Sense | None:
    """Read ``18:00 UTC`` and ``8:30 p.m.``; the tagger sets the day before it."""
    hour, minute = int(match["h"]), int(match["min"] or 0)
    half = (match["half"] or "").lower()[:1]
    if hour > 24 or minute > 59 or (half and hour > 12):
        return None
    hour = hour % 12 + 12 * (half == "p") if half else hour
    return Sense(TimeType.TIME, f"T{hour:02d}:{minute:02d}", Granularity.CLOCK)


def _part(match: re.Match[str], _: Clock) -> Sense | None:
    return Sense(TimeType.TIME, f"T{DAY_PARTS[match['part'].lower()]}", Granularity.DAY_PART)


_ZONE = (
    r"(?:\s*\(?(?:UTC|GMT|EST|EDT|PST|PDT|CET|CEST|BST|MSK|ET|PT|local(?:\s+time)?|"
    r"[A-Z][a-z]+\s+(?:standard\s+|daylight\s+)?time)\b(?:\s*[+-]\d+)?\)?)"
)
_HALF = r"(?P<half>[aApP]\.?\s?[mM]\b\.?)"

RULES: tuple[Rule, ...] = (
    rule(
        "clock",
        rf"(?<![\d:.,$£€])\b(?P<h>\d{{1,2}})(?::(?P<min>\d\d))?(?::\d\d)?\s*{_HALF}{_ZONE}?",
        _clock,
        Trigger.DIGIT,
    ),
    rule(
        "clock",
        rf"(?<![\d:.,$£€])\b(?P<h>[01]?\d|2[0-4])[:.](?P<min>[0-5]\d)(?P<half>)(?::\d\d)?(?:\s*(?:hours|hrs|h)\b|{_ZONE})",
        _clock,
        Trigger.DIGIT,
    ),
    rule(
        "clock",
        r"(?:(?<=\bat )|(?<=\bAt )|(?<=around )|(?<=about )|(?<=by ))(?P<h>[01]?\d|2[0-4]):(?P<min>[0-5]\d)(?P"
        r"<half>)\b(?!:\d)",
        _clock,
        Trigger.DIGIT,
    ),
    rule(
        "clock",
        r"(?<![\d:.,$£€])\b(?P<h>[01]\d|2[0-4])(?P<min>[0-5]\d)(?P<half>)\s*(?:hours\b(?!\s+of)|hrs\b|UTC|GMT)",
        _clock,
        Trigger.DIGIT,
    ),
    rule(
        "day-part",
        r"\b(?:(?<=[Aa]t )|(?<=[Bb]y )|(?<=[Bb]efore )|(?<=around )|(?<=[Uu]ntil )|(?<=since ))(?P<part>noon|"
        r"midday|midnight|dawn|dusk)\b",
        _part,
        Trigger.UNIT,
    ),
    rule(
        "every",
        rf"\b(?:every|each)\s+(?:(?P<other>other)\s+|(?P<n>{COUNT})\s+)?(?:(?P<unit>{UNIT}|{DAY_PART})|(?P<w>{WEEKDAY}))\b",
        _every,
        Trigger.ANY,
        anycase=True,
    ),
    rule("weekdays", r"\b(?P<w>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s\b", _weekdays, Trigger.WEEKDAY),
    rule(
        "adverb",
        r"\b(?:hourly|nightly|daily|everyday|weekly|monthly|quarterly|yearly|annual(?:ly)?)\b",
        _adverb,
        Trigger.ANY,
    ),
    rule(
        "per",
        r"\b(?:per|(?:(?<=once )|(?<=twice )|(?<=times ))an?)\s+(?P<unit>minute|hour|day|night|week|month|year)\b",
        _per,
        Trigger.UNIT,
    ),
    rule(
        "length",
        rf"\b{APPROXIMATE}(?P<n>{COUNT})(?P<half>\s+and\s+(?:a\s+)?half)[\s-]+(?P<unit>{UNIT})\b",
        _length,
        Trigger.UNIT,
        anycase=True,
    ),
    rule(
        "length",
        rf"(?<![$£€\d.,])\b{APPROXIMATE}(?P<n>(?!an?\b){COUNT})[\s-]+(?:(?:straight|full|consecutive|more|whole|long|bloody|brutal|short|further|additional|calendar|trading|working|business)\s+)?(?P<unit>{UNIT})\b(?<!quarters)(?!\s+(?:earlier|later|ago)\b)(?:(?:-|\s+)(?:long|old)\b)?(?P<half>\s+and\s+a\s+half)?",
        _length,
        Trigger.UNIT,
        anycase=True,
    ),
    rule(
        "length",
        rf"\b(?:{APPROXIMATE}|(?:for|in|within|after|during|of|over|than|about|nearly|almost|"
        rf"lasted|took|takes|take|spent|under|only|just|least|half)\s+)(?<!\bonce )(?P<n>an?)\s+(?:(?:full|"
        rf"whole|single|long|mere)\s+)?(?P<unit>hour|day|week|fortnight|month|year|decade|"
        rf"century)\b(?!-|['’]s\b|\s+(?:later|earlier|ago))",
        _length,
        Trigger.UNIT,
        anycase=True,
    ),
    rule(
        "open-length",
        rf"\b{OPEN_COUNT}\s+(?:\w+ing\s+)?(?P<unit>(?:minutes|hours|days|nights|weeks|months|years|decades|centuries))\b(?!\s+(?:ago|later|earlier))",
        _open_length,
        Trigger.UNIT,
        anycase=True,
    ),
    rule(
        "open-length",
        r"(?:(?<=[Ff]or )|(?<=[Ww]ithin )|(?<=[Ii]n )|(?<=[Aa]fter )|(?<=lasted )|(?<=taken )|"
        r"(?<=take )|(?<=over ))(?P<unit>minutes|hours|days|nights|weeks|months|years|"
        r"decades|centuries)\b(?!\s+(?:ago|later|earlier))",
        _open_length,
        Trigger.UNIT,
    ),
    rule(
        "unit-long",
        r"\b(?P<unit>hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))-long\b",
        _unit_long,
        Trigger.UNIT,
        anycase=True,
    ),
)
