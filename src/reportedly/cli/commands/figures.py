"""``reportedly figures``: every count of reports, with whose, over what time, how bounded and on whose word."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json
from reportedly.cli.progress import progress

if TYPE_CHECKING:
    from rich.table import Table

    from reportedly.model.count import Count
    from reportedly.pipeline.counts import Counted


@click.command("figures")
@click.argument("report", type=click.Path(exists=True, path_type=Path))
@options.as_of_option
@options.reading_options
@options.json_option
@options.quiet_option
def command(report: Path, as_json: bool, quiet: bool, **chosen: Any) -> None:
    """Show every figure of a report, with whose and on whose word.

    Victims without a number (“a man was shot dead”) are counts of one and stand in brackets. Below them stand the
    totals of what the report is mainly about, where it is one incident.

    \b
    Example:
      reportedly figures report.html
    """
    from reportedly.pipeline.counts import count_lines

    with progress(as_json or quiet) as bars:
        found = count_lines(report, options.tools(bars, **chosen))
    if as_json:
        print_json({"documents": [_data(one) for one in found]})
        return
    from reportedly.cli.console import console, plain

    for one in found:
        console().print(plain(one.document.title or one.document.key, "bold"))
        if not one.counts:
            console().print(plain("no figures", "yellow"))
            continue
        console().print(_table(one))
        console().print(plain(_totals(one), "dim"))


def _data(one: Counted) -> dict[str, Any]:
    from reportedly.model.codec import to_data
    from reportedly.model.totals import incident_totals

    document = one.document
    return {
        "document": {"id": document.id, "key": document.key, "title": document.title, "outlet": document.outlet},
        "counts": [to_data(count) for count in one.counts],
        "totals": {str(measure): number for measure, number in incident_totals(one.counts).items()},
    }


def _totals(one: Counted) -> str:
    from reportedly.model.totals import incident_totals

    told = ", ".join(f"{number:,} {measure}" for measure, number in incident_totals(one.counts).items() if number)
    return f"What it is mainly about: {told}." if told else "Nobody is counted killed or wounded in what it is about."


def _table(one: Counted) -> Table:
    from rich.table import Table

    from reportedly.cli.console import plain

    table = Table(box=None, pad_edge=False)
    for name in ("figure", "measure", "of", "side", "covers", "says", "words"):
        table.add_column(name, justify="right" if name == "figure" else "left", overflow="fold")
    for count in one.counts:
        table.add_row(*(plain(cell) for cell in _cells(count, one.document.text)))
    return table


def _cells(count: Count, text: str) -> tuple[str, ...]:
    quantity = count.quantity
    number = bounded(quantity.low, quantity.high)
    words = " ".join(count.span.of(text).split())
    who = " > ".join(link.name for link in count.chain) or "the report"
    about = "" if count.main else ", background"
    again = ", again" if count.again else ""
    return (
        number if count.stated else f"({number})",
        str(quantity.measure),
        quantity.of,
        count.side or "",
        f"{count.period}{about}{again}",
        who,
        words,
    )


def bounded(low: int | None, high: int | None) -> str:
    """Return a number with its bounds: ``17``, ``17+``, ``up to 17``, ``17-20``."""
    if low is not None and high is not None:
        return f"{low:,}" if low == high else f"{low:,}-{high:,}"
    return f"{low:,}+" if low is not None else f"up to {high or 0:,}"
