"""What the commands that look into single reports share: the documents of a path, and the built-in reader."""

from __future__ import annotations

from pathlib import Path

from reportedly.claims.extractor import Extractor
from reportedly.model.document import Document
from reportedly.model.errors import SettingsError
from reportedly.pipeline.intake import read_known
from reportedly.pipeline.toolkit import Toolkit


def documents_of(path: Path, tools: Toolkit) -> tuple[Document, ...]:
    """Read files of documents, as far as they were published by the settings' day.

    Args:
        path: what can be read: a page, a text, a folder, or lines of JSON objects with ``id`` and ``text``.
        tools: settings and what they name.

    Raises:
        NothingRead: where no document could be read.
    """
    return read_known([path], tools).documents


def built_in_reader(tools: Toolkit, wanted: str) -> Extractor:
    """Return the built-in extractor.

    Args:
        tools: settings and what they name.
        wanted: what is to be read with it beside claims, in the plural.

    Raises:
        SettingsError: where the extractor in use reads claims only.
    """
    extractor = tools.load_extractor()
    if not isinstance(extractor, Extractor):
        advice = "leave out the plug-in's model, or use the built-in one"
        raise SettingsError("E218", f"this extractor gives claims and no {wanted}", type(extractor).__name__, advice)
    return extractor
