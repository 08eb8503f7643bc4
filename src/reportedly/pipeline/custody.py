"""The chain of custody of a claim: from the page it stands on, hop by hop, to the one whose word it is."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.belief import Belief
from reportedly.model.claim import Claim
from reportedly.model.document import Document
from reportedly.model.dossier import Dossier
from reportedly.model.event import Event, Testimony
from reportedly.model.evidence import Alarm, Drift, Edge, EdgeKind, OriginCount
from reportedly.model.span import Span
from reportedly.pipeline.find import claim_of, document_of, event_with, testimony_with


@dataclass(frozen=True, slots=True)
class Hop:
    """One link of a claim's chain with the words of the text that make it one."""

    name: str
    words: str
    """The words that name the source; empty where only the cue speaks."""
    cue: str
    """The words that introduce the content; empty where none stand by themselves."""
    said: str
    """The day of saying, where the text gives it."""
    is_origin: bool
    rule: str = ""
    """The rule or model that found it."""
    score: float = 1.0
    """How sure the finder is, 0 to 1."""
    span: Span | None = None
    """Where the source's words stand."""
    cue_span: Span | None = None
    """Where the cue stands."""


@dataclass(frozen=True, slots=True)
class Page:
    """One document on the way, with the claim that stands in it and the sources that the document names."""

    document: Document
    claim: Claim
    hops: tuple[Hop, ...]
    edge: Edge | None
    """How the claim is tied to what it was taken from; None for a claim that no event holds."""
    drifts: tuple[Drift, ...]
    """What this page changed."""


@dataclass(frozen=True, slots=True)
class Custody:
    """A claim's way from its page to its origin."""

    claim: Claim
    pages: tuple[Page, ...]
    """The claim's own page first, then the page it was taken from, and so on."""
    event: Event | None
    testimony: Testimony | None
    origins: OriginCount | None
    """How many independent origins stand behind the event."""
    alarms: tuple[Alarm, ...] = ()
    """What looks like a further confirmation of the event and is none."""
    belief: Belief | None = None
    """How probable the event is on their word."""


def trace(dossier: Dossier, short_id: str) -> Custody:
    """Follow a claim to where it comes from.

    Args:
        dossier: the dossier that holds it.
        short_id: the claim's id or an unambiguous beginning of it.

    Raises:
        NotFound: where no claim, or more than one, has this id.
    """
    claim = claim_of(dossier, short_id)
    event = event_with(dossier, claim.id)
    pages: list[Page] = []
    current: Claim | None = claim
    while current is not None and current.id not in {page.claim.id for page in pages}:
        page = _page(dossier, current, event)
        pages.append(page)
        parent = page.edge.parent_claim_id if page.edge and page.edge.kind is EdgeKind.RELAYS else None
        current = dossier.claim_by_id.get(parent or "")
    evidence = dossier.evidence_by_event.get(event.id) if event else None
    return Custody(
        claim,
        tuple(pages),
        event,
        testimony_with(dossier, claim.id),
        evidence.origins if evidence else None,
        evidence.alarms if evidence else (),
        evidence.belief if evidence else None,
    )


def _page(dossier: Dossier, claim: Claim, event: Event | None) -> Page:
    document = document_of(dossier, claim)
    evidence = dossier.evidence_by_event.get(event.id) if event else None
    edges = evidence.lineage.edges if evidence else ()
    drifts = evidence.drifts if evidence else ()
    return Page(
        document=document,
        claim=claim,
        hops=_hops(claim, document),
        edge=next((edge for edge in edges if edge.claim_id == claim.id), None),
        drifts=tuple(drift for drift in drifts if drift.claim_id == claim.id),
    )


def _hops(claim: Claim, document: Document) -> tuple[Hop, ...]:
    return tuple(
        Hop(
            name=link.name,
            words=link.span.of(document.text) if link.span else "",
            cue=link.cue.of(document.text) if link.cue else "",
            said=str(link.said) if link.said else "",
            is_origin=link is claim.chain[-1],
            rule=link.rule,
            score=link.score,
            span=link.span,
            cue_span=link.cue,
        )
        for link in claim.chain
    )
