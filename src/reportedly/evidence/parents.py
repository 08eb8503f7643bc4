"""From what earlier claim a claim was taken: every parent that is possible, with its probability by named signs."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from reportedly.evidence.alterations import Alteration, alteration_densities
from reportedly.evidence.casebook import Casebook, figure_of
from reportedly.evidence.signs import COPIED_USUAL, NAMED_WEIGHT, NEW_WEIGHT, OWN_WEIGHT, RULED_WEIGHT, SIGNS
from reportedly.model.actors import folded
from reportedly.model.claim import Claim, Quantity
from reportedly.model.evidence import Edge, EdgeKind, EdgeOption
from reportedly.model.reason import Reason
from reportedly.model.wording import likeness, wording

COPIED = 0.10
"""Share of four-word runs from which one report is taken to copy another in part. True reprints share about 0.30 of
their three-word runs on average (NEWS-COPY, evidence.md section 3); a story told apart shares under 0.05."""
SENTENCE = 0.85
"""Likeness of wording from which two sentences are one."""
_PLACES = 4
"""Decimal places that probabilities are kept with."""
_MOST = 24
"""Most texts that are weighed as parents of one claim, the earliest first, beside the one that the rules choose."""
_WORTH = 0.005
"""Probability from which an alternative is told."""
_Key = TypeVar("_Key")
_PLAIN = (Alteration.ROUNDED, Alteration.MULTIPLE, Alteration.SLIP, Alteration.SWAP)


def earlier_relays(book: Casebook, claim: Claim) -> list[Claim]:
    """Return the claims of the same saying that other documents surely had before."""
    members = book.members(book.testimony_of[claim.id])
    return [one for one in members if one.document_id != claim.document_id and book.library.before(one, claim)]


def with_options(book: Casebook, claim: Claim, edge: Edge) -> Edge:
    """Return an arrow with its probability and what else is possible.

    Args:
        book: the event.
        claim: the claim that the arrow belongs to.
        edge: the arrow that the rules draw; it stays as it is.
    """
    scores = _scores(book, claim, edge.parent_claim_id)
    chosen = edge.kind, edge.parent_claim_id
    scores[chosen] = scores.get(chosen, 0.0) + RULED_WEIGHT
    shares = softmax(scores)
    told = {option: share for option, share in shares.items() if share >= _WORTH or option == chosen}
    whole = sum(told.values())
    others = [
        EdgeOption(kind, parent, round(share / whole, _PLACES))
        for (kind, parent), share in told.items()
        if (kind, parent) != chosen
    ]
    others.sort(key=lambda one: (-one.probability, one.parent_claim_id or ""))
    left = round(1 - sum(one.probability for one in others), _PLACES)
    return replace(edge, probability=left, alternatives=tuple(others))


def softmax(scores: Mapping[_Key, float]) -> dict[_Key, float]:
    """Return the probability of each option by its log-odds."""
    best = max(scores.values())
    parts = {key: math.exp(score - best) for key, score in scores.items()}
    whole = sum(parts.values())
    return {key: part / whole for key, part in parts.items()}


def _scores(book: Casebook, claim: Claim, chosen: str | None) -> dict[tuple[EdgeKind, str | None], float]:
    """Return the log-odds of every option; pages with one text are one, and the earliest stands for them."""
    earlier = earlier_relays(book, claim)
    found: dict[tuple[EdgeKind, str | None], float] = {(EdgeKind.UNRECORDED, None): 0.0} if earlier else {}
    seen: set[str] = set()
    for other in earlier:
        if other.id == chosen or (len(seen) < _MOST and book.library.text_key(other) not in seen):
            seen.add(book.library.text_key(other))
            signs = relay_signs(book, claim, other, first=other is earlier[0])
            found[EdgeKind.RELAYS, other.id] = sum(sign.weight or 0.0 for sign in signs)
    if book.library.own(claim, book.testimony_of[claim.id].origin):
        found[EdgeKind.OWN, None] = OWN_WEIGHT
    elif claim.chain:
        found[EdgeKind.NAMES, None] = NAMED_WEIGHT
    else:
        found[EdgeKind.UNRECORDED, None] = NEW_WEIGHT
    return found


def relay_signs(book: Casebook, claim: Claim, other: Claim, *, first: bool) -> tuple[Reason, ...]:
    """Return the signs that a claim was taken from an earlier one of the same saying.

    Args:
        book: the event.
        claim: the later claim.
        other: the earlier claim.
        first: whether the earlier claim is the first of the saying.
    """
    library = book.library
    origin = book.testimony_of[claim.id].origin
    found = list(saying_signs(book, claim, other))
    outlet = library.document(other).outlet
    if library.text_key(other) == library.text_key(claim):
        found.append(_sign("same-text", other, claim))
    if outlet and not library.own(other, origin) and folded(outlet) in {folded(link.name) for link in claim.chain}:
        found.append(_sign("names-outlet", other, claim))
    share = library.copied(other, claim)
    if share >= COPIED:
        found.append(_sign("copied", other, claim, min(2.0, 0.5 + share / COPIED_USUAL / 2)))
    if library.own(other, origin):
        found.append(_sign("own-at-hand", other, claim))
    if first:
        found.append(_sign("first-report", other, claim))
    if book.change(book.testimony_of[claim.id], claim) == "claimant-changed":
        found.append(_sign("another-claimant", other, claim))
    return tuple(found)


def saying_signs(book: Casebook, claim: Claim, other: Claim) -> Iterable[Reason]:
    """Yield the signs of lineage that two claims' own words, figures and days give."""
    if likeness(wording(other.quote), wording(claim.quote)) >= SENTENCE:
        yield _sign("same-sentence", other, claim)
    yield from _figure_signs(figure_of(other), figure_of(claim), other, claim)
    before, after = book.library.day(other), book.library.day(claim)
    if before is not None and after is not None:
        days = (after - before).days
        if days <= 2:
            yield _sign("soon", other, claim)
        elif days > 7:
            yield _sign("late", other, claim)


