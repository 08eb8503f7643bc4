"""Outlines of countries and first-level areas: is a point inside?"""

from __future__ import annotations

import json
from functools import cached_property
from importlib.resources.abc import Traversable

GRID = 100
"""Steps a degree."""
Ring = list[tuple[float, float]]


class Outlines:
    """The outer rings of areas by the number of the place; the file is read when the first is asked for."""

    def __init__(self, file: Traversable) -> None:
        """Name the file, which ``training/gazetteer.py`` wrote."""
        self.file = file

    @cached_property
    def _steps(self) -> dict[int, list[list[int]]]:
        found: dict[str, list[list[int]]] = json.loads(self.file.read_bytes())
        return {int(number): rings for number, rings in found.items()}

    @cached_property
    def _rings(self) -> dict[int, list[Ring]]:
        return {}

    def rings(self, number: int) -> list[Ring]:
        """Return an area's outer rings as (longitude, latitude), good to about three kilometres; none = unknown."""
        if number not in self._rings:
            self._rings[number] = [_ring(steps) for steps in self._steps.get(number, ())]
        return self._rings[number]

    def holds(self, number: int, lat: float, lon: float) -> bool | None:
        """Say whether an area holds a point; None where its outline is unknown."""
        rings = self.rings(number)
        return any(_inside(lon, lat, ring) for ring in rings) if rings else None


def _ring(steps: list[int]) -> Ring:
    x = y = 0
    points = []
    for step_x, step_y in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + step_x, y + step_y
        points.append((x / GRID, y / GRID))
    return points


def _inside(x: float, y: float, ring: Ring) -> bool:
    inside = False
    for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            inside = not inside
    return inside
