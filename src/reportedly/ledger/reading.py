"""Read a ledger: the current view, history, views as of a day or a time of recording, search and stored bytes."""

from __future__ import annotations

import hashlib
import threading
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, func, or_, select, true

from reportedly.ledger import faults, migrate, sqlite
from reportedly.ledger.catalogue import CatalogueIndex
from reportedly.ledger.catalogue_find import CatalogueFinder
from reportedly.ledger.catalogue_worth import WorthFinder
from reportedly.ledger.stories import StoryIndex
from reportedly.ledger.tables import CONTENT, CURRENT, ENTRY, entry_of, moment_text
from reportedly.model.entry import Action, Entry, EntryKind

_PAGE = 100
"""Entries fetched at once; bodies of documents are large."""
_MANY = 400
"""Bodies fetched at once where they are all wanted together."""
_LAST_MARK = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class LedgerState:
    """What a ledger holds and with what it is read, for a health report."""

    entries: int
    batches: int
    contents: int
    """Captures whose bytes are stored."""
    current: Mapping[EntryKind, int]
    """Subjects in the current view, by kind; kinds without any are left out."""
    form: str
    """Revision of the tables."""
    sqlite_version: str
    wal_safe: bool
    """Whether this SQLite is free of the WAL-reset bug; if not, the single writer is what keeps the file safe."""


