"""Guard predictions: the table of entries takes one entry about each and no other."""

from __future__ import annotations

from alembic import op

from reportedly.ledger import sqlite

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the guard; no table changes."""
    for statement in sqlite.GUARDS_0003.values():
        op.execute(statement)
