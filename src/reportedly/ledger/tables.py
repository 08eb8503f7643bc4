"""The tables of the ledger, and entries as their rows.

Days and times are stored as text in one fixed form (ISO 8601), so that the stored bytes, not only their meaning, are
bound by the hash: ``entry_of`` refuses a row that it would not have written itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import TypeAlias

from sqlalchemy import BigInteger, Column, Float, Index, Integer, LargeBinary, MetaData, String, Table, Text

from reportedly.model.days import Days
from reportedly.model.entry import Action, Draft, Entry, EntryKind

Row: TypeAlias = dict[str, int | str | None]
"""One row of ``entry``: column -> stored value."""

METADATA = MetaData()
NUMBER = BigInteger().with_variant(Integer(), "sqlite")
"""Type of the numbers of entries."""

ENTRY = Table(
    "entry",
    METADATA,
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    Column("batch", NUMBER, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("action", String(16), nullable=False),
    Column("body", Text(), nullable=False),
    Column("actor", Text(), nullable=False),
    Column("reason", Text(), nullable=False),
    Column("event_first", String(10)),
    Column("event_last", String(10)),
    Column("said_first", String(10)),
    Column("said_last", String(10)),
    Column("published", String(10)),
    Column("recorded", String(32), nullable=False),
    Column("previous_hash", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Index("entry_by_subject", "subject", "kind"),
    Index("entry_by_kind", "kind"),
)
"""The lines of the ledger."""

CONTENT = Table(
    "content",
    METADATA,
    Column("sha256", String(64), primary_key=True),
    Column("size", NUMBER, nullable=False),
    Column("compressed", LargeBinary(), nullable=False),
)
"""The bytes of captures by their hash, compressed with zlib; ``size`` is their length uncompressed."""

CURRENT = Table(
    "current_entry",
    METADATA,
    Column("kind", String(16), primary_key=True),
    Column("subject", String(64), primary_key=True),
    Column("number", NUMBER, nullable=False),
)
"""The current view: the entry that holds for each subject; derived from ``entry``."""

STORY_STATE = Table(
    "story_state",
    METADATA,
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    Column("settings", String(64), nullable=False),
)
"""At most one row: the entry up to which the tables of stories hold, and the settings under which they were drawn."""

STORY_TEXT = Table(
    "story_text",
    METADATA,
    Column("text", String(64), primary_key=True),
    Column("day", String(10), nullable=False),
    Column("profile", Text(), nullable=False),
    Column("story", String(64), nullable=False),
    Index("story_text_by_story", "story"),
)
"""Texts with their profiles and the story that each belongs to; derived, like all tables of stories."""

STORY_TERM = Table(
    "story_term",
    METADATA,
    Column("term", Text(), primary_key=True),
    Column("day", String(10), primary_key=True),
    Column("text", String(64), primary_key=True),
    sqlite_with_rowid=False,
)
"""The lists in which texts are looked up: term, then day, then text."""

STORY_TIE = Table(
    "story_tie",
    METADATA,
    Column("left", String(64), primary_key=True),
    Column("right", String(64), primary_key=True),
    Column("score", Float(), nullable=False),
    Index("story_tie_by_right", "right"),
)
"""Tied texts, the key that sorts first on the left."""

STORY_CLAIM = Table(
    "story_claim",
    METADATA,
    Column("claim", String(64), primary_key=True),
    Column("document", String(64), nullable=False),
    Index("story_claim_by_document", "document"),
)
"""The document that each claim stands in."""

STORY_DOCUMENT = Table(
    "story_document",
    METADATA,
    Column("document", String(64), primary_key=True),
    Column("text", String(64), nullable=False),
    Index("story_document_by_text", "text"),
)
"""The text that each document carries."""

STORY_DRAWN = Table(
    "story_drawn",
    METADATA,
    Column("kind", String(16), primary_key=True),
    Column("subject", String(64), primary_key=True),
    Column("story", String(64), nullable=False),
    Index("story_drawn_by_story", "story"),
)
"""What was drawn from each story; what people judged stands under the empty story, and what they decided about a claim
under the claim's document."""

STORY_TABLES = (STORY_STATE, STORY_TEXT, STORY_TERM, STORY_TIE, STORY_CLAIM, STORY_DOCUMENT, STORY_DRAWN)


def row_of(entry: Entry) -> Row:
    """Return the row that stores an entry."""
    draft = entry.draft
    event, said = _days(draft.event), _days(draft.said)
    return {
        "number": entry.number,
        "batch": entry.batch,
        "kind": draft.kind.value,
        "subject": draft.subject,
        "action": draft.action.value,
        "body": draft.body,
        "actor": draft.actor,
        "reason": draft.reason,
        "event_first": event[0],
        "event_last": event[1],
        "said_first": said[0],
        "said_last": said[1],
        "published": draft.published.isoformat() if draft.published else None,
        "recorded": moment_text(entry.recorded),
        "previous_hash": entry.previous_hash,
        "hash": entry.hash,
    }


def entry_of(row: Mapping[str, object]) -> Entry:
    """Return the entry that a row stores.

    Raises:
        ValueError: where the row does not hold exactly what ``row_of`` writes.
    """
    stored = dict(row)
    draft = Draft(
        kind=EntryKind(_text(stored, "kind")),
        subject=_text(stored, "subject"),
        body=_text(stored, "body"),
        actor=_text(stored, "actor"),
        reason=_text(stored, "reason"),
        action=Action(_text(stored, "action")),
        event=_interval(stored, "event"),
        said=_interval(stored, "said"),
        published=_day(stored, "published"),
    )
    entry = Entry(
        number=_integer(stored, "number"),
        batch=_integer(stored, "batch"),
        draft=draft,
        recorded=datetime.fromisoformat(_text(stored, "recorded")),
        previous_hash=_text(stored, "previous_hash"),
        hash=_text(stored, "hash"),
    )
    if row_of(entry) != stored:
        raise ValueError("a day, time or number is not in the form in which the ledger writes it")
    return entry


def moment_text(moment: datetime) -> str:
    """Return a time as stored: UTC to the microsecond, of fixed length, so that text order is order in time.

    Raises:
        ValueError: for a time without a zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a time without a zone has no place in the ledger")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _days(days: Days | None) -> tuple[str | None, str | None]:
    return (days.first.isoformat(), days.last.isoformat()) if days else (None, None)


def _text(row: Mapping[str, object], column: str) -> str:
    value = row[column]
    if not isinstance(value, str):
        raise ValueError(f"{column} is no text")
    return value


def _integer(row: Mapping[str, object], column: str) -> int:
    value = row[column]
    if not isinstance(value, int):
        raise ValueError(f"{column} is no number")
    return value


def _day(row: Mapping[str, object], column: str) -> date | None:
    return None if row[column] is None else date.fromisoformat(_text(row, column))


def _interval(row: Mapping[str, object], name: str) -> Days | None:
    first, last = _day(row, f"{name}_first"), _day(row, f"{name}_last")
    if first is None or last is None:
        if first is not last:
            raise ValueError(f"{name} has one end only")
        return None
    return Days(first, last)
