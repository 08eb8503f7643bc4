"""The how-to lists what the import of coded claims reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.claims.coded_changes import TABLE, changes_of
from reportedly.read.coded_columns import COLUMNS, Column

PAGE = (Path(__file__).parents[2] / "docs" / "how-to.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.name)
def test_each_column_is_listed(column: Column) -> None:
    """With what its cells say and its other headings."""
    others = ", ".join(f"`{name}`" for name in column.others)
    assert f"| `{column.name}` | {column.what} | {others} |" in PAGE


@pytest.mark.parametrize("kind", [kind for kind, _ in TABLE])
def test_each_word_of_the_table_of_changes_means_its_type(kind: str) -> None:
    """What the page says of ``distortion`` is what the program reads."""
    line = next(line for line in PAGE.splitlines() if line.startswith(f"| {kind} | `"))
    words = line.split("|")[2].split("`")[1::2]
    assert {kind} == {found for word in words for found in (one.type for one in changes_of(word))}
