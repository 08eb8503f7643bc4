"""What a growing ledger redraws, and when it draws everything anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.ledger.store import Ledger
from reportedly.model.errors import ReportedlyError
from reportedly.pipeline.growing import Grower
from reportedly.pipeline.run import add_paths, dossier_of, grow_paths
from reportedly.pipeline.views import verified
from toy import toy_tools
from toy_reports import write_reports

MORE = ("leaflet", "2024-12-17", "Lighthouse Guild said: 9 sailors were killed near Port Tallow. Rain fell.")


@pytest.fixture
def redrawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note each time that everything is drawn anew."""
    times: list[str] = []
    real = Grower._draw_all

    def noted(grower: Grower) -> None:
        times.append("all")
        real(grower)

    monkeypatch.setattr(Grower, "_draw_all", noted)
    return times


def test_only_the_first_reports_draw_everything(tmp_path: Path, redrawn: list[str]) -> None:
    """After the tables are filled a new report draws its own story."""
    ledger = tmp_path / "a.db"
    grow_paths([write_reports(tmp_path / "reports")], toy_tools(), ledger)
    told = grow_paths([write_reports(tmp_path / "more", MORE)], toy_tools(), ledger)
    assert (told.added, told.documents, redrawn) == (1, 4, ["all"])


def test_an_assessment_leaves_the_tables_in_force(tmp_path: Path, redrawn: list[str]) -> None:
    """What an assessment records concerns no story."""
    ledger = tmp_path / "a.db"
    add_paths([write_reports(tmp_path / "reports")], toy_tools(), ledger, assessed=True)
    grow_paths([write_reports(tmp_path / "more", MORE)], toy_tools(), ledger)
    assert redrawn == ["all"]


def test_a_run_that_reads_nothing_leaves_the_tables_in_force(tmp_path: Path, redrawn: list[str]) -> None:
    """A refusal concerns no story."""
    ledger, empty = tmp_path / "a.db", tmp_path / "empty.txt"
    empty.write_text("", encoding="utf-8")
    grow_paths([write_reports(tmp_path / "reports")], toy_tools(), ledger)
    with pytest.raises(ReportedlyError):
        grow_paths([empty], toy_tools(), ledger)
    grow_paths([write_reports(tmp_path / "more", MORE)], toy_tools(), ledger)
    assert redrawn == ["all"]


def test_a_rebuilt_view_draws_everything_again(tmp_path: Path, redrawn: list[str]) -> None:
    """Emptied tables are filled with the next report, and nothing is lost."""
    ledger = tmp_path / "a.db"
    grow_paths([write_reports(tmp_path / "reports")], toy_tools(), ledger)
    before = dossier_of(ledger, toy_tools()).dossier
    with Ledger.open(ledger, write=True) as book:
        book.rebuild_view()
    grow_paths([tmp_path / "reports"], toy_tools(), ledger)
    assert (redrawn, dossier_of(ledger, toy_tools()).dossier) == (["all", "all"], before)
    assert verified(ledger).ok
