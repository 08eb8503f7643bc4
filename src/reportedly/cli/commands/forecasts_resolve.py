"""Actions of ``reportedly forecasts`` that write: enter, resolve, take back, propose; and how forecasts print."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json

if TYPE_CHECKING:
    from reportedly.model.prediction import Prediction, Resolution
    from reportedly.pipeline.forecasts import Standing
    from reportedly.pipeline.proposing import Proposal


def standing_data(one: Standing) -> dict[str, Any]:
    """Return a forecast with how it stands as a plain object."""
    from reportedly.model.codec import to_data

    return {
        **to_data(one.prediction),
        "recorded": one.recorded.isoformat(),
        "state": str(one.state),
        "late": one.late,
        "resolution": to_data(one.resolution) if one.resolution else None,
    }


def said(prediction: Prediction) -> str:
    """Return how probable or large it was said to be: ``likely, 73 % (55-80 %)``, ``flatly``, ``120 (60-260)``."""
    if prediction.expected is not None:
        expected = prediction.expected
        return f"{expected.best:,.0f} ({expected.low:,.0f}-{expected.high:,.0f})"
    chance = prediction.chance
    if chance is None:
        return "flatly"
    word = f"{chance.word}, " if chance.word else ""
    spread = f" ({100 * chance.low:.0f}-{100 * chance.high:.0f} %)" if chance.low != chance.high else ""
    return f"{word}{100 * chance.number:.0f} %{spread}"


def outcome_words(resolution: Resolution) -> str:
    """Return how it came out: ``yes``, ``no``, ``void``, ``0.6``, ``130``."""
    if resolution.value is not None:
        return f"{resolution.value:,.10g}"
    return f"{resolution.share:g}" if resolution.outcome == "partly" else str(resolution.outcome)


@click.command("add")
@click.option("--text", required=True, help="What you say will come about.")
@click.option("--probability", "-p", default="", help="How probable: .6, 60 %, .6-.8.")
@click.option("--word", default="", help="A word of the yardstick for it, such as likely.")
@click.option("--by-day", type=options.Day(), help="The day by which it is to come about.")
@click.option("--if", "condition", default="", help="On what condition; void if it fails.")
@click.option("--measure", default="", help="For a quantity: what it counts (killed, displaced, other ...).")
@click.option("--range90", default="", help="For a quantity: its 90 % range, such as 100-300.")
@click.option("--range50", default="", help="For a quantity: its 50 % range.")
@click.option("--best", type=float, help="For a quantity: its best number.")
@click.option("--by", "author", required=True, help="Your name; it stands on the entry.")
@click.option("--made-on", type=options.Day(), help="The day on which you say it; today where left out.")
@click.option("--yardstick", default="icd203", show_default=True, help="The table of probability words.")
@options.ledger_option
@options.json_option
def add(ledger: Path, author: str, made_on: date | None, yardstick: str, as_json: bool, **given: Any) -> None:
    """Put a forecast of your own on record; it cannot be changed afterwards.

    \b
    Examples:
      reportedly forecasts add --text "The bridge falls" --probability .6-.8 --by-day 2031-06-01 --by "A. Analyst" --ledger case.db
      reportedly forecasts add --text "Displaced in Orrin" --measure displaced --range90 100-300 --by "A. Analyst" --ledger case.db
    """  # noqa: E501 - an example that can be copied
    from reportedly.pipeline.entering import Entered, prediction_of
    from reportedly.pipeline.forecasts import enter, today
    from reportedly.pipeline.resources import load_yardstick

    entered = Entered(by=author, made_on=made_on or today(), **given)
    made = enter(ledger, prediction_of(entered, load_yardstick(yardstick)))
    _say(as_json, {"recorded": made.id, "said": said(made)}, f"recorded {made.id}: {said(made)}")


@click.command("resolve")
@click.argument("short_id", metavar="ID")
@click.argument("outcome", metavar="OUTCOME")
@click.option("--by", "author", required=True, help="Your name; it stands on the entry.")
@click.option("--because", "reason", required=True, help="Why; it stands on the entry.")
@click.option(
    "--known-on", type=options.Day(), help="The day on which it was known; else that of the claims, or today."
)
@click.option("--claim", "claims", multiple=True, help="A claim that shows it; repeatable.")
@click.option("--condition", type=click.Choice(["held", "failed"]), help="Whether its condition came about.")
@options.ledger_option
@options.json_option
def resolve(
    short_id: str,
    outcome: str,
    author: str,
    reason: str,
    known_on: date | None,
    claims: tuple[str, ...],
    condition: str | None,
    ledger: Path,
    as_json: bool,
) -> None:
    """Say how a forecast came out.

    OUTCOME is yes, no or void; the number, for a quantity; or the share, 0 to 1, to which it came true. Yes means that
    what the forecast says came about, its probability words left out. A forecast whose condition failed is void.

    \b
    Examples:
      reportedly forecasts resolve prd-3f0c yes --by "A. Analyst" --because "it fell on 3 May" --ledger case.db
      reportedly forecasts resolve prd-77e1 130 --by "A. Analyst" --because "names listed" --known-on 2031-04-02 -l a.db
    """
    from reportedly.pipeline import forecasts

    held = None if condition is None else condition == "held"
    answer = forecasts.Answer(outcome, author, reason, known_on, claims, held)
    made = forecasts.resolve(ledger, short_id, answer)
    words = outcome_words(made)
    data = {"recorded": made.id, "forecast": made.prediction_id, "outcome": words, "known_on": str(made.known_on)}
    _say(as_json, data, f"{made.prediction_id} resolved: {words}")


@click.command("undo")
@click.argument("short_id", metavar="ID")
@click.option("--by", "author", required=True, help="Your name; it stands on the entry.")
@click.option("--because", "reason", required=True, help="Why; it stands on the entry.")
@options.ledger_option
@options.json_option
def undo(short_id: str, author: str, reason: str, ledger: Path, as_json: bool) -> None:
    """Take back how a forecast was resolved; history keeps it.

    \b
    Example:
      reportedly forecasts undo prd-3f0c --by "A. Analyst" --because "another bridge" --ledger case.db
    """
    from reportedly.pipeline import forecasts

    taken = forecasts.undo(ledger, short_id, author, reason)
    _say(as_json, {"reopened": taken}, f"{taken} is open again")


@click.command("propose")
@options.ledger_option
@options.as_of_option
@options.actors_option
@click.option("--accept-sure", is_flag=True, help="Record those that need no person: own estimates, plainly borne out.")
@options.json_option
def propose(ledger: Path, accept_sure: bool, as_json: bool, **chosen: Any) -> None:
    """Say how unresolved forecasts seem to have come out, by later reports.

    Nothing is recorded; resolve what you agree with. That no report speaks of a thing is no proposal.

    \b
    Example:
      reportedly forecasts propose --ledger case.db
    """
    from reportedly.model.codec import to_data
    from reportedly.pipeline import outcomes

    tools = options.tools(**chosen)
    accepted = outcomes.accept_sure(ledger, tools) if accept_sure else ()
    found = outcomes.propose(ledger, tools)
    if as_json:
        proposals = [{"forecast": one.prediction.text, **to_data(proposal)} for one, proposal in found]
        print_json({"accepted": [to_data(one) for one in accepted], "proposals": proposals})
        return
    for one in accepted:
        click.echo(f"{one.prediction_id} resolved: {outcome_words(one)}")
    _show(found)


def _show(found: tuple[tuple[Standing, Proposal], ...]) -> None:
    from reportedly.cli.console import console, plain

    out = console()
    out.print(plain(f"{len(found)} proposals" if len(found) != 1 else "1 proposal", "bold"))
    for one, proposal in found:
        outcome = f"{proposal.value:,.10g}" if proposal.value is not None else str(proposal.outcome)
        whose = one.prediction.maker.name or "nobody named"
        out.print(plain(f"{whose}: {one.prediction.text}"), soft_wrap=True)
        out.print(plain(f"  seems {outcome}, {100 * proposal.probability:.0f} % sure"), soft_wrap=True)
        for reason in proposal.reasons:
            out.print(plain(f"  - {reason.text}", "dim"), soft_wrap=True)
        claims = "".join(f" --claim {claim}" for claim in proposal.claim_ids)
        out.print(
            plain(f"  reportedly forecasts resolve {one.prediction.id} {outcome}{claims}", "cyan"), soft_wrap=True
        )


def _say(as_json: bool, data: dict[str, Any], words: str) -> None:
    if as_json:
        print_json(data)
    else:
        click.echo(words)


ACTIONS = (add, resolve, undo, propose)
