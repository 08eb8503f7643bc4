"""Ledgers of the bundled example for tests of review."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare
from reportedly.pipeline.workbench.demo import fill
from reportedly.pipeline.workbench.opening import bring_up_to_date
from review_forms import Person


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the bundled example; read only."""
    ledger = tmp_path_factory.mktemp("review") / "example.db"
    fill(ledger, prepare(Settings()))
    bring_up_to_date(ledger, prepare(Settings()))
    return ledger


@pytest.fixture
def ledger(filled: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    return Path(shutil.copy(filled, tmp_path / "own.db"))


@pytest.fixture
def person(ledger: Path) -> Person:
    """A person who works with a ledger of the test's own."""
    return Person.at(ledger)


@pytest.fixture
def reader(filled: Path) -> Person:
    """A person who only looks."""
    return Person.at(filled)
