"""The readers that start in no time: text, Markdown, JSON and JSON lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from reportedly.model.document import Capture, Document, Refusal
from reportedly.read.plain import read_plain
from reportedly.read.records import read_json, read_json_lines

LIGHT_READERS: Mapping[str, Callable[[Capture], Iterator[Document | Refusal]]] = MappingProxyType(
    {
        "text/plain": read_plain,
        "text/markdown": read_plain,
        "application/json": read_json,
        "application/jsonl": read_json_lines,
    }
)
"""Media type -> reader, of the types that need no page parser."""
