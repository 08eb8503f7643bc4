"""Runs: from paths to a dossier, in memory and through a ledger."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reportedly.ledger.store import Ledger
from reportedly.ledger.verify import verify
from reportedly.model.codec import to_json
from reportedly.model.entry import EntryKind
from reportedly.pipeline.intake import NothingRead
from reportedly.pipeline.run import add_paths, assess_paths, dossier_of
from reportedly.pipeline.settings import ACTOR, Settings
from toy import NAME, toy_tools
from toy_reports import write_reports


def tools_as_of(day: date) -> Settings:
    """Return the settings of a run as of a day."""
    return Settings(model=NAME, executor="serial", as_of=day)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Give a folder with three reports."""
    return write_reports(tmp_path / "reports")


def test_a_run_in_memory_reads_groups_and_assesses(reports: Path) -> None:
    """Every report becomes a document, every sentence a claim, and the assessment cites them."""
    run = assess_paths([reports], toy_tools())
    assert (len(run.dossier.documents), len(run.dossier.claims)) == (3, 5)
    assert run.dossier.assessment.findings


def test_a_run_through_a_ledger_gives_the_same_dossier(reports: Path, tmp_path: Path) -> None:
    """What is recorded and drawn again is byte for byte what a run in memory gives."""
    memory = assess_paths([reports], toy_tools()).dossier
    assert to_json(assess_paths([reports], toy_tools(), tmp_path / "a.db").dossier) == to_json(memory)


def test_the_order_of_adding_does_not_matter(reports: Path, tmp_path: Path) -> None:
    """Reports that are added one by one, last first, give the same dossier as all at once."""
    for path in sorted(reports.iterdir(), reverse=True):
        run = add_paths([path], toy_tools(), tmp_path / "a.db")
    assert to_json(run.dossier) == to_json(add_paths([reports], toy_tools(), tmp_path / "b.db").dossier)


def test_adding_again_records_nothing(reports: Path, tmp_path: Path) -> None:
    """What stands in the ledger unchanged is not asserted again."""
    ledger = tmp_path / "a.db"
    assess_paths([reports], toy_tools(), ledger)
    before = verify(ledger)
    assert assess_paths([reports], toy_tools(), ledger).added == 0
    assert verify(ledger) == before


def test_every_entry_names_its_actor_and_reason(reports: Path, tmp_path: Path) -> None:
    """The program signs what it records, and every kind of result is recorded."""
    assess_paths([reports], toy_tools(), tmp_path / "a.db")
    with Ledger.open(tmp_path / "a.db") as book:
        entries = list(book.entries())
    assert {entry.draft.actor for entry in entries} == {ACTOR}
    wanted = {"capture", "document", "claim", "event", "testimony", "evidence", "assessment"}
    assert wanted <= {str(entry.draft.kind) for entry in entries}


def test_a_claim_carries_its_clocks(reports: Path, tmp_path: Path) -> None:
    """A claim's entry says when its document was published."""
    add_paths([reports], toy_tools(), tmp_path / "a.db")
    with Ledger.open(tmp_path / "a.db") as book:
        days = {entry.draft.published for entry in book.current(EntryKind.CLAIM)}
    assert days == {date(2024, 12, 14), date(2024, 12, 15), date(2024, 12, 16)}


def test_as_of_leaves_out_what_came_later(reports: Path, tmp_path: Path) -> None:
    """A view as of a day holds what was published by then, from memory and from a ledger alike."""
    tools = toy_tools(settings=tools_as_of(date(2024, 12, 15)))
    add_paths([reports], toy_tools(), tmp_path / "a.db")
    drawn = dossier_of(tmp_path / "a.db", tools, compared=True).dossier
    assert [document.key for document in drawn.documents] == ["wire", "gazette"]
    assert to_json(drawn) == to_json(assess_paths([reports], tools).dossier)


def test_as_of_says_which_reports_have_no_day(tmp_path: Path) -> None:
    """A report without a day is left out of a view as of a day, and named."""
    reports = write_reports(tmp_path / "reports", ("undated", None, "It rained in Port Tallow."))
    run = assess_paths([reports], toy_tools(settings=tools_as_of(date(2024, 12, 20))))
    assert [(refusal.code, refusal.where) for refusal in run.refusals] == [("R401", "undated")]


def test_a_view_as_of_a_day_leaves_the_groups_of_the_ledger_alone(reports: Path, tmp_path: Path) -> None:
    """Assessing as of an earlier day records no other events than those of all reports."""
    ledger = tmp_path / "a.db"
    add_paths([reports], toy_tools(), ledger)
    with Ledger.open(ledger) as book:
        before = [entry.draft.subject for entry in book.current(EntryKind.EVENT)]
    assess_paths([reports], toy_tools(settings=tools_as_of(date(2024, 12, 14))), ledger)
    with Ledger.open(ledger) as book:
        assert [entry.draft.subject for entry in book.current(EntryKind.EVENT)] == before


def test_a_report_that_changes_is_another_document(reports: Path, tmp_path: Path) -> None:
    """New words under an old name are a new document; the old one stays."""
    ledger = tmp_path / "a.db"
    add_paths([reports], toy_tools(), ledger)
    write_reports(reports, ("wire", "2024-12-17", "Harbour Office said: 13 sailors were killed near Port Tallow."))
    run = add_paths([reports], toy_tools(), ledger)
    assert (run.added, len(run.dossier.documents)) == (1, 4)


def test_refusals_are_recorded_and_the_rest_goes_on(reports: Path, tmp_path: Path) -> None:
    """An empty file is named and kept in the ledger; the other files are assessed."""
    (reports / "empty.txt").touch()
    run = add_paths([reports], toy_tools(), tmp_path / "a.db")
    assert [refusal.where for refusal in run.refusals] == ["empty.txt"]
    assert (len(run.dossier.documents), len(run.dossier.refusals)) == (3, 1)


def test_nothing_read_is_an_error_that_keeps_the_refusals(tmp_path: Path) -> None:
    """Where no document can be read the error carries the reasons."""
    (tmp_path / "empty.txt").touch()
    with pytest.raises(NothingRead) as caught:
        assess_paths([tmp_path / "empty.txt"], toy_tools())
    assert [refusal.code for refusal in caught.value.refusals] == ["R102"]
    assert caught.value.exit_status == 3
