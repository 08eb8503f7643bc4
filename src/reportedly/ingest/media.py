"""Tell a file's media type from its suffix and a look at its first bytes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

LOOK_BYTES = 8192
"""How many bytes of a file are looked at."""

BY_SUFFIX: Mapping[str, str] = MappingProxyType(
    {
        ".txt": "text/plain",
        ".md": "text/markdown",
        ".markdown": "text/markdown",
        ".html": "text/html",
        ".htm": "text/html",
        ".xhtml": "text/html",
        ".json": "application/json",
        ".jsonl": "application/jsonl",
        ".ndjson": "application/jsonl",
    }
)
"""Suffix in lower case -> media type."""

TABLES: Mapping[str, str] = MappingProxyType(
    {
        ".csv": "text/csv",
        ".tsv": "text/tab-separated-values",
        ".tab": "text/tab-separated-values",
        ".txt": "text/csv",
    }
)
"""Suffix in lower case -> media type, of files that may hold a table of coded claims."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP or office document"),
    (b"\xd0\xcf\x11\xe0", "old office document"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"7z\xbc\xaf", "7-zip"),
    (b"\x89PNG", "PNG picture"),
    (b"GIF8", "GIF picture"),
    (b"\xff\xd8\xff", "JPEG picture"),
    (b"\x7fELF", "program"),
    (b"SQLite format 3\x00", "SQLite database"),
)
"""First bytes of formats that are often mistaken for text (from the formats' specifications)."""

_UNICODE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_CONTROLS = bytes(range(9)) + bytes(range(14, 27)) + bytes(range(28, 32))
_BINARY_SHARE = 0.02
_LOOKS_LIKE_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.DOTALL
)
_OBJECT_LINES = re.compile(rb"\s*\{[^\n]*\}[ \t\r]*\n\s*\{")


def binary_kind(head: bytes) -> str | None:
    """Return what binary content ``head`` looks like, or None where it looks like text.

    A few stray control characters pass, since the reader replaces and records them.

    Args:
        head: the first ``LOOK_BYTES`` of the file.
    """
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    if head.startswith(_UNICODE_MARKS):
        return None
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return "control characters" if controls > 1 + _BINARY_SHARE * len(head) else None


def media_type(suffix: str, head: bytes, suffixes: Mapping[str, str] = BY_SUFFIX) -> str:
    """Return the media type of a file whose suffix is read.

    A web page saved as text is still a page, and a ``.json`` file with an object a line is read as lines.

    Args:
        suffix: the file's suffix with its dot, in any case.
        head: the first ``LOOK_BYTES`` of the file.
        suffixes: the suffixes that are read.

    Raises:
        KeyError: where ``suffixes`` lacks the suffix.
    """
    by_suffix = suffixes[suffix.lower()]
    if by_suffix == "text/plain" and _LOOKS_LIKE_PAGE.match(head.removeprefix(b"\xef\xbb\xbf")):
        return "text/html"
    if by_suffix == "application/json" and _OBJECT_LINES.match(head.removeprefix(b"\xef\xbb\xbf")):
        return "application/jsonl"
    return by_suffix
