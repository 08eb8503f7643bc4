"""The figures of an event over time, as rows and as Vega-Lite."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from reportedly.pipeline.workbench.matters import event_dossier
from reportedly.web.desk import AsOf, AtDesk
from reportedly.web.pages import answer
from reportedly.web.views.figures import figures_view

router = APIRouter()


@router.get("/event/{event_id}/figures", response_model=None)
def figures(request: Request, event_id: str, desk: AtDesk, as_of: AsOf) -> Response:
    """Show the figures of one event, each measure with its chart and its table."""
    with desk.reading() as bench:
        dossier = event_dossier(bench, event_id, as_of)
    also = {"dossier": dossier, "event_id": event_id, "as_of": as_of}
    return answer(request, "figures.html.j2", figures_view(dossier, event_id), also=also)
