"""A prediction is recorded once: nothing changes it, nothing takes it back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ledger_samples import drop_catalogue, open_ledger, raw
from predicted import expected, predicted
from reportedly.ledger.store import Ledger
from reportedly.ledger.verify import verify
from reportedly.model.codec import to_json
from reportedly.model.entry import Action, Draft, EntryKind
from reportedly.model.errors import LedgerError
from reportedly.model.prediction import Prediction


def draft(prediction: Prediction, body: str | None = None) -> Draft:
    """Draft the assertion of a prediction."""
    text = to_json(prediction) if body is None else body
    return Draft(EntryKind.PREDICTION, prediction.id, text, "Ann Ode", "entered by hand")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Give a ledger with one prediction."""
    with open_ledger(tmp_path / "a.db") as book:
        book.append([draft(predicted())])
    return tmp_path / "a.db"


def refused(ledger: Path, *drafts: Draft) -> str:
    """Return the code with which drafts are refused; the ledger stays usable and sound."""
    with Ledger.open(ledger, write=True) as book:
        with pytest.raises(LedgerError) as caught:
            book.append(drafts)
        assert book.count(EntryKind.PREDICTION) == 1
    assert verify(ledger).ok
    return caught.value.code


@pytest.mark.parametrize("made", [predicted(), expected()], ids=["proposition", "quantity"])
def test_a_prediction_reads_back_as_it_was_recorded(tmp_path: Path, made: Prediction) -> None:
    """Body and id survive the way through the ledger."""
    with open_ledger(tmp_path / "a.db") as book:
        book.append([draft(made)])
        entry = book.get(EntryKind.PREDICTION, made.id)
    assert entry is not None
    assert entry.draft.body == to_json(made)
    assert verify(tmp_path / "a.db").ok


def test_the_same_prediction_is_refused_a_second_time(ledger: Path) -> None:
    """Not even unchanged is it asserted again."""
    assert refused(ledger, draft(predicted())) == "E311"


def test_an_edited_prediction_is_refused(ledger: Path) -> None:
    """Another number under the old id is no correction."""
    there = predicted()
    assert refused(ledger, draft(replace(predicted(number=0.9), id=there.id))) == "E311"


def test_a_prediction_is_never_withdrawn(ledger: Path) -> None:
    """An undo is for resolutions."""
    assert refused(ledger, Draft(EntryKind.PREDICTION, predicted().id, "", "Ann Ode", "oh", Action.WITHDRAW)) == "E311"


def test_two_entries_about_one_prediction_in_a_batch_are_refused(ledger: Path) -> None:
    """The second is a change like any other."""
    other = draft(predicted(text="the dam fails"))
    assert refused(ledger, other, other) == "E311"


@pytest.mark.parametrize("body", ["{}", '{"id":"prd-1"}'])
def test_a_body_that_is_no_prediction_is_refused(ledger: Path, body: str) -> None:
    """What cannot be read as one cannot be scored."""
    assert refused(ledger, draft(predicted(text="the dam fails"), body)) == "E309"


def test_a_prediction_under_a_foreign_id_is_refused(ledger: Path) -> None:
    """The id follows from what was said."""
    assert refused(ledger, draft(replace(predicted(text="the dam fails"), id="prd-1"))) == "E309"


def test_the_table_itself_refuses_a_second_entry(ledger: Path) -> None:
    """Who writes past this program meets the guard."""
    columns = "batch, kind, subject, action, body, actor, reason, recorded, previous_hash, hash"
    copied = f"INSERT INTO entry (number, {columns}) SELECT number + 1, {columns} FROM entry"
    with raw(ledger) as connection, pytest.raises(Exception, match="append-only"):
        connection.execute(copied)


def test_a_ledger_of_the_older_form_gets_the_guard(ledger: Path) -> None:
    """Opening it for writing brings it up to date."""
    with raw(ledger) as connection:
        connection.execute("DROP TRIGGER prediction_once")
        drop_catalogue(connection)
        connection.execute("UPDATE alembic_version SET version_num = '0002'")
    Ledger.open(ledger, write=True).close()
    assert verify(ledger).ok
