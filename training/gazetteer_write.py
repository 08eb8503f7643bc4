"""Write the gazetteer as one SQLite file, and the outlines as one JSON file."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from gazetteer_build import Book
from gazetteer_inputs import parts, table

from reportedly.gazetteer.schema import FORMS, KINDS, SCALE, TABLES
from reportedly.model.place import PlaceKind

PAGE = 8192
GRID = 100
"""Steps a degree of the outlines: about a kilometre."""


def write_places(book: Book, path: Path, origins: dict[str, str]) -> None:
    """Write all places and names into a new file."""
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path)
    database.execute(f"PRAGMA page_size={PAGE}")
    database.executescript(TABLES)
    sources = {text: number for number, text in enumerate(sorted({row.source for row in book.places.values()}), 1)}
    database.executemany("INSERT INTO source VALUES (?, ?)", sorted((number, text) for text, number in sources.items()))
    database.executemany("INSERT INTO meta VALUES (?, ?)", sorted(_meta(book, origins).items()))
    for number, row in sorted(book.places.items()):
        lat, lon = (None if one is None else round(one * SCALE) for one in (row.lat, row.lon))
        fixed = (number, row.name, KINDS.index(row.kind), lat, lon, round(row.radius * 10))
        more = (row.population or None, row.weight, row.country or None, row.admin1 or None, row.admin2 or None)
        database.execute("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", (*fixed, *more, sources[row.source]))
    keys = sorted((key, number, what) for number, found in book.names.items() for key, what in found.items())
    database.executemany("INSERT INTO name VALUES (?, ?, ?)", keys)
    database.executemany("INSERT INTO code VALUES (?, ?)", sorted(_codes(book).items()))
    database.executemany("INSERT INTO status VALUES (?, ?, ?, ?, ?)", _statuses(book))
    database.commit()
    database.execute("VACUUM")
    database.close()


def _meta(book: Book, origins: dict[str, str]) -> dict[str, str]:
    lines = "\n".join(f"{name} {digest}" for name, digest in sorted(origins.items()))
    return {"inputs": lines, "places": str(len(book.places)), "forms": " ".join(FORMS)}


def _codes(book: Book) -> dict[str, int]:
    """Return the first-level areas by GeoNames' code, the states of the USA among them."""
    short = {
        code: row
        for _, area, forms in table("states", 3)
        if (row := book.find(area, "US", (PlaceKind.ADMIN1,)))
        for code in parts(forms)
        if len(code.strip("!")) == 2 and code.isupper()
    }
    return {**book.codes, **{f"US.{code.strip('!')}": row.number for code, row in short.items()}}


def _statuses(book: Book) -> list[tuple[int, str, str, str, str]]:
    found = []
    kinds = (PlaceKind.ADMIN1, PlaceKind.REGION, PlaceKind.COUNTRY, PlaceKind.ISLAND, PlaceKind.ADMIN2)
    for name, un, law, claimants, note in table("status", 5):
        listed = {un, law, ""} | set(parts(claimants))
        row = next((one for code in sorted(listed) if (one := book.find(name, code, kinds))), None)
        if row is None and name != "Sevastopol":
            raise ValueError(f"no place {name}")
        if row is not None:
            found.append((row.number, claimants, un, law.replace("XX", ""), note))
    return sorted(found)


def write_outlines(book: Book, path: Path) -> None:
    """Write the outlines of areas: per place the rings, each as steps on a grid of a hundredth of a degree."""
    lines = []
    for number, shape in sorted(book.shapes.items()):
        encoded = [_steps(ring) for ring in shape.rings]
        lines.append(f'"{number}":{json.dumps([ring for ring in encoded if len(ring) >= 6], separators=(",", ":"))}')
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def _steps(ring: list[tuple[float, float]]) -> list[int]:
    found: list[int] = []
    before = (0, 0)
    for x, y in ring:
        here = (round(x * GRID), round(y * GRID))
        if here != before or not found:
            found += [here[0] - before[0], here[1] - before[1]]
        before = here
    return found
