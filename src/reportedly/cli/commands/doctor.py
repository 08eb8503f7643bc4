"""``reportedly doctor``: say whether this installation and a ledger are fit for work."""

from __future__ import annotations

from pathlib import Path

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json


@click.command("doctor")
@click.option("--ledger", "-l", type=options.FILE, help="Look at this ledger too.")
@options.json_option
def command(ledger: Path | None, as_json: bool) -> int:
    """Check that the installation, and a ledger, are sound.

    Looks at Python, SQLite, the language pipeline, data, plug-ins and, if given, a ledger.

    \b
    Example:
      reportedly doctor --ledger case.db
    """
    from reportedly.model.codec import to_data
    from reportedly.pipeline.health import examine

    findings = examine(ledger)
    if as_json:
        print_json({"ok": all(one.ok for one in findings), "checks": [to_data(one) for one in findings]})
    else:
        for one in findings:
            mark = click.style("ok  ", fg="green") if one.ok else click.style("bad ", fg="red")
            click.echo(f"{mark}{one.name}: {one.detail}")
            if one.advice:
                click.echo(f"      -> {one.advice}")
    return 0 if all(one.ok for one in findings) else 1
