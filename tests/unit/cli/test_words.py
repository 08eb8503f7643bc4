"""``reportedly words``: lists, tables, numbers, words and conversions."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from reportedly.cli import main


def run(*arguments: str) -> Result:
    """Run ``reportedly words``."""
    return CliRunner().invoke(main, ["words", *arguments])


def data(*arguments: str) -> dict[str, Any]:
    """Return what ``--json`` prints."""
    outcome = run(*arguments, "--json")
    assert outcome.exit_code == 0, outcome.output
    found: dict[str, Any] = json.loads(outcome.stdout)
    return found


def test_without_anything_all_scales_are_listed() -> None:
    """Each with what it measures and how its rows lie."""
    listed = {one["scale"]: (one["of"], one["kind"]) for one in data()["scales"]}
    assert listed["phia"] == ("likelihood", "gaps")
    assert listed["stixadmiralty"] == ("credibility", "steps")


def test_the_list_is_a_table_for_people() -> None:
    """Names and editions stand in it."""
    shown = run().stdout
    assert "icd203" in shown
    assert "24 March 2025" in shown


def test_one_scale_is_shown_with_note_and_source() -> None:
    """Rows, then what to mind and where it comes from."""
    shown = " ".join(run("--scale", "phia").stdout.split())
    for part in ("realistic possibility", "40-50 %", "The gaps are meant", "Source: Professional Head"):
        assert part in shown


@pytest.mark.parametrize("asked", ["0.7", "70%", "70 %", "70", ".7"])
def test_a_number_gets_its_word_on_every_scale(asked: str) -> None:
    """Probability or percentage, with or without its sign."""
    words = {one["scale"]: one["row"]["words"][0] for one in data(asked)["scales"]}
    assert (words["icd203"], words["phia"], words["ipcc"], words["kent"]) == ("likely", "likely", "likely", "probable")


def test_a_gap_is_named_with_the_nearest_word() -> None:
    """There is no word, and the reader is told between which two the number lies."""
    (one,) = data("0.52", "--scale", "phia")["scales"]
    assert (one["row"], one["gap"]["text"]) == (None, "between realistic possibility and likely")
    assert one["nearest"]["words"] == ["realistic possibility"]
    assert "no word: between realistic possibility and likely" in " ".join(run("0.52").stdout.split())


def test_a_word_is_told_on_every_scale_that_has_it() -> None:
    """Likely is not the same everywhere, and readers hear it otherwise still."""
    found = {one["scale"]: one["row"] for one in data("likely")["scales"]}
    assert (found["icd203"]["low"], found["stixdni"]["low"], found["ipcc"]["high"]) == (0.55, 0.6, 1.0)
    assert found["icd203"]["readers"][0]["median"] == 0.7


def test_what_readers_hear_stands_below_the_table() -> None:
    """Median, quartiles and the share inside the word's row."""
    assert "Readers hear unlikely as 20% (10% to 29%, 57% inside ICD 203)" in " ".join(run("unlikely").stdout.split())


def test_a_word_is_taken_to_another_scale() -> None:
    """With the share that is kept and the loss in words."""
    (one,) = data("likely", "--from", "icd203", "--to", "phia")["conversions"]
    assert (one["to"]["row"]["words"][0], one["kept"], one["exact"]) == ("likely", 0.8, False)
    assert "80% of the interval is kept" in one["loss"]


def test_a_conversion_without_a_target_goes_to_all_of_the_same_kind() -> None:
    """A grade of credibility goes to both other scales of credibility."""
    names = {one["to"]["name"] for one in data("6", "--from", "stixadmiralty")["conversions"]}
    assert names == {"Admiralty information credibility", "MISP admiralty-scale information credibility"}


def test_what_is_unknown_has_no_number() -> None:
    """F of MISP is told as unknown and never as 50."""
    rows = [one["row"] for one in data("F")["scales"]]
    assert [(row["unknown"], "point" in row) for row in rows] == [(True, False), (True, False)]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["170%"], "E230"),
        (["1.5"], "E230"),
        (["--scale", "feelings"], "E205"),
        (["rosy", "--scale", "phia"], "E230"),
        (["0.4", "--scale", "icdconfidence"], "E230"),
        (["likely", "--from", "icd203", "--to", "stixlevels"], "E230"),
        (["likely", "--to", "phia"], "E200"),
        (["--from", "icd203"], "E200"),
    ],
)
def test_what_cannot_be_looked_up_is_refused(arguments: list[str], code: str) -> None:
    """Each with a code and what to do."""
    outcome = run(*arguments, "--json")
    assert outcome.exit_code == 2
    error = json.loads(outcome.stdout)["error"]
    assert error["code"] == code
    assert error["advice"]


def test_a_scale_of_confidence_is_no_yardstick() -> None:
    """``--yardstick`` takes scales of likelihood alone."""
    outcome = CliRunner().invoke(main, ["assess", "missing", "--yardstick", "stixlevels", "--json"])
    assert json.loads(outcome.stdout)["error"]["code"] == "E205"
