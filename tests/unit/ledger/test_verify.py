"""Verification names what is wrong and says so of anything that a file can be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ledger_samples import claim, filled, guards, open_ledger, raw, without_guards
from reportedly.ledger.store import Ledger
from reportedly.ledger.verify import Verification, verify
from reportedly.model.errors import LedgerError


def changed(path: Path, *statements: str) -> Verification:
    """Fill a ledger, change it behind its back, put the guards back and verify it."""
    filled(path)
    with raw(path) as connection:
        known = guards(connection)
        without_guards(connection)
        for statement in statements:
            connection.execute(statement)
        for guard in known:
            connection.execute(guard)
    return verify(path)


def named(verification: Verification) -> list[tuple[int | None, int | None]]:
    """Return the entries that a verification names, as first and last."""
    return [(damage.number, damage.last) for damage in verification.damage]


def test_a_sound_ledger_is_sound(tmp_path: Path) -> None:
    """Nothing is found, everything is counted, and the head is the newest hash."""
    last = filled(tmp_path / "a.db")[-1]
    assert verify(tmp_path / "a.db") == Verification(True, 7, 4, (), last.hash)


def test_an_empty_ledger_is_sound(tmp_path: Path) -> None:
    """A ledger without entries has nothing wrong."""
    open_ledger(tmp_path / "a.db").close()
    assert verify(tmp_path / "a.db") == Verification(True, 0, 0)


def test_a_ledger_in_use_is_verified(tmp_path: Path) -> None:
    """Verification reads beside a writer."""
    with open_ledger(tmp_path / "a.db") as ledger:
        ledger.append([claim("clm-1")])
        assert verify(tmp_path / "a.db").ok
        ledger.append([claim("clm-2")])


@pytest.mark.parametrize("number", [1, 4, 7])
@pytest.mark.parametrize(
    "change",
    [
        "batch = batch + 1",
        "kind = 'note'",
        "subject = subject || 'x'",
        "action = 'withdraw'",
        "body = replace(body, '\"', ' \"')",
        "actor = 'Nobody'",
        "reason = upper(reason)",
        "event_first = '2024-12-12', event_last = '2024-12-12'",
        "said_first = '2024-12-12', said_last = '2024-12-12'",
        "published = '1999-01-01'",
        "recorded = replace(recorded, 'T', 't')",
        "hash = upper(hash)",
        "previous_hash = hash",
        "body = CAST(body AS BLOB)",
    ],
)
def test_a_changed_column_is_named_by_its_entry(tmp_path: Path, change: str, number: int) -> None:
    """A change in any column of the first, a middle or the last entry names that entry and no other."""
    found = changed(tmp_path / "a.db", f"UPDATE entry SET {change} WHERE number = {number}")
    assert named(found) == [(number, None)]


def test_a_missing_entry_is_named(tmp_path: Path) -> None:
    """A removed entry leaves a gap."""
    assert named(changed(tmp_path / "a.db", "DELETE FROM entry WHERE number = 4")) == [(4, None)]


def test_a_missing_stretch_is_named_by_both_ends(tmp_path: Path) -> None:
    """Removed entries in a row are one damage."""
    assert named(changed(tmp_path / "a.db", "DELETE FROM entry WHERE number BETWEEN 2 AND 5")) == [(2, 5)]


def test_a_cut_end_is_noticed(tmp_path: Path) -> None:
    """When the newest entries are removed, the view still speaks of them, and they are named."""
    found = changed(tmp_path / "a.db", "DELETE FROM entry WHERE number > 5")
    assert "the newest entries were cut off" in found.damage[0].what
    assert named(found)[0][0] == 6


def test_a_cut_end_is_not_mended_by_rebuilding(tmp_path: Path) -> None:
    """Rebuilding would wipe out the last trace of entries that were cut off, so it is not advised."""
    found = changed(tmp_path / "a.db", "DELETE FROM entry WHERE number > 5")
    assert not found.mends_by_rebuilding
    assert all("rebuild" not in damage.advice for damage in found.damage)


def test_a_cut_end_is_noticed_by_the_word_index_alone(tmp_path: Path) -> None:
    """A view made to fit the shortened chain does not hide the cut while the word index speaks of it."""
    cuts = ("DELETE FROM entry WHERE number > 5", "DELETE FROM current_entry WHERE number > 5")
    found = changed(tmp_path / "a.db", *cuts)
    assert "the word index speaks of entry" in found.damage[-1].what
    assert not found.mends_by_rebuilding


def test_a_view_with_a_number_that_is_none_is_damage(tmp_path: Path) -> None:
    """Words where a number belongs do not make verification fail."""
    found = changed(tmp_path / "a.db", "UPDATE current_entry SET number = 'six' WHERE subject = 'clm-2'")
    assert "current view" in found.damage[0].what


def test_a_lost_view_is_mended_by_rebuilding(tmp_path: Path) -> None:
    """Where only the view differs, rebuilding is advised."""
    assert changed(tmp_path / "a.db", "DELETE FROM current_entry").mends_by_rebuilding


def test_a_renumbered_entry_is_named_by_its_place(tmp_path: Path) -> None:
    """An entry moved to another number is missing at its place and unsound where it stands."""
    found = changed(tmp_path / "a.db", "UPDATE entry SET number = 900 WHERE number = 4")
    assert (4, None) in named(found)


def test_an_exchanged_pair_is_named(tmp_path: Path) -> None:
    """Two entries that exchange their numbers are both named."""
    moves = [(4, 900), (5, 4), (900, 5)]
    found = changed(tmp_path / "a.db", *(f"UPDATE entry SET number = {b} WHERE number = {a}" for a, b in moves))
    assert named(found) == [(4, None), (5, None)]


def test_a_forged_entry_breaks_the_link(tmp_path: Path) -> None:
    """An entry replaced by another one with a hash of its own does not fit the entry after it."""
    with open_ledger(tmp_path / "b.db") as ledger:
        for batch in range(1, 4):
            ledger.append([claim("clm-forged", f"batch {batch}")])
    attach = f"ATTACH '{tmp_path / 'b.db'}' AS forged"
    remove, insert = (
        "DELETE FROM entry WHERE number = 2",
        "INSERT INTO entry SELECT * FROM forged.entry WHERE number = 2",
    )
    found = changed(tmp_path / "a.db", attach, remove, insert, "DETACH forged")
    assert {number for number, _ in named(found)} >= {2, 3}


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE current_entry SET number = 1 WHERE subject = 'clm-2'", "current view differs from the entries in 2"),
        ("DELETE FROM current_entry", "current view differs"),
        ("DELETE FROM word_index", "word index differs"),
        ("UPDATE word_index SET text = 'sixty'", "word index differs"),
        ("DROP TABLE word_index", "word index cannot be read"),
        ("PRAGMA application_id = 7", "does not carry the mark"),
        ("UPDATE alembic_version SET version_num = '9999'", "have form 9999"),
        ("DELETE FROM content", "not stored"),
        ("UPDATE content SET compressed = x'00'", "bytes of a capture are damaged"),
    ],
)
def test_other_damage_is_told_apart(tmp_path: Path, statement: str, what: str) -> None:
    """View, index, mark, form and stored bytes are checked, each with words of its own."""
    assert what in changed(tmp_path / "a.db", statement).damage[0].what


def test_damaged_bytes_name_the_entry_that_needs_them(tmp_path: Path) -> None:
    """The capture whose bytes are gone is named."""
    assert named(changed(tmp_path / "a.db", "DELETE FROM content")) == [(1, None)]


def test_missing_guards_are_noticed(tmp_path: Path) -> None:
    """A ledger whose triggers were dropped is not as it should be."""
    filled(tmp_path / "a.db")
    with raw(tmp_path / "a.db") as connection:
        without_guards(connection)
    assert len(verify(tmp_path / "a.db").damage) == 7


def empty(path: Path) -> None:
    """Leave nothing."""
    path.write_bytes(b"")


def words(path: Path) -> None:
    """Write a text."""
    path.write_text("Forty soldiers were hurt.\n" * 500)


def other(path: Path) -> None:
    """Write another program's database."""
    with raw(path) as connection:
        connection.execute("CREATE TABLE history (visited)")


