"""Geometry for the gazetteer: thinning outlines, points in polygons, radii."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from gazetteer_inputs import Ring

EARTH = 6371.0088
"""Mean radius in kilometres."""


def distance(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the kilometres between two points on the sphere."""
    a, b, c, d = map(math.radians, (lat, lon, other_lat, other_lon))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(h)))


def thinned(ring: Ring, tolerance: float) -> list[tuple[float, float]]:
    """Return a ring without the points that lie nearer to the rest than the tolerance, in degrees (Douglas-Peucker)."""
    points = [(float(x), float(y)) for x, y in ring]
    if len(points) < 5:
        return points
    keep = {0, len(points) - 1}
    waiting = [(0, len(points) // 2), (len(points) // 2, len(points) - 1)]
    keep.add(len(points) // 2)
    while waiting:
        low, high = waiting.pop()
        best, at = tolerance, -1
        for number in range(low + 1, high):
            off = _off(points[number], points[low], points[high])
            if off > best:
                best, at = off, number
        if at >= 0:
            keep.add(at)
            waiting += [(low, at), (at, high)]
    return [points[number] for number in sorted(keep)]


def _off(point: tuple[float, float], low: tuple[float, float], high: tuple[float, float]) -> float:
    (x, y), (x0, y0), (x1, y1) = point, low, high
    dx, dy = x1 - x0, y1 - y0
    length = dx * dx + dy * dy
    share = max(0.0, min(1.0, ((x - x0) * dx + (y - y0) * dy) / length)) if length else 0.0
    return math.hypot(x - x0 - share * dx, y - y0 - share * dy)


@dataclass(frozen=True)
class Shape:
    """An area's outer rings with the box around them."""

    rings: Sequence[Sequence[tuple[float, float]]]
    box: tuple[float, float, float, float]

    @staticmethod
    def of(outer: Sequence[Ring], tolerance: float = 0.0) -> Shape | None:
        """Return the shape of some rings, None where there are none; small islands of large areas are left out."""
        kept = [thinned(ring, tolerance) if tolerance else [(x, y) for x, y in ring] for ring in outer]
        kept = [ring for ring in kept if len(ring) >= 4]
        if not kept:
            return None
        largest = max(abs(surface(ring)) for ring in kept)
        kept = [ring for ring in kept if abs(surface(ring)) >= 0.004 * largest]
        xs, ys = [x for ring in kept for x, _ in ring], [y for ring in kept for _, y in ring]
        return Shape(kept, (min(xs), min(ys), max(xs), max(ys)))

    def holds(self, lat: float, lon: float) -> bool:
        """Say whether a point lies inside."""
        low_x, low_y, high_x, high_y = self.box
        if not (low_x <= lon <= high_x and low_y <= lat <= high_y):
            return False
        return any(_inside(lon, lat, ring) for ring in self.rings)

    def radius(self) -> float:
        """Return the radius in km of the circle that is as large as the area."""
        square = 0.0
        for ring in self.rings:
            middle = sum(y for _, y in ring) / len(ring)
            square += abs(surface(ring)) * (math.pi / 180 * EARTH) ** 2 * math.cos(math.radians(middle))
        return math.sqrt(square / math.pi)


def surface(ring: Sequence[tuple[float, float]]) -> float:
    """Return the area of a ring in square degrees, with sign."""
    total = 0.0
    for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
        total += x0 * y1 - x1 * y0
    return total / 2


def _inside(x: float, y: float, ring: Sequence[tuple[float, float]]) -> bool:
    inside = False
    for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            inside = not inside
    return inside
