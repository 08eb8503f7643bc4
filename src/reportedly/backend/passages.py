"""Cut a long text into passages that a model can be shown; they overlap, so that a claim at a cut is shown whole."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.model.span import Span

_BREAKS = ("\n\n", "\n", ". ", " ")
"""Where to cut, best first."""


def passages(text: str, size: int, overlap: int) -> Iterator[Span]:
    """Yield the passages of a text in order; together they cover all that is not blank.

    Args:
        text: the document's text.
        size: the largest passage, in code points.
        overlap: how much of a passage the next one shows again, at most half of ``size``.
    """
    start = 0
    while start < len(text):
        end = _end(text, start, size)
        if text[start:end].strip():
            yield Span(start, end)
        if end == len(text):
            return
        start = _start(text, start, end, min(overlap, size // 2))


def _end(text: str, start: int, size: int) -> int:
    """Return where a passage ends: at the last good break of its second half, or at its full size."""
    if len(text) - start <= size:
        return len(text)
    for mark in _BREAKS:
        found = text.rfind(mark, start + size // 2, start + size)
        if found >= 0:
            return found + len(mark)
    return start + size


def _start(text: str, start: int, end: int, overlap: int) -> int:
    """Return where the next passage begins: at the first good break of the overlap, always further on."""
    earliest = max(start + 1, end - overlap)
    for mark in _BREAKS:
        found = text.find(mark, earliest, end)
        if found >= 0 and found + len(mark) < end:
            return found + len(mark)
    return end
