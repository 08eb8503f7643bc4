"""The board: the claims of one story with all scored pairs, and the clusters drawn from them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from reportedly.events.clustering import Clusters, Pair
from reportedly.events.likeness import Comparator, Likeness
from reportedly.events.naming import Voice
from reportedly.events.nodes import Node
from reportedly.events.signs import one_saying
from reportedly.events.testimonies import Saying
from reportedly.events.verdicts import Verdicts
from reportedly.model.claim import RelationType
from reportedly.model.event import Judgement, Same, Verdict
from reportedly.model.reason import Reason
from reportedly.model.wording import beyond_imagery

THRESHOLD = 0.36
"""Average probability from which two clusters become one event; chosen on the invented dossier (B-cubed)."""
_KEPT = 0.02
_SURE = 0.9
_UNSURE = 0.12
"""Scores below this are dropped; clusters that miss the threshold by less than this are shown to people as unsure."""
_ASIDE = 0.2
"""What a claim without figure and source weighs in an average."""
_COMMON = 60
"""A word that stands in more claims than this opens no comparison by itself."""
_OF_FIGURE = re.compile(
    r"(?:(?:The|This|That|These|Those|Both|Its) (?:figure|number|count|total|toll|estimate|tally)s?\b"
    r"|(?:It|This|They) (?:(?:does|do|did) not )?(?:covers?|includes?|counts?|excludes?|divides?|separates?|comprises?"
    r"|takes in|rests on|comes? from|is an? (?:total|estimate|count|approximation))\b)"
)
"""How a remark on a figure told before begins."""
_PARAGRAPH = re.compile(r"\n+")
_SEASON = 60
"""Days of publication beyond which an equal measure opens no comparison by itself."""


class Board:
    """The nodes with all scored pairs, and the clusters drawn from them."""

    def __init__(
        self, nodes: Sequence[Node], comparator: Comparator, verdicts: Verdicts, voice_of: Callable[[Node], Voice]
    ) -> None:
        self._comparator = comparator
        worth = candidates(nodes, comparator)
        self._atoms = [
            (left, right)
            for left, right in worth
            if one_saying(nodes[left], nodes[right])
            and _one_voice(voice_of(nodes[left]), voice_of(nodes[right]))
            and comparator.score(nodes[left], nodes[right]) >= _sure(nodes[left], nodes[right])
        ]
        self._nodes = _led(nodes, self._atoms)
        nodes = self._nodes
        self._number = {claim: number for number, node in enumerate(nodes) for claim in node.claim_ids}
        scored = ((pair, comparator.score(nodes[pair[0]], nodes[pair[1]])) for pair in worth)
        self._scores: dict[Pair, float] = {pair: score for pair, score in scored if score >= _KEPT}
        self._bound = self._pairs(verdicts.together(Same.EVENT) | verdicts.together(Same.TESTIMONY))
        self._atoms += _continued(nodes) + _compared(nodes)
        self._apart = self._pairs(verdicts.apart(Same.EVENT))

    @property
    def nodes(self) -> tuple[Node, ...]:
        """The nodes, each led by the first claim of the saying that it repeats."""
        return self._nodes

    def _pairs(self, claims: Iterable[frozenset[str]]) -> list[Pair]:
        numbers = (sorted(self._number[claim] for claim in pair if claim in self._number) for pair in claims)
        return sorted({(found[0], found[1]) for found in numbers if len(found) == 2})

    def events(self) -> list[list[int]]:
        """Return the clusters; what people bound comes first, and what they hold apart stays apart."""
        clusters = Clusters(len(self._nodes), self._scores, self._apart, [_weight(node) for node in self._nodes])
        for left, right in self._bound:
            clusters.bind(left, right)
        for left, right in self._atoms:
            clusters.bind(left, right)
        clusters.grow(THRESHOLD)
        return clusters.result()

    def judgements(self, told: Sequence[Sequence[Saying]]) -> list[Judgement]:
        """Return the machine's links: for each claim its best link in its event, and the near misses as unsure."""
        home = {node: at for at, sayings in enumerate(told) for saying in sayings for node in saying.nodes}
        best: dict[int, Pair] = {}
        near: dict[Pair, Pair] = {}
        for pair, score in sorted(self._scores.items()):
            homes = sorted(home[self._nodes[number]] for number in pair)
            if homes[0] == homes[1]:
                last = pair[1]
                if last not in best or score > self._scores[best[last]]:
                    best[last] = pair
            elif THRESHOLD - _UNSURE <= score < THRESHOLD:
                key = (homes[0], homes[1])
                if key not in near or score > self._scores[near[key]]:
                    near[key] = pair
        links = [self._judgement(pair, Verdict.SAME) for pair in best.values()]
        return links + [self._judgement(pair, Verdict.UNSURE) for pair in near.values()] + self._copies()

    def _judgement(self, pair: Pair, verdict: Verdict) -> Judgement:
        left, right = (self._nodes[number] for number in pair)
        found: Likeness = self._comparator.compare(left, right)
        return judged(Same.EVENT, left.claim_ids[0], right.claim_ids[0], verdict, found.score, found.reasons)

    def _copies(self) -> list[Judgement]:
        reason = Reason("same-text", "the same words of the same text")
        return [
            judged(about, node.claim_ids[0], copy, Verdict.SAME, 1.0, (reason,))
            for node in self._nodes
            for copy in node.claim_ids[1:]
            for about in (Same.EVENT, Same.TESTIMONY)
        ]


