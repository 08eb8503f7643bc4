"""Bring back claims that a relay's change of measure, scope or sum sent to the wrong event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from reportedly.events.likeness import Comparator
from reportedly.events.signs import AKIN, odd
from reportedly.events.testimonies import Figure, Saying, copied
from reportedly.model.actors import folded
from reportedly.model.reason import Reason

_ONE_STORY = 0.10
_COPIED = 0.12


class _Held(NamedTuple):
    """A saying with its place among all and the event it was counted to."""

    place: int
    saying: Saying
    event: Sequence[Saying]


def return_strays(told: Sequence[list[Saying]], comparator: Comparator, apart: Collection[frozenset[str]] = ()) -> None:
    """Move a saying to the one that its relays changed: another measure, another scope, or two figures made one.

    Only relays move, and only to an older saying of the same origin: ``about 60 killed`` in a report that copies one
    with ``about 60 missing``; ``51 dead`` where the origin counted 17 dead and 34 wounded.

    Args:
        told: the sayings of each event; changed in place.
        comparator: tells whether two texts tell one story.
        apart: pairs of claims that people hold apart; no saying moves to an event that it may not be in.
    """
    shelf = _Shelf(told)
    for sayings in told:
        for late in list(sayings):
            if late.voice.own or not late.voice.recorded or _number(late) < 10:
                continue
            found = _home(late, shelf.same(late, sayings, apart), comparator)
            found = found or _first_part(late, shelf.parts(late, sayings, apart), comparator)
            if found is not None:
                home, code, text = found
                home.take(late, Reason(code, text, (home.nodes[0].claim_ids[0], late.nodes[0].claim_ids[0])))
                sayings.remove(late)
                shelf.drop(late)


class _Shelf:
    """All sayings, by what a relay can have made of them; always in the order in which they were given."""

    def __init__(self, told: Sequence[list[Saying]]) -> None:
        self._same: dict[tuple[str, Figure], list[_Held]] = defaultdict(list)
        self._of_voice: dict[str, list[_Held]] = defaultdict(list)
        self._all: list[_Held] = []
        self._gone: set[int] = set()
        for sayings in told:
            for saying in sayings:
                held = _Held(len(self._all), saying, sayings)
                self._all.append(held)
                self._same[saying.voice.key, saying.figure].append(held)
                self._of_voice[saying.voice.key].append(held)

    def same(self, late: Saying, home: Sequence[Saying], apart: Collection[frozenset[str]]) -> list[Saying]:
        """Return the other sayings of one voice with one figure."""
        return self._allowed(self._same[late.voice.key, late.figure], late, home, apart)

    def parts(self, late: Saying, home: Sequence[Saying], apart: Collection[frozenset[str]]) -> list[Saying]:
        """Return the other sayings that a sum may be made of: those of its voice, or any where it names two."""
        joint = late.voice.anonymous and " and " in late.voice.named
        return self._allowed(self._all if joint else self._of_voice[late.voice.key], late, home, apart)

    def _allowed(
        self, some: Iterable[_Held], late: Saying, home: Sequence[Saying], apart: Collection[frozenset[str]]
    ) -> list[Saying]:
        here = [one for one in some if one.saying is not late and id(one.saying) not in self._gone]
        return [o.saying for o in here if o.event is home or not (apart and _held_apart(late, o.event, apart))]

    def drop(self, saying: Saying) -> None:
        """Leave a saying out that was taken into another."""
        self._gone.add(id(saying))


def _held_apart(late: Saying, event: Sequence[Saying], apart: Collection[frozenset[str]]) -> bool:
    ours = {claim for node in late.nodes for claim in node.claim_ids}
    theirs = {claim for saying in event for node in saying.nodes for claim in node.claim_ids}
    return any(pair & ours and pair & theirs for pair in apart)


def _number(saying: Saying) -> int:
    return saying.figure[1] if isinstance(saying.figure, tuple) else saying.figure or 0


def _older(early: Saying, late: Saying) -> bool:
    return early.nodes[0].order[:2] < late.nodes[0].order[:2]


def _home(late: Saying, others: Sequence[Saying], comparator: Comparator) -> tuple[Saying, str, str] | None:
    """Return the saying whose measure or scope the relay changed."""
    for early in others:
        same = early.voice.key == late.voice.key and early.figure == late.figure
        if not same or not odd(_number(late)) or not _older(early, late):
            continue
        story = max(comparator.story(node.family, late.nodes[0].family) for node in early.nodes)
        if story < _ONE_STORY:
            continue
        ours, theirs = early.nodes[0].facets, late.nodes[0].facets
        if ours & theirs:
            return early, "scope-changed", "one origin's figure with another scope"
        akin = any(frozenset((a, b)) in AKIN for a in ours for b in theirs)
        if akin or max(copied(node, late.nodes[0]) for node in early.nodes) >= _COPIED:
            return early, "measure-changed", "one origin's figure with another measure"
    return None


def _one_of_two(part: Saying, late: Saying) -> bool:
    """Say whether a saying can be one of two that a late one puts in two mouths: it names its origin, or describes."""
    if " and " not in late.voice.named:
        return False
    return late.voice.anonymous or f" {folded(part.voice.origin.name)} " in f" {folded(late.voice.named)} "


def _first_part(late: Saying, others: Sequence[Saying], comparator: Comparator) -> tuple[Saying, str, str] | None:
    """Return the first of two older sayings whose figures the relay added up, of one origin or of two that it names."""
    parts = [
        saying
        for saying in others
        if isinstance(saying.figure, int)
        and 1 < saying.figure < _number(late)
        and _older(saying, late)
        and comparator.story(saying.nodes[0].family, late.nodes[0].family) >= _ONE_STORY
        and (saying.voice.key == late.voice.key or _one_of_two(saying, late))
    ]
    for first in parts:
        for second in parts:
            if first is second or not first.nodes[0].facets & late.nodes[0].facets:
                continue
            one_origin = first.voice.key == second.voice.key
            if one_origin != (first.voice.key == late.voice.key):
                continue
            if _number(first) + _number(second) == late.figure:
                return first, "fused", f"the sum of {_number(first)} and {_number(second)}, told before"
    return None
