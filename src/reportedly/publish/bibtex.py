"""The documents of a dossier as BibTeX, in the fields of biblatex: one entry a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.model.document import Document
from reportedly.model.dossier import Dossier
from reportedly.publish.citations import Citation, citations_of, in_order_read

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
"""The ten characters that LaTeX reads as commands, each as it is printed."""


def latex(text: str) -> str:
    """Return a text so that LaTeX prints it as it is; braces stay balanced, since each is escaped."""
    return "".join(_SPECIAL.get(letter, letter) for letter in text)


def render_bibtex(dossier: Dossier) -> str:
    """Return all documents of a dossier as BibTeX, in the order in which they were read."""
    return bibliography(in_order_read(dossier))


def bibliography(documents: Iterable[Document]) -> str:
    """Return documents as BibTeX; ``@online`` where an address can be followed, else ``@misc``.

    The day on which an address was visited is not on record and is therefore never given.
    """
    return "\n".join(_entry(one) for one in citations_of(documents))


def _entry(one: Citation) -> str:
    lines = [f"  {name} = {{{value}}}," for name, value in _fields(one)]
    return "\n".join([f"@{'online' if one.address else 'misc'}{{{one.key},", *lines, "}", ""])


def _fields(one: Citation) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{latex(one.title)}}}"
    if one.outlet:
        yield "organization", f"{{{latex(one.outlet)}}}"
    if one.day:
        yield "date", one.day.isoformat()
    if one.address:
        yield "url", one.address
    if one.place:
        yield "howpublished", latex(one.place)
    yield "note", f"Reportedly {one.document_id}"
