"""How likely two claims speak of the same event: log-odds, each part with its reason."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reportedly.events.nodes import Family, Node
from reportedly.events.rarity import of_news
from reportedly.model.claim import Kind, Polarity
from reportedly.model.reason import Reason

_BASE = -4.4
_STORY, _STORY_FULL = 4.4, 0.28
_STORY_BARE = 3.2
_WORDS = 4.5
_AROUND = 2.0
_SAME_FACET, _OTHER_FACET, _ONE_FACET = 1.9, -3.6, -0.6
_SAME_FIGURE = 2.4
_FAR_FIGURE, _FAR = -2.0, 10
_OTHER_SCOPE = -2.6
_OTHER_START = -1.0
_OTHER_NAMES = -1.2
_OTHER_PEOPLE = -2.2
_SAME_KIND = 1.2
_DAY_GAP, _DAY_GAP_MOST, _DAYS_FREE = -0.55, -5.0, 1
_SAME_DAY = 0.5
_FRESH = 14
_STRANGERS = 0.02
_NEAR = 3
_ROUND = 20
_INSIDE = 0.8
_SAME_SOURCE = 1.0
_SIBLING = -1.6
_FOREIGN = -1.0
_BARE = -1.0
_BARE_OTHER = -2.5
_BARE_BOTH = -0.8
_ONE_FORCE = -0.9
"""Weights in log-odds, set by hand and tuned on the invented dossier; the constant first, then each ground."""

_BACKGROUND, _CONTRAST = 24, 48
"""How many texts of news at large stand beside those of a story when words are weighed: shared words of two claims; all
words of two texts."""
_FULL = 2.0
_USUAL, _USUAL_PAIRS = 0.14, 30
"""Texts count as one story in full from this multiple of the story's mean cosine, but not below ``_STORY_FULL``; the
mean is reckoned together with so many pairs of the usual one. Where all texts look alike, likeness tells little. The
figures were chosen on the invented dossier and the bundled example."""

AKIN = {
    frozenset(pair)
    for pair in (
        ("killed", "casualties"),
        ("wounded", "casualties"),
        ("lost", "casualties"),
        ("lost", "killed"),
        ("destroyed", "damaged"),
        ("detained", "captured"),
        ("aboard", "rescued"),
    )
}
"""Facets that overlap without being the same: figures of one may be meant as the other, or hold the other."""

_FORCES = frozenset({"=police", "=fighter", "=soldier"})
_OF_INCIDENTS = frozenset({"killed", "wounded", "casualties", "lost", "captured", "destroyed", "damaged"})
"""Facets whose running totals and single incidents are different things; the missing of an incident are not."""


class Ground(NamedTuple):
    """What speaks for or against two claims sharing an event; put into words only where somebody asks."""

    code: str
    weight: float
    """Log-odds."""
    text: str
    """The words, with places for the values."""
    values: tuple[object, ...] = ()

    @property
    def words(self) -> str:
        """The words with their values; of a set its members in order."""
        told = (", ".join(sorted(value)) if isinstance(value, frozenset) else value for value in self.values)
        return self.text.format(*told)


def _probability(grounds: Iterable[Ground]) -> float:
    return 1 / (1 + math.exp(-math.fsum(round(ground.weight, 3) for ground in grounds)))


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

    def _vector(self, family: Family) -> dict[str, float]:
        weights = {}
        for word, count in Counter(family.words).items():
            named = 2.0 if word.lstrip("=") in family.names else 1.0
            weights[word] = (1 + math.log(count)) * self._contrast[word] * named
        norm = math.sqrt(math.fsum(weight * weight for weight in weights.values())) or 1.0
        return {word: weight / norm for word, weight in weights.items()}

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

    def compare(self, left: Node, right: Node) -> Likeness:
        """Return how likely two nodes speak of the same event, with reasons."""
        ids = (left.claim_ids[0], right.claim_ids[0])
        grounds = [Ground("prior", _BASE, "two claims taken at random"), *self._grounds(left, right)]
        told = [Reason(ground.code, ground.words, ids, round(ground.weight, 3)) for ground in grounds if ground.weight]
        return Likeness(_probability(grounds), tuple(told))

    def score(self, left: Node, right: Node) -> float:
        """Return the score that ``compare`` gives, without the reasons."""
        return _probability([Ground("prior", _BASE, ""), *self._grounds(left, right)])

    def _grounds(self, left: Node, right: Node) -> list[Ground]:
        return [*self._about(left, right), *_figures(left, right), *_time(left, right), *_manner(left, right)]

    def _about(self, left: Node, right: Node) -> list[Ground]:
        story = min(1.0, self.story(left.family, right.family) / self._full) ** 0.6
        ours, theirs = left.telling(right), right.telling(left)
        words = self.shared(ours, theirs)
        if not (left.facets or right.facets):
            words = max(words, _INSIDE * self.inside(_plain(left, ours), _plain(right, theirs)))
        around = min(1.0, self.shared(ours, right.around) + self.shared(left.around, theirs))
        weight = _STORY if left.facets & right.facets else _STORY_BARE
        found = [
            Ground("story", weight * story, "their reports tell one story to {:.0%}", (story,)),
            Ground("words", _WORDS * words, "they share {:.0%} of their content words", (words,)),
            Ground("around", _AROUND * around, "the sentence of one holds {:.0%} of the other", (around,)),
        ]
        if left.names and right.names and not left.names & right.names:
            found.append(Ground("names", _OTHER_NAMES, "they name different places or bodies"))
        elif _foreign(left, right) or _foreign(right, left):
            found.append(Ground("names-foreign", _FOREIGN, "the names of one stand nowhere in the other report"))
        return found


def _rarities(held: Mapping[str, int], texts: int, background: float) -> dict[str, float]:
    total, news = background + texts, of_news()
    return {
        word: math.log((1 + total) / (0.5 + count + background * news.share(word))) + 0.1
        for word, count in held.items()
    }


def _plain(node: Node, words: frozenset[str]) -> frozenset[str]:
    """Return the words that are no names: who is spoken of is not yet what is said."""
    return frozenset(word for word in words if word.lstrip("=") not in node.names)


def _foreign(left: Node, right: Node) -> bool:
    """Say whether most names of one claim are found nowhere in the other's report."""
    return bool(left.names) and 2 * len(left.names - right.family.held) > len(left.names)


