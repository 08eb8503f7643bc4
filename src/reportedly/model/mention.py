"""Mentions of events: words or phrases that speak of something that happens, and their groups."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportedly.model.reason import Reason

Vector = tuple[float, ...]
Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class MentionVectors:
    """What the words of a mention and around it mean; each of length 1, or all zero where nothing is known."""

    word: Vector
    """Of the word that carries the mention, whatever its context."""
    phrase: Vector
    """Of all its words."""
    context: Vector
    """Of its words as they are meant in their sentence."""
    sentence: Vector
    """Of the sentence's words as they are meant there."""
    near: Vector
    """Of the words close by."""
    around: Vector
    """Of the other words of the sentence."""
    arguments: Vector
    """Of those who and what take part."""


@dataclass(frozen=True, slots=True)
class EventMention:
    """One mention with what its sentence tells of it; words are lemmas in small letters, names as written but small."""

    id: str
    document: str
    sentence: int
    """Number of the sentence in its document, from 0."""
    place: int
    """Number of the mention's first word in the sentence, from 0."""
    lemma: str
    """Lemma of the word that carries the meaning: *fire* in *caught fire*."""
    root: str
    """What its derivations share: *explod* of *explosion* and *exploded*."""
    roots: Words
    """Roots of all its words that mean something."""
    verb: bool
    noun: bool
    denied: bool
    modal: bool
    """Whether *may*, *will*, *could* and the like stand with it."""
    governor: str
    """Root of the word that it hangs on; empty where there is none with a meaning."""
    roles: Mapping[str, Words]
    """Words by role; see ``ROLES``."""
    vectors: MentionVectors


ROLES = tuple("subject/object/subject head/object head/arguments/near/words/names/numbers/times/places".split("/"))
"""Who acts, is acted on, their head words, all who take part, words close by, the sentence's words and their kinds."""


@dataclass(frozen=True, slots=True)
class WordCounts:
    """How often each word, name, number and pair of neighbours stands in a document, small letters."""

    document: str
    words: Mapping[str, int]
    names: Mapping[str, int]
    """Words with a capital inside a sentence that is no headline."""
    numbers: Mapping[str, int]
    pairs: Mapping[str, int]
    """Neighbouring words with a blank between."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """In how many of the documents read together each word stands."""

    documents: int
    holding: Mapping[str, int]

    @classmethod
    def of(cls, documents: Iterable[WordCounts]) -> Rarity:
        """Count the documents that hold each word."""
        listed = list(documents)
        return cls(len(listed), Counter(word for one in listed for word in one.words))

    def weight(self, word: str) -> float:
        """Return the inverse document frequency of a word (Spärck Jones 1972), highest for a word of no document."""
        return math.log((self.documents + 1) / self.holding.get(word, 1))


@dataclass(frozen=True, slots=True)
class MentionLink:
    """Two mentions that are judged to speak of one event."""

    left: str
    right: str
    score: float
    """Probability, by the machine's reckoning."""
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class MentionGroups:
    """Mentions grouped by event, with the links that hold each group together."""

    groups: tuple[tuple[str, ...], ...]
    """Ids of mentions; every mention is in exactly one group."""
    links: tuple[MentionLink, ...]
