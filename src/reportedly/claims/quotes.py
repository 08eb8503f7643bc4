"""Quotation marks: which stretches of a text stand between them, also over several sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.claims.casing import blocks
from reportedly.model.span import Span

_OPENING = "“«„"
_CLOSING = "”»"
_PLAIN = '"'
_MARK = re.compile(f"``|''|[{_OPENING}{_CLOSING}{_PLAIN}]")
MIN_WORDS = 4
"""Fewer words between marks are a quoted word or name, no statement of its own."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """One stretch between quotation marks, without the marks."""

    span: Span
    paragraph: Span

    def words(self, text: str) -> int:
        """Return the number of words inside the marks."""
        return len(self.span.of(text).split())

    def whole(self, text: str) -> bool:
        """Say whether it is long enough to be a statement."""
        return self.words(text) >= MIN_WORDS


def quotations(text: str) -> tuple[Quotation, ...]:
    """Return the quotations of a text in order.

    A mark that is never closed reaches to the end of its paragraph only where the next one opens with a mark again, as
    in quotations that run over paragraphs; straight marks open and close in turn.
    """
    found: list[Quotation] = []
    for paragraph in blocks(text):
        start: int | None = None
        for match in _MARK.finditer(text, paragraph.start, paragraph.end):
            if _opens(match.group(), start is not None):
                start = match.end() if start is None else start
            elif start is not None:
                found.append(Quotation(Span(start, match.start()), paragraph))
                start = None
        if start is not None and _runs_on(text, start, paragraph):
            found.append(Quotation(Span(start, paragraph.end), paragraph))
    return tuple(one for one in found if one.span.of(text).strip())


def _opens(mark: str, inside: bool) -> bool:
    if mark in _OPENING or mark == "``":
        return True
    if mark in _CLOSING or mark == "''":
        return False
    return not inside


def _runs_on(text: str, start: int, paragraph: Span) -> bool:
    following = text[paragraph.end :].lstrip()
    return start < paragraph.end and following[:1] in {*_OPENING, _PLAIN}


def quotation_at(found: tuple[Quotation, ...], span: Span) -> Quotation | None:
    """Return the quotation that a span overlaps, the first where there are several."""
    return next((one for one in found if one.span.overlaps(span)), None)


def within_marks(span: Span, found: Sequence[Quotation], cues: Sequence[Span], text: str) -> Span:
    """Cut a span at a quotation mark where the part beyond the mark holds a cue.

    Args:
        span: a stretch that the parser took for one clause.
        found: the document's quotations.
        cues: the cues of its sentence.
        text: the document's text.

    Returns:
        The part inside the quotation, or the span itself.
    """
    for one in found:
        if not one.whole(text) or not one.span.overlaps(span) or one.span.covers(span):
            continue
        inside = Span(max(span.start, one.span.start), min(span.end, one.span.end))
        if any(span.covers(cue) and not one.span.overlaps(cue) for cue in cues):
            stripped = inside.of(text).strip(' ,.;:"“”')
            start = text.index(stripped, inside.start) if stripped else inside.start
            return Span(start, start + len(stripped))
    return span
