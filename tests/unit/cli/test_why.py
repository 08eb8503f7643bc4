"""``reportedly why``: causes, chains and forecasts for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportedly.cli import main

TEXT = (
    "Heavy rain caused floods in the valley. The floods led to the closure of two bridges. "
    "The bridge will probably collapse next week if the water rises."
)


def run(*arguments: str | Path) -> Result:
    """Run ``reportedly`` with the packaged reader."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module", name="report")
def fixture_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report that tells causes and a forecast."""
    path = tmp_path_factory.mktemp("reports") / "rain.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_people_see_causes_chains_and_forecasts(report: Path) -> None:
    """The tree shows each cause, the chain, and what is predicted."""
    shown = run("why", report)
    assert shown.exit_code == 0, shown.output
    assert "Heavy rain → floods (brings about)" in shown.stdout
    assert "Heavy rain → floods → the closure of two bridges" in shown.stdout
    assert "55-80 %" in shown.stdout


def test_programs_get_one_object(report: Path) -> None:
    """Graphs, causes and forecasts stand in one JSON object, with the claims that they rest on."""
    data = json.loads(run("why", report, "--json").stdout)
    assert set(data) == {"graphs", "causes", "forecasts"}
    assert len(data["causes"]) == 2
    assert data["forecasts"][0]["condition"] is not None


def test_a_report_without_either_says_so(tmp_path: Path) -> None:
    """Nothing to show is said and is no error."""
    path = tmp_path / "calm.txt"
    path.write_text("Drones struck the refinery on Friday.", encoding="utf-8")
    shown = run("why", path)
    assert (shown.exit_code, "nothing is predicted" in shown.stdout) == (0, True)
