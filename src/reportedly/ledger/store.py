"""Open a ledger and append to it: one writer, atomic batches, acknowledged when they are on the disk."""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from os import PathLike
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine, insert, select

from reportedly.ledger import batch, faults, migrate, once, sqlite, view
from reportedly.ledger.catalogue import CatalogueIndex
from reportedly.ledger.reading import Reader
from reportedly.ledger.stories import StoryIndex
from reportedly.ledger.tables import CONTENT, ENTRY, row_of
from reportedly.model.entry import Draft, Entry, EntryKind
from reportedly.model.errors import LedgerBusy

Clock = Callable[[], datetime]
"""Tells the time, with a zone."""


def utc_now() -> datetime:
    """Return the present time in UTC."""
    return datetime.now(UTC)


class Ledger(Reader):
    """An open ledger; read with ``Reader``'s methods, written with ``append``.

    Use it as a context manager. A handle opened for writing holds the one writing place until it is closed. After a
    failed write it refuses everything (E307): what the file holds is found out by opening it again.
    """

    def __init__(self, path: Path, engine: Engine, place: sqlite.WritingPlace | None, clock: Clock) -> None:
        super().__init__(path, engine)
        self._place = place
        self._clock = clock
        self._process = os.getpid()
        self._stopped = False
        self._closed = False

    @classmethod
    def open(
        cls, path: str | PathLike[str], *, write: bool = False, clock: Clock = utc_now, wait: float = 0.0
    ) -> Ledger:
        """Open a ledger; for writing, make it if it is missing and bring its tables up to date.

        Args:
            path: the ledger's file, on a local disk.
            write: whether to append. Reading is possible while somebody else writes.
            clock: tells the time of recording; tests pass their own.
            wait: seconds to wait for somebody else who has it open for writing.

        Raises:
            LedgerBusy: where somebody else has it open for writing.
            LedgerError: E301 no such file or folder, E302 not a ledger, E303 written by a newer program, E304 of an
                older form and opened for reading, E306 refused by the disk.
        """
        file = Path(path).absolute().resolve()
        if file.is_dir():
            raise faults.foreign(file, "it is a folder")
        if not (file.parent if write else file).exists():
            raise faults.absent(file)
        return cls._opened_for_writing(file, clock, wait) if write else cls._opened_for_reading(file, clock)

    @classmethod
    def _opened_for_reading(cls, file: Path, clock: Clock) -> Ledger:
        engine = sqlite.engine_for(file, write=False)
        try:
            with sqlite.transaction(engine, file) as connection:
                migrate.require_newest(connection, file)
        except BaseException:
            engine.dispose()
            raise
        return cls(file, engine, None, clock)

    @classmethod
    def _opened_for_writing(cls, file: Path, clock: Clock, wait: float) -> Ledger:
        place = sqlite.WritingPlace(file)
        place.take(wait)
        try:
            if not file.exists() or file.stat().st_size == 0:
                _make(file)
            engine = _migrated(file)
        except BaseException:
            place.release()
            raise
        return cls(file, engine, place, clock)

    def append(self, drafts: Sequence[Draft], contents: Sequence[bytes] = ()) -> tuple[Entry, ...]:
        """Record drafts as one batch and return its entries once they are on the disk.

        Args:
            drafts: what to record, in order; where several are about one subject, the last one holds.
            contents: bytes of captures to store with the batch; those already stored are passed over.

        Returns:
            The recorded entries; empty, and nothing is recorded, for no drafts.

        Raises:
            LedgerError: E309 where a draft is unacceptable, E311 where it would change a prediction: nothing was
                recorded and the handle stays usable; E306 where writing failed: nothing was recorded and the handle is
                stopped.
        """
        batch.check(drafts)
        predicted = [draft.subject for draft in drafts if draft.kind is EntryKind.PREDICTION]
        if predicted:
            once.refuse_changes(drafts, self.holding(EntryKind.PREDICTION, predicted))
        with self._writing() as connection:
            for content in contents:
                _store(connection, content)
            entries = tuple(batch.chain(drafts, self._last(connection), self._clock()))
            if entries:
                connection.execute(insert(ENTRY), [row_of(entry) for entry in entries])
                view.advance(connection, entries[0].number)
        return entries

    def put_content(self, content: bytes) -> str:
        """Store the bytes of a capture, unless they are stored already, and return their SHA-256 as hexadecimal."""
        with self._writing() as connection:
            return _store(connection, content)

    def rebuild_view(self) -> None:
        """Make the current view and the word index anew from the entries, at once.

        The tables of stories and the catalogue are emptied: they are filled again when they are next needed.
        """
        with self._writing() as connection:
            view.rebuild(connection)
            StoryIndex(connection).clear()
            CatalogueIndex(connection).clear()

    @contextmanager
    def stories(self) -> Iterator[StoryIndex]:
        """Give the tables of stories in one transaction, written when the block has ended.

        The ledger's other methods must wait until then.
        """
        with self._writing() as connection:
            yield StoryIndex(connection)

    @contextmanager
    def catalogue(self) -> Iterator[CatalogueIndex]:
        """Give the catalogue in one transaction, written when the block has ended.

        The ledger's other methods must wait until then.
        """
        with self._writing() as connection:
            yield CatalogueIndex(connection)

    def close(self) -> None:
        """Close the file and give the writing place back; a second call does nothing."""
        with self._guard:
            if not self._closed:
                self._closed = True
                self._engine.dispose()
                if self._place is not None:
                    self._place.release()

    def __enter__(self) -> Ledger:
        """Return the ledger itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the ledger."""
        self.close()

    def _last(self, connection: Connection) -> Entry | None:
        newest = connection.execute(select(ENTRY).order_by(ENTRY.c.number.desc()).limit(1)).all()
        for entry in self._decoded(newest):
            if entry.expected_hash() != entry.hash:
                raise faults.damaged(self.path, f"entry {entry.number} does not fit its hash")
            return entry
        return None

    def _require_usable(self) -> None:
        if self._closed:
            raise faults.misused(self.path, "the ledger is closed")
        if self._stopped:
            raise faults.stopped(self.path)
        if self._process != os.getpid():
            raise faults.misused(self.path, "the ledger was opened in another process")

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """Give a transaction that is on the disk when the block has ended; any failure inside stops the handle."""
        with self._guard:
            self._require_usable()
            if self._place is None:
                raise faults.misused(self.path, "the ledger is open for reading only")
            try:
                with sqlite.transaction(self._engine, self.path, write=True) as connection:
                    yield connection
            except LedgerBusy:
                raise
            except BaseException:
                self._stopped = True
                raise


def _make(file: Path) -> None:
    """Make an empty ledger under another name and rename it, so that nobody ever meets half a ledger."""
    beside = file.with_name(file.name + ".new")
    with sqlite.translated(file):
        sqlite.discard(beside)
        _migrated(beside).dispose()
        sqlite.promote(beside, file)


def _migrated(file: Path) -> Engine:
    engine = sqlite.engine_for(file, write=True)
    try:
        with sqlite.transaction(engine, file, write=True) as connection:
            migrate.upgrade(connection, file)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _store(connection: Connection, content: bytes) -> str:
    sha256 = hashlib.sha256(content).hexdigest()
    if connection.execute(select(CONTENT.c.size).where(CONTENT.c.sha256 == sha256)).scalar() is None:
        row = {"sha256": sha256, "size": len(content), "compressed": zlib.compress(content, 6)}
        connection.execute(insert(CONTENT), row)
    return sha256
