"""What a ledger holds of things that were not taken in, and of what was lost of those that were."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.codec import from_json
from reportedly.model.document import Document, Refusal
from reportedly.model.entry import EntryKind
from reportedly.model.search import DocumentQuery
from reportedly.pipeline.workbench.bench import Bench


@dataclass(frozen=True, slots=True)
class RefusalPage:
    """One page of refusals."""

    refusals: tuple[Refusal, ...]
    total: int
    page: int
    """From 1."""
    size: int


@dataclass(frozen=True, slots=True)
class LossPage:
    """One page of documents of which something was lost; their losses stand in them."""

    documents: tuple[Document, ...]
    total: int
    page: int
    """From 1."""
    size: int


def refusal_page(bench: Bench, page: int, size: int) -> RefusalPage:
    """Return one page of what was refused, by place."""
    subjects = bench.book.subjects(EntryKind.REFUSAL)
    wanted = subjects[(page - 1) * size : page * size]
    held = bench.book.holding(EntryKind.REFUSAL, wanted)
    found = tuple(from_json(Refusal, held[one].draft.body) for one in wanted)
    return RefusalPage(found, len(subjects), page, size)


def loss_page(bench: Bench, page: int, size: int) -> LossPage:
    """Return one page of the documents with losses, the newest first."""
    with bench.book.finding() as index:
        total, rows = index.documents(DocumentQuery(lossy=True, page=page, size=size))
    held = {one.id: one for one in bench.documents(row.document for row in rows)}
    return LossPage(tuple(held[row.document] for row in rows if row.document in held), total, page, size)