def _figures(left: Node, right: Node) -> list[Ground]:
    found = []
    if left.facets and right.facets:
        both = (left.facets, right.facets)
        if left.facets & right.facets:
            found.append(Ground("measure", _SAME_FACET, "both are about {} / {}", both))
            found += _bare(left, right)
        elif any(frozenset((a, b)) in AKIN for a in left.facets for b in right.facets):
            found += _bare(left, right)
        else:
            found.append(Ground("measure-differs", _OTHER_FACET, "they count different things: {} / {}", both))
    elif left.facets or right.facets:
        found.append(Ground("measure-one", _ONE_FACET, "only one of them counts something"))
    if same_figure(left, right):
        found.append(Ground("figure", _SAME_FIGURE, "they give the same figure"))
    if left.figures and right.figures:
        found += _people(left, right)
        if _far_apart(left, right):
            found.append(Ground("figures-far", _FAR_FIGURE, "one figure is over {} times the other", (_FAR,)))
    return found


def _bare(left: Node, right: Node) -> list[Ground]:
    """Return what speaks against two claims on one measure of which only one gives a figure."""
    bare = next((node for node in (left, right) if not node.figures), None)
    if bare is None or bare.claim.polarity is Polarity.DENIED:
        return []
    if not (left.figures or right.figures):
        if left.family.key == right.family.key or left.source == right.source:
            return []
        return [Ground("figure-none", _BARE_BOTH, "another speaks and neither gives a figure")]
    found = [Ground("figure-one", _BARE, "only one of them gives a figure")]
    if left.source and right.source and left.source != right.source:
        found.append(Ground("figure-other", _BARE_OTHER, "and another speaks"))
    return found


def _far_apart(left: Node, right: Node) -> bool:
    """Say whether every figure that two claims give of one measure lies an order of magnitude from the other's."""
    met = False
    for measure, one in left.sizes:
        for other_measure, other in right.sizes:
            if measure is other_measure:
                if max(one, other) <= _FAR * min(one, other):
                    return False
                met = True
    return met


def same_figure(left: Node, right: Node) -> bool:
    """Say whether two claims give one and the same telling figure, whatever its bound.

    A round number (200, 5,000) tells nothing by itself; it does where both hold it of one day and one place.
    """
    if left.turns.isdisjoint(right.turns):
        return False
    numbers = [max(value) if isinstance(value, tuple) else value for value in left.turns & right.turns]
    return any(odd(number) for number in numbers) or (max(numbers) >= _ROUND and _one_scene(left, right))


def _one_scene(left: Node, right: Node) -> bool:
    """Say whether two claims hold of one day and name one place or people."""
    first, second = left.scene_days, right.scene_days
    apart = first is not None and second is not None and not first.overlaps(second)
    return not apart and bool(left.names & right.names)


