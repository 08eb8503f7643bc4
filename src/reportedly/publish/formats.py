"""The formats by name, and the one way to render any of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from reportedly.model.dossier import Dossier
from reportedly.model.errors import SettingsError
from reportedly.publish.bibtex import render_bibtex
from reportedly.publish.codebook import render_jsonl
from reportedly.publish.csl import render_csl
from reportedly.publish.docx_file import render_docx
from reportedly.publish.html import render_html
from reportedly.publish.json_file import render_json
from reportedly.publish.markdown import render_markdown
from reportedly.publish.rendition import Rendition
from reportedly.publish.table import render_csv

FORMATS: Mapping[str, tuple[str, Callable[[Dossier], str | bytes]]] = MappingProxyType(
    {
        "markdown": ("report.md", render_markdown),
        "html": ("report.html", render_html),
        "json": ("report.json", render_json),
        "jsonl": ("claims.jsonl", render_jsonl),
        "csv": ("claims.csv", render_csv),
        "docx": ("report.docx", render_docx),
        "bibtex": ("documents.bib", render_bibtex),
        "csl": ("documents.csl.json", render_csl),
    }
)
"""File name and writer of each format."""


def render(dossier: Dossier, format_name: str) -> Rendition:
    """Write a dossier in one format; equal dossiers give equal bytes.

    Args:
        dossier: what is to be published.
        format_name: one of ``FORMATS``.

    Raises:
        SettingsError: E230, there is no such format.
    """
    if format_name not in FORMATS:
        known = ", ".join(FORMATS)
        raise SettingsError("E230", f"there is no format {format_name!r}", "--format", f"choose one of {known}")
    filename, write = FORMATS[format_name]
    made = write(dossier)
    return Rendition(filename, made if isinstance(made, bytes) else made.encode("utf-8", "replace"))
