"""The page for programs."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, Request, Response

from reportedly.model.search import ClaimQuery
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.listing import claim_page
from reportedly.web.desk import AtDesk
from reportedly.web.pages import answer
from reportedly.web.views.api_page import api_view

router = APIRouter()


@router.get("/api", response_model=None)
def api(request: Request, desk: AtDesk) -> Response:
    """List all addresses that programs can read, with their parameters and a line to try each."""
    with desk.reading() as bench:
        ids = _ids(bench)
    described = request.app.openapi()
    return answer(request, "api.html.j2", api_view(described, str(request.base_url).rstrip("/"), ids))


def _ids(bench: Bench) -> dict[str, str]:
    """Return the ids of a claim of this ledger, of its document, its event and its source."""
    for hit in claim_page(bench, ClaimQuery(size=1)).hits:
        origin = hit.claim.origin
        found = {"claim_id": hit.claim.id, "document_id": hit.document_id, "event_id": hit.event_id}
        return {**found, "name": quote(origin.name) if origin else "", "format_name": "csv"}
    return {}
