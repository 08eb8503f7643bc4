"""The tables of a gazetteer file and how numbers stand for ids, kinds and forms in them."""

from __future__ import annotations

from types import MappingProxyType

from reportedly.model.place import NameForm, PlaceKind

TABLES = """
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind INTEGER NOT NULL, lat INTEGER, lon INTEGER,
  radius INTEGER NOT NULL, population INTEGER, weight INTEGER NOT NULL, country TEXT, admin1 INTEGER, admin2 INTEGER,
  source INTEGER NOT NULL);
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, form INTEGER NOT NULL, PRIMARY KEY (key, place))
  WITHOUT ROWID;
CREATE TABLE status (area INTEGER PRIMARY KEY, claimants TEXT NOT NULL, un TEXT NOT NULL, russian_law TEXT NOT NULL,
  note TEXT NOT NULL);
CREATE TABLE source (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE code (code TEXT PRIMARY KEY, area INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
SCALE = 10_000
"""Steps a degree of latitudes and longitudes; radii are in tenths of a kilometre."""
KINDS = tuple(PlaceKind)
FORMS = tuple(NameForm)
RANGE = 100_000_000
PREFIXES = MappingProxyType(
    {0: "geonames", 1: "postal", 2: "katottg", 3: "front", 4: "region", 5: "county", 6: "outline"}
)
"""What an id begins with, by the hundreds of millions of its number."""


def identity(number: int) -> str:
    """Return the id of the place with a number: ``geonames:709716``."""
    return f"{PREFIXES.get(number // RANGE, 'place')}:{number % RANGE if number >= RANGE else number}"


def number_of(identity: str) -> int:
    """Return the number of the place with an id; 0 where the id is none of ours."""
    prefix, _, digits = identity.partition(":")
    base = next((at for at, name in PREFIXES.items() if name == prefix), None)
    return base * RANGE + int(digits) if base is not None and digits.isdecimal() else 0
