"""The places that reports name: what ``reportedly places``, the benchmark and the claims stage run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.claims.places_resolve import PlaceReader
from reportedly.gazetteer.imports import import_files
from reportedly.gazetteer.load import CREDITS, bundled, open_gazetteer
from reportedly.model.document import Document
from reportedly.model.place import Gazetteer, PlaceEntry, PlaceKind, Resolution
from reportedly.model.span import Span
from reportedly.pipeline.reports import documents_of
from reportedly.pipeline.toolkit import Toolkit

__all__ = ["CREDITS", "PlaceFinder", "Placed", "import_places", "place_finder", "place_lines"]


@dataclass(frozen=True, slots=True)
class Placed:
    """A document with the places that it names."""

    document: Document
    found: tuple[Resolution, ...]


@dataclass(frozen=True)
class PlaceFinder:
    """A reader of place names with the gazetteer that it asks."""

    reader: PlaceReader
    gazetteer: Gazetteer

    def read(self, text: str, spans: Sequence[Span] | None = None) -> tuple[Resolution, ...]:
        """Return the place names of a text; with spans, what stands at these and nothing else."""
        return self.reader.read(text, spans)

    def area(self, name: str) -> PlaceEntry | None:
        """Return the country or first-level area of a name, the heaviest of the right name; None where none is."""
        kinds = (PlaceKind.COUNTRY, PlaceKind.ADMIN1)
        hits = self.gazetteer.look_up([name.title()]).get(name.title(), ())
        return next((hit.entry for hit in hits if hit.entry.kind in kinds), None)

    def name_of(self, identity: str) -> str:
        """Return the name of the place with an id; empty where there is none."""
        entry = self.gazetteer.entry(identity) if identity else None
        return entry.name if entry else ""


def place_finder(tools: Toolkit) -> PlaceFinder:
    """Return the finder that a run's settings ask for.

    Raises:
        SettingsError: where the settings name a file that is no gazetteer.
    """
    gazetteer = open_gazetteer(tools.settings.gazetteer)
    return PlaceFinder(PlaceReader(gazetteer, tools.settings.boundaries), gazetteer)


def place_lines(path: Path, tools: Toolkit) -> Iterator[Placed]:
    """Read files of documents and yield each with the places that it names.

    Args:
        path: what can be read: a page, a text, a folder, or lines of JSON objects with ``id`` and ``text``.
        tools: settings and what they name.

    Raises:
        NothingRead: where no document could be read.
        SettingsError: where the settings name a file that is no gazetteer.
    """
    documents = documents_of(path, tools)
    finder = place_finder(tools)
    for document in documents:
        yield Placed(document, finder.read(document.text))


def import_places(paths: Sequence[Path], target: Path) -> int:
    """Write the places of GeoNames files into a gazetteer file of the user's own; return how many.

    Raises:
        InputError: where a file cannot be read.
        SettingsError: where the target cannot be written.
    """
    return import_files(paths, target, bundled())
