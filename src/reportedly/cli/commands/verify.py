"""``reportedly verify``: walk the ledger's chain and name what is damaged."""

from __future__ import annotations

from pathlib import Path

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json

DAMAGED = 6
"""Exit status of a ledger whose chain does not hold, as model/errors.py lists it."""


@click.command("verify")
@click.argument("path", required=False, type=options.FILE, metavar="[LEDGER]")
@click.option("--ledger", "-l", type=options.FILE, help="The ledger, a file.")
@click.option("--rebuild", is_flag=True, help="Make the current view anew, where only the view is damaged.")
@options.json_option
def command(path: Path | None, ledger: Path | None, rebuild: bool, as_json: bool) -> int:
    """Check the chain of a ledger and name what is damaged.

    Every entry is compared with its hash and with the hash of the one before, and the current view with the entries. A
    damaged view is mended with --rebuild; a ledger with a damaged entry is never written to.

    \b
    Example:
      reportedly verify --ledger case.db
    """
    from reportedly.model.codec import to_data
    from reportedly.pipeline.views import verified

    file = ledger or path
    if file is None:
        raise click.UsageError("which ledger? give --ledger FILE")
    outcome = verified(file, rebuild=rebuild)
    if as_json:
        print_json(to_data(outcome))
    else:
        for damage in outcome.damage:
            click.echo(f"entry {damage.number or '-'}: {damage.what}\n  -> {damage.advice}", err=True)
        state = f"{len(outcome.damage)} damaged places" if outcome.damage else "the chain holds"
        click.echo(f"{outcome.entries} entries in {outcome.batches} batches, {state}; head {outcome.head}")
    return 0 if outcome.ok else DAMAGED
