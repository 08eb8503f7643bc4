"""Write places from GeoNames files into a gazetteer of the user's own."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from reportedly.gazetteer.file import GazetteerFile
from reportedly.gazetteer.fold import fold, fold_slavic
from reportedly.gazetteer.rows import Imported, rows_of
from reportedly.gazetteer.schema import FORMS, KINDS, RANGE, SCALE, TABLES, number_of
from reportedly.model.errors import SettingsError
from reportedly.model.place import NameForm

SLAVIC = frozenset({"UA", "RU", "BY"})
"""Countries whose names are also found under their other romanisations and language."""


def import_files(paths: Sequence[Path], target: Path, known: GazetteerFile) -> int:
    """Write the places of GeoNames files into a new gazetteer file, and return how many there are.

    Args:
        paths: dumps and postal files; where a place comes twice, the first stands.
        target: the file to write; one that is there already is replaced when all has been read.
        known: the bundled gazetteer, for areas and their outlines.

    Raises:
        InputError: where a file cannot be read.
        SettingsError: where the target cannot be written.
    """
    part = target.with_name(target.name + ".part")
    try:
        part.unlink(missing_ok=True)
        with closing(sqlite3.connect(part)) as database:
            count = _write(paths, database, known)
        part.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise SettingsError("E217", f"cannot be written: {error}", str(target), "name another file") from error
    finally:
        part.unlink(missing_ok=True)
    return count


def _write(paths: Sequence[Path], database: sqlite3.Connection, known: GazetteerFile) -> int:
    database.executescript(TABLES)
    sources: dict[str, int] = {}
    count = 0
    for path in paths:
        for one in rows_of(path, known):
            count += _insert(one, database, sources)
    database.executemany("INSERT INTO source VALUES (?, ?)", ((number, text) for text, number in sources.items()))
    files = "\n".join(f"{path.name} {path.stat().st_size}" for path in paths)
    database.executemany("INSERT INTO meta VALUES (?, ?)", [("inputs", files), ("places", str(count))])
    database.commit()
    return count


def _insert(one: Imported, database: sqlite3.Connection, sources: dict[str, int]) -> int:
    entry = one.entry
    framed = f"{entry.name} {entry.admin1} {entry.admin2} {entry.lat} {entry.lon}"
    number = one.number or RANGE + zlib.crc32(framed.encode()) % RANGE
    source = sources.setdefault(entry.source, len(sources) + 1)
    point = tuple(None if value is None else round(value * SCALE) for value in (entry.lat, entry.lon))
    sizes = (round(entry.radius_km * 10), entry.population or None, round(entry.weight * 10))
    areas = (number_of(entry.admin1) or None, number_of(entry.admin2) or None)
    fixed = (number, entry.name, KINDS.index(entry.kind), *point, *sizes, entry.country or None, *areas, source)
    new = database.execute("INSERT OR IGNORE INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", fixed).rowcount
    if new:
        keys = _keys(one)
        rows = [(key, number, FORMS.index(form)) for key, form in keys.items()]
        database.executemany("INSERT OR IGNORE INTO name VALUES (?, ?, ?)", rows)
    return new


def _keys(one: Imported) -> dict[str, NameForm]:
    found: dict[str, NameForm] = {}
    for position, name in enumerate(one.names):
        form = NameForm.OTHER if position > 1 else NameForm.NAME
        if key := fold(name):
            found.setdefault(key, form)
        if one.entry.country in SLAVIC:
            found.setdefault("~" + fold_slavic(name), NameForm.SPELLING)
    return found
