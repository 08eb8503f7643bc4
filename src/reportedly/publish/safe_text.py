"""Stored texts made fit for any file: one line, no control characters, names that every file system takes."""

from __future__ import annotations

import re
import unicodedata

_UNPRINTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""Control characters, those that turn the direction of writing round, and code points that XML and UTF-8 refuse."""


def printable(text: str) -> str:
    """Return a stored text on one line, without characters that cannot be seen or written."""
    return " ".join(_UNPRINTED.sub("", text.replace("\x85", " ")).split())


def slug(text: str, most: int = 40) -> str:
    """Return a text in small letters, digits and hyphens of ASCII, at most so many characters; empty where none is."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:most].rstrip("-")


def web_address(text: str | None) -> str:
    """Return an address that a reader may follow: ``http`` or ``https``, without blanks and control characters.

    Whatever could end the field or attribute that it is printed in is percent-encoded. Any other address gives the
    empty text: it may be printed as words and never as a link.
    """
    line = printable(text or "")
    if not re.match(r"(?i)https?://[^\s/]", line):
        return ""
    return re.sub(r"[\s\"'<>\\^`{|}]", lambda match: f"%{ord(match.group()):02X}", line)
