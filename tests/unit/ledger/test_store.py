"""One writer appends whole batches; a handle that failed is used no more."""

from __future__ import annotations

import os
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event

from ledger_samples import claim, filled, open_ledger, raw, without_guards
from reportedly.ledger.store import Ledger
from reportedly.ledger.verify import verify
from reportedly.model.entry import EntryKind
from reportedly.model.errors import LedgerBusy, LedgerDamaged, LedgerError


def test_a_batch_is_returned_as_recorded(tmp_path: Path) -> None:
    """Append returns the entries that a reader then finds."""
    with open_ledger(tmp_path / "a.db") as ledger:
        entries = ledger.append([claim("clm-1"), claim("clm-2")])
        with Ledger.open(tmp_path / "a.db") as reader:
            assert tuple(reader.entries()) == entries


def test_nothing_to_record_makes_no_batch(tmp_path: Path) -> None:
    """An empty batch is no batch."""
    with open_ledger(tmp_path / "a.db") as ledger:
        assert ledger.append([]) == ()
        assert ledger.append([claim("clm-1")])[0].batch == 1


def test_the_chain_goes_on_after_reopening(tmp_path: Path) -> None:
    """Numbers and batches continue where the last writer stopped."""
    last = filled(tmp_path / "a.db")[-1]
    with open_ledger(tmp_path / "a.db") as ledger:
        [entry] = ledger.append([claim("clm-9")])
    assert (entry.number, entry.batch, entry.previous_hash) == (last.number + 1, last.batch + 1, last.hash)


def test_a_refused_draft_refuses_its_batch_and_nothing_more(tmp_path: Path) -> None:
    """With one unacceptable draft nothing of the batch is recorded, and the handle works on."""
    with open_ledger(tmp_path / "a.db") as ledger:
        with pytest.raises(LedgerError, match="reason"):
            ledger.append([claim("clm-1"), replace(claim("clm-2"), reason=" ")])
        assert [entry.number for entry in ledger.append([claim("clm-3")])] == [1]


def test_a_second_writer_meets_busy(tmp_path: Path) -> None:
    """While one handle may write, a second one is refused with advice, in the same thread too."""
    with open_ledger(tmp_path / "a.db"), pytest.raises(LedgerBusy) as caught:
        Ledger.open(tmp_path / "a.db", write=True)
    assert (caught.value.code, caught.value.advice[:4]) == ("E305", "wait")


def test_a_writer_in_another_thread_meets_busy(tmp_path: Path) -> None:
    """Threads are shut out like processes."""
    met: list[type] = []

    def second() -> None:
        try:
            Ledger.open(tmp_path / "a.db", write=True)
        except LedgerError as error:
            met.append(type(error))

    with open_ledger(tmp_path / "a.db"):
        thread = threading.Thread(target=second)
        thread.start()
        thread.join()
    assert met == [LedgerBusy]


def test_a_link_to_the_ledger_is_the_same_ledger(tmp_path: Path) -> None:
    """Another name of the file does not open a second writing place."""
    open_ledger(tmp_path / "a.db").close()
    (tmp_path / "b.db").symlink_to(tmp_path / "a.db")
    with open_ledger(tmp_path / "b.db"), pytest.raises(LedgerBusy):
        Ledger.open(tmp_path / "a.db", write=True)


def test_a_reader_reads_while_a_writer_works(tmp_path: Path) -> None:
    """A reader in the middle of a listing neither waits for a batch nor holds it up."""
    with open_ledger(tmp_path / "a.db") as ledger:
        ledger.append([claim("clm-1"), claim("clm-2")])
        with Ledger.open(tmp_path / "a.db") as reader:
            listing = reader.entries()
            next(listing)
            ledger.append([claim("clm-3")])
            assert [entry.number for entry in listing] == [2]
            assert reader.state().entries == 3


def test_threads_share_a_handle(tmp_path: Path) -> None:
    """Batches from several threads through one handle each stand whole and once."""
    with open_ledger(tmp_path / "a.db") as ledger:
        work = [
            threading.Thread(target=ledger.append, args=([claim(f"clm-{n}-{m}") for m in range(4)],)) for n in range(8)
        ]
        for thread in work:
            thread.start()
        for thread in work:
            thread.join()
        entries = list(ledger.entries())
    batches = [{entry.draft.subject[:5] for entry in entries if entry.batch == batch} for batch in range(1, 9)]
    assert sorted(len(batch) for batch in batches) == [1] * 8
    assert verify(tmp_path / "a.db").ok


@pytest.mark.parametrize("act", [lambda r: r.append([claim("a")]), lambda r: r.put_content(b""), Ledger.rebuild_view])
def test_a_reader_does_not_write(tmp_path: Path, act: object) -> None:
    """Writing through a handle opened for reading is refused."""
    filled(tmp_path / "a.db")
    with Ledger.open(tmp_path / "a.db") as reader, pytest.raises(LedgerError, match="reading only"):
        act(reader)  # type: ignore[operator]  # one of three callables


