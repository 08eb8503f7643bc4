"""Actions of ``reportedly review`` that decide about a claim: accept, correct, reject, unsure, add."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json

if TYPE_CHECKING:
    from reportedly.model.review import Review
    from reportedly.pipeline.workbench.fields_in_words import Typed

Command = TypeVar("Command", bound=Callable[..., Any])
_KINDS = ("event", "tally", "cause", "judgement", "forecast", "statement")
_BASES = ("footage", "document", "intercept", "eyewitness", "data")


def _fields(command: Command) -> Command:
    """Add the fields of a claim."""
    for option in reversed(
        (
            click.option(
                "--source", "sources", multiple=True, help="Name of a source; repeat it, the outermost first."
            ),
            click.option("--own-voice", is_flag=True, help="The document says it itself."),
            click.option("--kind", type=click.Choice(_KINDS), help="What sort of assertion it is."),
            click.option("--polarity", type=click.Choice(["affirmed", "denied"]), help="What its source says of it."),
            click.option("--hedge", default="", help="The word of probability, as it stands in the document."),
            click.option("--flat", is_flag=True, help="It is stated without a hedge."),
            click.option(
                "--figure", "figures", multiple=True, help="Such as “killed at least 24 soldiers”; repeat it."
            ),
            click.option("--no-figures", is_flag=True, help="It holds no figure."),
            click.option("--days", default="", help="When: 2024-12-14 or 2024-12-13..2024-12-14."),
            click.option("--undated", is_flag=True, help="No day can be worked out."),
            click.option("--place", "places", multiple=True, help="A place as it stands in the document; repeat it."),
            click.option("--basis", type=click.Choice(_BASES), help="What the origin offers for its word."),
        )
    ):
        command = option(command)
    return command


def _round(command: Command) -> Command:
    """Add the round of blind coding in which a decision is made."""
    command = click.option("--adjudicate", is_flag=True, help="Decide between coders; this holds before all.")(command)
    return click.option("--round", "round_name", default="", help="The blind round that you code in.")(command)


def _plain(name: str, help_text: str, example: str) -> click.Command:
    """Return an action that needs no reading of the claim."""

    @click.command(name, help=f"{help_text}\n\n\b\nExample:\n  reportedly review {name} {example} --ledger case.db")
    @click.argument("claim", metavar="CLAIM")
    @options.signed
    @_round
    @options.ledger_option
    @options.actors_option
    @options.json_option
    def action(
        claim: str,
        author: str,
        reason: str,
        round_name: str,
        adjudicate: bool,
        ledger: Path,
        actors: Path | None,
        as_json: bool,
    ) -> None:
        from reportedly.model.review import Decision
        from reportedly.pipeline.workbench.reviewing import ReviewWish, record_review

        wish = ReviewWish(claim, Decision(name), author, reason, None, round_name, adjudicate)
        _told(record_review(ledger, wish, options.tools(actors=actors)), as_json)

    return action


accept = _plain("accept", "Say that a claim is right as it counts now.", 'clm-91ab --by "A. Analyst"')
reject = _plain(
    "reject", "Say that it is no claim of the document's.", 'clm-91ab --by "A. Analyst" --reason "a heading"'
)
unsure = _plain("unsure", "Say that you cannot tell; nothing changes.", 'clm-91ab --by "A. Analyst"')


@click.command("correct")
@click.argument("claim", metavar="CLAIM")
@click.option("--words", default="", help="The content, as it stands in the document.")
@_fields
@options.signed
@_round
@options.ledger_option
@options.actors_option
@options.json_option
def correct(
    claim: str,
    author: str,
    reason: str,
    round_name: str,
    adjudicate: bool,
    ledger: Path,
    actors: Path | None,
    as_json: bool,
    **given: Any,
) -> None:
    """Say what a claim really is; fields that you leave out stay.

    \b
    Examples:
      reportedly review correct clm-91ab --figure "killed 200 soldiers" --by "A. Analyst" --reason "misread" -l case.db
      reportedly review correct clm-91ab --source ISW --source "Harbour Office" --by "Ann" --reason "relayed" -l a.db
    """
    from reportedly.model.review import Decision
    from reportedly.pipeline.workbench.review_typed import correct_typed
    from reportedly.pipeline.workbench.reviewing import ReviewWish

    tools = options.tools(actors=actors)
    wish = ReviewWish(claim, Decision.CORRECT, author, reason, None, round_name, adjudicate)
    _told(correct_typed(ledger, wish, _typed(given), tools), as_json)


@click.command("add")
@click.argument("document", metavar="DOCUMENT")
@click.option("--words", required=True, help="The content, as it stands in the document.")
@_fields
@options.signed
@options.ledger_option
@options.actors_option
@options.json_option
def add(
    document: str, author: str, reason: str, ledger: Path, actors: Path | None, as_json: bool, **given: Any
) -> None:
    """Add a claim that the machine missed.

    \b
    Example:
      reportedly review add doc-51c2 --words "the bridge is closed" --own-voice --by "A. Analyst" -l case.db
    """
    from reportedly.pipeline.workbench.review_typed import add_typed

    _told(add_typed(ledger, document, (author, reason), _typed(given), options.tools(actors=actors)), as_json)


def _typed(given: dict[str, Any]) -> Typed:
    from reportedly.model.claim import Basis, Kind, Polarity
    from reportedly.pipeline.workbench.fields_in_words import Typed

    for value, without in (("sources", "own_voice"), ("hedge", "flat"), ("figures", "no_figures"), ("days", "undated")):
        if given[value] and given[without]:
            raise click.UsageError(f"--{without.replace('_', '-')} says that there is none")
    for name, model in (("kind", Kind), ("polarity", Polarity), ("basis", Basis)):
        given[name] = model(given[name]) if given[name] else None
    return Typed(**given)


def _told(made: Review, as_json: bool) -> None:
    data = {"recorded": made.id, "claim": made.claim_id, "decision": str(made.decision)}
    say(as_json, data, f"recorded {made.id}: {made.decision} {made.claim_id}")


def say(as_json: bool, data: dict[str, Any], words: str) -> None:
    """Print what was done, as JSON or as words."""
    if as_json:
        print_json(data)
    else:
        click.echo(words)


COMMANDS = (accept, correct, reject, unsure, add)
"""The actions, in the order in which help lists them."""
