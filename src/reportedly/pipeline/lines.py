"""Claims of a file of documents, line by line: what ``reportedly extract`` and the benchmarks run."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from reportedly.model.document import Refusal
from reportedly.pipeline.intake import Coded, NothingRead, code, read_paths
from reportedly.pipeline.output import replace_file
from reportedly.pipeline.toolkit import Toolkit
from reportedly.publish.codebook import document_record


def code_lines(path: Path, tools: Toolkit) -> tuple[tuple[Coded, ...], tuple[Refusal, ...]]:
    """Read a file of documents, one JSON object a line, and find the claims of each.

    Args:
        path: lines of ``{"id", "text", "title", "outlet", "published"}``, or lines that hold such an object as
            ``document``; whatever else stands on a line never reaches the extractor.
        tools: settings and what they name.

    Returns:
        The documents with their claims in the order of the lines, and the refused lines.

    Raises:
        NothingRead: where no line could be read.
    """
    reading = read_paths([path], tools)
    if not reading.documents:
        raise NothingRead([path], reading.refusals)
    return tuple(code(reading.documents, tools)), reading.refusals


def codebook_lines(coded: tuple[Coded, ...]) -> Iterator[str]:
    """Yield one line a document, ``{"document": {"id"}, "claims": [...]}``, in the codebook's form."""
    for one in coded:
        yield json.dumps(document_record(one.document, one.claims), ensure_ascii=False) + "\n"


def write_codebook(coded: tuple[Coded, ...], path: Path) -> Path:
    """Write the codebook lines into a file and return its path."""
    return replace_file(path, "".join(codebook_lines(coded)).encode("utf-8"))
