"""Which attribution stands in which: the tree of a document's attributions."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.claims.attribution import Attribution
from reportedly.model.span import Span


def parents_of(found: Sequence[Attribution]) -> list[int | None]:
    """Return for each attribution the number of the one that it stands in, or that it is cited for, if any.

    That is the one with the smallest content that holds its cue. One that is cited beside another (``citing Y``) stands
    in that other.
    """
    above = [_parent(number, one, found) for number, one in enumerate(found)]
    for number in range(len(above)):
        _cut_ring(above, number)
    return above


def _cut_ring(above: list[int | None], start: int) -> None:
    """Where the way up from an attribution comes back to it, let it stand in nothing."""
    seen: set[int] = set()
    at = above[start]
    while at is not None and at not in seen:
        if at == start:
            above[start] = None
            return
        seen.add(at)
        at = above[at]


def _parent(number: int, one: Attribution, found: Sequence[Attribution]) -> int | None:
    holding = [
        (sum(map(len, other.contents)), place)
        for place, other in enumerate(found)
        if place != number and _inside(one.cue, other) and not _inside(other.cue, one)
    ]
    if holding:
        return min(holding)[1]
    if not one.inner:
        return None
    beside = [place for place, other in enumerate(found) if not other.inner and other.contents == one.contents]
    return beside[0] if beside else None


def _inside(cue: Span, other: Attribution) -> bool:
    return any(content.covers(cue) for content in other.contents)
