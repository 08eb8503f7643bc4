"""The words of a mention as they are written: hyphenated names stay one word, endings and marks come off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

_ENDINGS = ("'s", "’s", "'", "’")
_EDGES = " ,.;:()[]\"“”‘’'«»"
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})
"""Entity labels of what has a name."""
_LINKS = frozenset("of for the and on de in to & la le el al van von der den bin ibn du da dos di i y e".split())
"""Small words that stand inside names."""


@dataclass(frozen=True)
class Word:
    """What stands between two white spaces."""

    raw: str
    tokens: tuple[Any, ...]

    @cached_property
    def text(self) -> str:
        """The word without a possessive ending and marks at its edges."""
        plain = self.raw.strip(' ,;:()[]"“”«»')
        for ending in _ENDINGS:
            if plain.endswith(ending) and len(plain) > len(ending):
                plain = plain.removesuffix(ending)
                break
        return plain.strip(_EDGES) if plain.count(".") < 2 else plain.strip(" ,;:()[]\"“”‘’'«»")

    @cached_property
    def lower(self) -> str:
        """The word in small letters, without a full stop."""
        return self.text.lower().rstrip(".")

    @cached_property
    def lemma(self) -> str:
        """The lemma of its last token that is a word, in small letters."""
        for token in reversed(self.tokens):
            if token.is_alpha and token.text not in _ENDINGS:
                return str(token.lemma_).lower()
        return self.lower

    @cached_property
    def owner(self) -> bool:
        """Whether it has a possessive ending."""
        return any(token.tag_ == "POS" for token in self.tokens) or self.raw.rstrip(",").endswith(("'s", "’s"))

    @cached_property
    def capital(self) -> bool:
        """Whether it is written like a name: a capital in front, or inside as in ``al-Assad``."""
        return self.text[:1].isupper() or any(sign.isupper() for sign in self.text)

    @cached_property
    def proper(self) -> bool:
        """Whether it is written like a name and read as one."""
        if not self.capital:
            return False
        return any(token.pos_ == "PROPN" or token.ent_type_ in _NAMES for token in self.tokens)

    @cached_property
    def common(self) -> bool:
        """Whether it is a common noun, also where a sentence begins with it."""
        return any(token.pos_ == "NOUN" and not (self.capital and token.ent_type_) for token in self.tokens)

    @cached_property
    def breaks(self) -> bool:
        """Whether a mark behind it ends the name."""
        return self.raw.rstrip("\"”'’").endswith((",", ";", ":"))

    def entity(self, label: str) -> bool:
        """Say whether one of its tokens has an entity label."""
        return any(token.ent_type_ == label for token in self.tokens)


def words_in(tokens: Sequence[Any]) -> list[Word]:
    """Return the words that tokens make up; hyphens inside a word do not split it, and brackets are left out."""
    tokens = _unbracketed(tokens)
    found: list[Word] = []
    run: list[Any] = []
    for number, token in enumerate(tokens):
        run.append(token)
        if token.whitespace_ or number + 1 == len(tokens) or _apart(token, tokens[number + 1]):
            found.append(Word("".join(one.text for one in run), tuple(run)))
            run = []
    return [word for word in found if word.text]


def _unbracketed(tokens: Sequence[Any]) -> list[Any]:
    """The tokens outside brackets; all of them where nothing else is there."""
    depth = 0
    kept = []
    for token in tokens:
        if token.text in {"(", "["}:
            depth += 1
        elif token.text in {")", "]"}:
            depth = max(0, depth - 1)
        elif not depth:
            kept.append(token)
    return kept or list(tokens)


def _apart(token: Any, following: Any) -> bool:
    return following.i != token.i + 1 or token.text in {"/", "—", "–"} or following.text in {"/", "—", "–"}


def said(words: Sequence[Word]) -> str:
    """Return words as one string, without the possessive ending and marks at its end."""
    if not words:
        return ""
    return " ".join([*(word.raw for word in words[:-1]), words[-1].text]).strip(' ,;:"“”')


def tail_name(words: Sequence[Word]) -> list[Word]:
    """Return the run of capitalised words at the end, small linking words between them included."""
    start = len(words)
    for number in range(len(words) - 1, -1, -1):
        word = words[number]
        if word.capital and not (number < len(words) - 1 and (word.owner or word.breaks)):
            start = number
        elif word.lower not in _LINKS or word.capital:
            break
    return list(words[start:])
