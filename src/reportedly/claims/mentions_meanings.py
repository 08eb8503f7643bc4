"""Vectors of what words mean: a table for words alone, a map from the encoder's vectors for words in a sentence.

Both come from all-MiniLM-L6-v2 (see ``data/models/README.md``): the table holds what it makes of each whole word of
its vocabulary, the map leads from the vectors of the packaged encoder, which was trained on to see attributions, back
to what the original makes of the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

import numpy
from numpy.typing import NDArray

from reportedly.claims.tagger.meanings import Meanings
from reportedly.claims.tagger.network import Network
from reportedly.claims.tagger.windows import windows
from reportedly.model.span import Span

Numbers = NDArray[numpy.float32]


@dataclass(frozen=True)
class WordMeanings:
    """Vectors of words, small letters, and the map for words in context."""

    rows: Mapping[str, int]
    table: Numbers
    """(words, width), rows of length 1."""
    context: Numbers
    """(encoder's width + 1, width); the last row is added."""

    @property
    def width(self) -> int:
        """Numbers in a vector."""
        return int(self.table.shape[1])

    def of_word(self, *forms: str) -> Numbers:
        """Return the vector of the first form that is known; zeros where none is."""
        known = next((self.rows[form] for form in forms if form in self.rows), None)
        return numpy.zeros(self.width, numpy.float32) if known is None else self.table[known]

    def of_words(self, weighted: Iterable[tuple[str, float]]) -> Numbers:
        """Return the weighted sum of words' vectors, of length 1 or zero."""
        total = numpy.zeros(self.width, numpy.float32)
        for word, weight in weighted:
            total = total + weight * self.of_word(word)
        return unit(total)

    def in_context(self, seen: Numbers) -> Numbers:
        """Return what the encoder's vectors, (words, encoder's width), mean."""
        found: Numbers = seen @ self.context[:-1] + self.context[-1]
        return found


def unit(vector: Numbers) -> Numbers:
    """Return a vector of length 1 in the same direction; zero stays zero."""
    length = float(numpy.linalg.norm(vector))
    return vector / numpy.float32(length) if length else vector


def encoded(words: Sequence[str], network: Network) -> Numbers:
    """Return the encoder's vector of each word of a sentence, (words, its width); zero for what it does not see."""
    text = " ".join(words)
    meanings = Meanings.of(network.see(windows(text, [(Span(0, len(text)), 0)], network.cutter)))
    width = meanings.vectors.shape[-1]
    found, start = [], 0
    for word in words:
        content = meanings.of_content(Span(start, start + len(word)), ())
        found.append(numpy.zeros(width, numpy.float32) if content is None else content[:width])
        start += len(word) + 1
    return numpy.array(found, dtype=numpy.float32)


@cache
def load_word_meanings() -> WordMeanings:
    """Load the packaged table and map."""
    folder = Path(str(resources.files("reportedly").joinpath("data", "models")))
    vocabulary = (folder / "attribution.vocabulary.txt").read_text(encoding="utf-8").split("\n")
    with numpy.load(folder / "mention.meanings.npz", allow_pickle=False) as data:
        rows = {vocabulary[number]: row for row, number in enumerate(data["numbers"].tolist())}
        table = data["table"].astype(numpy.float32)
        table /= numpy.maximum(numpy.linalg.norm(table, axis=1, keepdims=True), 1e-9)
        return WordMeanings(rows, table, data["context"].astype(numpy.float32))
