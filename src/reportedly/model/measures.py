"""The algebra of measures: what contains what, what may be added, and sums that are checked against their total."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from types import MappingProxyType

from reportedly.model.claim import Measure, Quantity
from reportedly.model.errors import UnlikeMeasures
from reportedly.model.reason import Reason


@dataclass(frozen=True, slots=True)
class Makeup:
    """What one measure is made of."""

    needed: frozenset[Measure]
    """Parts that every count of the measure has; together they can be all of it."""
    optional: frozenset[Measure]
    """Parts that some counters put in and others leave out."""

    @property
    def parts(self) -> frozenset[Measure]:
        """Return every measure that can be a part."""
        return self.needed | self.optional


MAKEUPS: Mapping[Measure, Makeup] = MappingProxyType(
    {
        Measure.CASUALTIES: Makeup(
            frozenset({Measure.KILLED, Measure.WOUNDED}), frozenset({Measure.MISSING, Measure.CAPTURED})
        ),
        Measure.LOST: Makeup(
            frozenset(), frozenset({Measure.KILLED, Measure.WOUNDED, Measure.MISSING, Measure.CAPTURED})
        ),
        Measure.LAUNCHED: Makeup(frozenset(), frozenset({Measure.INTERCEPTED})),
    }
)
"""Composite measures. Casualties are killed and wounded by the codebook; many counters add the missing and captured
(the DoD Dictionary's casualty is lost to the organisation as dead, missing, ill or injured). A loss is any of them;
what is launched is intercepted or not."""


def contains(whole: Measure, part: Measure) -> bool:
    """Say whether what counts to ``part`` also counts, or can count, to ``whole``; no measure contains itself."""
    return whole in MAKEUPS and part in MAKEUPS[whole].parts


def comparable(left: Measure, right: Measure) -> bool:
    """Say whether two figures of these measures can bear each other out or contradict each other."""
    return left is right


def common_measure(measures: Iterable[Measure], into: Measure | None = None) -> Measure | None:
    """Return the measure in which figures of these measures may be added; None where they are unlike.

    Args:
        measures: what the figures count.
        into: the composite measure that is wanted; None = only one and the same measure will do.
    """
    held = set(measures)
    if into is not None and all(one is into or contains(into, one) for one in held):
        return into
    return next(iter(held)) if len(held) == 1 and into is None else None


@dataclass(frozen=True, slots=True)
class Bounds:
    """A count between two ends; None where an end is not stated."""

    low: int | None
    high: int | None

    @classmethod
    def of(cls, quantity: Quantity) -> Bounds:
        """Return the bounds of a figure, ends in order; one that is only about right has a margin to both sides."""
        low, high = quantity.low, quantity.high
        if low is not None and high is not None:
            low, high = min(low, high), max(low, high)
        if quantity.qualifier != "about" or low is None or high is None:
            return cls(low, high)
        return cls(max(0, low - rounding(low)), high + rounding(high))

    @property
    def exact(self) -> bool:
        """Whether the bounds leave one number only."""
        return self.low is not None and self.low == self.high

    def __add__(self, other: Bounds) -> Bounds:
        """Return the bounds of the sum: ``at least 24`` and 3 are at least 27, an open end stays open."""
        high = None if self.high is None or other.high is None else self.high + other.high
        low = None if self.low is None and other.low is None else (self.low or 0) + (other.low or 0)
        return Bounds(low, high)

    def above(self, other: Bounds) -> bool:
        """Say whether even the least of this count is more than the most of the other."""
        return self.low is not None and other.high is not None and self.low > other.high

    def meets(self, other: Bounds) -> bool:
        """Say whether one number can fulfil both."""
        return not self.above(other) and not other.above(self)

    def within(self, other: Bounds) -> bool:
        """Say whether every number that fulfils this fulfils the other."""
        low = other.low is None or (self.low is not None and self.low >= other.low)
        return low and (other.high is None or (self.high is not None and self.high <= other.high))


def rounding(number: int) -> int:
    """Return half a unit of a number's last digit that is not nought: 50 for 200, 50 for 4,700, 0 for 17.

    So much can lie between a rounded number and what was counted (the rule of significant digits).
    """
    unit = 1
    while number and number % (unit * 10) == 0:
        unit *= 10
    return unit // 2


def add(figures: Sequence[Quantity], into: Measure | None = None) -> Bounds:
    """Return the bounds of a sum of figures.

    Args:
        figures: at least one; who is counted must be different people, which only the caller can know.
        into: the composite measure of the sum, such as casualties for killed and wounded; None = one measure only.

    Raises:
        UnlikeMeasures: E801, the figures count unlike things.
    """
    measures = [figure.measure for figure in figures]
    if common_measure(measures, into) is None:
        names = ", ".join(sorted(set(measures))) or "nothing"
        raise UnlikeMeasures("E801", f"{names} cannot be added{f' into {into}' if into else ''}")
    return summed(Bounds.of(figure) for figure in figures)


def summed(bounds: Iterable[Bounds]) -> Bounds:
    """Return the bounds of a sum; nothing at all sums to nought."""
    total = None
    for one in bounds:
        total = one if total is None else total + one
    return total or Bounds(0, 0)


class SumVerdict(StrEnum):
    """How the parts of a total stand to it."""

    HOLDS = "holds"
    """Every figure is exact, the parts are all there, and they make the total."""
    TOO_MUCH = "too much"
    """The parts are more than the total, whatever the true numbers within the bounds."""
    TOO_LITTLE = "too little"
    """The parts should be all of it and fall short."""
    OPEN = "open"
    """The bounds, or parts that are not told, leave room."""


@dataclass(frozen=True, slots=True)
class FigureRef:
    """One figure of one claim."""

    claim_id: str
    place: int
    """Place among the claim's quantities, from 0."""
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class CheckedSum:
    """A total with parts of it, and whether they fit."""

    total: FigureRef
    parts: tuple[FigureRef, ...]
    """The parts that were added, in the order of the text."""
    low: int | None
    """Lower end of the parts' sum."""
    high: int | None
    """Upper end of the parts' sum; None = open."""
    verdict: SumVerdict
    reasons: tuple[Reason, ...] = ()

    @property
    def broken(self) -> bool:
        """Whether the parts cannot be parts of this total, or not all of it as they should."""
        return self.verdict in {SumVerdict.TOO_MUCH, SumVerdict.TOO_LITTLE}


def check_sum(
    total: FigureRef, parts: Sequence[FigureRef], reasons: tuple[Reason, ...] = (), whole: bool = False
) -> CheckedSum:
    """Check a total against parts of it that have nobody in common.

    Args:
        total: the figure that contains the parts.
        parts: figures of one measure, or of parts of the total's measure.
        reasons: why they are taken for its parts.
        whole: whether the parts are all of it by the text's own word; killed and wounded always are of casualties.

    Raises:
        UnlikeMeasures: E801, the parts count unlike things that no measure brings together.
    """
    measure, stated = total.quantity.measure, Bounds.of(total.quantity)
    tried = []
    for some in _choices(measure, parts):
        sum_of = _bounds(measure, some)
        tried.append((_verdict(stated, sum_of, whole or _complete(measure, some), (total, *some)), some, sum_of))
    for wanted, order in ((SumVerdict.HOLDS, 1), (SumVerdict.OPEN, -1), (SumVerdict.TOO_LITTLE, -1)):
        found = next((one for one in tried[::order] if one[0] is wanted), None)
        if found is not None:
            break
    verdict, counted, sum_of = found or tried[0]
    return CheckedSum(total, counted, sum_of.low, sum_of.high, verdict, reasons)


def _choices(whole: Measure, parts: Sequence[FigureRef]) -> Iterator[tuple[FigureRef, ...]]:
    """Yield the parts without any optional one, then with ever more: whether those count is the counter's choice."""
    makeup = MAKEUPS.get(whole)
    optional = [one for one in parts if makeup and makeup.needed and one.quantity.measure in makeup.optional]
    firm = [one for one in parts if one not in optional]
    for size in range(len(optional) + 1):
        for some in combinations(optional, size):
            chosen = [one for one in parts if one in firm or one in some]
            if chosen:
                yield tuple(chosen)


def _bounds(whole: Measure, parts: Sequence[FigureRef]) -> Bounds:
    figures = [one.quantity for one in parts]
    composite = whole in MAKEUPS and any(figure.measure is not figures[0].measure for figure in figures)
    return add(figures, whole if composite else None)


def _complete(whole: Measure, parts: Sequence[FigureRef]) -> bool:
    needed = MAKEUPS[whole].needed if whole in MAKEUPS else frozenset()
    return bool(needed) and needed <= {one.quantity.measure for one in parts}


def _verdict(total: Bounds, parts: Bounds, whole: bool, figures: Sequence[FigureRef]) -> SumVerdict:
    if parts.above(total):
        return SumVerdict.TOO_MUCH
    plain = all(one.quantity.qualifier is None and Bounds.of(one.quantity).exact for one in figures)
    if whole and plain:
        return SumVerdict.TOO_LITTLE if total.above(parts) else SumVerdict.HOLDS
    return SumVerdict.OPEN