@pytest.mark.parametrize("write", [empty, words, other, Path.mkdir])
def test_what_is_no_ledger_is_said_to_be_none(tmp_path: Path, write: Callable[[Path], None]) -> None:
    """An empty file, a text, a foreign database and a folder each give one damage."""
    write(tmp_path / "a.db")
    found = verify(tmp_path / "a.db")
    assert (found.ok, len(found.damage), found.entries) == (False, 1, 0)


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    """Where nothing is, nothing can be verified."""
    with pytest.raises(LedgerError, match="E301"):
        verify(tmp_path / "a.db")


def test_every_damage_comes_with_advice(tmp_path: Path) -> None:
    """Nobody is left with a finding alone."""
    found = changed(tmp_path / "a.db", "DELETE FROM entry WHERE number = 2", "DELETE FROM content")
    assert all(damage.advice for damage in found.damage)


def test_verification_changes_nothing(tmp_path: Path) -> None:
    """The file is the same after verification, and a writer goes on."""
    filled(tmp_path / "a.db")
    before = (tmp_path / "a.db").read_bytes()
    verify(tmp_path / "a.db")
    assert (tmp_path / "a.db").read_bytes() == before
    with Ledger.open(tmp_path / "a.db", write=True) as ledger:
        assert ledger.append([claim("clm-9")])[0].number == 8
