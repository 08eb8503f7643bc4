"""The command ``reportedly``: finds the command that was asked for, runs it, and says what went wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from importlib.metadata import entry_points
from keyword import iskeyword
from typing import Any

import click

from reportedly import __version__
from reportedly.cli.failure import show_failure, show_fault
from reportedly.model.errors import ReportedlyError, SettingsError

PLUGIN_GROUP = "reportedly"
COMMANDS = (
    "assess",
    "add",
    "import",
    "claims",
    "events",
    "show",
    "trace",
    "drift",
    "diff",
    "history",
    "sources",
    "report",
    "export",
    "judge",
    "review",
    "forecasts",
    "demo",
    "serve",
    "verify",
    "doctor",
    "attributions",
    "figures",
    "series",
    "why",
    "times",
    "places",
    "words",
    "lint",
    "gazetteer",
    "priors",
    "extract",
    "code",
    "bench",
)
"""The built-in commands in the order in which help lists them; each is a module of ``cli.commands``."""


class Commands(click.Group):
    """Commands that are imported only when they are asked for, plug-ins' last."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of all commands."""
        return [*COMMANDS, *sorted(_plugin_commands())]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Return the command of this name."""
        if cmd_name in COMMANDS:
            command: click.Command = import_module(f"reportedly.cli.commands.{_module(cmd_name)}").command
            return command
        return _plugin_commands().get(cmd_name)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = "reportedly",
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a command; as a program of its own, leave with the exit status that model/errors.py lists."""
        # Before numpy is loaded: threads of linear algebra wait for one another where cores are shared, and with their
        # number the last digits change.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        given = list(sys.argv[1:] if args is None else args)
        run = partial(super().main, given, prog_name, complete_var, False, windows_expand_args, **extra)
        return sys.exit(_status(run, "--json" in given)) if standalone_mode else run()


def _module(command: str) -> str:
    """Return the module of a command; one whose name is a word of Python has an underscore behind it."""
    return f"{command}_" if iskeyword(command) else command


def _status(run: Callable[[], Any], as_json: bool) -> int:
    """Run a command, say what went wrong, and return the exit status."""
    try:
        result = run()
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.Abort:
        return 130
    except (click.ClickException, ReportedlyError) as error:
        return show_failure(error, as_json)
    except BrokenPipeError:
        # Whoever read our output has gone: what is still to be flushed goes nowhere, without a complaint at the exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 - the last place that can say what happened as was asked for
        return show_fault(error, as_json)
    return result if isinstance(result, int) else 0


def _plugin_commands() -> dict[str, click.Command]:
    if not entry_points(group=PLUGIN_GROUP):  # asking pluggy costs a start-up's tenth of a second
        return {}
    from reportedly.pipeline.plugins import installed

    found: dict[str, click.Command] = {}
    for commands in installed().hook.reportedly_commands():
        for command in commands:
            name = str(command.name)
            if name in COMMANDS or name in found:
                raise SettingsError("E206", "a plug-in brings a command whose name is taken", name, "uninstall it")
            found[name] = command
    return found


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit status: 0 done; 1 some input was refused, the rest done; 2 wrong call or setting; 3 nothing could be "
    "read; 4 no such id; 5 the ledger cannot be opened or written; 6 it is damaged; 7 an assessment is not supported; "
    "8 a model backend gave no answer.",
)
@click.version_option(__version__, prog_name="reportedly")
def main() -> None:
    """Read reports and say what is really known.

    Who said what, through whom, and on how many independent origins it rests.

    \b
    Start with a folder of reports:
      reportedly assess reports/ --ledger case.db --output out/
    """
