"""``reportedly serve``: open the workbench over a ledger."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json

if TYPE_CHECKING:
    from reportedly.pipeline.toolkit import Toolkit

PORT = 8750


@click.command("serve")
@options.ledger_option
@click.option("--port", default=PORT, show_default=True, type=click.IntRange(0, 65535), help="0 takes any free one.")
@click.option("--no-browser", is_flag=True, help="Open no browser.")
@options.private_option
@options.actors_option
@options.json_option
def command(ledger: Path, port: int, no_browser: bool, allow_private: bool, actors: Path | None, as_json: bool) -> None:
    """Open the workbench in a browser.

    Read, check, correct and publish what a ledger holds. It listens on this machine alone. Stop it with Ctrl+C.

    \b
    Example:
      reportedly serve --ledger case.db
    """
    from reportedly.pipeline.workbench.opening import bring_up_to_date

    tools = options.tools(actors=actors)
    bring_up_to_date(ledger, tools)
    open_workbench(ledger, tools, port, not no_browser, as_json, allow_private)


def open_workbench(
    ledger: Path, tools: Toolkit, port: int, browser: bool, as_json: bool, private: bool = False
) -> None:
    """Serve the workbench over a ledger until interrupted.

    Raises:
        SettingsError: where the port cannot be used.
    """
    from reportedly.pipeline.workbench.gathering import FetchRules
    from reportedly.web.app import create_app
    from reportedly.web.server import listening, serve

    def say(address: str) -> None:
        if as_json:
            print_json({"address": address, "ledger": str(ledger)})
        else:
            click.echo(f"The workbench over {ledger}: {address}   (Ctrl+C stops it)")

    with listening(port) as place:
        serve(create_app(ledger, tools, FetchRules(private=private)), place, browser=browser, ready=say)
