"""``reportedly import``: take in tables of claims that people have coded."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json, refusal_data

if TYPE_CHECKING:
    from reportedly.pipeline.imported import Imported


@click.command("import")
@click.argument("table", type=options.FILE)
@click.option("--testimonies", "-t", type=options.FILE, help="A table of what origins said themselves, one a row.")
@click.option("--ledger", "-l", type=options.FILE, help="Record everything in this ledger; without it nothing is kept.")
@click.option("--by", "author", default="", help="Who coded the table; else “coder of FILE”.")
@click.option("--blind", is_flag=True, help="Leave out root_id, relation and distortion, and compute everything.")
@click.option("--predictions", "-p", type=options.FILE, help="Write rows with saying, event, parent and changes here.")
@options.as_of_option
@options.actors_option
@options.json_option
def command(
    table: Path,
    testimonies: Path | None,
    ledger: Path | None,
    author: str,
    blind: bool,
    predictions: Path | None,
    as_json: bool,
    **chosen: Any,
) -> int:
    """Import coded claims: one row a claim, as CSV or TSV.

    Sayings with their relays, what each relay changed, and on how many independent origins each event rests. The
    coder's own judgements are kept as a person's, and shown beside what the program finds.

    \b
    Example:
      reportedly import claims.csv --testimonies sayings.csv --by "Ada Coder" --ledger case.db
    """
    from reportedly.bench.dossier import prediction_lines
    from reportedly.bench.gold import write_lines
    from reportedly.cli.console import exit_status, show_refusals
    from reportedly.pipeline.imported import Order, import_tables

    order = Order(table, testimonies, author, blind)
    imported = import_tables(order, options.tools(**chosen), ledger)
    if predictions is not None:
        write_lines(prediction_lines(imported.run.dossier), predictions)
    if as_json:
        print_json(_data(imported))
    else:
        _show(imported, blind)
        show_refusals(imported.run.refusals)
    return exit_status(imported.run.refusals)


def _data(imported: Imported) -> dict[str, Any]:
    from reportedly.model.codec import to_data
    from reportedly.pipeline.sayings import saying_rows

    dossier = imported.run.dossier
    return {
        "rows": imported.rows,
        "added": imported.run.added,
        "testimonies": [to_data(row) for row in saying_rows(dossier)],
        "drifts": [to_data(drift) for evidence in dossier.evidence for drift in evidence.drifts],
        "origins": [
            {"event": one.event_id, "independent": one.origins.independent, "collapses": to_data(one.origins.collapses)}
            for one in dossier.evidence
        ],
        "differences": [to_data(one) for one in imported.differences],
        "refusals": [refusal_data(refusal) for refusal in imported.run.refusals],
    }


def _show(imported: Imported, blind: bool) -> None:
    from reportedly.cli.console import add_row, console, plain, table
    from reportedly.cli.summary import drift_cells
    from reportedly.pipeline.sayings import saying_rows

    dossier, out = imported.run.dossier, console()
    out.print(plain(f"{imported.rows} rows taken, {imported.run.added} of them new"))
    made = table("whose word", "what", "pages", "carried by", "origins", title="Sayings", right=("pages", "origins"))
    for row in saying_rows(dossier):
        carried = ", ".join(row.outlets[:6]) + (" ..." if len(row.outlets) > 6 else "")
        add_row(made, row.origin, row.what, str(row.pages), carried, str(row.independent))
    out.print(made)
    drifts = [drift for evidence in dossier.evidence for drift in evidence.drifts]
    made = table("page", "changed", "from", "to", "claim id", title=f"{len(drifts)} changes on the way")
    for drift in drifts:
        add_row(made, *drift_cells(dossier, drift))
    out.print(made)
    if not blind:
        made = table("row", "about", "you coded", "the program finds", title=f"{len(imported.differences)} differences")
        for one in imported.differences:
            add_row(made, one.key, one.about, one.coded, one.found)
        out.print(made)
