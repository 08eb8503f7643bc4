"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from reportedly.pipeline.progress import Progress
    from reportedly.pipeline.second_coder import BackendSettings
    from reportedly.pipeline.toolkit import Toolkit

Command = TypeVar("Command", bound=Callable[..., Any])

FILE = click.Path(path_type=Path)
READABLE_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


class Day(click.ParamType[date]):
    """A day of the calendar as ISO writes it."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or refuse what is none."""
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            self.fail(f"{value!r} is no day of the form 2024-12-20", param, ctx)


class Moment(click.ParamType[datetime]):
    """A moment as ISO writes it; without a zone it is UTC, and a day alone means its end."""

    name = "moment"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Return the moment with its zone, or refuse what is none."""
        if isinstance(value, datetime):
            return value
        try:
            found = datetime.fromisoformat(value)
            if len(value) == _DAY_LENGTH:
                found = datetime.combine(found, time.max)
        except ValueError:
            self.fail(f"{value!r} is no moment of the form 2024-12-20 or 2024-12-20T14:30", param, ctx)
        return found if found.tzinfo else found.replace(tzinfo=UTC)


_DAY_LENGTH = len("2024-12-20")


def json_option(command: Command) -> Command:
    """Add ``--json``."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of text.")(command)


def quiet_option(command: Command) -> Command:
    """Add ``--quiet``."""
    return click.option("--quiet", "-q", is_flag=True, help="Show no progress.")(command)


def ledger_option(command: Command) -> Command:
    """Add a ``--ledger`` that must be given."""
    return click.option("--ledger", "-l", type=FILE, required=True, help="The ledger, a file.")(command)


def private_option(command: Command) -> Command:
    """Add ``--allow-private``."""
    words = "Let pages of this machine and of private networks be fetched."
    return click.option("--allow-private", is_flag=True, help=words)(command)


def signed(command: Command) -> Command:
    """Add who decides and why."""
    command = click.option("--reason", default="", help="Why; it stands on the entry.")(command)
    return click.option("--by", "author", required=True, help="Your name; it stands on the entry.")(command)


def as_of_option(command: Command) -> Command:
    """Add ``--as-of``."""
    return click.option("--as-of", type=Day(), help="Use only what was published by this day (2024-12-20).")(command)


def view_options(command: Command) -> Command:
    """Add both clocks of a view: ``--as-of`` on what was published, ``--recorded-by`` on what the ledger held."""
    words = "Use only what the ledger had recorded by this moment (2024-12-20, 2024-12-20T14:30; UTC)."
    return as_of_option(click.option("--recorded-by", type=Moment(), help=words)(command))


def since_option(command: Command) -> Command:
    """Add ``--since``."""
    words = "Tell what is new since this day; else since the last assessment that the ledger holds."
    return click.option("--since", type=Day(), help=words)(command)


def reading_options(command: Command) -> Command:
    """Add what changes how reports are read."""
    for option in (
        click.option("--model", help="Name of the language pipeline.", envvar="REPORTEDLY_SPACY_MODEL"),
        click.option("--executor", default="auto", show_default=True, help="auto, serial, processes or a plug-in's."),
        click.option("--gazetteer", type=READABLE_FILE, help="A file of places of your own (gazetteer import)."),
        click.option(
            "--boundaries",
            type=click.Choice(["un", "russian_law", "undecided"]),
            default="un",
            show_default=True,
            help="Whose view decides the country of disputed places.",
        ),
    ):
        command = option(command)
    return command


def convention_option(command: Command) -> Command:
    """Add ``--convention``."""
    words = "How words such as “dozens” become numbers: codebook, acled, ucdp, airwars or survey."
    return click.option("--convention", default="codebook", show_default=True, help=words)(command)


def actors_option(command: Command) -> Command:
    """Add ``--actors``: who is who must be the same when a ledger is read as when it was drawn."""
    words = "A file with actors of your own (or REPORTEDLY_ACTORS)."
    return click.option("--actors", type=READABLE_FILE, help=words, envvar="REPORTEDLY_ACTORS")(command)


def judging_options(command: Command) -> Command:
    """Add what changes how claims are weighed."""
    for option in (
        click.option("--policy", default="ucdp", show_default=True, help="ucdp, acled, range, airwars or model."),
        click.option("--priors", type=READABLE_FILE, help="A file with your own priors of quantities."),
        click.option("--yardstick", default="icd203", show_default=True, help="The table of probability words."),
        convention_option,
        click.option("--title", default="", help="Title of the assessment."),
        actors_option,
    ):
        command = option(command)
    return command


def backend_options(command: Command) -> Command:
    """Add what says which model is asked, where, and where its answers are kept; ``backend_settings`` reads them."""
    modes = "record asks anew and keeps; replay asks only for what is not kept; strict sends nothing."
    for option in (
        click.option("--timeout", type=click.FloatRange(1), default=300, show_default=True, help="Seconds an answer."),
        click.option("--allow-insecure", is_flag=True, help="Allow plain http to another machine."),
        click.option(
            "--mode",
            type=click.Choice(["record", "replay", "strict"]),
            default="replay",
            show_default=True,
            help=f"Where answers come from: {modes}",
        ),
        click.option("--cache", type=FILE, help="The folder of kept answers; it comes to hold the text that is sent."),
        click.option("--backend-model", help="Name of the model.", envvar="REPORTEDLY_BACKEND_MODEL"),
        click.option("--backend", help="Address, such as http://localhost:8080/v1.", envvar="REPORTEDLY_BACKEND"),
    ):
        command = option(command)
    return command


BACKEND = ("backend", "backend_model", "cache", "mode", "allow_insecure", "timeout")
"""Names of what ``backend_options`` adds."""


def backend_settings(
    backend: str | None, backend_model: str | None, cache: Path | None, mode: str, allow_insecure: bool, timeout: float
) -> BackendSettings:
    """Return the settings of a model backend from its options.

    Raises:
        UsageError: where model or cache are not named.
    """
    from reportedly.pipeline.second_coder import BackendSettings as Made

    if not backend_model or cache is None:
        raise click.UsageError("a model backend needs --backend-model NAME and --cache DIR")
    return Made.of(backend_model, cache, mode, backend, allow_insecure, timeout)


def tools(progress: Progress | None = None, **chosen: Any) -> Toolkit:
    """Put together what a run works with from the options that were given; what is None keeps its default."""
    from reportedly.model.place import Boundaries
    from reportedly.pipeline.settings import Settings
    from reportedly.pipeline.toolkit import prepare

    if "boundaries" in chosen:
        chosen["boundaries"] = Boundaries(chosen["boundaries"])
    return prepare(Settings(**{name: value for name, value in chosen.items() if value is not None}), progress)
