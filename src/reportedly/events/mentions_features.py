"""What two mentions of events share: the features by which pairs are judged."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy
from numpy.typing import NDArray
from scipy.sparse import csr_array

from reportedly.events.mentions_stories import Likenesses
from reportedly.model.mention import ROLES, EventMention, Rarity, Words

Column = NDArray[numpy.float64]
Numbers = NDArray[numpy.int64]

REPORTING = frozenset(
    """say tell report announce add state claim confirm deny accord believe call think know see show describe note write
    speak ask expect explain warn insist suggest comment statement""".split()
)
"""Lemmas by which somebody is quoted: one word, as many events as there are sayings."""
_VECTORS = ("word", "phrase", "context", "sentence", "near", "around", "arguments")
_CLASHING = frozenset(("subject head", "object head", "subject", "object", "arguments", "places", "numbers"))
"""Roles in which it counts when both mentions have words but share none."""
_FAR = 6
"""Sentences between two mentions of a document, beyond which the distance no longer counts."""


@dataclass(frozen=True)
class Mentions:
    """Mentions with what their documents tell; ``document`` and ``story`` count from 0."""

    mentions: Sequence[EventMention]
    rarity: Rarity
    document: Numbers
    """Number of each mention's document."""
    story: Numbers
    """Number of each mention's story."""
    alike: Likenesses
    """How alike documents are, by their numbers."""

    @cached_property
    def sentence(self) -> Numbers:
        """Number of each mention's sentence, over all documents."""
        number: dict[tuple[str, int], int] = {}
        places = [(one.document, one.sentence) for one in self.mentions]
        return numpy.array([number.setdefault(place, len(number)) for place in places], dtype=numpy.int64)

    @cached_property
    def columns(self) -> dict[str, Column]:
        """Numbers that each mention has by itself, by name."""
        own = {
            "sentence": [one.sentence for one in self.mentions],
            "verb": [one.verb for one in self.mentions],
            "noun": [one.noun for one in self.mentions],
            "denied": [one.denied for one in self.mentions],
            "modal": [one.modal for one in self.mentions],
            "reporting": [one.lemma in REPORTING for one in self.mentions],
            "again": self._again(),
            "spread": self._spread(),
            "told of": self._told_of(),
            "commonness": self._commonness(),
        }
        return {name: numpy.array(values, dtype=numpy.float64) for name, values in own.items()}

    @cached_property
    def vectors(self) -> dict[str, Column]:
        """Vectors of all mentions by name, (mentions, width)."""
        return {name: numpy.array([getattr(one.vectors, name) for one in self.mentions]) for name in _VECTORS}

    @cached_property
    def sets(self) -> dict[str, csr_array]:
        """Words of all mentions by role: (mentions, words), each word with the root of its rarity."""
        return {role: self._table(one.roles[role] for one in self.mentions) for role in ROLES}

    @cached_property
    def keys(self) -> dict[str, Numbers]:
        """Lemma, root and governor of each mention as numbers; -1 for none."""
        return {
            name: _numbered([getattr(one, name) for one in self.mentions]) for name in ("lemma", "root", "governor")
        }

    @cached_property
    def roots(self) -> csr_array:
        """Roots of each mention's words, (mentions, roots), ones."""
        return self._table((one.roots for one in self.mentions), lambda _: 1.0)

    def _table(self, sets: Iterable[Words], weight: Callable[[str], float] | None = None) -> csr_array:
        weigh = weight or (lambda word: math.sqrt(self.rarity.weight(word)))
        number: dict[str, int] = {}
        rows, columns, values = [], [], []
        for row, words in enumerate(sets):
            for word in sorted(words):
                rows.append(row)
                columns.append(number.setdefault(word, len(number)))
                values.append(weigh(word))
        return csr_array(
            (values, (rows, columns)), shape=(len(self.mentions), max(1, len(number))), dtype=numpy.float64
        )

    def _again(self) -> list[int]:
        """How many other mentions of the document have the same root."""
        counts = Counter((document, one.root) for document, one in zip(self.document, self.mentions, strict=True))
        return [counts[document, one.root] - 1 for document, one in zip(self.document, self.mentions, strict=True)]

    def _spread(self) -> list[int]:
        """In how many documents of the story the root is mentioned."""
        holding: dict[tuple[int, str], set[int]] = defaultdict(set)
        for story, document, one in zip(self.story, self.document, self.mentions, strict=True):
            holding[story, one.root].add(document)
        return [len(holding[story, one.root]) for story, one in zip(self.story, self.mentions, strict=True)]

    def _told_of(self) -> list[int]:
        """How many documents of the story mention anything."""
        documents: dict[int, set[int]] = defaultdict(set)
        for story, document in zip(self.story, self.document, strict=True):
            documents[story].add(document)
        return [len(documents[story]) for story in self.story]

    def _commonness(self) -> list[float]:
        """Log of the number of stories with the root, as a share of the log of all."""
        stories: dict[str, set[int]] = defaultdict(set)
        for story, one in zip(self.story, self.mentions, strict=True):
            stories[one.root].add(story)
        whole = math.log(len(set(self.story.tolist())) + 1)
        return [math.log(len(stories[one.root])) / whole for one in self.mentions]


