"""The list of documents: what each says, on whose word, and what was lost on the way to its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.model.errors import SettingsError
from reportedly.model.search import DocumentQuery, DocumentSort, FacetCount, PaperLine
from reportedly.pipeline.workbench.shelves import Shelf
from reportedly.publish.labels import day_label
from reportedly.web.desk import day_in

SORTS = (
    ("", "Best fit, or newest"),
    (DocumentSort.NEWEST, "Newest first"),
    (DocumentSort.OLDEST, "Oldest first"),
    (DocumentSort.CLAIMS, "Most claims first"),
    (DocumentSort.OUTLET, "By outlet"),
)
"""Orders of the list with their names."""
SIZE = 50
"""Documents on one page."""


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One document of the list."""

    id: str
    heading: str
    href: str
    outlet: str
    day: str
    claims: int
    sourced: int
    """How many of its claims have a recorded origin."""
    losses: int
    characters: int


@dataclass(frozen=True, slots=True)
class DocumentsView:
    """What the list of documents shows."""

    lines: tuple[DocumentLine, ...]
    total: int
    page: int
    size: int
    query: DocumentQuery
    narrowed: bool
    """Whether only some documents are asked for."""
    outlets: tuple[FacetCount, ...]


def document_query(asked: Mapping[str, str]) -> DocumentQuery:
    """Return what the query of an address asks for; empty values ask for nothing.

    Raises:
        SettingsError: E281 where a day is none, E286 where the order or the page is none.
    """
    page, sort = asked.get("page", "").strip() or "1", asked.get("sort", "").strip()
    if not (page.isascii() and page.isdecimal() and int(page[:9]) > 0):
        raise SettingsError("E286", "this is no page of the list", page, "give a number from 1")
    if sort and sort not in list(DocumentSort):
        known = ", ".join(DocumentSort)
        raise SettingsError("E286", "documents have no such order", sort, f"one of these: {known}")
    return DocumentQuery(
        text=asked.get("text", "").strip(),
        outlet=asked.get("outlet", "").strip(),
        first=day_in(asked.get("first")),
        last=day_in(asked.get("last")),
        sort=DocumentSort(sort) if sort else None,
        page=int(page[:9]),
        size=SIZE,
    )


def documents_view(shelf: Shelf, query: DocumentQuery) -> DocumentsView:
    """Return what the list shows of one page."""
    papers = shelf.papers
    return DocumentsView(
        tuple(_line(one, shelf.sourced.get(one.id, 0)) for one in papers.papers),
        papers.total,
        papers.page,
        papers.size,
        query,
        bool(query.text or query.outlet or query.first or query.last),
        shelf.outlets,
    )


def _line(one: PaperLine, sourced: int) -> DocumentLine:
    return DocumentLine(
        one.id,
        one.title or one.key,
        f"/document/{one.id}",
        one.outlet,
        day_label(one.day),
        one.claims,
        sourced,
        one.losses,
        one.characters,
    )
