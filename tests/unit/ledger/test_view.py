"""The current view and the word index follow the entries."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ledger_samples import claim, document, open_ledger, withdrawal
from reportedly.ledger import sqlite
from reportedly.ledger.store import Ledger
from reportedly.ledger.view import Words, words_of
from reportedly.model.entry import EntryKind


def current(ledger: Ledger) -> dict[str, int]:
    """Return the claims that hold, with the number of their entry."""
    return {entry.draft.subject: entry.number for entry in ledger.current(EntryKind.CLAIM)}


def test_a_later_assertion_supersedes(tmp_path: Path) -> None:
    """The newest assertion of a subject holds."""
    with open_ledger(tmp_path / "a.db") as ledger:
        ledger.append([claim("clm-1"), claim("clm-2")])
        ledger.append([claim("clm-1", "fifty")])
        assert current(ledger) == {"clm-1": 3, "clm-2": 2}


def test_a_withdrawal_takes_a_subject_out(tmp_path: Path) -> None:
    """A withdrawn claim holds no more, and comes back when it is asserted again."""
    with open_ledger(tmp_path / "a.db") as ledger:
        ledger.append([claim("clm-1")])
        ledger.append([withdrawal("clm-1")])
        assert current(ledger) == {}
        ledger.append([claim("clm-1")])
        assert current(ledger) == {"clm-1": 3}


def test_within_a_batch_the_last_word_holds(tmp_path: Path) -> None:
    """Assertion, withdrawal and assertion of one subject in one batch leave the last one."""
    with open_ledger(tmp_path / "a.db") as ledger:
        ledger.append([claim("clm-1"), withdrawal("clm-1"), claim("clm-1"), claim("clm-2"), withdrawal("clm-2")])
        assert current(ledger) == {"clm-1": 3}


def test_kinds_do_not_touch_each_other(tmp_path: Path) -> None:
    """Withdrawing a note about a claim leaves the claim."""
    with open_ledger(tmp_path / "a.db") as ledger:
        ledger.append([claim("clm-1"), withdrawal("clm-1", EntryKind.NOTE)])
        assert current(ledger) == {"clm-1": 1}


def test_superseded_words_are_no_longer_found(tmp_path: Path) -> None:
    """Search sees what holds now."""
    with open_ledger(tmp_path / "a.db") as ledger:
        ledger.append([claim("clm-1", "forty hurt"), claim("clm-2", "forty lost"), claim("clm-3", "forty seen")])
        ledger.append([claim("clm-1", "fifty hurt"), withdrawal("clm-2")])
        assert [entry.number for entry in ledger.search("forty")] == [3]


def test_a_lost_view_is_rebuilt(tmp_path: Path) -> None:
    """Emptying view and index loses nothing that rebuilding does not bring back."""
    with open_ledger(tmp_path / "a.db") as ledger:
        ledger.append([claim("clm-1"), document("doc-1", "Forty were hurt."), withdrawal("clm-0")])
        with ledger._writing() as connection:
            connection.exec_driver_sql("DELETE FROM current_entry")
            sqlite.clear_words(connection)
        assert (current(ledger), ledger.search("forty")) == ({}, ())
        ledger.rebuild_view()
        assert (current(ledger), len(ledger.search("forty"))) == ({"clm-1": 1}, 2)


@pytest.mark.parametrize(
    ("kind", "data", "words"),
    [
        (EntryKind.CLAIM, {"quote": "forty hurt", "text": "x"}, Words("", "forty hurt")),
        (EntryKind.DOCUMENT, {"text": "Forty hurt.", "title": None}, Words("", "Forty hurt.")),
        (EntryKind.DOCUMENT, {"title": "Forty"}, Words("Forty", "")),
        (EntryKind.CLAIM, {"quote": "a\0b\ud800"}, Words("", "a b?")),
        (EntryKind.CLAIM, {"quote": 7}, None),
        (EntryKind.CLAIM, ["quote"], None),
        (EntryKind.NOTE, {"quote": "forty"}, None),
    ],
)
def test_the_words_of_claims_and_documents_are_searchable(kind: EntryKind, data: object, words: Words | None) -> None:
    """Quotes, titles and texts are words, and what no database keeps is replaced; nothing else counts."""
    assert words_of(kind, json.dumps(data)) == words