def _numbered(values: Sequence[str]) -> Numbers:
    number: dict[str, int] = {}
    return numpy.array([number.setdefault(value, len(number)) if value else -1 for value in values], dtype=numpy.int64)


def features_of(mentions: Mentions, left: Numbers, right: Numbers) -> dict[str, Column]:
    """Return the features of pairs, given as numbers of mentions, by name."""
    return {
        **_words(mentions, left, right),
        **_places(mentions, left, right),
        **_shared(mentions, left, right),
        **_counts(mentions, left, right),
        **{
            f"{name} vector": (table[left] * table[right]).sum(axis=1) for name, table in mentions.vectors.items()
        },
    }  # fmt: skip


def _words(mentions: Mentions, left: Numbers, right: Numbers) -> dict[str, Column]:
    keys, columns = mentions.keys, mentions.columns
    root = keys["root"]
    overlap = _product(mentions.roots, left, right) > 0
    hangs = _hangs_on(mentions, left, right)
    return {
        "same lemma": _flag(keys["lemma"][left] == keys["lemma"][right]),
        "same root": _flag((root[left] == root[right]) | overlap),
        "same governor": _flag((keys["governor"][left] == keys["governor"][right]) & (keys["governor"][left] >= 0)),
        "one governs": _flag(hangs),
        "both verbs": columns["verb"][left] * columns["verb"][right],
        "both nouns": columns["noun"][left] * columns["noun"][right],
        "reporting": columns["reporting"][left] + columns["reporting"][right],
        "one denied": _flag(columns["denied"][left] != columns["denied"][right]),
        "one modal": _flag(columns["modal"][left] != columns["modal"][right]),
    }


def _hangs_on(mentions: Mentions, left: Numbers, right: Numbers) -> NDArray[numpy.bool_]:
    """Tell where one mention's root is the other's governor."""
    names = [one.root for one in mentions.mentions] + [one.governor for one in mentions.mentions]
    both = _numbered(names)
    root, governor = both[: len(mentions.mentions)], both[len(mentions.mentions) :]
    found: NDArray[numpy.bool_] = ((root[left] == governor[right]) | (root[right] == governor[left])) & (
        root[left] >= 0
    )
    return found


def _places(mentions: Mentions, left: Numbers, right: Numbers) -> dict[str, Column]:
    document, sentence = mentions.document, mentions.columns["sentence"]
    one = document[left] == document[right]
    distance = numpy.abs(sentence[left] - sentence[right])
    return {
        "same document": _flag(one),
        "documents alike": _between(mentions.alike.whole, document[left], document[right]),
        "documents' words alike": _between(mentions.alike.words, document[left], document[right]),
        "documents' names alike": _between(mentions.alike.names, document[left], document[right]),
        "documents' pairs alike": _between(mentions.alike.pairs, document[left], document[right]),
        "same story": _flag(mentions.story[left] == mentions.story[right]),
        "sentences apart": numpy.where(one, numpy.minimum(distance, _FAR), 0.0),
        "same sentence": _flag(one & (distance == 0)),
        "one at the top": _flag(numpy.minimum(sentence[left], sentence[right]) <= 1),
    }


def _between(alike: Column, left: Numbers, right: Numbers) -> Column:
    """Return how alike two mentions' documents are, 0 within one document."""
    return numpy.where(left == right, 0.0, alike[left, right])


def _shared(mentions: Mentions, left: Numbers, right: Numbers) -> dict[str, Column]:
    found = {}
    for role, table in mentions.sets.items():
        whole = numpy.asarray(table.multiply(table).sum(axis=1)).ravel()
        both = whole[left] * whole[right]
        common = _product(table, left, right)
        found[f"{role} shared"] = common / numpy.sqrt(numpy.where(both > 0, both, 1.0))
        if role in _CLASHING:
            found[f"{role} differ"] = _flag((both > 0) & (common == 0))
    return found


def _counts(mentions: Mentions, left: Numbers, right: Numbers) -> dict[str, Column]:
    columns = mentions.columns
    told = numpy.maximum(1.0, numpy.minimum(columns["told of"][left], columns["told of"][right]))
    return {
        "told again": numpy.maximum(columns["again"][left], columns["again"][right]),
        "spread": numpy.minimum(columns["spread"][left], columns["spread"][right]) / told,
        "commonness": numpy.maximum(columns["commonness"][left], columns["commonness"][right]),
    }


def _product(table: csr_array, left: Numbers, right: Numbers) -> Column:
    found: Column = numpy.asarray(table[left].multiply(table[right]).sum(axis=1)).ravel()
    return found


def _flag(holds: NDArray[numpy.bool_]) -> Column:
    return holds.astype(numpy.float64)
