"""Whatever happens to the bytes of a ledger, verification notices it, names the entry and does not fail."""

from __future__ import annotations

import json
import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from ledger_samples import START, claim, filled, open_ledger, raw
from reportedly.ledger.store import Ledger
from reportedly.ledger.verify import Verification, verify
from reportedly.model.entry import Entry, EntryKind
from reportedly.model.errors import LedgerError, NotFound

CASES = int(os.environ.get("REPORTEDLY_DAMAGES", "500"))
"""Damaged files of each sort; a night's run sets more."""
Damager = Callable[[random.Random, bytearray], None]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a ledger of some pages, once."""
    path = tmp_path_factory.mktemp("whole") / "whole.db"
    filled(path)
    with open_ledger(path) as ledger:
        for number in range(12):
            ledger.append([claim(f"clm-x{number}-{n}", f"forty soldiers, batch {number}") for n in range(5)])
    return path


@pytest.fixture(scope="module")
def entries(whole: Path) -> dict[int, tuple[object, ...]]:
    """Read the rows of the whole ledger, past the product."""
    rows = stored(whole)
    assert rows is not None
    return rows


def stored(path: Path) -> dict[int, tuple[object, ...]] | None:
    """Return the rows of ``entry`` as SQLite alone reads them; None where it cannot read all of them."""
    try:
        with raw(path) as connection:
            connection.text_factory = bytes
            rows = connection.execute("SELECT * FROM entry NOT INDEXED ORDER BY number").fetchall()
            return {row[0]: row for row in rows}
    except (sqlite3.Error, OverflowError, UnicodeDecodeError):
        return None


def flip_one(chance: random.Random, content: bytearray) -> None:
    """Flip one bit."""
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def flip_many(chance: random.Random, content: bytearray) -> None:
    """Flip up to 200 bits."""
    for _ in range(chance.randrange(2, 200)):
        flip_one(chance, content)


def zero_a_page(chance: random.Random, content: bytearray) -> None:
    """Fill one page with zeros."""
    start = chance.randrange(len(content) // 4096) * 4096
    content[start : start + 4096] = bytes(4096)


def cut(chance: random.Random, content: bytearray) -> None:
    """Cut the file at any length."""
    del content[chance.randrange(len(content)) :]


def exchange_pages(chance: random.Random, content: bytearray) -> None:
    """Write one page over another."""
    pages = len(content) // 4096
    source, target = chance.randrange(pages) * 4096, chance.randrange(pages) * 4096
    content[target : target + 4096] = content[source : source + 4096]


def scribble(chance: random.Random, content: bytearray) -> None:
    """Write noise over a stretch."""
    start, length = chance.randrange(len(content)), chance.randrange(1, 600)
    content[start : start + length] = chance.randbytes(len(content[start : start + length]))


DAMAGERS = [flip_one, flip_many, zero_a_page, cut, exchange_pages, scribble]


@pytest.mark.slow
@pytest.mark.parametrize("damage", DAMAGERS)
def test_no_change_to_an_entry_passes(whole: Path, tmp_path: Path, damage: Damager) -> None:
    """In hundreds of damaged files each, wherever SQLite reads other rows than before, verification says so."""
    before, content, changes = stored(whole), whole.read_bytes(), 0
    for seed in range(CASES):
        damaged = bytearray(content)
        damage(random.Random(seed), damaged)
        path = tmp_path / f"{seed}.db"
        path.write_bytes(damaged)
        sound, changed = verify(path).ok, stored(path) != before
        assert not (sound and changed), f"{damage.__name__} with seed {seed} passed"
        changes += changed
        path.unlink()
    assert changes > CASES / 20, "the damage hardly ever hit an entry"


def read_everything(path: Path) -> None:
    """Use each way of reading a ledger once."""
    with Ledger.open(path) as ledger:
        ledger.state()
        ledger.search("forty")
        ledger.find("clm-x5-2")
        for entry in [*ledger.entries(), *ledger.current(EntryKind.CLAIM, recorded_until=START)]:
            ledger.get(entry.draft.kind, entry.draft.subject)
        for entry in ledger.current(EntryKind.CAPTURE):
            ledger.content(json.loads(entry.draft.body)["sha256"])


@pytest.mark.parametrize("damage", DAMAGERS)
def test_reading_a_damaged_ledger_fails_with_an_error_of_ours(whole: Path, tmp_path: Path, damage: Damager) -> None:
    """A reader of a damaged file gets what is still there or an error with code and advice, nothing else."""
    content = whole.read_bytes()
    for seed in range(CASES // 10):
        damaged = bytearray(content)
        damage(random.Random(seed), damaged)
        path = tmp_path / f"{seed}.db"
        path.write_bytes(damaged)
        with suppress(LedgerError, NotFound):
            read_everything(path)


def names(verification: Verification, number: int) -> bool:
    """Say whether a verification names an entry, alone or within a stretch."""
    return any(d.number is not None and d.number <= number <= (d.last or d.number) for d in verification.damage)


def places(content: bytes, entry: tuple[object, ...]) -> list[int]:
    """Return the offsets of the bytes of an entry's texts in the file."""
    texts = [value for value in entry if isinstance(value, bytes) and len(value) > 3]
    row = b"".join(texts)
    start = content.find(row)
    return list(range(start, start + len(row))) if start >= 0 else []


