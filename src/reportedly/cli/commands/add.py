"""``reportedly add``: take reports into a ledger."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json, refusal_data
from reportedly.cli.progress import progress

if TYPE_CHECKING:
    from reportedly.pipeline.run import Growth
    from reportedly.pipeline.toolkit import Toolkit


@click.command("add")
@click.argument("paths", nargs=-1, metavar="PATH|ADDRESS...")
@click.option(
    "--feed", "feeds", multiple=True, metavar="ADDRESS", help="Fetch the pages that an RSS or Atom feed names."
)
@options.ledger_option
@options.private_option
@options.actors_option
@options.reading_options
@options.json_option
@options.quiet_option
def command(
    paths: tuple[str, ...],
    feeds: tuple[str, ...],
    ledger: Path,
    allow_private: bool,
    as_json: bool,
    quiet: bool,
    **chosen: Any,
) -> int:
    """Read reports into a ledger.

    Documents, their claims, and how the claims belong together are recorded. A report is a file, a folder, or a page
    of the web by its address (http:// or https://); nothing is fetched but what is named.

    \b
    Example:
      reportedly add monday.jsonl --ledger case.db
    """
    from reportedly.cli.console import console, exit_status, plain, show_refusals

    if not paths and not feeds:
        raise click.UsageError("Name a file, a folder or an address, or a --feed.")
    with progress(as_json or quiet) as bars:
        run = _added(paths, feeds, options.tools(bars, **chosen), ledger, allow_private)
    counts = {"added": run.added, "documents": run.documents, "claims": run.claims, "events": run.events}
    if as_json:
        print_json({**counts, "refusals": [refusal_data(refusal) for refusal in run.refusals]})
    else:
        now = f"the ledger now holds {run.documents}, with {run.claims} claims on {run.events} events"
        console().print(plain(f"{run.added} documents added; {now}"))
        show_refusals(run.refusals)
    return exit_status(run.refusals)


def _added(paths: tuple[str, ...], feeds: tuple[str, ...], tools: Toolkit, ledger: Path, private: bool) -> Growth:
    """Add what is named; the network is asked only where an address is."""
    from reportedly.pipeline.run import grow_paths

    addresses = tuple(one for one in paths if one.lower().startswith(("http://", "https://")))
    files = tuple(Path(one) for one in paths if one not in addresses)
    if not addresses and not feeds:
        return grow_paths(files, tools, ledger)
    from reportedly.pipeline.workbench.fetching import grow_wanted
    from reportedly.pipeline.workbench.gathering import FetchRules, Wanted

    wanted = Wanted(files=files, addresses=addresses, feeds=feeds)
    return grow_wanted(wanted, tools, ledger, FetchRules(private=private))
