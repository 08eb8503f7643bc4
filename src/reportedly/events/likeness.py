"""How likely two claims speak of the same event: log-odds, each part with its reason."""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from reportedly.events.nodes import Family, Node
from reportedly.events.rarity import of_news
from reportedly.events.signs import DEAR, same_figure, signs_of
from reportedly.model.reason import Reason

_STRANGERS = 0.02
"""Cosine of two reports below which their claims are compared only for a word or a figure that they share."""
_STORY_FULL = 0.28
"""Cosine from which two reports tell one story in full; reprints reach more, reports told apart seldom do."""
_BACKGROUND, _CONTRAST = 24, 48
"""How many texts of news at large stand beside those of a story when words are weighed: shared words of two claims; all
words of two texts."""
_FULL = 2.0
_USUAL, _USUAL_PAIRS = 0.14, 30
"""Texts count as one story in full from this multiple of the story's mean cosine, but not below ``_STORY_FULL``; the
mean is reckoned together with so many pairs of the usual one. Where all texts look alike, likeness tells little. The
figures were chosen on the invented dossier and the bundled example."""


@dataclass(frozen=True)
class Likeness:
    """The probability that two nodes share an event, with the grounds it is the sum of."""

    score: float
    reasons: tuple[Reason, ...]


class Comparator:
    """Compares the nodes of one story.

    A word weighs by how few of the story's *different* texts hold it, so that a reprint changes no weight, and by how
    few texts of news at large: without these, all words of a story of two texts would be common.
    """

    def __init__(self, families: Sequence[Family]) -> None:
        """Weigh the words of the given families (each text once)."""
        held = Counter(word for family in families for word in set(family.words))
        self._rarity = _rarities(held, len(families), _BACKGROUND)
        self._contrast = _rarities(held, len(families), _CONTRAST)
        self._vectors = {family.key: self._vector(family) for family in families}
        self._full = max(_STORY_FULL, _FULL * self._mean())
        self._stories: dict[tuple[str, str], float] = {}
        self._weights: dict[frozenset[str], float] = {}
        self._table = weights()
        self._every = not DEAR.isdisjoint(self._table)

    def _vector(self, family: Family) -> dict[str, float]:
        weighed = {}
        for word, count in Counter(family.words).items():
            named = 2.0 if word.lstrip("=") in family.names else 1.0
            weighed[word] = (1 + math.log(count)) * self._contrast[word] * named
        norm = math.sqrt(math.fsum(weight * weight for weight in weighed.values())) or 1.0
        return {word: weight / norm for word, weight in weighed.items()}

    def _mean(self) -> float:
        """Return the mean cosine of two texts, drawn towards the usual one where the story has few texts."""
        total: dict[str, list[float]] = defaultdict(list)
        for vector in self._vectors.values():
            for word, weight in vector.items():
                total[word].append(weight)
        size = sum(bool(vector) for vector in self._vectors.values())
        pairs = size * (size - 1) / 2
        length = math.fsum(math.fsum(weights) ** 2 for weights in total.values())
        return ((length - size) / 2 + _USUAL_PAIRS * _USUAL) / (pairs + _USUAL_PAIRS)

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

    def one_story(self, left: Family, right: Family) -> float:
        """Return to what share two texts tell one story, 0 to 1."""
        return float(min(1.0, self.story(left, right) / self._full) ** 0.6)

    def compare(self, left: Node, right: Node) -> Likeness:
        """Return how likely two nodes speak of the same event, with reasons."""
        ids = (left.claim_ids[0], right.claim_ids[0])
        weighed = (
            (sign, self._table.get(sign.code, 0.0) * sign.value)
            for sign in signs_of(left, right, self, every=self._every)
        )
        told = [Reason(sign.code, sign.words, ids, round(weight, 3)) for sign, weight in weighed if weight]
        return Likeness(_probability(reason.weight or 0.0 for reason in told), tuple(told))

    def score(self, left: Node, right: Node) -> float:
        """Return the score that ``compare`` gives, without the reasons."""
        table = self._table
        return _probability(
            round(table.get(sign.code, 0.0) * sign.value, 3) for sign in signs_of(left, right, self, every=self._every)
        )


def _probability(weights: Iterable[float]) -> float:
    return 1 / (1 + math.exp(-math.fsum(weights)))


def _rarities(held: Mapping[str, int], texts: int, background: float) -> dict[str, float]:
    total, news = background + texts, of_news()
    return {
        word: math.log((1 + total) / (0.5 + count + background * news.share(word))) + 0.1
        for word, count in held.items()
    }


@cache
def weights() -> Mapping[str, float]:
    """Return what each sign weighs, in log-odds; learned by ``training/likeness.py``."""
    path = resources.files("reportedly").joinpath("data", "models", "likeness.json")
    found: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))["weights"]
    return found
