"""Each hook is exercised by a plug-in of its own."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Sequence
from importlib.metadata import EntryPoint
from pathlib import Path

import click
import pytest

from reportedly.model.actors import Actor
from reportedly.model.claim import Claim
from reportedly.model.document import Document
from reportedly.model.dossier import Dossier
from reportedly.model.errors import SettingsError
from reportedly.pipeline import hooks, plugins
from reportedly.pipeline.executors import Executor, LoadExtractor, Serial
from reportedly.pipeline.hooks import hookimpl
from reportedly.pipeline.output import Exporter, rendition
from reportedly.pipeline.readers import extractor_loader, load_executor
from reportedly.pipeline.resources import load_registry
from reportedly.pipeline.run import draw
from reportedly.publish import Rendition
from toy import NAME, load_toy, toy_plugins, toy_tools


class Backwards:
    """An executor that only a plug-in brings."""

    def extract(self, documents: Sequence[Document], load: LoadExtractor) -> Iterator[tuple[Claim, ...]]:
        """Yield what the serial executor yields."""
        return Serial().extract(documents, load)


def headline(dossier: Dossier) -> Rendition:
    """Export the title alone."""
    return Rendition("title.txt", dossier.assessment.title.encode())


class Everything:
    """A plug-in that answers every question but the extractor's."""

    @hookimpl
    def reportedly_commands(self) -> Sequence[click.Command]:
        """Bring a command."""
        return [click.Command("greet", callback=lambda: click.echo("hello"))]

    @hookimpl
    def reportedly_actors(self) -> Sequence[Actor]:
        """Bring an actor."""
        return [Actor("xx-desk", "The Desk of Ulm", side="Ulm")]

    @hookimpl
    def reportedly_executor(self, name: str) -> Executor | None:
        """Bring an executor."""
        return Backwards() if name == "backwards" else None

    @hookimpl
    def reportedly_exporter(self, format_name: str) -> Exporter | None:
        """Bring a format."""
        return headline if format_name == "title" else None


def test_a_plug_in_brings_actors() -> None:
    """The registry knows a plug-in's actor before the bundled ones."""
    assert load_registry(None, toy_plugins(Everything())).actors[0].name == "The Desk of Ulm"


def test_a_plug_in_brings_an_extractor() -> None:
    """The model's name chooses a plug-in's extractor."""
    assert isinstance(extractor_loader(NAME, toy_plugins())(), type(load_toy()))


def test_a_plug_in_brings_an_executor() -> None:
    """A name that no built-in executor has is looked for among the plug-ins."""
    assert isinstance(load_executor("backwards", toy_plugins(Everything())), Backwards)


def test_a_plug_in_brings_a_format() -> None:
    """A plug-in's format is written like a built-in one."""
    dossier = draw([], toy_tools())
    made = rendition(dossier, "title", toy_plugins(Everything()))
    assert made == Rendition("title.txt", dossier.assessment.title.encode())


def test_a_plug_in_brings_commands() -> None:
    """The question for commands reaches the plug-in."""
    found = toy_plugins(Everything()).hook.reportedly_commands()
    assert [command.name for commands in found for command in commands] == ["greet"]


def test_every_hook_has_an_answer_in_these_tests() -> None:
    """No hook is on the page that nothing here exercises."""
    asked = {name for name, _ in inspect.getmembers(hooks, inspect.isfunction) if name.startswith("reportedly_")}
    answered = {name for name in vars(Everything) if name.startswith("reportedly_")}
    assert asked == answered | {"reportedly_extractor"}


def test_every_hook_is_asked_somewhere() -> None:
    """Each hook is called by the product."""
    source = Path(plugins.__file__).parents[1]
    text = "".join(path.read_text(encoding="utf-8") for path in source.rglob("*.py"))
    asked = [name for name in vars(hooks) if name.startswith("reportedly_")]
    assert [name for name in asked if f"hook.{name}(" not in text] == []


@pytest.mark.parametrize("target", ["no.such.module", "reportedly.nothing:here"])
def test_a_plug_in_that_cannot_be_loaded_is_named(monkeypatch: pytest.MonkeyPatch, target: str) -> None:
    """A broken plug-in is an error of the settings that gives its name."""
    point = EntryPoint("broken-one", target, "reportedly")
    monkeypatch.setattr(plugins, "entry_points", lambda **_: [point])
    with pytest.raises(SettingsError, match="broken-one"):
        plugins.installed()
