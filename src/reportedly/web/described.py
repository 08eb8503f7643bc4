"""The workbench described for programs: every page with its parameters and the schema of its JSON (OpenAPI 3.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import TypeAdapter

from reportedly.model.card import CardQuery
from reportedly.model.search import DocumentQuery
from reportedly.pipeline.workbench.decision_log import LogQuery
from reportedly.pipeline.workbench.queue import QueueQuery
from reportedly.pipeline.workbench.refused import LossPage, RefusalPage
from reportedly.publish.edition_view import PrintedEdition
from reportedly.web.errors import ErrorView
from reportedly.web.views import review_more
from reportedly.web.views.adding import AddView, JobView
from reportedly.web.views.api_page import ApiView
from reportedly.web.views.document_list import DocumentsView
from reportedly.web.views.document_view import ReaderView
from reportedly.web.views.dossier_lines import DossierView
from reportedly.web.views.event_course import CourseView
from reportedly.web.views.event_moved import MovedView
from reportedly.web.views.event_page import EventView
from reportedly.web.views.explained import ExplainedView
from reportedly.web.views.figures import FiguresView
from reportedly.web.views.publish_editor import EditorView, RowView
from reportedly.web.views.publish_list import HistoryView, PublishView
from reportedly.web.views.review_claim import ClaimView
from reportedly.web.views.review_queue import QueueView
from reportedly.web.views.rounds import BetweenView, CodeView, RoundsView, RoundView
from reportedly.web.views.search_page import SearchView
from reportedly.web.views.search_query import Asked
from reportedly.web.views.source_page import SourceView

View: TypeAlias = Any
"""A frozen dataclass, or a union of some."""
_GEO_JSON = "application/geo+json"


@dataclass(frozen=True, slots=True)
class Described:
    """What a program needs to know of one page."""

    view: View
    """What its JSON is; None for a file, or for GeoJSON."""
    query: type[Any] | None = None
    """Holds everything that its address can ask for."""
    media: str = "application/json"


PAGES: Mapping[str, Described] = {
    "/": Described(DossierView, CardQuery),
    "/search": Described(SearchView, Asked),
    "/search.csv": Described(None, Asked, "text/csv"),
    "/documents": Described(DocumentsView, DocumentQuery),
    "/document/{document_id}": Described(ReaderView),
    "/event/{event_id}": Described(EventView | MovedView),
    "/event/{event_id}/course": Described(CourseView),
    "/event/{event_id}/figures": Described(FiguresView),
    "/event/{event_id}/places": Described(None, media=_GEO_JSON),
    "/event/{event_id}/download/{format_name}": Described(None, media="application/octet-stream"),
    "/source/{name}": Described(SourceView),
    "/review": Described(QueueView, QueueQuery),
    "/review/claim/{claim_id}": Described(ClaimView, QueueQuery),
    "/review/add": Described(review_more.AddView),
    "/review/event/{event_id}": Described(review_more.GroupView),
    "/review/source/{name}": Described(review_more.SourceView),
    "/review/log": Described(review_more.LogView, LogQuery),
    "/review/log.csv": Described(None, LogQuery, "text/csv"),
    "/review/rounds": Described(RoundsView),
    "/review/round/{round_id}": Described(RoundView),
    "/review/round/{round_id}/table.csv": Described(None, media="text/csv"),
    "/review/round/{round_id}/code": Described(CodeView),
    "/review/round/{round_id}/between/{claim_id}": Described(BetweenView),
    "/add": Described(AddView),
    "/add/job/{job_id}": Described(JobView),
    "/refusals": Described(RefusalPage | LossPage),
    "/publish": Described(PublishView, CardQuery),
    "/publish/{edition_id}": Described(EditorView),
    "/publish/{edition_id}/block/{block_id}": Described(RowView),
    "/publish/{edition_id}/history": Described(HistoryView),
    "/publish/{edition_id}/preview": Described(PrintedEdition),
    "/publish/{edition_id}/download/{format_name}": Described(None, media="application/octet-stream"),
    "/help": Described(ExplainedView),
    "/api": Described(ApiView),
}
"""Every address that is read with GET, as OpenAPI writes it."""

_MEANS = {
    "q": 'words of which every one must be there; "in quotes" a phrase, word* a beginning',
    "text": 'words of which every one must be there; "in quotes" a phrase, word* a beginning',
    "among": "what is searched",
    "source": "name of an origin, or part of one where none is called just so",
    "source_class": "sort of source",
    "measure": "what a figure counts",
    "side": "party of the origin, in full",
    "place": "name of a place, or part of one where none is called just so",
    "first": "first day, as 2024-12-20",
    "last": "last day, as 2024-12-20",
    "letter": "source grade of the event",
    "digit": "information grade of the event",
    "kind": "kind of claim or event",
    "outlet": "name of an outlet, or part of one where none is called just so",
    "alarms": "1: only events with false confirmations",
    "contested": "1: only events whose sayings contradict each other",
    "lossy": "1: only documents of which something was lost",
    "sort": "order",
    "page": "page of the list, from 1",
    "size": "the largest number of things on one page",
    "state": "what people decided so far",
    "event": "id of an event, or the beginning of one",
    "as_of": "only what was published by this day, as 2024-12-20",
    "claim": "id of a claim that is shown first",
    "show": "what is listed",
    "who": "name of the person who decided",
    "before": "only entries recorded before the one of this number",
    "document": "id of a document, or the beginning of one",
    "unfold": "groups of the lineage that are shown page by page",
    "edit": "the block that is edited",
    "write": "where a block is written",
    "saved": "the decision that was just recorded",
    "name": "name of a source, in full",
    "event_id": "id of an event, or the beginning of one",
    "document_id": "id of a document, or the beginning of one",
    "claim_id": "id of a claim",
    "edition_id": "id of an edition",
    "block_id": "id of a block of an edition",
    "round_id": "id of a round",
    "job_id": "id of a job",
    "format_name": "name of a format, as the page's own links give it",
}
_OWN_SIZE = frozenset(
    {"/search", "/search.csv", "/documents", "/review", "/review/claim/{claim_id}", "/review/log", "/review/log.csv"}
)
"""Pages whose length is not asked for."""


def describe(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI description of a workbench; it is worked out once."""
    if app.openapi_schema:
        return app.openapi_schema
    made = get_openapi(
        title=app.title, version=app.version, summary=app.summary, description=app.description, routes=app.routes
    )
    refs, schemas = _schemas(one.view for one in PAGES.values() if one.view is not None)
    kept = made.setdefault("components", {}).setdefault("schemas", {})
    kept.update(schemas)
    for name in ("HTTPValidationError", "ValidationError"):
        kept.pop(name, None)
    made["paths"] = {path: {"get": item["get"]} for path, item in made["paths"].items() if "get" in item}
    for path, item in made["paths"].items():
        _complete(path, item["get"], PAGES.get(path), refs)
    app.openapi_schema = made
    return made


