"""One event as a person regroups it: its claims, saying by saying, what people judged, and events to merge it with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.model.card import CardQuery, EventCard
from reportedly.model.event import Event, Judgement, Testimony
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.claim_desk import event_of_claim
from reportedly.pipeline.workbench.listing import card_page
from reportedly.pipeline.workbench.matters import event_now, people_on, story_of

MOST_OTHERS = 10
"""Events offered to merge with."""


@dataclass(frozen=True, slots=True)
class GroupedClaim:
    """One claim of an event."""

    claim_id: str
    quote: str
    chain: tuple[str, ...]
    outlet: str
    day: date | None
    testimony_id: str


@dataclass(frozen=True, slots=True)
class GroupDesk:
    """An event with what regrouping needs."""

    event: Event
    claims: tuple[GroupedClaim, ...]
    """By saying, then by day."""
    testimonies: tuple[Testimony, ...]
    judged: tuple[Judgement, ...]
    """What people judged of its claims, against each other or against claims of its story."""
    others: tuple[EventCard, ...]
    """Events that fit the words searched for, and that it could be merged with."""
    quotes: Mapping[str, str]
    """Words of the claims of other events against which its own were judged, by claim."""


def group_desk(bench: Bench, event_id: str, words: str) -> GroupDesk:
    """Return an event with what regrouping needs.

    Args:
        bench: the open ledger.
        event_id: the event's id.
        words: which events to offer for merging; empty = none.

    Raises:
        NotFound: where no event has this id.
    """
    event = event_now(bench, event_id)
    testimonies = bench.testimonies(event.testimony_ids)
    of = {claim: one.id for one in testimonies for claim in one.claim_ids}
    claims = bench.claims(event.claim_ids)
    pages = {one.id: one for one in bench.documents({claim.document_id for claim in claims})}
    rows = [
        GroupedClaim(
            claim.id,
            claim.quote,
            tuple(link.name for link in claim.chain),
            pages[claim.document_id].outlet or pages[claim.document_id].key,
            pages[claim.document_id].day,
            of.get(claim.id, ""),
        )
        for claim in claims
        if claim.document_id in pages
    ]
    rows.sort(key=lambda row: (row.testimony_id, row.day or date.max, row.claim_id))
    found = card_page(bench, CardQuery(text=words, size=MOST_OTHERS + 1)).cards if words else ()
    others = tuple(one for one in found if one.event_id != event.id)[:MOST_OTHERS]
    told = {claim.id for claim in claims}
    near = people_on(bench, {*told, *story_of(bench, event).claims})
    judged = tuple(one for one in near if one.left in told or one.right in told)
    across = {claim for one in judged for claim in (one.left, one.right)} - told
    quotes = {claim.id: claim.quote for claim in bench.claims(sorted(across))}
    return GroupDesk(event, tuple(rows), testimonies, judged, others, quotes)


def where_now(bench: Bench, claim_ids: Sequence[str]) -> str:
    """Return the event that now holds the first of some claims that is in any; empty where none is."""
    claims = {claim.id: claim.document_id for claim in bench.claims(claim_ids)}
    found = (event_of_claim(bench, claims[one], one) for one in claim_ids if one in claims)
    return next((event.id for event in found if event is not None), "")
