"""Reading people's decisions again decodes only what is new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from reportedly.ledger.store import Ledger
from reportedly.model.entry import Entry, EntryKind
from reportedly.model.review import Decision
from reportedly.pipeline import decided
from reportedly.pipeline.run import add_paths
from reportedly.pipeline.workbench.reviewing import ReviewWish, record_review, undo_review
from toy import toy_tools
from toy_reports import write_reports

TOOLS = toy_tools()


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Give a ledger with three reports."""
    add_paths([write_reports(tmp_path / "reports")], TOOLS, tmp_path / "a.db")
    return tmp_path / "a.db"


def accept(ledger: Path, place: int) -> str:
    """Accept one of the claims; return the decision's id."""
    with Ledger.open(ledger) as book:
        claim = book.subjects(EntryKind.CLAIM)[place]
    return record_review(ledger, ReviewWish(claim, Decision.ACCEPT, "A. Analyst", ""), TOOLS).id


def read(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[set[str], int]:
    """Return the decisions in force, and how many entries were read for that."""
    asked: list[int] = []
    found = Ledger.at

    def at(book: Ledger, numbers: Sequence[int]) -> Iterator[Entry]:
        asked.extend(numbers)
        return found(book, numbers)

    with Ledger.open(ledger) as book, monkeypatch.context() as patch:
        patch.setattr(Ledger, "at", at)
        return {one.id for one in decided.all_decided(book).reviews}, len(asked)


def test_a_second_look_reads_no_decision_again(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was decoded stays decoded while the ledger holds it."""
    one, two = accept(ledger, 0), accept(ledger, 1)
    read(ledger, monkeypatch)
    assert read(ledger, monkeypatch) == ({one, two}, 0)


def test_a_new_decision_alone_is_read(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A grown ledger costs its growth."""
    one = accept(ledger, 0)
    read(ledger, monkeypatch)
    two = accept(ledger, 1)
    assert read(ledger, monkeypatch) == ({one, two}, 1)


def test_a_decision_taken_back_is_gone(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was decoded earlier does not outlive its withdrawal."""
    one, two = accept(ledger, 0), accept(ledger, 1)
    read(ledger, monkeypatch)
    undo_review(ledger, one, "A. Analyst", "mistaken", TOOLS)
    assert read(ledger, monkeypatch)[0] == {two}


def test_another_ledger_in_the_same_place_is_read_anew(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that replaces another one shows its own decisions."""
    kept = ledger.read_bytes()
    one = accept(ledger, 0)
    assert read(ledger, monkeypatch)[0] == {one}
    for other in ledger.parent.glob("a.db-*"):
        other.unlink()
    ledger.write_bytes(kept)
    two = accept(ledger, 1)
    assert read(ledger, monkeypatch)[0] == {two}
