"""How the one who speaks stands to those whose losses a figure counts, and what it counts: what its prior hangs on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.evidence.casebook import Casebook, people
from reportedly.evidence.phrases import parties
from reportedly.model.claim import Measure, SourceClass
from reportedly.model.counting import unit_word
from reportedly.model.event import Origin, Testimony
from reportedly.model.quantity_priors import ANY, QuantityPriors, SideRelation

LOSSES = frozenset(
    {
        Measure.KILLED,
        Measure.WOUNDED,
        Measure.CASUALTIES,
        Measure.LOST,
        Measure.CAPTURED,
        Measure.MISSING,
        Measure.DESTROYED,
        Measure.DAMAGED,
        Measure.INTERCEPTED,
    }
)
"""Measures of which a party has a reason to tell too many or too few."""
COUNTS = "counts"
"""Category of whatever is no loss."""
_THINGS = (
    ("tanks", re.compile(r"\btanks?\b", re.IGNORECASE)),
    ("helicopters", re.compile(r"\bhelicopters?\b", re.IGNORECASE)),
    ("drones", re.compile(r"\b(?:drones?|uavs?|unmanned)\b", re.IGNORECASE)),
    ("aircraft", re.compile(r"\b(?:aircraft|planes?|(?:fighter )?jets?|bombers?|aeroplanes?)\b", re.IGNORECASE)),
    ("artillery", re.compile(r"\b(?:artillery|howitzers?|guns|mortars?|rocket launchers?)\b", re.IGNORECASE)),
)
_CIVIL = frozenset({"civilian", "=child", "wom", "=aboard"})
_ARMED = frozenset({SourceClass.MILITARY, SourceClass.ARMED_GROUP})


@dataclass(frozen=True)
class Standpoint:
    """Whose losses are counted by all figures of one number."""

    sides: tuple[str, ...]
    """The parties whose losses they are; empty where no figure says so."""
    category: str


def standpoint_of(book: Casebook, told: Sequence[Testimony]) -> Standpoint:
    """Return whose losses figures of one number count: what any of them says holds for all.

    Args:
        book: the event.
        told: the testimonies; at least one with a figure.
    """
    registry = book.library.registry
    sides: set[str] = set()
    kinds: list[str] = []
    for testimony in told:
        if testimony.quantity is not None:
            sides |= set(parties(book.reference(testimony), testimony.quantity, registry))
            kinds.append(_category(testimony.quantity.measure, testimony.quantity.of))
    return Standpoint(tuple(sorted(sides)), _commonest(kinds))


def _commonest(kinds: Iterable[str]) -> str:
    held = list(kinds)
    return min(held, key=lambda kind: (-held.count(kind), kind), default=ANY)


def _category(measure: Measure, of: str) -> str:
    if measure not in LOSSES:
        return COUNTS
    things = next((name for name, pattern in _THINGS if pattern.search(of)), None)
    if things is not None and measure not in {Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES}:
        return things
    kinds = people(of)
    if kinds & _CIVIL and not kinds & {"=soldier", "=police"} and not unit_word(of):
        return "civilians"
    return str(measure)


def relation_of(origin: Origin, seen: Standpoint, priors: QuantityPriors) -> SideRelation:
    """Return how an origin stands to those whose losses are counted.

    A third state that fights none of them is neutral. Which way a party leans is unknown for counts that are no losses,
    for its allies' losses and for those of nobody in particular; so it is for armed men whose side is not known.
    """
    if seen.category == COUNTS:
        return SideRelation.UNKNOWN if origin.side else SideRelation.NEUTRAL
    if origin.side is None:
        armed = origin.source_class in _ARMED and bool(seen.sides)
        return SideRelation.UNKNOWN if armed else SideRelation.NEUTRAL
    if not seen.sides:
        return SideRelation.UNKNOWN
    if origin.side in seen.sides:
        return SideRelation.OWN if len(seen.sides) == 1 else SideRelation.UNKNOWN
    if any(priors.enemies(origin.side, side) for side in seen.sides):
        return SideRelation.ENEMY
    allied = any(priors.allies(origin.side, side) for side in seen.sides)
    return SideRelation.UNKNOWN if allied else SideRelation.NEUTRAL
