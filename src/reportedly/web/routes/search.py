"""Find claims, events and documents; keep a search under a name."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.listing import claim_page, counted_card_page, document_facets, document_page
from reportedly.pipeline.workbench.saved import LONGEST_NAME, save_view, saved_views, withdraw_view
from reportedly.web.desk import AtDesk, Person
from reportedly.web.pages import answer
from reportedly.web.views.search_page import Found, search_view
from reportedly.web.views.search_query import Among, Asked, asked_in, claim_query, document_query, event_query
from reportedly.web.views.search_table import search_table

router = APIRouter()
MOST_ROWS = 1000
"""Claims in one table."""


@router.get("/search", response_model=None)
def search(request: Request, desk: AtDesk) -> Response:
    """Show the claims, events or documents that fit, and with what they can be narrowed."""
    asked = asked_in(request.query_params)
    with desk.reading() as bench:
        view = search_view(asked, _found(bench, asked), saved_views(bench))
    return answer(request, "search.html.j2", view, also={"most_rows": MOST_ROWS})


@router.get("/search.csv", response_model=None)
def table(request: Request, desk: AtDesk) -> Response:
    """Give the claims that fit as CSV, at most a thousand of them from the wanted page on."""
    asked = asked_in(request.query_params)
    with desk.reading() as bench:
        told = search_table(claim_page(bench, claim_query(asked, MOST_ROWS)))
    headers = {"content-disposition": 'attachment; filename="claims.csv"'}
    return Response(told, media_type="text/csv", headers=headers)


@router.post("/search/saved", response_model=None)
def keep(
    desk: AtDesk,
    person: Person,
    name: Annotated[str, Form(max_length=LONGEST_NAME)],
    address: Annotated[str, Form()],
) -> Response:
    """Keep a search under a name and go back to it."""
    view = save_view(desk.ledger, name, address, person, desk.tools)
    return RedirectResponse(view.address, 303)


@router.post("/search/saved/{view_id}/withdraw", response_model=None)
def withdraw(desk: AtDesk, person: Person, view_id: str) -> Response:
    """Take a kept search back."""
    withdraw_view(desk.ledger, view_id, person, desk.tools)
    return RedirectResponse("/search", 303)


def _found(bench: Bench, asked: Asked) -> Found:
    if asked.among is Among.EVENTS:
        query = event_query(asked)
        events, facets = counted_card_page(bench, query)
        return Found(events=events, facets=facets)
    if asked.among is Among.DOCUMENTS:
        wanted = document_query(asked)
        page = document_page(bench, wanted)
        texts = {one.id: one.text for one in bench.documents(paper.id for paper in page.papers)}
        return Found(documents=page, facets=document_facets(bench, wanted), texts=texts)
    claims = claim_page(bench, claim_query(asked))
    return Found(claims=claims, facets=claims.facets)
