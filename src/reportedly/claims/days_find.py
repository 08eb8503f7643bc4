"""Find the time expressions of a stretch of text and say how each bounds what it dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from reportedly.claims.days_patterns import FORMS
from reportedly.claims.days_words import Direction
from reportedly.claims.days_workers import Moment
from reportedly.model.days import Days
from reportedly.model.span import Span


class Bound(StrEnum):
    """What the preposition before an expression makes of its days."""

    AT = "at"
    AS_OF = "as of"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class TimeWords:
    """A time expression in a document."""

    span: Span
    """The words, preposition left out."""
    days: Days | None
    """The days meant; None where the document does not allow them to be worked out."""
    form: str
    """Name of the form that matched."""
    bound: Bound
    relative: bool = False
    """Whether the days were worked out from other days of the text and not from publication."""


_BOUNDS: tuple[tuple[Bound, re.Pattern[str]], ...] = (
    (
        Bound.AS_OF,
        re.compile(r"\b(?:as of|as at|as on|up to and including|up to|runs? to|ran to)\s+(?:late\s+)?$", re.IGNORECASE),
    ),
    (
        Bound.SINCE,
        re.compile(
            (
                r"\b(?:since|starting|beginning)\s+(?:on\s+|in\s+|early\s+|"
                r"late\s+)?(?:(?:the\s+|its\s+|their\s+)?(?:\w+\s+){1,2}(?:of|on|in)\s+)?$"
            ),
            re.IGNORECASE,
        ),
    ),
    (Bound.UNTIL, re.compile(r"\b(?:by|until|till|through)\s+(?:the\s+)?(?:\w+\s+(?:on|of)\s+)?$", re.IGNORECASE)),
    (Bound.BEFORE, re.compile(r"\b(?:before|prior to|ahead of|not until|eve of)\s+$", re.IGNORECASE)),
    (Bound.AFTER, re.compile(r"\b(?:after|following)\s+$", re.IGNORECASE)),
)
_INNER = re.compile(r"^(?:(as of|as at)|(since)|(by|until|till|through)|(before)|(after))\b", re.IGNORECASE)
_INNER_BOUNDS = (Bound.AS_OF, Bound.SINCE, Bound.UNTIL, Bound.BEFORE, Bound.AFTER)
_RELATIVE = frozenset({"from-anchor", "day-beside", "week-beside"})
_HINT = re.compile(
    r"\d{4}|day\b|days\b|week|month|year|night|hour|morning|afternoon|evening|\bnow\b|currently|present|moment|"
    r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|hristmas|yesterday|tomorrow",
    re.IGNORECASE,
)


def find_days(
    text: str, span: Span, published: date | None, direction: Direction, anchor: Days | None
) -> tuple[TimeWords, ...]:
    """Return the time expressions that begin inside a span, in order, none overlapping another.

    Args:
        text: the document's text.
        span: where to look.
        published: the day of publication, against which ``Monday`` and ``yesterday`` are worked out.
        direction: where to look for a day whose year or week is open.
        anchor: the days that the text speaks of, for ``two days earlier``; expressions found on the way take over.
    """
    piece = span.of(text)
    if not _HINT.search(piece):
        return ()
    found: list[TimeWords] = []
    for start, end, match, number in _matches(piece):
        if found and span.start + start < found[-1].span.end:
            continue
        form = FORMS[number]
        days = form.work(match, Moment(published, direction, anchor))
        bound = _bound(piece, start, match.group())
        found.append(
            TimeWords(Span(span.start + start, span.start + end), days, form.name, bound, form.name in _RELATIVE)
        )
        if days is not None and bound is Bound.AT and days.length <= 7:
            anchor = days
    return tuple(found)


@lru_cache(maxsize=512)
def _matches(piece: str) -> tuple[tuple[int, int, re.Match[str], int], ...]:
    every = [
        (match.start(), match.end(), match, number)
        for number, form in enumerate(FORMS)
        for match in form.pattern.finditer(piece)
    ]
    return tuple(sorted(every, key=lambda item: (item[0], -item[1], item[3])))


def _bound(piece: str, start: int, words: str) -> Bound:
    before = piece[max(0, start - 32) : start]
    inner = _INNER.match(words)
    if inner:
        return next(bound for bound, group in zip(_INNER_BOUNDS, inner.groups(), strict=True) if group)
    return next((bound for bound, pattern in _BOUNDS if pattern.search(before)), Bound.AT)
