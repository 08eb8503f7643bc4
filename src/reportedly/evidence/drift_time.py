"""Changes of time on the way: another day, a total for a day, a figure that its origin had replaced."""

from __future__ import annotations

import re

from reportedly.evidence.casebook import days_told, running_total
from reportedly.evidence.drift_pairs import Comparison, Found, on_figures
from reportedly.evidence.phrases import open_day
from reportedly.model.claim import Claim
from reportedly.model.days import Days
from reportedly.model.evidence import DriftType
from reportedly.model.span import Span

_STALE_DAYS = 30
_SAME_START = 3
_TOTAL = re.compile(
    r"\b((?:over|in|during|for|within) (?:the (?:past|last) )?(?:\w+ ){0,2}(?:weeks|months|years|year|month)"
    r"|this (?:month|year|season)|as of|by now|until now|since)\b",
    re.IGNORECASE,
)
"""Words by which a figure covers a time and no single event, beside those of a running total; general English."""
_ONE_DAY = re.compile(
    r"\b((?:in|within|over) (?:a|one|the) (?:single |same )?(?:day|night|hour|morning|evening|weekend)|overnight"
    r"|(?:in|within) (?:the (?:past|last) )?(?:24|twenty-four) hours"
    r"|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|on one day|alone)\b",
    re.IGNORECASE,
)
"""Words by which a figure belongs to one day or night; general English."""


def day(pair: Comparison) -> Found | None:
    """Another day, or the day of saying given as the day of what happened."""
    after, before = _short(pair.relay), _usual_day(pair)
    if after is not None and before is None:
        return _filled_day(pair, after)
    if after is None or before is None or after.overlaps(before):
        return None
    kind = DriftType.STALE if before.first < after.first and before.gap(after) > _STALE_DAYS else DriftType.DAY
    return Found(kind, str(before), str(after), pair.relay.span, pair.reference.span)


def _short(claim: Claim) -> Days | None:
    when = days_told(claim)
    return when if when is not None and when.length <= 7 and not running_total(claim) else None


def _of_saying(claim: Claim) -> bool:
    """Say whether a claim's day is told outside the claim's own words only, as the day of a saying is."""
    spans = [span for ground in claim.grounds if ground.field == "when" for span in ground.spans]
    return bool(spans) and all(not claim.span.covers(span) for span in spans)


def _usual_day(pair: Comparison) -> Days | None:
    """Return the day of the reference, or else the one day on which two other texts of the event agree."""
    known = _short(pair.reference)
    if known is not None and _of_saying(pair.reference) and open_day(pair.book.library, pair.reference):
        known = None
    if known is not None or running_total(pair.reference):
        return known
    mine = pair.book.library.text_key(pair.relay)
    told = {
        (day, pair.book.library.text_key(claim))
        for claim in pair.book.claims
        if (day := _short(claim)) is not None and pair.book.library.text_key(claim) != mine and not _of_saying(claim)
    }
    days = {day for day, _ in told}
    return days.pop() if len(days) == 1 and len(told) > 1 else None


def _filled_day(pair: Comparison, after: Days) -> Found | None:
    """The day of the saying, given as the day of an event whose day the origin leaves open."""
    library = pair.book.library
    said = library.day(pair.reference)
    if not said or after != Days.on(said) or _of_saying(pair.relay):
        return None
    left_open = open_day(library, pair.reference)
    return Found(DriftType.DAY, "left open", str(after), pair.relay.span, left_open) if left_open else None


def stale(pair: Comparison) -> Found | None:
    """A figure that its origin had replaced before the relay came out, in a report that does not give the new one."""
    book, library = pair.book, pair.book.library
    later = [t for t in book.testimonies if t.revises == pair.testimony.id]
    for revision in later:
        members = book.members(revision)
        first = book.reference(revision)
        if any(claim.document_id == pair.relay.document_id for claim in members):
            continue
        if library.before(first, pair.relay) and not library.before(pair.relay, pair.reference):
            return on_figures(pair, DriftType.STALE, "the origin had replaced this figure before")
    return None


def scope(pair: Comparison) -> Found | None:
    """A total for one incident or one day, one incident for a total, or a total since another day."""
    if pair.figures is None:
        return None
    before, after = running_total(pair.reference), running_total(pair.relay)
    if pair.change == "scope-changed" or (after and not before and pair.figures[0].scope != "cumulative"):
        return _scope(pair, _scope_word(before), _scope_word(after))
    periods = (pair.reference.when, pair.relay.when)
    if after and before and periods[0] and periods[1] and abs((periods[1].first - periods[0].first).days) > _SAME_START:
        return _scope(pair, str(periods[0]), str(periods[1]))
    told = _short(pair.relay)
    if before and told is not None and told.length == 1:
        return _scope(pair, "a total", f"{told} alone")
    return _by_words(pair)


def _by_words(pair: Comparison) -> Found | None:
    """Words for a stretch of time on the one hand, words for one day on the other."""
    (wide, day_before), (wide_after, day_after) = _spread(pair.reference), _spread(pair.relay)
    if wide and not day_before and day_after and not wide_after:
        return _scope(pair, wide, day_after)
    if day_before and not wide and wide_after and not day_after:
        return _scope(pair, day_before, wide_after)
    return None


def _spread(claim: Claim) -> tuple[str, str]:
    """Return the words of a claim for a stretch of time, and those for one day; empty where there are none."""
    wide, short = _TOTAL.search(claim.quote), _ONE_DAY.search(claim.quote)
    return wide.group() if wide else "", short.group() if short else ""


def _scope(pair: Comparison, before: str, after: str) -> Found:
    return Found(DriftType.SCOPE, before, after, _words_at(pair.relay, after), _words_at(pair.reference, before))


def _words_at(claim: Claim, words: str) -> Span:
    at = claim.quote.find(words)
    return claim.span if at == -1 else Span(claim.span.start + at, claim.span.start + at + len(words))


def _scope_word(total: bool) -> str:
    return "a total" if total else "one incident"


def periods(pair: Comparison) -> tuple[int | None, int | None]:
    """Return the days that each of two claims tells its figure for, the testimony's first; None where it tells none."""
    first, second = days_told(pair.reference), days_told(pair.relay)
    return (first.length if first else None, second.length if second else None)
