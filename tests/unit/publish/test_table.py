"""The table of claims."""

from __future__ import annotations

import csv
import io

import pytest

import story
from reportedly.publish.table import COLUMNS, guarded, render_csv


def rows() -> list[dict[str, str]]:
    """Return the story's table, read back."""
    return list(csv.DictReader(io.StringIO(render_csv(story.dossier()), newline="")))


def test_one_row_a_claim() -> None:
    """Every claim has its row, in the dossier's order."""
    assert [row["claim"] for row in rows()] == [claim.id for claim in story.claims()]


def test_every_column_is_documented() -> None:
    """The heading is the documented list."""
    assert list(rows()[0]) == list(COLUMNS)
    assert all(COLUMNS.values())


def test_a_lower_bound_leaves_the_upper_cell_empty() -> None:
    """No number is made up for a bound that is not stated."""
    row = next(row for row in rows() if row["qualifier"] == "at least")
    assert (row["low"], row["high"]) == ("24", "")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "＝"])
def test_a_cell_that_looks_like_a_formula_is_guarded(start: str) -> None:
    """A spreadsheet takes the cell for text."""
    assert guarded(f"{start}cmd|' /C calc'!A0").startswith("'")


def test_a_plain_cell_stays() -> None:
    """Only dangerous beginnings are touched."""
    assert guarded("200 - about") == "200 - about"
