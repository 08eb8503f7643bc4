"""Who changes a recorded prediction, with the whole chain made to fit, is found by the walk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ledger_samples import claim, guards, open_ledger, raw, restore_guards, without_guards
from predicted import predicted
from reportedly.ledger.reading import Reader
from reportedly.ledger.store import Ledger
from reportedly.ledger.tables import entry_of, row_of
from reportedly.ledger.verify import Verification, verify
from reportedly.model.codec import from_json, to_json
from reportedly.model.entry import Action, Draft, Entry, EntryKind
from reportedly.model.prediction import Prediction, Voice

Change = Callable[[Draft], Draft]


def made(path: Path) -> Prediction:
    """Write a ledger with a claim, a forecast that rests on it and a second claim."""
    cited = claim("clm-1", "the bridge will fall")
    forecast = predicted(voice=Voice.SOURCE, claim_ids=("clm-1",), bodies={"clm-1": cited.body})
    with open_ledger(path) as book:
        book.append([cited])
        book.append([Draft(EntryKind.PREDICTION, forecast.id, to_json(forecast), "reportedly test", "published")])
        book.append([claim("clm-2", "it rains")])
    return forecast


def forged(path: Path, number: int, change: Change) -> Verification:
    """Change an entry, make all hashes from there on fit again, and walk."""
    with Ledger.open(path) as book:
        entries = list(Reader.entries(book))
    previous, written = "0" * 64, []
    for entry in entries:
        draft = change(entry.draft) if entry.number == number else entry.draft
        unsigned = Entry(entry.number, entry.batch, draft, entry.recorded, previous, "")
        written.append(replace(unsigned, hash=unsigned.expected_hash()))
        previous = written[-1].hash
    with raw(path) as connection:
        statements = guards(connection)
        without_guards(connection)
        for entry in written:
            row = row_of(entry)
            assert entry_of(row) == entry
            columns = ", ".join(f"{name} = ?" for name in row)
            connection.execute(f"UPDATE entry SET {columns} WHERE number = ?", [*row.values(), entry.number])
        restore_guards(connection, statements)
    return verify(path)


def bolder(draft: Draft) -> Draft:
    """Let the forecast have been surer than it was."""
    there = from_json(Prediction, draft.body)
    assert there.chance is not None
    return replace(draft, body=to_json(replace(there, chance=replace(there.chance, number=0.95))))


def renamed(draft: Draft) -> Draft:
    """Let it have been surer, under an id that fits."""
    there = from_json(Prediction, bolder(draft).body).identified()
    return replace(draft, subject=there.id, body=to_json(there))


def test_the_planted_ledger_is_sound(tmp_path: Path) -> None:
    """Made fit again without a change, nothing is found."""
    made(tmp_path / "a.db")
    assert forged(tmp_path / "a.db", 2, lambda draft: draft).ok


def test_a_changed_probability_does_not_fit_the_id(tmp_path: Path) -> None:
    """The number that was said is part of the id."""
    made(tmp_path / "a.db")
    found = forged(tmp_path / "a.db", 2, bolder)
    assert [(one.number, one.what) for one in found.damage] == [(2, "entry 2: the prediction does not fit its id")]


def test_a_change_with_an_id_that_fits_is_seen_in_the_view(tmp_path: Path) -> None:
    """Whoever noted the id no longer finds it; the view of before speaks of it still."""
    made(tmp_path / "a.db")
    assert not forged(tmp_path / "a.db", 2, renamed).ok


def test_changed_evidence_is_found(tmp_path: Path) -> None:
    """The claim that a forecast rests on is part of its digest."""
    made(tmp_path / "a.db")
    found = forged(tmp_path / "a.db", 1, lambda draft: replace(draft, body='{"quote":"the bridge will stand"}'))
    assert [one.number for one in found.damage if one.number] == [2]
    assert "are not those that stood before it" in found.damage[0].what


@pytest.mark.parametrize("action", list(Action))
def test_a_second_entry_about_a_prediction_is_found(tmp_path: Path, action: Action) -> None:
    """A later entry was turned into one that changes or withdraws the forecast."""
    there = made(tmp_path / "a.db")
    body = "" if action is Action.WITHDRAW else to_json(there)
    planted = Draft(EntryKind.PREDICTION, there.id, body, "reportedly test", "changed", action)
    found = forged(tmp_path / "a.db", 3, lambda _: planted)
    assert "entry 3 changes a prediction, which is recorded once" in [one.what for one in found.damage]


def test_a_claim_read_anew_afterwards_is_no_fault(tmp_path: Path) -> None:
    """What counts is the claim as it stood when the forecast was recorded."""
    made(tmp_path / "a.db")
    with Ledger.open(tmp_path / "a.db", write=True) as book:
        book.append([claim("clm-1", "the bridge may fall")])
    assert verify(tmp_path / "a.db").ok
