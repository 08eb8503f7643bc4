"""Make the tables of an empty ledger, its guards and its word index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from reportedly.ledger import sqlite

revision = "0001"
down_revision = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make everything in one transaction."""
    _make_entry()
    op.create_table(
        "content",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("size", _NUMBER, nullable=False),
        sa.Column("compressed", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "current_entry",
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("subject", sa.String(64), primary_key=True),
        sa.Column("number", _NUMBER, nullable=False),
    )
    for statement in (*sqlite.GUARDS_0001.values(), sqlite.WORDS_0001, sqlite.MARK_0001):
        op.execute(statement)


def _make_entry() -> None:
    op.create_table(
        "entry",
        sa.Column("number", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("batch", _NUMBER, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("subject", sa.String(64), nullable=False),
        sa.Column("action", sa.String(16), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("body", "actor", "reason")),
        *(sa.Column(name, sa.String(10)) for name in ("event_first", "event_last", "said_first", "said_last")),
        sa.Column("published", sa.String(10)),
        sa.Column("recorded", sa.String(32), nullable=False),
        sa.Column("previous_hash", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    )
    op.create_index("entry_by_subject", "entry", ["subject", "kind"])
    op.create_index("entry_by_kind", "entry", ["kind"])