class Reader:
    """An open ledger, as far as it is read; safe to share between the threads of one process.

    Iterators read page by page and see the ledger as it was when their first entry was asked for.
    """

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine
        self._guard = threading.RLock()

    def current(
        self, kind: EntryKind, *, published_until: date | None = None, recorded_until: datetime | None = None
    ) -> Iterator[Entry]:
        """Yield the entries that hold for one kind, in order of subject.

        Args:
            kind: what to list.
            published_until: leave out assertions published after this day or on an unknown one; what they superseded
                holds instead. Withdrawals count whatever their day.
            recorded_until: the view as it was at this time of recording (with a zone).
        """
        if published_until is None and recorded_until is None:
            numbers = select(CURRENT.c.number).where(CURRENT.c.kind == kind.value).order_by(CURRENT.c.subject)
        else:
            known = [ENTRY.c.kind == kind.value, *_until(recorded_until)]
            if published_until:
                withdrawn = ENTRY.c.action == Action.WITHDRAW.value
                known.append(or_(withdrawn, ENTRY.c.published <= published_until.isoformat()))
            newest = select(func.max(ENTRY.c.number)).where(*known).group_by(ENTRY.c.subject)
            holds = ENTRY.c.number.in_(newest), ENTRY.c.action == Action.ASSERT.value
            numbers = select(ENTRY.c.number).where(*holds).order_by(ENTRY.c.subject)
        with self._transaction() as connection:
            wanted = connection.execute(numbers).scalars().all()
        yield from self._numbered(wanted)

    def get(self, kind: EntryKind, subject: str) -> Entry | None:
        """Return the entry that holds for a subject; None where the current view has none."""
        key = CURRENT.c.kind == kind.value, CURRENT.c.subject == subject
        with self._transaction() as connection:
            number = connection.execute(select(CURRENT.c.number).where(*key)).scalar()
        return None if number is None else next(self._numbered([number]))

    def holding(self, kind: EntryKind, subjects: Iterable[str]) -> dict[str, Entry]:
        """Return the entries that hold for some subjects of one kind, by subject; others are left out."""
        wanted = sorted(set(subjects))
        numbers: list[int] = []
        with self._transaction() as connection:
            for start in range(0, len(wanted), _PAGE):
                some = CURRENT.c.subject.in_(wanted[start : start + _PAGE])
                query = select(CURRENT.c.number).where(CURRENT.c.kind == kind.value, some)
                numbers += connection.execute(query).scalars()
        return {entry.draft.subject: entry for entry in self._numbered(numbers)}

    def bodies(self, kind: EntryKind, subjects: Iterable[str]) -> dict[str, tuple[int, str]]:
        """Return number and body of the entries that hold for some subjects of one kind; others are left out.

        The quick way for pages: unlike ``holding`` it does not look at the rest of the entries.
        """
        wanted = sorted(set(subjects))
        both = select(CURRENT.c.subject, ENTRY.c.number, ENTRY.c.body).join(ENTRY, ENTRY.c.number == CURRENT.c.number)
        found: dict[str, tuple[int, str]] = {}
        with self._transaction() as connection:
            for start in range(0, len(wanted), _MANY):
                some = CURRENT.c.subject.in_(wanted[start : start + _MANY])
                rows = connection.execute(both.where(CURRENT.c.kind == kind.value, some))
                found.update((subject, (number, body)) for subject, number, body in rows)
        return found

    def numbers(self, kind: EntryKind, subjects: Iterable[str]) -> dict[str, int]:
        """Return the numbers of the entries that hold for some subjects of one kind; others are left out."""
        wanted = sorted(set(subjects))
        query = select(CURRENT.c.subject, CURRENT.c.number).where(CURRENT.c.kind == kind.value)
        found: dict[str, int] = {}
        with self._transaction() as connection:
            for start in range(0, len(wanted), _MANY):
                some = CURRENT.c.subject.in_(wanted[start : start + _MANY])
                found.update((subject, number) for subject, number in connection.execute(query.where(some)))
        return found

    def changed_since(self, number: int) -> tuple[tuple[EntryKind, str], ...]:
        """Return kind and subject of what entries after a number are about, each once, in order."""
        query = select(ENTRY.c.kind, ENTRY.c.subject).where(ENTRY.c.number > number).distinct()
        with self._transaction() as connection:
            found = connection.execute(query.order_by(ENTRY.c.kind, ENTRY.c.subject)).all()
        try:
            return tuple((EntryKind(kind), subject) for kind, subject in found)
        except ValueError as error:
            raise faults.damaged(self.path, str(error)) from error

    def subjects(self, kind: EntryKind) -> tuple[str, ...]:
        """Return the subjects of one kind in the current view, in order."""
        query = select(CURRENT.c.subject).where(CURRENT.c.kind == kind.value).order_by(CURRENT.c.subject)
        with self._transaction() as connection:
            return tuple(connection.execute(query).scalars())

    def count(self, kind: EntryKind) -> int:
        """Return how many subjects of one kind the current view has."""
        query = select(func.count()).select_from(CURRENT).where(CURRENT.c.kind == kind.value)
        with self._transaction() as connection:
            return connection.execute(query).scalar_one()

    def history(self, subject: str) -> tuple[Entry, ...]:
        """Return every entry about a subject, oldest first; empty for an unknown one."""
        return tuple(self.entries(subject=subject))

    def entries(
        self,
        *,
        kind: EntryKind | None = None,
        subject: str | None = None,
        published_until: date | None = None,
        recorded_until: datetime | None = None,
    ) -> Iterator[Entry]:
        """Yield entries in the order in which they were recorded, superseded ones too.

        Args:
            kind: only entries of this kind.
            subject: only entries about this id.
            published_until: only entries whose document was published on or before this day.
            recorded_until: only entries recorded at or before this time (with a zone).
        """
        wanted = [*_until(recorded_until), true()]
        if kind is not None:
            wanted.append(ENTRY.c.kind == kind.value)
        if subject is not None:
            wanted.append(ENTRY.c.subject == subject)
        if published_until is not None:
            wanted.append(ENTRY.c.published <= published_until.isoformat())
        after, top = 0, self._top()
        while after < top:
            rest = ENTRY.c.number > after, ENTRY.c.number <= top
            page = self._page(*wanted, *rest)
            yield from page
            after = page[-1].number if len(page) == _PAGE else top

    def latest(
        self, kinds: Iterable[EntryKind], limit: int, before: int | None = None, *, machine: str = ""
    ) -> tuple[Entry, ...]:
        """Return the newest entries of some kinds, superseded ones too, the newest first.

        Args:
            kinds: the kinds wanted.
            limit: the largest number of entries.
            before: only entries with a smaller number than this.
            machine: leave out entries whose actor begins so; empty = none.
        """
        wanted: list[ColumnElement[bool]] = [ENTRY.c.kind.in_(sorted(kind.value for kind in kinds))]
        if before is not None:
            wanted.append(ENTRY.c.number < before)
        if machine:
            wanted.append(ENTRY.c.actor.not_like(f"{machine}%"))
        query = select(ENTRY).where(*wanted).order_by(ENTRY.c.number.desc()).limit(limit)
        with self._transaction() as connection:
            return tuple(self._decoded(connection.execute(query).all()))

    def find(self, short_id: str) -> Entry:
        """Return the newest entry about the one subject whose id begins with ``short_id``.

        An id in full is found even where longer ids begin with it. Where entries of several kinds are about the
        subject, the kind that comes first in ``EntryKind`` is meant, so that a note never hides the thing itself.

        Raises:
            NotFound: E401 where no id begins so, E402 where several do.
        """
        kinds = list(EntryKind)
        fitting = ENTRY.c.subject >= short_id, ENTRY.c.subject < short_id + _LAST_MARK
        some = select(ENTRY.c.subject).where(*fitting).distinct().order_by(ENTRY.c.subject).limit(6)
        with self._transaction() as connection:
            subjects = connection.execute(some).scalars().all() if _is_legible(short_id) else ()
        if not short_id or not subjects:
            raise faults.unknown(short_id)
        if short_id not in subjects and len(subjects) > 1:
            raise faults.ambiguous(short_id, tuple(subjects[:5]))
        history = self.history(subjects[0])
        if not history:
            raise faults.damaged(self.path, f"the index names {subjects[0]}, of which there is no entry")
        return min(history, key=lambda entry: (kinds.index(entry.draft.kind), -entry.number))

    def search(self, query: str, limit: int = 20) -> tuple[Entry, ...]:
        """Return current claims and documents that hold every word of a query, best match first.

        Args:
            query: words; ``"in quotes"`` a phrase, ``word*`` a beginning. Anything else counts as punctuation.
            limit: the largest number of results.
        """
        with self._transaction() as connection:
            numbers = sqlite.find_words(connection, query, limit)
        return tuple(self._numbered(numbers))

    def content(self, sha256: str) -> bytes:
        """Return stored bytes by their hash, checked against it.

        Raises:
            NotFound: E403, where they are not stored.
            LedgerDamaged: where they no longer fit the hash.
        """
        with self._transaction() as connection:
            row = connection.execute(select(CONTENT).where(CONTENT.c.sha256 == sha256)).one_or_none()
        if row is None:
            raise faults.unstored(sha256)
        try:
            return unpacked(sha256, row.size, row.compressed)
        except ValueError as error:
            raise faults.damaged(self.path, str(error)) from error

    def state(self) -> LedgerState:
        """Return what the ledger holds and with what it is read."""
        kinds = select(CURRENT.c.kind, func.count()).group_by(CURRENT.c.kind).order_by(CURRENT.c.kind)
        with self._transaction() as connection:
            entries = connection.execute(select(func.count()).select_from(ENTRY)).scalar_one()
            batches = connection.execute(select(func.max(ENTRY.c.batch))).scalar() or 0
            contents = connection.execute(select(func.count()).select_from(CONTENT)).scalar_one()
            counted = [(str(kind), count) for kind, count in connection.execute(kinds)]
            form = migrate.form_of(connection) or ""
        if not {kind for kind, _ in counted} <= set(EntryKind):
            raise faults.damaged(self.path, "the current view holds a kind that does not exist")
        current = {EntryKind(kind): count for kind, count in counted}
        return LedgerState(entries, batches, contents, current, form, *sqlite.version())

    @contextmanager
    def stories_now(self) -> Iterator[StoryIndex]:
        """Give the tables of stories for reading, as they stand at the block's beginning."""
        with self._transaction() as connection:
            yield StoryIndex(connection)

    @contextmanager
    def catalogue_now(self) -> Iterator[CatalogueIndex]:
        """Give the catalogue for reading, as it stands at the block's beginning."""
        with self._transaction() as connection:
            yield CatalogueIndex(connection)

    @contextmanager
    def finding(self) -> Iterator[CatalogueFinder]:
        """Give the catalogue for searching, as it stands at the block's beginning."""
        with self._transaction() as connection:
            yield CatalogueFinder(connection)

    @contextmanager
    def worthy(self) -> Iterator[WorthFinder]:
        """Give the catalogue in order of worth, as it stands at the block's beginning."""
        with self._transaction() as connection:
            yield WorthFinder(connection)

    def mark(self, number: int | None = None) -> tuple[int, str] | None:
        """Return the number and the chained hash of an entry; both together stand for all entries up to it.

        Args:
            number: which entry; None = the newest.

        Returns:
            None where there is no such entry.
        """
        newest = select(func.max(ENTRY.c.number)).scalar_subquery()
        query = select(ENTRY.c.number, ENTRY.c.hash).where(ENTRY.c.number == (newest if number is None else number))
        with self._transaction() as connection:
            row = connection.execute(query).one_or_none()
        return None if row is None else (row.number, row.hash)

    def current_numbers(self, kind: EntryKind) -> list[int]:
        """Return the numbers of the entries that hold for one kind, smallest first."""
        query = select(CURRENT.c.number).where(CURRENT.c.kind == kind.value).order_by(CURRENT.c.number)
        with self._transaction() as connection:
            return list(connection.execute(query).scalars())

    def at(self, numbers: Sequence[int]) -> Iterator[Entry]:
        """Yield the entries of some numbers in their order."""
        yield from self._numbered(numbers)

    def top(self) -> int:
        """Return the number of the newest entry; 0 where there is none."""
        return self._top()

    def _top(self) -> int:
        with self._transaction() as connection:
            return connection.execute(select(func.max(ENTRY.c.number))).scalar() or 0

    def _page(self, *wanted: ColumnElement[bool]) -> list[Entry]:
        query = select(ENTRY).where(*wanted).order_by(ENTRY.c.number).limit(_PAGE)
        with self._transaction() as connection:
            return self._decoded(connection.execute(query).all())

    def _numbered(self, numbers: Sequence[int]) -> Iterator[Entry]:
        for start in range(0, len(numbers), _PAGE):
            wanted = numbers[start : start + _PAGE]
            found = {entry.number: entry for entry in self._page(ENTRY.c.number.in_(wanted))}
            if len(found) != len(wanted):
                raise faults.damaged(self.path, "the current view names an entry that is not there")
            yield from (found[number] for number in wanted)

    def _decoded(self, rows: Sequence[Row[Any]]) -> list[Entry]:
        try:
            return [entry_of(row._asdict()) for row in rows]
        except ValueError as error:
            raise faults.damaged(self.path, str(error)) from error

    def _require_usable(self) -> None:
        """Refuse a handle that may not be used any more; the writing handle adds its own rules."""

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with self._guard:
            self._require_usable()
            with sqlite.transaction(self._engine, self.path) as connection:
                yield connection


def unpacked(sha256: str, size: int, compressed: bytes) -> bytes:
    """Return stored bytes uncompressed.

    Raises:
        ValueError: where they do not give the length or the hash that they are stored under.
    """
    try:
        plain = zlib.decompressobj().decompress(compressed, size + 1)
    except (zlib.error, TypeError, OverflowError) as error:
        raise ValueError(f"the stored bytes {sha256} cannot be uncompressed") from error
    if len(plain) != size or hashlib.sha256(plain).hexdigest() != sha256:
        raise ValueError(f"the stored bytes {sha256} do not fit their hash")
    return plain


def _until(recorded: datetime | None) -> list[ColumnElement[bool]]:
    return [] if recorded is None else [ENTRY.c.recorded <= moment_text(recorded)]


def _is_legible(text: str) -> bool:
    return text.encode("utf-8", "replace").decode() == text
