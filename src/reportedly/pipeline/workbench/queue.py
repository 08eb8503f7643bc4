"""The queue of review: claims by what a look at them is worth, chosen by what people have decided about them so far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import islice

from reportedly.evidence.worth import worths
from reportedly.model.card import Worth
from reportedly.model.claim import Claim
from reportedly.model.document import Document
from reportedly.model.entry import EntryKind
from reportedly.model.review import Decision, Review
from reportedly.model.reviewed import is_stale, same_reading
from reportedly.pipeline.decided import all_decided, claims_with
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.blinds import blinds_of

_MOST_EVENTS = 200
"""Events that are ranked."""
_MOST_STEPS = 5000
"""Claims that are passed on the way to a claim's neighbours."""


class QueueState(StrEnum):
    """What people have decided about a claim."""

    OPEN = "open"
    """Nobody has said anything."""
    UNSURE = "unsure"
    """Somebody is unsure, and nobody else has decided."""
    STALE = "stale"
    """Somebody decided about another reading than the machine's of today."""
    DISAGREED = "disagreed"
    """People's decisions differ."""
    DECIDED = "decided"
    """Somebody has decided."""
    ALL = "all"


@dataclass(frozen=True, slots=True)
class QueueQuery:
    """Which claims are wanted; what is empty asks for nothing."""

    state: QueueState = QueueState.OPEN
    event: str = ""
    """Id of an event, or the beginning of one."""
    source: str = ""
    """Part of the name of somebody in the chain."""
    page: int = 1
    size: int = 25


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One claim of the queue."""

    claim: Claim
    document_id: str
    outlet: str
    title: str
    day: date | None
    event_id: str
    event_label: str
    worth: Worth
    states: tuple[QueueState, ...]
    """``OPEN`` alone, or what the decisions on it come to."""
    deciders: tuple[str, ...]
    """Who decided, as far as the person may see it."""


@dataclass(frozen=True, slots=True)
class QueuePage:
    """One page of the queue."""

    rows: tuple[QueueRow, ...]
    total: int
    page: int
    size: int


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What stands before and behind a claim in the queue; empty where nothing does."""

    before: str = ""
    after: str = ""
    place: int = 0
    """From 1; 0 where the claim is not in the queue."""


@dataclass(frozen=True, slots=True)
class _Ranked:
    claim_id: str
    event_id: str
    worth: Worth


def queue_page(bench: Bench, query: QueueQuery, person: str) -> QueuePage:
    """Return one page of the queue.

    Args:
        bench: the open ledger.
        query: which claims are wanted.
        person: who looks; what an open blind round hides from this person counts as not decided.
    """
    seen = _decided(bench, person)
    states = {claim: states_of(reviews) for claim, reviews in seen.items()}
    fitting = list(_fitting(bench, query, states))
    first = (query.page - 1) * query.size
    rows = _rows(bench, fitting[first : first + query.size], seen)
    return QueuePage(tuple(rows), len(fitting), query.page, query.size)


def neighbours_of(bench: Bench, query: QueueQuery, person: str, claim_id: str) -> Neighbours:
    """Return what stands around a claim in the queue; a claim that is not in it stands before everything."""
    states = {claim: states_of(reviews) for claim, reviews in _decided(bench, person).items()}
    ids: list[str] = []
    for one in islice(_fitting(bench, query, states), _MOST_STEPS):
        if ids and ids[-1] == claim_id:
            return Neighbours(ids[-2] if len(ids) > 1 else "", one.claim_id, len(ids))
        ids.append(one.claim_id)
    if ids and ids[-1] == claim_id:
        return Neighbours(ids[-2] if len(ids) > 1 else "", "", len(ids))
    return Neighbours("", ids[0] if ids else "", 0)


