"""Answer with a page or with the same as JSON; every page is a template over one frozen view."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from fastapi import Request, Response
from fastapi.responses import HTMLResponse, JSONResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from reportedly import __version__
from reportedly.model.codec import to_data
from reportedly.model.dossier import Dossier
from reportedly.pipeline.workbench.atlas import Atlas
from reportedly.publish.labels import count_label, day_label, days_label, runs
from reportedly.web.addresses import address_of, address_with, as_known, part_of, source_address
from reportedly.web.desk import desk_of, person_of
from reportedly.web.preferences import preferences_of
from reportedly.web.views.figures import figure_picture, figures_view
from reportedly.web.views.places import ROLES, PlacesView, places_view

PARTS = (
    ("/", "Dossier"),
    ("/search", "Search"),
    ("/documents", "Documents"),
    ("/review", "Review"),
    ("/add", "Add"),
    ("/publish", "Publish"),
)
"""Addresses and names of the parts, as the head of every page lists them."""


@cache
def environment() -> Environment:
    """Return the environment of the templates: everything is escaped, and a name that is not given is an error."""
    made = Environment(
        loader=PackageLoader("reportedly.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["day"] = day_label
    made.filters["days"] = days_label
    made.filters["counted"] = count_label
    made.filters["runs"] = runs
    made.globals["parts"] = PARTS
    made.globals["address_with"] = address_with
    made.globals["as_known"] = as_known
    made.globals["figures_view"] = figures_view
    made.globals["figure_picture"] = figure_picture
    made.globals["source_address"] = source_address
    made.globals["places_shown"] = _places_shown
    made.globals["place_roles"] = ROLES
    made.globals["version"] = __version__
    return made


def wants_json(request: Request) -> bool:
    """Say whether a request asks for JSON, by its address (``.json``) or by ``Accept``."""
    if request.scope.get("as_json"):
        return True
    return _place(request.headers.get("accept", ""), "json") < _place(request.headers.get("accept", "*/*"), "html")


def answer(
    request: Request,
    template: str,
    view: Any,
    *,
    status: int = 200,
    also: Mapping[str, Any] | None = None,
) -> Response:
    """Answer with a view as page or as JSON.

    Args:
        request: what was asked.
        template: name of the template below ``templates``; it finds the view as ``view``.
        view: a frozen dataclass of plain values and model types; its JSON is the page's.
        status: the status of HTTP.
        also: names that the template needs and JSON does not.
    """
    if wants_json(request):
        return JSONResponse(to_data(view), status, headers={"vary": "accept"})
    shared = {
        "person": person_of(request),
        "preferences": preferences_of(request),
        "here": request.url.path,
        "back": address_of(request),
        "part": part_of(request.url.path),
    }
    html = environment().get_template(template).render(view=view, request=request, **shared, **(also or {}))
    return HTMLResponse(html, status, headers={"vary": "accept"})


def _places_shown(dossier: Dossier, event_id: str, request: Request) -> PlacesView:
    return places_view(dossier, event_id, Atlas.of(desk_of(request).tools))


def _place(accept: str, what: str) -> int:
    """Return where in an ``Accept`` header a kind stands; behind everything where it does not."""
    kinds = [part.split(";")[0].strip() for part in accept.lower().split(",")]
    wanted = {"json": "application/json", "html": "text/html"}[what]
    return kinds.index(wanted) if wanted in kinds else len(kinds)
