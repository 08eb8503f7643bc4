"""Who took an event from whom, as a graph: origins, their sayings, relays and pages, and what changed between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reportedly.model.card import OriginMark
from reportedly.model.claim import Claim
from reportedly.model.dossier import Dossier
from reportedly.model.event import Testimony
from reportedly.model.evidence import Edge, EdgeKind, Evidence, OriginStanding
from reportedly.publish.labels import NOBODY, day_label, days_label, origin_label, quantity_label
from reportedly.web.views.event_claims import ClaimRef, altered_in, chosen
from reportedly.web.views.event_folds import folded
from reportedly.web.views.event_nodes import Graph, Node, NodeKind, Standing, Tie, TieRow

LIKELY = 0.15
"""Probability from which another way in which a page may have come to its claim is drawn."""
_NOBODY = "nobody"


@dataclass
class _Draft:
    nodes: dict[str, Node] = field(default_factory=dict)
    ties: dict[tuple[str, str], Tie] = field(default_factory=dict)

    def tie(self, parent: str, child: str, probability: float, main: bool) -> bool:
        """Add a tie, unless it would close a circle; of two between the same nodes the surer main one stays.

        Returns:
            Whether the two are tied now.
        """
        if parent == child or parent in self._below(child):
            return False
        known = self.ties.get((parent, child))
        if known is None or (main, probability) > (known.main, known.probability):
            self.ties[parent, child] = Tie(parent, child, probability, main)
        return True

    def _below(self, node: str) -> set[str]:
        children = defaultdict(list)
        for parent, child in self.ties:
            children[parent].append(child)
        found: set[str] = set()
        waiting = [node]
        while waiting:
            for child in children[waiting.pop()]:
                if child not in found:
                    found.add(child)
                    waiting.append(child)
        return found


def graph_of(
    dossier: Dossier,
    labels: Mapping[str, str],
    refs: Mapping[str, ClaimRef],
    marks: Sequence[OriginMark],
    unfold: Sequence[str] = (),
    address: str = "",
) -> Graph:
    """Return the graph of an event.

    Args:
        dossier: of the one event.
        labels: the name of each document by id.
        refs: how the page refers to each claim.
        marks: the origins as they are drawn elsewhere on the page.
        unfold: ids of folds whose pages are to be shown, or ``all``.
        address: of the event's page, to which ``unfold=...`` is added.
    """
    draft = _Draft()
    (evidence,) = dossier.evidence
    origin_of = _origins(draft, evidence, {one.name: one for one in marks})
    saying_of = {claim: one for one in dossier.testimonies for claim in one.claim_ids}
    for saying in dossier.testimonies:
        _saying(draft, saying, origin_of, refs)
    edges = [edge for edge in evidence.lineage.edges if edge.claim_id in dossier.claim_by_id]
    edges.sort(key=lambda edge: _moment(dossier, edge))
    for edge in edges:
        _page(draft, dossier.claim_by_id[edge.claim_id], dossier, labels, refs, edge)
    for edge in edges:
        _ways(draft, edge, dossier, saying_of, labels, refs)
    _drop_empty(draft)
    ties = _with_changes(draft, evidence)
    nodes = tuple(draft.nodes.values())
    rows = tuple(_row(tie, draft.nodes, refs) for tie in ties)
    pages = sum(node.kind is NodeKind.PAGE for node in nodes)
    shown, kept = folded(nodes, ties, unfold, address)
    return Graph(shown, kept, rows, pages, sum(node.kind is NodeKind.FOLD for node in shown))


def how_sure(tie: Tie) -> str:
    """Return in words how sure a tie is."""
    share = f"{100 * tie.probability:.0f} %"
    if not tie.main:
        return f"also possible, {share}"
    return "sure" if tie.probability >= 0.995 else share


def _origins(draft: _Draft, evidence: Evidence, marks: Mapping[str, OriginMark]) -> dict[str, str]:
    """Add the origins; return the node of each testimony's origin."""
    letters = {one.origin: str(one.letter) for one in evidence.grade.sources}
    home = {}
    order = sorted(
        evidence.origins.origins,
        key=lambda one: (not one.origin.recorded, one.denies, not one.counts, -len(one.document_ids), one.origin.name),
    )
    for place, one in enumerate(order):
        if not one.origin.recorded:
            home.update(dict.fromkeys(one.testimony_ids, _NOBODY))
            continue
        standing = _standing(one, marks.get(one.origin.name))
        letter = letters.get(one.origin.name, "")
        about = tuple(part for part in (one.origin.side, letter and f"letter {letter}") if part)
        node = f"origin-{place}"
        draft.nodes[node] = Node(
            node, NodeKind.ORIGIN, origin_label(one.origin), about, "#origins", standing, claim_ids=one.claim_ids
        )
        home.update(dict.fromkeys(one.testimony_ids, node))
    draft.nodes[_NOBODY] = Node(
        _NOBODY, NodeKind.ORIGIN, NOBODY, ("confirms nothing",), "#origins", Standing.UNRECORDED
    )
    return home