def states_of(reviews: Sequence[Review], machine: Mapping[str, Claim] | None = None) -> tuple[QueueState, ...]:
    """Return what decisions on one claim come to; ``OPEN`` where there are none.

    Args:
        reviews: the decisions in force, oldest first.
        machine: the claims as the machine reads them now, where staleness is to be told.
    """
    sure = [one for one in reviews if one.decision is not Decision.UNSURE]
    found = []
    if not reviews:
        found.append(QueueState.OPEN)
    if reviews and not sure:
        found.append(QueueState.UNSURE)
    if sure:
        found.append(QueueState.DECIDED)
    adjudicated = any(one.adjudicates for one in sure)
    if not adjudicated and any(not same_reading(one.reading, sure[0].reading) for one in sure[1:]):
        found.append(QueueState.DISAGREED)
    if machine is not None and any(is_stale(one, machine.get(one.claim_id)) for one in sure[-1:]):
        found.append(QueueState.STALE)
    return tuple(found)


def _decided(bench: Bench, person: str) -> dict[str, list[Review]]:
    found: dict[str, list[Review]] = {}
    blinds = blinds_of(bench.book)
    for review in blinds.visible(all_decided(bench.book).reviews, person):
        found.setdefault(review.claim_id, []).append(review)
    return found


def _fitting(bench: Bench, query: QueueQuery, states: Mapping[str, tuple[QueueState, ...]]) -> Iterator[_Ranked]:
    if query.state is QueueState.STALE:
        states = _with_staleness(bench, states)
    for one in _ranked(bench, query):
        held = states.get(one.claim_id, (QueueState.OPEN,))
        if query.state is QueueState.ALL or query.state in held:
            yield one


def _with_staleness(bench: Bench, states: Mapping[str, tuple[QueueState, ...]]) -> dict[str, tuple[QueueState, ...]]:
    reviews: dict[str, list[Review]] = {}
    for review in all_decided(bench.book).reviews:
        if review.claim_id in states:
            reviews.setdefault(review.claim_id, []).append(review)
    machine = claims_with(bench.book, reviews)
    return {claim: states_of(found, machine) for claim, found in reviews.items()}


def _ranked(bench: Bench, query: QueueQuery) -> Iterator[_Ranked]:
    subjects = bench.book.subjects(EntryKind.EVENT)
    wanted = [one for one in subjects if one.startswith(query.event)][:_MOST_EVENTS]
    found: list[_Ranked] = []
    for event in bench.events(wanted):
        claims = bench.claims(event.claim_ids)
        documents = bench.documents({claim.document_id for claim in claims})
        told = {claim.id for claim in claims if _names(claim, query.source)}
        for evidence in bench.evidence([event.id]):
            of_event = worths(event, evidence, claims, documents)
            found += [_Ranked(one.claim_id, event.id, one.worth) for one in of_event if one.claim_id in told]
    yield from sorted(found, key=lambda one: (-one.worth.value, one.claim_id))


def _names(claim: Claim, source: str) -> bool:
    folded = source.casefold().strip()
    return not folded or any(folded in link.name.casefold() for link in claim.chain)


def _rows(bench: Bench, ranked: Sequence[_Ranked], seen: Mapping[str, Sequence[Review]]) -> Iterator[QueueRow]:
    machine = claims_with(bench.book, [one.claim_id for one in ranked])
    counting = {claim.id: claim for claim in bench.claims(one.claim_id for one in ranked)}
    events = {event.id: event for event in bench.events({one.event_id for one in ranked})}
    there = {**machine, **counting}
    documents = {one.id: one for one in bench.documents({claim.document_id for claim in there.values()})}
    for one in ranked:
        claim = there.get(one.claim_id)
        if claim is not None:
            event = events.get(one.event_id)
            reviews = seen.get(one.claim_id, ())
            yield QueueRow(
                claim=claim,
                document_id=claim.document_id,
                outlet=_page(documents.get(claim.document_id)),
                title=(documents[claim.document_id].title or "") if claim.document_id in documents else "",
                day=documents[claim.document_id].day if claim.document_id in documents else None,
                event_id=one.event_id,
                event_label=event.label if event is not None else "",
                worth=one.worth,
                states=states_of(reviews, machine),
                deciders=tuple(dict.fromkeys(review.author for review in reviews)),
            )


def _page(document: Document | None) -> str:
    return (document.outlet or document.key) if document is not None else ""
