"""The places of an event: the map's shapes as GeoJSON, and the page with its table."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from reportedly.pipeline.workbench.atlas import Atlas
from reportedly.pipeline.workbench.matters import event_dossier
from reportedly.web.desk import AsOf, AtDesk
from reportedly.web.pages import answer, wants_json
from reportedly.web.views.places import places_view
from reportedly.web.views.places_map import places_map

router = APIRouter()


@router.get("/event/{event_id}/places", response_model=None)
def places(request: Request, event_id: str, desk: AtDesk, as_of: AsOf) -> Response:
    """Show the places of one event; as JSON: GeoJSON with footprints and the ground under them."""
    with desk.reading() as bench:
        dossier = event_dossier(bench, event_id, as_of)
    atlas = Atlas.of(desk.tools)
    view = places_view(dossier, event_id, atlas)
    if wants_json(request):
        return JSONResponse(places_map(view, atlas), media_type="application/geo+json", headers={"vary": "accept"})
    return answer(request, "places.html.j2", view, also={"dossier": dossier, "event_id": event_id, "as_of": as_of})
