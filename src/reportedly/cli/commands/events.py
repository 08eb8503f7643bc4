"""``reportedly events``: list what the claims of a ledger are about."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json

if TYPE_CHECKING:
    from reportedly.pipeline.summary import EventRow


@click.command("events")
@options.ledger_option
@options.view_options
@options.actors_option
@options.convention_option
@options.json_option
def command(ledger: Path, as_json: bool, **chosen: Any) -> None:
    """List events with pages, origins, sides, figures and grade.

    \b
    Example:
      reportedly events --ledger case.db --as-of 2024-12-20
    """
    from reportedly.model.codec import to_data
    from reportedly.pipeline.run import dossier_of
    from reportedly.pipeline.summary import event_rows

    dossier = dossier_of(ledger, options.tools(**chosen)).dossier
    rows = event_rows(dossier)
    if as_json:
        print_json({"convention": dossier.assessment.convention, "events": [to_data(row) for row in rows]})
    else:
        _show(rows, dossier.assessment.convention)


def _show(rows: tuple[EventRow, ...], convention: str) -> None:
    from reportedly.cli.console import add_row, console, first_of, short, table

    numbers = ("pages", "claims", "origins")
    columns = ("id", "event", *numbers, "whose word", "sides", "figures", "grade")
    made = table(*columns, title=f"{len(rows)} events, counting words by {convention}", right=numbers)
    for row in rows:
        counts = (str(row.pages), str(row.claims), str(row.origins))
        sides = ", ".join(row.sides) + (" only" if row.one_side else "")
        names = first_of(row.origin_names) or "not recorded"
        grade = f"{row.grade} {row.incident}".strip()
        add_row(made, short(row.id), row.label, *counts, names, sides, first_of(row.estimates), grade)
    console().print(made)
