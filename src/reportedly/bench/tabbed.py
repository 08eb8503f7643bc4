"""Read the rows of a gold table with tabs, for every task whose gold is one."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reportedly.model.errors import InputError


def tabbed_rows(path: Path, needed: Sequence[str], encoding: str = "utf-8") -> list[dict[str, Any]]:
    """Return the rows of a table with a header line, by the names of its columns.

    Args:
        path: the table.
        needed: columns that must be there.
        encoding: of the file.

    Raises:
        InputError: where the file cannot be read, or a column is missing.
    """
    try:
        with path.open(encoding=encoding, newline="") as file:
            rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            columns, lines = tuple(rows.fieldnames or ()), list(rows)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError("E102", f"cannot be read: {error}", str(path), "give a table with tabs") from error
    missing = [name for name in needed if name not in columns]
    if missing:
        raise InputError("E103", f"no column {', '.join(missing)}", str(path), f"name columns {', '.join(needed)}")
    return lines
