"""Lineage: for each claim of an event, what it was taken from."""

from __future__ import annotations

from reportedly.evidence.casebook import Casebook
from reportedly.evidence.parents import COPIED, SENTENCE, earlier_relays, with_options
from reportedly.model.actors import folded
from reportedly.model.claim import Claim
from reportedly.model.event import Testimony
from reportedly.model.evidence import Edge, EdgeKind, Lineage
from reportedly.model.reason import Reason
from reportedly.model.wording import likeness, wording

_BETRAYED = 0.5
"""Likeness of wording from which a page that names nobody betrays the one older report that has the saying."""


def lineage_of(book: Casebook) -> Lineage:
    """Return one arrow for each claim of the event, in the order of the event's claims."""
    edges = {claim.id: with_options(book, claim, _edge(book, claim)) for claim in book.claims}
    return Lineage(book.event.id, tuple(edges[claim] for claim in book.event.claim_ids if claim in edges))


def _edge(book: Casebook, claim: Claim) -> Edge:
    testimony = book.testimony_of[claim.id]
    via = tuple(link.name for link in claim.chain[:-1])
    earlier = earlier_relays(book, claim)
    found = _parent(book, testimony, claim, earlier)
    if book.library.own(claim, testimony.origin) and (found is None or found[1].code != "same-text"):
        return Edge(claim.id, EdgeKind.OWN, None, via, (Reason("own", "the origin's own publication", (claim.id,)),))
    if found is not None:
        return Edge(claim.id, EdgeKind.RELAYS, found[0].id, via, (found[1],))
    if claim.chain:
        reason = Reason("names", f"it names {claim.chain[-1].name}", (claim.id,))
        return Edge(claim.id, EdgeKind.NAMES, None, via, (reason,))
    reason = Reason("unrecorded", "the report does not say where it has this from", (claim.id,))
    return Edge(claim.id, EdgeKind.UNRECORDED, None, via, (reason,))


def _parent(book: Casebook, testimony: Testimony, claim: Claim, earlier: list[Claim]) -> tuple[Claim, Reason] | None:
    """Return the earlier claim that a claim was taken from, by the surest sign that there is."""
    if not earlier:
        return None
    library = book.library
    same = [other for other in earlier if library.text_key(other) == library.text_key(claim)]
    if same:
        return same[0], _reason("same-text", "its text is the same", same[0], claim)
    named = {folded(link.name) for link in claim.chain}
    for other in earlier:
        outlet = library.document(other).outlet
        if outlet and folded(outlet) in named and not library.own(other, testimony.origin):
            return other, _reason("names-outlet", f"it names {outlet}", other, claim)
    best = max(earlier, key=lambda other: (library.copied(other, claim), -earlier.index(other)))
    if library.copied(best, claim) >= COPIED:
        share = library.copied(best, claim)
        return best, _reason("copied", f"{share:.0%} of its runs of four words are the same", best, claim)
    own = [other for other in earlier if library.own(other, testimony.origin)]
    if own and claim.chain:
        return own[-1], _reason("own-at-hand", "the origin's own publication is at hand and older", own[-1], claim)
    if book.change(testimony, claim) == "claimant-changed":
        return None
    near = claim.chain or likeness(wording(earlier[0].quote), wording(claim.quote)) >= _BETRAYED
    if near and len({library.text_key(other) for other in earlier}) == 1:
        return earlier[0], _reason("first-report", "the saying stands in one older report alone", earlier[0], claim)
    alike = [other for other in earlier if likeness(wording(other.quote), wording(claim.quote)) >= SENTENCE]
    if claim.chain and alike:
        return alike[0], _reason("first-report", "the saying first stands there", alike[0], claim)
    return None


def _reason(code: str, text: str, other: Claim, claim: Claim) -> Reason:
    return Reason(code, text, (other.id, claim.id))
