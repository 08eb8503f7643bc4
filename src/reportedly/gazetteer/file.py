"""A gazetteer file, opened for reading and never for writing."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from reportedly.gazetteer.fold import fold, fold_slavic
from reportedly.gazetteer.outlines import Outlines
from reportedly.gazetteer.schema import FORMS, KINDS, SCALE, identity, number_of
from reportedly.model.errors import SettingsError
from reportedly.model.ground import Bounds, Ring
from reportedly.model.place import Hit, NameForm, PlaceEntry, PlaceKind, Status

BATCH = 400
"""Keys of one query."""
_COLUMNS = "id, place.name, kind, lat, lon, radius, population, weight, country, admin1, admin2, source"
Row = tuple[int, str, int, int | None, int | None, int, int | None, int, str | None, int | None, int | None, int]


class GazetteerFile:
    """Places of one file by name and id."""

    def __init__(self, path: Path, outlines: Outlines | None = None) -> None:
        """Open a file.

        Args:
            path: a file that ``training/gazetteer.py`` or ``reportedly gazetteer import`` wrote.
            outlines: the outlines of its areas; None = none are known.

        Raises:
            SettingsError: where the file is no gazetteer.
        """
        self.outlines = outlines
        self._entries: dict[int, PlaceEntry] = {}
        self._found: dict[str, tuple[Hit, ...]] = {}
        try:
            address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
            # One file serves all threads of the workbench: it is never written, and SQLite locks each call.
            self._database = sqlite3.connect(address, uri=True, check_same_thread=False)
            self._sources = dict(self._database.execute("SELECT id, text FROM source"))
            self._meta = dict(self._database.execute("SELECT key, value FROM meta"))
            self._statuses = {number: _status(number, *rest) for number, *rest in self._status_rows()}
        except sqlite3.Error as error:
            advice = "give a file that reportedly gazetteer import wrote"
            raise SettingsError("E216", f"no gazetteer: {error}", str(path), advice) from error

    @cached_property
    def version(self) -> str:
        """How many places the file has, and what it was built from."""
        return f"{self._meta.get('places', '?')} places from {', '.join(self._meta.get('inputs', '').splitlines())}"

    def look_up(self, names: Sequence[str]) -> Mapping[str, tuple[Hit, ...]]:
        """Return for each name the places that bear it, the heaviest first; names that none bears are left out."""
        unknown = [name for name in dict.fromkeys(names) if name not in self._found]
        keys = {name: (fold(name), "~" + fold_slavic(name)) for name in unknown}
        places = self._by_key(sorted({key for pair in keys.values() for key in pair}))
        for name, pair in keys.items():
            forms: dict[int, NameForm] = {}
            for key in pair:
                for number, form in places.get(key, ()):
                    forms.setdefault(number, form)
            hits = (Hit(self._entry(number), form) for number, form in forms.items())
            self._found[name] = tuple(sorted(hits, key=lambda hit: (-hit.entry.weight, hit.entry.id)))
        return {name: self._found[name] for name in names if self._found[name]}

    def entry(self, identity: str) -> PlaceEntry | None:
        """Return the place with an id."""
        number = number_of(identity)
        self._load([number])
        return self._entries.get(number)

    def country(self, code: str) -> PlaceEntry | None:
        """Return the country with an ISO code."""
        return self.entry(identity(self._countries[code])) if code in self._countries else None

    @cached_property
    def codes(self) -> Mapping[str, str]:
        """Ids of first-level areas by GeoNames' country and area code (``RU.41``)."""
        return {code: identity(area) for code, area in self._database.execute("SELECT code, area FROM code")}

    @cached_property
    def _countries(self) -> dict[str, int]:
        query = "SELECT country, id FROM place WHERE kind = ?"
        return dict(self._database.execute(query, (KINDS.index(PlaceKind.COUNTRY),)))

    def holds(self, area: str, lat: float, lon: float) -> bool | None:
        """Say whether an area's outline holds a point; None where no outline is known."""
        return self.outlines.holds(number_of(area), lat, lon) if self.outlines else None

    def rings(self, identity: str) -> tuple[Ring, ...]:
        """Return the outline of an area as (longitude, latitude); empty where none is known."""
        return tuple(map(tuple, self.outlines.rings(number_of(identity)))) if self.outlines else ()

    def countries(self) -> tuple[PlaceEntry, ...]:
        """Return all countries, by code."""
        return tuple(self._entry(self._countries[code]) for code in sorted(self._countries))

    def first_level(self, countries: Sequence[str]) -> tuple[PlaceEntry, ...]:
        """Return the first-level areas of some countries, by country and id."""
        query = f"SELECT id FROM place WHERE kind = ? AND country IN ({_marks(countries)})"  # noqa: S608 - marks alone
        rows = self._database.execute(query, (KINDS.index(PlaceKind.ADMIN1), *countries)).fetchall()
        self._load([number for (number,) in rows])
        entries = (self._entries[number] for (number,) in rows)
        return tuple(sorted(entries, key=lambda entry: (entry.country, entry.id)))

    def disputed(self) -> tuple[PlaceEntry, ...]:
        """Return the areas that more than one state claims."""
        return tuple(entry for number in sorted(self._disputed) if (entry := self.entry(number)) is not None)

    def towns(self, bounds: Bounds, limit: int) -> tuple[PlaceEntry, ...]:
        """Return the most populous settlements of a part of the map, the largest first."""
        ends = (bounds.south, bounds.north, bounds.west, bounds.east)
        query = (
            "SELECT id FROM place WHERE kind = ? AND lat BETWEEN ? AND ? AND lon BETWEEN ? AND ? AND population > 0"
            " ORDER BY population DESC, id LIMIT ?"
        )
        scaled = (round(end * SCALE) for end in ends)
        rows = self._database.execute(query, (KINDS.index(PlaceKind.SETTLEMENT), *scaled, limit)).fetchall()
        self._load([number for (number,) in rows])
        return tuple(self._entries[number] for (number,) in rows)

    @cached_property
    def _disputed(self) -> tuple[str, ...]:
        return tuple(status.area for status in self._statuses.values())

    def _status_rows(self) -> list[tuple[int, str, str, str, str]]:
        return self._database.execute("SELECT area, claimants, un, russian_law, note FROM status").fetchall()

    def _by_key(self, keys: Sequence[str]) -> dict[str, list[tuple[int, NameForm]]]:
        found: dict[str, list[tuple[int, NameForm]]] = {}
        for start in range(0, len(keys), BATCH):
            part = keys[start : start + BATCH]
            query = f"SELECT key, place, form FROM name WHERE key IN ({_marks(part)})"  # noqa: S608 - marks alone
            for key, number, form in self._database.execute(query, part):
                found.setdefault(key, []).append((number, FORMS[form]))
        self._load([number for pairs in found.values() for number, _ in pairs])
        return found

    def _load(self, numbers: Sequence[int]) -> None:
        missing = sorted({number for number in numbers if number and number not in self._entries})
        for start in range(0, len(missing), BATCH):
            part = missing[start : start + BATCH]
            query = f"SELECT {_COLUMNS} FROM place WHERE id IN ({_marks(part)})"  # noqa: S608 - marks alone
            for row in self._database.execute(query, part):
                self._entries[row[0]] = self._built(row)

    def _entry(self, number: int) -> PlaceEntry:
        self._load([number])
        return self._entries[number]

    def _built(self, row: Row) -> PlaceEntry:
        number, name, kind, lat, lon, radius, population, weight, country, admin1, admin2, source = row
        status = self._statuses.get(number) or self._statuses.get(admin1 or 0)
        return PlaceEntry(
            id=identity(number),
            name=name,
            kind=KINDS[kind],
            lat=None if lat is None else lat / SCALE,
            lon=None if lon is None else lon / SCALE,
            radius_km=radius / 10,
            population=population or 0,
            weight=weight / 10,
            country=country or "",
            admin1=identity(admin1) if admin1 else "",
            admin2=identity(admin2) if admin2 else "",
            source=self._sources[source],
            status=status,
        )


