"""Tellings: reports of one event as a table holds them, and what lineage was found for them."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.reason import Reason


@dataclass(frozen=True, slots=True)
class Telling:
    """One report of an event, coded by hand or by another program."""

    event: str
    report: str
    """Name of the report, unique within its event; it carries no meaning of its own."""
    outlet: str = ""
    hour: float | None = None
    """Hours since any fixed moment; None = not known."""
    qualifier: str = ""
    """``exact``, ``at_least``, ``about`` or any other word; equal words are equal qualifiers."""
    value: float | None = None
    stated: str = ""
    """Whose word the report says it is: an origin's name, an outlet's name, or empty."""


@dataclass(frozen=True, slots=True)
class ParentOption:
    """One place that a telling may have been taken from."""

    parent: str | None
    """The report it was taken from; None = from no report at hand, so it is an origin's own word or told anew."""
    probability: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class TellingLineage:
    """Where one telling comes from, with what else is possible."""

    report: str
    origin: int
    """Number of its origin within the event, by first appearance from 1."""
    options: tuple[ParentOption, ...]
    """All parents worth a thought, the most probable first; their probabilities sum to 1."""

    @property
    def parent(self) -> str | None:
        """Return the most probable parent."""
        return self.options[0].parent


@dataclass(frozen=True, slots=True)
class TellingForest:
    """The lineage of all tellings of one event and how many independent origins they have."""

    event: str
    tellings: tuple[TellingLineage, ...]
    """In the order of time, then of content; reports in which an outlet repeats itself come last."""
    distribution: tuple[float, ...]
    """Probability of 0, 1, 2, ... independent origins; sums to 1."""
    together: tuple[tuple[float, ...], ...]
    """Probability that two tellings go back to one origin, rows and columns as ``tellings``."""

    @property
    def at_least_two(self) -> float:
        """Return the probability of two independent origins or more."""
        return sum(self.distribution[2:])

    @property
    def expected(self) -> float:
        """Return the expected number of independent origins."""
        return sum(number * share for number, share in enumerate(self.distribution))


@dataclass(frozen=True, slots=True)
class FusedNumber:
    """The number of one event that the figures of its origins make most probable."""

    event: str
    best: float
    """Median."""
    low: float
    high: float
    """90 % range."""
