"""What a ledger holds, in a few numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportedly.model.entry import EntryKind
from reportedly.pipeline.workbench.bench import Bench


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much a ledger holds of what counts at the moment."""

    documents: int
    claims: int
    events: int
    refusals: int
    origins: int
    """Names of origins that stand behind events."""
    newest: date | None
    """Day of the newest document; None where none has a day."""


def holdings_of(bench: Bench) -> Holdings:
    """Return how many documents, claims, events, refusals and origins a ledger holds; no entry is read for it."""
    count = bench.book.count
    with bench.book.finding() as index:
        origins, newest = index.origins(), index.newest()
    return Holdings(
        documents=count(EntryKind.DOCUMENT),
        claims=count(EntryKind.CLAIM),
        events=count(EntryKind.EVENT),
        refusals=count(EntryKind.REFUSAL),
        origins=origins,
        newest=date.fromisoformat(newest) if newest else None,
    )
