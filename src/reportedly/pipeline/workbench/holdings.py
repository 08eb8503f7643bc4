"""What a ledger holds, in a few numbers."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.entry import EntryKind
from reportedly.pipeline.workbench.bench import Bench


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much a ledger holds of what counts at the moment."""

    documents: int
    claims: int
    events: int
    refusals: int


def holdings_of(bench: Bench) -> Holdings:
    """Return how many documents, claims, events and refusals a ledger holds; no entry is read for it."""
    counted = (EntryKind.DOCUMENT, EntryKind.CLAIM, EntryKind.EVENT, EntryKind.REFUSAL)
    return Holdings(*(bench.book.count(kind) for kind in counted))
