"""The command line as a whole: help, speed, plug-ins, errors."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from reportedly.cli import app, main
from reportedly.cli.app import COMMANDS
from reportedly.model.errors import NotFound
from reportedly.pipeline import plugins
from reportedly.pipeline.hooks import hookimpl
from toy import toy_plugins

Call = Callable[..., Result]
HELP_SECONDS = 0.3
SOURCE = Path(app.__file__).parents[2]
HEAVY = ("spacy", "sqlalchemy", "pydantic", "rich", "trafilatura", "numpy", "jinja2")


def python(program: str) -> subprocess.CompletedProcess[str]:
    """Run a program in a fresh interpreter."""
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    return subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)


@pytest.mark.parametrize("arguments", [["--help"], ["assess", "--help"]])
def test_help_is_there_at_once(arguments: list[str]) -> None:
    """Help takes less than 0.3 seconds of the processor: the best of some tries, since the machine may be busy."""
    program = f"from reportedly.cli import main; main({arguments})"
    best = 10.0
    for _ in range(8):
        before = os.times()
        python(program)
        after = os.times()
        best = min(best, after.children_user + after.children_system - before.children_user - before.children_system)
    assert best < HELP_SECONDS


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_loads_nothing_heavy(name: str) -> None:
    """No help text needs the language pipeline, the database or the page layout."""
    arguments = [part for part in (name, "--help") if part]
    program = (
        f"import sys\nfrom reportedly.cli import main\ntry: main({arguments})\nexcept SystemExit: pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    assert python(program).stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_shows_an_example_and_takes_json(name: str) -> None:
    """Each help text calls the command once, and offers ``--json``."""
    shown = CliRunner().invoke(main, [name, "--help"]).stdout
    assert f"  reportedly {name} " in shown
    assert "--json" in shown


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_cuts_no_sentence(name: str) -> None:
    """What each command does fits into its line of the list."""
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert not command.get_short_help_str(limit=64).endswith("...")


class Greeter:
    """A plug-in with a command of a given name."""

    def __init__(self, name: str) -> None:
        """Keep the name."""
        self.name = name

    @hookimpl
    def reportedly_commands(self) -> list[click.Command]:
        """Bring the command."""
        return [click.Command(self.name, callback=lambda: click.echo("hello"))]


def with_plugin(monkeypatch: pytest.MonkeyPatch, plugin: Greeter) -> None:
    """Let the command line find a plug-in."""
    monkeypatch.setattr(app, "entry_points", lambda **_: [EntryPoint("greeter", "x:y", "reportedly")])
    monkeypatch.setattr(plugins, "installed", lambda: toy_plugins(plugin))


def test_a_plug_ins_command_runs_and_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command that a plug-in brings stands in the help and runs."""
    with_plugin(monkeypatch, Greeter("greet"))
    assert "greet" in CliRunner().invoke(main, ["--help"]).stdout
    assert CliRunner().invoke(main, ["greet"]).stdout == "hello\n"


def test_a_plug_in_cannot_take_a_built_in_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """A plug-in that brings a command named like a built-in one is refused."""
    with_plugin(monkeypatch, Greeter("assess"))
    outcome = CliRunner().invoke(main, ["--help"])
    assert (outcome.exit_code, "E206" in outcome.stderr) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "status", "code"),
    [
        (["assess", "--json"], 2, "E200"),
        (["nonsense", "--json"], 2, "E200"),
        (["assess", "missing", "--json"], 3, "E101"),
        (["assess", "missing", "--yardstick", "feelings", "--json"], 2, "E205"),
        (["events", "--ledger", "missing.db", "--json"], 5, "E301"),
        (["verify", "--ledger", "missing.db", "--json"], 5, "E301"),
        (["bench", "guessing", ".", "--json"], 2, "E209"),
    ],
)
def test_an_error_is_one_json_object(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], status: int, code: str
) -> None:
    """With ``--json`` every error has code, what, where and advice, and the documented exit status."""
    monkeypatch.chdir(tmp_path)
    outcome = call(*arguments)
    error = json.loads(outcome.stdout)["error"]
    assert (outcome.exit_code, error["code"]) == (status, code)
    assert {"code", "what", "where", "advice"} <= set(error)


def test_an_error_for_people_gives_advice(call: Call, ledger: Path) -> None:
    """Without ``--json`` the error stands on stderr, with its code and what to do."""
    outcome = call("trace", "clm-none", "--ledger", ledger)
    assert (outcome.exit_code, outcome.stdout) == (NotFound.exit_status, "")
    assert "[E401]" in outcome.stderr
    assert "->" in outcome.stderr


def test_a_fault_of_ours_ends_with_70(call: Call, monkeypatch: pytest.MonkeyPatch, reports: Path) -> None:
    """An exception that nobody expected is told as such, as JSON where that was asked for."""

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("no such luck")

    monkeypatch.setattr("reportedly.pipeline.run.assess_paths", broken)
    outcome = call("assess", reports, "--json")
    assert outcome.exit_code == 70
    assert json.loads(outcome.stdout)["error"]["code"] == "E900"


def test_the_package_runs_as_a_module() -> None:
    """``python -m reportedly`` is the same program."""
    done = subprocess.run(  # the program itself
        [sys.executable, "-m", "reportedly", "--help"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, "Usage:" in done.stdout) == (0, True)
