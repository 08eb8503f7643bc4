"""``reportedly add``: take reports into a ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json, refusal_data
from reportedly.cli.progress import progress


@click.command("add")
@click.argument("paths", nargs=-1, required=True, type=options.FILE, metavar="PATH...")
@options.ledger_option
@options.actors_option
@options.reading_options
@options.json_option
@options.quiet_option
def command(paths: tuple[Path, ...], ledger: Path, as_json: bool, quiet: bool, **chosen: Any) -> int:
    """Read reports into a ledger.

    Documents, their claims, and how the claims belong together are recorded.

    \b
    Example:
      reportedly add monday.jsonl --ledger case.db
    """
    from reportedly.cli.console import console, exit_status, plain, show_refusals
    from reportedly.pipeline.run import grow_paths

    with progress(as_json or quiet) as bars:
        run = grow_paths(paths, options.tools(bars, **chosen), ledger)
    counts = {"added": run.added, "documents": run.documents, "claims": run.claims, "events": run.events}
    if as_json:
        print_json({**counts, "refusals": [refusal_data(refusal) for refusal in run.refusals]})
    else:
        now = f"the ledger now holds {run.documents}, with {run.claims} claims on {run.events} events"
        console().print(plain(f"{run.added} documents added; {now}"))
        show_refusals(run.refusals)
    return exit_status(run.refusals)
