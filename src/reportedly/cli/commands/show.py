"""``reportedly show``: everything recorded about one id."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json

if TYPE_CHECKING:
    from reportedly.pipeline.shown import Shown


@click.command("show")
@click.argument("short_id", metavar="ID")
@options.ledger_option
@options.view_options
@options.actors_option
@options.json_option
def command(short_id: str, ledger: Path, as_json: bool, **chosen: Any) -> None:
    """Show everything that is recorded under an id.

    Every entry about it is listed: who, when, why. As of a day, events, sayings and evidence are shown as they would
    have been drawn then.

    \b
    The beginning of an id is enough:
      reportedly show clm-3f0c --ledger case.db
    """
    from reportedly.pipeline.views import entry_data, history_of

    if chosen["as_of"] or chosen["recorded_by"]:
        from reportedly.pipeline.shown import shown_then

        shown = shown_then(ledger, short_id, options.tools(**chosen))
    else:
        from reportedly.pipeline.shown import Shown

        shown = Shown.of(history_of(ledger, short_id))
    if as_json:
        data = {"id": shown.id, "history": [entry_data(entry) for entry in shown.history]}
        print_json(data if shown.drawn is None else {**data, "drawn": shown.drawn})
    else:
        _show(shown)


def _show(shown: Shown) -> None:
    import json

    from reportedly.cli.console import add_row, console, plain, table

    out = console()
    out.print(plain(f"{shown.kind} {shown.id}", "bold"))
    body = next((entry.draft.body for entry in reversed(shown.history) if entry.draft.body), "null")
    held = json.loads(body) if shown.drawn is None else shown.drawn
    out.print(plain(json.dumps(held, ensure_ascii=False, indent=2)))
    made = table("entry", "recorded", "by", "action", "reason", title="History")
    for entry in shown.history:
        draft = entry.draft
        recorded = entry.recorded.strftime("%Y-%m-%d %H:%M:%S")
        add_row(made, str(entry.number), recorded, draft.actor, str(draft.action), draft.reason)
    out.print(made)
