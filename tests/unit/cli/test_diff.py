"""``reportedly diff`` and ``reportedly history``: what moved, as text, JSON and Markdown."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from reportedly.cli.commands import diff
from toy_reports import write_reports

Call = Callable[..., Result]


def data_of(outcome: Result) -> Any:
    """Return the one JSON object that a command printed."""
    assert outcome.exit_code == 0, outcome.output
    return json.loads(outcome.stdout)


def test_two_days_are_compared(call: Call, ledger: Path) -> None:
    """Each change is a sentence with a sign before it and the claims of both sides behind it."""
    outcome = call("diff", "2024-12-14", "2024-12-15", "--ledger", ledger)
    assert outcome.exit_code == 0
    assert "From 1 report by 2024-12-14 to 2 reports by 2024-12-15" in outcome.stdout
    assert "What became known" in outcome.stdout
    assert "+ One more page carries the claim" in outcome.stdout
    assert "[clm-" in outcome.stdout


def test_one_day_is_compared_with_everything(call: Call, ledger: Path) -> None:
    """Without a second day, the later view is everything that is known."""
    data = data_of(call("diff", "2024-12-14", "--ledger", ledger, "--json"))
    assert (data["earlier"]["documents"], data["later"]["documents"], data["later"]["as_of"]) == (1, 3, None)
    assert len(data["new_documents"]) == 2
    assert {"id", "turn", "kind", "text", "before", "after", "why", "claims_before", "claims_after"} <= set(
        data["changes"][0]
    )


def test_nothing_changed_is_said(call: Call, ledger: Path) -> None:
    """A day compared with itself ends with a sentence and status 0."""
    outcome = call("diff", "2024-12-15", "2024-12-15", "--ledger", ledger)
    assert (outcome.exit_code, "Nothing changed." in outcome.stdout) == (0, True)
    assert data_of(call("diff", "2024-12-15", "2024-12-15", "--ledger", ledger, "--json"))["changes"] == []


def test_the_changes_are_written_as_markdown(call: Call, ledger: Path, tmp_path: Path) -> None:
    """The file holds all of them, with the claims at its end."""
    outcome = call("diff", "2024-12-14", "--ledger", ledger, "--output", tmp_path / "c.md", "--title", "The week")
    page = (tmp_path / "c.md").read_text("utf-8")
    assert "c.md" in outcome.stdout
    assert page.startswith("# The week")
    assert "#### Claim 1" in page


def test_reports_are_compared_without_a_ledger(call: Call, reports: Path, ledger: Path) -> None:
    """A folder gives the same changes as a ledger of it."""
    alone = data_of(call("diff", "2024-12-14", "--reports", reports, "--json"))
    assert alone == data_of(call("diff", "2024-12-14", "--ledger", ledger, "--json"))


def test_long_lists_are_cut_and_shown_on_request(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The terminal shows the weightiest; ``--all`` shows the rest."""
    monkeypatch.setattr(diff, "SHOWN", 1)
    more = [
        (f"r{n}", "2024-12-20", f"Body {name} said: {n + 2} {name} were killed in {name} bay.")
        for n, name in enumerate(("otters", "cranes", "wolves"))
    ]
    ledger = tmp_path / "a.db"
    call("add", write_reports(tmp_path / "reports", *more), "--ledger", ledger)
    short, full = (call("diff", "2024-12-16", "--ledger", ledger, *flag).stdout for flag in ((), ("--all",)))
    assert "2 more (--all, --json or --output)" in short
    assert (short.count("  + "), full.count("  + ")) == (1, 3)


def test_reports_without_a_day_are_named(call: Call, tmp_path: Path) -> None:
    """What cannot be placed in time is refused, the rest is compared."""
    folder = write_reports(tmp_path / "reports", ("undated", None, "It rained in Port Tallow."))
    outcome = call("diff", "2024-12-14", "2024-12-15", "--reports", folder)
    assert outcome.exit_code == 1
    assert "undated" in outcome.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("2024-12-14", "2024-12-15", "2024-12-16"),
        ("2024-12-16", "2024-12-14"),
        ("--recorded", "2025-01-02", "2025-01-01"),
    ],
)
def test_ends_that_are_none_are_refused(call: Call, ledger: Path, arguments: tuple[str, ...]) -> None:
    """One day or two, the earlier first; or two moments, the earlier first."""
    assert call("diff", *arguments, "--ledger", ledger).exit_code == 2


