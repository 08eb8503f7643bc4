"""What the encoder makes of a stretch of text: vectors of words, gathered over the windows of a document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy

from reportedly.claims.tagger.network import Scores, Seen
from reportedly.model.span import Span


@dataclass(frozen=True)
class Meanings:
    """The words of a document with their vectors, each from the window that shows most around it."""

    words: Sequence[Span]
    """In the order of the text, without overlap."""
    vectors: Scores
    """(words, width)."""

    @classmethod
    def of(cls, seen: Iterable[Seen]) -> Meanings:
        """Gather the words of a document's windows."""
        best: dict[Span, tuple[int, Scores]] = {}
        for one in seen:
            last = len(one.window.words) - 1
            for number, word in enumerate(one.window.words):
                room = min(number, last - number)
                if word not in best or best[word][0] < room:
                    best[word] = (room, one.words[number])
        words = sorted(best)
        vectors = numpy.array([best[word][1] for word in words], dtype=numpy.float32)
        return cls(tuple(words), vectors)

    def of_content(self, span: Span, cues: Sequence[Span]) -> Scores | None:
        """Return the mean of a content's words, its first word and the mean of its cues' words, side by side.

        Args:
            span: the content.
            cues: the words that introduce it; without any their part is zero.

        Returns:
            A vector of three widths, or None where no word lies in the content.
        """
        inside = self._inside(span)
        if not len(inside):
            return None
        spoken = [part for cue in cues if len(part := self._inside(cue))]
        cue = numpy.concatenate(spoken).mean(axis=0) if spoken else numpy.zeros_like(inside[0])
        joined: Scores = numpy.concatenate([inside.mean(axis=0), inside[0], cue])
        return joined

    def _inside(self, span: Span) -> Scores:
        first = bisect_left(self.words, span.start, key=lambda word: word.end - 1)
        last = bisect_left(self.words, span.end, key=lambda word: word.start)
        part: Scores = self.vectors[first:last]
        return part