def odd(number: int) -> bool:
    """Say whether a number is telling: neither below 3 nor a single digit with zeros behind it."""
    return number >= 3 and not (number >= 10 and len(str(number).rstrip("0")) == 1 and number % 100 == 0)


def _people(left: Node, right: Node) -> list[Ground]:
    first, second = left.people, right.people
    if not first and not second:
        return []
    if first and second and not first & second:
        return [Ground("people-differ", _OTHER_PEOPLE, "they count different people")]
    if (first ^ second) & _FORCES and not first & second and not same_figure(left, right):
        return [Ground("people-one", _ONE_FORCE, "one counts the members of a force, the other does not say")]
    return []


def _time(left: Node, right: Node) -> list[Ground]:
    found = []
    first, second = left.days, right.days
    if first and second:
        gap = first.gap(second)
        if gap == 0:
            found.append(Ground("day", _SAME_DAY, "both speak of {}", (first,)))
        elif gap > _DAYS_FREE:
            found.append(Ground("day-differs", max(_DAY_GAP_MOST, _DAY_GAP * gap), "{} days lie between", (gap,)))
    else:
        gap = _apart(left, right)
        if gap > _FRESH:
            found.append(Ground("days-apart", max(_DAY_GAP_MOST, -0.05 * gap), "{} days lie between", (gap,)))
    if left.figures and right.figures and _other_scope(left, right):
        found.append(Ground("scope-differs", _OTHER_SCOPE, "one is a running total, the other is not"))
    if left.since and right.since and abs((left.since - right.since).days) > 3:
        found.append(
            Ground(
                "start-differs",
                _OTHER_START,
                "they count since {} and {}",
                (
                    left.since,
                    right.since,
                ),
            )
        )
    return found


def _other_scope(left: Node, right: Node) -> bool:
    if left.cumulative == right.cumulative or same_figure(left, right):
        return False
    total, single = (left, right) if left.cumulative else (right, left)
    day = single.days.first if single.days else single.family.day
    if total.since and day and 0 <= (day - total.since).days <= _NEAR:
        return False
    return bool((left.facets | right.facets) & _OF_INCIDENTS)


def _apart(left: Node, right: Node) -> int:
    first = left.days.first if left.days else left.family.day
    second = right.days.first if right.days else right.family.day
    return abs((first - second).days) if first and second else 0


def _manner(left: Node, right: Node) -> list[Ground]:
    found = []
    if left.source and left.source == right.source and left.facets & right.facets:
        found.append(Ground("source", _SAME_SOURCE, "both give the word of {}", (left.claim.chain[-1].name,)))
    kind = _question(left)
    met = not (left.words.isdisjoint(right.words | right.around) and right.words.isdisjoint(left.around))
    if met and kind is not None and kind is _question(right):
        found.append(Ground("kind", _SAME_KIND, "both are of kind {}", (kind,)))
    if left.family.key == right.family.key and left.figures and right.figures and _siblings(left, right):
        found.append(Ground("sibling", _SIBLING, "one source gives both figures in one text"))
    return found


def _siblings(left: Node, right: Node) -> bool:
    return left.facets == right.facets and left.turns.isdisjoint(right.turns) and _chain(left) == _chain(right)


LOSSES = frozenset({"killed", "wounded", "casualties", "lost", "missing"})
"""Measures that relays exchange for each other."""


def _question(node: Node) -> Kind | None:
    """Return whether a claim answers a question, why or what will be; odds given to something are such an answer."""
    kind = node.claim.kind
    if kind in {Kind.JUDGEMENT, Kind.STATEMENT} and node.claim.certainty is not None:
        return Kind.FORECAST
    return kind if kind in {Kind.FORECAST, Kind.CAUSE} else None


def one_saying(left: Node, right: Node) -> bool:
    """Say whether two claims of one origin relay one saying: the same telling figure, the same or a like measure.

    Two unlike measures in one text are two figures of the origin. In two texts they are one figure that a relay
    changed, provided that place and day do not speak against it.
    """
    if not same_figure(left, right):
        return False
    if left.facets & right.facets:
        return True
    like = any(frozenset((a, b)) in AKIN for a in left.facets & LOSSES for b in right.facets & LOSSES)
    return like and left.family.key != right.family.key and _one_scene(left, right)


def _chain(node: Node) -> tuple[str, ...]:
    return tuple(link.name for link in node.claim.chain)