def test_reports_without_a_day_are_at_neither_end(call: Call, tmp_path: Path) -> None:
    """Compared with everything, too, what cannot be placed in time is not called new."""
    folder = write_reports(tmp_path / "reports", ("undated", None, "Ferry Board said: 3 boats were sunk."))
    data = json.loads(call("diff", "2024-12-14", "--reports", folder, "--json").stdout)
    assert (data["later"]["documents"], [one["code"] for one in data["refusals"]]) == (3, ["R401"])


def test_what_is_compared_must_be_said_once(call: Call, ledger: Path, reports: Path) -> None:
    """A ledger or reports, not both and not neither; moments of recording need a ledger."""
    assert call("diff", "2024-12-14").exit_code == 2
    assert call("diff", "2024-12-14", "--ledger", ledger, "--reports", reports).exit_code == 2
    assert call("diff", "--recorded", "2025-01-01", "2025-01-02", "--reports", reports).exit_code == 2


def test_two_moments_of_recording_are_compared(call: Call, ledger: Path) -> None:
    """What the ledger held before anything was recorded is nothing."""
    data = data_of(call("diff", "--recorded", "2000-01-01", "2999-01-01", "--ledger", ledger, "--json"))
    assert (data["earlier"]["documents"], data["later"]["documents"]) == (0, 3)


def event_of(call: Call, ledger: Path) -> str:
    """Return the id of the event on most pages."""
    found: str = data_of(call("events", "--ledger", ledger, "--json"))["events"][0]["id"]
    return found


def test_a_history_has_a_line_a_day(call: Call, ledger: Path) -> None:
    """Days, pages, origins, estimate, grade and likelihood."""
    event = event_of(call, ledger)
    outcome = call("history", event, "--ledger", ledger)
    assert outcome.exit_code == 0
    assert all(day in outcome.stdout for day in ("2024-12-14", "2024-12-15", "2024-12-16"))
    assert "12 (7 to" in outcome.stdout
    data = data_of(call("history", event, "--ledger", ledger, "--json"))
    assert [one["pages"] for one in data["standings"]] == [1, 2, 3]


def test_a_history_as_of_a_day_ends_there(call: Call, ledger: Path) -> None:
    """Later reports never show."""
    data = data_of(call("history", event_of(call, ledger), "--ledger", ledger, "--as-of", "2024-12-15", "--json"))
    assert [one["day"] for one in data["standings"]] == ["2024-12-14", "2024-12-15"]


def test_the_history_of_nothing_is_an_error(call: Call, ledger: Path) -> None:
    """An event that is not there ends with status 4."""
    assert call("history", "evt-ffff", "--ledger", ledger).exit_code == 4


def test_a_report_tells_what_is_new_since_a_day(call: Call, ledger: Path) -> None:
    """``--since`` adds the section, and the courses stand in the report."""
    shown = call("report", "--ledger", ledger, "--since", "2024-12-14").stdout
    assert "## What is new since the last assessment" in shown
    assert "Two reports came in after 14 December 2024, when one report was known." in shown
    assert "### How belief moved" in shown
    assert "What is new" not in call("report", "--ledger", ledger).stdout


def test_an_assessment_shows_what_is_new(call: Call, reports: Path, tmp_path: Path) -> None:
    """In the terminal, too, after a further report came in."""
    ledger = tmp_path / "new.db"
    assert "What is new" not in call("assess", reports, "--ledger", ledger).stdout
    more = write_reports(tmp_path / "more", ("late", "2024-12-18", "Ferry Board said: 3 boats were sunk."))
    shown = call("assess", more, "--ledger", ledger).stdout
    assert "What is new since the last assessment" in shown
    assert call("assess", more, "--ledger", ledger).stdout == shown
