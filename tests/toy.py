"""A claim extractor for tests of the pipeline: every sentence is a claim, ``X said`` names its origin, no model needed.

It is no smaller version of the real one: it only has to be quick, deterministic and picklable.
"""

from __future__ import annotations

import re
from functools import partial

import pluggy

from reportedly.model.claim import Claim, Link, Measure, Quantity
from reportedly.model.document import Document
from reportedly.model.span import Span
from reportedly.pipeline.executors import LoadExtractor
from reportedly.pipeline.hooks import hookimpl
from reportedly.pipeline.plugins import manager_of
from reportedly.pipeline.progress import Progress
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import Toolkit, prepare

NAME = "toy"
_SENTENCE = re.compile(r"(?:(?P<source>[^.:\n]+?) (?P<cue>said): )?(?P<content>[^.\n]+)\.")
_KILLED = re.compile(r"(\d+) (\w+) were killed")


class ToyExtractor:
    """Takes ``Source said: content.`` apart."""

    def extract(self, document: Document) -> tuple[Claim, ...]:
        """Return one claim a sentence."""
        return tuple(_claim(document, match) for match in _SENTENCE.finditer(document.text))


def _claim(document: Document, match: re.Match[str]) -> Claim:
    span = Span(*match.span("content"))
    chain: tuple[Link, ...] = ()
    if match["source"]:
        chain = (Link(match["source"].strip(), Span(*match.span("source")), Span(*match.span("cue"))),)
    killed = _KILLED.search(match["content"])
    figures = (Quantity(Measure.KILLED, killed[2], int(killed[1]), int(killed[1])),) if killed else ()
    return Claim(
        Claim.identify(document.id, span), document.id, span, span.of(document.text), chain, quantities=figures
    )


def load_toy() -> ToyExtractor:
    """Return the extractor."""
    return ToyExtractor()


class ToyPlugin:
    """A plug-in that brings the extractor."""

    @hookimpl
    def reportedly_extractor(self, name: str) -> LoadExtractor | None:
        """Give the extractor to whoever asks for it by name."""
        return partial(load_toy) if name == NAME else None


def toy_plugins(*more: object) -> pluggy.PluginManager:
    """Return a manager with the toy and other plug-ins."""
    return manager_of(ToyPlugin(), *more)


def toy_tools(progress: Progress | None = None, settings: Settings | None = None) -> Toolkit:
    """Return what a run with the toy extractor works with."""
    return prepare(settings or Settings(model=NAME, executor="serial"), progress, toy_plugins())
