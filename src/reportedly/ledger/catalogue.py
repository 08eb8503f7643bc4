"""The catalogue: what pages list, find and count, kept in tables of its own so that no page reads all entries.

Everything here is derived from the entries and may be dropped at any time; what the rows mean is the caller's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from sqlalchemy import Column, ColumnElement, Connection, Table, delete, func, insert, select, update

from reportedly.ledger.catalogue_tables import (
    CATALOGUE_CARD,
    CATALOGUE_CLAIM,
    CATALOGUE_DOCUMENT,
    CATALOGUE_EVENT,
    CATALOGUE_MARK,
    CATALOGUE_PROFILE,
    CATALOGUE_STATE,
    CATALOGUE_TABLES,
    CATALOGUE_TRAIT,
)
from reportedly.ledger.tables import CURRENT

_MANY = 400
"""Values in one query."""
EVENT, CLAIM = "event", "claim"
"""What a mark is about."""

Item = TypeVar("Item")


class CatalogueState(NamedTuple):
    """How far the catalogue reaches."""

    number: int
    """The entry up to which it holds."""
    settings: str
    """A key of the settings under which it was made."""


class EventRow(NamedTuple):
    """One event; days that are not known are empty."""

    number: int
    """The entry that holds the event."""
    event: str
    evidence: str
    """Subject under which its evidence is recorded."""
    kind: str
    letter: str
    digit: int
    confidence: str
    contested: int
    alarms: int
    pages: int
    origins: int
    first: str
    last: str
    newest: str
    interest: float
    profile: int


class CardRow(NamedTuple):
    """What a list prints of an event."""

    number: int
    label: str
    card: str
    """JSON."""


class ClaimRow(NamedTuple):
    """One claim; what is not known is empty."""

    number: int
    """The entry that holds the claim."""
    claim: str
    document: str
    start: int
    """Where it begins in the document."""
    event: str
    testimony: str
    source: str
    """Name of its origin."""
    letter: str
    """Grade of its event."""
    digit: str
    day: str
    """Day of the document."""
    worth: float
    """What looking at it is worth."""
    grounds: str
    """Why, as JSON; empty where nothing was worked out."""


class TraitRow(NamedTuple):
    """One claim in the narrow form in which claims are counted."""

    number: int
    """The entry that holds the claim."""
    event_number: int
    """The entry that holds its event; 0 where it is in none."""
    profile: int
    grade: str
    """Letter and digit of its event; empty where it is in none."""


class ProfileRow(NamedTuple):
    """One combination of what claims and events are counted by."""

    profile: int
    traits: str
    """Facet -> values, as JSON."""


class DocumentRow(NamedTuple):
    """One document without its text."""

    number: int
    """The entry that holds the document."""
    document: str
    key: str
    title: str
    outlet: str
    day: str
    claims: int
    losses: int
    characters: int


class MarkRow(NamedTuple):
    """One of several things that an event or a claim has."""

    about: str
    """``EVENT`` or ``CLAIM``."""
    facet: str
    value: str
    number: int
    """The entry that holds the event or the claim."""


class CatalogueIndex:
    """The tables of the catalogue within one transaction, as far as they are kept up to date."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the caller's transaction."""
        self._connection = connection

    def state(self) -> CatalogueState | None:
        """Return how far the catalogue reaches; None where it holds nothing."""
        row = self._connection.execute(select(CATALOGUE_STATE)).one_or_none()
        return None if row is None else CatalogueState(row.number, row.settings)

    def set_state(self, state: CatalogueState) -> None:
        """Say how far the catalogue reaches."""
        self._connection.execute(delete(CATALOGUE_STATE))
        self._connection.execute(insert(CATALOGUE_STATE), state._asdict())

    def clear(self) -> None:
        """Empty all tables."""
        for table in CATALOGUE_TABLES:
            self._connection.execute(delete(table))

    def is_whole(self) -> bool:
        """Say whether there is one row for each event and document of the current view, by their number."""
        for kind, table in (("event", CATALOGUE_EVENT), ("document", CATALOGUE_DOCUMENT)):
            held = self._count(CURRENT, CURRENT.c.kind == kind)
            if held != self._count(table):
                return False
        return self._count(CATALOGUE_EVENT) == self._count(CATALOGUE_CARD)

    def _count(self, table: Table, *wanted: ColumnElement[bool]) -> int:
        query = select(func.count()).select_from(table).where(*wanted)
        return self._connection.execute(query).scalar_one()

    def put_events(self, rows: Iterable[tuple[EventRow, CardRow]]) -> None:
        """Add events with their cards."""
        held = list(rows)
        self._insert(CATALOGUE_EVENT, [row for row, _ in held])
        self._insert(CATALOGUE_CARD, [card for _, card in held])

    def put_claims(self, rows: Iterable[tuple[ClaimRow, TraitRow]]) -> None:
        """Add claims."""
        held = list(rows)
        self._insert(CATALOGUE_CLAIM, [row for row, _ in held])
        self._insert(CATALOGUE_TRAIT, [trait for _, trait in held])

    def put_profiles(self, profiles: Iterable[ProfileRow]) -> None:
        """Add those of some profiles that are not there."""
        there = set(self._connection.execute(select(CATALOGUE_PROFILE.c.profile)).scalars())
        self._insert(CATALOGUE_PROFILE, {one.profile: one for one in profiles if one.profile not in there}.values())

    def put_documents(self, rows: Iterable[DocumentRow]) -> None:
        """Add documents."""
        self._insert(CATALOGUE_DOCUMENT, rows)

    def put_marks(self, rows: Iterable[MarkRow]) -> None:
        """Add marks."""
        self._insert(CATALOGUE_MARK, rows)

    def drop_events(self, events: Iterable[str]) -> None:
        """Remove events with their cards and marks."""
        numbers = self._numbers(CATALOGUE_EVENT, CATALOGUE_EVENT.c.event, events)
        for table in (CATALOGUE_EVENT, CATALOGUE_CARD, CATALOGUE_MARK):
            self._drop(table, numbers)

    def drop_claims(self, claims: Iterable[str]) -> None:
        """Remove claims with their marks."""
        numbers = self._numbers(CATALOGUE_CLAIM, CATALOGUE_CLAIM.c.claim, claims)
        for table in (CATALOGUE_CLAIM, CATALOGUE_TRAIT, CATALOGUE_MARK):
            self._drop(table, numbers)

    def drop_documents(self, documents: Iterable[str]) -> None:
        """Remove documents."""
        self._drop(CATALOGUE_DOCUMENT, self._numbers(CATALOGUE_DOCUMENT, CATALOGUE_DOCUMENT.c.document, documents))

    def count_claims(self, documents: Iterable[str]) -> None:
        """Write into the rows of documents how many claims stand in them."""
        row, claim = CATALOGUE_DOCUMENT.c, CATALOGUE_CLAIM.c
        standing = select(func.count()).where(claim.document == row.document).scalar_subquery()
        for part in _parts(documents):
            self._connection.execute(update(CATALOGUE_DOCUMENT).where(row.document.in_(part)).values(claims=standing))

    def events_with_evidence(self, evidence: Iterable[str]) -> set[str]:
        """Return the events of which the evidence is recorded under some subjects."""
        return self._values(CATALOGUE_EVENT.c.event, CATALOGUE_EVENT.c.evidence, evidence)

    def events_of_claims(self, claims: Iterable[str]) -> set[str]:
        """Return the events of some claims."""
        return self._values(CATALOGUE_CLAIM.c.event, CATALOGUE_CLAIM.c.claim, claims) - {""}

    def events_of_testimonies(self, testimonies: Iterable[str]) -> set[str]:
        """Return the events of some sayings."""
        return self._values(CATALOGUE_CLAIM.c.event, CATALOGUE_CLAIM.c.testimony, testimonies) - {""}

    def names(self, facet: str) -> list[str]:
        """Return everything that events have of one facet."""
        mark = CATALOGUE_MARK.c
        query = select(mark.value).where(mark.about == EVENT, mark.facet == facet).distinct()
        return list(self._connection.execute(query).scalars())

    def events_of_names(self, facet: str, names: Iterable[str]) -> set[str]:
        """Return the events that have any of some names of one facet."""
        mark, found = CATALOGUE_MARK.c, set()
        joined = select(CATALOGUE_EVENT.c.event).join(CATALOGUE_MARK, mark.number == CATALOGUE_EVENT.c.number)
        for part in _parts(names):
            query = joined.where(mark.about == EVENT, mark.facet == facet, mark.value.in_(part))
            found |= set(self._connection.execute(query).scalars())
        return found

    def claims_of_events(self, events: Iterable[str]) -> set[str]:
        """Return the claims of some events."""
        return self._values(CATALOGUE_CLAIM.c.claim, CATALOGUE_CLAIM.c.event, events)

    def claims_in(self, documents: Iterable[str]) -> set[str]:
        """Return the claims that stand in some documents."""
        return self._values(CATALOGUE_CLAIM.c.claim, CATALOGUE_CLAIM.c.document, documents)

    def documents_of_claims(self, claims: Iterable[str]) -> set[str]:
        """Return the documents of some claims."""
        return self._values(CATALOGUE_CLAIM.c.document, CATALOGUE_CLAIM.c.claim, claims)

    def _values(self, wanted: Column[str], by: Column[str], keys: Iterable[str]) -> set[str]:
        queries = (select(wanted).where(by.in_(part)) for part in _parts(keys))
        return {value for query in queries for value in self._connection.execute(query).scalars()}

    def _numbers(self, table: Table, by: Column[str], keys: Iterable[str]) -> list[int]:
        queries = (select(table.c.number).where(by.in_(part)) for part in _parts(keys))
        return [number for query in queries for number in self._connection.execute(query).scalars()]

    def _drop(self, table: Table, numbers: Iterable[int]) -> None:
        for part in _parts(numbers):
            self._connection.execute(delete(table).where(table.c.number.in_(part)))

    def _insert(self, table: Table, rows: Iterable[NamedTuple]) -> None:
        held = [row._asdict() for row in rows]
        if held:
            self._connection.execute(insert(table), held)


def _parts(items: Iterable[Item]) -> Iterator[list[Item]]:
    held = list(dict.fromkeys(items))
    for start in range(0, len(held), _MANY):
        yield held[start : start + _MANY]
