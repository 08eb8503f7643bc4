"""Find, order and count what the catalogue holds; nothing here reads an entry or a row that is not wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, false, func, literal, select, union_all

from reportedly.ledger import sqlite
from reportedly.ledger.catalogue import CLAIM, EVENT, DocumentRow
from reportedly.ledger.catalogue_tables import (
    CATALOGUE_CARD,
    CATALOGUE_CLAIM,
    CATALOGUE_DOCUMENT,
    CATALOGUE_EVENT,
    CATALOGUE_MARK,
)
from reportedly.model.card import CardQuery, CardSort
from reportedly.model.search import ClaimQuery, DocumentQuery, DocumentSort, Facet, FacetCount, FacetCounts

_NAMES = 200
"""Names that one part of a name may stand for."""
_event, _claim, _paper, _mark = CATALOGUE_EVENT.c, CATALOGUE_CLAIM.c, CATALOGUE_DOCUMENT.c, CATALOGUE_MARK.c

_OF_EVENTS: dict[Facet, Column[str]] = {Facet.KIND: _event.kind, Facet.LETTER: _event.letter, Facet.DIGIT: _event.digit}
_OF_CLAIMS: dict[Facet, Column[str]] = {
    Facet.SIDE: _claim.side,
    Facet.SOURCE_CLASS: _claim.source_class,
    Facet.LETTER: _claim.letter,
    Facet.DIGIT: _claim.digit,
    Facet.KIND: _claim.kind,
    Facet.SOURCE: _claim.source,
}
_MARKS_OF_EVENTS = (Facet.SIDE, Facet.MEASURE, Facet.SOURCE_CLASS, Facet.PLACE, Facet.SOURCE)
_MARKS_OF_CLAIMS = (Facet.MEASURE, Facet.PLACE)


class FoundClaim(NamedTuple):
    """A claim that fits, with what its row tells of its event."""

    claim: str
    document: str
    event: str
    letter: str
    digit: str


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
        numbers = self._connection.execute(_cut(page, query.page, query.size)).scalars().all()
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

    def claims(self, query: ClaimQuery) -> tuple[int, list[FoundClaim]]:
        """Return how many claims fit, and those on the wanted page in order."""
        wanted = self._claims_wanted(query)
        if wanted is None:
            return 0, []
        columns = (_claim.claim, _claim.document, _claim.event, _claim.letter, _claim.digit)
        page, counted = select(*columns).where(*wanted), select(_claim.number).where(*wanted)
        newest = (_claim.day.desc(), _claim.document, _claim.start, _claim.claim)
        if query.text:
            hit = sqlite.word_hits(sqlite.match_expression(query.text))
            page = page.join(hit, hit.c.number == _claim.number).order_by(hit.c.score, *newest)
            counted = counted.join(hit, hit.c.number == _claim.number)
        else:
            page = page.order_by(*newest)
        rows = self._connection.execute(_cut(page, query.page, query.size)).all()
        return self._count(counted), [FoundClaim(*row) for row in rows]

    def claim_facets(self, query: ClaimQuery, most: int) -> tuple[FacetCounts, ...]:
        """Return what the claims that fit can be narrowed with, the commonest values of each facet."""
        wanted = self._claims_wanted(query)
        if wanted is None:
            return ()
        hits = select(_claim.number, *_OF_CLAIMS.values()).where(*wanted)
        if query.text:
            hit = sqlite.word_hits(sqlite.match_expression(query.text))
            hits = hits.join(hit, hit.c.number == _claim.number)
        return self._facets(hits, tuple(_OF_CLAIMS), CLAIM, _MARKS_OF_CLAIMS, most)

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
        rows = self._connection.execute(_cut(page.order_by(*order), query.page, query.size)).all()
        return self._count(counted), [DocumentRow(*row) for row in rows]

    def outlets(self, most: int) -> tuple[FacetCount, ...]:
        """Return the outlets with most documents."""
        many = func.count()
        query = select(_paper.outlet, many).where(_paper.outlet != "").group_by(_paper.outlet)
        rows = self._connection.execute(query.order_by(many.desc(), _paper.outlet).limit(most))
        return tuple(FacetCount(name, count) for name, count in rows)

    def labels(self, events: Iterable[str]) -> dict[str, str]:
        """Return the headings of some events; unknown ones are left out."""
        both = select(_event.event, CATALOGUE_CARD.c.label).join(
            CATALOGUE_CARD, CATALOGUE_CARD.c.number == _event.number
        )
        rows = self._connection.execute(both.where(_event.event.in_(sorted(set(events)))))
        return {row.event: row.label for row in rows}

    def worthiest(self, first: int, most: int) -> list[tuple[str, float, str]]:
        """Return claims with what a look at each is worth and why, the most first; none that is worth nothing.

        Args:
            first: how many are passed over.
            most: how many are returned.
        """
        columns = select(_claim.claim, _claim.worth, _claim.grounds).where(_claim.worth > 0)
        ordered = columns.order_by(_claim.worth.desc(), _claim.claim).limit(most).offset(first)
        return [(claim, worth, grounds) for claim, worth, grounds in self._connection.execute(ordered)]

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
                wanted.append(_event.number.in_(_marked(EVENT, facet, [str(value)])))
        for facet, name in ((Facet.PLACE, query.place), (Facet.SOURCE, query.source)):
            if name:
                wanted.append(_event.number.in_(_marked(EVENT, facet, self._names(EVENT, facet, name))))
        if query.text:
            expression = sqlite.match_expression(query.text)
            if not expression:
                return None
            hit = sqlite.word_hits(expression)
            told = select(_claim.event).join(hit, hit.c.number == _claim.number).where(_claim.event != "")
            wanted.append(_event.event.in_(told))
        return wanted

    def _claims_wanted(self, query: ClaimQuery) -> list[ColumnElement[bool]] | None:
        if query.text and not sqlite.match_expression(query.text):
            return None
        digit = None if query.digit is None else str(int(query.digit))
        wanted = [
            *_equal(
                (_claim.side, query.side or None),
                (_claim.source_class, query.source_class),
                (_claim.letter, query.letter),
                (_claim.digit, digit),
                (_claim.kind, query.kind),
            ),
            *_between(_claim.day, query.first, query.last),
        ]
        if query.measure:
            wanted.append(_claim.number.in_(_marked(CLAIM, Facet.MEASURE, [query.measure.value])))
        if query.place:
            places = self._names(CLAIM, Facet.PLACE, query.place)
            wanted.append(_claim.number.in_(_marked(CLAIM, Facet.PLACE, places)))
        if query.source:
            wanted.append(_claim.source.in_(self._fitting(select(_claim.source).distinct(), query.source)))
        return wanted

    def _documents_wanted(self, query: DocumentQuery) -> list[ColumnElement[bool]]:
        wanted = list(_between(_paper.day, query.first, query.last))
        if query.outlet:
            wanted.append(_paper.outlet.in_(self._fitting(select(_paper.outlet).distinct(), query.outlet)))
        return wanted

    def _names(self, about: str, facet: Facet, asked: str) -> list[str]:
        names = select(_mark.value).where(_mark.about == about, _mark.facet == facet.value).distinct()
        return self._fitting(names, asked)

    def _fitting(self, names: Select[Any], asked: str) -> list[str]:
        """Return the names that are the one asked for, whatever their case, or else those that hold it."""
        folded = asked.casefold().strip()
        there = list(self._connection.execute(names).scalars())
        same = [name for name in there if name.casefold() == folded]
        return sorted(same or [name for name in there if folded in name.casefold()])[:_NAMES]

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


def _marked(about: str, facet: Facet, values: Sequence[str]) -> Select[Any]:
    wanted = _mark.value.in_(values) if values else false()
    return select(_mark.number).where(_mark.about == about, _mark.facet == facet.value, wanted)


def _equal(*pairs: tuple[Column[str], object]) -> list[ColumnElement[bool]]:
    return [column == value for column, value in pairs if value is not None]


def _between(column: Column[str], first: date | None, last: date | None) -> list[ColumnElement[bool]]:
    wanted = [column >= first.isoformat()] if first else []
    return [*wanted, column <= last.isoformat(), column != ""] if last else wanted


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


def _cut(query: Select[Any], page: int, size: int) -> Select[Any]:
    return query.limit(size).offset((max(page, 1) - 1) * size)
