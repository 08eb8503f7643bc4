"""The map of an event's places as GeoJSON: footprints, and the ground that they lie on; no tile is asked of anybody."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

from reportedly.model.ground import Area, Bounds, Ring
from reportedly.model.place import PlaceEntry, PlaceKind, PlaceRole
from reportedly.pipeline.workbench.atlas import Atlas
from reportedly.web.views.places import PlaceRow, PlacesView

GeoJson = dict[str, Any]
CORNERS = 48
"""Corners of the polygon that stands for a circle."""
KILOMETRES = 111.195
"""Kilometres of a degree of latitude."""
_WIDE = frozenset({PlaceKind.CONTINENT, PlaceKind.COUNTRY, PlaceKind.REGION})
"""Kinds that set the view only where nothing finer is named."""
_LEAST = 0.6
"""Degrees from the middle of the map to its edge at least."""


def places_map(view: PlacesView, atlas: Atlas) -> GeoJson:
    """Return the map as one collection; each feature names its layer.

    Layers: ``place`` (a footprint, with its role), ``country`` and ``area`` (outlines under it), ``disputed`` (an area
    that several states claim), ``town`` (a point to find one's way by). ``bbox`` is what is shown first; a view without
    a position is a collection without features.
    """
    drawn = [(row, shape) for row in view.rows if row.drawn and (shape := _shape(row, atlas))]
    if not drawn:
        return {"type": "FeatureCollection", "features": []}
    bounds = _view(drawn)
    taken = [(row.lon, row.lat) for row, _ in drawn if row.lon is not None and row.lat is not None]
    ground = atlas.ground(bounds, taken)
    features = [
        *(_area(one, "country", atlas) for one in ground.countries),
        *(_area(one, "area", atlas) for one in ground.areas),
        *(_area(one, "disputed", atlas) for one in ground.disputed),
        *(_place(row, shape) for row, shape in sorted(drawn, key=lambda one: -_size(one[1]))),
        *(_town(one) for one in ground.towns),
    ]
    return {
        "type": "FeatureCollection",
        "bbox": [bounds.west, bounds.south, bounds.east, bounds.north],
        "features": features,
    }


def circle(lat: float, lon: float, radius_km: float) -> Ring:
    """Return a circle on the ground as a ring; a radius below a kilometre counts as one."""
    high = max(radius_km, 1.0) / KILOMETRES
    wide = high / max(0.05, math.cos(math.radians(lat)))
    turns = (2 * math.pi * step / CORNERS for step in range(CORNERS))
    return tuple((round(lon + wide * math.cos(one), 4), round(lat + high * math.sin(one), 4)) for one in turns)


def unbroken(rings: Sequence[Ring]) -> tuple[Ring, ...]:
    """Return rings that go on across the 180th meridian instead of leaping round the world; some then lie beyond it."""
    whole = [_going_on(ring) for ring in rings]
    if not whole:
        return ()
    middle = _middle(max(whole, key=len))
    return tuple(_moved(ring, 360.0 * round((middle - _middle(ring)) / 360.0)) for ring in whole)


def _going_on(ring: Ring) -> Ring:
    points: list[tuple[float, float]] = []
    turn = 0.0
    for lon, lat in ring:
        if points:
            turn = 360.0 * round((points[-1][0] - lon) / 360.0)
        points.append((lon + turn, lat))
    return tuple(points)


def _moved(ring: Ring, degrees: float) -> Ring:
    return tuple((lon + degrees, lat) for lon, lat in ring) if degrees else ring


def _middle(ring: Ring) -> float:
    return (min(lon for lon, _ in ring) + max(lon for lon, _ in ring)) / 2


def _shape(row: PlaceRow, atlas: Atlas) -> tuple[Ring, ...]:
    area = atlas.outline(row.id) if row.outlined else None
    if area is not None:
        return unbroken(area.rings)
    return (circle(row.lat, row.lon, row.radius_km),) if row.lat is not None and row.lon is not None else ()


def _view(drawn: Sequence[tuple[PlaceRow, tuple[Ring, ...]]]) -> Bounds:
    """Return what the map shows first: where things happened, as finely as that is known."""
    happened = [one for one in drawn if one[0].role is PlaceRole.HAPPENED] or list(drawn)
    fine = [one for one in happened if one[0].kind not in _WIDE] or happened
    return Bounds.around(point for _, rings in fine for ring in rings for point in ring).grown(0.25, _LEAST)


def _size(rings: tuple[Ring, ...]) -> float:
    held = [Bounds.around(ring) for ring in rings]
    return sum((one.east - one.west) * (one.north - one.south) for one in held)


def _place(row: PlaceRow, rings: tuple[Ring, ...]) -> GeoJson:
    about = {
        "layer": "place",
        "name": row.name,
        "written": list(row.written),
        "role": str(row.role),
        "kind": str(row.kind),
        "within": row.within,
        "precision": row.precision,
        "radius_km": row.radius_km,
        "claims": [one.claim_id for one in row.claims],
    }
    if not row.outlined:
        about["middle"] = [row.lon, row.lat]
    return _feature(row.id, rings, about)


def _area(area: Area, layer: str, atlas: Atlas) -> GeoJson:
    entry = area.entry
    about: GeoJson = {"layer": layer, "name": entry.name, "of": entry.country}
    if entry.status is not None:
        about["of"] = entry.status.country(atlas.boundaries) or entry.id
        about["claimants"] = [atlas.country_name(one) for one in entry.status.claimants]
        about["shown_as"] = atlas.country_name(entry.status.country(atlas.boundaries))
        about["note"] = entry.status.note
    return _feature(entry.id, unbroken(area.rings), about)


def _town(entry: PlaceEntry) -> GeoJson:
    return {
        "type": "Feature",
        "id": entry.id,
        "geometry": {"type": "Point", "coordinates": [entry.lon, entry.lat]},
        "properties": {"layer": "town", "name": entry.name, "population": entry.population},
    }


def _feature(identity: str, rings: Iterable[Ring], about: GeoJson) -> GeoJson:
    parts = [[[list(point) for point in (*ring, ring[0])]] for ring in rings]
    return {
        "type": "Feature",
        "id": identity,
        "geometry": {"type": "MultiPolygon", "coordinates": parts},
        "properties": about,
    }
