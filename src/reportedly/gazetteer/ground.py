"""Cut the ground under a map out of the bundled outlines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from reportedly.gazetteer.load import bundled
from reportedly.model.ground import Area, Bounds, Ground
from reportedly.model.place import PlaceEntry

_TOWNS = 40
"""Towns on one map at most; the page names as many as have room."""
_APART = 0.025
"""Least distance of two towns, as a share of the map's width: a quarter of a town is no town of its own."""
_FINE = 40.0
"""Degrees of longitude up to which first-level areas are drawn; a larger map shows countries alone."""
_ASKED = 160
"""Towns among which those are chosen that stand far enough from each other."""


@dataclass(frozen=True, slots=True)
class _Framed:
    """An area with the rectangles of its rings."""

    area: Area
    frames: tuple[Bounds, ...]

    def meets(self, around: Bounds) -> bool:
        """Say whether some of it lies in a part of the map."""
        return any(around.meets(frame) for frame in self.frames)


@lru_cache(64)
def ground_of(view: Bounds, taken: tuple[tuple[float, float], ...]) -> Ground:
    """Return the countries, first-level areas, disputed areas and towns of a part of the map.

    Args:
        view: what is shown first; the ground reaches further, so that the map can be moved.
        taken: (longitude, latitude) of places that are named already; no town is named right beside them.
    """
    around = view.grown(2.0, 6.0)
    countries = _met(_countries(), around)
    fine = around.east - around.west < _FINE
    areas = [area for one in countries for area in _met(_first_level(one.entry.country), around)] if fine else []
    return Ground(
        countries,
        tuple(areas),
        _met(_disputed(), around),
        _apart(bundled().towns(view.grown(0.25, 0.0), _ASKED), view, taken),
    )


@cache
def outline_of(identity: str) -> Area | None:
    """Return a place with its outline; None where the gazetteer has neither."""
    entry = bundled().entry(identity)
    framed = _framed([entry]) if entry is not None else ()
    return framed[0].area if framed else None


@cache
def _countries() -> tuple[_Framed, ...]:
    return _framed(bundled().countries())


@cache
def _first_level(country: str) -> tuple[_Framed, ...]:
    return _framed(bundled().first_level([country]))


@cache
def _disputed() -> tuple[_Framed, ...]:
    return _framed(bundled().disputed())


def _framed(entries: Iterable[PlaceEntry]) -> tuple[_Framed, ...]:
    held = ((entry, bundled().rings(entry.id)) for entry in entries)
    return tuple(_Framed(Area(entry, rings), tuple(map(Bounds.around, rings))) for entry, rings in held if rings)


def _met(areas: Iterable[_Framed], around: Bounds) -> tuple[Area, ...]:
    return tuple(one.area for one in areas if one.meets(around))


def _apart(towns: Sequence[PlaceEntry], view: Bounds, taken: Iterable[tuple[float, float]]) -> tuple[PlaceEntry, ...]:
    """Return the largest towns that stand far enough from each other for their names."""
    least = _APART * (view.east - view.west)
    held = list(taken)
    chosen: list[PlaceEntry] = []
    for town in towns:
        if town.lon is None or town.lat is None or len(chosen) == _TOWNS:
            continue
        if all(abs(town.lon - x) > least or abs(town.lat - y) > least * 0.6 for x, y in held):
            held.append((town.lon, town.lat))
            chosen.append(town)
    return tuple(chosen)
