"""Write an assessment for publication: begin, look, preview, download."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from reportedly.model.card import EventCard
from reportedly.model.edition import Edition
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.cards import card_of
from reportedly.pipeline.workbench.editions import Beginning, begin, edition_of, editions, versions_of
from reportedly.pipeline.workbench.editions_ground import Ground, ground_of
from reportedly.pipeline.workbench.listing import card_page
from reportedly.pipeline.workbench.matters import event_dossier
from reportedly.pipeline.workbench.saved import saved_views
from reportedly.publish.edition_files import EDITION_FORMATS, addresses_of, render_edition, warning_of
from reportedly.publish.edition_view import PrintedEdition, printed_edition
from reportedly.web.desk import AtDesk, Person, day_in
from reportedly.web.pages import answer
from reportedly.web.views.dossier_query import card_query
from reportedly.web.views.publish_editor import RowView, editing_of, editor_view, rows_of
from reportedly.web.views.publish_list import (
    DEFAULT_EVENTS,
    HistoryView,
    PublishView,
    choice_of,
    edition_line,
    search_links,
)

router = APIRouter()


@router.get("/publish", response_model=None)
def publish(request: Request, desk: AtDesk) -> Response:
    """List the editions, and the events of which one may be begun, as filters of the dossier ask for."""
    asked = request.query_params
    picked = {one for text in asked.getlist("event") for one in text.split(",") if one}
    with desk.reading() as bench:
        found = card_page(bench, card_query(asked))
        held = editions(bench)
        views = search_links(saved_views(bench))
        apart = events_apart(bench, picked - {card.event_id for card in found.cards})
    cards = (*apart, *found.cards)
    choices = tuple(
        choice_of(card, chosen=card.event_id in picked if picked else place < DEFAULT_EVENTS)
        for place, card in enumerate(cards)
    )
    filtered = any(value for name, value in asked.items() if name not in {"page", "size", "sort", "event"})
    lines = tuple(edition_line(edition, last) for edition, last in held)
    return answer(request, "publish.html.j2", PublishView(lines, choices, found.total, filtered, views))


@router.post("/publish", response_model=None)
def begin_edition(
    desk: AtDesk,
    person: Person,
    title: Annotated[str, Form(max_length=200)],
    event: Annotated[list[str] | None, Form()] = None,
    as_of: Annotated[str, Form()] = "",
    chosen: Annotated[str, Form(max_length=300)] = "",
) -> Response:
    """Begin an edition of the chosen events."""
    wish = Beginning(title, tuple(dict.fromkeys(event or ())), chosen or "picked from the dossier", day_in(as_of))
    made = begin(desk.ledger, desk.tools, wish, person)
    return RedirectResponse(f"/publish/{made.id}", 303)


@router.get("/publish/{edition_id}", response_model=None)
def editor(request: Request, edition_id: str, desk: AtDesk, edit: str = "", write: str = "") -> Response:
    """Show an edition with how each of its sentences stands."""
    with desk.reading() as bench:
        edition, ground = _looked_up(bench, edition_id)
    return answer(request, "publish_editor.html.j2", editor_view(edition, ground, edit, write))


@router.get("/publish/{edition_id}/block/{block_id}", response_model=None)
def block(
    request: Request, edition_id: str, block_id: str, desk: AtDesk, edit: bool = False, write: bool = False
) -> Response:
    """Show one block alone, with its form where that is asked for."""
    with desk.reading() as bench:
        edition, ground = _looked_up(bench, edition_id)
    rows = rows_of(edition, ground, ground.checks(edition))
    row = next((one for one in rows if one.id == block_id), None)
    if row is None:
        return RedirectResponse(f"/publish/{edition_id}", 303)
    editing = editing_of(edition, ground, rows, block_id, adding=write and not edit) if edit or write else None
    return answer(request, "publish_row_alone.html.j2", RowView(edition.id, edition.version, row, editing))


@router.get("/publish/{edition_id}/history", response_model=None)
def history(request: Request, edition_id: str, desk: AtDesk) -> Response:
    """Show who saved an edition, when and why."""
    with desk.reading() as bench:
        edition = edition_of(bench, edition_id)
        versions = versions_of(bench, edition_id)
    view = HistoryView(edition.id, edition.title, edition.version, versions)
    return answer(request, "publish_history.html.j2", view)


@router.get("/publish/{edition_id}/preview", response_model=None)
def preview(request: Request, edition_id: str, desk: AtDesk) -> Response:
    """Show an edition as readers will see it."""
    with desk.reading() as bench:
        printed = _printed(bench, edition_id)
    return answer(
        request,
        "publish_preview.html.j2",
        printed,
        also={"addresses": addresses_of(printed), "warning": warning_of(printed)},
    )


@router.get("/publish/{edition_id}/download/{format_name}", response_model=None)
def download(edition_id: str, format_name: str, desk: AtDesk) -> Response:
    """Give an edition as a file."""
    with desk.reading() as bench:
        made = render_edition(_printed(bench, edition_id), format_name)
    named = {"content-disposition": f'attachment; filename="{made.filename}"'}
    return Response(made.content, media_type=EDITION_FORMATS[format_name][1], headers=named)


def events_apart(bench: Bench, event_ids: Collection[str]) -> tuple[EventCard, ...]:
    """Return the cards of events that an address names and the page of the dossier does not list."""
    there = bench.events(sorted(event_ids)[:DEFAULT_EVENTS])
    return tuple(card_of(event_dossier(bench, event.id)) for event in there)


def _looked_up(bench: Bench, edition_id: str) -> tuple[Edition, Ground]:
    edition = edition_of(bench, edition_id)
    return edition, ground_of(bench, edition)


def _printed(bench: Bench, edition_id: str) -> PrintedEdition:
    edition, ground = _looked_up(bench, edition_id)
    held = ground.grounding
    return printed_edition(edition, ground.dossier, held.claims, held.documents, ground.checks(edition))
