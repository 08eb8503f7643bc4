"""Windows of whole sentences that fit the encoder, overlapping so that every cue is seen with its surroundings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.claims.tagger.wordpiece import WordPiece, words_of
from reportedly.model.span import Span

LONGEST = 254
"""Pieces in a window without the marks at its ends."""
OVERLAP = 48
"""Pieces that a window shares with the one before, at least, where whole sentences allow it."""


@dataclass(frozen=True)
class Window:
    """Words of consecutive sentences with their pieces."""

    words: tuple[Span, ...]
    pieces: tuple[int, ...]
    """Numbers of all pieces, the marks at the ends and between paragraphs included."""
    firsts: tuple[int, ...]
    """Place of each word's first piece."""


@dataclass(frozen=True)
class _Unit:
    """A sentence, or a part of one that is too long."""

    words: tuple[Span, ...]
    pieces: tuple[tuple[int, ...], ...]
    paragraph: int

    @property
    def size(self) -> int:
        return sum(map(len, self.pieces)) + 1


def windows(text: str, sentences: Sequence[tuple[Span, int]], cutter: WordPiece) -> list[Window]:
    """Return the windows of a document.

    Args:
        text: the document's text.
        sentences: the place of each sentence and the number of its paragraph, in order.
        cutter: cuts words into pieces.
    """
    units = [unit for span, paragraph in sentences for unit in _units(text, span, paragraph, cutter)]
    found, start = [], 0
    while start < len(units):
        end, size = start, 0
        while end < len(units) and (end == start or size + units[end].size <= LONGEST):
            size += units[end].size
            end += 1
        found.append(_window(units[start:end], cutter))
        if end == len(units):
            break
        start = _step_back(units, start, end)
    return found


def _units(text: str, span: Span, paragraph: int, cutter: WordPiece) -> list[_Unit]:
    words = tuple(words_of(text, span.start, span.end))
    pieces = tuple(cutter.pieces(word.of(text)) for word in words)
    cut: list[_Unit] = []
    start, size = 0, 0
    for number, own in enumerate(pieces):
        if size + len(own) >= LONGEST and number > start:
            cut.append(_Unit(words[start:number], pieces[start:number], paragraph))
            start, size = number, 0
        size += len(own)
    return [*cut, _Unit(words[start:], pieces[start:], paragraph)] if words else []


def _step_back(units: Sequence[_Unit], start: int, end: int) -> int:
    """Return where the next window begins: some sentences before the end of the last, but after its begin."""
    shared, begin = 0, end
    while begin - 1 > start and shared < OVERLAP:
        begin -= 1
        shared += units[begin].size
    return begin


def _window(units: Sequence[_Unit], cutter: WordPiece) -> Window:
    pieces, firsts = [cutter.opening], []
    for number, unit in enumerate(units):
        if number and unit.paragraph != units[number - 1].paragraph:
            pieces.append(cutter.parting)
        for own in unit.pieces:
            firsts.append(len(pieces))
            pieces += own
    words = tuple(word for unit in units for word in unit.words)
    return Window(words, (*pieces, cutter.parting), tuple(firsts))
