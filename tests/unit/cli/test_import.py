"""``reportedly import`` from the command line: text, JSON, predictions, refusals, ledger."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from coded_tables import row, written

Call = Callable[..., Result]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Give a table of three relays of one saying, of which one changed it."""
    path = tmp_path / "claims.csv"
    rows = [
        row(root_id="S1", relation="faithful_relay"),
        row(claim_id="A2", root_id="S1", relation="faithful_relay", relayed_by="Wire <- NDO"),
        row(
            claim_id="A3",
            root_id="S1",
            relation="mutated_relay",
            distortion="bound: at least -> over",
            qualifier="over",
        ),
    ]
    path.write_text(written(rows), encoding="utf-8")
    return path


def test_it_shows_pages_beside_origins(call: Call, table: Path) -> None:
    """Three pages, one origin."""
    shown = call("import", table)
    assert shown.exit_code == 0
    assert "3 rows taken" in shown.stdout
    assert "Post" in shown.stdout


def test_json_is_one_object(call: Call, table: Path) -> None:
    """Sayings with their rows, changes, origins and differences."""
    data = json.loads(call("import", table, "--json").stdout)
    assert [(one["rows"], one["independent"]) for one in data["testimonies"]] == [(["A1", "A2", "A3"], 1)]
    assert [one["type"] for one in data["drifts"]] == ["bound"]
    assert (data["rows"], data["differences"], data["refusals"]) == (3, [], [])


def test_several_pages_of_one_origin_raise_an_alarm(call: Call, table: Path) -> None:
    """The alarm says how many pages stand on whom."""
    data = json.loads(call("import", table, "--json").stdout)
    assert data["testimonies"][0]["alarm"].startswith("3 pages, one origin")


def test_predictions_are_what_the_scorer_reads(call: Call, table: Path, tmp_path: Path) -> None:
    """A line a row, by its id, and a line an event."""
    assert call("import", table, "--predictions", tmp_path / "p.jsonl").exit_code == 0
    lines = [json.loads(line) for line in (tmp_path / "p.jsonl").read_text(encoding="utf-8").splitlines()]
    rows = {line["document"]: line for line in lines if "document" in line}
    assert (sorted(rows), rows["A3"]["drift"], len({line["testimony"] for line in rows.values()})) == (
        ["A1", "A2", "A3"],
        ["bound"],
        1,
    )
    assert [line["independent_origins"] for line in lines if "independent_origins" in line] == [1]


def test_a_refused_row_ends_with_1(call: Call, table: Path) -> None:
    """It is named on stderr with its line; the rest is done."""
    with table.open("a", encoding="utf-8") as file:
        file.write("A4" + "," * 12 + "\n")
    outcome = call("import", table)
    assert (outcome.exit_code, "R225" in outcome.stderr, "3 rows taken" in outcome.stdout) == (1, True, True)


def test_a_table_of_nothing_ends_with_3(call: Call, tmp_path: Path) -> None:
    """As all commands do that can read nothing."""
    (tmp_path / "t.csv").write_text("colour\nred\n", encoding="utf-8")
    assert call("import", tmp_path / "t.csv").exit_code == 3


def test_the_ledger_answers_other_commands(call: Call, table: Path, tmp_path: Path) -> None:
    """Imported rows are in the ledger as all claims are."""
    assert call("import", table, "--ledger", tmp_path / "case.db", "--by", "Ada Coder").exit_code == 0
    events = json.loads(call("events", "--ledger", tmp_path / "case.db", "--json").stdout)["events"]
    assert [(one["pages"], one["origins"]) for one in events] == [(3, 1)]
    assert json.loads(call("drift", "--ledger", tmp_path / "case.db", "--json").stdout)["drifts"]


def test_reports_and_tables_share_a_ledger(call: Call, ledger: Path, table: Path) -> None:
    """What was read out of texts stays as it was."""
    before = json.loads(call("events", "--ledger", ledger, "--json").stdout)["events"]
    assert call("import", table, "--ledger", ledger).exit_code == 0
    after = json.loads(call("events", "--ledger", ledger, "--json").stdout)["events"]
    assert [one for one in after if one in before] == before
    assert len(after) == len(before) + 1
