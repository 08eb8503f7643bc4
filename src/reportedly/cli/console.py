"""Print to the terminal: text from documents is never read as mark-up, and control characters never reach it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from reportedly.model.document import Refusal
from reportedly.model.errors import EXIT_OK, EXIT_SOME_REFUSED

SHOWN_REFUSALS = 20
WIDTH_WITHOUT_TERMINAL = 110
UNBROKEN = frozenset({"id", "claim id", "when", "published", "pages", "claims", "origins", "entry", "recorded", "code"})
"""Columns whose cells are never broken over two lines."""
SHARES = {"event": 4, "whose word": 3, "sides": 2, "figures": 3}
"""How columns of words share the room that the others leave, where a table has an event to name."""
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def console(error: bool = False) -> Console:
    """Return a console on stdout, or on stderr."""
    stream = sys.stderr if error else sys.stdout
    width = None if stream.isatty() else WIDTH_WITHOUT_TERMINAL
    return Console(stderr=error, highlight=False, width=width)


def plain(text: str, style: str = "") -> Text:
    """Return text to be printed as it stands, control characters shown as a question mark."""
    return Text(_CONTROLS.sub("?", text), style=style)


def short(identifier: str) -> str:
    """Return the beginning of an id, long enough to be told from others."""
    return identifier[:12]


def table(*columns: str, title: str = "", right: Sequence[str] = ()) -> Table:
    """Return an empty table.

    Args:
        columns: headings.
        title: what stands above it.
        right: headings of the columns that hold numbers.
    """
    shares = SHARES if "event" in columns else {}
    heading = plain(title, "bold") if title else None
    made = Table(title=heading, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False, expand=bool(shares))
    for column in columns:
        side: Literal["left", "right"] = "right" if column in right else "left"
        whole = column in UNBROKEN
        made.add_column(column, justify=side, overflow="fold", no_wrap=whole, ratio=shares.get(column))
    return made


def first_of(words: Sequence[str]) -> str:
    """Return the first of several, and how many follow."""
    more = f" +{len(words) - 1}" if len(words) > 1 else ""
    return f"{words[0]}{more}" if words else ""


def add_row(to: Table, *cells: str | Text) -> None:
    """Add a row of plain texts."""
    to.add_row(*(cell if isinstance(cell, Text) else plain(cell) for cell in cells))


def show_refusals(refusals: Sequence[Refusal]) -> None:
    """Print what was not taken as a short table on stderr."""
    if not refusals:
        return
    made = table("code", "where", "what is wrong", "advice", title=f"Not taken: {len(refusals)}")
    for refusal in refusals[:SHOWN_REFUSALS]:
        add_row(made, refusal.code, refusal.where, refusal.what, refusal.advice)
    out = console(error=True)
    out.print(made)
    if len(refusals) > SHOWN_REFUSALS:
        out.print(plain(f"... and {len(refusals) - SHOWN_REFUSALS} more"))


def show_written(paths: Iterable[Path]) -> None:
    """Say which files were written, one a line, so that a terminal can open them."""
    out = console()
    for path in paths:
        out.print(plain(f"wrote {path}"), soft_wrap=True)


def exit_status(refusals: Sequence[Refusal]) -> int:
    """Return the exit status of a command that did what it could."""
    return EXIT_SOME_REFUSED if refusals else EXIT_OK
