"""How surely the origins of an event are independent of one another, and what those of one side have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from reportedly.evidence.casebook import Casebook
from reportedly.evidence.parents import alone
from reportedly.evidence.signs import NAMED_WORD, NEW_WEIGHT, OWN_WORD
from reportedly.model.claim import Claim, SourceClass
from reportedly.model.evidence import Correlation, OriginCount, OriginStanding, at_least, origin_distribution
from reportedly.model.reason import Reason

_INSIDE = 0.8
"""Correlation of a body and a part of it."""
_SHARED = 0.5
"""Correlation of two arms of one side that read the same internal reports: its government, forces and services."""
_SIDE = 0.3
"""Correlation of any other two of one side. All three are set by hand: no data tell them, so they only scale a count
that is shown beside the plain one and decide nothing."""
_ARMS = frozenset(
    {SourceClass.GOVERNMENT, SourceClass.MILITARY, SourceClass.AGENCY, SourceClass.OFFICE, SourceClass.ARMED_GROUP}
)
_LEANING = 0.1
"""Probability that an origin of which a report says that it builds on another has something of its own."""
_PLACES = 4


def with_probabilities(count: OriginCount, book: Casebook) -> OriginCount:
    """Return the count with the probability of each origin, of their number, and what origins of one side share.

    The probabilities of two origins are independent given what the texts show, so the number's distribution is exact.
    """
    leaning = {collapse.what for collapse in count.collapses if collapse.code == "depends-on"}
    standings = tuple(_weighed(one, count, book, one.origin.name in leaning) for one in count.origins)
    counted = [one for one in standings if one.counts]
    told = (one.probability for one in standings if one.probability > 0)
    shares = origin_distribution(told) if book.claims else (1.0,)
    correlations = tuple(
        found for one, other in combinations(counted, 2) if (found := _correlation(one, other, book)) is not None
    )
    return replace(
        count,
        origins=standings,
        distribution=tuple(round(share, _PLACES) for share in shares),
        at_least_two=round(at_least(2, shares), _PLACES),
        expected=round(sum(number * share for number, share in enumerate(shares)), _PLACES),
        correlations=correlations,
        effective=round(_effective(count.independent, correlations), 2),
    )


def _weighed(standing: OriginStanding, count: OriginCount, book: Casebook, leaning: bool) -> OriginStanding:
    """Return an origin with its probability; who affirms has it from nobody who denies, nor the other way round."""
    if not standing.counts:
        return replace(standing, probability=_LEANING if leaning else 0.0)
    others = [
        [book.library.claims[claim] for claim in one.claim_ids]
        for one in count.origins
        if one.counts and one is not standing and one.denies is standing.denies
    ]
    told = [t for t in book.testimonies if t.id in standing.testimony_ids]
    found = [alone(book, claim, others, _weight(book, claim)) for t in told for claim in (book.reference(t),)]
    return replace(standing, probability=round(max(found, default=0.0), _PLACES))


def _weight(book: Casebook, claim: Claim) -> float:
    if book.library.own(claim, book.testimony_of[claim.id].origin):
        return OWN_WORD
    return NAMED_WORD if claim.chain else NEW_WEIGHT


def _correlation(one: OriginStanding, other: OriginStanding, book: Casebook) -> Correlation | None:
    """Return what two origins of one side share; None where they are of different sides or of none."""
    left, right = sorted((one.origin, other.origin), key=lambda origin: origin.name)
    if left.side is None or left.side != right.side:
        return None
    claims = (one.claim_ids[0], other.claim_ids[0])
    registry = book.library.registry
    actors = [registry.get(origin.actor_id) if origin.actor_id else None for origin in (left, right)]
    if any(actor is not None and actor.part_of in {left.actor_id, right.actor_id} - {None} for actor in actors):
        rho, text = _INSIDE, f"one is a part of the other, both of {left.side}"
    elif {left.source_class, right.source_class} <= _ARMS:
        rho, text = _SHARED, f"both are arms of {left.side} and read the same reports"
    else:
        rho, text = _SIDE, f"both are of {left.side}"
    return Correlation(left.name, right.name, rho, Reason("one-side", text, claims, rho))


def _effective(number: int, correlations: Sequence[Correlation]) -> float:
    """Return what a number of origins is worth, by their mean correlation over all pairs."""
    if number < 2:
        return float(number)
    mean = sum(one.rho for one in correlations) / (number * (number - 1) / 2)
    return number / (1 + (number - 1) * mean)
