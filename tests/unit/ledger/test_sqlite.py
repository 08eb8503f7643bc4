"""SQLite is opened as the ledger needs it, refuses changes, and takes any query for words."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from ledger_samples import claim, filled, open_ledger, raw
from reportedly.ledger import sqlite
from reportedly.ledger.store import Ledger
from reportedly.model.errors import LedgerBusy, LedgerDamaged, LedgerError

SKIPPED_NUMBER = (
    "INSERT INTO entry (number, batch, kind, subject, action, body, actor, reason, recorded, previous_hash, hash) "
    "SELECT number + 10, 9, kind, 'x', action, body, actor, reason, recorded, hash, hash FROM entry WHERE number = 1"
)
FORBIDDEN = [
    "UPDATE entry SET reason = 'other' WHERE number = 1",
    "DELETE FROM entry WHERE number = 7",
    "DELETE FROM entry",
    "REPLACE INTO entry SELECT * FROM entry WHERE number = 2",
    SKIPPED_NUMBER,
    "UPDATE content SET size = 0",
    "DELETE FROM content",
    "REPLACE INTO content SELECT * FROM content",
]


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_raw_sql_cannot_change_what_was_recorded(tmp_path: Path, statement: str) -> None:
    """UPDATE, DELETE, REPLACE and a skipped number are refused by the file itself, whatever program asks."""
    filled(tmp_path / "a.db")
    with raw(tmp_path / "a.db") as connection, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(statement)


@pytest.mark.parametrize(("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("trusted_schema", 0)])
def test_the_writer_is_durable(tmp_path: Path, pragma: str, value: object) -> None:
    """The writer uses WAL and syncs each commit."""
    with open_ledger(tmp_path / "a.db") as ledger, ledger._transaction() as connection:
        assert connection.execute(text(f"PRAGMA {pragma}")).scalar() == value


def test_a_reader_neither_writes_nor_checkpoints(tmp_path: Path) -> None:
    """A reader that closes leaves the writer's WAL as it was, and cannot change the file."""
    with open_ledger(tmp_path / "a.db") as ledger:
        ledger.append([claim("clm-1")])
        before = (tmp_path / "a.db-wal").stat().st_size
        with Ledger.open(tmp_path / "a.db") as reader, pytest.raises(LedgerError), reader._transaction() as connection:
            connection.execute(text("DELETE FROM current_entry"))
        assert (tmp_path / "a.db-wal").stat().st_size == before > 0


def test_a_ledger_on_read_only_media_is_opened_as_unchanging(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no file can be made beside it, a ledger is read without any."""
    filled(tmp_path / "a.db")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with Ledger.open(tmp_path / "a.db") as reader:
        assert reader.state().entries == 7
        assert not (tmp_path / "a.db-shm").exists()


def test_the_writing_place_is_taken_once(tmp_path: Path) -> None:
    """A second holder is told that the ledger is busy, until the first releases it."""
    first, second = sqlite.WritingPlace(tmp_path / "a.db"), sqlite.WritingPlace(tmp_path / "a.db")
    first.take()
    with pytest.raises(LedgerBusy, match="wait until the other"):
        second.take()
    first.release()
    second.take()
    second.release()


@pytest.mark.parametrize(
    ("query", "expression"),
    [
        ("forty hurt", '"forty" AND "hurt"'),
        ('"forty soldiers" lind*', '"forty soldiers" AND "lind"*'),
        ("NEAR(a b) OR title:x", '"NEAR(a" AND "b)" AND "OR" AND "title:x"'),
        (' -- "" * " ', ""),
    ],
)
def test_a_query_is_words_and_nothing_else(query: str, expression: str) -> None:
    """Words, phrases and beginnings are quoted; the index's own language never gets through."""
    assert sqlite.match_expression(query) == expression


@pytest.mark.parametrize(
    ("code", "kind"),
    [(sqlite3.SQLITE_BUSY, LedgerBusy), (sqlite3.SQLITE_CORRUPT, LedgerDamaged), (sqlite3.SQLITE_FULL, LedgerError)],
)
def test_errors_of_the_database_become_errors_of_ours(tmp_path: Path, code: int, kind: type[LedgerError]) -> None:
    """Busy, damaged and refused by the disk are told apart by SQLite's code."""
    error = sqlite3.OperationalError("said by the database")
    error.sqlite_errorcode = code
    with pytest.raises(kind) as caught, sqlite.translated(tmp_path / "a.db"):
        raise error
    assert type(caught.value) is kind


def test_the_mark_tells_a_ledger_from_other_databases(tmp_path: Path) -> None:
    """A database of another program is refused and not touched."""
    with raw(tmp_path / "other.db") as connection:
        connection.execute("CREATE TABLE history (visited)")
    before = (tmp_path / "other.db").read_bytes()
    with pytest.raises(LedgerError, match="another program"):
        Ledger.open(tmp_path / "other.db", write=True)
    assert (tmp_path / "other.db").read_bytes() == before
