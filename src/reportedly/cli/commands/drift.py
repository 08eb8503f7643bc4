"""``reportedly drift``: what relays changed on the way, who made each change, and what only looks like confirmation."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json

if TYPE_CHECKING:
    from rich.console import Console

    from reportedly.model.dossier import Dossier
    from reportedly.model.evidence import Alarm, Drift
    from reportedly.pipeline.changes import Changes, Maker


@click.command("drift")
@options.ledger_option
@options.view_options
@options.actors_option
@click.option("--type", "sort", help="Only changes of this type, such as measure, side, bound, figure, day, claimant.")
@click.option("--event", help="Only changes of this event: the beginning of its id, or words of its label.")
@click.option("--outlet", help="Only changes on pages of this name, or made by them.")
@click.option("--severity", help="Only changes of at least this severity: minor, serious or grave.")
@options.json_option
def command(
    ledger: Path,
    sort: str | None,
    event: str | None,
    outlet: str | None,
    severity: str | None,
    as_json: bool,
    **chosen: Any,
) -> None:
    """List what relays changed, and what only looks like confirmation.

    \b
    Example:
      reportedly drift --ledger case.db --type measure
      reportedly drift --ledger case.db --severity grave --outlet "Morning Leaf"
    """
    from reportedly.model.codec import to_data
    from reportedly.pipeline.changes import Wanted, changes_of
    from reportedly.pipeline.run import dossier_of

    dossier = dossier_of(ledger, options.tools(**chosen)).dossier
    changes = changes_of(dossier, Wanted(sort, event, outlet, severity))
    if as_json:
        print_json(
            {
                "drifts": [to_data(drift) for drift in changes.drifts],
                "made_by": [asdict(maker) for maker in changes.makers],
                "alarms": [to_data(alarm) for alarm in changes.alarms],
            }
        )
    else:
        _show(dossier, changes, typed=sort is not None)


def _show(dossier: Dossier, changes: Changes, typed: bool) -> None:
    from reportedly.cli.console import console

    out = console()
    _show_drifts(dossier, changes.drifts, out)
    if changes.makers:
        _show_makers(changes.makers, out)
    if changes.alarms and not typed:
        _show_alarms(changes.alarms, out)


def _show_drifts(dossier: Dossier, drifts: tuple[Drift, ...], out: Console) -> None:
    from itertools import groupby

    from reportedly.cli.console import add_row, plain, table
    from reportedly.cli.summary import drift_cells
    from reportedly.pipeline.changes import page_of

    noun = "change" if len(drifts) == 1 else "changes"
    out.print(plain(f"{len(drifts)} {noun}", "bold"))
    for severity, group in groupby(drifts, key=lambda drift: drift.severity):
        held = list(group)
        made = table("page", "changed", "from", "to", "claim id", "effect", title=f"{severity} ({len(held)})")
        for drift in held:
            effect = "; ".join(reason.text for reason in drift.reasons if reason.code == "effect")
            taken = f"taken over from {page_of(dossier, drift.made_by_claim_id)}; " if drift.inherited else ""
            add_row(made, *drift_cells(dossier, drift), f"{taken}{effect}")
        out.print(made)


def _show_makers(makers: tuple[Maker, ...], out: Console) -> None:
    from reportedly.cli.console import add_row, table

    made = table("page", "made", "taken over by others", title="Who made them", right=("made", "taken over by others"))
    for maker in makers:
        add_row(made, maker.page, str(maker.made), str(maker.copied))
    out.print(made)


def _show_alarms(alarms: tuple[Alarm, ...], out: Console) -> None:
    from reportedly.cli.console import add_row, table

    made = table("severity", "looks like", "is", "words", title=f"False corroboration ({len(alarms)})")
    for alarm in alarms:
        words = "; ".join(f"“{one.quote}”" for one in alarm.spans[:2])
        add_row(made, str(alarm.severity), alarm.looks_like, alarm.text, words)
    out.print(made)
