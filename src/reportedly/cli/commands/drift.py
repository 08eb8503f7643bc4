"""``reportedly drift``: what relays changed on the way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json

if TYPE_CHECKING:
    from reportedly.model.dossier import Dossier
    from reportedly.model.evidence import Drift


@click.command("drift")
@options.ledger_option
@options.as_of_option
@click.option("--type", "sort", help="Only changes of this type, such as measure, side, bound, figure, day, claimant.")
@options.json_option
def command(ledger: Path, sort: str | None, as_json: bool, **chosen: Any) -> None:
    """List what each page changed of the saying that it relays.

    \b
    Example:
      reportedly drift --ledger case.db --type measure
    """
    from reportedly.model.codec import to_data
    from reportedly.pipeline.run import dossier_of

    dossier = dossier_of(ledger, options.tools(**chosen)).dossier
    drifts = [one for evidence in dossier.evidence for one in evidence.drifts if sort in {None, str(one.type)}]
    if as_json:
        print_json({"drifts": [to_data(drift) for drift in drifts]})
    else:
        _show(dossier, drifts)


def _show(dossier: Dossier, drifts: list[Drift]) -> None:
    from reportedly.cli.console import add_row, console, table
    from reportedly.cli.summary import drift_cells

    made = table("page", "changed", "from", "to", "claim id", "severity", title=f"{len(drifts)} changes")
    for drift in drifts:
        add_row(made, *drift_cells(dossier, drift), drift.severity)
    console().print(made)
