"""Spans that nest and overlap, cut into a tree of pieces: elements of a page can lie in one another but never cross."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from heapq import heapify, heappop, heappush
from itertools import pairwise

from reportedly.model.span import Span

_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
"""What parts two paragraphs: a blank line, and all white space behind it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text, or a part of a mark with the pieces inside it."""

    span: Span
    mark: int | None = None
    """Index of the mark that this is a part of; None for text."""
    inner: tuple[Piece, ...] = ()
    """What it is made of, without gaps; empty for text."""


class Step(StrEnum):
    """One step of writing a tree of pieces."""

    OPEN = "open"
    TEXT = "text"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Token:
    """The beginning or the end of a mark's part, or text."""

    step: Step
    span: Span
    mark: int | None = None


@dataclass(slots=True)
class _Open:
    """A part whose inside is being laid out."""

    span: Span
    mark: int | None
    at: int
    inner: list[Piece] = field(default_factory=list)

    def write(self, until: int) -> None:
        """Take the text up to a place."""
        if until > self.at:
            self.inner.append(Piece(Span(self.at, until)))
            self.at = until


def nested(within: Span, marks: Sequence[Span]) -> tuple[Piece, ...]:
    """Return a stretch of text as a tree in which each mark is as few parts as a tree allows.

    Of two marks that cross, the one that begins later is cut where the other ends; a mark that covers another encloses
    it, and of two with the same span the one named first does. Read from left to right, the texts of the tree are the
    stretch, each character once.

    Args:
        within: the stretch.
        marks: spans to be marked; what lies outside of the stretch is left out, and so are empty ones.
    """
    clipped = ((clip(one, within), index) for index, one in enumerate(marks))
    waiting = [(span.start, -span.end, index) for span, index in clipped if span is not None]
    heapify(waiting)
    opened = [_Open(within, None, within.start)]
    while waiting:
        start, end, index = heappop(waiting)
        while opened[-1].span.end <= start:
            _close(opened)
        limit = opened[-1].span.end
        if -end > limit:
            heappush(waiting, (limit, end, index))
        opened[-1].write(start)
        opened.append(_Open(Span(start, min(-end, limit)), index, start))
    while len(opened) > 1:
        _close(opened)
    opened[0].write(within.end)
    return tuple(opened[0].inner)


def clip(span: Span, within: Span) -> Span | None:
    """Return what of a span lies in a stretch; None where nothing does."""
    start, end = max(span.start, within.start), min(span.end, within.end)
    return Span(start, end) if start < end else None


def tokens(pieces: Sequence[Piece]) -> Iterator[Token]:
    """Yield a tree as steps from left to right, however deep it is."""
    waiting: list[Piece | Token] = list(reversed(pieces))
    while waiting:
        one = waiting.pop()
        if isinstance(one, Token):
            yield one
        elif one.mark is None:
            yield Token(Step.TEXT, one.span)
        else:
            yield Token(Step.OPEN, one.span, one.mark)
            waiting.append(Token(Step.CLOSE, one.span, one.mark))
            waiting.extend(reversed(one.inner))


def layered(within: Span, outer: Sequence[Span], inner: Sequence[Span]) -> Iterator[Token]:
    """Yield a stretch with two layers of marks: the outer ones are cut by their like alone, the inner ones by both.

    Args:
        within: the stretch.
        outer: marks that enclose; they keep their indices.
        inner: marks that lie within the texts between the edges of the outer ones; their indices follow behind.
    """
    steps = list(tokens(nested(within, outer)))
    near = touching([step.span for step in steps if step.step is Step.TEXT], inner)
    for step in steps:
        if step.step is not Step.TEXT:
            yield step
            continue
        held = next(near)
        for found in tokens(nested(step.span, [inner[index] for index in held])):
            yield found if found.mark is None else Token(found.step, found.span, len(outer) + held[found.mark])


def touching(stretches: Iterable[Span], spans: Sequence[Span]) -> Iterator[list[int]]:
    """Yield for each stretch the indices of the spans that share a character with it.

    Args:
        stretches: from left to right, none of which overlaps another.
        spans: in any order; the indices of each stretch rise.
    """
    order = sorted(range(len(spans)), key=lambda index: spans[index].start)
    near: list[int] = []
    at = 0
    for stretch in stretches:
        while at < len(order) and spans[order[at]].start < stretch.end:
            near.append(order[at])
            at += 1
        near = [index for index in near if spans[index].end > stretch.start]
        yield sorted(index for index in near if spans[index].overlaps(stretch))


def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of a text and the white space between them by turns, a paragraph first; joined, the text.

    The last one may be white space that nothing follows; an empty text is one empty paragraph.
    """
    edges = [0]
    for gap in _BREAK.finditer(text):
        edges += [gap.start(), gap.end()]
    edges.append(len(text))
    return tuple(Span(start, end) for start, end in pairwise(edges))


def _close(opened: list[_Open]) -> None:
    """Finish the innermost part and hand it to the one around it."""
    done = opened.pop()
    done.write(done.span.end)
    around = opened[-1]
    around.inner.append(Piece(done.span, done.mark, tuple(done.inner)))
    around.at = done.span.end
