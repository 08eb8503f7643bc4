"""``reportedly attributions``: the tree that people see and the records that programs read."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from reportedly.cli import main
from reportedly.cli.commands.attributions import SHOWN

Call = Callable[..., Result]
TEXT = (
    "The Ostwind Courier reported that the harbour ministry said two barges had sunk. "
    "The mayor denied that the dam was unsafe. Ilsa Brandt told Radio Ostwind that the gates were closed."
)


def run(*arguments: str | Path) -> Result:
    """Run ``reportedly`` with the packaged reader."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module", name="report")
def fixture_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report in which one source stands in another."""
    path = tmp_path_factory.mktemp("reports") / "barges.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture(scope="module", name="shown")
def fixture_shown(report: Path) -> list[str]:
    """The lines of the tree."""
    outcome = run("attributions", report)
    assert outcome.exit_code == 0, outcome.output
    return outcome.stdout.splitlines()


@pytest.fixture(scope="module", name="records")
def fixture_records(report: Path) -> list[dict[str, Any]]:
    """The attributions of the JSON object."""
    outcome = run("attributions", report, "--json")
    assert outcome.exit_code == 0, outcome.output
    found: list[dict[str, Any]] = json.loads(outcome.stdout)["documents"][0]["attributions"]
    return found


def _line(shown: list[str], words: str) -> str:
    return next(line for line in shown if words in line)


def test_tree_names_source_class_and_cue(shown: list[str]) -> None:
    """Each branch says who speaks, what he is, and by which words."""
    assert _line(shown, "Ostwind Courier").endswith("Ostwind Courier, medium: “reported”")


def test_inner_source_stands_under_the_one_that_relays_it(shown: list[str]) -> None:
    """The ministry's branch is deeper than the paper's, and the mayor's is not."""
    paper, ministry, mayor = (
        _line(shown, words).index(words) for words in ("Ostwind C", "harbour ministry, g", "mayor,")
    )
    assert ministry > paper
    assert mayor == paper


def test_tree_shows_the_content(shown: list[str]) -> None:
    """What is said stands below who says it."""
    assert any(line.endswith("two barges had sunk") for line in shown)


def test_tree_tells_rule_and_score(shown: list[str]) -> None:
    """No judgement comes bare."""
    line = next(line for line in shown if "score" in line)
    assert "reporting verb + model, score 1.00" in line or "reporting verb + model, score 0.9" in line


def test_tree_marks_a_denial(shown: list[str]) -> None:
    """A stance other than affirmed is shown, an affirmed one is not."""
    assert _line(shown, "mayor").endswith("“denied” [denied]")
    assert "[affirmed]" not in "".join(shown)


def test_tree_names_the_medium(shown: list[str]) -> None:
    """What was told to a station came through it."""
    assert "Ilsa Brandt (through Radio Ostwind)" in _line(shown, "Ilsa Brandt")


def test_json_holds_the_same_attributions(shown: list[str], records: list[dict[str, Any]]) -> None:
    """Every record has its branch, in the order of the text."""
    assert [one["name"] for one in records] == ["Ostwind Courier", "harbour ministry", "mayor", "Ilsa Brandt"]
    assert all(any(one["name"] in line for line in shown) for one in records)


def test_json_has_offsets_into_the_text(records: list[dict[str, Any]]) -> None:
    """Spans are code points of the report's text."""
    cues = [TEXT[place["start"] : place["end"]] for one in records for place in one["cue"]]
    assert cues == ["reported", "said", "denied", "told"]


def test_json_nests_by_parent(records: list[dict[str, Any]]) -> None:
    """A record names the one that it stands in."""
    assert [one["parent"] for one in records] == [None, records[0]["id"], None, None]


def test_json_tells_rule_score_and_whether_to_look(records: list[dict[str, Any]]) -> None:
    """Each record says who found it, how surely, and whether a person should look."""
    assert all(one["rule"] and 0 <= one["score"] <= 1 and one["flagged"] is False for one in records)


def test_report_in_its_own_voice_says_so(tmp_path: Path) -> None:
    """Where nobody is made to say anything, that is what is printed."""
    path = tmp_path / "own.txt"
    path.write_text("The harbour was built in 1911. It has two piers and a lighthouse.", encoding="utf-8")
    assert "the report speaks in its own voice" in run("attributions", path).stdout
    assert json.loads(run("attributions", path, "--json").stdout)["documents"][0]["attributions"] == []


def test_folder_gives_a_tree_a_document(tmp_path: Path) -> None:
    """All reports of a folder are read, in order."""
    for name in ("b", "a"):
        (tmp_path / f"{name}.txt").write_text(f"The mayor of {name.upper()} said the dam was safe.", encoding="utf-8")
    data = json.loads(run("attributions", tmp_path, "--json").stdout)["documents"]
    assert [one["document"]["key"] for one in data] == ["a.txt", "b.txt"]


def test_long_content_is_cut_for_people_alone(tmp_path: Path) -> None:
    """The tree shows the head of a long content, the record holds more of it."""
    path = tmp_path / "long.txt"
    text = "The mayor said that the old dam " + "and the old gate " * 15 + "were safe."
    path.write_text(text, encoding="utf-8")
    assert "…" in run("attributions", path).stdout
    content = json.loads(run("attributions", path, "--json").stdout)["documents"][0]["attributions"][0]["content"]
    assert sum(place["end"] - place["start"] for place in content) > SHOWN


def test_marks_of_the_terminal_in_a_report_are_plain_text(tmp_path: Path) -> None:
    """What looks like mark-up in a report colours nothing and vanishes from nothing."""
    path = tmp_path / "marks.txt"
    path.write_text("The mayor said that [bold]two barges[/bold] had sunk.", encoding="utf-8")
    assert "[bold]two barges[/bold]" in run("attributions", path).stdout


def test_reader_of_claims_alone_is_refused(call: Call, reports: Path) -> None:
    """A plug-in's model that gives no attributions is named as a wrong setting."""
    outcome = call("attributions", reports, "--json")
    assert (outcome.exit_code, json.loads(outcome.stdout)["error"]["code"]) == (2, "E218")


def test_nothing_to_read_is_an_error(tmp_path: Path) -> None:
    """An empty folder holds no report."""
    outcome = run("attributions", tmp_path, "--json")
    assert outcome.exit_code == 3
    assert "error" in json.loads(outcome.stdout)
