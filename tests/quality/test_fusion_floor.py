"""Fusion of votes on tables that the shared generator makes: a flood of copies, and worlds without one."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from reportedly.model.votes import Vote
from reportedly.pipeline.fusion import fuse
from shared_data import shared_path

FLOOD = ("--n_ind", "10", "--n_fam", "1", "--n_cop", "9", "--bad", "1", "--n_obj", "300")


def made(folder: Path, seed: int, *options: str) -> tuple[list[dict[str, str]], dict[str, str], dict[str, str]]:
    """Run the generator and return rows, true values and parents."""
    script = shared_path("eval/gen_copying.py")
    line = [sys.executable, str(script), str(folder), "--mode", "table", "--seed", str(seed), *options]
    subprocess.run(line, check=True, capture_output=True)
    rows, truth, copies = (_read(folder / name) for name in ("claims.tsv", "truth.tsv", "copies.tsv"))
    return rows, {r["object"]: r["value"] for r in truth}, {r["source"]: r["parent"] for r in copies}


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def scored(
    rows: list[dict[str, str]], truth: dict[str, str], parents: dict[str, str], stated: float
) -> tuple[float, float]:
    """Return accuracy over all objects and calibration error in ten bins, with sources renamed and rows shuffled."""
    draw = Random(7)
    names = sorted({row["source"] for row in rows})
    others = [f"s{number}" for number in range(len(names))]
    draw.shuffle(others)
    new = dict(zip(names, others, strict=True))
    said = {(row["object"], row["source"]): row["value"] for row in rows}
    votes = []
    for row in rows:
        parent = parents[row["source"]]
        copied = bool(parent) and said.get((row["object"], parent)) == row["value"]
        origin = new[parent] if copied and draw.random() < stated else ""
        votes.append(Vote(row["object"], new[row["source"]], row["value"], origin))
    draw.shuffle(votes)
    found = [(one.probability, truth[one.object] == one.value) for one in fuse(votes).values]
    bins: dict[int, list[float]] = {}
    for probability, right in found:
        bins.setdefault(min(9, int(10 * probability)), []).append(probability - right)
    return sum(right for _, right in found) / len(truth), sum(abs(sum(one)) for one in bins.values()) / len(found)


@pytest.mark.shared
@pytest.mark.parametrize("stated", [0.0, 0.6])
@pytest.mark.parametrize("rate", ["0.5", "0.8", "0.95"])
def test_a_flood_of_copies_at_any_rate_is_seen_through(tmp_path: Path, rate: str, stated: float) -> None:
    """Values are right and probabilities calibrated although nobody tells the copy rate."""
    accuracy, error = scored(*made(tmp_path, 31, *FLOOD, "--c", rate), stated)
    assert accuracy >= 0.96
    assert error <= 0.03


@pytest.mark.shared
@pytest.mark.parametrize(
    ("options", "floor"),
    [(("--bad", "0"), 0.98), (("--bad", "1"), 0.98), (("--bad", "2"), 0.98), (("--n_cop", "0"), 0.97)],
)
def test_nothing_is_lost_elsewhere(tmp_path: Path, options: tuple[str, ...], floor: float) -> None:
    """With honest families, and without copiers, the values are as good as ever."""
    accuracy, error = scored(*made(tmp_path, 32, "--n_obj", "300", *options), 0.0)
    assert accuracy >= floor
    assert error <= 0.03
