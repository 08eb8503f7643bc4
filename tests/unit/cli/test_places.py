"""``reportedly places`` and ``reportedly gazetteer``: what people see and what programs read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportedly.cli import main

TEXT = "Moscow said on Monday that fighting went on near Pogrebki in Kursk Oblast. A fire broke out in Simferopol."


def run(*arguments: str | Path) -> Result:
    """Run ``reportedly``."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(name="report")
def fixture_report(tmp_path: Path) -> Path:
    """A report with an actor, a village and a disputed town."""
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_places_are_shown_with_role_and_credit(report: Path) -> None:
    """The table names what a name does and whom the places are owed to."""
    shown = run("places", report).stdout
    assert "actor" in shown
    assert "GeoNames (CC BY 4.0)" in shown


def test_records_quote_their_span(report: Path) -> None:
    """Every record's span holds its name."""
    found = json.loads(run("places", report, "--json").stdout)["documents"][0]["places"]
    assert [TEXT[one["span"]["start"] : one["span"]["end"]] for one in found] == [one["name"] for one in found]


def test_borders_can_be_chosen(report: Path) -> None:
    """The country of a disputed town follows the choice, its claimants stay."""
    found = json.loads(run("places", report, "--json", "--boundaries", "russian_law").stdout)["documents"][0]["places"]
    town = next(one for one in found if one["name"] == "Simferopol")
    assert (town["country"], town["claimants"]) == ("RU", ["UA", "RU"])


def test_a_name_is_shown_with_all_its_places() -> None:
    """``gazetteer show`` lists ids and what contains them."""
    assert "front:" in run("gazetteer", "show", "Pogrebki").stdout


def test_credits_are_shown() -> None:
    """The licence of the data stands in the product."""
    assert "CC BY 4.0" in run("gazetteer", "credits").stdout


def test_imported_places_are_used(tmp_path: Path) -> None:
    """What import writes, other commands read."""
    source, own, report = tmp_path / "RU.txt", tmp_path / "own.sqlite", tmp_path / "report.txt"
    columns = [
        "99",
        "Zyvlukhino",
        "Zyvlukhino",
        "",
        "51.3",
        "35.2",
        "P",
        "PPL",
        "RU",
        "",
        "41",
        "",
        "",
        "",
        "0",
        "",
        "",
        "",
        "",
    ]
    source.write_text("\t".join(columns) + "\n", encoding="utf-8")
    report.write_text("Russian forces fought near Zyvlukhino in Kursk Oblast.", encoding="utf-8")
    assert run("gazetteer", "import", source, "--output", own).exit_code == 0
    found = json.loads(run("places", report, "--json", "--gazetteer", own).stdout)["documents"][0]["places"]
    assert found[0]["chosen"]["entry"]["id"] == "geonames:99"


@pytest.mark.parametrize("arguments", [("import",), ("show",)])
def test_a_call_that_lacks_something_is_refused(arguments: tuple[str, ...]) -> None:
    """Import wants files and an output, show a name."""
    assert run("gazetteer", *arguments).exit_code == 2
