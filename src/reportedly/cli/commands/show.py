"""``reportedly show``: everything recorded about one id."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json

if TYPE_CHECKING:
    from reportedly.model.entry import Entry


@click.command("show")
@click.argument("short_id", metavar="ID")
@options.ledger_option
@options.json_option
def command(short_id: str, ledger: Path, as_json: bool) -> None:
    """Show everything that is recorded under an id.

    Every entry about it is listed: who, when, why.

    \b
    The beginning of an id is enough:
      reportedly show clm-3f0c --ledger case.db
    """
    from reportedly.pipeline.views import entry_data, history_of

    history = history_of(ledger, short_id)
    if as_json:
        print_json({"id": history[-1].draft.subject, "history": [entry_data(entry) for entry in history]})
    else:
        _show(history)


def _show(history: tuple[Entry, ...]) -> None:
    import json

    from reportedly.cli.console import add_row, console, plain, table

    newest = history[-1].draft
    out = console()
    out.print(plain(f"{newest.kind} {newest.subject}", "bold"))
    body = next((entry.draft.body for entry in reversed(history) if entry.draft.body), "null")
    out.print(plain(json.dumps(json.loads(body), ensure_ascii=False, indent=2)))
    made = table("entry", "recorded", "by", "action", "reason", title="History")
    for entry in history:
        draft = entry.draft
        recorded = entry.recorded.strftime("%Y-%m-%d %H:%M:%S")
        add_row(made, str(entry.number), recorded, draft.actor, str(draft.action), draft.reason)
    out.print(made)
