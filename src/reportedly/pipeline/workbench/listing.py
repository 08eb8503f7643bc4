"""Events, claims and documents as pages list them: a page of each, chosen and ordered by the catalogue."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from pydantic import ValidationError

from reportedly.model.card import CardPage, CardQuery, EventCard
from reportedly.model.codec import from_json
from reportedly.model.entry import EntryKind
from reportedly.model.errors import LedgerDamaged
from reportedly.model.search import (
    ClaimQuery,
    DocumentQuery,
    Facet,
    FacetCounts,
    Hit,
    HitPage,
    PaperLine,
    PaperPage,
    page_of_document,
)
from reportedly.pipeline.workbench.bench import Bench

MOST_VALUES = 12
"""Values of one facet that are counted."""


def card_page(bench: Bench, query: CardQuery) -> CardPage:
    """Return one page of the events that fit; those that are gone since the catalogue was made are left out.

    Raises:
        LedgerDamaged: E285 where the catalogue holds no card where one should be.
    """
    with bench.book.finding() as index:
        total, rows = index.events(query).cards()
    return _page(bench, query, total, rows)


def counted_card_page(
    bench: Bench, query: CardQuery, only: Collection[Facet] = tuple(Facet)
) -> tuple[CardPage, tuple[FacetCounts, ...]]:
    """Return one page of the events that fit, and what they can be narrowed with; quicker than one by one.

    Args:
        bench: the open ledger.
        query: which events.
        only: the facets that are counted.

    Raises:
        LedgerDamaged: E285 where the catalogue holds no card where one should be.
    """
    with bench.book.finding() as index:
        events = index.events(query)
        (total, rows), facets = events.cards(), events.facets(MOST_VALUES, only)
    return _page(bench, query, total, rows), facets


def cards_of(bench: Bench, event_ids: Iterable[str]) -> dict[str, EventCard]:
    """Return the cards of some events by id; those that the catalogue does not hold are left out.

    Raises:
        LedgerDamaged: E285 where the catalogue holds no card where one should be.
    """
    with bench.book.finding() as index:
        rows = index.cards_of(event_ids)
    return {event: _card(bench, text) for event, text in rows.items()}


def card_facets(bench: Bench, query: CardQuery, only: Collection[Facet] = tuple(Facet)) -> tuple[FacetCounts, ...]:
    """Return what the events that fit can be narrowed with, with counts; only of some facets where these are given."""
    with bench.book.finding() as index:
        return index.events(query).facets(MOST_VALUES, only)


def claim_page(bench: Bench, query: ClaimQuery) -> HitPage:
    """Return one page of the claims that fit, with what they can be narrowed with.

    Claims that are gone since the catalogue was made are left out.
    """
    with bench.book.finding() as index:
        found = index.claims(query, MOST_VALUES)
        labels = index.labels(row.event for row in found.claims if row.event)
    rows = found.claims
    claims = {claim.id: claim for claim in bench.claims({row.claim for row in rows})}
    pages = {one.id: one for one in bench.documents({row.document for row in rows})}
    hits = (
        Hit(
            claim=claims[row.claim],
            document_id=row.document,
            outlet=page_of_document(pages[row.document]),
            title=pages[row.document].title or "",
            day=pages[row.document].day,
            event_id=row.event,
            event_label=labels.get(row.event, ""),
            grade=row.letter + row.digit,
        )
        for row in rows
        if row.claim in claims and row.document in pages
    )
    return HitPage(tuple(hits), found.total, query.page, query.size, found.facets, found.ranked)


def document_page(bench: Bench, query: DocumentQuery) -> PaperPage:
    """Return one page of the documents that fit."""
    with bench.book.finding() as index:
        total, rows = index.documents(query)
    there = bench.book.numbers(EntryKind.DOCUMENT, (row.document for row in rows))
    lines = (
        PaperLine(
            id=row.document,
            key=row.key,
            title=row.title,
            outlet=row.outlet,
            day=date.fromisoformat(row.day) if row.day else None,
            claims=row.claims,
            losses=row.losses,
            characters=row.characters,
        )
        for row in rows
        if row.document in there
    )
    return PaperPage(tuple(lines), total, query.page, query.size)


def document_facets(bench: Bench, query: DocumentQuery) -> tuple[FacetCounts, ...]:
    """Return the outlets to which the documents that fit can be narrowed, with counts."""
    with bench.book.finding() as index:
        values = index.outlets(query, MOST_VALUES)
    return (FacetCounts(Facet.OUTLET, values),) if values else ()


def _page(bench: Bench, query: CardQuery, total: int, rows: Sequence[tuple[str, str]]) -> CardPage:
    there = bench.book.numbers(EntryKind.EVENT, (event for event, _ in rows))
    cards = tuple(_card(bench, text) for event, text in rows if event in there)
    return CardPage(cards, total, query.page, query.size)


def _card(bench: Bench, text: str) -> EventCard:
    try:
        return from_json(EventCard, text)
    except ValidationError as error:
        advice = "make it anew with reportedly verify --rebuild, and open the workbench again; no entry is lost"
        raise LedgerDamaged("E285", "the catalogue is damaged", str(bench.book.path), advice) from error
