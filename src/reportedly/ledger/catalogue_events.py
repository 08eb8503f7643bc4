"""Find events by words, names, days and traits, and count with what they can be narrowed."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, false, func, select

from reportedly.ledger import sqlite
from reportedly.ledger.catalogue import EVENT
from reportedly.ledger.catalogue_names import cut, marks_asked
from reportedly.ledger.catalogue_profiles import BROAD, Profiles
from reportedly.ledger.catalogue_tables import CATALOGUE_CARD, CATALOGUE_EVENT, CATALOGUE_MARK, CATALOGUE_TRAIT
from reportedly.model.card import CardQuery, CardSort
from reportedly.model.search import Facet, FacetCount, FacetCounts

_event, _trait, _mark = CATALOGUE_EVENT.c, CATALOGUE_TRAIT.c, CATALOGUE_MARK.c
_NAMED = (Facet.PLACE, Facet.SOURCE)


class EventFinder:
    """Searches events within one transaction."""

    def __init__(self, connection: Connection, query: CardQuery) -> None:
        """Keep what is wanted."""
        self._connection = connection
        self._profiles = Profiles(connection)
        self._wanted = self._conditions(query)
        self._query = query

    def cards(self) -> tuple[int, list[tuple[str, str]]]:
        """Return how many events fit, and id and card of those on the wanted page in order."""
        page = select(_event.number).where(*self._wanted).order_by(*_order(self._query.sort))
        numbers = list(self._connection.execute(cut(page, self._query.page, self._query.size)).scalars())
        both = select(_event.number, _event.event, CATALOGUE_CARD.c.card).join(
            CATALOGUE_CARD, CATALOGUE_CARD.c.number == _event.number
        )
        rows = self._connection.execute(both.where(_event.number.in_(numbers)))
        found = {row.number: (row.event, row.card) for row in rows}
        counted = select(func.count()).select_from(CATALOGUE_EVENT).where(*self._wanted)
        return self._connection.execute(counted).scalar_one(), [found[one] for one in numbers if one in found]

    def facets(self, most: int, only: Collection[Facet] = tuple(Facet)) -> tuple[FacetCounts, ...]:
        """Return what the events that fit can be narrowed with, the commonest values of each facet.

        Sources and places are counted where few events fit, or where all do.

        Args:
            most: values of one facet that are counted.
            only: the facets that are wanted.
        """
        by = (_event.profile, _event.letter, _event.digit)
        grouped = select(*by, func.count()).where(*self._wanted).group_by(*by)
        counts = {(row[0], f"{row[1]}{row[2]}"): row[3] for row in self._connection.execute(grouped)}
        facets = [one for one in self._profiles.facets(counts, most) if one.facet in only]
        if not self._wanted or sum(counts.values()) <= BROAD:
            for facet in _NAMED:
                facets += self._names(facet, most) if facet in only else []
        return tuple(facets)

    def _names(self, facet: Facet, most: int) -> list[FacetCounts]:
        many = func.count()
        found = select(_mark.value, many).where(_mark.about == EVENT, _mark.facet == facet.value)
        if self._wanted:
            found = found.where(_mark.number.in_(select(_event.number).where(*self._wanted)))
        ordered = found.group_by(_mark.value).order_by(many.desc(), _mark.value).limit(most)
        values = tuple(FacetCount(value, count) for value, count in self._connection.execute(ordered))
        return [FacetCounts(facet, values)] if values else []

    def _conditions(self, query: CardQuery) -> list[ColumnElement[bool]]:
        """Return what must hold of an event."""
        wanted = [
            *_equal((_event.kind, query.kind), (_event.letter, query.letter), (_event.digit, query.digit)),
            *([_event.contested == 1] if query.contested else []),
            *([_event.alarms > 0] if query.alarms else []),
            *([_event.last >= query.first.isoformat()] if query.first else []),
            *([_event.first <= query.last.isoformat(), _event.first != ""] if query.last else []),
        ]
        asked = {Facet.SIDE: query.side, Facet.MEASURE: query.measure, Facet.SOURCE_CLASS: query.source_class}
        if any(asked.values()):
            wanted.append(_event.profile.in_(self._profiles.having(asked)))
        for facet, name in ((Facet.PLACE, query.place), (Facet.SOURCE, query.source)):
            if name:
                wanted.append(_event.number.in_(marks_asked(self._connection, EVENT, facet, name)))
        if query.text:
            told = self._connection.execute(_told(query.text)).scalars().all()
            wanted.append(_event.number.in_(sqlite.listed(told)))
        return wanted


def _told(text: str) -> Select[Any]:
    """Return the query for the events of claims that hold every word of a text."""
    expression = sqlite.match_expression(text)
    if not expression:
        return select(_trait.event_number).where(false())
    hit = sqlite.word_hits(expression)
    return select(_trait.event_number).join(hit, hit.c.number == _trait.number).distinct()


def _equal(*pairs: tuple[Column[str], object]) -> list[ColumnElement[bool]]:
    return [column == value for column, value in pairs if value is not None]


def _order(sort: CardSort) -> tuple[ColumnElement[Any], ...]:
    interest = (_event.interest.desc(), _event.event.desc())
    return {
        CardSort.INTEREST: interest,
        CardSort.NEWEST: (_event.newest.desc(), *interest),
        CardSort.FIRST_DAY: ((_event.first == ""), _event.first, *interest),
        CardSort.ORIGINS: (_event.origins.desc(), *interest),
    }[sort]
