"""``reportedly times``: the table that people see and the records that programs read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportedly.cli import main

TEXT = "Bridge shelled\n\nDecember 16, 2024\n\nThe bridge was shelled on Friday, December 14. Repairs may start soon.\n"


def run(*arguments: str | Path) -> Result:
    """Run ``reportedly``."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module", name="report")
def fixture_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report with a weekday that disagrees with its date."""
    path = tmp_path_factory.mktemp("reports") / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_table_shows_days_and_rule(report: Path) -> None:
    """Words, value, days and rule stand in the table."""
    outcome = run("times", report)
    assert outcome.exit_code == 0, outcome.output
    assert "2024-12-14" in outcome.stdout
    assert "granularity" in outcome.stdout


def test_the_record_names_the_warning(report: Path) -> None:
    """A weekday that disagrees is in the JSON object."""
    outcome = run("times", report, "--json")
    found = json.loads(outcome.stdout)["documents"][0]["times"]
    warnings = [each["warnings"] for each in found if each["words"] == "Friday, December 14"]
    assert warnings == [["Friday disagrees with 2024-12-14, a Saturday"]]


def test_policies_of_ones_own_are_taken(report: Path, tmp_path: Path) -> None:
    """Without a policy for it, ``soon`` is no time."""
    path = tmp_path / "policies.json"
    path.write_text('{"policies": []}', encoding="utf-8")
    found = json.loads(run("times", report, "--json", "--policies", path).stdout)["documents"][0]["times"]
    assert all(each["words"] != "soon" for each in found)
