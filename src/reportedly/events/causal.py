"""Chain the causal relations of claims into one small graph for each event."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from reportedly.model.causal import Assertion, CausalEdge, CausalFlag, CausalGraph, CausalNode, Trouble
from reportedly.model.cause import Causation, Sense
from reportedly.model.claim import Claim, Polarity
from reportedly.model.document import Document
from reportedly.model.event import Event
from reportedly.model.ids import identifier
from reportedly.model.span import Span

_EMPTY = frozenset(
    "a an and are as at be been being by for from had has have in into is it its of on or our that the their them "
    "these this those to was were which who will with would".split()
)
_LONGEST = 8
"""Edges in a chain at most; longer ones are cut."""


@dataclass(frozen=True)
class _End:
    """One end of a relation: words of a document, or a whole claim."""

    claim: Claim
    words: str
    span: Span

    @cached_property
    def key(self) -> frozenset[str]:
        """The words that carry meaning, without endings of the plural."""
        found = (word for word in re.findall(r"\w+", self.words.lower()) if word not in _EMPTY)
        return frozenset(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in found)


@dataclass(frozen=True)
class _Relation:
    cause: _End
    effect: _End
    causation: Causation
    claim: Claim


@dataclass
class _Groups:
    """Ends that mean the same thing, by union; the earlier of two leads."""

    lead: dict[int, int] = field(default_factory=dict)

    def find(self, place: int) -> int:
        while self.lead.get(place, place) != place:
            place = self.lead[place]
        return place

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self.find(one), self.find(other)))
        self.lead[second] = first


def causal_graphs(
    claims: Sequence[Claim], documents: Iterable[Document], events: Sequence[Event]
) -> tuple[CausalGraph, ...]:
    """Return the graph of each event that claims give causes or effects for, in the order of the events.

    Two ends are one node where they quote the same words of substance within one document or one event, or where one
    is the claim that the other stands in. A graph belongs to the event that holds most of its claims, of several the
    first. Nothing that contradicts is merged away: it is flagged.

    Args:
        claims: all claims, in the order in which output lists them.
        documents: the documents that they stand in.
        events: all events, in the order in which output lists them.
    """
    texts = {document.id: document.text for document in documents}
    relations = list(_relations([claim for claim in claims if claim.document_id in texts], texts))
    event_of = {claim_id: number for number, event in enumerate(events) for claim_id in event.claim_ids}
    ends = [end for relation in relations for end in (relation.cause, relation.effect)]
    groups = _same_ends(ends, event_of)
    parts = _parts(relations, groups)
    graphs: dict[int, list[CausalGraph]] = {}
    for part in parts:
        standing = [end.claim.id for place in part for end in _ends(relations[place])]
        held = Counter(event_of[one] for one in standing if one in event_of)
        if held:
            number = min(held, key=lambda one: (-held[one], one))
            graphs.setdefault(number, []).append(_graph(events[number].id, part, relations, groups))
    return tuple(_joined(graphs[number]) for number in sorted(graphs))


def _ends(relation: _Relation) -> tuple[_End, _End]:
    return relation.cause, relation.effect


def _relations(claims: Sequence[Claim], texts: Mapping[str, str]) -> Iterator[_Relation]:
    """Yield the relations that have both ends; what rests on a claim's own relation rests on the effect of that."""
    known = {claim.id: claim for claim in claims}
    for claim in claims:
        for causation in claim.causes:
            cause = _end(claim, causation.cause, causation.cause_claim, known, texts, outcome=True)
            effect = _end(claim, causation.effect, causation.effect_claim, known, texts, outcome=False)
            if cause is not None and effect is not None and cause.key and effect.key:
                yield _Relation(cause, effect, causation, claim)


def _end(
    claim: Claim,
    span: Span | None,
    other: str | None,
    known: Mapping[str, Claim],
    texts: Mapping[str, str],
    outcome: bool,
) -> _End | None:
    if span is not None:
        return _End(claim, span.of(texts[claim.document_id]), span)
    target = known.get(other or "")
    if target is None:
        return None
    told = [one.effect for one in target.causes if one.effect is not None and not one.negated] if outcome else []
    if told:
        return _End(target, told[-1].of(texts[target.document_id]), told[-1])
    return _End(target, target.quote, target.span)


def _same_ends(ends: Sequence[_End], event_of: Mapping[str, int]) -> _Groups:
    groups = _Groups()
    for number, end in enumerate(ends):
        for before in range(number):
            if _same(ends[before], end, event_of):
                groups.join(before, number)
    return groups


def _same(one: _End, other: _End, event_of: Mapping[str, int]) -> bool:
    if one.claim.document_id == other.claim.document_id and one.span == other.span:
        return True
    near = one.claim.document_id == other.claim.document_id or (
        one.claim.id in event_of and event_of[one.claim.id] == event_of.get(other.claim.id)
    )
    if not near:
        return False
    less, more = sorted((one.key, other.key), key=len)
    return less == more or (len(less) >= 2 and less <= more and len(more) <= 2 * len(less))


