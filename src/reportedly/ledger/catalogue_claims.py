"""Find claims by words, names, days and traits, and count with what they can be narrowed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, Select, Subquery, func, select

from reportedly.ledger import sqlite
from reportedly.ledger.catalogue import CLAIM
from reportedly.ledger.catalogue_names import between, cut, marks_asked, names_asked
from reportedly.ledger.catalogue_profiles import BROAD, Profiles
from reportedly.ledger.catalogue_tables import CATALOGUE_CLAIM, CATALOGUE_MARK, CATALOGUE_TRAIT
from reportedly.model.search import ClaimQuery, Facet, FacetCount, FacetCounts

_claim, _trait, _mark = CATALOGUE_CLAIM.c, CATALOGUE_TRAIT.c, CATALOGUE_MARK.c


class FoundClaim(NamedTuple):
    """A claim that fits, with what its row tells of its event."""

    claim: str
    document: str
    event: str
    letter: str
    digit: str


class FoundClaims(NamedTuple):
    """One page of the claims that fit."""

    total: int
    """Claims that fit, on all pages."""
    claims: list[FoundClaim]
    facets: tuple[FacetCounts, ...]
    ranked: bool
    """Whether they are few enough to be ranked by words; if not, those recorded last come first."""


class ClaimFinder:
    """Searches claims within one transaction."""

    def __init__(self, connection: Connection, query: ClaimQuery) -> None:
        """Keep what is wanted."""
        self._connection = connection
        self._query = query
        expression = sqlite.match_expression(query.text)
        self._hit = sqlite.word_hits(expression) if expression else None
        self._profiles = Profiles(connection)

    def found(self, most: int) -> FoundClaims:
        """Return the claims on the wanted page, how many fit, and with what they can be narrowed.

        Args:
            most: the largest number of values of one facet.
        """
        if self._query.text and self._hit is None:
            return FoundClaims(0, [], (), ranked=True)
        fitting = self._fitting()
        by = (_trait.profile, _trait.grade)
        grouped = fitting.with_only_columns(*by, func.count()).group_by(*by)
        counts = {(row[0], row[1]): row[2] for row in self._connection.execute(grouped)}
        total = sum(counts.values())
        facets = self._profiles.facets(counts, most)
        if total <= BROAD:
            facets += self._narrow_facets(fitting, most)
        rows = self._rows(self._page(fitting, self._hit, ranked=total <= BROAD))
        return FoundClaims(total, rows, tuple(facets), total <= BROAD)

    def _fitting(self) -> Select[Any]:
        query = self._query
        fitting = select(_trait.number)
        if self._hit is not None:
            fitting = fitting.join(self._hit, self._hit.c.number == _trait.number)
        told = list(between(_claim.day, query.first, query.last))
        if query.source:
            there = select(_claim.source).distinct()
            told.append(_claim.source.in_(names_asked(self._connection, there, query.source)))
        if told:
            fitting = fitting.join(CATALOGUE_CLAIM, _claim.number == _trait.number).where(*told)
        asked = _traits_of(query)
        if any(asked.values()):
            fitting = fitting.where(_trait.profile.in_(self._profiles.having(asked)))
        if query.letter:
            fitting = fitting.where(func.substr(_trait.grade, 1, 1) == query.letter.value)
        if query.digit:
            fitting = fitting.where(func.substr(_trait.grade, 2) == str(int(query.digit)))
        if query.place:
            fitting = fitting.where(_trait.number.in_(marks_asked(self._connection, CLAIM, Facet.PLACE, query.place)))
        return fitting

    def _page(self, fitting: Select[Any], hit: Subquery | None, *, ranked: bool) -> list[int]:
        """Return the numbers of the claims on the wanted page in order."""
        if hit is not None:
            order = (hit.c.score, _trait.number) if ranked else (hit.c.number.desc(),)
            fitting = fitting.order_by(*order)
        else:
            inside = fitting.scalar_subquery()
            fitting = select(_claim.number).order_by(_claim.day.desc(), _claim.document.desc(), _claim.start)
            if self._query != ClaimQuery(page=self._query.page, size=self._query.size):
                fitting = fitting.where(_claim.number.in_(inside))
        return list(self._connection.execute(cut(fitting, self._query.page, self._query.size)).scalars())

    def _rows(self, numbers: Sequence[int]) -> list[FoundClaim]:
        columns = (_claim.number, _claim.claim, _claim.document, _claim.event, _claim.letter, _claim.digit)
        rows = self._connection.execute(select(*columns).where(_claim.number.in_(numbers)))
        found = {row.number: FoundClaim(row.claim, row.document, row.event, row.letter, row.digit) for row in rows}
        return [found[number] for number in numbers if number in found]

    def _narrow_facets(self, fitting: Select[Any], most: int) -> list[FacetCounts]:
        """Return how many claims each place and each source has; asked only where they are few."""
        inside = fitting.scalar_subquery()
        places = select(_mark.value, func.count()).where(
            _mark.about == CLAIM, _mark.facet == Facet.PLACE.value, _mark.number.in_(inside)
        )
        sources = select(_claim.source, func.count()).where(_claim.source != "", _claim.number.in_(inside))
        return [
            *self._counted(Facet.PLACE, places, _mark.value, most),
            *self._counted(Facet.SOURCE, sources, _claim.source, most),
        ]

    def _counted(self, facet: Facet, query: Select[Any], by: Column[str], most: int) -> list[FacetCounts]:
        ordered = query.group_by(by).order_by(func.count().desc(), by).limit(most)
        values = tuple(FacetCount(value, count) for value, count in self._connection.execute(ordered))
        return [FacetCounts(facet, values)] if values else []


def _traits_of(query: ClaimQuery) -> dict[Facet, object]:
    """Return what a query asks of a claim's profile."""
    return {
        Facet.SIDE: query.side,
        Facet.MEASURE: query.measure,
        Facet.SOURCE_CLASS: query.source_class,
        Facet.KIND: query.kind,
    }
