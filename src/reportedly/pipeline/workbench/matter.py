"""One event as its page asks for it: its dossier, and the days on which anything about it appeared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportedly.model.dossier import Dossier
from reportedly.model.event import Event
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.matters import event_dossier, event_now


@dataclass(frozen=True)
class Matter:
    """An event with what is shown beside its dossier."""

    event: Event
    """The event as it stands today."""
    dossier: Dossier
    """Drawn as of the day that was asked for; without an event where nothing of it had appeared by then."""
    days: tuple[date, ...]
    """On which pages about it appeared, whatever day was asked for."""
    pages: int
    """Pages about it today."""
    undated: int
    """Pages about it whose day of publication is not known."""
    late: tuple[str, ...]
    """Claims of today's event that stand on pages published later, or on days that are not known."""


def matter_of(bench: Bench, event_id: str, as_of: date | None) -> Matter:
    """Return an event as its page asks for it.

    Args:
        bench: the open ledger.
        event_id: the event's id; of one that is no longer drawn, what became of it is shown.
        as_of: the last day of publication that counts; None = everything.

    Raises:
        NotFound: where no event has this id.
    """
    event = event_now(bench, event_id)
    dossier = event_dossier(bench, event.id, as_of)
    if as_of is None:
        documents, claims = dossier.documents, dossier.claims
    else:
        claims = bench.claims(event.claim_ids)
        documents = bench.documents({claim.document_id for claim in claims})
    days = sorted({one.day for one in documents if one.day is not None})
    known = {one.id for one in documents if as_of is None or (one.day is not None and one.day <= as_of)}
    late = tuple(claim.id for claim in claims if claim.document_id not in known)
    undated = sum(one.day is None for one in documents)
    return Matter(event, dossier, tuple(days), len(documents), undated, late)