def _parts(relations: Sequence[_Relation], groups: _Groups) -> list[list[int]]:
    """Return the relations that hang together, as lists of their places, in order."""
    whole = _Groups(dict(groups.lead))
    for place in range(len(relations)):
        whole.join(2 * place, 2 * place + 1)
    parts: dict[int, list[int]] = {}
    for place in range(len(relations)):
        parts.setdefault(whole.find(2 * place), []).append(place)
    return list(parts.values())


def _graph(event_id: str, part: Sequence[int], relations: Sequence[_Relation], groups: _Groups) -> CausalGraph:
    named: dict[int, list[_End]] = {}
    for place in part:
        for number, end in zip((2 * place, 2 * place + 1), _ends(relations[place]), strict=True):
            named.setdefault(groups.find(number), []).append(end)
    nodes = {lead: _node(held) for lead, held in named.items()}
    told: dict[tuple[str, str, Sense], list[Assertion]] = {}
    for place in part:
        cause, effect = nodes[groups.find(2 * place)], nodes[groups.find(2 * place + 1)]
        if cause.id != effect.id:
            relation = relations[place]
            told.setdefault((cause.id, effect.id, relation.causation.sense), []).append(_assertion(relation))
    edges = tuple(CausalEdge(identifier("edg", *key), *key, tuple(held)) for key, held in told.items())
    flags = (*_circles(edges), *_contradictions(edges))
    round_about = {edge for flag in flags if flag.trouble is Trouble.CIRCLE for edge in flag.edge_ids}
    chains = tuple(_chains([edge for edge in edges if edge.affirmed and edge.id not in round_about]))
    used = {one for edge in edges for one in (edge.cause, edge.effect)}
    return CausalGraph(event_id, tuple(node for node in nodes.values() if node.id in used), edges, chains, flags)


def _node(ends: Sequence[_End]) -> CausalNode:
    first = ends[0]
    name = identifier("cau", first.claim.document_id, first.span)
    return CausalNode(name, " ".join(first.words.split()), tuple(dict.fromkeys(end.claim.id for end in ends)))


def _assertion(relation: _Relation) -> Assertion:
    claim, causation = relation.claim, relation.causation
    denied = causation.negated != (claim.polarity is Polarity.DENIED)
    origin = claim.origin.name if claim.origin else ""
    return Assertion(claim.id, claim.document_id, origin, denied, causation.certainty, causation.rule)


def _circles(edges: Sequence[CausalEdge]) -> Iterator[CausalFlag]:
    """Yield one flag for each set of asserted edges that run back into themselves."""
    affirmed = [edge for edge in edges if edge.affirmed]
    reach = {node: _reached(node, affirmed) for edge in affirmed for node in (edge.cause, edge.effect)}
    seen: set[frozenset[str]] = set()
    for edge in affirmed:
        if edge.cause in reach[edge.effect]:
            ring = frozenset(one for one in reach[edge.cause] if edge.cause in reach[one])
            if ring not in seen:
                seen.add(ring)
                held = tuple(one.id for one in affirmed if one.cause in ring and one.effect in ring)
                yield CausalFlag(Trouble.CIRCLE, held)


def _reached(node: str, edges: Sequence[CausalEdge]) -> frozenset[str]:
    found: set[str] = set()
    waiting = [node]
    while waiting:
        at = waiting.pop()
        fresh = [edge.effect for edge in edges if edge.cause == at and edge.effect not in found]
        found.update(fresh)
        waiting += fresh
    return frozenset(found)


def _contradictions(edges: Sequence[CausalEdge]) -> Iterator[CausalFlag]:
    for edge in edges:
        if edge.affirmed and any(one.denied for one in edge.assertions):
            yield CausalFlag(Trouble.DENIED, (edge.id,))
    for number, edge in enumerate(edges):
        for other in edges[number + 1 :]:
            same = (edge.cause, edge.effect) == (other.cause, other.effect)
            if same and edge.affirmed != other.affirmed and edge.sense.promotes == other.sense.promotes:
                yield CausalFlag(Trouble.DENIED, (edge.id, other.id))
            elif same and edge.affirmed and other.affirmed and edge.sense.promotes != other.sense.promotes:
                yield CausalFlag(Trouble.OPPOSED, (edge.id, other.id))


def _chains(edges: Sequence[CausalEdge]) -> Iterator[tuple[str, ...]]:
    """Yield the runs of two and more edges from a node that nothing here causes to one that causes nothing."""
    effects = {edge.effect for edge in edges}
    waiting: list[tuple[CausalEdge, ...]] = [(edge,) for edge in edges if edge.cause not in effects]
    while waiting:
        run = waiting.pop(0)
        further = [(*run, edge) for edge in edges if edge.cause == run[-1].effect] if len(run) < _LONGEST else []
        waiting += further
        if not further and len(run) > 1:
            yield tuple(edge.id for edge in run)


def _joined(graphs: Sequence[CausalGraph]) -> CausalGraph:
    """Return several separate graphs of one event as one."""
    return CausalGraph(
        graphs[0].event_id,
        tuple(node for graph in graphs for node in graph.nodes),
        tuple(edge for graph in graphs for edge in graph.edges),
        tuple(chain for graph in graphs for chain in graph.chains),
        tuple(flag for graph in graphs for flag in graph.flags),
    )
