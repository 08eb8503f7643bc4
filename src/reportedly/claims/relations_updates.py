"""Find updates of figures and additions to them: ``the toll has risen to 31 from 27``, ``another 12``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from reportedly.claims.relations_told import Found, Told, before_in_sentence, count_alike, earlier, same_sentence
from reportedly.model.claim import Measure, RelationType
from reportedly.model.span import Span

_UP = r"ris(?:e|es|en|ing)|rose|climb(?:s|ed|ing)?|gr[eo]w(?:s|n|ing)?|increas(?:e|es|ed|ing)|jump(?:s|ed|ing)?|soared"
_UPWARD = rf"{_UP}|rais(?:es|ed|ing)|went up|gone up|goes up|going up|reached|revised up(?:wards?)?|passed"
_DOWN = r"fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|lower(?:s|ed|ing)?|reduc(?:es|ed|ing)|cut|gone down|went down"
_DOWNWARD = rf"{_DOWN}|revised down(?:wards?)?"
_ANEW = r"revis(?:es|ed|ing)|updat(?:es|ed|ing)|correct(?:s|ed|ing)|adjust(?:s|ed|ing)|amend(?:s|ed|ing)"
_PUT = r"(?:later|now|since|newly|subsequently)\s+(?:put|puts|stands?|stood|gave|gives|set|sets|estimated?s?)"
_TOLL = r"(?:tolls?|number|count|tally|figures?|total|estimate|dead|deaths?|killed|casualties|losses|wounded|injured|"
_TOLL += r"injuries|missing|fatalities|cases|victims|displaced|detained|arrests?)"
_CHANGED = re.compile(
    rf"\b(?:(?P<up>{_UPWARD})|(?P<down>{_DOWNWARD})|(?P<anew>{_ANEW}|{_PUT}))\b(?P<gap>[^.;]{{0,60}}?)"
    r"(?:\b(?:to|at)\s+(?:a (?:new )?total of\s+)?|(?<=reached)\s+|(?<=passed)\s+)$",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"\b{_TOLL}\b", re.IGNORECASE)
_FALLS = re.compile(r"\bdown(?:wards?)?\b", re.IGNORECASE)
_RISES = re.compile(r"\bup(?:wards?)?\b", re.IGNORECASE)
_FROM = re.compile(
    r"[^.;\d]{0,20}?\b(?:from|compared with|against)\s+(?:an?\s+|the\s+)?"
    r"(?:(?:earlier|initial|previous|original|first|preliminary)\s+)?"
    r"(?:(?:toll|figure|count|estimate|total)\s+of\s+)?",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"(?:\s[^.;\d\s]{1,20}|,){0,6}\s(?P<words>(?P<up>up)|down)\s(?:from|on)\s(?:the\s|an?\s)?", re.IGNORECASE
)
_AT_FIRST = re.compile(
    r"\b(?P<words>(?:initially|originally|at first|earlier|previously)\s+(?:\w+\s+){0,2}?"
    r"(?:said|reported|put|gave|counted|estimated|spoke|spoken|announced|stood|named|recorded))\b[^.;\d]{0,60}$",
    re.IGNORECASE,
)
_MORE = re.compile(r"\b(?P<words>another|(?:an?\s+)?(?:further|additional))\s+$", re.IGNORECASE)
_MORE_BEHIND = re.compile(
    r"^\s+(?:\w+\s+)?(?P<words>more|additional|further|(?P<others>others?))\b(?!\s+than\b)", re.IGNORECASE
)
_REACH, _NEAR, _BESIDE = 2000, 500, 60
"""Characters within which an update, an addition and a comparison right behind have what they refer to."""


def updates_in(text: str, figures: Sequence[Told], parts: Collection[Span]) -> Iterator[Found]:
    """Yield each figure that takes the place of another, with the other.

    Args:
        text: the document's text.
        figures: its figures in the order of the text.
        parts: spans of the figures that are parts of a total, which nothing updates.
    """
    whole = [figure for figure in figures if figure.span not in parts]
    for figure in whole:
        start, before = before_in_sentence(text, figure)
        match = _CHANGED.search(before)
        if match is not None and _COUNTED.search(before):
            words = Span(start + match.start(), start + match.end()).of(text).rstrip()
            span = Span(start + match.start(), start + match.start() + len(words))
            for other in _replaced(text, whole, figure, _direction(match)):
                yield figure, figure.relation(RelationType.UPDATE_OF, other, "a number that changed", span)
        elif found := _set_against(text, whole, figure):
            yield figure, figure.relation(RelationType.UPDATE_OF, found[0], "set against the older number", found[1])
        first = _AT_FIRST.search(before)
        later = _later(text, whole, figure) if first else None
        if first is not None and later is not None:
            span = Span(start + first.start("words"), start + first.end("words"))
            yield later, later.relation(RelationType.UPDATE_OF, figure, "told before", span)


def _direction(match: re.Match[str]) -> int:
    """Return 1 for what rises, -1 for what falls, 0 where the words do not say."""
    if match["up"]:
        return 1
    if match["down"] or _FALLS.search(match["gap"]):
        return -1
    return 1 if _RISES.search(match["gap"]) else 0


def _replaced(text: str, figures: Sequence[Told], figure: Told, direction: int) -> Iterator[Told]:
    """Yield the older figures: the one that was told as itself before, and the one that the sentence names."""
    named = next((other for other in figures if other.span != figure.span and _from(text, figure, other)), None)
    for other in earlier(figures, figure, _REACH):
        if other is named or not _same_count(figure, other):
            continue
        if named is not None and other.point != named.point:
            continue
        if direction * (figure.point - other.point) > 0 or (not direction and figure.point != other.point):
            yield other
        break
    if named is not None and direction * (figure.point - named.point) >= 0:
        yield named


def _set_against(text: str, figures: Sequence[Told], figure: Told) -> tuple[Told, Span] | None:
    """Read ``312 dead, up from 207``: the older number right behind the newer one."""
    behind = (one for one in figures if 0 <= one.span.start - figure.span.end <= _BESIDE)
    for other in behind:
        match = _COMPARED.fullmatch(text, figure.span.end, other.span.start)
        if match is not None:
            rises = figure.point > other.point
            same = other.quantity.measure in {figure.quantity.measure, Measure.OTHER}
            return (other, Span(*match.span("words"))) if same and rises == bool(match["up"]) else None
    return None


def _from(text: str, figure: Told, other: Told) -> bool:
    if figure.quantity.measure is not other.quantity.measure:
        return False
    if other.span.start > figure.span.end:
        return _FROM.fullmatch(text, figure.span.end, other.span.start) is not None
    opened = re.search(r"\bfrom\s+$", text[max(0, other.span.start - 8) : other.span.start], re.IGNORECASE)
    return opened is not None and same_sentence(text, other, figure)


def _same_count(figure: Told, other: Told) -> bool:
    return count_alike(figure.quantity, other.quantity)


def _later(text: str, figures: Sequence[Told], first: Told) -> Told | None:
    """Return the figure that took the place of one that was told at first: the nearest of its kind around it."""
    before = [other for other in earlier(figures, first, _NEAR) if _same_count(first, other)]
    behind = [other for other in figures if other.span.start > first.span.end and same_sentence(text, first, other)]
    held = [*[other for other in behind if _same_count(first, other)][:1], *before[:1]]
    return next((other for other in held if other.point != first.point), None)


def additions_in(text: str, figures: Sequence[Told], parts: Collection[Span]) -> Iterator[Found]:
    """Yield each figure that counts people beside those of an earlier figure of its measure, with that figure."""
    whole = [figure for figure in figures if figure.span not in parts]
    for figure in whole:
        words, close = _beside(text, figure)
        if words is None:
            continue
        for other in earlier(whole, figure, _NEAR):
            if close and not same_sentence(text, other, figure):
                break
            if count_alike(other.quantity, figure.quantity):
                yield figure, figure.relation(RelationType.ADDS_TO, other, "counted beside", words)
                break


def _beside(text: str, figure: Told) -> tuple[Span | None, bool]:
    """Return the words that set a figure beside another, and whether they mean only one of the same sentence."""
    start = max(0, figure.span.start - 24)
    match = _MORE.search(text[start : figure.span.start])
    if match is not None:
        return Span(*match.span("words")).shifted(start), False
    behind = _MORE_BEHIND.match(text[figure.span.end : figure.span.end + 40])
    if behind is None:
        return None, False
    return Span(*behind.span("words")).shifted(figure.span.end), behind["others"] is not None
