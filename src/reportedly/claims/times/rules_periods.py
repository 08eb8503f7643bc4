"""Rules for seasons, quarters, decades, centuries and holidays."""

from __future__ import annotations

import re

from reportedly.claims.times.grammar import ANY_YEAR, EDGE, ERA, SAME_YEAR, TAIL_YEAR
from reportedly.claims.times.numbers import ORDINALS, read_ordinal
from reportedly.claims.times.rule import Clock, Rule, Sense, Trigger, rule
from reportedly.claims.times.senses import century_sense, decade_sense, months_sense, point_sense, season_sense
from reportedly.claims.times.years import dated, stated_year
from reportedly.model.times import AnchorKind


def _season(match: re.Match[str], clock: Clock) -> Sense | None:
    year = stated_year(match, clock)
    if year is not None:
        return season_sense(match["s"].lower(), year, AnchorKind.NONE)
    spoken = clock.base
    return None if spoken is None else season_sense(match["s"].lower(), spoken.year, clock.base_kind)


def _quarter(match: re.Match[str], clock: Clock) -> Sense | None:
    number = read_ordinal(match["n"])
    if number is None or number > 4:
        return None
    number = 4 if number == -1 else number
    year = stated_year(match, clock)
    if year is not None:
        return months_sense(year, 3 * number - 2, 3, AnchorKind.NONE)
    base = clock.base
    if base is None:
        return None
    # A quarter without a year is one that has begun: the fourth, told of in spring, is last year's.
    past = base.year - (1 if 3 * number - 2 > (base.month or 12) else 0)
    return months_sense(past, 3 * number - 2, 3, clock.base_kind)


def _half_year(match: re.Match[str], clock: Clock) -> Sense | None:
    year = stated_year(match, clock)
    base = clock.base
    if year is None and base is not None:
        year = base.year
    half = 1 if match["n"].lower() == "first" else 2
    return None if year is None else months_sense(year, 6 * half - 5, 6, AnchorKind.NONE)


def _decade(match: re.Match[str], _: Clock) -> Sense | None:
    number = int(match["n"])
    if match["bc"]:
        return decade_sense(-number)
    return decade_sense(number if number > 99 else 1900 + number)


_TENS = {word: 10 * n for n, word in enumerate("twenties thirties forties fifties sixties seventies".split(), 2)} | {
    "eighties": 80,
    "nineties": 90,
}


def _named_decade(match: re.Match[str], _: Clock) -> Sense | None:
    return decade_sense(1900 + _TENS[match["n"].lower()])


def _century(match: re.Match[str], _: Clock) -> Sense | None:
    number = read_ordinal(match["n"])
    return None if number is None or number < 1 else century_sense(number, bool(match["bc"]))


HOLIDAYS = {
    "new year's day": (1, 1),
    "new year": (1, 1),
    "valentine's day": (2, 14),
    "may day": (5, 1),
    "independence day": (7, 4),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "veterans day": (11, 11),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
"""Holidays that fall on one day of every year."""


def _holiday(match: re.Match[str], clock: Clock) -> Sense | None:
    month, day = HOLIDAYS[re.sub(r"\s+", " ", match["h"].lower().replace("’", "'"))]
    found = dated(match, clock, month, day)
    return None if found is None else point_sense(*found)


_ORDINAL = "|".join(ORDINALS)
_SEASON = r"(?P<s>spring|summer|autumn|winter)"

RULES: tuple[Rule, ...] = (
    rule(
        "season",
        rf"\b{EDGE}?(?:the\s+)?(?:early\s+|late\s+)?(?P<s>spring|summer|autumn|winter|fall(?!\s+(?:last|this|next|that|the)\b))\s+(?:of\s+)?(?:{ANY_YEAR}|{SAME_YEAR})",
        _season,
        Trigger.SEASON,
        anycase=True,
    ),
    rule("season", rf"\b{ANY_YEAR}\s+{_SEASON}\b", _season, Trigger.SEASON),
    rule("season", rf"\b(?:{EDGE})(?:the\s+)?{_SEASON}\b", _season, Trigger.SEASON),
    rule(
        "season",
        rf"\b(?:(?:(?<=[Ii]n )|(?<=[Bb]y )|(?<=[Uu]ntil )|(?<=since )|(?<=and )|(?<=over ))(?:early\s+|"
        rf"late\s+)?|the\s+(?:early\s+|late\s+)?){_SEASON}\b(?!\s+(?:camp|school|job|break|"
        rf"offensive|coat|olympics|games))",
        _season,
        Trigger.SEASON,
        anycase=True,
    ),
    rule(
        "season",
        r"\b(?:(?<=[Ii]n )|(?<=[Bb]y )|(?<=[Dd]uring )|(?<=[Uu]ntil ))the\s+(?P<s>fall)\b(?!\s+of\b)",
        _season,
        Trigger.SEASON,
    ),
    rule(
        "quarter",
        rf"\b(?:the\s+)?(?P<n>first|second|third|fourth|final|last)[- ]quarter(?:\s+(?:of\s+)?(?:(?:the\s+)?(?:"
        rf"fiscal\s+)?(?:year\s+)?{ANY_YEAR}|{SAME_YEAR}))?\b",
        _quarter,
        Trigger.UNIT,
        anycase=True,
    ),
    rule(
        "half-year",
        rf"\b(?:the\s+)?(?P<n>first|second|latter|last)[- ]half\s+of\s+(?:the\s+(?:fiscal\s+)?year\b|"
        rf"{ANY_YEAR}|{SAME_YEAR})",
        _half_year,
        Trigger.UNIT,
        anycase=True,
    ),
    rule(
        "decade",
        rf"\b(?:(?:the\s+)?{EDGE}?(?:the\s+)?(?:early|late|mid)?[-\s]?)?(?<!\d)['’]?(?P<n>\d{{1,3}}0|[2-9]0)['’]?s\b(?:\s*(?P<bc>{ERA}))?",
        _decade,
        Trigger.DIGIT,
    ),
    rule(
        "decade",
        rf"\b(?:the\s+)?(?:early\s+|late\s+|mid-?)?(?P<n>{'|'.join(_TENS)})\b",
        _named_decade,
        Trigger.ANY,
        anycase=True,
        narrative=True,
    ),
    rule(
        "century",
        rf"\b(?:the\s+)?(?:(?:early|late|mid)[-\s]|(?:beginning|end|middle|turn)\s+of\s+the\s+)?(?P<n>\d{{1,2}}"
        rf"(?:st|nd|rd|th)|{_ORDINAL})[- ]century\b(?:\s+(?P<bc>{ERA}))?",
        _century,
        Trigger.UNIT,
        anycase=True,
    ),
    rule(
        "holiday",
        r"\b(?P<h>(?:New Year['’]s (?:Day|Eve)|New Year|Valentine['’]s Day|Independence Day|"
        r"Bastille Day|Halloween|Veterans Day|Christmas(?: Day| Eve)?|Boxing Day|May Day))\b(?!\s+(?:party|"
        r"parties|tree|market|season|period|card|offensive|shopping|holiday|sales|address|"
        r"Honours)|-\w|\s+[A-Z])" + TAIL_YEAR,
        _holiday,
        Trigger.ANY,
    ),
)
