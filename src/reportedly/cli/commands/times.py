"""``reportedly times``: the time expressions of a report, and the days they mean."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json
from reportedly.cli.progress import progress

if TYPE_CHECKING:
    from rich.table import Table

    from reportedly.model.times import TimeExpression
    from reportedly.pipeline.times import Timed


@click.command("times")
@click.argument("report", type=click.Path(exists=True, path_type=Path))
@click.option("--history/--news", "narrative", default=None, help="Take years from the text itself, or from its day.")
@click.option("--policies", type=options.FILE, help="How many days vague words mean, in a JSON file.")
@options.as_of_option
@options.reading_options
@options.json_option
@options.quiet_option
def command(
    report: Path, narrative: bool | None, policies: Path | None, as_json: bool, quiet: bool, **chosen: Any
) -> None:
    """Show the times that a report tells, and the days they mean.

    Each with its TIMEX3 value, first and last day, how finely it tells the time, how the words before bound it,
    the rule that fired, and what should be checked.

    \b
    Example:
      reportedly times report.html
    """
    from reportedly.pipeline.times import time_files

    with progress(as_json or quiet) as bars:
        found = time_files(report, options.tools(bars, **chosen), narrative=narrative, policies=policies)
    if as_json:
        print_json({"documents": [_data(one) for one in found]})
        return
    from reportedly.cli.console import console

    for one in found:
        console().print(_table(one))


def _data(one: Timed) -> dict[str, Any]:
    from reportedly.model.codec import to_data

    return {
        "document": {"key": one.key, "reference": str(one.reference) if one.reference else None},
        "history": one.narrative,
        "times": [{"words": each.span.of(one.text), **to_data(each)} for each in one.times],
    }


def _table(one: Timed) -> Table:
    from rich.table import Table

    from reportedly.cli.console import plain

    day = f"told from {one.reference}" if one.reference else "day of publication not known"
    table = Table(title=plain(f"{one.key}: {day}{', read as a history' if one.narrative else ''}", "bold"))
    for name in ("words", "value", "first day", "last day", "granularity", "bound", "rule", "to check"):
        table.add_column(name)
    for each in one.times:
        table.add_row(*(plain(cell) for cell in _cells(each, one.text)))
    return table


def _cells(each: TimeExpression, text: str) -> tuple[str, ...]:
    first, last = (each.interval.first, each.interval.last) if each.interval else ("", "")
    rule = f"{each.rule}: {each.policy}, {each.width} days" if each.policy else each.rule
    words = " ".join(each.span.of(text).split())
    return (words, each.value, str(first), str(last), each.granularity, each.bound, rule, "; ".join(each.warnings))
