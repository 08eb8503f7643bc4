"""Bring a ledger's tables to the newest form, in one transaction, without any ini file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext, MigrationStep, RevisionStep
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from reportedly.ledger import faults

NEWEST = "0004"
"""The form that this program reads and writes: the revision of the last file in ``migrations/versions``."""
_SCRIPTS = Path(__file__).parent / "migrations"


def form_of(connection: Connection) -> str | None:
    """Return the revision that a ledger has; None for an empty file."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def require_newest(connection: Connection, path: Path) -> None:
    """Refuse a ledger that this program cannot read as it is.

    Raises:
        LedgerError: E302 for an empty file, E303 for a newer form, E304 for an older one.
    """
    form = form_of(connection)
    if form is None:
        raise faults.foreign(path, "the file is empty")
    if form != NEWEST:
        raise faults.older(path, form) if form in _known(_directory()) else faults.newer(path, form)


def upgrade(connection: Connection, path: Path) -> None:
    """Run the missing migrations inside the caller's transaction, so that all of them hold or none.

    Raises:
        LedgerError: E303, where a newer program wrote the ledger.
    """
    form = form_of(connection)
    if form == NEWEST:
        return
    directory = _directory()
    if form is not None and form not in _known(directory):
        raise faults.newer(path, form)

    def steps(heads: Any, _: MigrationContext) -> Iterable[RevisionStep]:
        scripts = reversed(list(directory.iterate_revisions("head", heads or "base", implicit_base=True)))
        return [MigrationStep.upgrade_from_script(directory.revision_map, script) for script in scripts]

    context = MigrationContext.configure(connection, opts={"fn": steps, "script": directory})
    with Operations.context(context):
        context.run_migrations()


def _directory() -> ScriptDirectory:
    return ScriptDirectory(_SCRIPTS)


def _known(directory: ScriptDirectory) -> frozenset[str]:
    return frozenset(script.revision for script in directory.walk_revisions())
