"""The reader: one document with its claims, and the list of documents."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from reportedly.model.document import Document
from reportedly.pipeline.workbench.listing import all_documents
from reportedly.pipeline.workbench.papers import paper_of
from reportedly.web.desk import AtDesk
from reportedly.web.pages import answer

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
def document(request: Request, document_id: str, desk: AtDesk) -> Response:
    """Show one document with its claims where they stand."""
    with desk.reading() as bench:
        view = paper_of(bench, document_id)
    return answer(request, "document.html.j2", view)
