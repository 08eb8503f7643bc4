"""The page of one event."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from reportedly.pipeline.workbench.matter import Gone, matter_of
from reportedly.pipeline.workbench.matter_course import course_in_bench
from reportedly.publish.course_picture import draw_course
from reportedly.web.desk import AsOf, AtDesk
from reportedly.web.pages import answer, wants_json
from reportedly.web.pictures.clocks import ClockPicture, draw_clocks
from reportedly.web.pictures.lineage import NARROW, WIDE, LineagePicture, draw_lineage
from reportedly.web.pictures.origin_marks import LEGEND, draw_marks
from reportedly.web.views.event_clocks import Clocks
from reportedly.web.views.event_course import course_view
from reportedly.web.views.event_moved import moved_view
from reportedly.web.views.event_nodes import Graph
from reportedly.web.views.event_page import event_view

router = APIRouter()

Unfold = Annotated[tuple[str, ...], Query(max_length=50)]
"""Groups of the lineage whose pages are shown one by one."""


@router.get("/event/{event_id}", response_model=None)
def event(request: Request, event_id: str, desk: AtDesk, as_of: AsOf, unfold: Unfold = ()) -> Response:
    """Show one event: what is known, by whom, through whom."""
    with desk.reading() as bench:
        matter = matter_of(bench, event_id, as_of)
    if isinstance(matter, Gone):
        return answer(request, "event_moved.html.j2", moved_view(matter))
    view = event_view(matter, as_of, unfold)
    also = {
        "dossier": matter.dossier,
        "event_id": view.event_id,
        "as_of": as_of,
        "marks": draw_marks(view.marks),
        "legend": LEGEND,
        "lineage": () if wants_json(request) else _lineage(view.graph),
        "clocks": () if wants_json(request) else _clocks(view.clocks),
        "unfold_all": f"/event/{view.event_id}?unfold=all{f'&as_of={as_of}' if as_of else ''}#lineage",
    }
    return answer(request, "event.html.j2", view, also=also)


@router.get("/event/{event_id}/course", response_model=None)
def course(request: Request, event_id: str, desk: AtDesk) -> Response:
    """Show how belief in one event moved, day by day."""
    with desk.reading() as bench:
        found = course_in_bench(bench, event_id)
    return answer(request, "event_course.html.j2", course_view(found), also={"picture": draw_course(found)})


def _lineage(graph: Graph) -> tuple[LineagePicture, ...]:
    """Return the graph drawn for wide and for narrow pages; the style sheet shows one of them."""
    return tuple(draw_lineage(graph, *form, name) for form, name in ((WIDE, "wide"), (NARROW, "narrow")))


def _clocks(clocks: Clocks) -> tuple[ClockPicture, ...]:
    return tuple(draw_clocks(clocks, width, name) for width, name in ((1080.0, "wide"), (340.0, "narrow")))
