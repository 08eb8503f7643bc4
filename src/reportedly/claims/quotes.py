"""Quotation marks: which stretches of a text stand between them, also over several sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.claims.parse import paragraphs
from reportedly.model.span import Span

_OPENING = "“«„"
_CLOSING = "”»"
_PLAIN = '"'
_MARK = re.compile(f"[{_OPENING}{_CLOSING}{_PLAIN}]")
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

    A mark that is never closed reaches to the end of its paragraph, as in quotations that run over paragraphs; straight
    marks open and close in turn.
    """
    found: list[Quotation] = []
    for paragraph in paragraphs(text):
        start: int | None = None
        for match in _MARK.finditer(text, paragraph.start, paragraph.end):
            if _opens(text, match.start(), start is not None):
                start = match.end() if start is None else start
            elif start is not None:
                found.append(Quotation(Span(start, match.start()), paragraph))
                start = None
        if start is not None and start < paragraph.end:
            found.append(Quotation(Span(start, paragraph.end), paragraph))
    return tuple(one for one in found if one.span.of(text).strip())


def _opens(text: str, at: int, inside: bool) -> bool:
    mark = text[at]
    if mark in _OPENING:
        return True
    if mark in _CLOSING:
        return False
    return not inside


def quotation_at(found: tuple[Quotation, ...], span: Span) -> Quotation | None:
    """Return the quotation that a span overlaps, the first where there are several."""
    return next((one for one in found if one.span.overlaps(span)), None)
