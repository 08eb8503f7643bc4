"""Cut the ground under a map out of the bundled outlines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from reportedly.gazetteer.file import GazetteerFile
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


def ground_of(view: Bounds, taken: Iterable[tuple[float, float]]) -> Ground:
    """Return the countries, first-level areas, disputed areas and towns of a part of the map.

    Args:
        view: what is shown first; the ground reaches further, so that the map can be moved.
        taken: (longitude, latitude) of places that are named already; no town is named right beside them.
    """
    book = bundled()
    around = view.grown(2.0, 6.0)
    countries = tuple(area for area in _countries() if _met(area, around))
    fine = around.east - around.west < _FINE
    codes = [area.entry.country for area in countries] if fine else []
    return Ground(
        countries,
        tuple(area for area in _areas(book, book.first_level(codes)) if _met(area, around)),
        tuple(area for area in _areas(book, book.disputed()) if _met(area, around)),
        _apart(book.towns(view.grown(0.25, 0.0), _ASKED), view, taken),
    )


def outline_of(identity: str) -> Area | None:
    """Return a place with its outline; None where the gazetteer has neither."""
    entry = bundled().entry(identity)
    return next(iter(_areas(bundled(), [entry])), None) if entry is not None else None


@cache
def _countries() -> tuple[Area, ...]:
    return tuple(_areas(bundled(), bundled().countries()))


def _areas(book: GazetteerFile, entries: Iterable[PlaceEntry]) -> Iterable[Area]:
    held = ((entry, book.rings(entry.id)) for entry in entries)
    return (Area(entry, rings) for entry, rings in held if rings)


def _met(area: Area, around: Bounds) -> bool:
    return any(around.meets(Bounds.around(ring)) for ring in area.rings)


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
