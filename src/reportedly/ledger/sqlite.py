"""Everything that is SQLite's own: opening, the writing place, guards, the word index, checks and error codes.

A ledger on another database needs a module with the same functions, and nothing else changes.

Never open a ledger's file by other means (``open``, ``shutil``) in a process that has it open here: closing that
handle would drop SQLite's locks on the file (https://www.sqlite.org/howtocorrupt.html, section 2.2).
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import (
    Connection,
    Engine,
    Float,
    Integer,
    StaticPool,
    Subquery,
    TextualSelect,
    column,
    create_engine,
    event,
    text,
)
from sqlalchemy.exc import DBAPIError

from reportedly.ledger import faults
from reportedly.model.errors import LedgerError

APPLICATION_ID = 0x52505444
"""Marks a SQLite file as a ledger of ours (``RPTD``)."""
WAL_SAFE_SINCE = (3, 51, 3)
"""First release without the WAL-reset bug (https://www.sqlite.org/wal.html, section 11)."""
MAX_TERMS = 32
"""Words of a query that are looked for; further ones are left out."""

MARK_0001 = f"PRAGMA application_id = {APPLICATION_ID}"
WORDS_0001 = "CREATE VIRTUAL TABLE word_index USING fts5(title, text, tokenize = 'unicode61 remove_diacritics 2')"


def _guard(name: str, when: str, condition: str = "") -> str:
    return (
        f"CREATE TRIGGER {name} BEFORE {when} {condition} BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
    )


_NEXT_NUMBER = "SELECT coalesce(max(number), 0) + 1 FROM entry"
GUARDS_0001 = {
    name: _guard(name, when, condition)
    for name, when, condition in (
        ("entry_no_update", "UPDATE ON entry", ""),
        ("entry_no_delete", "DELETE ON entry", ""),
        # REPLACE deletes without firing delete triggers, so a taken or skipped number is refused on the way in.
        ("entry_next_only", "INSERT ON entry", f"WHEN NEW.number IS NOT ({_NEXT_NUMBER})"),
        ("content_no_update", "UPDATE ON content", ""),
        ("content_no_delete", "DELETE ON content", ""),
        ("content_new_only", "INSERT ON content", "WHEN EXISTS (SELECT 1 FROM content WHERE sha256 = NEW.sha256)"),
    )
}
"""Triggers that refuse to change or remove what was recorded, by name."""
_RECORDED = "SELECT 1 FROM entry WHERE kind = 'prediction' AND subject = NEW.subject"
GUARDS_0003 = {
    "prediction_once": _guard(
        "prediction_once",
        "INSERT ON entry",
        f"WHEN NEW.kind = 'prediction' AND (NEW.action IS NOT 'assert' OR EXISTS ({_RECORDED}))",
    )
}
"""Triggers that refuse a second entry about a prediction, by name."""

_BUSY_WAIT = 5.0
"""Seconds to wait for a foreign program that holds the file's lock for a moment."""


class WritingPlace:
    """The one place from which a ledger may be written, held until released or until the process ends.

    It is SQLite's own exclusive lock on an empty file beside the ledger: unlike ``flock`` it works on every system,
    shuts out other threads too, and does not live on in a forked child after its owner was killed.
    """

    def __init__(self, ledger: Path) -> None:
        self._ledger = ledger
        self._lock: sqlite3.Connection | None = None

    def take(self, wait: float = 0.0) -> None:
        """Take the place.

        Args:
            wait: seconds to wait for somebody else who has it.

        Raises:
            LedgerBusy: where somebody else has it.
            LedgerError: E306, where the lock cannot be made.
        """
        beside = self._ledger.with_name(self._ledger.name + ".lock")
        try:
            lock = sqlite3.connect(beside, timeout=wait, isolation_level=None, check_same_thread=False)
        except sqlite3.Error as error:
            raise faults.unwritten(self._ledger, str(error)) from error
        try:
            lock.execute("PRAGMA journal_mode = MEMORY")
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            lock.close()
            raise _translation(self._ledger, error) from error
        self._lock = lock

    def release(self) -> None:
        """Give the place back; a second call does nothing."""
        if self._lock is not None:
            self._lock.close()
            self._lock = None


def engine_for(path: Path, *, write: bool, inspect: bool = False) -> Engine:
    """Return an engine with exactly one connection to the file.

    Args:
        path: the ledger's file; made if it is missing and ``write`` holds.
        write: whether transactions that ask for it (``transaction``) may change the file.
        inspect: for verification: take any SQLite file, and hand out broken text instead of failing on it.
    """
    engine = create_engine("sqlite://", creator=lambda: _connect(path, write, inspect), poolclass=StaticPool)

    def begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    event.listen(engine, "begin", begin)
    return engine


def _connect(path: Path, write: bool, inspect: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.as_uri()}?{_mode(path, write)}",
        uri=True,
        timeout=_BUSY_WAIT,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        if inspect:
            connection.text_factory = lambda stored: stored.decode("utf-8", "surrogateescape")
        else:
            _require_ledger(connection, path, may_be_empty=write)
        for pragma in _WRITER if write else _READER:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


_COMMON = ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0")
_READER = (*_COMMON, "query_only = ON")
_WRITER = (*_COMMON, "journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "recursive_triggers = ON")


def _mode(path: Path, write: bool) -> str:
    if write:
        return "mode=rwc"
    # On read-only media SQLite cannot make the files that WAL reading needs; without a writer it needs none.
    still = not os.access(path.parent, os.W_OK) and not path.with_name(path.name + "-wal").exists()
    return "mode=ro&immutable=1" if still else "mode=ro"


def _require_ledger(connection: sqlite3.Connection, path: Path, may_be_empty: bool) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
        return
    if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        raise faults.foreign(path, "the file is a database of another program")
    if not may_be_empty:
        raise faults.foreign(path, "the file is empty")


def discard(path: Path) -> None:
    """Remove a file that was never a ledger in use, with the files that SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def promote(made: Path, path: Path) -> None:
    """Give a finished ledger its name, in one step and durably.

    Files that an earlier ledger of that name left behind go first: SQLite would play an old WAL into the new file.
    """
    discard(path)
    made.replace(path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def transaction(engine: Engine, path: Path, *, write: bool = False) -> Iterator[Connection]:
    """Give a transaction that is committed at the end of the block, with errors as the ledger's own.

    Args:
        engine: from ``engine_for``.
        path: the ledger's file, for error texts.
        write: whether to take the file's write lock at once, so that a busy ledger is met before any work.
    """
    with translated(path), engine.connect() as connection:
        connection.execution_options(writing=write)
        with connection.begin():
            yield connection


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn the database's errors into the ledger's own."""
    try:
        yield
    except DBAPIError as error:
        cause = error.orig if isinstance(error.orig, sqlite3.Error) else None
        raise _translation(path, cause or error) from error
    except (sqlite3.Error, OSError, UnicodeDecodeError) as error:  # the last from damaged names of tables and columns
        raise _translation(path, error) from error


def _translation(path: Path, error: Exception) -> LedgerError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return faults.busy(path)
    if code == sqlite3.SQLITE_NOTADB:
        return faults.foreign(path, "the file is no SQLite database")
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_FORMAT} or "decode" in str(error):
        return faults.damaged(path, str(error))
    return faults.unwritten(path, str(error))


def index_words(connection: Connection, rows: Sequence[tuple[int, str, str]]) -> None:
    """Add entries to the word index, as number, title and text."""
    if rows:
        connection.exec_driver_sql("INSERT INTO word_index(rowid, title, text) VALUES (?, ?, ?)", list(rows))


def forget_words(connection: Connection, numbers: Sequence[int]) -> None:
    """Take entries out of the word index."""
    if numbers:
        connection.exec_driver_sql("DELETE FROM word_index WHERE rowid = ?", [(number,) for number in numbers])


def clear_words(connection: Connection) -> None:
    """Empty the word index."""
    connection.exec_driver_sql("DELETE FROM word_index")


def indexed_words(connection: Connection) -> Iterator[tuple[int, str, str]]:
    """Yield what the word index holds, as number, title and text in order of number."""
    for row in connection.exec_driver_sql("SELECT rowid, title, text FROM word_index ORDER BY rowid"):
        number, title, text = row
        yield number, title, text


def find_words(connection: Connection, query: str, limit: int) -> tuple[int, ...]:
    """Return the numbers of the entries that hold every word of a query, best match first.

    Args:
        connection: an open transaction.
        query: words; ``"in quotes"`` a phrase, ``word*`` a beginning. Everything else is punctuation.
        limit: the largest number of results.
    """
    expression = match_expression(query)
    if not expression or limit < 1:
        return ()
    found = connection.exec_driver_sql(
        "SELECT rowid FROM word_index WHERE word_index MATCH ? ORDER BY rank, rowid LIMIT ?",
        (expression, min(limit, 2**31)),
    )
    return tuple(number for (number,) in found)


def word_hits(expression: str) -> Subquery:
    """Return the entries that fit an expression, to be joined: their number, and their score, the best the lowest.

    Args:
        expression: from ``match_expression``.
    """
    statement = "SELECT rowid AS number, bm25(word_index) AS score FROM word_index WHERE word_index MATCH :expression"
    found = text(statement).bindparams(expression=expression)
    return found.columns(column("number", Integer), column("score", Float)).subquery("hit")


def listed(numbers: Sequence[int]) -> TextualSelect:
    """Return some numbers as a query, however many there are."""
    found = text("SELECT value FROM json_each(:numbers)").bindparams(numbers=json.dumps(list(numbers)))
    return found.columns(column("value", Integer))


def match_expression(query: str) -> str:
    """Return a query as an FTS5 expression that cannot be anything but words, phrases and beginnings."""
    legible = query.encode("utf-8", "replace").decode().replace("\0", " ")
    terms = []
    for phrase, word in re.findall(r'"([^"]*)"|([^\s"]+)', legible)[:MAX_TERMS]:
        if any(mark.isalnum() for mark in phrase or word):
            beginning = "*" if word.endswith("*") else ""
            terms.append(f'"{phrase or word.rstrip("*")}"{beginning}')
    return " AND ".join(terms)


def missing_guards(connection: Connection) -> tuple[str, ...]:
    """Return the names of the guards that are gone or altered."""
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    found = {(name, statement) for name, statement in rows}
    return tuple(name for name, statement in (GUARDS_0001 | GUARDS_0003).items() if (name, statement) not in found)


def broken_structure(connection: Connection) -> tuple[str, ...]:
    """Return what SQLite's own integrity check finds wrong, at most 20 lines."""
    lines = connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars().all()
    return tuple(str(line) for line in lines if line != "ok")


def is_marked(connection: Connection) -> bool:
    """Say whether the file carries the mark of a ledger."""
    return bool(connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID)


def version() -> tuple[str, bool]:
    """Return the version of the SQLite library and whether it is free of the WAL-reset bug."""
    return sqlite3.sqlite_version, sqlite3.sqlite_version_info >= WAL_SAFE_SINCE
