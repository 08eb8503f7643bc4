"""Events of a ledger as the dossier lists them."""

from __future__ import annotations

from reportedly.model.card import CardPage, CardQuery, EventCard
from reportedly.model.document import Document
from reportedly.model.entry import EntryKind
from reportedly.model.event import Event
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.cards import card_of
from reportedly.pipeline.workbench.matters import event_dossier


def card_page(bench: Bench, query: CardQuery) -> CardPage:
    """Return the cards that a page of the dossier lists."""
    every = (card_of(event_dossier(bench, one)) for one in bench.book.subjects(EntryKind.EVENT))
    cards = sorted((one for one in every if _fits(one, query)), key=lambda one: (-one.interest.value, one.event_id))
    start = (query.page - 1) * query.size
    return CardPage(tuple(cards[start : start + query.size]), len(cards), query.page, query.size)


def _fits(card: EventCard, query: CardQuery) -> bool:
    return (
        (query.kind is None or card.kind is query.kind)
        and (not query.side or query.side in card.sides)
        and (query.measure is None or query.measure in card.measures)
        and (not query.alarms or bool(card.alarms))
        and (not query.contested or card.contested)
    )


def all_events(bench: Bench, limit: int) -> tuple[Event, ...]:
    """Return the first events in order of id."""
    return bench.events(bench.book.subjects(EntryKind.EVENT)[:limit])


def all_documents(bench: Bench, limit: int) -> tuple[Document, ...]:
    """Return the first documents in order of publication."""
    return bench.documents(bench.book.subjects(EntryKind.DOCUMENT)[:limit])
