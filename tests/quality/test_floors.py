"""The product is at least as good as the floors in ``floors.json``; raise them when it becomes better."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache, reduce
from pathlib import Path
from typing import Any

import pytest

from reportedly.bench.tasks import run_task
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare
from shared_data import shared_path

FLOORS = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))
HIGHEST = json.loads(Path(__file__).with_name("highest_floors.json").read_text(encoding="utf-8"))
"""The highest floor that each figure ever had, and by name the ones that were lowered since, with the reason."""


def floors() -> Iterator[tuple[str, str, str, float]]:
    """Yield task, gold file, figure and floor."""
    for task, files in FLOORS.items():
        for file, figures in files.items():
            yield from ((task, file, figure, floor) for figure, floor in figures.items())


@cache
def figures_of(task: str, file: str) -> dict[str, Any]:
    """Run a task on a gold file once."""
    return run_task(task, shared_path(file), None, prepare(Settings(executor="serial")))


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize(("task", "file", "figure", "floor"), list(floors()))
def test_no_figure_is_below_its_floor(task: str, file: str, figure: str, floor: float) -> None:
    """Each figure reaches what is written down for it."""
    measured: Any = reduce(lambda part, name: part[name], figure.split("."), figures_of(task, file))
    assert measured >= floor


def lowered_silently(now: dict[str, float], highest: dict[str, float], named: dict[str, str]) -> list[str]:
    """Return the figures whose floor is gone, or lower than it was, without a reason given under the figure's name."""
    return [name for name, floor in highest.items() if now.get(name, 0.0) < floor and not named.get(name)]


def test_no_floor_is_lowered_without_a_name_and_a_reason() -> None:
    """Who lowers a floor must name it in ``highest_floors.json`` and say why."""
    now = {f"{task} {file} {figure}": floor for task, file, figure, floor in floors()}
    assert lowered_silently(now, HIGHEST["floors"], HIGHEST["lowered"]) == []


def test_a_lowered_floor_is_noticed() -> None:
    """The guard itself catches a floor that sinks, and one that disappears."""
    assert lowered_silently({"a": 0.8}, {"a": 0.9, "b": 0.5}, {}) == ["a", "b"]
    assert lowered_silently({"a": 0.8}, {"a": 0.9}, {"a": "the gold was corrected"}) == []
