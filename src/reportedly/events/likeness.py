"""How likely two claims speak of the same event: log-odds, each part with its reason."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from reportedly.events.nodes import Family, Node
from reportedly.events.signs import same_figure, signs_of
from reportedly.model.reason import Reason

_STRANGERS = 0.02
"""Cosine of two reports below which their claims are compared only for a word or a figure that they share."""


@dataclass(frozen=True)
class Likeness:
    """The probability that two nodes share an event, with the grounds it is the sum of."""

    score: float
    reasons: tuple[Reason, ...]


class Comparator:
    """Compares nodes against the background of one set of texts.

    A word weighs by how few of the *different* texts hold it, so that a reprint changes no weight.
    """

    def __init__(self, families: Sequence[Family]) -> None:
        """Weigh the words of the given families (each text once)."""
        held = Counter(word for family in families for word in set(family.words))
        total = max(1, len(families))
        self._rarity = {word: math.log((1 + total) / (0.5 + count)) + 0.1 for word, count in held.items()}
        self._vectors = {family.key: self._vector(family) for family in families}
        self._stories: dict[tuple[str, str], float] = {}
        self._weights: dict[frozenset[str], float] = {}
        self._table = weights()

    def _vector(self, family: Family) -> dict[str, float]:
        weighed = {}
        for word, count in Counter(family.words).items():
            named = 2.0 if word.lstrip("=") in family.names else 1.0
            weighed[word] = (1 + math.log(count)) * self._rarity[word] * named
        norm = math.sqrt(math.fsum(weight * weight for weight in weighed.values())) or 1.0
        return {word: weight / norm for word, weight in weighed.items()}

    def story(self, left: Family, right: Family) -> float:
        """Return the cosine of two texts' weighted words, 0 to 1; names weigh double."""
        if left.key == right.key:
            return 1.0
        key = (left.key, right.key) if left.key < right.key else (right.key, left.key)
        if key not in self._stories:
            first, second = self._vectors[key[0]], self._vectors[key[1]]
            if len(second) < len(first):
                first, second = second, first
            self._stories[key] = math.fsum(w * second[word] for word, w in first.items() if word in second)
        return self._stories[key]

    def weight(self, words: frozenset[str]) -> float:
        """Return the summed rarity of some words."""
        if words not in self._weights:
            self._weights[words] = math.fsum(self._rarity.get(word, 1.0) for word in words)
        return self._weights[words]

    def shared(self, left: frozenset[str], right: frozenset[str]) -> float:
        """Return the weighted share of words that two sets have in common, 0 to 1."""
        if left.isdisjoint(right):
            return 0.0
        total = self.weight(left) + self.weight(right)
        return 2 * self.weight(left & right) / total if total else 0.0

    def inside(self, left: frozenset[str], right: frozenset[str]) -> float:
        """Return the weighted share of the smaller set's words that the other holds, 0 to 1; 0 for a single word."""
        small = min(left, right, key=self.weight)
        both = left & right
        return self.weight(both) / self.weight(small) if len(both) > 1 else 0.0

    def worthwhile(self, left: Node, right: Node) -> bool:
        """Say whether two nodes can be about one event at all, at the price of a look-up."""
        if left.family.key == right.family.key or same_figure(left, right):
            return True
        return self.story(left.family, right.family) >= _STRANGERS or not left.words.isdisjoint(right.words)

    def compare(self, left: Node, right: Node) -> Likeness:
        """Return how likely two nodes speak of the same event, with reasons."""
        ids = (left.claim_ids[0], right.claim_ids[0])
        told = [
            Reason(sign.code, sign.text, ids, round(weight * sign.value, 3))
            for sign in signs_of(left, right, self)
            if (weight := self._table.get(sign.code, 0.0))
        ]
        total = math.fsum(reason.weight or 0.0 for reason in told)
        return Likeness(1 / (1 + math.exp(-total)), tuple(told))


@cache
def weights() -> Mapping[str, float]:
    """Return what each sign weighs, in log-odds; learned by ``training/likeness.py``."""
    path = resources.files("reportedly").joinpath("data", "models", "likeness.json")
    found: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))["weights"]
    return found