def _status(number: int, claimants: str, un: str, law: str, note: str) -> Status:
    return Status(identity(number), tuple(claimants.split(";")), un, law, note)


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


class Layered:
    """Several gazetteers as one: an earlier one's places stand before a later one's of the same name."""

    def __init__(self, *layers: GazetteerFile) -> None:
        """Set the layers, the user's own first."""
        self.layers = layers

    @property
    def version(self) -> str:
        """The versions of all layers."""
        return "; ".join(layer.version for layer in self.layers)

    def look_up(self, names: Sequence[str]) -> Mapping[str, tuple[Hit, ...]]:
        """Return for each name the places of all layers that bear it, the heaviest first, each id once."""
        found: dict[str, dict[str, Hit]] = {}
        for layer in self.layers:
            for name, hits in layer.look_up(names).items():
                for hit in hits:
                    found.setdefault(name, {}).setdefault(hit.entry.id, hit)
        return {
            name: tuple(sorted(hits.values(), key=lambda hit: (-hit.entry.weight, hit.entry.id)))
            for name, hits in found.items()
        }

    def entry(self, identity: str) -> PlaceEntry | None:
        """Return the place with an id from the first layer that has it."""
        return next((entry for layer in self.layers if (entry := layer.entry(identity)) is not None), None)

    def country(self, code: str) -> PlaceEntry | None:
        """Return the country with an ISO code from the first layer that has it."""
        return next((entry for layer in self.layers if (entry := layer.country(code)) is not None), None)

    def holds(self, area: str, lat: float, lon: float) -> bool | None:
        """Say whether an area's outline holds a point, by the first layer that knows the outline."""
        answers = (layer.holds(area, lat, lon) for layer in self.layers)
        return next((answer for answer in answers if answer is not None), None)
