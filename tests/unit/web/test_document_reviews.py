"""What people decided about claims stands beside them in the reader."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from builders import make_claim, make_document, make_link, span_in
from reader_samples import client_of, ledger_of, page_of
from reportedly.model.review import Decision
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare
from reportedly.pipeline.workbench.reviewing import ReviewWish, add_claim, record_review

PAGE = make_document("a.txt", "The Wire", date(2024, 12, 16), "The Agency said that a bridge fell. A dam held in Tarn.")
FALL = make_claim(PAGE, "a bridge fell", (make_link(PAGE, "The Agency", "The Agency", "said"),))
ADDRESS = f"/document/{PAGE.id}"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger of one page with one claim."""
    return ledger_of(tmp_path / "a.db", (PAGE, (FALL,)))


def _decide(ledger: Path, decision: Decision, reason: str) -> None:
    record_review(ledger, ReviewWish(FALL.id, decision, "Ida Brandt", reason), prepare(Settings()))


def test_who_accepted_a_claim_is_told(ledger: Path) -> None:
    """A claim that somebody looked at says who that was and what came of it."""
    _decide(ledger, Decision.ACCEPT, "read twice")
    (note,) = client_of(ledger).get(ADDRESS + ".json").json()["notes"]
    assert note["reviews"] == [{"decision": "accepted", "author": "Ida Brandt", "reason": "read twice"}]


def test_a_rejected_claim_is_unmarked_and_listed(ledger: Path) -> None:
    """What somebody rejected counts no more, but nobody has to guess that it was there."""
    _decide(ledger, Decision.REJECT, "a headline")
    view = client_of(ledger).get(ADDRESS + ".json").json()
    assert view["notes"] == []
    assert [(one["quote"], one["mark"]["reason"]) for one in view["rejected"]] == [("a bridge fell", "a headline")]
    assert "Rejected by people" in page_of(client_of(ledger), ADDRESS)


def test_an_added_claim_is_marked_in_the_text(ledger: Path) -> None:
    """A claim that the machine missed stands in the text like any other, with who added it."""
    add_claim(ledger, PAGE.id, ("Ida Brandt", "missed"), prepare(Settings()), span=span_in(PAGE, "A dam held in Tarn"))
    notes = client_of(ledger).get(ADDRESS + ".json").json()["notes"]
    assert [note["quote"] for note in notes] == ["a bridge fell", "A dam held in Tarn"]
    assert notes[1]["reviews"][0]["decision"] == "added by hand"
