"""``reportedly review``: what people decide about claims and sources: recorded, listed, logged, taken back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli import options
from reportedly.cli.commands import review_decide
from reportedly.cli.commands.forecasts import Actions
from reportedly.cli.failure import print_json

if TYPE_CHECKING:
    from reportedly.pipeline.workbench.decision_log import LogLine

_CUT = 70
"""Characters of a claim that lists show."""


@click.group("review", cls=Actions)
def command() -> None:
    """Accept, correct or reject claims; grade sources; see who did.

    A decision is an entry of the ledger with your name and your reason. It counts in every view of the ledger from
    then on, and leaves the machine's reading as it is; undo takes it back. Without an action decisions are listed.
    Every action takes --json.

    \b
    Examples:
      reportedly review reject clm-3f0c --by "A. Analyst" --reason "a heading, not a claim" --ledger case.db
      reportedly review correct clm-91ab --figure "killed 200 soldiers" --by "A. Analyst" --reason "misread" -l case.db
      reportedly review undo rev-77e1 --by "A. Analyst" --reason "I misread the page" --ledger case.db
      reportedly review log clm-91ab --ledger case.db
    """


@command.command("list")
@click.option("--claim", help="Only decisions about this claim, by its id.")
@click.option("--person", default="", help="Who looks: what open blind rounds hide from them is left out.")
@options.ledger_option
@options.json_option
def listing(claim: str | None, person: str, ledger: Path, as_json: bool) -> None:
    """List decisions in force, oldest first.

    \b
    Example:
      reportedly review list --ledger case.db
    """
    from reportedly.pipeline.decided import claim_with
    from reportedly.pipeline.workbench.bench import Bench
    from reportedly.pipeline.workbench.review_list import review_lines

    with Bench.open(ledger, options.tools()) as bench:
        wanted = [claim_with(bench.book, claim)] if claim else []
        found = review_lines(bench, person, wanted)
    if as_json:
        from reportedly.model.codec import to_data

        rows = [{**to_data(one.review), "holds": one.holds, "stale": one.stale} for one in found]
        print_json({"reviews": rows})
        return
    from reportedly.cli.console import add_row, console, short, table

    made = table("id", "claim id", "decision", "by", "claim", "why", "state", title=f"Decisions ({len(found)})")
    for one in found:
        review, quote = one.review, one.reading.quote if one.reading else ""
        state = ("holds" if one.holds else "does not hold") + (", the machine reads it otherwise now" * one.stale)
        decision = f"{review.decision}{f' ({review.round})' if review.round else ''}"
        add_row(
            made, short(review.id), short(review.claim_id), decision, review.author, _cut(quote), review.reason, state
        )
    console().print(made)


@command.command("log")
@click.argument("claim", required=False, metavar="[CLAIM]")
@click.option("--person", default="", help="Who looks: what open blind rounds hide from them is left out.")
@click.option(
    "--limit", default=50, show_default=True, type=click.IntRange(1, 1000), help="How many, the newest first."
)
@options.ledger_option
@options.json_option
def log(claim: str | None, person: str, limit: int, ledger: Path, as_json: bool) -> None:
    """Tell who decided what, when and why.

    Of everything, the newest first; of one claim everything, the oldest first.

    \b
    Example:
      reportedly review log clm-91ab --ledger case.db
    """
    from reportedly.pipeline.decided import claim_with
    from reportedly.pipeline.workbench.bench import Bench
    from reportedly.pipeline.workbench.blinds import blinds_of
    from reportedly.pipeline.workbench.decision_log import LogQuery, lines_of, log_page
    from reportedly.pipeline.workbench.reviewing import history_of_claim

    with Bench.open(ledger, options.tools()) as bench:
        if claim:
            entries = history_of_claim(bench, claim_with(bench.book, claim))
            found = lines_of(bench, entries, person, blinds_of(bench.book))
        else:
            found = log_page(bench, LogQuery(size=limit), person).lines
    if as_json:
        print_json({"log": [_logged(one) for one in found]})
        return
    from reportedly.cli.console import add_row, console, short, table

    made = table("entry", "recorded", "who", "what", "about", "why", "id")
    for one in found:
        when = f"{one.recorded:%Y-%m-%d %H:%M}"
        add_row(made, str(one.number), when, one.who, one.what, _cut(one.about), one.why, short(one.subject))
    console().print(made)


@command.command("undo")
@click.argument("short_id", metavar="ID")
@options.signed
@options.ledger_option
@options.actors_option
@options.json_option
def undo(short_id: str, author: str, reason: str, ledger: Path, actors: Path | None, as_json: bool) -> None:
    """Take back a decision about a claim, or a letter for a source.

    \b
    Example:
      reportedly review undo rev-77e1 --by "A. Analyst" --reason "I misread the page" --ledger case.db
    """
    from reportedly.pipeline.workbench.grading import undo_source_grade
    from reportedly.pipeline.workbench.reviewing import undo_review

    tools = options.tools(actors=actors)
    of_source = short_id.startswith("src-")
    taken = (undo_source_grade if of_source else undo_review)(ledger, short_id, author, reason, tools)
    say(as_json, {"withdrawn": taken}, f"{taken} taken back")


@command.command("grade")
@click.argument("source", metavar="SOURCE")
@click.argument("letter", type=click.Choice(list("ABCDEF")))
@options.signed
@options.ledger_option
@options.actors_option
@options.json_option
def grade(source: str, letter: str, author: str, reason: str, ledger: Path, actors: Path | None, as_json: bool) -> None:
    """Give a source a letter of your own, A to E, or F for unknown.

    SOURCE is a name or an id of the registry. Your letter counts in grades; the machine's stays beside it.

    \b
    Example:
      reportedly review grade "Harbour Office" C --by "A. Analyst" --reason "wrong twice in May" --ledger case.db
    """
    from reportedly.model.grading import SourceLetter
    from reportedly.pipeline.workbench.grading import grade_source

    made = grade_source(ledger, source, SourceLetter(letter), author, reason, options.tools(actors=actors))
    say(as_json, {"recorded": made.id, "source": made.source, "letter": letter}, f"recorded {made.id}: {letter}")


def _logged(one: LogLine) -> dict[str, Any]:
    from reportedly.model.codec import to_data

    data: dict[str, Any] = to_data(one)
    return data


def _cut(text: str) -> str:
    return text if len(text) <= _CUT else f"{text[:_CUT]}…"


def say(as_json: bool, data: dict[str, Any], words: str) -> None:
    """Print what was done, as JSON or as words."""
    review_decide.say(as_json, data, words)


for _one in review_decide.COMMANDS:
    command.add_command(_one)
