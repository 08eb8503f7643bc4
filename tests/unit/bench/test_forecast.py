"""The task ``forecast``: a table of probabilities in, the figures of the shared scorer out."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reportedly.bench.tasks import run_task
from reportedly.model.errors import InputError
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare
from shared_data import shared_path


def measured(path: Path, predictions: Path | None = None) -> dict[str, Any]:
    """Run the task."""
    return run_task("forecast", path, predictions, prepare(Settings(executor="serial")))


def table(path: Path, rows: list[str], header: str = "id\tprob\toutcome\tweight") -> Path:
    """Write a table."""
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


def invented(seed: int, size: int) -> list[str]:
    """Return rows of forecasts that are stated too boldly, with weights."""
    chance = random.Random(seed)
    rows = []
    for number in range(size):
        truth = chance.betavariate(0.7, 0.9)
        said = min(1.0, max(0.0, round(0.5 + 1.3 * (truth - 0.5), 3)))
        rows.append(f"q{number}\t{said}\t{int(chance.random() < truth)}\t{chance.choice(('', '1', '2', '0.5'))}")
    return rows


@pytest.mark.shared
@pytest.mark.parametrize(("seed", "size"), [(1, 400), (2, 37), (3, 3), (4, 1)])
def test_the_figures_are_those_of_the_shared_scorer(tmp_path: Path, seed: int, size: int) -> None:
    """Every figure is the same to the last printed place, with weights, ties, noughts and ones."""
    path = table(tmp_path / "forecasts.tsv", invented(seed, size))
    command = [sys.executable, str(shared_path("eval/score_fusion.py")), "forecast", "--pred", str(path)]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    assert measured(path) == json.loads(told.stdout)


def test_the_calibration_is_written(tmp_path: Path) -> None:
    """One line a bin that holds a case, with its number and interval."""
    path = table(tmp_path / "f.tsv", ["a\t0.72\t1\t", "b\t0.78\t0\t", "c\t0.1\t0\t"])
    measured(path, tmp_path / "bins.tsv")
    lines = (tmp_path / "bins.tsv").read_text(encoding="utf-8").splitlines()
    assert [line.split("\t")[:5] for line in lines[1:]] == [
        ["0.1", "0.2", "1", "0.1000", "0.0000"],
        ["0.7", "0.8", "2", "0.7500", "0.5000"],
    ]


@pytest.mark.parametrize("row", ["a\t1.2\t1\t", "a\t0.5\tyes\t", "a\t\t1\t", "a\t0.5\t1\t-1", "a\tnan\t1\t"])
def test_what_is_no_forecast_is_refused(tmp_path: Path, row: str) -> None:
    """A number that is none, or out of its range, is named with its line."""
    with pytest.raises(InputError) as caught:
        measured(table(tmp_path / "f.tsv", [row]))
    assert caught.value.where.endswith(":2")


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    """The header must name what is scored."""
    with pytest.raises(InputError, match="outcome"):
        measured(table(tmp_path / "f.tsv", ["a\t0.5"], "id\tprob"))


def test_an_empty_table_is_refused(tmp_path: Path) -> None:
    """No forecast gives no figure."""
    with pytest.raises(InputError, match="no rows"):
        measured(table(tmp_path / "f.tsv", []))
