"""When the disk refuses, the ledger says so, stops, keeps what was acknowledged, and works again afterwards."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

import reportedly
from ledger_samples import claim, open_ledger
from reportedly.ledger.store import Ledger
from reportedly.ledger.verify import verify
from reportedly.model.entry import Draft, Entry
from reportedly.model.errors import LedgerBusy, LedgerError

WRITE = """
import sys
from reportedly.ledger.store import Ledger
from reportedly.model.errors import LedgerBusy
try:
    Ledger.open(sys.argv[1], write=True).close()
except LedgerBusy as busy:
    print(busy)
"""


def batch(name: str) -> list[Draft]:
    """Draft a batch of three claims of some length."""
    return [claim(f"{name}-{n}", "forty soldiers were hurt " * 40) for n in range(3)]


def fill_the_disk(ledger: Ledger, pages: int) -> None:
    """Let the file grow by so many pages at most, as on a disk with little space."""
    with ledger._transaction() as connection:
        used = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {used + pages}")


def append_for_ever(ledger: Ledger, acknowledged: list[Entry]) -> None:
    """Append until that fails, keeping what was acknowledged."""
    for number in count():
        acknowledged += ledger.append(batch(f"b{number}"))


@pytest.mark.parametrize("pages", [0, 1, 3, 9, 27])
def test_a_full_disk_loses_nothing_acknowledged(tmp_path: Path, pages: int) -> None:
    """Where the disk is full the batch is refused with advice, earlier ones stay, and with space the ledger works."""
    acknowledged: list[Entry] = []
    with open_ledger(tmp_path / "a.db") as ledger:
        fill_the_disk(ledger, pages)
        with pytest.raises(LedgerError, match="full") as caught:
            append_for_ever(ledger, acknowledged)
        with pytest.raises(LedgerError, match="E307"):
            ledger.append(batch("again"))
    assert "disk full" in caught.value.advice
    with open_ledger(tmp_path / "a.db") as ledger:
        assert list(ledger.entries()) == acknowledged
        ledger.append(batch("after"))
    assert verify(tmp_path / "a.db").ok


class FailingConnection(sqlite3.Connection):
    """A connection whose n-th statement fails with an error of the disk."""

    left = -1

    def spend(self) -> None:
        """Count one call down, and fail at zero."""
        FailingConnection.left -= 1
        if FailingConnection.left == 0:
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR
            raise error

    def cursor(self, *_: object) -> sqlite3.Cursor:  # type: ignore[override]  # SQLAlchemy calls it without arguments
        """Return a cursor, or fail."""
        self.spend()
        return super().cursor()

    def commit(self) -> None:
        """Commit, or fail."""
        self.spend()
        super().commit()


@contextmanager
def failing(call: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the n-th call of the database fail inside the block."""
    FailingConnection.left = call
    yield
    FailingConnection.left = -1
    monkeypatch.undo()


def open_failing(path: Path, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    """Open a ledger over connections that can be made to fail."""
    connect = sqlite3.connect
    monkeypatch.setattr(
        sqlite3, "connect", lambda *args, **options: connect(*args, factory=FailingConnection, **options)
    )
    return open_ledger(path)


def attempt(ledger: Ledger, name: str) -> tuple[tuple[Entry, ...], str]:
    """Append a batch; return its entries and the code of the error, one of which is empty."""
    try:
        return ledger.append(batch(name)), ""
    except LedgerError as error:
        return (), error.code


@pytest.mark.parametrize("call", range(1, 13))
def test_a_failure_at_any_call_stops_the_handle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: int) -> None:
    """Whichever call fails, the batch is whole or absent, and the handle refuses further use."""
    with open_failing(tmp_path / "a.db", monkeypatch) as ledger:
        first = ledger.append(batch("one"))
        with failing(call, monkeypatch):
            second, code = attempt(ledger, "two")
        assert attempt(ledger, "three")[1] == {"": "", "E306": "E307"}[code]
    with Ledger.open(tmp_path / "a.db") as reader:
        assert tuple(reader.entries())[: 3 + len(second)] == first + second
        assert reader.state().entries == (3 if code else 9)
    assert verify(tmp_path / "a.db").ok


def test_the_calls_of_an_append_are_all_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An append makes no more calls of the database than the test above lets fail."""
    with open_failing(tmp_path / "a.db", monkeypatch) as ledger, failing(1000, monkeypatch):
        ledger.append(batch("one"))
        assert 5 < 1000 - FailingConnection.left < 13


def test_a_handle_that_goes_on_after_a_failure_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The planted bug: a handle that forgets its failure accepts the next batch, which the test above would see."""
    with open_failing(tmp_path / "a.db", monkeypatch) as ledger:
        with failing(3, monkeypatch), pytest.raises(LedgerError, match="E306"):
            ledger.append(batch("one"))
        ledger._stopped = False
        assert ledger.append(batch("two"))


def write_elsewhere(path: Path) -> str:
    """Open the ledger for writing in another process and return what that prints."""
    source = str(Path(reportedly.__file__).parents[1])
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {source!r})\n{WRITE}", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_a_writer_in_another_process_meets_busy(tmp_path: Path) -> None:
    """Another process is shut out with advice while one writes, and let in afterwards."""
    with open_ledger(tmp_path / "a.db"):
        assert "[E305]" in write_elsewhere(tmp_path / "a.db")
    assert write_elsewhere(tmp_path / "a.db") == ""


def test_a_writer_that_takes_no_lock_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The planted bug: without the writing place two writers get in, which the tests of busy would see."""
    monkeypatch.setattr("reportedly.ledger.sqlite.WritingPlace.take", lambda *_: None)
    with open_ledger(tmp_path / "a.db"), pytest.raises(pytest.fail.Exception), pytest.raises(LedgerBusy):
        Ledger.open(tmp_path / "a.db", write=True).close()
