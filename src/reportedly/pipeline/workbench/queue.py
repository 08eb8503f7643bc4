"""The queue of review: claims by what a look at them is worth, chosen by what people have decided about them so far."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import islice

from reportedly.ledger.catalogue_worth import WorthRow
from reportedly.model.card import Worth
from reportedly.model.claim import Claim
from reportedly.model.codec import from_json
from reportedly.model.document import Document
from reportedly.model.reason import Reason
from reportedly.model.review import Decision, Review
from reportedly.model.reviewed import is_stale, same_reading
from reportedly.pipeline.decided import all_decided, claims_with
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.blinds import blinds_of

_CHUNK = 200
"""Claims read from the catalogue at once."""
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
    """Part of the name of whose word it is."""
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
    first = (query.page - 1) * query.size
    fitting = list(islice(_fitting(bench, query, seen), first, first + query.size))
    return QueuePage(tuple(_rows(bench, fitting, seen)), _total(bench, query, seen), query.page, query.size)


def neighbours_of(bench: Bench, query: QueueQuery, person: str, claim_id: str) -> Neighbours:
    """Return what stands around a claim in the queue; a claim that is not in it stands before everything.

    Nor is its place looked for behind the first ``_MOST_STEPS`` claims.
    """
    ids: list[str] = []
    for one in islice(_fitting(bench, query, _decided(bench, person)), _MOST_STEPS):
        ids.append(one.claim_id)
        if len(ids) > 1 and ids[-2] == claim_id:
            return Neighbours(ids[-3] if len(ids) > 2 else "", one.claim_id, len(ids) - 1)
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


def _fitting(bench: Bench, query: QueueQuery, seen: Mapping[str, Sequence[Review]]) -> Iterator[_Ranked]:
    if query.state is QueueState.ALL:
        yield from _ranked(bench, query)
    elif query.state is QueueState.OPEN:
        yield from (one for one in _ranked(bench, query) if one.claim_id not in seen)
    else:
        wanted = _in_state(bench, query.state, seen)
        yield from (_ranking(row) for row in _of(bench, wanted) if _fits(row, query))


def _in_state(bench: Bench, state: QueueState, seen: Mapping[str, Sequence[Review]]) -> set[str]:
    machine = claims_with(bench.book, seen) if state is QueueState.STALE else None
    return {claim for claim, reviews in seen.items() if state in states_of(reviews, machine)}


def _total(bench: Bench, query: QueueQuery, seen: Mapping[str, Sequence[Review]]) -> int:
    if query.state not in {QueueState.ALL, QueueState.OPEN}:
        return sum(1 for _ in _fitting(bench, query, seen))
    with bench.book.worthy() as index:
        every = index.count(query.event, query.source)
        gone = index.of(seen) if query.state is QueueState.OPEN else []
    return every - sum(1 for row in gone if row.worth > 0 and _fits(row, query))


def _fits(row: WorthRow, query: QueueQuery) -> bool:
    return row.event.startswith(query.event) and query.source.lower() in row.source.lower()


def _ranked(bench: Bench, query: QueueQuery) -> Iterator[_Ranked]:
    """Yield the claims of the ledger in order of worth, read piece by piece."""
    first = 0
    while True:
        with bench.book.worthy() as index:
            rows = index.rows(query.event, query.source, first, _CHUNK)
        yield from map(_ranking, rows)
        if len(rows) < _CHUNK:
            return
        first += len(rows)


def _of(bench: Bench, claims: Collection[str]) -> list[WorthRow]:
    """Return some claims in order of worth; those that the catalogue does not list are worth nothing."""
    with bench.book.worthy() as index:
        rows = index.of(claims)
    rest = set(claims) - {row.claim for row in rows}
    return [*rows, *(WorthRow(one, "", "", 0.0, "") for one in sorted(rest))]


def _ranking(row: WorthRow) -> _Ranked:
    return _Ranked(row.claim, row.event, Worth(row.worth, _grounds(row.grounds)))


def _grounds(text: str) -> tuple[Reason, ...]:
    return from_json(Worth, text).reasons if text else ()


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
