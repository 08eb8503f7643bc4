"""Read GeoNames files: dumps of places and lists of postal codes, tab-separated, plain or zipped."""

from __future__ import annotations

import io
import math
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportedly.gazetteer.file import GazetteerFile
from reportedly.model.errors import InputError
from reportedly.model.place import PlaceEntry, PlaceKind

DUMP, POSTAL = 19, 12
"""Columns of the two kinds of files (GeoNames' readme.txt of the dumps and of the postal codes)."""
CLASSES = {
    "P": PlaceKind.SETTLEMENT,
    "H": PlaceKind.WATER,
    "T": PlaceKind.RELIEF,
    "L": PlaceKind.REGION,
}
"""Feature classes that are taken; of class A first- and second-level areas, of S what war reports name."""
CODES = {
    **dict.fromkeys(("ADM1",), PlaceKind.ADMIN1),
    **dict.fromkeys(("ADM2", "ADM3"), PlaceKind.ADMIN2),
    **dict.fromkeys(("AIRB", "AIRP", "AIRF", "INSM", "PRT", "BDG", "PS", "PSN", "DAM"), PlaceKind.SITE),
    **dict.fromkeys(("ISL", "ISLS"), PlaceKind.ISLAND),
    "PPLX": PlaceKind.QUARTER,
}
VILLAGE = 2.5
"""Weight of a settlement whose people nobody counted."""
POSTAL_RADIUS = 5.0
"""Kilometres that a postal point is good to where it lies in its area."""
FAR = 2.0
"""A point farther from its district's middle than so many of its radii is not believed."""
_KILOMETRES = 111.195


@dataclass(frozen=True, slots=True)
class Imported:
    """A place out of a file, with its names."""

    number: int
    """GeoNames id; 0 = it has none."""
    entry: PlaceEntry
    names: tuple[str, ...]


def rows_of(path: Path, known: GazetteerFile) -> Iterator[Imported]:
    """Yield the places of a GeoNames file.

    Args:
        path: a dump such as ``RU.txt`` or ``allCountries.zip``, or a postal file of the same names.
        known: tells areas by their codes, and whether an area holds a point.

    Raises:
        InputError: where the file cannot be read, or a line has the columns of neither kind.
    """
    for number, line in enumerate(_lines(path), 1):
        columns = line.rstrip("\r\n").split("\t")
        if len(columns) not in {DUMP, POSTAL}:
            advice = "give a dump or a postal file of GeoNames, tab-separated"
            raise InputError(
                "E104", f"{len(columns)} columns, not {DUMP} or {POSTAL}", f"{path}, line {number}", advice
            )
        try:
            made = _dumped(columns, known) if len(columns) == DUMP else _postal(columns, known)
        except ValueError as error:
            raise InputError("E104", f"no number: {error}", f"{path}, line {number}", "repair the line") from error
        if made is not None:
            yield made


def _lines(path: Path) -> Iterator[str]:
    try:
        if path.suffix.lower() != ".zip":
            with path.open(encoding="utf-8") as file:
                yield from (line for line in file if line.strip())
            return
        with zipfile.ZipFile(path) as archive:
            texts = [name for name in archive.namelist() if name.endswith(".txt") and "readme" not in name.lower()]
            for name in texts:
                with archive.open(name) as member:
                    yield from (line for line in io.TextIOWrapper(member, "utf-8") if line.strip())
    except (OSError, UnicodeDecodeError, zipfile.BadZipFile) as error:
        raise InputError("E102", f"cannot be read: {error}", str(path), "give a text file or a zip of one") from error


def _dumped(columns: list[str], known: GazetteerFile) -> Imported | None:
    number, name, plain, others, lat, lon, kind, code, country = columns[:9]
    sort = CODES.get(code) or CLASSES.get(kind)
    if sort is None:
        return None
    people = int(columns[14] or 0)
    area = known.codes.get(f"{country}.{columns[10]}", "")
    weight = round(math.log10(people + 1), 1) if people else VILLAGE
    radius = round(1 + 0.3 * math.sqrt(people / 1000), 1)
    own = (f"geonames:{number}", name, sort, float(lat), float(lon), radius, people, weight, country, area)
    entry = PlaceEntry(*own, source="GeoNames, imported")
    return Imported(int(number), entry, (name, plain, *(one for one in others.split(",") if one)))


def _postal(columns: list[str], known: GazetteerFile) -> Imported | None:
    country, _, name, _, code, district = columns[:6]
    lat, lon = float(columns[9]), float(columns[10])
    area = known.codes.get(f"{country}.{code}", "")
    around = _district(district, area, known)
    point = (lat, lon, POSTAL_RADIUS, "GeoNames postal codes, imported")
    if (area and known.holds(area, lat, lon) is False) or (around is not None and _far(lat, lon, around)):
        holder = around or known.entry(area)
        if holder is None or holder.lat is None or holder.lon is None:
            return None
        note = f"GeoNames postal codes, imported; its point lies outside {holder.name}, whose middle stands for it"
        point = (holder.lat, holder.lon, max(holder.radius_km, POSTAL_RADIUS), note)
    inside = around.id if around is not None else ""
    entry = PlaceEntry("", name, PlaceKind.SETTLEMENT, *point[:3], 0, VILLAGE, country, area, inside, point[3])
    return Imported(0, entry, (name,))


def _district(name: str, area: str, known: GazetteerFile) -> PlaceEntry | None:
    hits = known.look_up([name]).get(name, ()) if name else ()
    fits = (hit.entry for hit in hits if hit.entry.kind is PlaceKind.ADMIN2 and hit.entry.admin1 == area)
    return next(fits, None)


def _far(lat: float, lon: float, around: PlaceEntry) -> bool:
    if around.lat is None or around.lon is None:
        return False
    east = (lon - around.lon) * math.cos(math.radians(lat))
    return math.hypot(lat - around.lat, east) * _KILOMETRES > FAR * around.radius_km