def _schemas(views: Iterable[View]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the schema of each view, by the view's words, and what these refer to."""
    wanted: dict[str, View] = {str(view): view for view in (*views, ErrorView)}
    adapters: dict[str, TypeAdapter[Any]] = {name: TypeAdapter(view) for name, view in wanted.items()}
    inputs: list[Any] = [(name, "serialization", adapter) for name, adapter in adapters.items()]
    made, definitions = TypeAdapter.json_schemas(inputs, ref_template="#/components/schemas/{model}")
    return {str(name): schema for (name, _), schema in made.items()}, definitions.get("$defs", {})


def _complete(path: str, operation: dict[str, Any], page: Described | None, refs: Mapping[str, Any]) -> None:
    first, _, rest = operation.get("description", "").partition("\n")
    operation["summary"], operation["description"] = first.rstrip("."), rest.strip()
    parameters = operation.setdefault("parameters", [])
    if page is not None and page.query is not None:
        there = {one["name"] for one in parameters}
        parameters += [one for one in _asked(path, page.query) if one["name"] not in there]
    for one in parameters:
        one.setdefault("description", _MEANS.get(one["name"], ""))
    operation["responses"] = {"200": _given(page, refs), "400": _error(refs, "what was asked cannot be used")}
    if "{" in path:
        operation["responses"]["404"] = _error(refs, "there is no such thing")


def _given(page: Described | None, refs: Mapping[str, Any]) -> dict[str, Any]:
    if page is None or page.view is None:
        return {"description": "The file", "content": {page.media if page else "text/html": {}}}
    content = {"application/json": {"schema": refs[str(page.view)]}, "text/html": {"schema": {"type": "string"}}}
    return {"description": "The page", "content": content}


def _error(refs: Mapping[str, Any], why: str) -> dict[str, Any]:
    return {"description": why[:1].upper() + why[1:], "content": {"application/json": {"schema": refs[str(ErrorView)]}}}


def _asked(path: str, query: type[Any]) -> list[dict[str, Any]]:
    """Return what an address can ask for, from the fields of what its query becomes."""
    schema = TypeAdapter(query).json_schema(mode="serialization")
    definitions = schema.get("$defs", {})
    return [
        {"name": name, "in": "query", "required": False, "schema": _plain(told, definitions)}
        for name, told in schema["properties"].items()
        if not (name == "size" and path in _OWN_SIZE)
    ]


def _plain(told: Mapping[str, Any], definitions: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema of a field without null and with what it refers to in its place."""
    options = [one for one in told.get("anyOf", [told]) if one.get("type") != "null"]
    one = dict(options[0])
    if "$ref" in one:
        one = dict(definitions[re.sub(r".*/", "", one["$ref"])])
    return {key: value for key, value in one.items() if key not in {"description", "title", "default"}}
