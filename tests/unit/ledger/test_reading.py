"""A ledger is read as it stands, as of a day, and as of a time of recording."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from ledger_samples import START, claim, document, filled, open_ledger, raw, withdrawal, without_guards
from reportedly.ledger import reading
from reportedly.ledger.store import Ledger
from reportedly.model.entry import Action, Draft, Entry, EntryKind
from reportedly.model.errors import LedgerDamaged, NotFound

CLAIM = EntryKind.CLAIM
HOSTILE = [
    '"',
    "'",
    "*",
    "a*b",
    "NEAR(",
    "title:x",
    "^a",
    "-",
    "a AND",
    "\0",
    "\ud800",
    "(" * 500,
    "x " * 5000,
    "%",
    "ﬀ",
]


def numbers(entries: object) -> list[int]:
    """Return the numbers of entries."""
    return [entry.number for entry in entries]  # type: ignore[attr-defined]  # iterables of several kinds


def test_everything_is_read_back_in_order(tmp_path: Path) -> None:
    """Entries come in the order of recording, exactly as they were acknowledged."""
    written = filled(tmp_path / "a.db")
    with Ledger.open(tmp_path / "a.db") as ledger:
        assert tuple(ledger.entries()) == written


@pytest.mark.parametrize("page", [1, 2, 3, 7, 8])
def test_pages_join_without_seam(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: int) -> None:
    """Whatever the page size, each entry comes once."""
    monkeypatch.setattr(reading, "_PAGE", page)
    filled(tmp_path / "a.db")
    with Ledger.open(tmp_path / "a.db") as ledger:
        assert numbers(ledger.entries()) == [1, 2, 3, 4, 5, 6, 7]
        assert numbers(ledger.current(CLAIM)) == [7, 3]


def test_entries_are_chosen_by_kind_and_subject(tmp_path: Path) -> None:
    """Filters join: only entries that fit all of them come."""
    filled(tmp_path / "a.db")
    with Ledger.open(tmp_path / "a.db") as ledger:
        assert numbers(ledger.entries(kind=CLAIM)) == [3, 4, 5, 6, 7]
        assert numbers(ledger.entries(kind=CLAIM, subject="clm-3")) == [5, 6]


def test_history_keeps_what_was_superseded_and_withdrawn(tmp_path: Path) -> None:
    """All entries about a subject are kept, oldest first."""
    filled(tmp_path / "a.db")
    with Ledger.open(tmp_path / "a.db") as ledger:
        assert [entry.draft.action for entry in ledger.history("clm-3")] == [Action.ASSERT, Action.WITHDRAW]
        assert ledger.history("clm-unheard-of") == ()


def test_the_current_entry_of_a_subject(tmp_path: Path) -> None:
    """``get`` gives what holds, and None for what is withdrawn or was never there."""
    filled(tmp_path / "a.db")
    with Ledger.open(tmp_path / "a.db") as ledger:
        found = [ledger.get(CLAIM, subject) for subject in ("clm-2", "clm-3", "clm-9")]
    assert [entry and entry.number for entry in found] == [7, None, None]


def test_the_view_as_known_at_a_time(tmp_path: Path) -> None:
    """At an earlier time of recording, what was withdrawn or corrected later still holds."""
    filled(tmp_path / "a.db")
    with Ledger.open(tmp_path / "a.db") as ledger:
        views = [numbers(ledger.current(CLAIM, recorded_until=START + timedelta(minutes=m))) for m in range(4)]
        assert views == [[], [4, 5, 3], [4, 3], [7, 3]]
        assert numbers(ledger.entries(recorded_until=START)) == [1, 2]


def test_the_view_of_what_was_published_until_a_day(tmp_path: Path) -> None:
    """Assertions of later or unknown days are left out, and what they superseded holds instead."""
    filled(tmp_path / "a.db")
    with Ledger.open(tmp_path / "a.db") as ledger:
        days = [date(2024, 12, 15), date(2024, 12, 16), date(2025, 1, 2)]
        assert [numbers(ledger.current(CLAIM, published_until=day)) for day in days] == [[], [3], [4, 3]]
        assert numbers(ledger.entries(published_until=days[1])) == [3]


def test_a_withdrawal_counts_whatever_its_day(tmp_path: Path) -> None:
    """A claim withdrawn by a person is out of the view of any day."""
    with open_ledger(tmp_path / "a.db") as ledger:
        ledger.append([claim("clm-1", published=date(2025, 1, 1)), withdrawal("clm-1")])
        assert numbers(ledger.current(CLAIM, published_until=date(2025, 1, 1))) == []


def test_an_iterator_sees_one_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Entries appended while a reader goes through the ledger do not disturb it."""
    monkeypatch.setattr(reading, "_PAGE", 2)
    with open_ledger(tmp_path / "a.db") as ledger:
        ledger.append([claim(f"clm-{n}") for n in range(5)])
        everything, holding = ledger.entries(), ledger.current(CLAIM)
        seen = [next(everything).number], [next(holding).number]
        ledger.append([claim(f"clm-{n}", "changed") for n in range(9)])
        assert seen[0] + numbers(everything) == seen[1] + numbers(holding) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(("short", "number"), [("clm-r", 3), ("clm-2", 7), ("doc", 2), ("clm-3", 6)])
def test_a_short_id_is_found(tmp_path: Path, short: str, number: int) -> None:
    """A beginning that fits one subject gives its newest entry, a withdrawal too."""
    filled(tmp_path / "a.db")
    with Ledger.open(tmp_path / "a.db") as ledger:
        assert ledger.find(short).number == number


