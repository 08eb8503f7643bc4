"""Make the tables of stories; they are derived from the entries and filled when the next report is added."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make all tables, empty."""
    op.create_table(
        "story_state",
        sa.Column("number", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("settings", sa.String(64), nullable=False),
    )
    _make("story_text", {"text": _key(), "day": _day(), "profile": sa.Text(), "story": _key()}, ["text"], ["story"])
    _make("story_term", {"term": sa.Text(), "day": _day(), "text": _key()}, ["term", "day", "text"], [])
    _make("story_tie", {"left": _key(), "right": _key(), "score": sa.Float()}, ["left", "right"], ["right"])
    _make("story_claim", {"claim": _key(), "document": _key()}, ["claim"], ["document"])
    _make("story_document", {"document": _key(), "text": _key()}, ["document"], ["text"])
    _make("story_drawn", {"kind": sa.String(16), "subject": _key(), "story": _key()}, ["kind", "subject"], ["story"])


def _key() -> sa.String:
    return sa.String(64)


def _day() -> sa.String:
    return sa.String(10)


def _make(table: str, columns: dict[str, Any], key: list[str], by: list[str]) -> None:
    made = (sa.Column(name, kind, primary_key=name in key, nullable=False) for name, kind in columns.items())
    op.create_table(table, *made, sqlite_with_rowid=bool(by))
    for column in by:
        op.create_index(f"{table}_by_{column}", table, [column])
