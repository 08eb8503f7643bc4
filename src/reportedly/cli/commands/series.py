"""``reportedly series``: check tables of running totals, and draw an estimate that stays above their floors."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json

if TYPE_CHECKING:
    from datetime import date

    from rich.table import Table

    from reportedly.model.running import Finding, Role, SeriesReport
    from reportedly.pipeline.running import Question

_SHOWN_BANDS = 12


@click.command("series")
@click.argument("tables", nargs=-1, required=True, type=options.READABLE_FILE)
@click.option("--date", "day", default="", help="Column that holds the day; found out unless given.")
@click.option("--column", "columns", multiple=True, help="NAME or NAME=ROLE; role: claim, named, seen or floor.")
@click.option("--where", multiple=True, help="COLUMN=WORDS: only rows that have these words there.")
@click.option(
    "--interest",
    type=click.Choice(["enemy", "own", "neutral", "unknown"]),
    default="unknown",
    show_default=True,
    help="Whose losses the claimant counts.",
)
@click.option(
    "--counts",
    type=click.Choice(["killed", "casualties", "equipment"]),
    default="killed",
    show_default=True,
    help="What the claim counts; casualties are killed and wounded.",
)
@options.as_of_option
@click.option("--known", multiple=True, help="NAME=LOW-HIGH: share of the losses that a floor holds, such as 0.4-0.6.")
@click.option("--priors", type=options.READABLE_FILE, help="A file with assumptions of your own.")
@click.option("--output", "-o", type=options.FILE, help="A folder for the chart and its tables.")
@click.option("--title", default="", help="Title of the chart.")
@options.json_option
def command(tables: tuple[Path, ...], output: Path | None, title: str, as_json: bool, **chosen: Any) -> None:
    """Check running totals and estimate what is behind them.

    Reads tables (CSV or JSON) with a day and running totals, such as an official daily claim of losses. Names digit
    slips, repeated days, falls, days given twice, missing days, and which of two scrapes of one source is right where
    they differ. Draws an estimate with its range that never falls and stays above the floors: named dead (role named)
    or losses seen in pictures (role seen).

    \b
    Example:
      reportedly series claim.csv names.csv --column total --column dead=named --interest enemy --output out/
    """
    from reportedly.pipeline.running import examine, write_series

    report = examine(tables, _question(**chosen))
    written = write_series(report, output, title) if output else []
    if as_json:
        print_json(_data(report))
        return
    _show(report)
    from reportedly.cli.console import show_written

    show_written(written)


def _question(
    day: str,
    columns: tuple[str, ...],
    where: tuple[str, ...],
    interest: str,
    counts: str,
    known: tuple[str, ...],
    priors: Path | None,
    as_of: date | None,
) -> Question:
    from reportedly.model.running import Counted, Interest, Wanted
    from reportedly.pipeline.running import Question

    wanted = Wanted(day, tuple(_column(one) for one in columns), tuple(_halves(one, "--where") for one in where), as_of)
    shares = dict(_share(one) for one in known)
    return Question(wanted, Interest(interest), Counted(counts), shares, priors)


def _halves(words: str, option: str) -> tuple[str, str]:
    name, cut, value = words.partition("=")
    if not (name and cut and value):
        raise click.BadParameter(f"{words!r} is not of the form NAME=...", param_hint=option)
    return name, value


def _column(words: str) -> tuple[str, Role | None]:
    from reportedly.model.running import Role

    name, _, role = words.rpartition("=")
    if not name:
        return words, None
    if role not in set(Role):
        raise click.BadParameter(f"{role!r} is none of {', '.join(Role)}", param_hint="--column")
    return name, Role(role)


def _share(words: str) -> tuple[str, tuple[float, float]]:
    name, value = _halves(words, "--known")
    low, _, high = value.partition("-")
    try:
        ends = float(low), float(high)
    except ValueError:
        ends = (0.0, 0.0)
    if not 0 < ends[0] < ends[1] <= 1:
        raise click.BadParameter(f"{value!r} is no share such as 0.4-0.6", param_hint="--known")
    return name, ends


def _data(report: SeriesReport) -> dict[str, Any]:
    from reportedly.model.codec import to_data

    columns = [
        {"name": one.name, "file": one.file, "role": one.role, "days": len(one.readings)} for one in report.columns
    ]
    return {
        "columns": columns,
        "same source": [list(names) for names in report.same],
        "findings": [to_data(one) for one in report.findings],
        "missing": [to_data(one) for one in report.missing],
        "estimate": [to_data(one) for one in report.bands],
        "priors": [to_data(one) for one in report.priors],
        "notes": list(report.notes),
    }


def _show(report: SeriesReport) -> None:
    from reportedly.cli.console import console, plain

    out = console()
    for one in report.columns:
        out.print(plain(f"{one.file}: {one.name}, read as {one.role}, {len(one.readings)} figures", "dim"))
    for names in report.same:
        out.print(plain(f"One source's totals: {', '.join(names)}", "dim"))
    for column in dict.fromkeys(one.column for one in report.findings):
        out.print(_findings([one for one in report.findings if one.column == column], column))
    if not report.findings:
        out.print(plain("Nothing is wrong in these totals.", "green"))
    for gap in report.missing:
        if gap.number:
            first = ", ".join(str(a) if a == b else f"{a} to {b}" for a, b in gap.days[:4])
            more = f" and {len(gap.days) - 4} more gaps" if len(gap.days) > 4 else ""
            out.print(plain(f"{gap.column}: {gap.number} days missing: {first}{more}"))
    if report.bands:
        out.print(_bands(report))
    for prior in report.priors:
        words = f"Assumed: {prior.name}: factor {prior.factor:.2f}, spread {prior.spread:.2f} ({prior.source})"
        out.print(plain(words, "dim"))
    for note in report.notes:
        out.print(plain(note, "yellow"))


def _findings(findings: Sequence[Finding], column: str) -> Table:
    from collections import Counter

    from reportedly.cli.console import add_row, table

    numbers = Counter(one.kind for one in findings)
    heading = f"{column}: {', '.join(f'{kind} {number}' for kind, number in sorted(numbers.items()))}"
    made = table("day", "what", "stands", "suggested", "why", title=heading, right=("stands", "suggested"))
    for one in findings:
        day = str(one.first) if one.first == one.last else f"{one.first} to {one.last}"
        suggested = "" if one.suggested is None else f"{one.suggested:,.0f}"
        add_row(made, day, one.kind, f"{one.value:,.0f}", suggested, one.reason.text)
    return made


def _bands(report: SeriesReport) -> Table:
    from reportedly.cli.console import add_row, table

    numbers = ("claim", "floor", "low", "best", "high")
    made = table("day", *numbers, title="Estimate with its 90 % range", right=numbers)
    step = max(1, (len(report.bands) - 1) // (_SHOWN_BANDS - 1))
    for one in [*report.bands[:-1:step], report.bands[-1]]:
        cells = (one.claim, one.floor, one.low, one.best, one.high)
        add_row(made, str(one.day), *("" if cell is None else f"{cell:,.0f}" for cell in cells))
    return made
