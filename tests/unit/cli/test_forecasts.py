"""``reportedly forecasts``: list, show, add, resolve, undo, propose, score."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from toy_reports import write_reports
from unit.cli.conftest import Call

DAM = ("dam", "2031-03-02", "Aldo Brandt said: the Orrin dam will likely fail by 2031-06-01.")
FELL = ("fell", "2031-04-21", "Harbour Office said: the Orrin dam failed in the night.")
SIGNED = ("--by", "Ann Ode", "--because", "seen")


@pytest.fixture
def case(call: Call, tmp_path: Path) -> Path:
    """Give a ledger in which an assessment with one forecast was recorded."""
    path = tmp_path / "case.db"
    assert call("assess", write_reports(tmp_path / "r", DAM), "--ledger", path, "-q").exit_code == 0
    return path


def data(call: Call, *arguments: str | Path) -> dict[str, Any]:
    """Run an action with ``--json`` and return what it prints."""
    done = call("forecasts", *arguments, "--json")
    assert done.exit_code == 0, done.output
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def dam(call: Call, case: Path) -> str:
    """Return the forecast's id."""
    (one,) = data(call, "list", "--ledger", case, "--source", "aldo")["forecasts"]
    return str(one["id"])


def test_without_an_action_forecasts_are_listed(call: Call, case: Path) -> None:
    """Options alone mean the list."""
    done = call("forecasts", "--ledger", case)
    assert done.exit_code == 0
    for words in ("Aldo Brandt", "2031-06-01", "likely, 68 %", "open"):
        assert words in done.stdout


def test_an_unknown_action_is_a_wrong_call(call: Call) -> None:
    """It is not taken for an option of the list."""
    assert call("forecasts", "burn").exit_code == 2


def test_the_list_can_be_narrowed(call: Call, case: Path) -> None:
    """By maker, by state as of a day, by the end of the horizon."""
    assert data(call, "list", "--ledger", case, "--source", "nobody")["forecasts"] == []
    due = data(call, "list", "--ledger", case, "--state", "due", "--as-of", "2031-06-02")["forecasts"]
    assert [one["state"] for one in due] == ["due"]
    assert len(data(call, "--ledger", case, "--due-by", "2031-06-01")["forecasts"]) == 1


def test_a_forecast_is_shown_in_full(call: Call, case: Path) -> None:
    """What was said, when, until when, and on what evidence."""
    shown = call("forecasts", "show", dam(call, case), "--ledger", case).stdout
    for words in ("the Orrin dam will likely fail", "2031-03-02..2031-06-01 (stated)", "clm-", "evidence", "recorded"):
        assert words in shown


def test_a_forecast_is_resolved_and_reopened(call: Call, case: Path) -> None:
    """Both are said, and the state follows."""
    made = data(call, "resolve", dam(call, case), "yes", *SIGNED, "--known-on", "2031-04-21", "--ledger", case)
    assert made["outcome"] == "yes"
    assert data(call, "show", dam(call, case), "--ledger", case)["state"] == "resolved"
    data(call, "undo", dam(call, case), *SIGNED, "--ledger", case)
    assert data(call, "show", dam(call, case), "--ledger", case)["state"] == "open"


def test_a_second_resolution_is_refused_with_advice(call: Call, case: Path) -> None:
    """The error names the way out."""
    arguments = ("resolve", dam(call, case), "no", *SIGNED, "--ledger", case)
    data(call, *arguments)
    done = call("forecasts", *arguments)
    assert done.exit_code == 2
    assert "forecasts undo" in done.stderr


def test_a_person_enters_a_forecast(call: Call, case: Path) -> None:
    """It is on record under the person's name."""
    words = ("--text", "The bridge falls", "--probability", ".6-.8", "--by-day", "2041-06-01", "--by", "Ann Ode")
    made = data(call, "add", *words, "--ledger", case)
    assert made["said"] == "70 % (60-80 %)"
    assert data(call, "show", made["recorded"], "--ledger", case)["maker"]["voice"] == "person"


def test_a_forecast_without_words_is_refused(call: Call, case: Path) -> None:
    """What goes on record cannot be changed, so that an empty one is kept out."""
    refused = call("forecasts", "add", "--text", " ", "--probability", ".5", "--by", "Ann Ode", "--ledger", case)
    assert (refused.exit_code, "E253" in refused.stderr) == (2, True)


def test_a_person_enters_a_quantity(call: Call, case: Path) -> None:
    """A range instead of a probability."""
    words = ("--text", "Displaced in Orrin", "--range90", "100-300", "--best", "180", "--by", "Ann Ode")
    assert data(call, "add", *words, "--ledger", case)["said"] == "180 (100-300)"


def test_later_reports_give_a_proposal_that_can_be_copied(call: Call, case: Path, tmp_path: Path) -> None:
    """The line that resolves it stands below the reasons."""
    call("add", write_reports(tmp_path / "more", FELL), "--ledger", case, "-q")
    shown = call("forecasts", "propose", "--ledger", case).stdout
    assert "seems yes, 73 % sure" in shown
    assert f"reportedly forecasts resolve {dam(call, case)} yes --claim clm-" in shown
    (one,) = data(call, "propose", "--ledger", case, "--accept-sure")["proposals"]
    assert one["outcome"] == "yes"


def resolved(call: Call, case: Path) -> None:
    """Resolve the forecast as a failure, known before its report could have been late."""
    data(call, "resolve", dam(call, case), "no", *SIGNED, "--known-on", "2031-06-02", "--ledger", case)


def test_scores_say_their_scales(call: Call, case: Path) -> None:
    """Brier from 0 to 1, natural logarithm, and how few they rest on."""
    resolved(call, case)
    shown = call("forecasts", "score", "--ledger", case, "--by", "source").stdout
    for words in ("Brier 0.456", "n 1", "too few to say much", "Aldo Brandt (source)", "0 (perfect) to 1", "natural"):
        assert words in shown


def test_scores_as_data(call: Call, case: Path, tmp_path: Path) -> None:
    """Number and word apart, one card a maker, and the picture that was written."""
    resolved(call, case)
    found = data(call, "score", "--ledger", case, "--by", "source", "--picture", tmp_path / "c.svg")
    assert found["all"]["number"]["brier"]["value"] == pytest.approx(0.675**2)
    assert found["all"]["word"]["n"] == 1
    assert "Aldo Brandt" in [card["who"] for card in found["by_source"]]
    assert (tmp_path / "c.svg").read_text(encoding="utf-8").startswith("<svg")


def test_nothing_resolved_is_no_error(call: Call, case: Path) -> None:
    """The scores say so."""
    assert "0 resolved" in call("forecasts", "score", "--ledger", case).stdout


def test_a_report_is_published_once(call: Call, ledger: Path) -> None:
    """Only with ``--publish`` is anything recorded, and the same is not recorded twice."""
    counts = []
    for flags in ((), ("--publish",), ("--publish",)):
        assert call("report", "--ledger", ledger, *flags).exit_code == 0
        counts.append(json.loads(call("verify", ledger, "--json").stdout)["entries"])
    assert counts[0] < counts[1] == counts[2]
