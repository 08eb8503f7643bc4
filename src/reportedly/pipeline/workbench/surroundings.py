"""What stands around a document: the evidence on its events, and other pages that tell what it tells."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from reportedly.model.card import EventCard
from reportedly.model.claim import Claim
from reportedly.model.document import Document
from reportedly.model.evidence import Drift, Edge, Evidence
from reportedly.model.review import Review
from reportedly.model.search import PaperLine
from reportedly.pipeline.decided import decided_in
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.blinds import blinds_of
from reportedly.pipeline.workbench.listing import cards_of
from reportedly.pipeline.workbench.papers import Paper
from reportedly.pipeline.workbench.shelves import beside

_MOST_KIN = 600
"""Claims of other pages that are read for one document."""
_LEAST_EACH = 2
_MOST_EACH = 8
"""Claims of other pages that are read for each saying, where the document has many sayings and where it has few."""
_MOST_COPIES = 30
"""Pages with the same text that are read."""


@dataclass(frozen=True)
class Surroundings:
    """What is known around one document."""

    evidence: Mapping[str, Evidence]
    """By event id."""
    kin: Mapping[str, Claim]
    """Claims of other documents by id: the first of each saying that this one tells, and those compared with."""
    pages: Mapping[str, Document]
    """The documents of those claims by id."""
    copies: tuple[Document, ...]
    """The first documents with the very same text, by day."""
    copied: int
    """How many there are."""
    edges: Mapping[str, Edge]
    """Where the lineage has each claim from, by claim id."""
    drifts: Mapping[str, tuple[Drift, ...]]
    """What each claim changed on the way, by claim id."""
    cards: Mapping[str, EventCard]
    """How each event stands in the dossier, by event id; an event that the catalogue does not hold has none."""
    reviews: tuple[Review, ...] = ()
    """What people decided about the document's claims, oldest first, as far as a blind round does not hide it."""
    earlier: PaperLine | None = None
    """The document before it by day."""
    later: PaperLine | None = None
    """The document after it by day."""


def surroundings_of(bench: Bench, paper: Paper, person: str = "") -> Surroundings:
    """Return what is known around a document, read within bounds that do not grow with the ledger.

    Args:
        bench: the open ledger.
        paper: the document with its claims.
        person: who looks; decisions that a blind round hides from this person are left out.
    """
    evidence = {one.event_id: one for one in bench.evidence(event.id for event in paper.events)}
    own = {claim.id for claim in paper.claims}
    kin = {claim.id: claim for claim in bench.claims(_kin(paper, evidence, own))}
    with bench.book.stories_now() as index:
        texts = index.texts_of_documents([paper.document.id]).values()
        copies = [one for one, _ in index.documents(texts) if one != paper.document.id]
    pages = bench.documents({claim.document_id for claim in kin.values()})
    decided = decided_in(bench.book, [paper.document.id]).reviews
    edges = {edge.claim_id: edge for one in evidence.values() for edge in one.lineage.edges if edge.claim_id in own}
    drifts: dict[str, list[Drift]] = {}
    for drift in (drift for one in evidence.values() for drift in one.drifts if drift.claim_id in own):
        drifts.setdefault(drift.claim_id, []).append(drift)
    return Surroundings(
        evidence,
        kin,
        {page.id: page for page in pages},
        bench.documents(copies[:_MOST_COPIES]),
        len(copies),
        edges,
        {claim_id: tuple(found) for claim_id, found in drifts.items()},
        cards_of(bench, evidence),
        blinds_of(bench.book, decided).visible(decided, person),
        *beside(bench, paper.document.id),
    )


def _kin(paper: Paper, evidence: Mapping[str, Evidence], own: Collection[str]) -> set[str]:
    """Return ids of claims elsewhere: the first that tell each saying, then those that own claims are compared with."""
    each = max(_LEAST_EACH, min(_MOST_EACH, _MOST_KIN // max(1, len(paper.testimonies))))
    found: dict[str, None] = {}
    for one in evidence.values():
        for edge in one.lineage.edges:
            if edge.claim_id in own and edge.parent_claim_id:
                found[edge.parent_claim_id] = None
        for drift in one.drifts:
            if drift.claim_id in own:
                found |= dict.fromkeys((drift.against_claim_id, drift.made_by_claim_id))
    for testimony in paper.testimonies:
        found |= dict.fromkeys([one for one in testimony.claim_ids if one not in own][:each])
    return {one for one in list(found)[: 2 * _MOST_KIN] if one and one not in own}
