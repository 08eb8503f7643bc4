"""A claim extractor for tests of the pipeline: every sentence is a claim, ``X said`` names its origin, no model needed.

A sentence with ``will`` is a forecast, ``will likely`` one with a word; ``by 2031-06-01`` is its horizon, ``if ...``
its condition.

It is no smaller version of the real one: it only has to be quick, deterministic and picklable.
"""

from __future__ import annotations

import re
from datetime import date
from functools import partial

import pluggy

from reportedly.model.certainty import Certainty
from reportedly.model.claim import Claim, Kind, Link, Measure, Quantity
from reportedly.model.days import Days
from reportedly.model.document import Document
from reportedly.model.forecast import Forecast, Horizon, HorizonBasis
from reportedly.model.span import Span
from reportedly.pipeline.executors import LoadExtractor
from reportedly.pipeline.hooks import hookimpl
from reportedly.pipeline.plugins import manager_of
from reportedly.pipeline.progress import Progress
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import Toolkit, prepare

NAME = "toy"
_SENTENCE = re.compile(r"(?:(?P<source>[^.:\n]+?) (?P<cue>said): )?(?P<content>[^.\n]+)\.")
_AHEAD = re.compile(r"\bwill (?P<not>not )?(?P<word>likely )?")
_UNTIL = re.compile(r"\bby (\d{4}-\d\d-\d\d)")
_IF = re.compile(r"\bif [^.]+")
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
    forecast = _forecast(document, match)
    word = Certainty(0.55, 0.8, ("likely",)) if forecast and forecast.low is not None else None
    return Claim(
        Claim.identify(document.id, span),
        document.id,
        span,
        span.of(document.text),
        chain,
        Kind.FORECAST if forecast else Kind.EVENT,
        certainty=word,
        quantities=figures,
        forecast=forecast,
    )


def _forecast(document: Document, match: re.Match[str]) -> Forecast | None:
    content, start = match["content"], match.start("content")
    ahead, until, condition = (pattern.search(content) for pattern in (_AHEAD, _UNTIL, _IF))
    if ahead is None:
        return None
    first = document.day or date(2031, 1, 1)
    days = Days(first, date.fromisoformat(until[1])) if until else None
    low, high = (0.55, 0.8) if ahead["word"] else (None, None)
    words = Span(start + ahead.start(), start + ahead.end())
    held = Span(start + condition.start(), start + condition.end()) if condition else None
    horizon = Horizon(days, HorizonBasis.STATED if days else HorizonBasis.OPEN)
    return Forecast(low, high, "toy" if low else "", bool(ahead["not"]), horizon, held, (words,))


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
