"""The demonstration shows what reading the bundled example gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.ledger.verify import verify
from reportedly.model.errors import SettingsError
from reportedly.pipeline.reading import Coded
from reportedly.pipeline.run import dossier_of, draw
from reportedly.pipeline.toolkit import Toolkit
from reportedly.pipeline.workbench.demo import fill, packed, read_example


@pytest.fixture(scope="module")
def filled(tools: Toolkit, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that the demonstration filled."""
    ledger = tmp_path_factory.mktemp("demo") / "demo.db"
    fill(ledger, tools)
    return ledger


def test_what_is_bundled_is_what_reading_gives(coded: tuple[Coded, ...]) -> None:
    """Documents and claims are those of the present readers; else run training/read_example.py."""
    fresh, bundled = (sorted(one, key=lambda each: each.document.id) for one in (coded, read_example()))
    assert [packed([one]) for one in bundled] == [packed([one]) for one in fresh]


def test_the_ledger_gives_the_examples_dossier(filled: Path, coded: tuple[Coded, ...], tools: Toolkit) -> None:
    """The assessment is the one that the files give."""
    assert dossier_of(filled, tools).dossier.assessment == draw(coded, tools).assessment


def test_the_ledger_verifies(filled: Path) -> None:
    """Nothing in the chain or in the view is amiss."""
    assert verify(filled).damage == ()


def test_a_ledger_that_is_there_is_left_alone(filled: Path, tools: Toolkit) -> None:
    """The demonstration fills a new file only."""
    with pytest.raises(SettingsError, match="E284"):
        fill(filled, tools)