def flips(whole: Path, entries: dict[int, tuple[object, ...]], chance: random.Random) -> list[tuple[int, int]]:
    """Choose bytes of entries, three in each, as number of the entry and offset in the file."""
    content = whole.read_bytes()
    found = [(number, places(content, row)) for number, row in entries.items()]
    return [(number, offset) for number, offsets in found for offset in chance.sample(offsets, min(3, len(offsets)))]


def caught(whole: Path, path: Path, chosen: list[tuple[int, int]]) -> int:
    """Flip one bit at each chosen byte and count how often verification names that very entry."""
    content, count = whole.read_bytes(), 0
    for number, offset in chosen:
        damaged = bytearray(content)
        damaged[offset] ^= 1 << (offset % 8)
        path.write_bytes(damaged)
        count += names(verify(path), number)
    return count


def test_every_flipped_byte_of_an_entry_is_named(
    whole: Path, entries: dict[int, tuple[object, ...]], tmp_path: Path
) -> None:
    """A flipped bit in the bytes of any entry is found, and that entry is named, in all cases."""
    chosen = flips(whole, entries, random.Random(7))
    assert len({number for number, _ in chosen}) == len(entries)
    assert caught(whole, tmp_path / "a.db", chosen) == len(chosen)


def test_a_verification_without_hashes_is_caught(
    whole: Path, entries: dict[int, tuple[object, ...]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same flips show up a verification that takes each entry's own hash on trust."""
    monkeypatch.setattr(Entry, "expected_hash", lambda entry: entry.hash)
    chosen = flips(whole, entries, random.Random(7))
    assert caught(whole, tmp_path / "a.db", chosen) < len(chosen)


def test_entries_behind_a_lost_page_are_still_read(
    whole: Path, entries: dict[int, tuple[object, ...]], tmp_path: Path
) -> None:
    """With one page of entries gone, those before and behind it are read, and only the lost ones are named."""
    content = bytearray(whole.read_bytes())
    at = places(bytes(content), entries[33])[0] // 4096 * 4096
    content[at : at + 4096] = bytes(4096)
    (tmp_path / "a.db").write_bytes(content)
    verification = verify(tmp_path / "a.db")
    hit = [number for number in range(1, 68) if names(verification, number)]
    assert 33 in hit
    assert {1, 67}.isdisjoint(hit)
    assert verification.entries == 67 - len(hit)


def test_a_foreign_journal_is_noticed(whole: Path, tmp_path: Path) -> None:
    """Under the WAL of another ledger one ledger is read, or damage is found, but never a mixture passed as sound."""
    filled(tmp_path / "other.db")
    with open_ledger(tmp_path / "other.db") as other:
        [entry] = other.append([claim("clm-late")])
        (tmp_path / "a.db").write_bytes(whole.read_bytes())
        (tmp_path / "a.db-wal").write_bytes((tmp_path / "other.db-wal").read_bytes())
    found = verify(tmp_path / "a.db")
    assert not found.ok or found.head == entry.hash
