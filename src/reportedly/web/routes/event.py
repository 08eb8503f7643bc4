"""The page of one event."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from reportedly.pipeline.workbench.matters import event_dossier
from reportedly.web.desk import AsOf, AtDesk
from reportedly.web.pages import answer

router = APIRouter()


@router.get("/event/{event_id}", response_model=None)
def event(request: Request, event_id: str, desk: AtDesk, as_of: AsOf) -> Response:
    """Show one event: what is known, by whom, through whom."""
    with desk.reading() as bench:
        view = event_dossier(bench, event_id, as_of)
    return answer(request, "event.html.j2", view)
