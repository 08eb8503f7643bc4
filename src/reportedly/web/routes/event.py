"""The page of one event."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from reportedly.pipeline.workbench.matter import matter_of
from reportedly.web.desk import AsOf, AtDesk
from reportedly.web.pages import answer
from reportedly.web.views.event_page import event_view

router = APIRouter()


@router.get("/event/{event_id}", response_model=None)
def event(request: Request, event_id: str, desk: AtDesk, as_of: AsOf) -> Response:
    """Show one event: what is known, by whom, through whom."""
    with desk.reading() as bench:
        matter = matter_of(bench, event_id, as_of)
    view = event_view(matter, as_of)
    also = {"dossier": matter.dossier, "event_id": event_id, "as_of": as_of}
    return answer(request, "event.html.j2", view, also=also)
