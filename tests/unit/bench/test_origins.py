"""The task ``origins``: what it reads, what it writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.bench.tasks import run_task
from reportedly.model.errors import InputError
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import Toolkit, prepare

TABLE = """event\treport\toutlet\thour\tqualifier\tvalue\tstated\tnote
e1\ta\tGazette\t0.0\texact\t217\tNorland Army\tx
e1\tb\tCourier\t2.5\texact\t217\t\tx
e1\tc\tHerald\t3.0\texact\t40\tVelt Doctors\tx
e2\td\tGazette\t1.0\tat_least\t12\t\tx
"""


@pytest.fixture
def tools() -> Toolkit:
    """Prepare the tools once."""
    return prepare(Settings(executor="serial"))


def traced(text: str, folder: Path, tools: Toolkit) -> dict[str, object]:
    """Write a table and run the task on it."""
    table = folder / "reports.tsv"
    table.write_text(text, encoding="utf-8")
    return run_task("origins", table, folder / "found.tsv", tools)


def test_origins_are_written_for_the_scorer(tmp_path: Path, tools: Toolkit) -> None:
    """Each report has one line with its event and the number of its origin."""
    traced(TABLE, tmp_path, tools)
    rows = [line.split("\t") for line in (tmp_path / "found.tsv").read_text(encoding="utf-8").splitlines()]
    assert rows[0] == ["report", "event", "origin"]
    assert sorted(row[:2] for row in rows[1:]) == [["a", "e1"], ["b", "e1"], ["c", "e1"], ["d", "e2"]]


def test_parents_are_written_beside_them(tmp_path: Path, tools: Toolkit) -> None:
    """A second table gives each report its parent; an origin's own word has none."""
    traced(TABLE, tmp_path, tools)
    lines = (tmp_path / "found.edges.tsv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "report\tparent"
    assert {"a\t", "b\ta", "c\t", "d\t"} == set(lines[1:])


def test_numbers_are_written_beside_them(tmp_path: Path, tools: Toolkit) -> None:
    """A third table gives each event its number with a range, over origins and not over reports."""
    figures = traced(TABLE, tmp_path, tools)
    lines = (tmp_path / "found.quantities.tsv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "object\tvalue\tlow\thigh"
    rows = [line.split("\t") for line in lines[1:]]
    assert [row[0] for row in rows] == ["e1", "e2"]
    assert all(int(low) <= int(best) <= int(high) for _, best, low, high in rows)
    assert figures["quantities"] == 2


def test_the_figures_count_what_was_found(tmp_path: Path, tools: Toolkit) -> None:
    """Events, reports and origins are told, with the time it took."""
    figures = traced(TABLE, tmp_path, tools)
    assert (figures["events"], figures["reports"], figures["origins"]) == (2, 4, 3)


def test_hours_and_outlets_may_be_missing(tmp_path: Path, tools: Toolkit) -> None:
    """Only event and report are needed."""
    figures = traced("event\treport\tvalue\ne\ta\t3\ne\tb\t3\n", tmp_path, tools)
    assert figures["reports"] == 2


@pytest.mark.parametrize(
    "text",
    [
        "event\tvalue\ne\t3\n",
        "event\treport\tvalue\ne\ta\tmany\n",
        "event\treport\tvalue\ne\ta\tnan\n",
        "event\treport\ne\ta\ne\ta\n",
    ],
)
def test_a_table_that_cannot_be_used_is_refused(text: str, tmp_path: Path, tools: Toolkit) -> None:
    """A missing column, a number that is none and a report twice are errors of the input."""
    with pytest.raises(InputError):
        traced(text, tmp_path, tools)
