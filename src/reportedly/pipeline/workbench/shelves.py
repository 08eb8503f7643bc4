"""Documents among others: the list with what each claims on whose word, and the ones before and after one by day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from reportedly.ledger.catalogue import DocumentRow
from reportedly.model.search import DocumentQuery, FacetCount, PaperLine, PaperPage
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.listing import document_facets, document_page


@dataclass(frozen=True)
class Shelf:
    """One page of the list of documents."""

    papers: PaperPage
    sourced: Mapping[str, int]
    """How many claims of each document have a recorded origin, by document id."""
    outlets: tuple[FacetCount, ...]
    """The outlets with most documents."""


def shelf_of(bench: Bench, query: DocumentQuery) -> Shelf:
    """Return one page of the documents that fit."""
    papers = document_page(bench, query)
    with bench.book.finding() as index:
        sourced = index.with_origin(one.id for one in papers.papers)
    outlets = tuple(one for group in document_facets(bench, query) for one in group.values)
    return Shelf(papers, sourced, outlets)


def beside(bench: Bench, document_id: str) -> tuple[PaperLine | None, PaperLine | None]:
    """Return the documents before and after one by day of publication; None where there is none."""
    with bench.book.finding() as index:
        earlier, later = index.beside(document_id)
    return _line(earlier), _line(later)


def _line(row: DocumentRow | None) -> PaperLine | None:
    if row is None:
        return None
    day = date.fromisoformat(row.day) if row.day else None
    return PaperLine(row.document, row.key, row.title, row.outlet, day, row.claims, row.losses, row.characters)
