"""Everything that a plug-in can add, on one page.

A plug-in is an installed package that names an object in the entry-point group ``reportedly``; the object's functions,
marked with ``hookimpl``, answer the questions below::

    from reportedly.pipeline.hooks import hookimpl

    @hookimpl
    def reportedly_actors():
        return [Actor("xx-desk", "The Desk", side=None)]
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pluggy

from reportedly.model.actors import Actor

if TYPE_CHECKING:
    import click

    from reportedly.pipeline.executors import Executor, LoadExtractor
    from reportedly.pipeline.output import Exporter

PROJECT = "reportedly"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def reportedly_commands() -> Sequence[click.Command]:  # type: ignore[empty-body]  # a question has no body
    """Give commands that stand beside the built-in ones; a name that is taken already is refused."""


@hookspec
def reportedly_actors() -> Sequence[Actor]:  # type: ignore[empty-body]  # a question has no body
    """Give actors that the registry should know; they come before the built-in ones."""


@hookspec(firstresult=True)
def reportedly_extractor(name: str) -> LoadExtractor | None:
    """Give what loads the claim extractor of this name, or None if it is not yours.

    The loader must be picklable, since worker processes load the extractor anew.
    """


@hookspec(firstresult=True)
def reportedly_executor(name: str) -> Executor | None:
    """Give the executor of this name, or None if it is not yours."""


@hookspec(firstresult=True)
def reportedly_exporter(format_name: str) -> Exporter | None:
    """Give what turns a dossier into a file of this format, or None if it is not yours."""
