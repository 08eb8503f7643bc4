"""Make the tables of the catalogue; they are derived from the entries and filled when the workbench is opened."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make all tables, empty."""
    op.create_table("catalogue_state", _number(), sa.Column("settings", sa.String(64), nullable=False))
    _make_event()
    op.create_table("catalogue_card", _number(), *_columns(sa.Text(), "label", "card"))
    _make_claim()
    narrow = (*_columns(_NUMBER, "event_number", "profile"), *_columns(sa.String(2), "grade"))
    op.create_table("catalogue_trait", _number(), *narrow)
    op.create_table("catalogue_profile", _number("profile"), *_columns(sa.Text(), "traits"))
    _make_document()
    op.create_table(
        "catalogue_mark",
        sa.Column("about", sa.String(8), primary_key=True),
        sa.Column("facet", sa.String(16), primary_key=True),
        sa.Column("value", sa.Text(), primary_key=True),
        _number(),
        sqlite_with_rowid=False,
    )
    op.create_index("catalogue_mark_by_number", "catalogue_mark", ["number"])


def _make_event() -> None:
    op.create_table(
        "catalogue_event",
        _number(),
        sa.Column("event", sa.String(64), nullable=False, unique=True),
        *_columns(sa.String(64), "evidence"),
        *_columns(sa.String(16), "kind"),
        *_columns(sa.String(1), "letter"),
        *_columns(sa.Integer(), "digit"),
        *_columns(sa.String(16), "confidence"),
        *_columns(sa.Integer(), "contested", "alarms", "pages", "origins"),
        *_columns(sa.String(10), "first", "last", "newest"),
        *_columns(sa.Float(), "interest"),
        *_columns(_NUMBER, "profile"),
    )
    op.create_index("catalogue_event_by_evidence", "catalogue_event", ["evidence"])
    op.create_index("catalogue_event_by_interest", "catalogue_event", ["interest", "event"])


def _make_claim() -> None:
    op.create_table(
        "catalogue_claim",
        _number(),
        sa.Column("claim", sa.String(64), nullable=False, unique=True),
        *_columns(sa.String(64), "document"),
        *_columns(sa.Integer(), "start"),
        *_columns(sa.String(64), "event", "testimony"),
        *_columns(sa.Text(), "source"),
        *_columns(sa.String(1), "letter", "digit"),
        *_columns(sa.String(10), "day"),
        *_columns(sa.Float(), "worth"),
        *_columns(sa.Text(), "grounds"),
    )
    for name, columns in {
        "document": ["document"],
        "event": ["event"],
        "testimony": ["testimony"],
        "day": ["day", "document", "start"],
        "worth": ["worth", "claim"],
        "source": ["source"],
    }.items():
        op.create_index(f"catalogue_claim_by_{name}", "catalogue_claim", columns)


def _make_document() -> None:
    op.create_table(
        "catalogue_document",
        _number(),
        sa.Column("document", sa.String(64), nullable=False, unique=True),
        *_columns(sa.Text(), "key", "title", "outlet"),
        *_columns(sa.String(10), "day"),
        *_columns(sa.Integer(), "claims", "losses", "characters"),
    )
    op.create_index("catalogue_document_by_day", "catalogue_document", ["day", "document"])
    op.create_index("catalogue_document_by_outlet", "catalogue_document", ["outlet", "day"])


def _number(name: str = "number") -> sa.Column[int]:
    return sa.Column(name, _NUMBER, primary_key=True, autoincrement=False)


def _columns(kind: Any, *names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=False) for name in names]
