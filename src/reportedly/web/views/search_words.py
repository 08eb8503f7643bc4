"""Found words as parts of a text, so that a template can mark them; and the passage around the first of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_TERM = re.compile(r'"([^"]*)"|([^\s"]+)')
_WORD = re.compile(r"[^\W_]+")
_MOST_TERMS = 32
_BEFORE, _LENGTH = 80, 280
"""Characters of a passage before the first found word, and in all."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of text."""

    text: str
    found: bool = False
    """Whether it holds words that were asked for."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Words in a row that are asked for, without accents and case."""

    words: tuple[str, ...]
    beginning: bool
    """Whether the last of them is only the beginning of a word."""


def marked(text: str, query: str) -> tuple[Part, ...]:
    """Return a text in parts, with the words that a query asks for apart.

    Args:
        text: any text; the parts give it back without a loss.
        query: words; ``"in quotes"`` a phrase, ``word*`` a beginning, as the ledger's word index reads them.
    """
    parts: list[Part] = []
    at = 0
    for start, end in _places(text, query):
        if start > at:
            parts.append(Part(text[at:start]))
        parts.append(Part(text[start:end], found=True))
        at = end
    return (*parts, Part(text[at:])) if at < len(text) or not parts else tuple(parts)


def passage(text: str, query: str) -> tuple[Part, ...]:
    """Return a few lines of a text around the first word that a query asks for, in parts; its beginning for none."""
    first = next(_places(text, query), (0, 0))[0]
    start = 0 if first <= _BEFORE else text.find(" ", first - _BEFORE, first) + 1 or first
    end = start + _LENGTH
    cut = text[start:end] if end >= len(text) else text[start:end].rsplit(" ", 1)[0]
    parts = marked(" ".join(cut.split()), query)
    return (*((Part("… "),) if start else ()), *parts, *((Part(" …"),) if start + len(cut) < len(text) else ()))


def _places(text: str, query: str) -> Iterator[tuple[int, int]]:
    """Yield where found words stand, in order, each place once."""
    wanted = _wanted(query)
    if not wanted:
        return
    words = [(match.start(), match.end(), _plain(match.group())) for match in _WORD.finditer(text)]
    at = 0
    while at < len(words):
        length = max((len(one.words) for one in wanted if _fits(one, words, at)), default=0)
        if length:
            yield words[at][0], words[at + length - 1][1]
        at += length or 1


def _fits(one: _Wanted, words: Sequence[tuple[int, int, str]], at: int) -> bool:
    there = [word for _, _, word in words[at : at + len(one.words)]]
    if len(there) < len(one.words):
        return False
    last = there[-1].startswith(one.words[-1]) if one.beginning else there[-1] == one.words[-1]
    return last and there[:-1] == list(one.words[:-1])


@lru_cache(maxsize=64)
def _wanted(query: str) -> tuple[_Wanted, ...]:
    found = []
    for phrase, word in _TERM.findall(query)[:_MOST_TERMS]:
        words = tuple(_plain(one) for one in _WORD.findall(phrase or word))
        if words:
            found.append(_Wanted(words, not phrase and word.endswith("*")))
    return tuple(found)


def _plain(word: str) -> str:
    split = unicodedata.normalize("NFKD", word)
    return "".join(one for one in split if not unicodedata.combining(one)).casefold()
