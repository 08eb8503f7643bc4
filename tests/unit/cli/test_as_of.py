"""``--as-of`` and ``--recorded-by`` mean the same everywhere: later reports, or later entries, never show."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import Result

from reportedly.cli import main
from reportedly.cli.app import COMMANDS
from reportedly.cli.clocks import AS_OF, RECORDED_BY, WITHOUT
from reportedly.ledger.store import Ledger
from reportedly.model.entry import EntryKind
from toy_reports import write_reports

Call = Callable[..., Result]

DAY = "2024-12-15"
LATER = (
    ("late", "2024-12-18", "Harbour Office said: 21 sailors were killed near Port Tallow."),
    ("later", "2024-12-19", "Ferry Board said: 12 sailors were killed near Port Tallow."),
)


@pytest.fixture
def early(call: Call, tmp_path: Path) -> Path:
    """Give a ledger that never got a report of after the day."""
    folder = write_reports(tmp_path / "early")
    (folder / "courier.json").unlink()
    path = tmp_path / "early.db"
    assert call("add", folder, "--ledger", path).exit_code == 0
    return path


@pytest.fixture
def late(call: Call, early: Path, tmp_path: Path) -> Path:
    """Give the same ledger after later reports came in."""
    path = tmp_path / "late.db"
    shutil.copy(early, path)
    assert call("add", write_reports(tmp_path / "late", *LATER), "--ledger", path).exit_code == 0
    return path


def options_of(name: str) -> set[str]:
    """Return the options that a command takes."""
    command = main.get_command(click.Context(main), name)
    return {option for param in command.params for option in param.opts} if command else set()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_takes_a_day_or_says_why_not(name: str) -> None:
    """``--as-of`` is missing only where it would mean nothing."""
    assert (name in AS_OF) is ("--as-of" in options_of(name)) is (name not in WITHOUT)


@pytest.mark.parametrize("name", COMMANDS)
def test_commands_that_read_a_ledger_know_both_clocks(name: str) -> None:
    """What was published by a day, and what was recorded by a moment."""
    assert ("--recorded-by" in options_of(name)) is (name in RECORDED_BY)


@pytest.mark.parametrize("name", ["claims", "events", "drift", "report"])
def test_later_reports_never_show(call: Call, early: Path, late: Path, name: str) -> None:
    """As of a day a ledger says what it would say had the later reports never come."""
    then, now = (call(name, "--ledger", path, "--as-of", DAY, "--json") for path in (early, late))
    assert then.exit_code == now.exit_code == 0
    assert now.stdout == then.stdout


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "markdown", "html"])
def test_an_export_as_of_a_day_is_the_same_bytes(
    call: Call, early: Path, late: Path, tmp_path: Path, form: str
) -> None:
    """Every format is byte for byte that of the ledger without the later reports."""
    for path in (early, late):
        call("export", "--ledger", path, "--as-of", DAY, "--format", form, "--output", tmp_path / f"{path.name}.out")
    assert (tmp_path / "late.db.out").read_bytes() == (tmp_path / "early.db.out").read_bytes()


def test_a_trace_as_of_a_day_knows_no_later_page(call: Call, early: Path, late: Path) -> None:
    """A claim's way and standing are those of the day."""
    claim = json.loads(call("claims", "--ledger", early, "--json").stdout)["claims"][0]["id"]
    then, now = (call("trace", claim, "--ledger", path, "--as-of", DAY, "--json") for path in (early, late))
    assert now.stdout == then.stdout != call("trace", claim, "--ledger", late, "--json").stdout


def test_an_event_is_shown_as_it_was_drawn_then(call: Call, early: Path, late: Path) -> None:
    """As of a day, an event that has grown since is shown under the id and with the claims that it had."""
    event = json.loads(call("events", "--ledger", early, "--json").stdout)["events"][0]["id"]
    then, now = (call("show", event, "--ledger", path, "--as-of", DAY, "--json") for path in (early, late))
    assert json.loads(then.stdout)["drawn"]["id"] == event
    assert now.stdout == then.stdout


def test_a_claim_of_a_later_report_is_not_there_yet(call: Call, late: Path) -> None:
    """Asking for what was published later is asking for an unknown id."""
    claims = json.loads(call("claims", "--ledger", late, "--search", "21", "--json").stdout)["claims"]
    for command in ("show", "trace"):
        assert call(command, claims[0]["id"], "--ledger", late).exit_code == 0
        assert call(command, claims[0]["id"], "--ledger", late, "--as-of", DAY).exit_code == 4


def test_a_claim_is_shown_with_its_entries_as_of_a_day(call: Call, late: Path) -> None:
    """A claim that was known then has its history."""
    claim = json.loads(call("claims", "--ledger", late, "--as-of", DAY, "--json").stdout)["claims"][0]["id"]
    shown = json.loads(call("show", claim, "--ledger", late, "--as-of", DAY, "--json").stdout)
    assert [entry["draft"]["subject"] for entry in shown["history"]] == [claim]
    assert "History" in call("show", claim, "--ledger", late, "--as-of", DAY).stdout


