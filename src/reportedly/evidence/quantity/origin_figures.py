"""Figures of a table's origins: of each traced origin the number that its first report gives, and whose word it is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from reportedly.model.actors import folded
from reportedly.model.tellings import Telling, TellingForest


class Wording(IntEnum):
    """What the words beside a number make of it."""

    PLAIN = 0
    ABOUT = 1
    AT_LEAST = 2
    MORE_THAN = 3
    UP_TO = 4
    FEWER_THAN = 5


BOUNDS = (Wording.AT_LEAST, Wording.MORE_THAN, Wording.UP_TO, Wording.FEWER_THAN)
UPPER = frozenset({Wording.UP_TO, Wording.FEWER_THAN})
_WORDINGS = {
    "about": Wording.ABOUT,
    "around": Wording.ABOUT,
    "approximately": Wording.ABOUT,
    "nearly": Wording.ABOUT,
    "almost": Wording.ABOUT,
    "some": Wording.ABOUT,
    "at least": Wording.AT_LEAST,
    "no fewer than": Wording.AT_LEAST,
    "more than": Wording.MORE_THAN,
    "over": Wording.MORE_THAN,
    "up to": Wording.UP_TO,
    "at most": Wording.UP_TO,
    "no more than": Wording.UP_TO,
    "fewer than": Wording.FEWER_THAN,
    "less than": Wording.FEWER_THAN,
    "under": Wording.FEWER_THAN,
}


@dataclass(frozen=True)
class OriginFigure:
    """The number that one origin of one event states."""

    event: str
    value: float
    wording: Wording
    name: str
    """Whose word it is; empty where no report says so."""


def wording_of(qualifier: str) -> Wording:
    """Return what a table's qualifier makes of a number; an unknown word makes nothing of it."""
    return _WORDINGS.get(" ".join(qualifier.lower().replace("_", " ").replace("-", " ").split()), Wording.PLAIN)


def origin_figures(tellings: Sequence[Telling], forests: Iterable[TellingForest]) -> tuple[OriginFigure, ...]:
    """Return one figure for each traced origin that has a number.

    What an origin says is what its first report says: relays round, drop qualifiers and multiply, and the first has had
    least time for it. Whose word it is, most reports of it tell; the names of outlets are no origins'.
    """
    told = {(one.event, one.report): one for one in tellings}
    outlets = {folded(one.outlet) for one in tellings if one.outlet}
    found = []
    for forest in forests:
        lines: dict[int, list[Telling]] = defaultdict(list)
        for one in forest.tellings:
            lines[one.origin].append(told[forest.event, one.report])
        for number in sorted(lines):
            figure = _figure(lines[number], outlets)
            if figure is not None:
                found.append(figure)
    return tuple(found)


def _figure(told: Sequence[Telling], outlets: set[str]) -> OriginFigure | None:
    """Return the figure of an origin, its reports being given in order of time."""
    first = next((one for one in told if one.value is not None), None)
    if first is None or first.value is None:
        return None
    names = Counter(folded(one.stated) for one in told if one.stated and folded(one.stated) not in outlets)
    name = min(names, key=lambda one: (-names[one], one), default="")
    return OriginFigure(first.event, first.value, wording_of(first.qualifier), name)
