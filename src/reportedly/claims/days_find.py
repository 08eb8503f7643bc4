"""Code the time expressions of a text as days, by the codebook's conventions.

The tagger reads TIMEX3; the codebook differs on purpose: ``early October`` is the whole month, ``the end of June``
its last day, ``now`` the day of publication, ``recently`` no day at all, and hours of the clock and lengths of time
date nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reportedly.claims.casing import with_case
from reportedly.claims.times.tagger import tag
from reportedly.model.days import Days
from reportedly.model.span import Span
from reportedly.model.times import AnchorKind, Bound, Direction, Granularity, TimeExpression, TimeType


@dataclass(frozen=True, slots=True)
class TimeWords:
    """A time expression in a document."""

    span: Span
    """The words, preposition left out."""
    days: Days | None
    """The days meant; None where the document does not allow them to be worked out."""
    form: str
    """Name of the tagger's rule that fired."""
    bound: Bound
    relative: bool = False
    """Whether the days were worked out from other days of the text and not from publication."""
    warnings: tuple[str, ...] = ()
    """What a person should check."""
    from_saying: bool = False
    """Whether the days were counted from the day on which the source spoke."""


_FROM_TEXT = frozenset({"from-anchor", "day-beside"})
"""Rules whose expressions are counted from another day of the text, and from nothing else."""
_NO_TIME = frozenset({"open-past", "open-present", "open-future", "day-part", "century", "bare-year"})
"""Rules for words that TIMEX3 annotates and the codebook does not."""
_MINUTES = re.compile(r"PT\d+M$")
_END = re.compile(r"\bend\s+of\b", re.IGNORECASE)


def find_days(
    text: str, span: Span, published: date | None, direction: Direction, anchor: Days | None
) -> tuple[TimeWords, ...]:
    """Return the time expressions of a stretch of text, in order, none overlapping another.

    Args:
        text: the document's text.
        span: where to look.
        published: the day of publication, against which ``Monday`` and ``yesterday`` are worked out.
        direction: where to look for a day whose year or week is open.
        anchor: the days that the text speaks of, for ``two days earlier``; expressions found on the way take over.
    """
    found = tag(with_case(span.of(text)), published, narrative=False, direction=direction, anchor=anchor)
    return tuple(_joined([_coded(one, text, span.start) for one in found if _dates(one)], text))


_AND = re.compile(r",|(?:,\s?)?(?:and|or)")


def _joined(times: Sequence[TimeWords], text: str) -> Iterator[TimeWords]:
    """Join neighbours that follow each other without a gap: ``Monday and Tuesday``, ``in August and September``."""
    held: TimeWords | None = None
    for time in times:
        joined = None if held is None else _pair(held, time, text)
        if joined is None and held is not None:
            yield held
        held = joined or time
    if held is not None:
        yield held


def _pair(one: TimeWords, two: TimeWords, text: str) -> TimeWords | None:
    between = text[one.span.end : two.span.start]
    if one.form != two.form or one.days is None or two.days is None or not _AND.fullmatch(between.strip()):
        return None
    if two.days.first - one.days.last != timedelta(days=1):
        return None
    return replace(one, span=Span(one.span.start, two.span.end), days=Days(one.days.first, two.days.last))


def _dates(one: TimeExpression) -> bool:
    """Say whether an expression may date something."""
    if one.type is TimeType.SET or one.rule in _NO_TIME or one.granularity is Granularity.CLOCK:
        return False
    if _MINUTES.match(one.value) or (one.rule == "season" and one.anchor is not AnchorKind.NONE):
        return False
    return one.type is not TimeType.DURATION or one.interval is not None


def _coded(one: TimeExpression, text: str, offset: int) -> TimeWords:
    bound = Bound.UNTIL if one.bound is Bound.BY else one.bound
    span = one.span.shifted(offset)
    days = one.interval if bound is Bound.SINCE else _days(one, span.of(text))
    relative = one.anchor is AnchorKind.TEXT
    form = "near-day" if one.policy == "now" else one.rule
    return TimeWords(span, days, form, bound, relative, one.warnings)


def _days(one: TimeExpression, words: str) -> Days | None:
    if one.granularity is Granularity.VAGUE:
        return one.interval if one.policy == "now" else None
    if one.rule in _FROM_TEXT and one.anchor is not AnchorKind.TEXT:
        return None
    whole = one.whole or one.interval
    if whole is not None and whole.length > 1 and one.granularity is not Granularity.STRETCH and _END.search(words):
        return Days.on(whole.last)
    return whole
