"""The task ``fusion``: tables in, values with probabilities out."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.bench.fusion import named, read_votes
from reportedly.bench.tasks import run_task
from reportedly.model.errors import InputError
from reportedly.model.votes import Vote
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare

ROWS = "object\tsource\tvalue\tvia\tnote\no1\ta\tx\t\tq\no1\tb\tx\ta\tq\no1\tc\ty\tciting A\tq\n"
NAMES = {("harbour", "radio"): "Harbour Radio", ("radio",): "Radio"}


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    """Write a small table of claims."""
    path = tmp_path / "claims.tsv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def test_the_attribution_column_is_read(claims: Path) -> None:
    """The name in it is led to the source that bears it."""
    assert read_votes(claims) == [Vote("o1", "a", "x"), Vote("o1", "b", "x", "a"), Vote("o1", "c", "y", "a")]


def test_values_are_written_as_the_scorer_reads_them(claims: Path, tmp_path: Path) -> None:
    """One line an object with value and probability under a header."""
    out = tmp_path / "out.tsv"
    run_task("fusion", claims, out, prepare(Settings(executor="serial")))
    header, line = out.read_text(encoding="utf-8").splitlines()
    assert header.split("\t") == ["object", "value", "prob"]
    assert line.split("\t")[:2] == ["o1", "x"]


def test_truth_beside_the_claims_is_not_looked_at(claims: Path) -> None:
    """Figures are the same with and without the generator's other files."""
    before = run_task("fusion", claims, None, prepare(Settings(executor="serial")))
    (claims.parent / "truth.tsv").write_text("object\tvalue\no1\ty\n", encoding="utf-8")
    (claims.parent / "copies.tsv").write_text("source\tparent\nb\tc\n", encoding="utf-8")
    assert run_task("fusion", claims, None, prepare(Settings(executor="serial"))) == before


def test_the_longest_name_in_an_attribution_is_taken() -> None:
    """A name that is part of another does not hide it."""
    assert named("according to Harbour Radio.", NAMES, 2) == "Harbour Radio"


def test_an_unknown_name_stays_as_it_is() -> None:
    """An origin without rows of its own is an origin all the same."""
    assert named("The Agency", NAMES, 2) == "The Agency"


@pytest.mark.parametrize("text", ["", "-", "unknown", "own", "N/A"])
def test_words_for_nobody_name_nobody(text: str) -> None:
    """A cell that says that nothing is known is an empty one."""
    assert named(text, NAMES, 2) == ""


@pytest.mark.parametrize("text", ["", "object\tvalue\no\tx\n", "object\tsource\tvalue\n"])
def test_a_table_that_cannot_be_used_is_refused(tmp_path: Path, text: str) -> None:
    """Without the columns or without rows there is an error, no figure."""
    path = tmp_path / "broken.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError):
        read_votes(path)
