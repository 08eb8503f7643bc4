"""Each command does what it says, as text and as JSON."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from toy_reports import write_reports

Call = Callable[..., Result]


def data_of(outcome: Result) -> Any:
    """Return the one JSON object that a command printed."""
    assert outcome.exit_code == 0, outcome.output
    return json.loads(outcome.stdout)


def first_claim(call: Call, ledger: Path, words: str) -> str:
    """Return the id of a claim that holds the words."""
    found: str = data_of(call("claims", "--ledger", ledger, "--search", words, "--json"))["claims"][0]["id"]
    return found


def test_assess_writes_three_files_and_says_where(call: Call, reports: Path, tmp_path: Path) -> None:
    """The report comes as Markdown, HTML and JSON."""
    outcome = call("assess", reports, "--output", tmp_path / "out")
    assert outcome.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["report.html", "report.json", "report.md"]
    assert "report.html" in outcome.stdout


def test_assess_shows_pages_beside_origins(call: Call, reports: Path) -> None:
    """The terminal shows how many pages stand on how many origins."""
    shown = call("assess", reports).stdout
    assert "What stands on how many origins" in shown
    assert "Harbour Office" in shown


def test_assess_as_json_is_one_object(call: Call, reports: Path) -> None:
    """``--json`` prints the assessment, the events and what was refused, and nothing else."""
    data = data_of(call("assess", reports, "--json"))
    assert (data["documents"], data["claims"], data["refusals"]) == (3, 5, [])
    assert data["assessment"]["findings"]


def test_assess_with_some_input_refused_ends_with_1(call: Call, reports: Path) -> None:
    """What could not be read is named on stderr; the rest is done."""
    (reports / "empty.txt").touch()
    outcome = call("assess", reports)
    assert outcome.exit_code == 1
    assert "empty.txt" in outcome.stderr
    assert "Key judgements" in outcome.stdout


def test_add_says_what_is_new(call: Call, ledger: Path, tmp_path: Path) -> None:
    """Adding reports the documents that were not known before."""
    more = write_reports(tmp_path / "more", ("late", "2024-12-18", "Ferry Board said: 3 boats were sunk."))
    assert data_of(call("add", more, "--ledger", ledger, "--json"))["added"] == 1


def test_claims_are_listed_and_searched(call: Call, ledger: Path) -> None:
    """All claims are listed; words, origin and event narrow the list."""
    assert len(data_of(call("claims", "--ledger", ledger, "--json"))["claims"]) == 5
    assert len(data_of(call("claims", "--ledger", ledger, "--search", "sailors", "--json"))["claims"]) == 3
    assert len(data_of(call("claims", "--ledger", ledger, "--origin", "guild", "--json"))["claims"]) == 1
    assert "Lighthouse Guild" in call("claims", "--ledger", ledger).stdout


def test_events_count_pages_and_origins(call: Call, ledger: Path) -> None:
    """Each event comes with its pages and independent origins, and its claims can be listed."""
    event = data_of(call("events", "--ledger", ledger, "--json"))["events"][0]
    assert event["pages"] >= 2
    claims = data_of(call("claims", "--ledger", ledger, "--event", event["id"][:12], "--json"))["claims"]
    assert len(claims) == event["claims"]
    assert event["label"][:10] in call("events", "--ledger", ledger).stdout


def test_show_gives_the_history_of_a_short_id(call: Call, ledger: Path) -> None:
    """A beginning of an id shows the body and every entry about it."""
    claim = first_claim(call, ledger, "sailors")
    history = data_of(call("show", claim[:16], "--ledger", ledger, "--json"))["history"]
    assert history[0]["draft"]["body"]["id"] == claim
    assert "History" in call("show", claim[:16], "--ledger", ledger).stdout


def test_trace_draws_every_hop_with_its_words(call: Call, ledger: Path) -> None:
    """The tree names the page, the source and the words that make it speak."""
    claim = first_claim(call, ledger, "12 sailors")
    shown = call("trace", claim, "--ledger", ledger).stdout
    assert "Harbour Office (whose word it is): “Harbour Office” ... “said”" in shown
    pages = data_of(call("trace", claim, "--ledger", ledger, "--json"))["pages"]
    assert pages[0]["hops"][0]["words"] == "Harbour Office"


def test_drift_lists_changes(call: Call, tmp_path: Path) -> None:
    """A relay that changes the figure is listed with before and after, and can be chosen by type."""
    altered = ("tribune", "2024-12-16", "Harbour Office said: 21 sailors were killed near Port Tallow.")
    ledger = tmp_path / "a.db"
    call("add", write_reports(tmp_path / "reports", altered), "--ledger", ledger)
    everything = data_of(call("drift", "--ledger", ledger, "--json"))["drifts"]
    figures = data_of(call("drift", "--ledger", ledger, "--type", "figure", "--json"))["drifts"]
    assert figures == [drift for drift in everything if drift["type"] == "figure"]
    assert call("drift", "--ledger", ledger).exit_code == 0


def test_drift_counts_who_made_each_change(call: Call, tmp_path: Path) -> None:
    """The page that changed the figure is its maker."""
    altered = ("tribune", "2024-12-16", "Harbour Office said: 21 sailors were killed near Port Tallow.")
    ledger = tmp_path / "a.db"
    call("add", write_reports(tmp_path / "reports", altered), "--ledger", ledger)
    found = data_of(call("drift", "--ledger", ledger, "--outlet", "tribune", "--json"))
    assert found["made_by"] == [{"page": "Tribune", "made": len(found["drifts"]), "copied": 0}]


def test_drift_refuses_a_type_that_there_is_not(call: Call, ledger: Path) -> None:
    """The error lists the types."""
    result = call("drift", "--ledger", ledger, "--type", "colour")
    assert result.exit_code != 0
    assert "hedge_dropped" in result.stderr


@pytest.mark.parametrize(
    ("name", "file"), [("markdown", "report.md"), ("html", "report.html"), ("json", "report.json")]
)
def test_report_draws_any_format_from_the_ledger(
    call: Call, ledger: Path, tmp_path: Path, name: str, file: str
) -> None:
    """A report goes to stdout or into a folder, the same bytes."""
    shown = call("report", "--ledger", ledger, "--format", name).stdout_bytes
    call("report", "--ledger", ledger, "--format", name, "--output", tmp_path / "out")
    assert (tmp_path / "out" / file).read_bytes() == shown


def test_report_as_of_a_day_knows_no_more(call: Call, ledger: Path) -> None:
    """What was published later does not stand in a report as of a day."""
    assert "Lighthouse" not in call("report", "--ledger", ledger, "--as-of", "2024-12-15").stdout


@pytest.mark.parametrize("name", ["json", "jsonl", "csv"])
def test_export_writes_one_file(call: Call, ledger: Path, tmp_path: Path, name: str) -> None:
    """Everything known goes into one file of the format asked for."""
    target = tmp_path / f"all.{name}"
    assert call("export", "--ledger", ledger, "--format", name, "--output", target).exit_code == 0
    assert "12 sailors were killed" in target.read_text(encoding="utf-8")


def test_an_unknown_format_is_refused(call: Call, ledger: Path, tmp_path: Path) -> None:
    """A format that nobody knows is a wrong setting."""
    outcome = call("export", "--ledger", ledger, "--format", "papyrus", "--output", tmp_path / "x")
    assert outcome.exit_code == 2


def test_judge_records_and_takes_back(call: Call, ledger: Path) -> None:
    """A judgement has an author and can be undone by its id."""
    claims = data_of(call("claims", "--ledger", ledger, "--search", "12 sailors", "--json"))["claims"]
    signed = ("--by", "A. Analyst", "--reason", "another ship", "--ledger", ledger, "--json")
    made = data_of(call("judge", claims[0]["id"], claims[1]["id"], "--not-same", *signed))
    assert made["verdict"] == "not same"
    assert data_of(call("judge", "--undo", made["recorded"], *signed)) == {"withdrawn": made["recorded"]}


def test_judge_needs_a_verdict(call: Call, ledger: Path) -> None:
    """Two claims without a verdict are a wrong call."""
    assert call("judge", "a", "b", "--by", "A", "--reason", "b", "--ledger", ledger).exit_code == 2


def test_verify_finds_a_sound_ledger_sound(call: Call, ledger: Path) -> None:
    """A ledger that nobody touched verifies."""
    assert data_of(call("verify", "--ledger", ledger, "--json"))["ok"] is True
    assert "the chain holds" in call("verify", "--ledger", ledger).stdout


def test_verify_ends_with_6_where_bytes_were_changed(call: Call, ledger: Path) -> None:
    """A changed word is found and the exit status says so."""
    ledger.write_bytes(ledger.read_bytes().replace(b"12 sailors were killed", b"92 sailors were killed"))
    outcome = call("verify", "--ledger", ledger)
    assert outcome.exit_code == 6
    assert "entry" in outcome.stderr


def _without_view(ledger: Path) -> None:
    connection = sqlite3.connect(ledger)
    try:
        with connection:
            connection.execute("DELETE FROM current_entry")
    finally:
        connection.close()


def test_verify_mends_a_lost_view_when_asked(call: Call, ledger: Path) -> None:
    """A view that was emptied is damage until it is rebuilt from the entries."""
    _without_view(ledger)
    assert call("verify", "--ledger", ledger).exit_code == 6
    assert data_of(call("verify", "--ledger", ledger, "--rebuild", "--json"))["ok"] is True
    assert data_of(call("claims", "--ledger", ledger, "--json"))["claims"]


def test_verify_never_writes_to_a_ledger_with_a_damaged_entry(call: Call, ledger: Path) -> None:
    """Asked to rebuild over a changed entry, it names the damage and leaves the bytes alone."""
    _without_view(ledger)
    ledger.write_bytes(ledger.read_bytes().replace(b"12 sailors were killed", b"92 sailors were killed"))
    before = ledger.read_bytes()
    assert call("verify", "--ledger", ledger, "--rebuild").exit_code == 6
    assert ledger.read_bytes() == before


def test_doctor_looks_at_everything(call: Call, ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python, SQLite, model, data, plug-ins and the ledger are all looked at."""
    monkeypatch.delenv("REPORTEDLY_SPACY_MODEL")
    checks = data_of(call("doctor", "--ledger", ledger, "--json"))["checks"]
    names = {
        "reportedly",
        "python",
        "sqlite",
        "language pipeline",
        "data",
        "plug-ins",
        "model backend",
        "ledger",
        "chain",
    }
    assert {check["name"] for check in checks} == names


def test_doctor_says_what_is_missing(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """A language pipeline that is not installed is bad, with advice."""
    monkeypatch.setenv("REPORTEDLY_SPACY_MODEL", "xx_nowhere")
    outcome = call("doctor")
    assert outcome.exit_code == 1
    assert "xx_nowhere is not installed" in outcome.stdout


@pytest.mark.parametrize(("command", "ledgered"), [("assess", False), ("events", True)])
def test_the_terminal_names_the_counting_convention(
    call: Call, reports: Path, ledger: Path, command: str, ledgered: bool
) -> None:
    """Where figures are shown, the table that words were read by is named."""
    where = ("--ledger", ledger) if ledgered else (reports,)
    assert "ACLED" in call(command, *where, "--convention", "acled").stdout


def test_an_unknown_convention_ends_with_2(call: Call, reports: Path) -> None:
    """The error has its code and lists what there is."""
    outcome = call("assess", reports, "--convention", "thumb")
    assert outcome.exit_code == 2
    assert "E214" in outcome.stderr
