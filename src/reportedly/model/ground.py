"""The ground under a map: outlines of countries and areas, who claims which, towns to find one's way by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.model.place import PlaceEntry

Ring = tuple[tuple[float, float], ...]
"""A closed line as (longitude, latitude), the first point not repeated."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """A rectangle of the map, in degrees."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def around(cls, points: Iterable[tuple[float, float]]) -> Bounds:
        """Return the least rectangle that holds all points, (longitude, latitude); there must be one."""
        held = tuple(points)
        wide, high = [x for x, _ in held], [y for _, y in held]
        return cls(min(wide), min(high), max(wide), max(high))

    def grown(self, share: float, least: float) -> Bounds:
        """Return a larger rectangle of the same middle.

        Args:
            share: part of width and height by which each side moves out.
            least: degrees from the middle to each side at least.
        """
        x, y = (self.west + self.east) / 2, (self.south + self.north) / 2
        wide = max(least, (self.east - self.west) * (0.5 + share))
        high = max(least, (self.north - self.south) * (0.5 + share))
        return Bounds(max(-180.0, x - wide), max(-85.0, y - high), min(180.0, x + wide), min(85.0, y + high))

    def meets(self, other: Bounds) -> bool:
        """Say whether two rectangles share ground."""
        beside = self.east < other.west or other.east < self.west
        return not beside and self.south <= other.north and other.south <= self.north

    def holds(self, lon: float, lat: float) -> bool:
        """Say whether a point lies within."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north


@dataclass(frozen=True, slots=True)
class Area:
    """A place with its outline."""

    entry: PlaceEntry
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies around some places."""

    countries: tuple[Area, ...]
    areas: tuple[Area, ...]
    """First-level areas, by country; none on a map of half the world."""
    disputed: tuple[Area, ...]
    towns: tuple[PlaceEntry, ...]
    """The largest first."""
