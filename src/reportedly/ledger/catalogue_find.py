"""Find, order and count what the catalogue holds; nothing here reads an entry or a row that is not wanted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, literal, select, tuple_

from reportedly.ledger import sqlite
from reportedly.ledger.catalogue import EVENT, DocumentRow
from reportedly.ledger.catalogue_claims import ClaimFinder, FoundClaims
from reportedly.ledger.catalogue_events import EventFinder
from reportedly.ledger.catalogue_names import between, cut, names_asked
from reportedly.ledger.catalogue_profiles import BROAD
from reportedly.ledger.catalogue_tables import (
    CATALOGUE_CARD,
    CATALOGUE_CLAIM,
    CATALOGUE_DOCUMENT,
    CATALOGUE_EVENT,
    CATALOGUE_MARK,
    CATALOGUE_TRAIT,
)
from reportedly.model.card import CardQuery
from reportedly.model.search import ClaimQuery, DocumentQuery, DocumentSort, Facet, FacetCount

_event, _claim, _paper = CATALOGUE_EVENT.c, CATALOGUE_CLAIM.c, CATALOGUE_DOCUMENT.c
_mark, _trait = CATALOGUE_MARK.c, CATALOGUE_TRAIT.c


class CatalogueFinder:
    """The tables of the catalogue within one transaction, as far as they are searched."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the caller's transaction."""
        self._connection = connection

    def events(self, query: CardQuery) -> EventFinder:
        """Return the search for events, to be asked for cards and for counts."""
        return EventFinder(self._connection, query)

    def claims(self, query: ClaimQuery, most: int) -> FoundClaims:
        """Return the claims on the wanted page, how many fit, and with what they can be narrowed."""
        return ClaimFinder(self._connection, query).found(most)

    def documents(self, query: DocumentQuery) -> tuple[int, list[DocumentRow]]:
        """Return how many documents fit, and those on the wanted page in order."""
        if query.text and not sqlite.match_expression(query.text):
            return 0, []
        wanted = self._documents_wanted(query)
        page, counted = select(CATALOGUE_DOCUMENT).where(*wanted), select(_paper.number).where(*wanted)
        order = _order_of_documents(query.sort or DocumentSort.NEWEST)
        if query.text:
            hit = sqlite.word_hits(sqlite.match_expression(query.text))
            page, counted = (one.join(hit, hit.c.number == _paper.number) for one in (page, counted))
            total = self._count(counted)
            by_words = (hit.c.score, *order) if total <= BROAD else (hit.c.number.desc(),)
            order = order if query.sort else by_words
        else:
            total = self._count(counted)
        rows = self._connection.execute(cut(page.order_by(*order), query.page, query.size)).all()
        return total, [DocumentRow(*row) for row in rows]

    def origins(self) -> int:
        """Return how many names of origins stand behind events."""
        of_events = _mark.about == EVENT, _mark.facet == Facet.SOURCE.value
        return self._connection.execute(select(func.count(_mark.value.distinct())).where(*of_events)).scalar_one()

    def newest(self) -> str:
        """Return the day of the newest document; empty where none has a day."""
        return self._connection.execute(select(func.max(_paper.day))).scalar_one() or ""

    def beside(self, document: str) -> tuple[DocumentRow | None, DocumentRow | None]:
        """Return the documents before and after one by day, then id; None at the ends, and for one without a day."""
        day = self._connection.execute(select(_paper.day).where(_paper.document == document)).scalar()
        if not day:
            return None, None
        place, here = tuple_(_paper.day, _paper.document), tuple_(literal(day), literal(document))
        before = select(CATALOGUE_DOCUMENT).where(place < here, _paper.day != "")
        after = select(CATALOGUE_DOCUMENT).where(place > here)
        earlier = before.order_by(_paper.day.desc(), _paper.document.desc()).limit(1)
        later = after.order_by(_paper.day, _paper.document).limit(1)
        rows = (self._connection.execute(query).one_or_none() for query in (earlier, later))
        one, other = (None if row is None else DocumentRow(*row) for row in rows)
        return one, other

    def said_by(self, source: str) -> int:
        """Return how many claims have an origin of just this name."""
        query = select(func.count()).select_from(CATALOGUE_CLAIM).where(_claim.source == source)
        return self._connection.execute(query).scalar_one()

    def with_origin(self, documents: Iterable[str]) -> dict[str, int]:
        """Return how many claims of some documents have a recorded origin; documents without such are left out."""
        wanted = _claim.document.in_(sorted(set(documents)))
        counted = select(_claim.document, func.count()).where(wanted, _claim.source != "").group_by(_claim.document)
        return {document: int(count) for document, count in self._connection.execute(counted)}

    def outlets(self, query: DocumentQuery, most: int) -> tuple[FacetCount, ...]:
        """Return the outlets with most documents among those that fit."""
        if query.text and not sqlite.match_expression(query.text):
            return ()
        many = func.count()
        found = select(_paper.outlet, many).where(_paper.outlet != "", *self._documents_wanted(query))
        if query.text:
            hit = sqlite.word_hits(sqlite.match_expression(query.text))
            found = found.join(hit, hit.c.number == _paper.number)
        ordered = found.group_by(_paper.outlet).order_by(many.desc(), _paper.outlet).limit(most)
        return tuple(FacetCount(name, count) for name, count in self._connection.execute(ordered))

    def cards_of(self, events: Iterable[str]) -> dict[str, str]:
        """Return the cards of some events by id; unknown ones are left out."""
        both = select(_event.event, CATALOGUE_CARD.c.card).join(
            CATALOGUE_CARD, CATALOGUE_CARD.c.number == _event.number
        )
        rows = self._connection.execute(both.where(_event.event.in_(sorted(set(events)))))
        return {row.event: row.card for row in rows}

    def labels(self, events: Iterable[str]) -> dict[str, str]:
        """Return the headings of some events; unknown ones are left out."""
        both = select(_event.event, CATALOGUE_CARD.c.label).join(
            CATALOGUE_CARD, CATALOGUE_CARD.c.number == _event.number
        )
        rows = self._connection.execute(both.where(_event.event.in_(sorted(set(events)))))
        return {row.event: row.label for row in rows}

    def _documents_wanted(self, query: DocumentQuery) -> list[ColumnElement[bool]]:
        wanted = list(between(_paper.day, query.first, query.last))
        if query.outlet:
            wanted.append(
                _paper.outlet.in_(names_asked(self._connection, select(_paper.outlet).distinct(), query.outlet))
            )
        if query.lossy:
            wanted.append(_paper.losses > 0)
        return wanted

    def _count(self, query: Select[Any]) -> int:
        return self._connection.execute(select(func.count()).select_from(query.subquery())).scalar_one()


def _order_of_documents(sort: DocumentSort) -> tuple[ColumnElement[Any], ...]:
    newest = (_paper.day.desc(), _paper.document.desc())
    return {
        DocumentSort.NEWEST: newest,
        DocumentSort.OLDEST: ((_paper.day == ""), _paper.day, _paper.document),
        DocumentSort.CLAIMS: (_paper.claims.desc(), *newest),
        DocumentSort.OUTLET: (_paper.outlet, *newest),
    }[sort]
