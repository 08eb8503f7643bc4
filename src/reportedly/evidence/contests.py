"""Contests: testimonies of one event that cannot all be right."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.evidence.casebook import Casebook, origin_key, victims
from reportedly.model.certainty import Certainty
from reportedly.model.claim import Kind, Quantity, RelationType
from reportedly.model.event import Testimony
from reportedly.model.evidence import Contest
from reportedly.model.reason import Reason
from reportedly.model.wording import content, likeness

_NEGATION = re.compile(r"\b(no|not|never|none|nobody|neither|nor|without)\b|n['’]t\b", re.IGNORECASE)
_ONE_CONTENT = 0.5
_SHARED = 3
_UNLIKELY = 0.46
_TOLERANCE = 0.1
"""Share by which two figures may differ without being incompatible, as rounding does."""


def contests_of(book: Casebook) -> tuple[Contest, ...]:
    """Return denials, incompatible figures and odds, and counter-claims, in that order."""
    return (*_denials(book), *_figures(book), *_odds(book), *_comparisons(book))


def agree(book: Casebook, left: Testimony, right: Testimony) -> bool:
    """Say whether two testimonies say the same: compatible figures of one measure, or one content without a turn.

    Speaking of one event is not agreeing: ``30 fighters were killed`` and ``there was no fighter`` do.
    """
    if left.denial or right.denial:
        return False
    one, two = left.quantity, right.quantity
    if one is not None and two is not None:
        same = one.measure is two.measure and victims(one.of) == victims(two.of)
        return same and not (_below(one, two) or _below(two, one))
    if one is not None or two is not None:
        return False
    first, second = book.reference(left), book.reference(right)
    if _negated(first.quote) != _negated(second.quote) or _apart(first.certainty, second.certainty):
        return False
    ours, theirs = set(content(first.quote)), set(content(second.quote))
    return len(ours & theirs) >= _SHARED and likeness(ours, theirs) >= _ONE_CONTENT


def _negated(quote: str) -> bool:
    return bool(_NEGATION.search(quote))


def _apart(left: Certainty | None, right: Certainty | None) -> bool:
    """Say whether two probabilities share no more than an edge; a flat statement is certain."""
    first = (left.low, left.high) if left else (1.0, 1.0)
    second = (right.low, right.high) if right else (1.0, 1.0)
    if left is None and right is None:
        return False
    low, high = max(first[0], second[0]), min(first[1], second[1])
    return low >= high and min(first[1], second[1]) < _UNLIKELY


def _odds(book: Casebook) -> list[Contest]:
    told = [(t, book.reference(t)) for t in book.testimonies if t.quantity is None and not t.denial]
    for at, (left, ours) in enumerate(told):
        for right, theirs in told[at + 1 :]:
            forecasts = ours.kind is theirs.kind is Kind.FORECAST
            rivals = forecasts and origin_key(left.origin) != origin_key(right.origin)
            if rivals and _apart(ours.certainty, theirs.certainty):
                reason = Reason("odds-differ", "they give it odds that do not meet", (ours.id, theirs.id))
                return [Contest("what odds to give it", (left.id, right.id), reason)]
    return []


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
    told = [t for t in book.testimonies if t.quantity is not None and not t.denial and t.id not in book.superseded]
    current = [t for t in told if book.subordinate(t) is None]
    found = []
    groups: dict[tuple[str, str, str], list[Testimony]] = {}
    for testimony in current:
        if testimony.quantity is not None:
            quantity = testimony.quantity
            groups.setdefault((quantity.measure, victims(quantity.of), quantity.scope or "incident"), []).append(
                testimony
            )
    for (measure, _, _), told in sorted(groups.items()):
        if any(incompatible(a, b) for at, a in enumerate(told) for b in told[at + 1 :]):
            reason = Reason("figures-differ", _spread(told), tuple(t.claim_ids[0] for t in told))
            found.append(Contest(f"the number {measure}", tuple(t.id for t in told), reason))
    return found


def incompatible(left: Testimony, right: Testimony) -> bool:
    """Say whether the figures of two origins, both of one kind, cannot both hold, rounding allowed for."""
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
        compared, ours = book.compared(claim), book.testimony_of.get(claim.id)
        if compared is None or ours is None or compared[0] not in {RelationType.MORE_THAN, RelationType.LESS_THAN}:
            continue
        how, theirs = compared
        against = book.reference(theirs).id
        reason = Reason("counter-claim", f"one says {how} the other", (claim.id, against))
        found.append(Contest(f"{ours.origin.name}: {how} {theirs.origin.name}", (ours.id, theirs.id), reason))
    return found
