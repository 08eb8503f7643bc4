"""The figures of the task ``time``."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reportedly.bench.gold import read_lines
from reportedly.bench.tasks import run_task
from reportedly.bench.time import record, records, score
from reportedly.bench.timex import days_of
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.times import time_text
from reportedly.pipeline.toolkit import prepare
from shared_data import shared_path

DAY = date(2024, 12, 16)
GOLD = {"start": 3, "end": 14, "type": "DATE", "value": "2024-12-14"}
FILES = ("meantime_dev", "wikiwars_dev", "probe_dev")


def line(*timexes: dict[str, Any]) -> dict[str, Any]:
    """Return a line with these expressions."""
    return {"id": "d", "text": "On December 14 it fell.", "dct": "2024-12-16", "timexes": list(timexes)}


def test_equal_lines_are_perfect() -> None:
    """Gold against itself gives 1 everywhere."""
    figures = score([line(GOLD)], [line(GOLD)])
    assert {figures[name]["f1"] for name in ("strict", "relaxed", "type", "value", "interval")} == {1.0}


def test_a_longer_span_is_relaxed_and_not_strict() -> None:
    """An overlap counts for value and days, not for the span."""
    figures = score([line(GOLD)], [line({**GOLD, "start": 0})])
    assert (figures["strict"]["f1"], figures["relaxed"]["f1"], figures["value"]["f1"]) == (0.0, 1.0, 1.0)


def test_days_given_apart_override_the_value() -> None:
    """``begin`` and ``finish`` say which days are meant."""
    other = {**GOLD, "begin": "2024-12-13", "finish": "2024-12-14"}
    assert score([line(GOLD)], [line(other)])["interval"]["f1"] == 0.0


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2024-W50", ("2024-12-09", "2024-12-15")),
        ("2024-W50-WE", ("2024-12-14", "2024-12-15")),
        ("2024-Q4", ("2024-10-01", "2024-12-31")),
        ("2024-H1", ("2024-01-01", "2024-06-30")),
        ("2024-WI", ("2024-12-01", "2025-02-28")),
        ("2024-12", ("2024-12-01", "2024-12-31")),
        ("199X", ("1990-01-01", "1999-12-31")),
        ("2024-12-14TNI", ("2024-12-14", "2024-12-14")),
    ],
)
def test_values_denote_these_days(value: str, days: tuple[str, str]) -> None:
    """Values that denote days are read as the scorer reads them."""
    assert days_of(value) == tuple(map(date.fromisoformat, days))


@pytest.mark.parametrize("value", ["P3D", "PAST_REF", "2024-02-30", "XXXX-12", "", None])
def test_other_values_denote_none(value: str | None) -> None:
    """Lengths, vague and impossible values denote no days."""
    assert days_of(value) is None


def test_vague_times_hand_out_no_days() -> None:
    """The policy's days stay ours: TIMEX3 gives ``recently`` none."""
    (one,) = time_text("d", "It fell recently.", DAY).times
    assert "begin" not in record(one)


def test_years_of_a_range_are_two_expressions() -> None:
    """TIMEX3 annotates the two ends."""
    found = records(time_text("d", "It ran from 2019 to 2021.", DAY))
    assert [one["value"] for one in found] == ["2019", "2021"]


def test_only_text_and_day_are_looked_at(tmp_path: Path) -> None:
    """A gold file without right answers gives the same predictions."""
    paths = []
    for name, timexes in (("full", [GOLD]), ("empty", [])):
        gold, found = tmp_path / f"{name}.jsonl", tmp_path / f"{name}.out"
        gold.write_text(json.dumps(line(*timexes)) + "\n", encoding="utf-8")
        run_task("time", gold, found, prepare(Settings(executor="serial")))
        paths.append(found)
    assert paths[0].read_text(encoding="utf-8") == paths[1].read_text(encoding="utf-8")


@pytest.mark.shared
@pytest.mark.parametrize("name", FILES)
def test_figures_agree_with_the_shared_scorer(name: str, tmp_path: Path) -> None:
    """On predictions spoilt at random, both scorers print the same figures."""
    gold = shared_path(f"data/time/{name}.jsonl")
    found = tmp_path / "found.jsonl"
    run_task("time", gold, found, prepare(Settings(executor="serial")))
    lines = [json.loads(one) for one in found.read_text(encoding="utf-8").splitlines()]
    _spoil(lines)
    found.write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")
    told = subprocess.run(
        [sys.executable, str(shared_path("eval/score_time.py")), str(gold), str(found)],
        capture_output=True,
        text=True,
        check=True,
    )
    theirs = json.loads(told.stdout)
    ours = score(read_lines(gold), lines)
    pairs = {
        "strict": "strict",
        "relaxed": "relaxed",
        "type": "type_f1",
        "value": "value_f1",
        "interval": "interval_f1",
    }
    for mine, other in pairs.items():
        assert 100 * ours[mine]["f1"] == pytest.approx(theirs[other]["f1"], abs=0.011)


def _spoil(lines: list[dict[str, Any]]) -> None:
    """Move, drop and change predictions, the same ones every time."""
    chance = random.Random(7)
    for one in lines:
        one["timexes"] = [timex for timex in one["timexes"] if chance.random() > 0.1]
        for timex in one["timexes"]:
            timex["end"] += chance.choice((0, 0, 0, 2))
            timex["value"] = chance.choice((timex["value"], timex["value"], "2024"))
