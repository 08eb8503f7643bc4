"""What came of taking reports in: which documents, what was refused, which events changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reportedly.model.document import Refusal


@dataclass(frozen=True, slots=True)
class Added:
    """The outcome of one job."""

    documents: tuple[str, ...]
    """Ids of everything that was read, known before or not."""
    new: tuple[str, ...]
    """Ids of those that the ledger did not hold before."""
    claims: int
    """Claims that the new documents make."""
    losses: int
    """Documents of which something did not reach the text."""
    events: tuple[str, ...]
    """Ids of the events that the documents tell of, as they were drawn then."""
    refusals: tuple[Refusal, ...]
    """What was not taken."""


@dataclass(frozen=True, slots=True)
class JobRecord:
    """A job as the ledger keeps it, as a note."""

    id: str
    """``job-`` and digits."""
    label: str
    """What was to be added, in words."""
    by: str
    """Who asked for it; empty where nobody said who is working."""
    began: datetime
    ended: datetime
    added: Added
