"""Figures of other measures that bear on a number: the killed among the casualties, the force that can be lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportedly.evidence.casebook import Casebook, origin_key, victims
from reportedly.evidence.quantity.reading import Reader, Reading, Told
from reportedly.evidence.quantity.spec import Part
from reportedly.evidence.quantity.standpoint import Standpoint, standpoint_of
from reportedly.model.actors import folded
from reportedly.model.claim import Claim, Measure, Quantity, Scope
from reportedly.model.event import Testimony
from reportedly.model.posterior import FigureRole
from reportedly.model.reason import Reason

Key = tuple[Measure, str, Scope]
"""Measure, kind of people and scope: figures of one key are of one number."""

_PARTS: Mapping[tuple[Measure, Measure], Part] = {
    (Measure.CASUALTIES, Measure.KILLED): Part.KILLED_OF,
    (Measure.CASUALTIES, Measure.WOUNDED): Part.WOUNDED_OF,
    (Measure.WOUNDED, Measure.KILLED): Part.KILLED_TO,
    (Measure.KILLED, Measure.WOUNDED): Part.WOUNDED_TO,
    (Measure.KILLED, Measure.CASUALTIES): Part.CASUALTIES_K,
    (Measure.WOUNDED, Measure.CASUALTIES): Part.CASUALTIES_W,
}
"""How a figure of the second measure stands to the number of the first."""
_CAPPED = frozenset(
    {Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES, Measure.LOST, Measure.CAPTURED, Measure.MISSING}
)


def neighbours_of(key: Key, firm: Mapping[Key, Sequence[Testimony]], reader: Reader) -> dict[Part, list[Testimony]]:
    """Return the testimonies of measures that make up a number's measure, or that it is a part of.

    A party that tells the number itself is left out: its other figures are off in the same way. What was seen counts
    whoever showed it.
    """
    measure, kind, scope = key
    own = {_party(one) for one in firm[key]}
    found: dict[Part, list[Testimony]] = {}
    for other in (Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES):
        part = _PARTS.get((measure, other))
        told = firm.get((other, kind, scope), ()) if part is not None else ()
        if part is None or not told:
            continue
        read = reader.read(told, standpoint_of(reader.book, told), Reading(), None, part)
        heard = [one.testimony for one in read if one.spec.role is FigureRole.FLOOR or _party(one.testimony) not in own]
        if heard:
            found[part] = heard
    return found


def _party(testimony: Testimony) -> str:
    return testimony.origin.side or origin_key(testimony.origin)


def cap_of(book: Casebook, key: Key, seen: Standpoint, told: Sequence[Told]) -> tuple[Claim, int] | None:
    """Return the claim that tells how many there were at most, with that number; None where nothing bounds a loss.

    It must count people of the same parties, and either the event or a place must be the same. Of several figures the
    highest holds, and an open one above it leaves the number unbounded. A cap under what was seen is none.
    """
    if key[0] not in _CAPPED or not seen.sides:
        return None
    here = {folded(place.name) for one in told for place in book.reference(one.testimony).where}
    within = set(book.event.claim_ids)
    held = [
        (claim, figure)
        for claim, figure in book.library.deployed
        if _same_people(book, figure, key[1], seen)
        and (claim.id in within or here & {folded(place.name) for place in claim.where})
    ]
    closed = [(figure.high, claim) for claim, figure in held if figure.high is not None]
    if not closed:
        return None
    number, claim = max(closed, key=lambda one: (one[0], one[1].id))
    open_ends = [figure.low or 0 for _, figure in held if figure.high is None]
    floors = [one.spec.low or 0 for one in told if one.spec.role is FigureRole.FLOOR]
    return None if any(low > number for low in (*open_ends, *floors)) else (claim, number)


def _same_people(book: Casebook, figure: Quantity, kind: str, seen: Standpoint) -> bool:
    theirs = victims(figure.of)
    return book.library.registry.sides_in(figure.of) == seen.sides and (theirs == kind or "" in {theirs, kind})


def cap_reason(claim: Claim, number: int) -> Reason:
    """Return in words why a number cannot be greater."""
    return Reason("cap", f"there were {number:,} at most, and more cannot be lost", (claim.id,))
