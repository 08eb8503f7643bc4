"""``reportedly forecasts``: what was predicted, how it came out, and how good the predictions were."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli import options
from reportedly.cli.commands import forecasts_resolve, forecasts_score
from reportedly.cli.failure import print_json

if TYPE_CHECKING:
    from datetime import date

    from reportedly.pipeline.forecasts import Standing

SHOWN = 110
"""Characters of a forecast that the list shows."""


class Actions(click.Group):
    """Actions of which ``list`` is meant where none is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put ``list`` before options that stand alone."""
        alone = bool(args) and args[0] not in self.commands and args[0] not in {"--help", "-h"}
        return super().parse_args(ctx, ["list", *args] if alone and args[0].startswith("-") else args)


@click.group("forecasts", cls=Actions)
def command() -> None:
    """List, resolve and score what was predicted.

    Forecasts of sources, and this program's own likelihoods and estimates, are put on record when an assessment is
    recorded (assess --ledger, report --publish); what is on record is never changed. Without an action they are
    listed. Every action takes --json.

    \b
    Examples:
      reportedly forecasts --ledger case.db --state due
      reportedly forecasts propose --ledger case.db
      reportedly forecasts resolve prd-3f0c yes --by "A. Analyst" --because "it fell on 3 May" --ledger case.db
      reportedly forecasts score --ledger case.db --by source
    """


@command.command("list")
@options.ledger_option
@click.option("--source", help="Only forecasts of makers whose name holds these words.")
@click.option("--state", type=click.Choice(["open", "due", "resolved", "void"]), help="Only those that stand so.")
@click.option("--due-by", type=options.Day(), help="Only unresolved ones whose horizon ends by this day.")
@click.option("--as-of", type=options.Day(), help="How they stood on this day (2024-12-20).")
@options.json_option
def listing(
    ledger: Path, source: str | None, state: str | None, due_by: date | None, as_of: date | None, as_json: bool
) -> None:
    """List forecasts, those that end first on top.

    \b
    Example:
      reportedly forecasts list --ledger case.db --source "Harbour Office" --due-by 2031-06-30
    """
    from reportedly.pipeline.forecasts import State, Wanted, forecasts_of

    found = forecasts_of(ledger, Wanted(source, State(state) if state else None, due_by, as_of))
    if as_json:
        print_json({"forecasts": [forecasts_resolve.standing_data(one) for one in found]})
        return
    from reportedly.cli.console import add_row, console, short, table

    made = table("id", "ends", "whose", "forecast", "said", "state", title=f"Forecasts ({len(found)})")
    for one in found:
        prediction = one.prediction
        ends = str(prediction.due) if prediction.due else "open"
        text = f"{prediction.text} [{prediction.about}]" if prediction.about else prediction.text
        text = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
        whose = prediction.maker.name or "nobody named"
        add_row(made, short(prediction.id), ends, whose, text, forecasts_resolve.said(prediction), _state(one))
    console().print(made)


def _state(one: Standing) -> str:
    return f"{one.state}: {forecasts_resolve.outcome_words(one.resolution)}" if one.resolution else str(one.state)


@command.command("show")
@click.argument("short_id", metavar="ID")
@options.ledger_option
@options.json_option
def show(short_id: str, ledger: Path, as_json: bool) -> None:
    """Show one forecast in full: what was said, when, on what evidence, how it came out.

    \b
    Example:
      reportedly forecasts show prd-3f0c --ledger case.db
    """
    from reportedly.pipeline.forecasts import forecast_of

    one = forecast_of(ledger, short_id)
    if as_json:
        print_json(forecasts_resolve.standing_data(one))
        return
    from reportedly.cli.console import console, plain

    for name, value in _lines(one):
        console().print(plain(f"{name:<12} {value}"), soft_wrap=True)


def _lines(one: Standing) -> list[tuple[str, Any]]:
    prediction, resolution = one.prediction, one.resolution
    horizon = prediction.horizon
    lines = [
        ("id", prediction.id),
        ("whose", f"{prediction.maker.name or 'nobody named'} ({prediction.maker.voice})"),
        ("forecast", prediction.text),
        ("about", prediction.about or "what it says itself"),
        ("said", forecasts_resolve.said(prediction)),
        ("horizon", f"{horizon.days or 'open'} ({horizon.basis}{' ' + horizon.policy if horizon.policy else ''})"),
        ("condition", prediction.condition or "none"),
        ("made on", prediction.made_on or "not known"),
        ("recorded", one.recorded.isoformat(timespec="seconds")),
        ("rests on", ", ".join(prediction.claim_ids) or "no claims"),
        ("evidence", prediction.evidence_digest),
        ("state", _state(one)),
    ]
    if resolution is not None:
        lines += [("because", f"{resolution.reason} ({resolution.by})"), ("known on", resolution.known_on)]
    if one.late:
        lines.append(("note", "put on record only when the outcome was known; left out of scores"))
    return lines


for action in (*forecasts_resolve.ACTIONS, forecasts_score.score):
    command.add_command(action)
