"""Short ways to build figures, and events whose origins tell them; all is invented."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from builders import ClaimFields, make_claim, make_document, make_link, make_quantity
from reportedly.evidence.quantity.fuse import Fused, fused
from reportedly.evidence.quantity.spec import Rule, Spec
from reportedly.evidence.weigh import weigh
from reportedly.model.actors import ActorRegistry
from reportedly.model.claim import Basis, Measure, Place, Scope, SourceClass
from reportedly.model.event import Event, EventKind, Grouping, Origin, Testimony
from reportedly.model.evidence import Estimate
from reportedly.model.ids import identifier
from reportedly.model.posterior import FigureRole, Posterior
from reportedly.model.quantity_priors import QuantityPriors
from reportedly.model.span import Span
from reportedly.pipeline.resources import load_quantity_priors

RULE = Rule(0.8, 0.4, (math.log(3), 0.5))
PRIORS = load_quantity_priors()
SIDES = {"Velt": ("velt", "veltish"), "Orsal": ("orsal", "orsalian"), "Norrin": ("norrin",)}
REGISTRY = ActorRegistry((), SIDES)
DAY = date(2031, 5, 13)


def count(number: float, origin: int = 1, **more: Any) -> Spec:
    """Build the plain figure of a neutral origin."""
    base = Spec(FigureRole.COUNT, number, number, 0.2, 0.0, 0.2, 0.42, party=origin, origin=origin)
    return replace(base, **more)


def enemy(number: float, origin: int = 1, **more: Any) -> Spec:
    """Build a party's figure of its enemy's losses."""
    base = Spec(FigureRole.COUNT, number, number, 0.35, math.log(2), 0.6, party=origin, origin=origin)
    return replace(base, **more)


def lower(number: float, origin: int = 1, **more: Any) -> Spec:
    """Build ``at least`` of a neutral origin."""
    base = Spec(
        FigureRole.LOWER, number, None, 0.2, 0.0, 0.2, 0.42, gap=0.25, loose=(0.2, 1.5), party=origin, origin=origin
    )
    return replace(base, **more)


def upper(number: float, origin: int = 1, **more: Any) -> Spec:
    """Build ``up to`` of a neutral origin."""
    base = Spec(
        FigureRole.UPPER, None, number, 0.2, 0.0, 0.2, 0.42, gap=0.35, loose=(0.2, 1.5), party=origin, origin=origin
    )
    return replace(base, **more)


def floor(number: float, origin: int = 8) -> Spec:
    """Build what was seen in pictures."""
    return Spec(FigureRole.FLOOR, number, number, 0.1, seen=(3.0, 2.0), party=origin, origin=origin)


def cap(number: float) -> Spec:
    """Build what there was at most."""
    return Spec(FigureRole.CAP, None, number, 1.0, party=9, origin=9)


def both(*specs: Spec) -> Fused:
    """Return the posterior of some figures."""
    return fused(specs, RULE)


@dataclass(frozen=True)
class Saying:
    """What one origin says of a number."""

    origin: str
    low: int | None
    high: int | None
    side: str | None = None
    of: str = "soldiers of Orsal"
    measure: Measure = Measure.KILLED
    qualifier: str | None = None
    source_class: SourceClass = SourceClass.ORGANISATION
    scope: Scope = Scope.INCIDENT
    day: date = DAY
    basis: Basis | None = None
    words: str = "were counted at the ford"
    place: str = ""
    recorded: bool = True
    revises: int | None = None
    """Place of the saying that it takes the place of."""


def estimates(*sayings: Saying, priors: QuantityPriors = PRIORS, policy: str = "ucdp") -> tuple[Estimate, ...]:
    """Return the estimates of one event that the sayings are of."""
    told = []
    for place, one in enumerate(sayings):
        text = f"{place} figures of {one.of} {one.words} {one.place}, said {one.origin}."
        document = make_document(f"page-{place}-{one.origin}", f"Leaf {place}", one.day, text)
        figure = replace(
            make_quantity(document, "figures", one.measure, one.of, one.low, one.high, one.qualifier, one.scope),
            as_of=None,
        )
        fields = ClaimFields(quantities=(figure,), basis=one.basis)
        link = make_link(document, one.origin, source_class=one.source_class)
        claim = make_claim(document, text.rstrip("."), (link,), fields)
        if one.place:
            claim = replace(claim, where=(Place(one.place, Span(0, 1)),))
        told.append((document, claim))
    ids = tuple(claim.id for _, claim in told)
    key = Event.identify(ids)
    names = [identifier("tes", claim.id) for _, claim in told]
    said = tuple(
        Testimony(
            names[place],
            key,
            Origin(one.origin, None, one.side, one.source_class, one.recorded),
            (told[place][1].id,),
            told[place][1].quantities[0],
            revises=None if one.revises is None else names[one.revises],
        )
        for place, one in enumerate(sayings)
    )
    event = Event(key, EventKind.TALLY, "losses at the ford", ids, tuple(names))
    claims, documents = [claim for _, claim in told], [document for document, _ in told]
    (found,) = weigh(Grouping((event,), said, ()), claims, documents, REGISTRY, policy, priors=priors)
    return found.estimates


def posterior(*sayings: Saying, measure: Measure = Measure.KILLED, priors: QuantityPriors = PRIORS) -> Posterior:
    """Return the posterior of one measure of the event that the sayings are of."""
    (found,) = (one.posterior for one in estimates(*sayings, priors=priors) if one.measure is measure)
    assert found is not None
    return found


def codes(found: Posterior) -> set[str]:
    """Return the codes of a posterior's reasons."""
    return {one.code for one in found.reasons}