def _figure_signs(before: Quantity | None, after: Quantity | None, other: Claim, claim: Claim) -> Iterable[Reason]:
    old, new = _number(before), _number(after)
    if before is None or after is None or old is None or new is None or before.measure is not after.measure:
        return
    if old == new:
        if _odd(new):
            yield _sign("odd-figure", other, claim)
        if before.qualifier == after.qualifier:
            yield _sign("same-figure", other, claim)
        return
    ways = alteration_densities(float(old), float(new))
    if any(ways[way] > 0 for way in _PLAIN):
        yield _sign("related-figure", other, claim)


def _number(figure: Quantity | None) -> int | None:
    if figure is None:
        return None
    return figure.low if figure.low is not None else figure.high


def _odd(number: int) -> bool:
    """Say whether two who count by themselves would hardly come to this number: two digits or more, and not round."""
    return number > 12 and number % 5 != 0


def _sign(code: str, other: Claim, claim: Claim, times: float = 1.0) -> Reason:
    sign = SIGNS[code]
    return Reason(code, sign.text, (other.id, claim.id), round(sign.weight * times, 3))


def alone(book: Casebook, claim: Claim, others: Sequence[Sequence[Claim]], weight: float) -> float:
    """Return the probability that a claim was taken from none of the earlier claims of other origins.

    Args:
        book: the event.
        claim: the claim that stands for an origin.
        others: the claims of each other origin; the likeliest of them stands for it, so that mere relays add nothing.
        weight: log-odds that it was taken from none, by how its origin is told.
    """
    scores = {-1: weight}
    for place, told in enumerate(others):
        earlier = [one for one in told if one.document_id != claim.document_id and book.library.before(one, claim)]
        if earlier:
            found = (sum(sign.weight or 0.0 for sign in saying_signs(book, claim, one)) for one in earlier)
            scores[place] = max(found) + SIGNS["another-claimant"].weight
    return softmax(scores)[-1]