def _standing(one: OriginStanding, mark: OriginMark | None) -> Standing:
    if one.denies:
        return Standing.DENIES
    if mark is not None and mark.beside:
        return Standing.BESIDE
    return Standing.COUNTS if one.counts else Standing.LOOSE


def _saying(draft: _Draft, saying: Testimony, origin_of: Mapping[str, str], refs: Mapping[str, ClaimRef]) -> None:
    origin = origin_of.get(saying.id, _NOBODY)
    if origin == _NOBODY:
        return
    told = chosen(refs, saying.claim_ids)
    words = quantity_label(saying.quantity) if saying.quantity else (f"“{told[0].quote}”" if told else "a saying")
    lines = [f"said {days_label(saying.said)}" if saying.said else "day of saying not told"]
    if saying.denial:
        lines.append("a denial")
    draft.nodes[saying.id] = Node(
        saying.id, NodeKind.SAYING, words, tuple(lines), f"#{saying.id}", claim_ids=saying.claim_ids
    )
    draft.tie(origin, saying.id, 1.0, main=True)


def _moment(dossier: Dossier, edge: Edge) -> tuple[str, tuple[str, str, str], str]:
    document = dossier.document_by_id[dossier.claim_by_id[edge.claim_id].document_id]
    return (str(document.day or "9999"), document.moment, edge.claim_id)


def _page(
    draft: _Draft,
    claim: Claim,
    dossier: Dossier,
    labels: Mapping[str, str],
    refs: Mapping[str, ClaimRef],
    edge: Edge,
) -> None:
    node = claim.document_id
    known = draft.nodes.get(node)
    own = edge.kind is EdgeKind.OWN
    if known is not None:
        draft.nodes[node] = replace(known, claim_ids=(*known.claim_ids, claim.id), own=known.own or own)
        return
    document = dossier.document_by_id[claim.document_id]
    lines = [day_label(document.day), *(["its own page"] if own else [])]
    address = refs[claim.id].address if claim.id in refs else f"/document/{document.id}"
    day = str(document.day or "")
    draft.nodes[node] = Node(
        node, NodeKind.PAGE, labels[document.id], tuple(lines), address, day=day, claim_ids=(claim.id,), own=own
    )


