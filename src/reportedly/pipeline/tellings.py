"""Tables of reports: read them, and trace who took it from whom."""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping
from pathlib import Path

from reportedly.evidence.quantity.fused import fused_numbers
from reportedly.evidence.relays import trace_tellings
from reportedly.model.errors import InputError
from reportedly.model.tellings import FusedNumber, Telling, TellingForest

NEEDED = ("event", "report")
"""Columns that a table must have; outlet, hour, qualifier, value and stated are read where they are there."""


def read_tellings(path: Path) -> tuple[Telling, ...]:
    """Read a table with tabs between its columns and their names in its first line.

    Raises:
        InputError: where the file cannot be read, a needed column is not there, a number is none, or two reports of
            one event have one name.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            table = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            missing = [name for name in NEEDED if name not in (table.fieldnames or ())]
            if missing:
                raise InputError("E103", f"no column {missing[0]}", str(path), "give a table of reports with tabs")
            tellings = tuple(_telling(row, f"{path}, line {number}") for number, row in enumerate(table, 2))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError("E102", f"cannot be read: {error}", str(path), "give a table of reports with tabs") from error
    seen: set[tuple[str, str]] = set()
    for one in tellings:
        if (one.event, one.report) in seen:
            raise InputError("E103", f"report {one.report} stands twice in event {one.event}", str(path), "rename one")
        seen.add((one.event, one.report))
    return tellings


def fuse_table(path: Path) -> tuple[tuple[TellingForest, ...], tuple[FusedNumber, ...]]:
    """Return the lineage of each event of a table, and the number that the figures of its origins make most probable.

    Raises:
        InputError: where the table cannot be used.
    """
    tellings = read_tellings(path)
    forests = tuple(trace_tellings(tellings))
    return forests, fused_numbers(tellings, forests)


def _telling(row: Mapping[str, str | None], where: str) -> Telling:
    text = {name: (row.get(name) or "").strip() for name in (*NEEDED, "outlet", "qualifier", "stated")}
    return Telling(
        text["event"],
        text["report"],
        text["outlet"],
        _number(row.get("hour"), where, "hour"),
        text["qualifier"],
        _number(row.get("value"), where, "value"),
        text["stated"],
    )


def _number(text: str | None, where: str, column: str) -> float | None:
    if text is None or not text.strip():
        return None
    try:
        number = float(text)
    except ValueError as error:
        raise InputError("E103", f"{column} is no number: {text}", where, "repair the line") from error
    if not math.isfinite(number) or (column == "value" and number < 0):
        raise InputError("E103", f"{column} is no usable number: {text}", where, "repair the line")
    return number
