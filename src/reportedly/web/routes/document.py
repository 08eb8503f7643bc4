"""The reader: one document with its claims, and the list of documents."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from reportedly.pipeline.workbench.papers import paper_of
from reportedly.pipeline.workbench.shelves import shelf_of
from reportedly.pipeline.workbench.surroundings import surroundings_of
from reportedly.web.addresses import is_tidy, tidy
from reportedly.web.desk import AsOf, AtDesk, person_of
from reportedly.web.pages import answer, wants_json
from reportedly.web.views.document_list import SORTS, document_query, documents_view
from reportedly.web.views.document_text import LEGEND, printed
from reportedly.web.views.document_view import reader_view

router = APIRouter()


@router.get("/documents", response_model=None)
def documents(request: Request, desk: AtDesk) -> Response:
    """List the documents of the ledger, as the address narrows and orders them."""
    if not is_tidy(request) and not wants_json(request):
        return RedirectResponse(tidy(request), 303)
    query = document_query(request.query_params)
    with desk.reading() as bench:
        view = documents_view(shelf_of(bench, query), query)
    return answer(request, "documents.html.j2", view, also={"sorts": SORTS})


@router.get("/document/{document_id}", response_model=None)
def document(request: Request, document_id: str, desk: AtDesk, as_of: AsOf, claim: str = "") -> Response:
    """Show one document with its claims where they stand."""
    with desk.reading() as bench:
        paper = paper_of(bench, document_id)
        around = surroundings_of(bench, paper, person_of(request))
        view = reader_view(paper, around, claim, as_of)
    if wants_json(request):
        return answer(request, "document.html.j2", view)
    notes = {note.number: note for note in view.notes}
    text = printed(paper.document.text, paper.claims)
    return answer(request, "document.html.j2", view, also={"paragraphs": text, "legend": LEGEND, "notes": notes})
