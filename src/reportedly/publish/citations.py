"""What a reference manager is told of each document of a dossier."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reportedly.model.document import Document
from reportedly.model.dossier import Dossier
from reportedly.publish.safe_text import printable, slug, web_address

_DIGITS = 6
"""Digits of a document's id in its key: with outlet and year before them, two documents hardly ever share one."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One document as it is cited; an empty text stands for what is not recorded."""

    key: str
    """Small letters, digits and hyphens, such as ``harbour-wire-2024-3f0c9a``; the same in every export."""
    document_id: str
    title: str
    outlet: str
    day: date | None
    address: str
    """The address on the web where it is one that can be followed."""
    place: str
    """The address as recorded where it is none that can be followed."""


def citations_of(documents: Iterable[Document]) -> tuple[Citation, ...]:
    """Return the citation of each document, in the order given; no two have one key."""
    found: dict[str, Citation] = {}
    for document in documents:
        key = _key(document, _DIGITS)
        if key in found:
            key = _key(document, len(document.id))
        if found.get(key) is None:
            found[key] = _citation(document, key)
    return tuple(found.values())


def in_order_read(dossier: Dossier) -> tuple[Document, ...]:
    """Return the documents of a dossier in the order of its assessment."""
    order = {document_id: place for place, document_id in enumerate(dossier.assessment.document_ids)}
    return tuple(sorted(dossier.documents, key=lambda one: (order.get(one.id, len(order)), one.id)))


def _citation(document: Document, key: str) -> Citation:
    address = web_address(document.address)
    return Citation(
        key=key,
        document_id=document.id,
        title=printable(document.title or document.key),
        outlet=printable(document.outlet or ""),
        day=document.day,
        address=address,
        place="" if address else printable(document.address or ""),
    )


def _key(document: Document, digits: int) -> str:
    year = str(document.day.year) if document.day else "undated"
    number = slug(document.id.partition("-")[2], digits) or "0"
    return f"{slug(document.outlet or document.key, 24) or 'report'}-{year}-{number}"
