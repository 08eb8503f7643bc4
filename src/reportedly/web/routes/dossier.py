"""The dossier: events ranked by interest."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from reportedly.model.event import Event
from reportedly.pipeline.workbench.listing import all_events
from reportedly.web.desk import AtDesk
from reportedly.web.pages import answer

router = APIRouter()


@dataclass(frozen=True, slots=True)
class DossierView:
    """What the page of the dossier shows."""

    events: tuple[Event, ...]


@router.get("/", response_model=None)
def dossier(request: Request, desk: AtDesk) -> Response:
    """Show the events of the ledger."""
    with desk.reading() as bench:
        view = DossierView(all_events(bench, 50))
    return answer(request, "dossier.html.j2", view)
