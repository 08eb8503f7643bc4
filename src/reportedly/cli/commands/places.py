"""``reportedly places``: which places a report names, and what each name means."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json
from reportedly.cli.progress import progress

if TYPE_CHECKING:
    from rich.table import Table

    from reportedly.model.place import Resolution
    from reportedly.pipeline.places import Placed


@click.command("places")
@click.argument("report", type=click.Path(exists=True, path_type=Path))
@options.as_of_option
@options.reading_options
@options.json_option
@options.quiet_option
def command(report: Path, as_json: bool, quiet: bool, **chosen: Any) -> None:
    """Show which places a report names, and what each name means.

    Every name with what it does (something happened there, somebody spoke there, it stands for a government), the
    place it is taken for, what contains it, how sure that is and why, and the next likeliest place.

    \b
    Example:
      reportedly places report.html
    """
    from reportedly.pipeline.places import CREDITS, place_lines

    with progress(as_json or quiet) as bars:
        found = list(place_lines(report, options.tools(bars, **chosen)))
    if as_json:
        print_json({"documents": [_data(one) for one in found], "credits": list(CREDITS)})
        return
    from reportedly.cli.console import console

    for one in found:
        console().print(_table(one))
    click.echo("Places: GeoNames (CC BY 4.0), Natural Earth, KATOTTG; see reportedly gazetteer credits.")


def _data(one: Placed) -> dict[str, Any]:
    from reportedly.model.codec import to_data

    document = one.document
    return {
        "document": {"id": document.id, "key": document.key, "title": document.title, "outlet": document.outlet},
        "places": [to_data(each) for each in one.found],
    }


def _table(one: Placed) -> Table:
    from reportedly.cli.console import add_row, table

    made = table("name", "role", "place", "in", "p", "why", "or", title=one.document.title or one.document.key)
    for each in one.found:
        chosen = f"{each.chosen.entry.name} ({each.chosen.entry.id})" if each.chosen else "open"
        chance = f"{each.chosen.probability:.2f}" if each.chosen else ""
        add_row(made, each.name, each.role, chosen, _inside(each), chance, _why(each), _second(each))
    return made


def _inside(each: Resolution) -> str:
    claimed = f" (claimed by {', '.join(each.claimants)})" if len(each.claimants) > 1 else ""
    return ", ".join(each.within) + claimed


def _why(each: Resolution) -> str:
    note = each.footprint.note if each.footprint else ""
    return f"{each.reason}; {note}" if note else each.reason


def _second(each: Resolution) -> str:
    others = [one for one in each.candidates if each.chosen is None or one.entry.id != each.chosen.entry.id]
    return f"{others[0].entry.name}, {others[0].entry.country} {others[0].probability:.2f}" if others else ""
