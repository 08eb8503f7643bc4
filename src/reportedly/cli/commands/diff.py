"""``reportedly diff``: what became known between two days, what was revised, what fell."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json, refusal_data
from reportedly.cli.progress import progress

if TYPE_CHECKING:
    from reportedly.model.change import Change, Turn
    from reportedly.pipeline.diff import Diff, End

SHOWN = 12
"""Changes of one turn that the terminal shows; the files hold them all."""
MARKS = {"fell": ("-", "red"), "became known": ("+", "green"), "was revised": ("~", "yellow")}
"""How each turn is marked; the sign says it where there is no colour."""


@click.command("diff")
@click.argument("days", nargs=-1, type=options.Day(), metavar="[DAY1 [DAY2]]")
@click.option("--ledger", "-l", type=options.FILE, help="The ledger, a file.")
@click.option("--reports", type=options.FILE, multiple=True, help="Files or folders instead of a ledger; repeatable.")
@click.option("--recorded", nargs=2, type=options.Moment(), help="What the ledger held at these two moments.")
@click.option("--all", "everything", is_flag=True, help="Show every change, not only the weightiest.")
@click.option("--output", "-o", type=options.FILE, help="Also write all of it into this file, as Markdown.")
@options.judging_options
@options.reading_options
@options.json_option
@options.quiet_option
def command(
    days: tuple[date, ...],
    ledger: Path | None,
    reports: tuple[Path, ...],
    recorded: tuple[datetime, datetime] | None,
    everything: bool,
    output: Path | None,
    as_json: bool,
    quiet: bool,
    **chosen: Any,
) -> int:
    """Say what became known, what was revised and what fell.

    Compares what was published by DAY1 with what was published by DAY2, or with everything. The weightiest changes come
    first, each a sentence with the claims that it rests on.

    \b
    Examples:
      reportedly diff 2024-12-14 2024-12-16 --ledger case.db
      reportedly diff 2024-12-14 --reports reports/ --output changes.md
    """
    from reportedly.cli.console import exit_status, show_refusals, show_written
    from reportedly.pipeline.diff import diff_ledger, diff_paths, page_of
    from reportedly.pipeline.output import replace_file

    ends = _ends(days, recorded)
    if (ledger is None) == (not reports):
        raise click.UsageError("what is to be compared? give --ledger FILE, or --reports PATH")
    if reports and recorded:
        raise click.UsageError("--recorded asks what a ledger held; give --ledger FILE")
    with progress(as_json or quiet) as bars:
        tools = options.tools(bars, **chosen)
        found = diff_paths(reports, ends, tools) if ledger is None else diff_ledger(ledger, ends, tools)
    written = [replace_file(output, page_of(found, chosen["title"]))] if output else []
    if as_json:
        print_json({**_data(found), "written": [str(path) for path in written]})
    else:
        _show(found, everything)
        show_written(written)
        show_refusals(found.refusals)
    return exit_status(found.refusals)


def _ends(days: tuple[date, ...], recorded: tuple[datetime, datetime] | None) -> tuple[End, End]:
    from reportedly.pipeline.diff import End

    if len(days) > 2 or not (days or recorded):
        raise click.UsageError("give one day or two, or --recorded with two moments")
    first, last = recorded or (None, None)
    if (len(days) == 2 and days[1] < days[0]) or (first and last and last < first):
        raise click.UsageError("the earlier one comes first")
    as_of = (None, None) if not days else (days[0], days[1] if len(days) == 2 else None)
    return End(as_of[0], first), End(as_of[1], last)


def _data(found: Diff) -> dict[str, Any]:
    from reportedly.model.codec import to_data

    changes = found.changes
    ends = [
        {"as_of": end.as_of, "recorded_by": end.recorded_by, "documents": documents, "claims": claims}
        for end, documents, claims in zip(found.ends, found.documents, found.claims, strict=True)
    ]
    return {
        "earlier": ends[0],
        "later": ends[1],
        "changes": [to_data(change) for change in changes.changes],
        "new_documents": list(changes.new_document_ids),
        "gone_documents": list(changes.gone_document_ids),
        "new_claims": list(changes.new_claim_ids),
        "gone_claims": list(changes.gone_claim_ids),
        "refusals": [refusal_data(refusal) for refusal in found.refusals],
    }


def _show(found: Diff, everything: bool) -> None:
    from reportedly.cli.console import console, plain
    from reportedly.model.change import Turn

    out = console()
    out.print(plain(_heading(found), "bold"))
    if not found.changes.changes:
        out.print(plain("Nothing changed."))
    for turn in Turn:
        held = found.changes.of(turn)
        if held:
            out.print()
            out.print(plain(f"What {turn} ({len(held)})", "bold"))
        for change in held if everything else held[:SHOWN]:
            out.print(_line(change, turn))
        if len(held) > SHOWN and not everything:
            out.print(plain(f"    ... and {len(held) - SHOWN} more (--all, --json or --output)", "dim"))


def _heading(found: Diff) -> str:
    told = []
    for end, documents in zip(found.ends, found.documents, strict=True):
        day = f" by {end.as_of}" if end.as_of else ""
        moment = f" as held {end.recorded_by:%Y-%m-%d %H:%M:%S %Z}" if end.recorded_by else ""
        told.append(f"{documents} {'report' if documents == 1 else 'reports'}{day}{moment}")
    return f"From {told[0]} to {told[1]}"


def _line(change: Change, turn: Turn) -> Any:
    """Return a change with its mark before it, and the claims of both sides behind it."""
    from rich.table import Table

    from reportedly.cli.console import plain

    sign, style = MARKS[turn]
    words = plain(change.text)
    words.append_text(plain(f" [{_ids(change.claims_before)} -> {_ids(change.claims_after)}]", "dim"))
    grid = Table.grid(padding=(0, 1))
    grid.add_row(plain(f"  {sign}", style), words)
    return grid


def _ids(claims: tuple[str, ...]) -> str:
    from reportedly.cli.console import short

    more = f" +{len(claims) - 1}" if len(claims) > 1 else ""
    return f"{short(claims[0])}{more}" if claims else "-"
