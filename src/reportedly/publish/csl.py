"""The documents of a dossier as CSL-JSON, the data that citation styles are applied to (schema of CSL 1.0.2)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from reportedly.model.document import Document
from reportedly.model.dossier import Dossier
from reportedly.publish.citations import Citation, citations_of, in_order_read


def render_csl(dossier: Dossier) -> str:
    """Return all documents of a dossier as CSL-JSON, in the order in which they were read."""
    return csl_items(in_order_read(dossier))


def csl_items(documents: Iterable[Document]) -> str:
    """Return documents as an array of CSL items; what is not recorded is left out."""
    items = [_item(one) for one in citations_of(documents)]
    return json.dumps(items, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _item(one: Citation) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": one.key,
        "type": _type(one),
        "title": one.title,
        "note": f"Reportedly {one.document_id}",
    }
    if one.outlet:
        item["container-title"] = one.outlet
    if one.day:
        item["issued"] = {"date-parts": [[one.day.year, one.day.month, one.day.day]]}
    if one.address:
        item["URL"] = one.address
    if one.place:
        item["archive_location"] = one.place
    return item


def _type(one: Citation) -> str:
    """Return the kind of item: an outlet's article, a page of the web, or else a report."""
    if one.outlet:
        return "article-newspaper"
    return "webpage" if one.address else "report"
