"""People's judgements: recorded, heeded, taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.ledger.store import Ledger
from reportedly.model.entry import EntryKind
from reportedly.model.errors import NotFound, SettingsError
from reportedly.pipeline.judging import Wish, judge, undo
from reportedly.pipeline.run import add_paths, dossier_of
from toy import toy_tools
from toy_reports import write_reports

APART = Wish(same=False, about_event=True, author="A. Analyst", reason="another ship")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Give a ledger with three reports."""
    add_paths([write_reports(tmp_path / "reports")], toy_tools(), tmp_path / "a.db")
    return tmp_path / "a.db"


def killed_pair(ledger: Path) -> tuple[str, str]:
    """Return the two claims that relay the Harbour Office."""
    claims = dossier_of(ledger, toy_tools()).dossier.claims
    left, right = [claim.id for claim in claims if claim.quote.startswith("12 sailors")]
    return left, right


def together(ledger: Path, pair: tuple[str, str]) -> bool:
    """Say whether one event holds both claims."""
    events = dossier_of(ledger, toy_tools()).dossier.events
    return any(set(pair) <= set(event.claim_ids) for event in events)


def test_two_claims_that_a_person_tells_apart_are_apart(ledger: Path) -> None:
    """A person's judgement outranks the machine's grouping."""
    pair = killed_pair(ledger)
    assert together(ledger, pair)
    judge(ledger, pair, APART, toy_tools())
    assert not together(ledger, pair)


def test_a_judgement_taken_back_leaves_no_trace_but_history(ledger: Path) -> None:
    """After an undo the groups are as before, and both entries stand in the history."""
    pair = killed_pair(ledger)
    made = judge(ledger, pair, APART, toy_tools())
    undo(ledger, made.id, "B. Second", "same ship after all", toy_tools())
    assert together(ledger, pair)
    with Ledger.open(ledger) as book:
        assert [entry.draft.actor for entry in book.history(made.id)] == ["A. Analyst", "B. Second"]


def test_adding_more_reports_keeps_a_persons_judgement(ledger: Path, tmp_path: Path) -> None:
    """A later run neither withdraws nor overwrites what a person said."""
    made = judge(ledger, killed_pair(ledger), APART, toy_tools())
    more = write_reports(tmp_path / "more", ("late", "2024-12-18", "Ferry Board said: 3 boats were sunk."))
    add_paths([more], toy_tools(), ledger)
    with Ledger.open(ledger) as book:
        assert book.get(EntryKind.JUDGEMENT, made.id) is not None


@pytest.mark.parametrize("author", ["", "machine", "reportedly 9.9"])
def test_a_judgement_needs_a_persons_name(ledger: Path, author: str) -> None:
    """Nobody can sign as the program."""
    with pytest.raises(SettingsError, match="person"):
        judge(ledger, killed_pair(ledger), Wish(True, True, author, "why"), toy_tools())


def test_nothing_to_take_back_is_an_error(ledger: Path) -> None:
    """An undo where nobody has judged anything is refused."""
    with pytest.raises(NotFound):
        undo(ledger, "jdg-1", "A. Analyst", "why", toy_tools())
