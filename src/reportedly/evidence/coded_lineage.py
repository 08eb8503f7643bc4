"""Lineage of coded rows: the parent is what the row itself names, where it is at hand."""

from __future__ import annotations

from dataclasses import replace

from reportedly.evidence.casebook import Casebook
from reportedly.model.actors import folded
from reportedly.model.claim import Claim
from reportedly.model.coded import OWN, is_coded
from reportedly.model.event import Testimony
from reportedly.model.evidence import Edge, EdgeKind, Lineage
from reportedly.model.reason import Reason


def with_coded_parents(book: Casebook, lineage: Lineage) -> Lineage:
    """Return the lineage with the parents that coded rows name.

    A row seldom tells the page's own day, so days cannot order rows; the cell of relays can: the parent is the row of
    the nearest outlet that it names, on a shorter way to the origin, or else the origin's own saying.

    Args:
        book: the event.
        lineage: the arrows as days and texts give them.
    """
    claims = {claim.id: claim for claim in book.claims if is_coded(claim)}
    if not claims:
        return lineage
    edges = (_edge(book, claims[edge.claim_id], edge) if edge.claim_id in claims else edge for edge in lineage.edges)
    return Lineage(lineage.event_id, tuple(edges))


def _edge(book: Casebook, claim: Claim, edge: Edge) -> Edge:
    if _own(claim):
        reason = Reason("own", "the origin's own saying", (claim.id,))
        return replace(
            edge, kind=EdgeKind.OWN, parent_claim_id=None, reasons=(reason,), probability=1.0, alternatives=()
        )
    found = _parent(book, book.testimony_of[claim.id], claim)
    if found is None:
        reason = Reason("names", f"it names {claim.chain[-1].name}", (claim.id,))
        return replace(
            edge, kind=EdgeKind.NAMES, parent_claim_id=None, reasons=(reason,), probability=1.0, alternatives=()
        )
    parent, reason = found
    return replace(
        edge, kind=EdgeKind.RELAYS, parent_claim_id=parent.id, reasons=(reason,), probability=1.0, alternatives=()
    )


def _own(claim: Claim) -> bool:
    return any(ground.field == OWN for ground in claim.grounds)


def _parent(book: Casebook, testimony: Testimony, claim: Claim) -> tuple[Claim, Reason] | None:
    library = book.library
    members = [one for one in book.members(testimony) if one.id != claim.id and not library.before(claim, one)]
    for link in claim.chain[:-1]:
        for other in members:
            outlet = library.document(other).outlet
            if outlet and folded(outlet) == folded(link.name) and len(other.chain) < len(claim.chain):
                return other, Reason("names-outlet", f"it names {outlet}", (other.id, claim.id))
    own = next((one for one in members if _own(one)), None)
    if own is None:
        return None
    return own, Reason("own-at-hand", "the origin's own saying is at hand", (own.id, claim.id))
