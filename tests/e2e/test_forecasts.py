"""Forecasts from the first report to their score, with the real extractor."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from reportedly.cli import main

FIRST = {
    "id": "a1",
    "outlet": "Quay Wire",
    "published": "2031-03-01",
    "title": "Water rises",
    "text": "Aldo Brandt, a hydrologist, said there was a 70 percent chance that the Orrin dam would fail by May. "
    "The Tallow bridge will likely collapse before 1 June 2031 if the river rises, the Harbour Office said. "
    "12 sailors were killed in Port Tallow on 27 February, the Harbour Office said.",
}
SECOND = {
    "id": "a2",
    "outlet": "Morning Leaf",
    "published": "2031-03-02",
    "title": "Sailors",
    "text": "The Lighthouse Guild said 12 sailors were killed in Port Tallow on 27 February.",
}
LATER = {
    "id": "b1",
    "outlet": "Quay Wire",
    "published": "2031-04-21",
    "title": "Dam",
    "text": "The Orrin dam failed on 20 April, the Harbour Office said. The Tallow market may fail soon.",
}


def call(*arguments: str | Path) -> dict[str, Any]:
    """Run ``reportedly`` and return what it prints as data."""
    done = CliRunner().invoke(main, [*map(str, arguments), "--json"])
    assert done.exit_code == 0, done.output
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def written(path: Path, *reports: dict[str, str]) -> Path:
    """Write reports, one a line."""
    path.write_text("".join(json.dumps(report) + "\n" for report in reports), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a ledger in which two reports were assessed and a third was added."""
    folder = tmp_path_factory.mktemp("case")
    call("assess", written(folder / "a.jsonl", FIRST, SECOND), "--ledger", folder / "case.db")
    call("add", written(folder / "b.jsonl", LATER), "--ledger", folder / "case.db")
    return folder / "case.db"


def on_record(case: Path, name: str) -> dict[str, Any]:
    """Return the one forecast of a maker."""
    (found,) = call("forecasts", "list", "--ledger", case, "--source", name)["forecasts"]
    assert isinstance(found, dict)
    return found


def test_a_number_in_the_text_is_on_record(case: Path) -> None:
    """Seventy per cent, until the end of May, by whom."""
    dam = on_record(case, "Aldo Brandt")
    assert (dam["chance"]["number"], dam["chance"]["word"]) == (0.7, "")
    assert dam["horizon"]["days"]["last"] == "2031-05-31"


def test_a_word_with_a_condition_is_on_record(case: Path) -> None:
    """The middle of ``likely``, if the river rises."""
    bridge = on_record(case, "Harbour Office")
    assert (bridge["chance"]["word"], bridge["condition"]) == ("likely", "if the river rises")


def test_the_own_likelihood_is_on_record(case: Path) -> None:
    """Two origins on twelve sailors, with number, word and yardstick."""
    listed = call("forecasts", "list", "--ledger", case, "--source", "reportedly")["forecasts"]
    (own,) = [one for one in listed if one["chance"]]
    assert own["chance"]["yardstick"] == "ICD 203"
    assert own["chance"]["low"] <= own["chance"]["number"] <= own["chance"]["high"]
    assert len(own["claim_ids"]) == 2


def test_from_proposal_to_score(case: Path) -> None:
    """A later report tells of the dam; a person agrees; the score follows; the ledger stays sound."""
    (proposal,) = call("forecasts", "propose", "--ledger", case)["proposals"]
    assert (proposal["prediction_id"], proposal["outcome"]) == (on_record(case, "Aldo Brandt")["id"], "yes")
    claims = [part for claim in proposal["claim_ids"] for part in ("--claim", claim)]
    signed = ("--by", "Ann Ode", "--because", "as reported")
    call("forecasts", "resolve", proposal["prediction_id"], "yes", *claims, *signed, "--ledger", case)
    score = call("forecasts", "score", "--ledger", case)["all"]
    assert score["number"]["brier"]["value"] == pytest.approx(0.09)
    assert call("verify", case)["ok"]