@pytest.mark.parametrize("name", ["extract", "assess"])
def test_commands_on_paths_leave_later_reports_out(call: Call, tmp_path: Path, name: str) -> None:
    """From a folder, too, only what was published by the day is used."""
    few, all_ = write_reports(tmp_path / "few"), write_reports(tmp_path / "all", *LATER)
    (few / "courier.json").unlink()
    more = ("--output", tmp_path / "out.jsonl") if name == "extract" else ()
    then, now = (call(name, folder, "--as-of", DAY, *more, "--json") for folder in (few, all_))
    assert then.exit_code == now.exit_code == 0
    assert now.stdout == then.stdout


@pytest.mark.parametrize("name", ["why", "times"])
def test_commands_on_single_reports_leave_later_ones_out(call: Call, tmp_path: Path, name: str) -> None:
    """Where no report was published by the day, nothing could be read."""
    folder = write_reports(tmp_path / "all", *LATER)
    assert "21 sailors" not in call(name, folder, "--as-of", DAY, "--json").stdout
    assert call(name, folder, "--as-of", "2020-01-01").exit_code == 3


TABLE = """claim_id,claimant,outlet,published,event,content,number,category
1,Fire Brigade,Aldis Post,2031-05-03,blast,14 dockers were killed,14,killed
2,Harbour Police,Harbour Daily,2031-05-09,blast,15 dockers were killed,15,killed
"""


@pytest.mark.parametrize("kept", [False, True])
def test_rows_of_later_pages_are_recorded_and_not_shown(call: Call, tmp_path: Path, kept: bool) -> None:
    """An import as of a day takes every row and shows those of pages that were published by then."""
    (tmp_path / "claims.csv").write_text(TABLE, encoding="utf-8")
    ledger = ("--ledger", tmp_path / "a.db") if kept else ()
    data = json.loads(call("import", tmp_path / "claims.csv", *ledger, "--as-of", "2031-05-04", "--json").stdout)
    assert (data["rows"], [row["origin"] for row in data["testimonies"]]) == (2, ["Fire Brigade"])
    if kept:
        assert len(json.loads(call("claims", *ledger, "--json").stdout)["claims"]) == 2


def judged(call: Call, ledger: Path) -> tuple[str, datetime]:
    """Record a person's judgement on two claims; return its id, and when the last entry before was recorded."""
    with Ledger.open(ledger) as book:
        before = list(book.entries())[-1].recorded
    claims = json.loads(call("claims", "--ledger", ledger, "--search", "sailors", "--json").stdout)["claims"]
    ids = sorted(claim["id"] for claim in claims)[:2]
    made = call("judge", *ids, "--not-same", "--by", "Ada", "--reason", "two ships", "--ledger", ledger, "--json")
    return str(json.loads(made.stdout)["recorded"]), before


def judgements(call: Call, ledger: Path, folder: Path, *more: str) -> list[Any]:
    """Return the judgements by people that an export holds."""
    call("export", "--ledger", ledger, "--output", folder / "x.json", *more)
    held = json.loads((folder / "x.json").read_text("utf-8"))
    found: list[Any] = held["dossier"]["judgements"] if "dossier" in held else held["judgements"]
    return [one["id"] for one in found if one["author"] != "machine"]


def test_a_judgement_counts_for_earlier_days_unless_its_recording_is_asked_for(
    call: Call, early: Path, tmp_path: Path
) -> None:
    """What people judged later holds for a view as of a day; by the second clock it does not."""
    judgement, before = judged(call, early)
    assert judgements(call, early, tmp_path, "--as-of", DAY) == [judgement]
    assert judgements(call, early, tmp_path, "--as-of", DAY, "--recorded-by", before.isoformat()) == []
    assert call("show", judgement, "--ledger", early, "--recorded-by", before.isoformat()).exit_code == 4


def test_a_judgement_on_a_later_claim_never_shows(call: Call, late: Path, tmp_path: Path) -> None:
    """A decision about a report that was not yet published would tell of it."""
    claims = json.loads(call("claims", "--ledger", late, "--search", "sailors", "--json").stdout)["claims"]
    old = json.loads(call("claims", "--ledger", late, "--as-of", DAY, "--json").stdout)["claims"]
    known = {claim["id"] for claim in old}
    pair = [min(c["id"] for c in claims if c["id"] in known), min(c["id"] for c in claims if c["id"] not in known)]
    assert call("judge", *pair, "--same", "--by", "Ada", "--reason", "one", "--ledger", late).exit_code == 0
    assert judgements(call, late, tmp_path, "--as-of", DAY) == []


def test_what_was_recorded_later_is_left_out(call: Call, early: Path, late: Path) -> None:
    """By the clock of recording the ledger says what it said before the later reports came in."""
    with Ledger.open(early) as book:
        before = list(book.entries())[-1].recorded
    shown = call("report", "--ledger", late, "--recorded-by", before.isoformat(), "--format", "json").stdout
    assert shown == call("report", "--ledger", early, "--format", "json").stdout


def test_a_day_alone_means_its_end(call: Call, early: Path) -> None:
    """What was recorded during the day counts."""
    with Ledger.open(early) as book:
        day = next(book.current(EntryKind.DOCUMENT)).recorded.date()
    claims = json.loads(call("claims", "--ledger", early, "--recorded-by", day.isoformat(), "--json").stdout)["claims"]
    assert len(claims) == 4


def test_a_moment_that_is_none_is_refused(call: Call, early: Path) -> None:
    """A wrong moment ends the command with advice."""
    outcome = call("claims", "--ledger", early, "--recorded-by", "yesterday")
    assert outcome.exit_code == 2
    assert "yesterday" in outcome.stderr