def _ways(
    draft: _Draft,
    edge: Edge,
    dossier: Dossier,
    saying_of: Mapping[str, Testimony],
    labels: Mapping[str, str],
    refs: Mapping[str, ClaimRef],
) -> None:
    claim = dossier.claim_by_id[edge.claim_id]
    child = claim.document_id
    parent = _end(draft, edge.kind, edge.parent_claim_id, claim, dossier, saying_of)
    for name in reversed(_named_relays(edge, dossier, labels)):
        relay = f"relay-{parent}-{name}"
        if relay not in draft.nodes:
            address = refs[claim.id].address if claim.id in refs else ""
            words = ("no page at hand",)
            draft.nodes[relay] = Node(relay, NodeKind.RELAY, name, words, address, claim_ids=(claim.id,))
        draft.tie(parent, relay, 1.0, main=True)
        parent = relay
    if not draft.tie(parent, child, edge.probability, main=True):
        draft.tie(_word(draft, claim, saying_of), child, edge.probability, main=True)
    for option in edge.alternatives:
        if option.probability >= LIKELY:
            other = _end(draft, option.kind, option.parent_claim_id, claim, dossier, saying_of)
            draft.tie(other, child, option.probability, main=False)


def _end(
    draft: _Draft,
    kind: EdgeKind,
    parent_claim_id: str | None,
    claim: Claim,
    dossier: Dossier,
    saying_of: Mapping[str, Testimony],
) -> str:
    """Return the node that an edge leads to: the page it was taken from, the saying, or nobody."""
    parent = dossier.claim_by_id.get(parent_claim_id or "")
    word = _word(draft, claim, saying_of)
    if kind is EdgeKind.UNRECORDED:
        return _NOBODY
    if parent is None or parent.document_id == claim.document_id:
        return word
    node = parent.document_id
    return node if node in draft.nodes else word


def _word(draft: _Draft, claim: Claim, saying_of: Mapping[str, Testimony]) -> str:
    """Return the node of the saying that a claim passes on; nobody's where nobody is recorded."""
    saying = saying_of.get(claim.id)
    return saying.id if saying is not None and saying.id in draft.nodes else _NOBODY


def _named_relays(edge: Edge, dossier: Dossier, labels: Mapping[str, str]) -> tuple[str, ...]:
    """Return the relays between a page and its parent, outermost first; the parent itself is none."""
    parent = dossier.claim_by_id.get(edge.parent_claim_id or "")
    if parent is None:
        return edge.via
    document = dossier.document_by_id[parent.document_id]
    names = {(document.outlet or "").casefold(), labels[document.id].casefold()}
    via = list(edge.via)
    while via and via[-1].casefold() in names:
        via.pop()
    return tuple(via)


def _drop_empty(draft: _Draft) -> None:
    """Leave out nobody where nothing leads there."""
    if not any(parent == _NOBODY for parent, _ in draft.ties):
        del draft.nodes[_NOBODY]


def _with_changes(draft: _Draft, evidence: Evidence) -> tuple[Tie, ...]:
    """Return the ties, each page's own changes on its first way."""
    node_of = {
        claim: node.id for node in draft.nodes.values() if node.kind is NodeKind.PAGE for claim in node.claim_ids
    }
    made = defaultdict(list)
    for drift in evidence.drifts:
        if drift.claim_id in node_of and not drift.inherited:
            made[node_of[drift.claim_id]].append(drift)
    marked: set[str] = set()
    ties = []
    for tie in sorted(draft.ties.values(), key=lambda one: (not one.main, -one.probability, one.parent, one.child)):
        changes = () if tie.child in marked else altered_in(made.get(tie.child, ()))
        marked.add(tie.child)
        ties.append(replace(tie, changes=changes))
    return tuple(ties)


def _row(tie: Tie, nodes: Mapping[str, Node], refs: Mapping[str, ClaimRef]) -> TieRow:
    parent, child = nodes[tie.parent], nodes[tie.child]
    when = child.lines[0] if child.kind in {NodeKind.PAGE, NodeKind.SAYING} else ""
    return TieRow(_named(parent), _named(child), how_sure(tie), when, tie.changes, chosen(refs, _few(child)))


def _named(node: Node) -> str:
    return f"{node.title} (its own page)" if node.own else node.title


def _few(child: Node) -> Iterable[str]:
    return child.claim_ids if child.kind in {NodeKind.PAGE, NodeKind.RELAY} else child.claim_ids[:1]