def _continued(nodes: Sequence[Node]) -> list[Pair]:
    """Return the pairs of clauses that share a subject, so that they tell of one event."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, node in enumerate(nodes):
        places[node.family.key].append(number)
    found = []
    for members in places.values():
        members.sort(key=lambda number: nodes[number].place)
        found += [(min(a, b), max(a, b)) for a, b in pairwise(members) if nodes[b].continues(nodes[a])]
        found += [(min(a, b), max(a, b)) for b in members if (a := _figure_meant(nodes, members, b)) is not None]
    return sorted(found)


def _figure_meant(nodes: Sequence[Node], members: Sequence[int], at: int) -> int | None:
    """Return the last figure in a remark's paragraph or the one before, where the remark speaks of a figure."""
    remark = nodes[at]
    if remark.figures or not _OF_FIGURE.match(remark.claim.quote):
        return None
    earlier = [n for n in members if nodes[n].figures and nodes[n].place < remark.place]
    last = max(earlier, key=lambda n: nodes[n].place, default=None)
    if last is None:
        return None
    between = remark.text[nodes[last].claim.span.end : remark.claim.span.start]
    return last if len(_PARAGRAPH.findall(between)) <= 1 else None


def _compared(nodes: Sequence[Node]) -> list[Pair]:
    """Return the pairs of a claim and what it measures itself against, which both tell of one event."""
    number = {claim: at for at, node in enumerate(nodes) for claim in node.claim_ids}
    found = []
    for at, node in enumerate(nodes):
        relation = node.claim.relation
        tied = relation is not None and relation.type is not RelationType.ADDS_TO
        other = number.get(relation.to) if relation is not None and tied else None
        if other is None and beyond_imagery(node.claim.quote):
            shown = [n for n, each in enumerate(nodes) if each.family.key == node.family.key and each.shown]
            other = max((n for n in shown if nodes[n].place < node.place), key=lambda n: nodes[n].place, default=None)
        if other is not None and other != at:
            found.append((min(at, other), max(at, other)))
    return sorted(found)


def _one_voice(left: Voice, right: Voice) -> bool:
    return bool(left.key) and left.key == right.key and not left.anonymous


def _sure(left: Node, right: Node) -> float:
    """Return the score from which one origin's figure is one saying; a changed measure has cost it some already."""
    return _SURE if left.facets & right.facets else _SURE / 2


def _weight(node: Node) -> float:
    return 1.0 if node.figures or node.claim.chain else _ASIDE


def judged(
    about: Same, left: str, right: str, verdict: Verdict, score: float, reasons: tuple[Reason, ...]
) -> Judgement:
    """Return a judgement of the machine on two claims."""
    first, second = sorted((left, right))
    key = Judgement.identify(about, first, second, "machine")
    return Judgement(key, about, first, second, verdict, "machine", round(score, 4), reasons)


def _led(nodes: Sequence[Node], atoms: Iterable[Pair]) -> tuple[Node, ...]:
    """Return the nodes, each with the first node of its saying as leader."""
    first = list(range(len(nodes)))
    for left, right in sorted(atoms):
        first[right] = min(first[right], first[left])
    return tuple(replace(node, leader=nodes[first[at]]) if first[at] != at else node for at, node in enumerate(nodes))


def candidates(nodes: Sequence[Node], comparator: Comparator) -> list[Pair]:
    """Return the pairs worth comparing: those that share a word, a measure within a season, or one text."""
    return [pair for pair in _sharing(nodes) if comparator.worthwhile(nodes[pair[0]], nodes[pair[1]])]


def _sharing(nodes: Sequence[Node]) -> list[Pair]:
    quoted: dict[str, list[int]] = defaultdict(list)
    beside: dict[str, list[int]] = defaultdict(list)
    alike: dict[str, list[int]] = defaultdict(list)
    for number, node in enumerate(nodes):
        for word in node.words:
            quoted[word].append(number)
        for word in node.around:
            beside[word].append(number)
        for key in (f"text {node.family.key}", *(f"is {facet}" for facet in node.facets)):
            alike[key].append(number)
    pairs: set[Pair] = set()
    for word, members in quoted.items():
        if len(members) <= _COMMON:
            pairs.update(combinations(members, 2))
            others = beside[word] if len(beside[word]) <= _COMMON else []
            pairs.update((min(a, b), max(a, b)) for a in members for b in others if a != b)
    for members in alike.values():
        pairs.update(pair for pair in combinations(members, 2) if _one_season(nodes[pair[0]], nodes[pair[1]]))
    return sorted(pairs)


def _one_season(left: Node, right: Node) -> bool:
    first, second = left.family.day, right.family.day
    return first is None or second is None or abs((first - second).days) <= _SEASON
