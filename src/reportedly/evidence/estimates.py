"""Estimates: a range for each measure of an event by a named rule over independent origins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reportedly.evidence.casebook import Casebook, victims
from reportedly.model.claim import Measure, Quantity, RelationType, Scope
from reportedly.model.counting import AS_CODED, NO_UNITS, Convention, UnitSizes, interval_words, is_vague
from reportedly.model.errors import SettingsError
from reportedly.model.event import Testimony
from reportedly.model.evidence import Estimate, EstimateInput, OriginCount
from reportedly.model.reason import Reason

Range = tuple[int | None, int | None, int | None]
"""Low, best and high; None where nothing bounds that end."""


@dataclass(frozen=True)
class Policy:
    """A named rule that turns the figures of independent origins into one range."""

    title: str
    rule: str
    combine: Callable[[Sequence[EstimateInput]], Range]


def _points(inputs: Sequence[EstimateInput]) -> list[int]:
    return sorted(_point(value) for value in inputs)


def _point(value: EstimateInput) -> int:
    if value.best is not None:
        return value.best
    return value.low if value.low is not None else value.high or 0


def _ends(inputs: Sequence[EstimateInput]) -> tuple[int | None, int | None]:
    """Return the lowest lower and the highest upper end; an open end above all others leaves the range open."""
    lows = [value.low for value in inputs if value.low is not None]
    highs = [value.high for value in inputs if value.high is not None]
    low = min(*lows, *_points(inputs)) if lows else None
    high = max(highs, default=None)
    open_ends = [value.low for value in inputs if value.high is None and value.low is not None]
    if high is not None and any(end > high for end in open_ends):
        high = None
    return low, high


def _ucdp(inputs: Sequence[EstimateInput]) -> Range:
    low, high = _ends(inputs)
    points = _points(inputs)
    best = points[(len(points) - 1) // 2]
    return low, best, high


def _acled(inputs: Sequence[EstimateInput]) -> Range:
    low, high = _ends(inputs)
    return low, _points(inputs)[0], high


def _range(inputs: Sequence[EstimateInput]) -> Range:
    low, high = _ends(inputs)
    return low, None, high


POLICIES = {
    "ucdp": Policy(
        "UCDP low/best/high over origins",
        "low and high are the outermost ends, best the lower median of the independent origins (UCDP GED codebook:"
        " best is the most reliable, else the lower, of differing figures)",
        _ucdp,
    ),
    "acled": Policy(
        "ACLED most conservative over origins",
        "best is the most conservative figure of the independent origins (ACLED codebook on fatalities)",
        _acled,
    ),
    "range": Policy(
        "IBC minimum to maximum over origins",
        "from the lowest to the highest figure of the independent origins, no best (Iraq Body Count)",
        _range,
    ),
}
"""Estimate policies by name."""


def policy_of(name: str) -> Policy:
    """Return the policy of a name.

    Raises:
        SettingsError: where there is no such policy.
    """
    if name not in POLICIES:
        known = ", ".join(sorted(POLICIES))
        raise SettingsError("E210", f"there is no estimate policy “{name}”", "policy", f"use one of: {known}")
    return POLICIES[name]


@dataclass(frozen=True)
class Reckoning:
    """By what rules the figures of an event become ranges."""

    policy: Policy
    convention: Convention = AS_CODED
    units: UnitSizes = NO_UNITS


def estimates_of(book: Casebook, count: OriginCount, reckoning: Reckoning) -> tuple[Estimate, ...]:
    """Return one estimate for each measure, kind of people and scope; unlike figures are never put together."""
    counting = {one for standing in count.origins if standing.counts for one in standing.testimony_ids}
    groups: dict[tuple[Measure, str, Scope | None], list[Testimony]] = defaultdict(list)
    for testimony in book.testimonies:
        quantity = testimony.quantity
        if quantity is None or testimony.denial or (quantity.low is None and quantity.high is None):
            continue
        groups[quantity.measure, victims(quantity.of), _scope(quantity.scope)].append(testimony)
    return tuple(
        _estimate(book, told, counting, reckoning)
        for _, told in sorted(groups.items(), key=lambda item: (item[0][0], item[0][1], str(item[0][2])))
    )


def _scope(scope: Scope | None) -> Scope:
    return scope or Scope.INCIDENT


def _estimate(book: Casebook, told: Sequence[Testimony], counting: set[str], reckoning: Reckoning) -> Estimate:
    current = [t for t in told if t.id not in book.superseded] or list(told)
    standing = [t for t in current if book.subordinate(t) is None] or current
    firm = [t for t in standing if t.id in counting] or standing
    figures = [(t, t.quantity) for t in firm if t.quantity is not None]
    inputs = tuple(_input(book, testimony, quantity, reckoning) for testimony, quantity in figures)
    low, best, high = reckoning.policy.combine(inputs)
    reasons = [Reason("policy", reckoning.policy.rule)]
    for testimony in [t for t in told if t not in firm]:
        why = f"{testimony.origin.name or 'unrecorded'}: {_left_out(book, testimony)}"
        reasons.append(Reason("left-out", why, testimony.claim_ids[:1]))
    quantity = figures[0][1]
    return Estimate(
        measure=quantity.measure,
        of=max(sorted({one.of for _, one in figures if one.of}), key=lambda words: (len(words), words), default=""),
        scope=quantity.scope,
        low=low,
        best=best,
        high=high,
        policy=reckoning.policy.title,
        inputs=inputs,
        reasons=(*reasons, *_readings(figures, reckoning)),
        convention=reckoning.convention.name,
    )


def _left_out(book: Casebook, testimony: Testimony) -> str:
    if testimony.id in book.superseded:
        return "replaced by its own origin"
    hangs = book.subordinate(testimony)
    if hangs is None:
        return "not independent"
    return "part of a figure told beside it" if hangs is RelationType.PART_OF else "told on top of another figure"


def _input(book: Casebook, testimony: Testimony, quantity: Quantity, reckoning: Reckoning) -> EstimateInput:
    read = reckoning.convention.interval(quantity)
    claim_id = book.reference(testimony).id
    return EstimateInput(testimony.id, claim_id, read.low, read.high, quantity.qualifier, read.best)


def _readings(figures: Sequence[tuple[Testimony, Quantity]], reckoning: Reckoning) -> Iterator[Reason]:
    """Yield how vague words were read, and how many people a count of military units stands for."""
    for testimony, quantity in figures:
        if is_vague(quantity):
            text = reckoning.convention.interval(quantity).reason
            yield Reason("counting-word", text, testimony.claim_ids[:1])
        people = reckoning.units.people(quantity)
        if people is not None:
            text = f"{people.reason}, which makes {interval_words(people.low, people.high)} of {quantity.of}"
            yield Reason("unit-size", text, testimony.claim_ids[:1])