def test_a_closed_ledger_is_closed(tmp_path: Path) -> None:
    """After closing, reading and writing are refused; closing again does nothing."""
    ledger = open_ledger(tmp_path / "a.db")
    ledger.close()
    ledger.close()
    with pytest.raises(LedgerError, match="closed"):
        ledger.state()
    with pytest.raises(LedgerError, match="closed"):
        ledger.append([claim("clm-1")])


def test_a_handle_belongs_to_its_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A handle that came into another process by forking is refused there."""
    with open_ledger(tmp_path / "a.db") as ledger:
        process = os.getpid()
        monkeypatch.setattr(os, "getpid", lambda: process + 1)
        with pytest.raises(LedgerError, match="another process"):
            ledger.append([claim("clm-1")])


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize(("name", "code"), [("folder", "E302"), ("text.txt", "E302"), ("no/where.db", "E301")])
def test_what_is_no_ledger_is_refused(tmp_path: Path, name: str, code: str, write: bool) -> None:
    """A folder, a text file and a place that does not exist are refused by code."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "text.txt").write_text("Forty soldiers were hurt. " * 100)
    with pytest.raises(LedgerError) as caught:
        Ledger.open(tmp_path / name, write=write)
    assert caught.value.code == code


def test_a_refused_file_leaves_the_place_free(tmp_path: Path) -> None:
    """After a failed opening somebody else can write."""
    with raw(tmp_path / "a.db") as connection:
        connection.execute("CREATE TABLE other (x)")
    for _ in range(2):
        with pytest.raises(LedgerError, match="E302"):
            Ledger.open(tmp_path / "a.db", write=True)


@pytest.mark.parametrize("write", [True, False])
def test_an_empty_file_becomes_a_ledger_only_by_writing(tmp_path: Path, write: bool) -> None:
    """A file without content is a new ledger to a writer, and none to a reader."""
    (tmp_path / "a.db").touch()
    if write:
        Ledger.open(tmp_path / "a.db", write=True).close()
        assert verify(tmp_path / "a.db").ok
    else:
        with pytest.raises(LedgerError, match="empty"):
            Ledger.open(tmp_path / "a.db")


def test_leftovers_do_not_get_into_a_new_ledger(tmp_path: Path) -> None:
    """A half-made file and the WAL of a ledger that was deleted do not reach the ledger made in their place."""
    with open_ledger(tmp_path / "old.db") as ledger:
        ledger.append([claim("clm-old")])
        (tmp_path / "a.db-wal").write_bytes((tmp_path / "old.db-wal").read_bytes())
    (tmp_path / "a.db.new").write_bytes(b"half a page")
    with open_ledger(tmp_path / "a.db") as ledger:
        assert ledger.state().entries == 0
    assert sorted(path.name for path in tmp_path.glob("a.db*")) == ["a.db", "a.db.lock"]


def test_nothing_is_chained_to_a_damaged_entry(tmp_path: Path) -> None:
    """A writer that finds the newest entry changed stops instead of building on it."""
    filled(tmp_path / "a.db")
    with raw(tmp_path / "a.db") as connection:
        without_guards(connection)
        connection.execute("UPDATE entry SET reason = 'other' WHERE number = 7")
    with open_ledger(tmp_path / "a.db") as ledger, pytest.raises(LedgerDamaged, match="entry 7"):
        ledger.append([claim("clm-9")])


def fail_once(ledger: Ledger) -> None:
    """Make the next commit fail, as a disk does."""

    def fail(_: object) -> None:
        event.remove(ledger._engine, "commit", fail)
        raise OSError(28, "No space left on device")

    event.listen(ledger._engine, "commit", fail)


def test_after_a_failed_commit_the_handle_is_used_no_more(tmp_path: Path) -> None:
    """A commit that fails is an error with advice, nothing is recorded, and no later call tries again."""
    with open_ledger(tmp_path / "a.db") as ledger:
        ledger.append([claim("clm-1")])
        fail_once(ledger)
        with pytest.raises(LedgerError, match="No space left"):
            ledger.append([claim("clm-2")])
        for act in (lambda: ledger.append([claim("clm-3")]), lambda: ledger.get(EntryKind.CLAIM, "clm-1")):
            with pytest.raises(LedgerError, match="E307"):
                act()
    with open_ledger(tmp_path / "a.db") as ledger:
        assert [entry.draft.subject for entry in ledger.append([claim("clm-4")])] == ["clm-4"]
        assert ledger.state().entries == 2


def test_a_foreign_lock_is_busy_and_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another program holds the file, appending is refused as busy, and works when it lets go."""
    monkeypatch.setattr("reportedly.ledger.sqlite._BUSY_WAIT", 0.05)
    with open_ledger(tmp_path / "a.db") as ledger, raw(tmp_path / "a.db") as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerBusy):
            ledger.append([claim("clm-1")])
        other.execute("ROLLBACK")
        assert ledger.append([claim("clm-1")])[0].number == 1
