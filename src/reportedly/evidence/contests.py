"""Contests: testimonies of one event that cannot all be right."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.evidence.casebook import Casebook, origin_key, people
from reportedly.model.claim import Quantity
from reportedly.model.event import Testimony
from reportedly.model.evidence import Contest
from reportedly.model.reason import Reason

_TOLERANCE = 0.1
"""Share by which two figures may differ without being incompatible, as rounding does."""


def contests_of(book: Casebook) -> tuple[Contest, ...]:
    """Return denials, incompatible figures and counter-claims, in that order."""
    return (*_denials(book), *_figures(book), *_comparisons(book))


def _denials(book: Casebook) -> list[Contest]:
    denying = [t for t in book.testimonies if t.denial]
    affirming = [t for t in book.testimonies if not t.denial]
    if not denying or not affirming:
        return []
    names = ", ".join(sorted({t.origin.name or "an unrecorded source" for t in denying}))
    about = f"{names} denies what others say" if "," not in names else f"{names} deny what others say"
    claims = tuple(t.claim_ids[0] for t in denying)
    ids = tuple(t.id for t in (*denying, *affirming))
    return [Contest(about, ids, Reason("denied", "a denial stands against the claim", claims))]


def _figures(book: Casebook) -> list[Contest]:
    current = [t for t in book.testimonies if t.quantity is not None and not t.denial and t.id not in book.superseded]
    found = []
    groups: dict[tuple[str, str, str], list[Testimony]] = {}
    for testimony in current:
        if testimony.quantity is not None:
            quantity = testimony.quantity
            kinds = " ".join(sorted(people(quantity.of)))
            groups.setdefault((quantity.measure, kinds, quantity.scope or "incident"), []).append(testimony)
    for (measure, _, _), told in sorted(groups.items()):
        if any(_incompatible(a, b) for at, a in enumerate(told) for b in told[at + 1 :]):
            reason = Reason("figures-differ", _spread(told), tuple(t.claim_ids[0] for t in told))
            found.append(Contest(f"the number {measure}", tuple(t.id for t in told), reason))
    return found


def _incompatible(left: Testimony, right: Testimony) -> bool:
    if origin_key(left.origin) == origin_key(right.origin) or left.quantity is None or right.quantity is None:
        return False
    return _below(left.quantity, right.quantity) or _below(right.quantity, left.quantity)


def _below(low: Quantity, high: Quantity) -> bool:
    return low.high is not None and high.low is not None and low.high * (1 + _TOLERANCE) < high.low


def _spread(told: Sequence[Testimony]) -> str:
    parts = []
    for testimony in told:
        quantity = testimony.quantity
        if quantity is not None:
            low, high = quantity.low, quantity.high
            number = str(low) if low == high else f"{'' if low is None else low}-{'' if high is None else high}"
            parts.append(f"{testimony.origin.name or 'unrecorded'} {number}")
    return "figures that cannot all hold: " + "; ".join(sorted(parts))


def _comparisons(book: Casebook) -> list[Contest]:
    found = []
    for claim in book.claims:
        relation = claim.relation
        if relation is None or relation.type not in {"more than", "less than"}:
            continue
        ours, theirs = book.testimony_of.get(claim.id), book.testimony_of.get(relation.to)
        if ours is None or theirs is None or ours.id == theirs.id:
            continue
        reason = Reason("counter-claim", f"one says {relation.type} the other", (claim.id, relation.to))
        found.append(Contest(f"{ours.origin.name}: {relation.type} {theirs.origin.name}", (ours.id, theirs.id), reason))
    return found
