"""Counts for tests: made by hand, or read by the packaged reader out of invented texts."""

from __future__ import annotations

from functools import cache
from typing import Any

from reportedly.claims.extractor import Extractor, load_extractor
from reportedly.model.actors import ActorRegistry
from reportedly.model.claim import Measure, Quantity
from reportedly.model.count import Count, Period, Victims
from reportedly.model.document import Document
from reportedly.model.span import Span
from reportedly.pipeline.resources import load_registry


@cache
def reader() -> Extractor:
    """Return the extractor with the packaged pipeline and weights."""
    return load_extractor()


@cache
def registry() -> ActorRegistry:
    """Return the shipped actors."""
    return load_registry()


def read(text: str) -> tuple[Count, ...]:
    """Return the counts of a text."""
    return reader().counts(Document("doc-test", "test", text), registry())


def harmed(text: str) -> list[tuple[str, int | None, int | None]]:
    """Return measure, low and high of every count of a text."""
    return [(str(one.quantity.measure), one.quantity.low, one.quantity.high) for one in read(text)]


def made(
    low: int | None = 3,
    high: int | None = 3,
    measure: Measure = Measure.KILLED,
    qualifier: str | None = None,
    start: int = 0,
    of: str = "miners",
    **fields: Any,
) -> Count:
    """Return a fresh count of the main incident: three miners killed, unless fields say otherwise."""
    span = Span(start, start + 5)
    whole: dict[str, Any] = {
        "quantity": Quantity(measure, of, low, high, qualifier, span=span),
        "span": span,
        "stated": True,
        "period": Period.INCIDENT,
        "victims": Victims.CIVILIAN,
    }
    return Count(**{**whole, **fields})
