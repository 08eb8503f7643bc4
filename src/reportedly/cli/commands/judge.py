"""``reportedly judge``: record a person's judgement on two claims, or take one back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json


@click.command("judge")
@click.argument("left", required=False, metavar="[CLAIM]")
@click.argument("right", required=False, metavar="[CLAIM]")
@click.option("--same/--not-same", default=None, help="Whether the two belong together.")
@click.option("--about", type=click.Choice(["event", "testimony"]), default="event", show_default=True)
@click.option("--by", "author", required=True, help="Your name; it stands on the entry.")
@click.option("--reason", required=True, help="Why; it stands on the entry.")
@click.option("--undo", metavar="ID", help="Take this judgement back instead.")
@options.ledger_option
@options.actors_option
@options.json_option
def command(
    left: str | None,
    right: str | None,
    same: bool | None,
    about: str,
    author: str,
    reason: str,
    undo: str | None,
    ledger: Path,
    actors: Path | None,
    as_json: bool,
) -> None:
    """Say that two claims do, or do not, belong together.

    About the same event, or the same saying; history keeps everything, and --undo takes it back.

    \b
    Examples:
      reportedly judge clm-3f0c clm-91ab --not-same --by "A. Analyst" --reason "other village" --ledger case.db
      reportedly judge --undo jdg-77e1 --by "A. Analyst" --reason "misread" --ledger case.db
    """
    from reportedly.pipeline import judging

    tools = options.tools(actors=actors)
    if undo is not None:
        taken = judging.undo(ledger, undo, author, reason, tools)
        _say(as_json, {"withdrawn": taken}, f"{taken} taken back")
        return
    if left is None or right is None or same is None:
        raise click.UsageError("give two claims and --same or --not-same, or --undo ID")
    made = judging.judge(ledger, (left, right), judging.Wish(same, about == "event", author, reason), tools)
    _say(as_json, {"recorded": made.id, "verdict": str(made.verdict)}, f"recorded {made.id}: {made.verdict}")


def _say(as_json: bool, data: dict[str, Any], words: str) -> None:
    if as_json:
        print_json(data)
    else:
        click.echo(words)
