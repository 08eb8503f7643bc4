"""Read tables of running totals: which column holds the day, which the totals, and what each of them is."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from reportedly.model.errors import InputError
from reportedly.model.running import Column, Reading, Role, Wanted

MOSTLY = 0.9
"""Share of cells that must be days or numbers for a column to hold such."""
FALLING = 0.2
"""Share of steps down from which on a column is no running total."""
SEVERAL = 0.2
"""Share of days with several rows from which on the rows are of different things."""
LEAST = 3
"""Figures below which a column tells nothing."""
_DAY_NAMES = ("date", "day", "as_of", "isodate", "date_recorded")
_FORMS = ("%Y-%m-%d", "%d.%m.%Y", "%Y/%m/%d", "%Y%m%d")
_NAMED = re.compile(r"named|names|confirmed|identified|obituar", re.IGNORECASE)
_SEEN = re.compile(r"visual|photo|seen|picture|oryx", re.IGNORECASE)
_DERIVED = re.compile(r"diff|delta|change|increment", re.IGNORECASE)

Row = Mapping[str, str]


def read_running(content: bytes, name: str, wanted: Wanted) -> list[Column]:
    """Return the columns of running totals of one table.

    Args:
        content: a table with commas, semicolons or tabs and a header, or JSON: a list of objects.
        name: the file's name, for messages and for guessing what its columns are.
        wanted: what the user says about it.

    Raises:
        InputError: where it is no such table, no column holds days, several rows hold one day, or a column named by the
            user holds no numbers.
    """
    rows = [row for row in _rows(content, name) if all((row.get(key) or "") == value for key, value in wanted.where)]
    if not rows:
        raise InputError("E103", "no rows", name, "give a table with a header, or other words to --where")
    day = _day_column(rows, name, wanted.day)
    _refuse_several(rows, day, name)
    dated = [(when, row) for row in rows if (when := parse_day(row.get(day) or "")) is not None]
    dated.sort(key=lambda one: one[0])
    if wanted.columns:
        return [
            _column(dated, column, role or guess(column, name), name)
            for column, role in wanted.columns
            if any(column in row for row in rows)
        ]
    names = [key for key in dict.fromkeys(key for row in rows for key in row) if key != day]
    found = [_column(dated, key, guess(key, name), name) for key in names if _looks_running(dated, key)]
    if not found:
        advice = "name it with --column" + "".join(f", or choose rows: {each}" for each in _telling(rows, day))
        raise InputError("E103", "no column looks like a running total", name, advice)
    return found


def _rows(content: bytes, name: str) -> list[Row]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("E102", f"cannot be read: {error}", name, "give the table as UTF-8") from error
    if text.lstrip()[:1] in {"[", "{"}:
        return _json_rows(text, name)
    header = text.partition("\n")[0]
    cut = max(",;\t", key=header.count)
    try:
        return [
            {
                key: (cell or "").strip()
                for key, cell in row.items()
                if isinstance(key, str) and not isinstance(cell, list)
            }
            for row in csv.DictReader(io.StringIO(text), delimiter=cut, skipinitialspace=True)
        ]
    except csv.Error as error:
        raise InputError("E102", f"cannot be read: {error}", name, "give a table with a header") from error


def _json_rows(text: str, name: str) -> list[Row]:
    advice = "give a list of objects, each with a day and numbers"
    try:
        data: Any = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError("E103", f"no JSON: {error}", name, advice) from error
    if isinstance(data, dict):
        lists = [value for value in data.values() if isinstance(value, list)]
        if len(lists) == 1:
            data = lists[0]
        elif data and all(parse_day(key) for key in data):
            data = [
                {"date": key, **(value if isinstance(value, dict) else {"total": value})} for key, value in data.items()
            ]
    if not isinstance(data, list) or not all(isinstance(row, dict) for row in data):
        raise InputError("E103", "no list of objects", name, advice)
    return [{str(key): "" if cell is None else str(cell).strip() for key, cell in row.items()} for row in data]


def parse_day(cell: str) -> date | None:
    """Return the day that a cell names, as ISO, with dots or with slashes (year first); None where it names none."""
    words = cell.strip().split("T")[0].split(" ")[0]
    for form in _FORMS:
        try:
            return datetime.strptime(words, form).date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
    return None


def parse_total(cell: str) -> float | None:
    """Return the number that a cell holds, with or without marks between thousands; None where it holds none.

    ``1.000`` is none: it is a thousand to some and one to others.
    """
    words = re.sub(r"(?<=\d)[,\u00a0\u202f ](?=\d{3}\b)", "", cell.strip())
    return float(words) if re.fullmatch(r"(?![1-9]\d{0,2}\.\d{3}$)\d+(?:\.\d+)?", words) else None


def _day_column(rows: Sequence[Row], name: str, given: str) -> str:
    keys = list(dict.fromkeys(key for row in rows for key in row))
    if given:
        if given not in keys:
            raise InputError("E103", f"no column {given}", name, f"its columns are {', '.join(keys)}")
        return given
    fitting = [key for key in keys if _share(rows, key, parse_day) >= MOSTLY and not key.isdecimal()]
    first = next((key for wanted in _DAY_NAMES for key in fitting if key.casefold() == wanted), None)
    found = first or next(iter(fitting), None)
    if found is None:
        raise InputError("E103", "no column holds days", name, "name it with --date; days are read as 2024-12-20")
    return found


def _share(rows: Sequence[Row], key: str, parse: Any) -> float:
    cells = [cell for row in rows if (cell := row.get(key) or "")]
    return sum(parse(cell) is not None for cell in cells) / len(cells) if cells else 0.0


def _refuse_several(rows: Sequence[Row], day: str, name: str) -> None:
    """Refuse a table in which many days have several rows: they are of different things."""
    days = Counter(row.get(day) or "" for row in rows)
    if sum(number > 1 for number in days.values()) <= SEVERAL * len(days):
        return
    advice = f"choose rows: {', '.join(_telling(rows, day)) or 'no column tells them apart'}"
    raise InputError("E103", "several rows a day", name, advice)


def _telling(rows: Sequence[Row], day: str) -> list[str]:
    """Return by which words rows of different things can be told apart, as options."""
    found = []
    for key in rows[0]:
        words = {row.get(key) or "" for row in rows}
        tells = key and key != day and 1 < len(words) < len(rows)
        if tells and _share(rows, key, parse_total) < 1 - MOSTLY and _share(rows, key, parse_day) < MOSTLY:
            found.append(f"--where {key}=WORDS ({len(words)} different)")
    return found


def _looks_running(dated: Sequence[tuple[date, Row]], key: str) -> bool:
    rows = [row for _, row in dated]
    if _DERIVED.search(key) or _share(rows, key, parse_total) < MOSTLY:
        return False
    pairs = list(_figures(dated, key))
    values = [value for _, value in pairs]
    if len(values) < LEAST or values[0] >= values[-1]:
        return False
    counted_days = all(
        two.value - one.value == (two.day - one.day).days for one, two in pairwise(_readings(dated, key))
    )
    falls = sum(two < one for one, two in pairwise(values))
    return not counted_days and falls <= FALLING * len(values)


def _figures(dated: Iterable[tuple[date, Row]], key: str) -> Iterable[tuple[date, float]]:
    for day, row in dated:
        value = parse_total(row.get(key) or "")
        if value is not None:
            yield day, value


def _readings(dated: Iterable[tuple[date, Row]], key: str) -> tuple[Reading, ...]:
    return tuple(Reading(day, value) for day, value in _figures(dated, key))


def _column(dated: Sequence[tuple[date, Row]], key: str, role: Role, name: str) -> Column:
    readings = _readings(dated, key)
    if len(readings) < LEAST:
        raise InputError("E103", f"column {key} holds fewer than {LEAST} numbers", name, "name another with --column")
    return Column(key, name, role, readings)


def guess(column: str, file: str) -> Role:
    """Return what a column is, by its name and then its file's: names, pictures, or else a claim."""
    for words in (column, file):
        if _NAMED.search(words):
            return Role.NAMED
        if _SEEN.search(words):
            return Role.SEEN
    return Role.CLAIM
