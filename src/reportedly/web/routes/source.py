"""The page of one source."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from reportedly.pipeline.workbench.speakers import speaker_of
from reportedly.web.desk import AtDesk
from reportedly.web.pages import answer
from reportedly.web.views.source_page import source_view

router = APIRouter()


@router.get("/source/{name:path}", response_model=None)
def source(request: Request, name: str, desk: AtDesk, page: Annotated[int, Query(ge=1, le=10**8)] = 1) -> Response:
    """Show one source: what it said and passed on, its letter and its record."""
    with desk.reading() as bench:
        view = source_view(speaker_of(bench, name, page))
    return answer(request, "source.html.j2", view)
