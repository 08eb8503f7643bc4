"""Find, order and count what the catalogue holds; nothing here reads an entry or a row that is not wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, func, literal, select, tuple_, union_all

from reportedly.ledger import sqlite
from reportedly.ledger.catalogue import EVENT, DocumentRow
from reportedly.ledger.catalogue_claims import ClaimFinder, FoundClaims
from reportedly.ledger.catalogue_names import between, cut, marked, marks_asked, names_asked
from reportedly.ledger.catalogue_tables import (
    CATALOGUE_CARD,
    CATALOGUE_CLAIM,
    CATALOGUE_DOCUMENT,
    CATALOGUE_EVENT,
    CATALOGUE_MARK,
    CATALOGUE_TRAIT,
)
from reportedly.model.card import CardQuery, CardSort
from reportedly.model.search import ClaimQuery, DocumentQuery, DocumentSort, Facet, FacetCount, FacetCounts

_event, _claim, _paper = CATALOGUE_EVENT.c, CATALOGUE_CLAIM.c, CATALOGUE_DOCUMENT.c
_mark, _trait = CATALOGUE_MARK.c, CATALOGUE_TRAIT.c

_OF_EVENTS: dict[Facet, Column[str]] = {Facet.KIND: _event.kind, Facet.LETTER: _event.letter, Facet.DIGIT: _event.digit}
_MARKS_OF_EVENTS = (Facet.SIDE, Facet.MEASURE, Facet.SOURCE_CLASS, Facet.PLACE, Facet.SOURCE)


class CatalogueFinder:
    """The tables of the catalogue within one transaction, as far as they are searched."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the caller's transaction."""
        self._connection = connection

    def cards(self, query: CardQuery) -> tuple[int, list[tuple[str, str]]]:
        """Return how many events fit, and id and card of those on the wanted page in order."""
        wanted = self._events_wanted(query)
        if wanted is None:
            return 0, []
        page = select(_event.number).where(*wanted).order_by(*_order_of_events(query.sort))
        numbers = self._connection.execute(cut(page, query.page, query.size)).scalars().all()
        both = select(_event.number, _event.event, CATALOGUE_CARD.c.card).join(
            CATALOGUE_CARD, CATALOGUE_CARD.c.number == _event.number
        )
        rows = self._connection.execute(both.where(_event.number.in_(numbers)))
        found = {row.number: (row.event, row.card) for row in rows}
        return self._count(select(_event.number).where(*wanted)), [found[one] for one in numbers if one in found]

    def card_facets(self, query: CardQuery, most: int) -> tuple[FacetCounts, ...]:
        """Return what the events that fit can be narrowed with, the commonest values of each facet."""
        wanted = self._events_wanted(query)
        if wanted is None:
            return ()
        hits = select(_event.number, *_OF_EVENTS.values()).where(*wanted)
        return self._facets(hits, tuple(_OF_EVENTS), EVENT, _MARKS_OF_EVENTS, most)

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
            order = order if query.sort else (hit.c.score, *order)
        rows = self._connection.execute(cut(page.order_by(*order), query.page, query.size)).all()
        return self._count(counted), [DocumentRow(*row) for row in rows]

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

    def labels(self, events: Iterable[str]) -> dict[str, str]:
        """Return the headings of some events; unknown ones are left out."""
        both = select(_event.event, CATALOGUE_CARD.c.label).join(
            CATALOGUE_CARD, CATALOGUE_CARD.c.number == _event.number
        )
        rows = self._connection.execute(both.where(_event.event.in_(sorted(set(events)))))
        return {row.event: row.label for row in rows}

    def _events_wanted(self, query: CardQuery) -> list[ColumnElement[bool]] | None:
        """Return what must hold of an event; None where nothing can fit."""
        wanted = [
            *_equal((_event.kind, query.kind), (_event.letter, query.letter), (_event.digit, query.digit)),
            *([_event.contested == 1] if query.contested else []),
            *([_event.alarms > 0] if query.alarms else []),
            *([_event.last >= query.first.isoformat()] if query.first else []),
            *([_event.first <= query.last.isoformat(), _event.first != ""] if query.last else []),
        ]
        exact = ((Facet.SIDE, query.side), (Facet.MEASURE, query.measure), (Facet.SOURCE_CLASS, query.source_class))
        for facet, value in exact:
            if value:
                wanted.append(_event.number.in_(marked(EVENT, facet, [str(value)])))
        for facet, name in ((Facet.PLACE, query.place), (Facet.SOURCE, query.source)):
            if name:
                wanted.append(_event.number.in_(marks_asked(self._connection, EVENT, facet, name)))
        if query.text:
            expression = sqlite.match_expression(query.text)
            if not expression:
                return None
            hit = sqlite.word_hits(expression)
            told = select(_trait.event_number).join(hit, hit.c.number == _trait.number)
            wanted.append(_event.number.in_(told))
        return wanted

    def _documents_wanted(self, query: DocumentQuery) -> list[ColumnElement[bool]]:
        wanted = list(between(_paper.day, query.first, query.last))
        if query.outlet:
            wanted.append(
                _paper.outlet.in_(names_asked(self._connection, select(_paper.outlet).distinct(), query.outlet))
            )
        if query.lossy:
            wanted.append(_paper.losses > 0)
        return wanted

    def _facets(
        self, hits: Select[Any], columns: Sequence[Facet], about: str, marks: Sequence[Facet], most: int
    ) -> tuple[FacetCounts, ...]:
        found = hits.cte("found")
        many = func.count().label("many")
        parts = []
        for place, facet in enumerate(columns, start=1):
            value = list(found.c)[place]
            part = select(literal(facet.value).label("facet"), value.label("value"), many).where(value != "")
            parts.append(part.group_by(value).order_by(many.desc(), value).limit(most))
        for facet in marks:
            part = select(literal(facet.value).label("facet"), _mark.value.label("value"), many).join(
                found, and_(found.c.number == _mark.number, _mark.about == about, _mark.facet == facet.value)
            )
            parts.append(part.group_by(_mark.value).order_by(many.desc(), _mark.value).limit(most))
        rows = self._connection.execute(union_all(*(select(part.subquery()) for part in parts))).all()
        counts: dict[str, list[FacetCount]] = {}
        for facet, value, count in rows:
            counts.setdefault(facet, []).append(FacetCount(str(value), count))
        return tuple(FacetCounts(facet, tuple(counts[facet])) for facet in Facet if facet in counts)

    def _count(self, query: Select[Any]) -> int:
        return self._connection.execute(select(func.count()).select_from(query.subquery())).scalar_one()


def _equal(*pairs: tuple[Column[str], object]) -> list[ColumnElement[bool]]:
    return [column == value for column, value in pairs if value is not None]


def _order_of_events(sort: CardSort) -> tuple[ColumnElement[Any], ...]:
    interest = (_event.interest.desc(), _event.event.desc())
    return {
        CardSort.INTEREST: interest,
        CardSort.NEWEST: (_event.newest.desc(), *interest),
        CardSort.FIRST_DAY: ((_event.first == ""), _event.first, *interest),
        CardSort.ORIGINS: (_event.origins.desc(), *interest),
    }[sort]


def _order_of_documents(sort: DocumentSort) -> tuple[ColumnElement[Any], ...]:
    newest = (_paper.day.desc(), _paper.document.desc())
    return {
        DocumentSort.NEWEST: newest,
        DocumentSort.OLDEST: ((_paper.day == ""), _paper.day, _paper.document),
        DocumentSort.CLAIMS: (_paper.claims.desc(), *newest),
        DocumentSort.OUTLET: (_paper.outlet, *newest),
    }[sort]
