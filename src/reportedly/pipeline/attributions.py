"""Who is made to say what in documents: what ``reportedly attributions`` and its benchmark run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.model.attributed import Attributed
from reportedly.model.document import Document
from reportedly.pipeline.reports import built_in_reader, documents_of
from reportedly.pipeline.toolkit import Toolkit


@dataclass(frozen=True, slots=True)
class Attributions:
    """A document with its attributions."""

    document: Document
    found: tuple[Attributed, ...]


def attribute(documents: Sequence[Document], tools: Toolkit) -> Iterator[Attributions]:
    """Yield each document with its attributions, in the order of the documents.

    Raises:
        SettingsError: where the extractor in use reads claims only.
    """
    extractor = built_in_reader(tools, "attributions")
    tools.progress.begin("finding who is made to say what", len(documents))
    for document in documents:
        tools.progress.step()
        yield Attributions(document, extractor.attributions(document))
    tools.progress.end()


def attribute_lines(path: Path, tools: Toolkit) -> tuple[Attributions, ...]:
    """Read files of documents and return the attributions of each.

    Args:
        path: what can be read: a page, a text, a folder, or lines of JSON objects with ``id`` and ``text``.
        tools: settings and what they name.

    Raises:
        NothingRead: where no document could be read.
        SettingsError: where the extractor in use reads claims only.
    """
    return tuple(attribute(documents_of(path, tools), tools))
