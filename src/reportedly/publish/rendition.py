"""The result of publishing: a file's name and its bytes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rendition:
    """One file of a dossier."""

    filename: str
    """Name proposed for the file, without a folder."""
    content: bytes
    """The file; texts are UTF-8."""
