"""``reportedly series``: tables in, findings and estimate out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportedly.cli import main
from running_samples import clean, day, write_totals


def run(*arguments: str | Path) -> Result:
    """Run ``reportedly series``."""
    return CliRunner().invoke(main, ["series", *(str(argument) for argument in arguments)])


@pytest.fixture
def scrapes(tmp_path: Path) -> Path:
    """Write two copies of an official claim, one with a repeated day."""
    known = clean()
    return write_totals(tmp_path / "claim.csv", {"one": known, "two": {**known, day(50): known[day(49)]}})


@pytest.fixture
def names(tmp_path: Path) -> Path:
    """Write a list of named dead."""
    return write_totals(tmp_path / "names.csv", {"dead": {when: value // 8 for when, value in clean().items()}})


def test_people_see_findings_and_the_estimate(scrapes: Path, names: Path) -> None:
    """What is wrong, what to put there, the range, and what was assumed."""
    result = run(scrapes, names, "--column", "one", "--column", "two", "--column", "dead=named", "--interest", "enemy")
    assert result.exit_code == 0
    assert all(words in result.stdout for words in ("repeated day", str(day(50)), "Estimate", "Radford", "BBC"))


def test_programs_get_everything_as_one_object(scrapes: Path, names: Path) -> None:
    """Findings, missing days, bands, priors."""
    data = json.loads(run(scrapes, names, "--json").stdout)
    assert data["same source"] == [["one", "two"]]
    assert [(one["kind"], one["column"], one["first"]) for one in data["findings"]] == [
        ("repeated day", "two", str(day(50)))
    ]
    assert len(data["estimate"]) == 120
    assert all(one["low"] >= one["floor"] for one in data["estimate"])


def test_chart_and_tables_are_written(scrapes: Path, tmp_path: Path) -> None:
    """A picture, its table twin and the findings; the same bytes each time."""
    first, second = tmp_path / "a", tmp_path / "b"
    for folder in (first, second):
        assert run(scrapes, "--output", folder, "--title", "A <claim>").exit_code == 0
    assert sorted(path.name for path in first.iterdir()) == ["findings.csv", "series.csv", "series.svg"]
    assert all((second / path.name).read_bytes() == path.read_bytes() for path in first.iterdir())
    assert "A &lt;claim&gt;" in (first / "series.svg").read_text(encoding="utf-8")


def test_totals_that_may_differ_get_no_estimate(tmp_path: Path) -> None:
    """Silence, and what to do."""
    path = write_totals(tmp_path / "t.csv", {"killed": clean(1), "tanks": clean(2)})
    result = run(path)
    assert "No estimate" in result.stdout
    assert "--column" in result.stdout


def test_priors_can_be_replaced(scrapes: Path, tmp_path: Path) -> None:
    """What the file names is taken, and said to be the user's."""
    own = tmp_path / "own.json"
    own.write_text('{"factors": {"enemy": {"killed": {"factor": 4.0}}}}', encoding="utf-8")
    data = json.loads(run(scrapes, "--priors", own, "--interest", "enemy", "--json").stdout)
    assert (data["priors"][0]["factor"], data["priors"][0]["source"]) == (4.0, "set by the user")


@pytest.mark.parametrize("text", ["{", '{"factor": 1}', '{"known_share": {"named": {"low": 0.9}}}'])
def test_priors_that_cannot_be_used_are_refused(scrapes: Path, tmp_path: Path, text: str) -> None:
    """With status 2."""
    own = tmp_path / "own.json"
    own.write_text(text, encoding="utf-8")
    assert run(scrapes, "--priors", own).exit_code == 2


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (("--column", "three"), 3),
        (("--column", "one=hearsay"), 2),
        (("--column", "one=seen"), 3),
        (("--known", "one=2-1"), 2),
        (("--known", "three=0.4-0.6"), 3),
        (("--where", "one"), 2),
    ],
)
def test_wrong_options_are_refused(scrapes: Path, options: tuple[str, ...], status: int) -> None:
    """A column that is not there, an unknown role, a floor of something else, a share that is none."""
    assert run(scrapes, *options).exit_code == status


def test_a_day_before_every_figure_is_refused_with_advice(scrapes: Path) -> None:
    """Nothing was told by then, which is said in a sentence."""
    result = run(scrapes, "--as-of", "1999-12-31")
    assert result.exit_code == 3
    assert "no figure by 1999-12-31" in result.stderr


def test_points_between_thousands_are_not_taken_for_decimals(tmp_path: Path) -> None:
    """A thousand written 1.000 never becomes one."""
    table = tmp_path / "claim.csv"
    table.write_text("date;total\n" + "".join(f"2024-01-0{at};1.0{at}0\n" for at in range(1, 6)), encoding="utf-8")
    result = run(table)
    assert (result.exit_code, "no column looks like a running total" in result.stderr) == (3, True)
