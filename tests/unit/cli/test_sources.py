"""The command that lists sources with their records and pages with their changes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from click.testing import Result

from toy_reports import write_reports

Call = Callable[..., Result]


def data_of(outcome: Result) -> Any:
    """Return the one JSON object that a command printed."""
    assert outcome.exit_code == 0, outcome.output
    return json.loads(outcome.stdout)


def test_sources_are_listed_with_letter_and_record(call: Call, ledger: Path) -> None:
    """Every named source of the ledger has letters and counts."""
    sources = data_of(call("sources", "--ledger", ledger, "--json"))["sources"]
    assert {one["name"] for one in sources} == {"Harbour Office", "Lighthouse Guild"}
    assert all(one["letters"] and one["right"]["of"] == 0 for one in sources)


def test_pages_are_listed_with_how_often_they_change(call: Call, ledger: Path) -> None:
    """A relay has its number of claims and the interval of its share of changes."""
    relays = data_of(call("sources", "--ledger", ledger, "--json"))["relays"]
    gazette = next(one for one in relays if one["page"] == "Gazette")
    assert (gazette["changed"]["number"], gazette["changed"]["of"]) == (0, gazette["relayed"])


def test_the_list_for_people_names_source_and_page(call: Call, ledger: Path) -> None:
    """Both tables are printed."""
    shown = call("sources", "--ledger", ledger).stdout
    assert "Harbour Office" in shown
    assert "How often pages changed" in shown


def test_a_name_shows_every_figure_with_its_claims(call: Call, ledger: Path) -> None:
    """The record of one source, found by a part of its name."""
    (source,) = data_of(call("sources", "harbour", "--ledger", ledger, "--json"))["sources"]
    assert [one["outcome"] for one in source["figures"]] == ["open"]
    assert source["figures"][0]["reason"]["claim_ids"]
    assert "12 killed" in call("sources", "harbour", "--ledger", ledger).stdout


def test_a_page_shows_its_changes(call: Call, tmp_path: Path) -> None:
    """The changes of one outlet, with before and after."""
    altered = ("tribune", "2024-12-16", "Harbour Office said: 21 sailors were killed near Port Tallow.")
    ledger = tmp_path / "a.db"
    call("add", write_reports(tmp_path / "reports", altered), "--ledger", ledger)
    assert "Changes of its own" in call("sources", "tribune", "--ledger", ledger).stdout


def test_nobody_by_a_name_is_told(call: Call, ledger: Path) -> None:
    """Exit status 4, as for an id that is not there."""
    assert call("sources", "Nobody at all", "--ledger", ledger).exit_code == 4


def test_a_record_as_of_a_day_knows_no_more(call: Call, ledger: Path) -> None:
    """The guild spoke a day later."""
    sources = data_of(call("sources", "--ledger", ledger, "--as-of", "2024-12-15", "--json"))["sources"]
    assert [one["name"] for one in sources] == ["Harbour Office"]


def test_events_show_grade_and_label(call: Call, ledger: Path) -> None:
    """The list for people has the label behind the grade, JSON in a field of its own."""
    rows = data_of(call("events", "--ledger", ledger, "--json"))["events"]
    first = next(row for row in rows if row["incident"])
    assert first["incident"] in {"weak", "fair", "contested", "confirmed", "discounted", "ungraded"}
    assert first["incident"] in call("events", "--ledger", ledger).stdout
