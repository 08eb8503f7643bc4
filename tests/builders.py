"""Builders of model objects for tests: claims by their quotes, and one hand-made dossier that shows every feature.

The story, the places and all names are invented.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportedly.model.certainty import Certainty
from reportedly.model.claim import (
    Basis,
    Claim,
    Kind,
    Link,
    Measure,
    Place,
    Polarity,
    Quantity,
    Relation,
    Scope,
    SourceClass,
)
from reportedly.model.days import Days
from reportedly.model.document import DayBasis, Document, Published
from reportedly.model.event import Event, EventKind, Origin, Testimony
from reportedly.model.evidence import (
    Collapse,
    Contest,
    Drift,
    DriftType,
    Edge,
    EdgeKind,
    Estimate,
    EstimateInput,
    Evidence,
    Grade,
    Lineage,
    OriginCount,
    OriginStanding,
    Severity,
)
from reportedly.model.ids import identifier
from reportedly.model.reason import Reason
from reportedly.model.span import Span


def make_document(key: str, outlet: str | None, day: date | None, text: str, title: str | None = None) -> Document:
    """Build a document with a given publication day."""
    published = None if day is None else Published(day, DayBasis.GIVEN, "stated in the record")
    return Document(Document.identify(key, text, title, outlet, published), key, text, title, outlet, published)


def span_in(document: Document, words: str) -> Span:
    """Return the first place of ``words`` in the document's text; the words must stand there."""
    start = document.text.index(words)
    return Span(start, start + len(words))


def make_link(
    document: Document,
    name: str,
    mention: str | None = None,
    cue: str | None = None,
    source_class: SourceClass = SourceClass.UNKNOWN,
    said: Days | None = None,
) -> Link:
    """Build one hop of a chain from the words that name the source and make it speak."""
    return Link(
        name,
        span_in(document, mention) if mention else None,
        span_in(document, cue) if cue else None,
        said,
        source_class,
        "given",
    )


def make_quantity(
    document: Document,
    words: str,
    measure: Measure,
    of: str,
    low: int | None,
    high: int | None,
    qualifier: str | None = None,
    scope: Scope | None = None,
    as_of: date | None = None,
) -> Quantity:
    """Build a figure from the words that state it."""
    of_span = span_in(document, of) if of and of in document.text else None
    return Quantity(measure, of, low, high, qualifier, scope, as_of, span_in(document, words), of_span)


@dataclass(frozen=True)
class ClaimFields:
    """The optional fields of a claim, so that ``make_claim`` stays short."""

    kind: Kind = Kind.EVENT
    polarity: Polarity = Polarity.AFFIRMED
    certainty: Certainty | None = None
    when: Days | None = None
    where: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    basis: Basis | None = None
    relation: Relation | None = None


def make_claim(
    document: Document, quote: str, chain: tuple[Link, ...] = (), fields: ClaimFields | None = None
) -> Claim:
    """Build a claim that stands at ``quote`` in the document."""
    given = fields or ClaimFields()
    span = span_in(document, quote)
    return Claim(
        id=Claim.identify(document.id, span),
        document_id=document.id,
        span=span,
        quote=quote,
        chain=chain,
        kind=given.kind,
        polarity=given.polarity,
        certainty=given.certainty,
        when=given.when,
        where=tuple(Place(name, span_in(document, name)) for name in given.where),
        quantities=given.quantities,
        basis=given.basis,
        relation=given.relation,
    )


def hedge(document: Document, word: str, low: float, high: float) -> Certainty:
    """Build the certainty of a probability word that stands in the document."""
    return Certainty(low, high, (word,), (span_in(document, word),))


def make_testimony(event_id: str, origin: Origin, claims: tuple[Claim, ...], denial: bool = False) -> Testimony:
    """Build a testimony carried by ``claims``; the first one's first figure is the testimony's."""
    ids = tuple(claim.id for claim in claims)
    quantity = claims[0].quantities[0] if claims[0].quantities else None
    said = claims[0].chain[-1].said if claims[0].chain else None
    return Testimony(identifier("tes", event_id, origin, ids), event_id, origin, ids, quantity, said, denial=denial)


def make_drift(kind: DriftType, claim: Claim, testimony: Testimony, before: str, after: str, severity: str) -> Drift:
    """Build a change that ``claim`` made to ``testimony``."""
    return Drift(
        identifier("dri", kind, claim.id),
        kind,
        claim.id,
        testimony.id,
        testimony.claim_ids[0],
        before,
        after,
        severity=Severity(severity),
        reasons=(Reason(f"{kind}-differs", f"the testimony has “{before}”, the relay “{after}”", (claim.id,)),),
    )


def make_event(kind: EventKind, label: str, claims: tuple[Claim, ...], **more: object) -> Event:
    """Build an event made of ``claims``; testimonies are set with ``dataclasses.replace``."""
    ids = tuple(claim.id for claim in claims)
    return Event(Event.identify(ids), kind, label, ids, (), **more)  # type: ignore[arg-type]  # keywords of Event


def standing(
    origin: Origin, testimonies: tuple[Testimony, ...], claims: tuple[Claim, ...], counts: bool = True
) -> OriginStanding:
    """Build what is known about one origin behind an event."""
    ids = tuple(claim.id for claim in claims)
    pages = tuple(dict.fromkeys(claim.document_id for claim in claims))
    denies = bool(testimonies) and all(testimony.denial for testimony in testimonies)
    return OriginStanding(origin, tuple(t.id for t in testimonies), ids, pages, counts, denies)


__all__ = [
    "Basis",
    "ClaimFields",
    "Collapse",
    "Contest",
    "Days",
    "Edge",
    "EdgeKind",
    "Estimate",
    "EstimateInput",
    "Evidence",
    "Grade",
    "Lineage",
    "OriginCount",
    "OriginStanding",
    "hedge",
    "make_claim",
    "make_document",
    "make_drift",
    "make_event",
    "make_link",
    "make_quantity",
    "make_testimony",
    "span_in",
    "standing",
]
