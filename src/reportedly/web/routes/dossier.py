"""The dossier: events ranked by interest."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from reportedly.pipeline.workbench.holdings import holdings_of
from reportedly.pipeline.workbench.listing import counted_card_page
from reportedly.pipeline.workbench.saved import saved_views
from reportedly.web.addresses import is_tidy, tidy
from reportedly.web.desk import AtDesk
from reportedly.web.pages import answer, wants_json
from reportedly.web.views.dossier_lines import FACETS, choices_of, dossier_view
from reportedly.web.views.dossier_query import card_query

router = APIRouter()


@router.get("/", response_model=None)
def dossier(request: Request, desk: AtDesk) -> Response:
    """Show the events of the ledger, as filters and order of the address ask for."""
    if not is_tidy(request) and not wants_json(request):
        return RedirectResponse(tidy(request), 303)
    query = card_query(request.query_params)
    with desk.reading() as bench:
        page, facets = counted_card_page(bench, query, FACETS)
        view = dossier_view(holdings_of(bench), query, page, facets, saved_views(bench))
    return answer(request, "dossier.html.j2", view, also={"choices": choices_of(view)})
