"""What the gazetteer is while it is being put together: places, names and outlines by number."""

from __future__ import annotations

import unicodedata
import zlib
from collections import defaultdict
from dataclasses import dataclass, field

from gazetteer_shapes import Shape

from reportedly.gazetteer.fold import fold, fold_slavic
from reportedly.model.place import PlaceKind

KATOTTG, FRONT, REGIONS, COUNTIES, OUTLINED = (number * 100_000_000 for number in (2, 3, 4, 5, 6))
"""First numbers of the places that have no GeoNames id, by where they come from."""
SLAVIC = frozenset({"UA", "RU", "BY"})
MAIN, OTHER, SHORT, LOOSE, DEMONYM = range(5)
"""What a key is to a place: its name, another name, a short form that needs a place before it, a spelling, a people."""


@dataclass
class Row:
    """One place."""

    number: int
    name: str
    kind: PlaceKind
    lat: float | None = None
    lon: float | None = None
    radius: float = 0.0
    population: int = 0
    weight: int = 0
    """How much the name alone speaks for the place, in tenths of the decimal logarithm of people."""
    country: str = ""
    admin1: int = 0
    admin2: int = 0
    source: str = "GeoNames"
    forms: list[tuple[str, str]] = field(default_factory=list)
    """Further names with what they are: ``name`` or ``former``."""


class Book:
    """All places with the keys that lead to them."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.places: dict[int, Row] = {}
        self.names: dict[int, dict[str, int]] = defaultdict(dict)
        self.shapes: dict[int, Shape] = {}
        self.codes: dict[str, int] = {}
        """Number of a first-level area by GeoNames' country and area code."""
        self.by_country: dict[str, list[int]] = defaultdict(list)
        """Numbers of outlined areas by country."""

    def add(self, row: Row, *others: str) -> Row:
        """Take in a place with its names; a place that is there already gets the further names alone."""
        row = self.places.setdefault(row.number, row)
        self.call(row, row.name, MAIN)
        for name in others:
            self.call(row, name, OTHER)
        return row

    def call(self, row: Row, name: str, what: int) -> None:
        """Let a name lead to a place; a key that leads there already keeps the stronger meaning."""
        if not readable(name, row.country):
            return
        keys = self.names[row.number]
        key = fold(name)
        if key and (key not in keys or what < keys[key]):
            keys[key] = what
        if row.country in SLAVIC and what in {MAIN, OTHER}:
            keys.setdefault("~" + fold_slavic(name), LOOSE)

    def find(self, name: str, country: str, kinds: tuple[PlaceKind, ...]) -> Row | None:
        """Return the place of some kind that bears a name in a country, the heaviest first."""
        key = fold(name)
        found = [
            row
            for number, row in self.places.items()
            if row.country == country and row.kind in kinds and self.names[number].get(key, DEMONYM) <= OTHER
        ]
        return max(found, key=lambda row: (row.weight, -row.number), default=None)


def readable(name: str, country: str) -> bool:
    """Say whether a name is in letters that reports in English, Russian or Ukrainian use, and is no code."""
    if not name or name[0].islower() or len(name) < 2:
        return False
    scripts = {unicodedata.name(mark, "?").split()[0] for mark in name if mark.isalpha()}
    return scripts <= {"LATIN", "MODIFIER"} or (country in SLAVIC and scripts <= {"CYRILLIC"})


def numbered(base: int, name: str) -> int:
    """Return a number for a place of our own tables, made from its name so that a new row changes no other."""
    return base + zlib.crc32(name.encode()) % 90_000_000
