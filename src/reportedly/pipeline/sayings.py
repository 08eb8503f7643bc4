"""One row a testimony: whose word, on which pages, on how many independent origins its event rests."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.dossier import Dossier
from reportedly.model.event import Testimony
from reportedly.model.evidence import EdgeKind


@dataclass(frozen=True, slots=True)
class SayingRow:
    """What a reader wants to know first about a testimony."""

    id: str
    event: str
    """Id of the event that it is about."""
    what: str
    """The event in a phrase."""
    origin: str
    said: str
    rows: tuple[str, ...]
    """Keys of the documents that relay it."""
    own: tuple[str, ...]
    """Keys of the documents in which the origin says it itself."""
    outlets: tuple[str, ...]
    """The outlets of the documents that relay it, each once."""
    pages: int
    """How many relays there are."""
    independent: int
    """Independent origins behind the event."""
    alarm: str
    """Why several pages are no several confirmations; empty where one page or several origins carry it."""


def saying_rows(dossier: Dossier) -> tuple[SayingRow, ...]:
    """Return one row a testimony, those on the most pages first."""
    rows = (_row(dossier, one) for one in dossier.testimonies)
    return tuple(sorted(rows, key=lambda row: (-row.pages, row.said or "9999", row.id)))


def _row(dossier: Dossier, testimony: Testimony) -> SayingRow:
    evidence = dossier.evidence_by_event[testimony.event_id]
    by_itself = {edge.claim_id for edge in evidence.lineage.edges if edge.kind is EdgeKind.OWN}
    documents = [
        (claim in by_itself, dossier.document_by_id[dossier.claim_by_id[claim].document_id])
        for claim in testimony.claim_ids
    ]
    relays = [document for own, document in documents if not own]
    count = evidence.origins.independent
    name = testimony.origin.name or "not recorded"
    echoed = len(relays) > 1 and count == 1
    return SayingRow(
        id=testimony.id,
        event=testimony.event_id,
        what=dossier.event_by_id[testimony.event_id].label,
        origin=name,
        said=str(testimony.said or ""),
        rows=tuple(sorted({document.key for document in relays})),
        own=tuple(sorted({document.key for own, document in documents if own})),
        outlets=tuple(dict.fromkeys(document.outlet or document.key for document in relays)),
        pages=len(relays),
        independent=count,
        alarm=f"{len(relays)} pages, one origin: {name}" if echoed else "",
    )
