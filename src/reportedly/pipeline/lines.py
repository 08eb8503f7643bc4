"""Claims of a file of documents, line by line: what ``reportedly extract`` and the benchmarks run."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from reportedly.model.document import Refusal
from reportedly.pipeline.intake import code, read_known
from reportedly.pipeline.output import replace_file
from reportedly.pipeline.reading import Coded
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
    reading = read_known([path], tools)
    return tuple(code(reading.documents, tools)), reading.refusals


def codebook_records(coded: Iterable[Coded]) -> Iterator[dict[str, Any]]:
    """Yield one record a document, ``{"document": {"id"}, "claims": [...]}``, in the codebook's form."""
    for one in coded:
        yield document_record(one.document, one.claims)


def write_codebook(coded: Iterable[Coded], path: Path) -> Path:
    """Write the codebook's records into a file, one a line, and return its path."""
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in codebook_records(coded))
    return replace_file(path, "".join(lines).encode("utf-8"))
