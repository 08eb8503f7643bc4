"""Fields of a claim as a person types them: words of the document, figures and days in short forms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NoReturn

from reportedly.model.claim import Basis, Kind, Measure, Polarity
from reportedly.model.days import Days
from reportedly.model.document import Document
from reportedly.model.errors import SettingsError
from reportedly.model.span import Span
from reportedly.pipeline.workbench.correcting import Fields, Figure, Hedge, Source

_FIGURE = re.compile(
    r"(?P<measure>[a-z]+) +(?:(?P<qualifier>about|at least|more than|up to|fewer than) +)?"
    r"(?P<low>[0-9][0-9,]{0,14})(?: ?- ?(?P<high>[0-9][0-9,]{0,14}))?(?: +(?P<of>\S.*))?"
)
_BELOW = frozenset({"up to", "fewer than"})
_ABOVE = frozenset({"at least", "more than"})


@dataclass(frozen=True, slots=True)
class Typed:
    """What a person typed of a claim; what is None or empty was not."""

    words: str = ""
    """The content, as it stands in the document."""
    sources: Sequence[str] = ()
    """Names of the chain, outermost first."""
    own_voice: bool = False
    """Whether the document says it itself."""
    kind: Kind | None = None
    polarity: Polarity | None = None
    hedge: str = ""
    """The word of probability, as it stands in the document."""
    flat: bool = False
    """Whether it is stated without a hedge."""
    figures: Sequence[str] = ()
    """Such as ``killed at least 24 soldiers``, ``wounded 30-40``."""
    no_figures: bool = False
    days: str = ""
    """``2024-12-14`` or ``2024-12-13..2024-12-14``."""
    undated: bool = False
    places: Sequence[str] = field(default=())
    basis: Basis | None = None


def fields_of(typed: Typed, document: Document, near: Span) -> Fields:
    """Return the fields that a person typed.

    Args:
        typed: what was typed.
        document: where words are looked for.
        near: the place of which words that stand at several places are meant to be nearest.

    Raises:
        SettingsError: E290 where words do not stand in the document, or a figure or day is in no form that is known.
    """
    made: Fields = {}
    if typed.words:
        made["span"] = near = place_of(typed.words, document, near)
    if typed.sources or typed.own_voice:
        made["chain"] = [Source(name, _mention(name, document, near)) for name in typed.sources]
    if typed.kind is not None:
        made["kind"] = typed.kind
    if typed.polarity is not None:
        made["polarity"] = typed.polarity
    if typed.hedge or typed.flat:
        made["hedge"] = Hedge(place_of(typed.hedge, document, near)) if typed.hedge else None
    if typed.figures or typed.no_figures:
        made["figures"] = [figure_in(one) for one in typed.figures]
    if typed.days or typed.undated:
        made["days"] = days_in(typed.days) if typed.days else None
    if typed.places:
        made["places"] = [place_of(name, document, near) for name in typed.places]
    if typed.basis is not None:
        made["basis"] = typed.basis
    return made


def place_of(words: str, document: Document, near: Span) -> Span:
    """Return where some words stand in a document: of several places the one nearest to another.

    Raises:
        SettingsError: E290 where they do not stand there.
    """
    places = _places(words, document.text)
    if not places:
        _refuse(f"“{words}” does not stand in it", document.id, "copy the words from the document")
    return min(places, key=lambda one: (abs(one.start - near.start), one.start))


def figure_in(words: str) -> Figure:
    """Return a figure from a measure, a number or range with its bound, and whom it counts.

    Raises:
        SettingsError: E290 where the words are in no such form.
    """
    found = _FIGURE.fullmatch(words.strip())
    if found is None or found["measure"] not in {one.value for one in Measure}:
        _refuse(f"“{words}” is no figure", "figure", "write it as: killed at least 24 soldiers; wounded 30-40")
    low, qualifier = int(found["low"].replace(",", "")), found["qualifier"]
    high = int(found["high"].replace(",", "")) if found["high"] else low
    bounds = (None if qualifier in _BELOW else low, None if qualifier in _ABOVE else high)
    return Figure(Measure(found["measure"]), found["of"] or "", *bounds, qualifier=qualifier)


def days_in(words: str) -> Days:
    """Return the days that ``2024-12-14`` or ``2024-12-13..2024-12-14`` names.

    Raises:
        SettingsError: E290 where the words are in no such form.
    """
    first, _, last = words.partition("..")
    try:
        return Days(date.fromisoformat(first.strip()), date.fromisoformat((last or first).strip()))
    except ValueError:
        _refuse(f"“{words}” is no day", "days", "write 2024-12-14 or 2024-12-13..2024-12-14")


def _mention(name: str, document: Document, near: Span) -> Span | None:
    places = _places(name, document.text)
    return min(places, key=lambda one: (abs(one.start - near.start), one.start), default=None)


def _places(words: str, text: str) -> list[Span]:
    found, start = [], text.find(words) if words else -1
    while start >= 0:
        found.append(Span(start, start + len(words)))
        start = text.find(words, start + 1)
    return found


def _refuse(what: str, where: str, advice: str) -> NoReturn:
    raise SettingsError("E290", f"the document does not bear the claim out: {what}", where, advice)
