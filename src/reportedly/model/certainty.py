"""How surely something is put: the interval of a probability word with the words themselves."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.span import Span


@dataclass(frozen=True, slots=True)
class Certainty:
    """The interval of the probability word that hedges a claim."""

    low: float
    high: float
    words: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
