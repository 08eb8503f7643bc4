"""Find words in a text exactly as they are given: whole words, no character more or less."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.model.span import Span

_DIGIT_BEFORE = re.compile(r"\d[.,]\Z")
_DIGIT_BEHIND = re.compile(r"[.,]\d")
_STOP = re.compile(r"(?<!\b[A-Z])[.!?;:,…]+\Z")


def occurrences(text: str, words: str, within: Span) -> Iterator[Span]:
    """Yield the places where words stand as whole words, in order.

    Args:
        text: the document's text.
        words: what to find, character for character.
        within: where to look.
    """
    start = text.find(words, within.start, within.end) if words else -1
    while start >= 0:
        span = Span(start, start + len(words))
        if _is_whole(text, span):
            yield span
        start = text.find(words, start + 1, within.end)


def nearest(text: str, words: str, to: Span, within: Span | None = None) -> Span | None:
    """Return the place of words that is nearest to a span, the earlier of two; None where they do not stand there."""
    room = Span(0, len(text)) if within is None else within
    before = _last_before(text, words, to.start, room)
    behind = next(occurrences(text, words, Span(max(to.start, room.start), max(to.start, room.end))), None)
    found = [place for place in (before, behind) if place is not None]
    return min(found, key=lambda place: _distance(place, to), default=None)


def _last_before(text: str, words: str, limit: int, within: Span) -> Span | None:
    """Return the last place of words that begins before a limit."""
    end = min(within.end, limit + len(words) - 1)
    start = text.rfind(words, within.start, end) if words else -1
    while start >= 0:
        span = Span(start, start + len(words))
        if _is_whole(text, span):
            return span
        start = text.rfind(words, within.start, span.end - 1)
    return None


def paragraph_of(text: str, span: Span) -> Span:
    """Return the lines that a span stands on."""
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)


def trimmed(quote: str) -> str:
    """Return a quote without white space around it and without final punctuation, which is no part of a claim."""
    return _STOP.sub("", quote.strip()).rstrip()


def _distance(one: Span, other: Span) -> int:
    return max(0, one.start - other.end, other.start - one.end)


def _is_whole(text: str, span: Span) -> bool:
    """Say whether a span cuts through no word and no number: ``200`` is not in ``1,200``."""
    first, last = text[span.start], text[span.end - 1]
    before, behind = text[max(0, span.start - 2) : span.start], text[span.end : span.end + 2]
    if first.isalnum() and before and before[-1].isalnum():
        return False
    if last.isalnum() and behind and behind[0].isalnum():
        return False
    cut_before = first.isdigit() and _DIGIT_BEFORE.search(before)
    return not (cut_before or (last.isdigit() and _DIGIT_BEHIND.match(behind)))
