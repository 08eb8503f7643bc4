"""Found claims as CSV that spreadsheets open without running anything."""

from __future__ import annotations

import csv
import io

from reportedly.model.search import HitPage
from reportedly.publish.labels import quantity_label
from reportedly.publish.table import BETWEEN, guarded
from reportedly.web.views.search_page import chain_of

_OF_CLAIM = ("claim", "quote", "chain", "source", "figures", "kind", "polarity")
_OF_PAGE = ("outlet", "title", "published", "document")
_OF_EVENT = ("event", "event_label", "grade")
COLUMNS = (*_OF_CLAIM, *_OF_PAGE, *_OF_EVENT)


def search_table(page: HitPage) -> str:
    """Return one row a claim, with its page and its event."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for hit in page.hits:
        claim = hit.claim
        cells = (
            claim.id,
            " ".join(claim.quote.split()),
            chain_of(claim),
            claim.origin.name if claim.origin else "",
            BETWEEN.join(quantity_label(one) for one in claim.quantities),
            claim.kind.value,
            claim.polarity.value,
            hit.outlet,
            hit.title,
            hit.day.isoformat() if hit.day else "",
            hit.document_id,
            hit.event_id,
            hit.event_label,
            hit.grade,
        )
        writer.writerow([guarded(cell) for cell in cells])
    return out.getvalue()
