"""Every count of documents: what ``reportedly figures`` and its benchmark run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.model.count import Count
from reportedly.model.document import Document
from reportedly.pipeline.reports import built_in_reader, documents_of
from reportedly.pipeline.toolkit import Toolkit


@dataclass(frozen=True, slots=True)
class Counted:
    """A document with its counts."""

    document: Document
    counts: tuple[Count, ...]


def count(documents: Sequence[Document], tools: Toolkit) -> Iterator[Counted]:
    """Yield each document with its counts, in the order of the documents.

    Raises:
        SettingsError: where the extractor in use reads claims only.
    """
    extractor = built_in_reader(tools, "counts")
    tools.progress.begin("reading the figures", len(documents))
    for document in documents:
        tools.progress.step()
        yield Counted(document, extractor.counts(document, tools.registry))
    tools.progress.end()


def count_lines(path: Path, tools: Toolkit) -> tuple[Counted, ...]:
    """Read files of documents and return the counts of each.

    Args:
        path: what can be read: a page, a text, a folder, or lines of JSON objects with ``id`` and ``text``.
        tools: settings and what they name.

    Raises:
        NothingRead: where no document could be read.
        SettingsError: where the extractor in use reads claims only.
    """
    return tuple(count(documents_of(path, tools), tools))
