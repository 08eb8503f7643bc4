"""Which event of a later view is which of an earlier one: by the claims that both hold."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.assessment.case import Case


@dataclass(frozen=True)
class Pair:
    """One event in both views, or in one of them."""

    earlier: Case | None
    """None for an event of which nothing was known before."""
    later: Case | None
    """None for an event of which nothing is left."""
    joined: tuple[Case, ...] = ()
    """Other events of the earlier view that have become part of this one."""
    parted: tuple[Case, ...] = ()
    """Other events of the later view that were part of this one."""


def pairs_of(earlier: Sequence[Case], later: Sequence[Case]) -> tuple[Pair, ...]:
    """Pair the events of two views by the claims that they share; ids change with every claim and are not looked at.

    Two events that share most are one; where several share claims with one, the rest have been joined to it or told
    apart from it.

    Args:
        earlier: events of the earlier view.
        later: events of the later view, in the order in which they are to be told.

    Returns:
        One pair an event of the later view, in their order, then those of which nothing is left.
    """
    shared = _shared(earlier, later)
    order = {case.event.id: place for place, case in enumerate(later)}
    ranked = sorted(shared, key=lambda ids: (-shared[ids], order[ids[1]], ids[0]))
    before_of: dict[str, str] = {}
    after_of: dict[str, str] = {}
    for old, new in ranked:
        if old not in after_of and new not in before_of:
            after_of[old], before_of[new] = new, old
    joined: dict[str, list[str]] = defaultdict(list)
    parted: dict[str, list[str]] = defaultdict(list)
    settled_old, settled_new = set(after_of), set(before_of)
    for old, new in ranked:
        if old not in settled_old:
            joined[new].append(old)
            settled_old.add(old)
        if new not in settled_new:
            parted[old].append(new)
            settled_new.add(new)
    by_id = {case.event.id: case for case in earlier}
    told = {case.event.id: case for case in later}
    children = {new for kept in parted.values() for new in kept}
    pairs = [
        Pair(
            by_id.get(before_of.get(case.event.id, "")),
            case,
            tuple(by_id[one] for one in joined[case.event.id]),
            tuple(told[one] for one in parted.get(before_of.get(case.event.id, ""), ())),
        )
        for case in later
        if case.event.id not in children
    ]
    left = [case for case in earlier if case.event.id not in settled_old]
    return (*pairs, *(Pair(case, None) for case in left))


def _shared(earlier: Sequence[Case], later: Sequence[Case]) -> Counter[tuple[str, str]]:
    home = {claim_id: case.event.id for case in earlier for claim_id in case.claim_ids}
    return Counter((home[claim_id], case.event.id) for case in later for claim_id in case.claim_ids if claim_id in home)
