"""Cut text into words with offsets, and words into the pieces of the encoder's vocabulary (BERT, uncased).

Source of the method: Devlin et al. 2019, BERT, with the greedy longest-match cut of Wu et al. 2016, section 4.1.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reportedly.model.span import Span

_LONGEST_WORD = 100
"""Characters from which a word is not cut but unknown."""
_ASCII_MARKS = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


def words_of(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield the places of words and single marks of punctuation in a stretch of text.

    Args:
        text: the document's text.
        start: where to begin.
        end: where to stop; the text's end where left out.
    """
    begun = -1
    stop = len(text) if end is None else end
    for at in range(start, stop):
        sign = text[at]
        alone = _is_mark(sign)
        if alone or sign.isspace():
            if begun >= 0:
                yield Span(begun, at)
            begun = -1
            if alone:
                yield Span(at, at + 1)
        elif begun < 0:
            begun = at
    if begun >= 0:
        yield Span(begun, stop)


def _is_mark(sign: str) -> bool:
    return sign in _ASCII_MARKS if sign.isascii() else unicodedata.category(sign)[0] in {"P", "S"}


@dataclass
class WordPiece:
    """Turns words into numbers of the vocabulary; remembers the words that it has cut."""

    vocabulary: Mapping[str, int]
    _known: dict[str, tuple[int, ...]] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> WordPiece:
        """Read a vocabulary: one piece a line, its number is the line's."""
        pieces = path.read_text(encoding="utf-8").splitlines()
        return cls({piece: number for number, piece in enumerate(pieces)})

    @property
    def opening(self) -> int:
        """Number of the mark that opens a window."""
        return self.vocabulary["[CLS]"]

    @property
    def parting(self) -> int:
        """Number of the mark between paragraphs and at a window's end."""
        return self.vocabulary["[SEP]"]

    def pieces(self, word: str) -> tuple[int, ...]:
        """Return the numbers of a word's pieces, at least one."""
        if word not in self._known:
            self._known[word] = tuple(self._cut(_plain(word))) or (self.vocabulary["[UNK]"],)
        return self._known[word]

    def _cut(self, word: str) -> list[int]:
        found: list[int] = []
        start = 0
        if len(word) > _LONGEST_WORD:
            return []
        while start < len(word):
            end = len(word)
            while end > start and self._piece(word, start, end) not in self.vocabulary:
                end -= 1
            if end == start:
                return []
            found.append(self.vocabulary[self._piece(word, start, end)])
            start = end
        return found

    @staticmethod
    def _piece(word: str, start: int, end: int) -> str:
        return word[start:end] if start == 0 else "##" + word[start:end]


def _plain(word: str) -> str:
    """Return a word in lower case without accents and control characters."""
    parted = unicodedata.normalize("NFD", word.lower())
    return "".join(sign for sign in parted if unicodedata.category(sign) not in {"Mn", "Cc", "Cf"} and sign != "\ufffd")
