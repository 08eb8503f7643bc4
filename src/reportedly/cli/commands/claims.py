"""``reportedly claims``: list or search the claims of a ledger."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json

if TYPE_CHECKING:
    from reportedly.model.claim import Claim
    from reportedly.model.dossier import Dossier


@click.command("claims")
@options.ledger_option
@options.view_options
@options.actors_option
@click.option("--search", "query", help="Only claims that hold all of these words.")
@click.option("--origin", help="Only claims whose origin's name holds this.")
@click.option("--event", "event_id", help="Only claims of this event.")
@options.json_option
def command(
    ledger: Path, query: str | None, origin: str | None, event_id: str | None, as_json: bool, **chosen: Any
) -> None:
    """List who said what, one line a claim.

    \b
    Example:
      reportedly claims --ledger case.db --search "killed wounded"
    """
    from reportedly.model.codec import to_data
    from reportedly.pipeline.run import dossier_of

    dossier = dossier_of(ledger, options.tools(**chosen)).dossier
    found = _chosen(dossier, ledger, query, origin, event_id)
    if as_json:
        print_json({"claims": [to_data(claim) for claim in found]})
    else:
        _show(dossier, found)


def _chosen(dossier: Dossier, ledger: Path, query: str | None, origin: str | None, event_id: str | None) -> list[Claim]:
    from reportedly.pipeline.find import whole_id
    from reportedly.pipeline.views import claims_with_words

    found = list(dossier.claims)
    if query is not None:
        ids = claims_with_words(ledger, query)
        found = [claim for claim in found if claim.id in ids]
    if origin is not None:
        wanted = origin.casefold()
        found = [claim for claim in found if claim.origin and wanted in claim.origin.name.casefold()]
    if event_id is not None:
        event = dossier.event_by_id[whole_id(event_id, dossier.event_by_id, "event")]
        found = [claim for claim in found if claim.id in event.claim_ids]
    return found


def _show(dossier: Dossier, found: list[Claim]) -> None:
    from reportedly.cli.console import add_row, console, short, table

    made = table("id", "published", "page", "through", "origin", "claim", title=f"{len(found)} claims")
    for claim in found:
        document = dossier.document_by_id[claim.document_id]
        names = [link.name for link in claim.chain]
        page = document.outlet or document.key
        origin = names[-1] if names else "the page itself"
        add_row(made, short(claim.id), str(document.day or ""), page, " <- ".join(names[:-1]), origin, claim.quote)
    console().print(made)
