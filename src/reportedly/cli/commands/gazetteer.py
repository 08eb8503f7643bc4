"""``reportedly gazetteer``: which places are known, and places of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json

if TYPE_CHECKING:
    from reportedly.pipeline.places import PlaceFinder

ACTIONS = ("show", "import", "credits")


@click.command("gazetteer")
@click.argument("action", type=click.Choice(ACTIONS))
@click.argument("names", nargs=-1)
@click.option("--output", "-o", type=options.FILE, help="File that import writes.")
@options.reading_options
@options.json_option
def command(action: str, names: tuple[str, ...], output: Path | None, as_json: bool, **chosen: Any) -> None:
    """Show places by name, import places, or give credits.

    Import reads dumps and postal files of GeoNames (RU.txt, UA.zip); hand the file that it writes to other commands
    with --gazetteer. A postal point outside its area gives way to the middle of the district, with the radius of that.

    \b
    Examples:
      reportedly gazetteer show Sudzha
      reportedly gazetteer import RU.zip UA.zip --output places.sqlite
      reportedly gazetteer credits
    """
    if action == "credits":
        _credits(as_json)
    elif action == "import":
        _import(names, output, as_json)
    else:
        from reportedly.pipeline.places import place_finder

        _show(names, place_finder(options.tools(**chosen)), as_json)


def _credits(as_json: bool) -> None:
    from reportedly.pipeline.places import CREDITS

    if as_json:
        print_json({"credits": list(CREDITS)})
    else:
        click.echo("\n".join(CREDITS))


def _import(names: tuple[str, ...], output: Path | None, as_json: bool) -> None:
    from reportedly.pipeline.places import import_places

    if output is None or not names:
        raise click.UsageError("import wants at least one file, and --output for what it writes")
    count = import_places([Path(name) for name in names], output)
    if as_json:
        print_json({"places": count, "written": [str(output)]})
    else:
        click.echo(f"{count} places written to {output}")


def _show(names: tuple[str, ...], finder: PlaceFinder, as_json: bool) -> None:
    from reportedly.model.codec import to_data

    if not names:
        raise click.UsageError("show wants a name")
    found = finder.gazetteer.look_up(list(names))
    if as_json:
        places = {name: [{**to_data(hit.entry), "form": hit.form} for hit in found.get(name, ())] for name in names}
        print_json({"version": finder.gazetteer.version, "places": places})
        return
    from reportedly.cli.console import add_row, console, table

    for name in names:
        hits = found.get(name, ())
        made = table("id", "place", "kind", "lies in", "point", "km", "people", "known as", "source", title=name)
        for hit in hits:
            entry = hit.entry
            areas = [finder.name_of(area) for area in (entry.admin2, entry.admin1)]
            claimed = f"claimed by {', '.join(entry.status.claimants)}" if entry.status else entry.country
            point = f"{entry.lat:.3f}, {entry.lon:.3f}" if entry.lat is not None and entry.lon is not None else ""
            inside = ", ".join(part for part in (*areas, claimed) if part)
            cells = (entry.id, entry.name, entry.kind, inside, point, f"{entry.radius_km:g}")
            add_row(made, *cells, str(entry.population or ""), hit.form, entry.source)
        console().print(made)
