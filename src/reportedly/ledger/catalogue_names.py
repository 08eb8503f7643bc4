"""What catalogue searches have in common: names asked for in part, marks, intervals of days, pages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, false, select

from reportedly.ledger.catalogue_tables import CATALOGUE_MARK
from reportedly.model.search import Facet

_NAMES = 200
"""Names that one part of a name may stand for."""
_mark = CATALOGUE_MARK.c


def names_asked(connection: Connection, names: Select[Any], asked: str) -> list[str]:
    """Return the names that are the one asked for, whatever their case, or else those that hold it.

    Args:
        connection: an open transaction.
        names: the query for the names that there are.
        asked: a name, or part of one.
    """
    folded = asked.casefold().strip()
    there = list(connection.execute(names).scalars())
    same = [name for name in there if name.casefold() == folded]
    return sorted(same or [name for name in there if folded in name.casefold()])[:_NAMES]


def marks_asked(connection: Connection, about: str, facet: Facet, asked: str) -> Select[Any]:
    """Return the query for the numbers of what is marked with a name, or with one that holds it."""
    names = select(_mark.value).where(_mark.about == about, _mark.facet == facet.value).distinct()
    return marked(about, facet, names_asked(connection, names, asked))


def marked(about: str, facet: Facet, values: Sequence[str]) -> Select[Any]:
    """Return the query for the numbers of what is marked with one of some values."""
    wanted = _mark.value.in_(values) if values else false()
    return select(_mark.number).where(_mark.about == about, _mark.facet == facet.value, wanted)


def between(column: Column[str], first: date | None, last: date | None) -> list[ColumnElement[bool]]:
    """Return what must hold of a day; what has none is out of every interval."""
    wanted = [column >= first.isoformat()] if first else []
    return [*wanted, column <= last.isoformat(), column != ""] if last else wanted


def cut(query: Select[Any], page: int, size: int) -> Select[Any]:
    """Return the query for one page, counted from 1."""
    return query.limit(size).offset((max(page, 1) - 1) * size)
