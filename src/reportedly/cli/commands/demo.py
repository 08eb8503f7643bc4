"""``reportedly demo``: the workbench over the bundled example."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from reportedly.cli import options
from reportedly.cli.commands.serve import PORT, open_workbench


@click.command("demo")
@click.option("--ledger", "-l", type=options.FILE, help="Keep the ledger in this new file; else it goes at the end.")
@click.option("--port", default=PORT, show_default=True, type=click.IntRange(0, 65535), help="0 takes any free one.")
@click.option("--no-browser", is_flag=True, help="Open no browser.")
@options.json_option
def command(ledger: Path | None, port: int, no_browser: bool, as_json: bool) -> None:
    """Open the workbench over the bundled example.

    A new ledger is filled with eighteen invented reports on one event of 2024, and a browser opens at it. Whatever you
    do there is lost at the end unless you name a file with --ledger. Stop it with Ctrl+C.

    \b
    Example:
      reportedly demo --port 0
    """
    from reportedly.pipeline.workbench.demo import fill

    tools = options.tools()
    with TemporaryDirectory(prefix="reportedly-demo-") as folder:
        file = ledger or Path(folder) / "demo.db"
        fill(file, tools)
        open_workbench(file, tools, port, not no_browser, as_json)
