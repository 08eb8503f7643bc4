"""The tables of the catalogue: what pages list, find and count, one row an event, a claim or a document.

Rows are keyed by the number of the entry that holds, which is also the row of the word index.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, Index, Integer, String, Table, Text

from reportedly.ledger.tables import METADATA, NUMBER

CATALOGUE_STATE = Table(
    "catalogue_state",
    METADATA,
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    Column("settings", String(64), nullable=False),
)
"""At most one row: the entry up to which the catalogue holds, and the settings under which it was made."""

CATALOGUE_EVENT = Table(
    "catalogue_event",
    METADATA,
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    Column("event", String(64), nullable=False, unique=True),
    Column("evidence", String(64), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("letter", String(1), nullable=False),
    Column("digit", Integer(), nullable=False),
    Column("confidence", String(16), nullable=False),
    Column("contested", Integer(), nullable=False),
    Column("alarms", Integer(), nullable=False),
    Column("pages", Integer(), nullable=False),
    Column("origins", Integer(), nullable=False),
    Column("first", String(10), nullable=False),
    Column("last", String(10), nullable=False),
    Column("newest", String(10), nullable=False),
    Column("interest", Float(), nullable=False),
    Column("profile", NUMBER, nullable=False),
    Index("catalogue_event_by_evidence", "evidence"),
    Index("catalogue_event_by_interest", "interest", "event"),
)
"""Events with everything by which they are chosen and ordered; days that are not known are empty."""

CATALOGUE_CARD = Table(
    "catalogue_card",
    METADATA,
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    Column("label", Text(), nullable=False),
    Column("card", Text(), nullable=False),
)
"""The cards of events as JSON, apart from what is searched so that a search does not read them."""

CATALOGUE_CLAIM = Table(
    "catalogue_claim",
    METADATA,
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    Column("claim", String(64), nullable=False, unique=True),
    Column("document", String(64), nullable=False),
    Column("start", Integer(), nullable=False),
    Column("event", String(64), nullable=False),
    Column("testimony", String(64), nullable=False),
    Column("source", Text(), nullable=False),
    Column("letter", String(1), nullable=False),
    Column("digit", String(1), nullable=False),
    Column("day", String(10), nullable=False),
    Column("worth", Float(), nullable=False),
    Column("grounds", Text(), nullable=False),
    Index("catalogue_claim_by_document", "document"),
    Index("catalogue_claim_by_event", "event"),
    Index("catalogue_claim_by_testimony", "testimony"),
    Index("catalogue_claim_by_day", "day", "document", "start"),
    Index("catalogue_claim_by_worth", "worth", "claim"),
    Index("catalogue_claim_by_source", "source"),
)
"""Claims with their place, whose word they are and what looking at them is worth; what is not known is empty."""

CATALOGUE_TRAIT = Table(
    "catalogue_trait",
    METADATA,
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    Column("event_number", NUMBER, nullable=False),
    Column("profile", NUMBER, nullable=False),
    Column("grade", String(2), nullable=False),
)
"""Claims once more in narrow rows, for counting many: number, that of the event (0 = none), profile, grade."""

CATALOGUE_PROFILE = Table(
    "catalogue_profile",
    METADATA,
    Column("profile", NUMBER, primary_key=True, autoincrement=False),
    Column("traits", Text(), nullable=False),
)
"""Combinations of sides, sorts of sources, kind and measures that claims and events have, as JSON."""

CATALOGUE_DOCUMENT = Table(
    "catalogue_document",
    METADATA,
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    Column("document", String(64), nullable=False, unique=True),
    Column("key", Text(), nullable=False),
    Column("title", Text(), nullable=False),
    Column("outlet", Text(), nullable=False),
    Column("day", String(10), nullable=False),
    Column("claims", Integer(), nullable=False),
    Column("losses", Integer(), nullable=False),
    Column("characters", Integer(), nullable=False),
    Index("catalogue_document_by_day", "day", "document"),
    Index("catalogue_document_by_outlet", "outlet", "day"),
)
"""Documents without their texts."""

CATALOGUE_MARK = Table(
    "catalogue_mark",
    METADATA,
    Column("about", String(8), primary_key=True),
    Column("facet", String(16), primary_key=True),
    Column("value", Text(), primary_key=True),
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    Index("catalogue_mark_by_number", "number"),
    sqlite_with_rowid=False,
)
"""The places and sources of events, and the places of claims."""

CATALOGUE_TABLES = (
    CATALOGUE_STATE,
    CATALOGUE_EVENT,
    CATALOGUE_CARD,
    CATALOGUE_CLAIM,
    CATALOGUE_TRAIT,
    CATALOGUE_PROFILE,
    CATALOGUE_DOCUMENT,
    CATALOGUE_MARK,
)
