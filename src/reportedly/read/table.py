"""Cut a table (CSV, TSV, as spreadsheets save them) into rows of cells by column."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportedly.model.document import Capture, Loss, Refusal
from reportedly.read.cleaning import clean
from reportedly.read.coded_columns import column_of
from reportedly.read.codes import refuse
from reportedly.read.decoding import decode

DELIMITERS = ",;\t|"
"""Signs between cells; spreadsheets write semicolons where the comma parts decimals."""
MOST_ROWS = 200_000
MOST_CELL = 100_000
"""Rows of a table and characters of a cell beyond which they are refused."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row with its cells by column; empty cells are left out."""

    line: int
    """The line on which it begins, from 1."""
    cells: Mapping[str, str]
    where: str
    """File and line, for refusals."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A table cut into rows."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    refusals: tuple[Refusal, ...]
    losses: tuple[Loss, ...] = ()


def cut(capture: Capture) -> Cut:
    """Return the rows of a table; a row that does not fit its header is refused, and the rest goes on.

    The first line that is not empty is the header. Headings are compared without case, with any of their names.

    Args:
        capture: the file's bytes, in any encoding that ``decode`` knows.
    """
    decoded = decode(capture.content)
    if decoded is None:
        return Cut((), (), (refuse("R206", capture.origin),))
    text = clean(decoded.text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    lines = _lines(text.text, _delimiter(text.text))
    try:
        header = next(((line, cells) for line, cells in lines if any(cells)), None)
    except csv.Error as error:
        return Cut((), (), (refuse("R220", capture.origin, str(error)),))
    if header is None:
        return Cut((), (), (refuse("R220", capture.origin),))
    columns = tuple(column_of(cell) for cell in header[1])
    twice = [name for name, count in Counter(name for name in columns if name).items() if count > 1]
    if twice:
        return Cut(columns, (), (refuse("R221", f"{capture.origin}:{header[0]}", ", ".join(sorted(twice))),))
    rows, refusals = _rows(lines, columns, capture.origin)
    return Cut(columns, tuple(rows), tuple(refusals), (*decoded.losses, *text.losses))


def _delimiter(text: str) -> str:
    """Return the sign that parts most headings of the header; the comma where none does."""
    header = next((line for line in text.split("\n") if line.strip()), "")
    if header.casefold().startswith("sep=") and len(header.strip()) == 5:
        return header.strip()[4]
    return max(DELIMITERS, key=lambda sign: (header.count(sign), -DELIMITERS.index(sign)))


def _lines(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(max(csv.field_size_limit(), MOST_CELL + 1))
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    line = 1
    for cells in reader:
        if not (line == 1 and len(cells) <= 2 and cells and cells[0].casefold().startswith("sep=")):
            yield line, [" ".join(cell.split()) for cell in cells]
        line = reader.line_num + 1


def _rows(
    lines: Iterator[tuple[int, list[str]]], columns: tuple[str, ...], origin: str
) -> tuple[list[Row], list[Refusal]]:
    rows: list[Row] = []
    refusals: list[Refusal] = []
    try:
        for line, cells in lines:
            where = f"{origin}:{line}"
            if not any(cells):
                continue
            if len(rows) == MOST_ROWS:
                refusals.append(refuse("R223", where, f"the limit is {MOST_ROWS:,}"))
                break
            problem = _misfit(cells, columns)
            if problem:
                refusals.append(refuse("R222", where, problem))
                continue
            known = {name: cell for name, cell in zip(columns, cells, strict=False) if name and cell}
            rows.append(Row(line, known, where))
    except csv.Error as error:
        refusals.append(refuse("R222", origin, f"after row {len(rows)}: {error}"))
    return rows, refusals


def _misfit(cells: list[str], columns: tuple[str, ...]) -> str:
    if any(cells[len(columns) :]):
        return f"{len(cells)} cells under {len(columns)} headings"
    long = next((name for name, cell in zip(columns, cells, strict=False) if len(cell) > MOST_CELL), None)
    return f"column {long} is longer than {MOST_CELL:,} characters" if long is not None else ""
