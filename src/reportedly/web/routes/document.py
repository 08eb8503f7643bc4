"""The reader: one document with its claims, and the list of documents."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from reportedly.model.document import Document
from reportedly.pipeline.workbench.listing import all_documents
from reportedly.pipeline.workbench.papers import paper_of
from reportedly.pipeline.workbench.surroundings import surroundings_of
from reportedly.web.desk import AsOf, AtDesk
from reportedly.web.pages import answer, wants_json
from reportedly.web.views.document_text import LEGEND, printed
from reportedly.web.views.document_view import reader_view

router = APIRouter()


@dataclass(frozen=True, slots=True)
class DocumentsView:
    """What the list of documents shows."""

    documents: tuple[Document, ...]


@router.get("/documents", response_model=None)
def documents(request: Request, desk: AtDesk) -> Response:
    """List the documents of the ledger."""
    with desk.reading() as bench:
        view = DocumentsView(all_documents(bench, 50))
    return answer(request, "documents.html.j2", view)


@router.get("/document/{document_id}", response_model=None)
def document(request: Request, document_id: str, desk: AtDesk, as_of: AsOf, claim: str = "") -> Response:
    """Show one document with its claims where they stand."""
    with desk.reading() as bench:
        paper = paper_of(bench, document_id)
        view = reader_view(paper, surroundings_of(bench, paper), claim, as_of)
    if wants_json(request):
        return answer(request, "document.html.j2", view)
    notes = {note.number: note for note in view.notes}
    text = printed(paper.document.text, paper.claims)
    return answer(request, "document.html.j2", view, also={"paragraphs": text, "legend": LEGEND, "notes": notes})
