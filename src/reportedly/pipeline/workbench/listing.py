"""Events of a ledger as the dossier lists them."""

from __future__ import annotations

from reportedly.model.document import Document
from reportedly.model.entry import EntryKind
from reportedly.model.event import Event
from reportedly.pipeline.workbench.bench import Bench


def all_events(bench: Bench, limit: int) -> tuple[Event, ...]:
    """Return the first events in order of id."""
    return bench.events(bench.book.subjects(EntryKind.EVENT)[:limit])


def all_documents(bench: Bench, limit: int) -> tuple[Document, ...]:
    """Return the first documents in order of publication."""
    return bench.documents(bench.book.subjects(EntryKind.DOCUMENT)[:limit])
