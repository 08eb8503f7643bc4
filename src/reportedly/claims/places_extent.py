"""How far a named place reaches where its words move or widen it, and what it does in its sentence."""

from __future__ import annotations

import math

from reportedly.claims.places_choose import Surroundings
from reportedly.claims.places_find import Found
from reportedly.claims.places_words import (
    BETWEEN,
    COMPASS,
    DATELINE,
    DIRECTION,
    LOCATIVE,
    NEAR,
    OFFSET,
    PALACES,
    RULERS,
    SAID_IN,
    SPEAKING,
)
from reportedly.model.place import AREAS, Footprint, PlaceEntry, PlaceKind, PlaceRole

BESIDE = 5.0
"""Kilometres by which ``near`` widens a place."""
MOVED = 10.0
"""Kilometres by which ``north of`` moves a place where the text gives no distance."""
STRETCH = 30.0
"""Kilometres of front that ``direction`` or ``sector`` means at least."""
MILE = 1.609344
DEGREE = 111.195
"""Kilometres of a degree of latitude."""
BEFORE = 60
"""Characters before a name that may move it."""


def footprint_of(one: Found, around: Surroundings, entry: PlaceEntry) -> Footprint:
    """Return where a named place lies: its own circle, or what its words make of it.

    Distances that the text leaves open are policies of this module, and the note says that one was used.
    """
    before = around.text[max(0, one.span.start - BEFORE) : one.span.start]
    area = entry.id if entry.kind in AREAS else ""
    own = Footprint(entry.lat, entry.lon, entry.radius_km, area)
    if (moved := OFFSET.search(before)) and entry.lat is not None and entry.lon is not None and not area:
        distance, unit, compass = moved.groups()
        far = float(distance) * (MILE if unit.startswith("mi") else 1.0) if distance else MOVED
        lat, lon = _beyond(entry.lat, entry.lon, COMPASS[compass.lower().replace("-", "")], far)
        doubt = entry.radius_km + (max(2.0, far / 4) if distance else MOVED)
        given = f"{far:.0f} km" if distance else f"about {far:.0f} km, since the text gives no distance"
        return Footprint(lat, lon, doubt, "", f"{given} {compass.lower()} of {entry.name}")
    if stretch := DIRECTION.match(around.text[one.span.end : one.span.end + BEFORE]):
        word = stretch.group().strip().lower()
        note = f"{word}: a stretch of front by the day of the report; at least {STRETCH:.0f} km around"
        return Footprint(entry.lat, entry.lon, max(STRETCH, entry.radius_km), area, note)
    if NEAR.search(before) and not area:
        return Footprint(entry.lat, entry.lon, entry.radius_km + BESIDE, "", f"near: {BESIDE:.0f} km wider")
    return own


def _beyond(lat: float, lon: float, bearing: float, kilometres: float) -> tuple[float, float]:
    angle = math.radians(bearing)
    north = kilometres * math.cos(angle) / DEGREE
    east = kilometres * math.sin(angle) / (DEGREE * max(0.05, math.cos(math.radians(lat))))
    return round(lat + north, 4), round(lon + east, 4)


def role_of(one: Found, around: Surroundings, entry: PlaceEntry | None) -> PlaceRole:
    """Say whether something happened at a place, somebody spoke there, or it stands for those who rule it."""
    text, tokens = around.text, around.tokens
    if (one.first == 0 or tokens[one.first].opens) and DATELINE.match(text[one.span.end : one.span.end + 100]):
        return PlaceRole.SAID
    if SAID_IN.search(text[max(0, one.span.start - BEFORE) : one.span.start]):
        return PlaceRole.SAID
    before = tokens[one.first - 1].low if one.first and not tokens[one.first].opens else ""
    if before in LOCATIVE or before == "of" or not _rules(entry):
        return PlaceRole.HAPPENED
    after = one.last + 1
    if after < len(tokens) and text[one.span.end : tokens[after].start] == " " and tokens[after].low in RULERS:
        return PlaceRole.ACTOR
    while after < len(tokens) and tokens[after].low in BETWEEN and not tokens[after].opens:
        after += 1
    if after < len(tokens) and not tokens[after].opens and tokens[after].low in SPEAKING:
        return PlaceRole.ACTOR if "," not in text[one.span.end : tokens[after].start] else PlaceRole.HAPPENED
    return PlaceRole.HAPPENED


def _rules(entry: PlaceEntry | None) -> bool:
    """Say whether a place can stand for those who rule it: countries, and cities where governments sit."""
    if entry is None:
        return False
    return (
        entry.kind in {PlaceKind.COUNTRY, PlaceKind.ADMIN1}
        or entry.name in PALACES
        or (entry.kind is PlaceKind.SETTLEMENT and entry.weight >= 5.5)
    )
