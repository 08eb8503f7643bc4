"""Records of sources: what became of the figures they gave, and how often pages changed what they passed on."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import NormalDist

from reportedly.model.claim import Measure, SourceClass
from reportedly.model.evidence import DriftType, Severity
from reportedly.model.reason import Reason

_TURN = NormalDist().inv_cdf(0.95)


class Outcome(StrEnum):
    """What became of a figure."""

    CONFIRMED = "confirmed"
    """Origins that are surely independent of it, and not of its party, later gave the same."""
    CONTRADICTED = "contradicted"
    """Two surely independent origins agree on a figure that cannot hold beside it."""
    REVISED_UP = "revised up"
    """The source itself later gave more."""
    REVISED_DOWN = "revised down"
    """The source itself later gave less."""
    OPEN = "open"
    """Neither."""


@dataclass(frozen=True, slots=True)
class Rate:
    """A share with what it rests on and its 90 % interval after Wilson (1927); never shown without them."""

    number: int
    of: int
    low: float
    high: float

    @staticmethod
    def of_counts(number: int, of: int) -> Rate:
        """Return the rate of ``number`` out of ``of``; 0 to 1 where there is nothing to count."""
        if of == 0:
            return Rate(0, 0, 0.0, 1.0)
        share, spread = number / of, _TURN * _TURN / of
        middle = (share + spread / 2) / (1 + spread)
        reach = _TURN * math.sqrt(share * (1 - share) / of + spread / (4 * of)) / (1 + spread)
        return Rate(number, of, round(max(0.0, middle - reach), 4), round(min(1.0, middle + reach), 4))


@dataclass(frozen=True, slots=True)
class FigureRecord:
    """One figure of a source, with what became of it."""

    event_id: str
    testimony_id: str
    claim_id: str
    """The first claim that relays it."""
    measure: Measure
    of: str
    low: int | None
    high: int | None
    told: date | None
    """Day of the first report of it."""
    outcome: Outcome
    reason: Reason
    """Why, with the claims that it rests on: the source's own, then those that resolve it."""
    by: tuple[str, ...] = ()
    """Names of the origins that resolve it; its own where it was revised."""
    factor: float | None = None
    """The later figure over this one, for a revision or a contradiction."""
    days: int | None = None
    """Days from its first report to the first report of what resolves it; negative = that was told before."""

    @property
    def figure(self) -> str:
        """The figure in words, such as ``at least 30 killed (soldiers)``."""
        return f"{span_words(self.low, self.high)} {self.measure}{f' ({self.of})' if self.of else ''}"


@dataclass(frozen=True, slots=True)
class SourceHistory:
    """The record of one source."""

    name: str
    actor_id: str | None
    source_class: SourceClass
    side: str | None
    figures: tuple[FigureRecord, ...]
    """By day and event."""
    right: Rate
    """Figures that were confirmed, of those that were resolved for or against it.

    A revision down by more than a quarter counts against it; one up does not, since the dead are found one by one.
    """
    median_days: float | None = None
    """Days until a figure was resolved, in the middle; None where none has both days."""

    def count(self, outcome: Outcome) -> int:
        """Return how many figures came to this."""
        return sum(one.outcome is outcome for one in self.figures)

    @property
    def resolved(self) -> int:
        """How many figures came to anything."""
        return len(self.figures) - self.count(Outcome.OPEN)

    @property
    def examples(self) -> tuple[str, ...]:
        """Claims of the resolved figures, the first few."""
        return tuple(one.claim_id for one in self.figures if one.outcome is not Outcome.OPEN)[:5]


@dataclass(frozen=True, slots=True)
class RelayHistory:
    """How one page name passed on what others said."""

    page: str
    """Outlet, or title or key of a page without one."""
    relayed: int
    """Claims on it that are another's word."""
    changed: Rate
    """Those of them with a change that the page made itself."""
    taken_over: int
    """Those of them with a change that it took over from another page, and none of its own."""
    types: tuple[tuple[DriftType, int], ...]
    """Its own changes by type, the most frequent first."""
    severities: tuple[tuple[Severity, int], ...]
    """Its own changes by severity, the gravest first."""
    claim_ids: tuple[str, ...]
    """Its claims with a change of its own."""


@dataclass(frozen=True, slots=True)
class Records:
    """All records of a body of reports."""

    sources: tuple[SourceHistory, ...]
    """Those with the most resolved figures first."""
    relays: tuple[RelayHistory, ...]
    """Those with the most changes first."""


def span_words(low: int | None, high: int | None) -> str:
    """Return the bounds of a figure in words: ``26``, ``20 to 30``, ``at least 20``, ``up to 30``."""
    if low is None:
        return f"up to {high or 0:,}"
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def rate_of(figures: Sequence[FigureRecord]) -> Rate:
    """Return how often figures were right, of those that were resolved for or against their source."""
    wrong = sum(
        one.outcome is Outcome.CONTRADICTED
        or (one.outcome is Outcome.REVISED_DOWN and one.factor is not None and one.factor < 1 / QUARTER)
        for one in figures
    )
    right = sum(one.outcome is Outcome.CONFIRMED for one in figures)
    return Rate.of_counts(right, right + wrong)


QUARTER = 1.25
"""Factor from which a source's own revision downward says that the first figure was wrong."""
