"""Migrations make the tables that the program expects, and refuse what they do not know."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from ledger_samples import open_ledger, raw
from reportedly.ledger import migrate
from reportedly.ledger.store import Ledger
from reportedly.ledger.tables import METADATA
from reportedly.model.errors import LedgerError


def with_form(path: Path, form: str) -> Path:
    """Make a ledger that says it has another form."""
    open_ledger(path).close()
    with raw(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (form,))
    return path


def test_the_newest_form_is_the_last_migration() -> None:
    """The constant that readers compare with names the head of the migrations."""
    assert ScriptDirectory(migrate._SCRIPTS).get_current_head() == migrate.NEWEST


def test_migrated_tables_are_the_declared_ones(tmp_path: Path) -> None:
    """Running all migrations gives exactly the tables, columns and indexes in ``tables``."""
    with open_ledger(tmp_path / "a.db") as ledger, ledger._transaction() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), METADATA)
    assert [d for d in differences if "word_index" not in str(d)] == []


@pytest.mark.parametrize("write", [True, False])
def test_a_newer_ledger_is_refused_and_left_alone(tmp_path: Path, write: bool) -> None:
    """A form that this program does not know is refused for reading and writing, with advice."""
    path = with_form(tmp_path / "a.db", "9999")
    with pytest.raises(LedgerError, match="newer") as caught:
        Ledger.open(path, write=write)
    assert caught.value.code == "E303"
    assert "install the newest" in caught.value.advice


def test_an_older_ledger_is_not_read_without_updating(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader refuses a known older form and says how to update it."""
    path = with_form(tmp_path / "a.db", "0001")
    monkeypatch.setattr(migrate, "NEWEST", "0002")
    with pytest.raises(LedgerError, match="for writing") as caught:
        Ledger.open(path)
    assert caught.value.code == "E304"


def test_a_failed_migration_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the making of a ledger fails, no ledger is there, and a later opening starts afresh."""
    monkeypatch.setattr("reportedly.ledger.sqlite.MARK_0001", "THIS IS NO SQL")
    with pytest.raises(LedgerError):
        open_ledger(tmp_path / "a.db")
    monkeypatch.undo()
    assert not (tmp_path / "a.db").exists()
    open_ledger(tmp_path / "a.db").close()
