"""The queue of review as the catalogue holds it: claims in the order of what a look at each is worth."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, func, select

from reportedly.ledger.catalogue_tables import CATALOGUE_CLAIM

_claim = CATALOGUE_CLAIM.c
_COLUMNS = (_claim.claim, _claim.event, _claim.source, _claim.worth, _claim.grounds)
_MANY = 400
"""Values in one query."""


class WorthRow(NamedTuple):
    """One claim of the queue."""

    claim: str
    event: str
    source: str
    """Name of its origin."""
    worth: float
    grounds: str
    """Why, as JSON."""


class WorthFinder:
    """The tables of the catalogue within one transaction, in order of worth; claims worth nothing are passed over."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the caller's transaction."""
        self._connection = connection

    def rows(self, event: str, source: str, first: int, most: int) -> list[WorthRow]:
        """Return claims, the most worth first, equal ones by id.

        Args:
            event: beginning of the id of their event; empty = any.
            source: part of the name of their origin, whatever its case; empty = any.
            first: how many are passed over.
            most: how many are returned.
        """
        columns = select(*_COLUMNS).where(*_wanted(event, source))
        ordered = columns.order_by(_claim.worth.desc(), _claim.claim.desc()).limit(most).offset(first)
        return [WorthRow(*row) for row in self._connection.execute(ordered)]

    def count(self, event: str, source: str) -> int:
        """Return how many claims fit."""
        query = select(func.count()).select_from(CATALOGUE_CLAIM).where(*_wanted(event, source))
        return self._connection.execute(query).scalar_one()

    def of(self, claims: Collection[str]) -> list[WorthRow]:
        """Return what is held of some claims, the most worth first; those worth nothing are among them."""
        wanted, found = sorted(claims), list[WorthRow]()
        for start in range(0, len(wanted), _MANY):
            some = _claim.claim.in_(wanted[start : start + _MANY])
            query = select(*_COLUMNS).where(some)
            found += [WorthRow(*row) for row in self._connection.execute(query)]
        return sorted(found, key=lambda row: (-row.worth, row.claim))


def _wanted(event: str, source: str) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = [_claim.worth > 0]
    if event:
        wanted += [_claim.event >= event, _claim.event < event + "\U0010ffff"]
    if source:
        named = func.lower(_claim.source).contains(source.lower(), autoescape=True)
        wanted.append(_claim.source.in_(select(_claim.source).where(named).distinct()))
    return wanted
