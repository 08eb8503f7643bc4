"""Distances on earth."""

from __future__ import annotations

import math

EARTH = 6371.0088
"""The mean radius of the earth in kilometres (IUGG)."""


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the distance of two points by the haversine formula.

    Args:
        one: latitude and longitude in degrees.
        other: likewise.
    """
    a, b, c, d = map(math.radians, (*one, *other))
    chord = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(chord)))
