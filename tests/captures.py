"""Captures for tests of reading."""

from __future__ import annotations

import hashlib

from reportedly.model.document import Capture, Document, Refusal
from reportedly.read.reader import read_capture

PAGE = "text/html"
LINES = "application/jsonl"


def capture_of(content: bytes | str, media_type: str = "text/plain", origin: str = "report.txt") -> Capture:
    """Return a capture with this content; a string is encoded as UTF-8."""
    data = content.encode() if isinstance(content, str) else content
    return Capture("cap-1", origin, media_type, hashlib.sha256(data).hexdigest(), data)


def read_one(content: bytes | str, media_type: str = "text/plain") -> Document:
    """Return the one document that the content holds."""
    (item,) = read_capture(capture_of(content, media_type))
    assert isinstance(item, Document), item
    return item


def refused(content: bytes | str, media_type: str = "text/plain") -> Refusal:
    """Return the one refusal that the content ends in."""
    (item,) = read_capture(capture_of(content, media_type))
    assert isinstance(item, Refusal), item
    return item


def loss_codes(document: Document) -> list[str]:
    """Return the codes of the document's losses, in their order."""
    return [loss.code for loss in document.losses]
