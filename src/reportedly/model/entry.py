"""Entries: the lines of the ledger, chained by hash, never changed and never removed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from reportedly.model.days import Days
from reportedly.model.ids import canonical_bytes, digest


class EntryKind(StrEnum):
    """What an entry records."""

    CAPTURE = "capture"
    REFUSAL = "refusal"
    DOCUMENT = "document"
    CLAIM = "claim"
    EVENT = "event"
    TESTIMONY = "testimony"
    JUDGEMENT = "judgement"
    EVIDENCE = "evidence"
    ASSESSMENT = "assessment"
    CODING = "coding"
    """A second coder's claims; no stage reads them."""
    NOTE = "note"
    PREDICTION = "prediction"
    """Recorded once: neither superseded nor withdrawn."""
    RESOLUTION = "resolution"
    REVIEW = "review"
    """What a person decides about a claim."""
    SOURCE_GRADE = "source_grade"
    """The letter that a person gives a source."""
    ROUND = "round"
    """A round of blind double coding: which claims, by whom."""
    EDITION = "edition"
    """An assessment as a person edited it for publication."""
    SAVED_VIEW = "saved_view"
    """A search that people keep under a name."""


class Action(StrEnum):
    """What an entry does to its subject in the current view."""

    ASSERT = "assert"
    """Sets the subject to the body; a later assertion supersedes an earlier one."""
    WITHDRAW = "withdraw"
    """Takes the subject out of the current view; history keeps it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a caller asks the ledger to record; the ledger adds number, time and hashes."""

    kind: EntryKind
    subject: str
    """Id of the thing that the entry is about."""
    body: str
    """The thing as canonical JSON; empty for a withdrawal."""
    actor: str
    """Who makes the entry: ``reportedly VERSION`` or a person's name."""
    reason: str
    """Why, in words; never empty."""
    action: Action = Action.ASSERT
    event: Days | None = None
    """When what it speaks of happened or holds."""
    said: Days | None = None
    """When the origin said it."""
    published: date | None = None
    """When the document that carries it was published."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One recorded line of the ledger."""

    number: int
    """1, 2, 3 ... without gaps."""
    batch: int
    """Number of the batch that was acknowledged as one."""
    draft: Draft
    recorded: datetime
    """When the ledger recorded it, UTC."""
    previous_hash: str
    """Hash of the entry before; 64 zeros for the first."""
    hash: str
    """SHA-256 over number, batch, draft, recorded and previous hash."""

    def expected_hash(self) -> str:
        """Return the hash that this entry's own content gives."""
        return digest(self.number, self.batch, canonical_bytes(self.draft), self.recorded, self.previous_hash)