@pytest.mark.parametrize(("short", "code"), [("clm", "E402"), ("", "E401"), ("clm-x", "E401"), ("\ud800", "E401")])
def test_a_short_id_that_fits_none_or_several_is_not_found(tmp_path: Path, short: str, code: str) -> None:
    """Unknown and ambiguous beginnings are told apart."""
    filled(tmp_path / "a.db")
    with Ledger.open(tmp_path / "a.db") as ledger, pytest.raises(NotFound) as caught:
        ledger.find(short)
    assert caught.value.code == code


def test_a_full_id_is_found_where_longer_ones_begin_with_it(tmp_path: Path) -> None:
    """An exact id is never ambiguous."""
    with open_ledger(tmp_path / "a.db") as ledger:
        ledger.append([claim("clm-1"), claim("clm-12")])
        assert ledger.find("clm-1").number == 1


def test_a_note_does_not_hide_what_it_is_about(tmp_path: Path) -> None:
    """A claim with a later note is still found as the claim."""
    with open_ledger(tmp_path / "a.db") as ledger:
        ledger.append([claim("clm-1"), Draft(EntryKind.NOTE, "clm-1", '"doubtful"', "Ida Brandt", "seen the footage")])
        assert ledger.find("clm-1").draft.kind is CLAIM


def found(ledger: Ledger, query: str, limit: int = 20) -> list[str]:
    """Return the subjects that a search gives."""
    return [entry.draft.subject for entry in ledger.search(query, limit)]


def test_search_wants_every_word(tmp_path: Path) -> None:
    """Words are joined by and; case and accents do not count; phrases and beginnings work."""
    with open_ledger(tmp_path / "a.db") as ledger:
        ledger.append(
            [document("doc-1", "Forty soldiers reached Łódź café.", "Evening"), claim("clm-1", "soldiers left")]
        )
        assert found(ledger, "SOLDIERS cafe") == ["doc-1"]
        assert found(ledger, '"soldiers left"') == ["clm-1"]
        assert found(ledger, '"left soldiers"') == []
        assert found(ledger, "even*") == ["doc-1"]
        assert len(found(ledger, "soldiers", 1)) == 1


@pytest.mark.parametrize("query", HOSTILE)
def test_no_query_breaks_the_search(tmp_path: Path, query: str) -> None:
    """Whatever is typed gives results or none, never an error of the database."""
    with open_ledger(tmp_path / "a.db") as ledger:
        ledger.append([claim("clm-1", "forty")])
        assert len(ledger.search(query)) <= 1
        assert ledger.search("forty", -1) == ()


def test_stored_bytes_come_back(tmp_path: Path) -> None:
    """What was put in comes out under its hash; storing twice stores once."""
    content = bytes(range(256)) * 40
    with open_ledger(tmp_path / "a.db") as ledger:
        assert ledger.content(ledger.put_content(content)) == content
        assert ledger.content(ledger.put_content(b"")) == b""
        ledger.append([claim("clm-1")], [content, b"new"])
        assert ledger.state().contents == 3


def test_bytes_that_are_not_stored_are_not_found(tmp_path: Path) -> None:
    """An unknown hash is an error with advice."""
    with open_ledger(tmp_path / "a.db") as ledger, pytest.raises(NotFound, match="E403"):
        ledger.content("0" * 64)


@pytest.mark.parametrize("change", ["size = size - 1", "compressed = x'00'", "compressed = 'text'", "size = -5"])
def test_damaged_bytes_are_noticed(tmp_path: Path, change: str) -> None:
    """Stored bytes are checked against their hash when they are read."""
    filled(tmp_path / "a.db")
    with raw(tmp_path / "a.db") as connection:
        without_guards(connection)
        connection.execute(f"UPDATE content SET {change}")
        [(sha256,)] = connection.execute("SELECT sha256 FROM content").fetchall()
    with Ledger.open(tmp_path / "a.db") as ledger, pytest.raises(LedgerDamaged):
        ledger.content(sha256)


@pytest.mark.parametrize("change", ["published = '20241216'", "body = x'ff'", "reason = CAST(x'ff' AS TEXT)"])
def test_a_damaged_row_is_an_error_of_ours(tmp_path: Path, change: str) -> None:
    """Rows that the ledger did not write so are reported as damage, not as a crash."""
    filled(tmp_path / "a.db")
    with raw(tmp_path / "a.db") as connection:
        without_guards(connection)
        connection.execute(f"UPDATE entry SET {change} WHERE number = 3")
    with Ledger.open(tmp_path / "a.db") as ledger, pytest.raises(LedgerDamaged, match="verify the ledger"):
        tuple(ledger.entries())


def test_a_view_that_names_a_missing_entry_is_damage(tmp_path: Path) -> None:
    """The reader does not pass over an entry that the view promises."""
    filled(tmp_path / "a.db")
    with raw(tmp_path / "a.db") as connection:
        connection.execute("UPDATE current_entry SET number = 99 WHERE subject = 'clm-2'")
    with Ledger.open(tmp_path / "a.db") as ledger, pytest.raises(LedgerDamaged, match="not there"):
        tuple(ledger.current(CLAIM))


def test_the_state_counts_what_is_there(tmp_path: Path) -> None:
    """Entries, batches, stored captures and current subjects by kind."""
    filled(tmp_path / "a.db")
    with Ledger.open(tmp_path / "a.db") as ledger:
        state = ledger.state()
    assert (state.entries, state.batches, state.contents, state.form) == (7, 4, 1, "0004")
    assert dict(state.current) == {EntryKind.CAPTURE: 1, EntryKind.CLAIM: 2, EntryKind.DOCUMENT: 1}


def test_entries_are_entries(tmp_path: Path) -> None:
    """Every field of a draft is kept."""
    written = filled(tmp_path / "a.db")
    assert all(isinstance(entry, Entry) and entry.expected_hash() == entry.hash for entry in written)
