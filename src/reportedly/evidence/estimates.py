"""Estimates: a range for each measure of an event by a named rule over independent origins, with the modelled one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.evidence.casebook import Casebook, victims
from reportedly.evidence.quantity.estimate import falls, posteriors_of
from reportedly.evidence.quantity.neighbours import Key
from reportedly.evidence.quantity.rules import ACLED, AIRWARS, IBC, UCDP, PublishedRule, Range, credible, rule_ranges
from reportedly.model.claim import Quantity, RelationType, Scope
from reportedly.model.counting import AS_CODED, NO_UNITS, Convention, UnitSizes, interval_words, is_vague
from reportedly.model.errors import SettingsError
from reportedly.model.event import Testimony
from reportedly.model.evidence import Estimate, EstimateInput, OriginCount
from reportedly.model.posterior import Posterior
from reportedly.model.quantity_priors import NO_PRIORS, QuantityPriors
from reportedly.model.reason import Reason

MODELLED = PublishedRule(
    "modelled range over origins",
    "best is the median and low to high the 90 % range of what the figures of independent origins make probable when"
    " each kind of origin's habit of telling too much or too little is allowed for; where nothing can be inferred, by"
    " UCDP's rule",
    UCDP.combine,
)
POLICIES: Mapping[str, PublishedRule] = {
    "ucdp": UCDP,
    "acled": ACLED,
    "range": IBC,
    "airwars": AIRWARS,
    "model": MODELLED,
}
"""Estimate policies by name."""


def policy_of(name: str) -> PublishedRule:
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

    policy: PublishedRule
    convention: Convention = AS_CODED
    units: UnitSizes = NO_UNITS
    priors: QuantityPriors = NO_PRIORS


def estimates_of(book: Casebook, count: OriginCount, reckoning: Reckoning) -> tuple[Estimate, ...]:
    """Return one estimate for each measure, kind of people and scope; unlike figures are never put together."""
    counting = {one for standing in count.origins if standing.counts for one in standing.testimony_ids}
    groups: dict[Key, list[Testimony]] = defaultdict(list)
    for testimony in book.testimonies:
        quantity = testimony.quantity
        if quantity is None or testimony.denial or (quantity.low is None and quantity.high is None):
            continue
        groups[quantity.measure, victims(quantity.of), quantity.scope or Scope.INCIDENT].append(testimony)
    keys = sorted(groups, key=lambda key: (key[0], key[1], str(key[2])))
    firm = {key: _firm(book, groups[key], counting) for key in keys}
    posteriors = posteriors_of(book, firm, reckoning.convention, reckoning.priors)
    return tuple(_estimate(book, groups[key], firm[key], posteriors.get(key), reckoning) for key in keys)


def _firm(book: Casebook, told: Sequence[Testimony], counting: set[str]) -> list[Testimony]:
    """Return the testimonies that stand by themselves and are of independent origins, as far as there are any."""
    current = [t for t in told if t.id not in book.superseded] or list(told)
    standing = [t for t in current if book.subordinate(t) is None] or current
    return [t for t in standing if t.id in counting] or standing


def _estimate(
    book: Casebook,
    told: Sequence[Testimony],
    firm: Sequence[Testimony],
    posterior: Posterior | None,
    reckoning: Reckoning,
) -> Estimate:
    figures = [(t, t.quantity) for t in firm if t.quantity is not None]
    inputs = tuple(_input(book, testimony, quantity, reckoning) for testimony, quantity in figures)
    classes = [testimony.origin.source_class for testimony, _ in figures]
    low, best, high = _range(inputs, credible(inputs, classes), posterior, reckoning.policy)
    reasons = [Reason("policy", reckoning.policy.rule), *falls(told)]
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
        posterior=posterior,
        rules=rule_ranges(inputs, classes),
    )


def _range(
    inputs: Sequence[EstimateInput],
    trusted: Sequence[EstimateInput],
    posterior: Posterior | None,
    policy: PublishedRule,
) -> Range:
    """Return low, best and high by the policy."""
    if policy is MODELLED and posterior is not None:
        return round(posterior.low), round(posterior.best), round(posterior.high)
    return policy.combine(trusted if policy is AIRWARS else inputs)


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
