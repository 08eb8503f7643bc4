"""``reportedly figures``: the table that people see and the records that programs read."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from reportedly.cli import main
from reportedly.cli.commands.figures import bounded

TEXT = "At least 12 miners were killed and 30 wounded in Tarn, police said. A nurse was shot dead."


def run(*arguments: str | Path) -> Result:
    """Run ``reportedly``."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module", name="report")
def fixture_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report with a bound, an exact figure and a victim without one."""
    path = tmp_path_factory.mktemp("reports") / "blast.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture(scope="module", name="found")
def fixture_found(report: Path) -> dict[str, Any]:
    """What ``--json`` prints of the report."""
    outcome = run("figures", report, "--json")
    assert outcome.exit_code == 0, outcome.output
    one: dict[str, Any] = json.loads(outcome.stdout)["documents"][0]
    return one


@pytest.fixture(scope="module", name="shown")
def fixture_shown(report: Path) -> str:
    """What people see of the report."""
    outcome = run("figures", report, "--quiet")
    assert outcome.exit_code == 0, outcome.output
    return outcome.stdout


@pytest.mark.parametrize("words", ["12+", "30", "(1)", "killed", "wounded", "police", "the report"])
def test_the_table_shows_bounds_measures_and_speakers(shown: str, words: str) -> None:
    """A victim without a number stands in brackets, and each count has a voice."""
    assert words in shown


def test_the_totals_stand_below(shown: str) -> None:
    """What the report is mainly about is summed up."""
    assert "What it is mainly about: 12 killed, 30 wounded." in " ".join(shown.split())


def test_records_quote_their_span(found: dict[str, Any]) -> None:
    """Every record's span holds its words."""
    spans = [one["span"] for one in found["counts"]]
    assert [TEXT[span["start"] : span["end"]] for span in spans] == ["At least 12", "30", "A nurse"]


def test_records_hold_the_totals(found: dict[str, Any]) -> None:
    """The totals stand beside the counts."""
    assert found["totals"] == {"killed": 12, "wounded": 30}


def test_records_name_the_document(found: dict[str, Any]) -> None:
    """The document's key is the file."""
    assert found["document"]["key"].endswith("blast.txt")


def test_json_is_all_that_is_printed(report: Path) -> None:
    """Nothing stands beside the object on either stream."""
    outcome = run("figures", report, "--json")
    assert (json.loads(outcome.stdout) is not None, outcome.stderr) == (True, "")


def test_a_report_without_figures_says_so(tmp_path: Path) -> None:
    """Nobody is left guessing before an empty table."""
    path = tmp_path / "calm.txt"
    path.write_text("The talks in Tarn went on. Nothing happened.", encoding="utf-8")
    outcome = run("figures", path)
    assert (outcome.exit_code, "no figures" in outcome.stdout) == (0, True)


def test_an_empty_report_is_refused(tmp_path: Path) -> None:
    """A file without text is no document."""
    path = tmp_path / "empty.txt"
    path.touch()
    outcome = run("figures", path)
    assert outcome.exit_code != 0
    assert "E101" in outcome.output


def test_a_report_that_is_not_there_is_a_wrong_call(tmp_path: Path) -> None:
    """Click refuses the path."""
    assert run("figures", tmp_path / "none.txt").exit_code == 2


def test_an_extractor_without_counts_is_refused(call: Callable[..., Result], report: Path) -> None:
    """E218: a plug-in's extractor reads claims only."""
    outcome = call("figures", report)
    assert outcome.exit_code != 0
    assert "E218" in outcome.output


def test_help_has_an_example() -> None:
    """The help says what brackets mean and how to call it."""
    told = " ".join(run("figures", "--help").stdout.split())
    assert "stand in brackets" in told
    assert "reportedly figures report.html" in told


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(17, 17, "17"), (17, None, "17+"), (None, 17, "up to 17"), (17, 20, "17-20"), (3000, 3000, "3,000")],
)
def test_numbers_are_shown_with_their_bounds(low: int | None, high: int | None, words: str) -> None:
    """An end that is not there is told."""
    assert bounded(low, high) == words
