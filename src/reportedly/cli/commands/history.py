"""``reportedly history``: how belief in an event moved, day by day."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json

if TYPE_CHECKING:
    from reportedly.model.change import Course, Standing

NUMBERS = ("pages", "origins", "two or more")


@click.command("history")
@click.argument("event", metavar="EVENT")
@options.ledger_option
@options.view_options
@options.judging_options
@options.json_option
def command(event: str, ledger: Path, as_json: bool, **chosen: Any) -> None:
    """Show how belief in an event moved, day by day.

    One line a day on which anything changed: pages, independent origins and how surely there are two, best estimate
    with its range, grade, confidence and likelihood. EVENT is the beginning of an id, or words of a label.

    \b
    Example:
      reportedly history evt-3f0c --ledger case.db
    """
    from reportedly.model.codec import to_data
    from reportedly.pipeline.course import course_in

    course = course_in(ledger, event, options.tools(**chosen))
    if as_json:
        print_json(to_data(course))
    else:
        _show(course)


def _show(course: Course) -> None:
    from reportedly.cli.console import add_row, console, plain, table

    columns = ("published", *NUMBERS, "estimate", "grade", "confidence", "likelihood", "came in")
    made = table(*columns, title=course.label, right=NUMBERS)
    for one in course.standings:
        add_row(made, *_cells(one))
    out = console()
    out.print(made)
    last = course.standings[-1] if course.standings else None
    if last is not None:
        whose = ", ".join(last.origins) or "nobody who is named"
        denied = f"; denied by {', '.join(last.denied_by)}" if last.denied_by else ""
        out.print(plain(f"On the word of {whose}{denied}. {course.event_id}"))


def _cells(one: Standing) -> tuple[str, ...]:
    from reportedly.cli.console import first_of
    from reportedly.pipeline.course import figure_of

    likelihood = one.likelihood
    return (
        str(one.day or "day unknown"),
        str(one.pages),
        str(one.independent),
        f"{one.at_least_two:.0%}",
        figure_of(one),
        one.grade,
        one.confidence,
        f"{likelihood.word} ({round(likelihood.low * 100)}-{round(likelihood.high * 100)} %)" if likelihood else "none",
        first_of(one.new_pages),
    )
