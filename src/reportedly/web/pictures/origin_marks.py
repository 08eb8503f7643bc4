"""Origins as marks, one each, with a dot for every page that carries them; shapes differ, not colours alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.card import OriginMark
from reportedly.publish.labels import NOBODY, count_label

DOTS_A_LINE = 20
DOTS_MOST = 60
"""More pages than this are told by their number alone."""
STEP = 7.0
"""From dot to dot, in units of the picture."""


class Standing(StrEnum):
    """How an origin stands to what the first key judgement says; the value is its class in the style sheet."""

    COUNTS = "counts"
    BESIDE = "beside"
    LEANS = "leans"
    DENIES = "denies"
    UNRECORDED = "unrecorded"

    @property
    def words(self) -> str:
        """What the mark says, in words."""
        return _WORDS[self]


_WORDS = {
    Standing.COUNTS: "independent origin",
    Standing.BESIDE: "tells another figure or part",
    Standing.LEANS: "not independent, does not count",
    Standing.DENIES: "denies it",
    Standing.UNRECORDED: "nobody's word, confirms nothing",
}
LEGEND = tuple(Standing)


@dataclass(frozen=True, slots=True)
class DrawnOrigin:
    """One origin as it is drawn."""

    name: str
    side: str
    standing: Standing
    pages: int
    dots: tuple[tuple[float, float], ...]
    """Middles of the dots."""
    width: float
    height: float

    @property
    def words(self) -> str:
        """What the marks say, in words."""
        side = f", of {self.side}" if self.side else ""
        return f"{self.name}{side}: {self.standing.words}, {count_label(self.pages, 'page')}"


def standing_of(mark: OriginMark) -> Standing:
    """Return how an origin stands."""
    if not mark.recorded:
        return Standing.UNRECORDED
    if mark.denies:
        return Standing.DENIES
    if mark.counts:
        return Standing.COUNTS
    return Standing.BESIDE if mark.beside else Standing.LEANS


def draw_marks(origins: Sequence[OriginMark]) -> tuple[DrawnOrigin, ...]:
    """Return one drawn origin for each mark, in the same order."""
    return tuple(_drawn(one) for one in origins)


def _drawn(mark: OriginMark) -> DrawnOrigin:
    shown = mark.pages if mark.pages <= DOTS_MOST else 0
    spots = [divmod(number, DOTS_A_LINE) for number in range(shown)]
    dots = tuple((STEP * (column + 0.5), STEP * (line + 0.5)) for line, column in spots)
    lines = -(-shown // DOTS_A_LINE)
    width = STEP * min(shown, DOTS_A_LINE)
    name = mark.name if mark.recorded and mark.name else NOBODY
    return DrawnOrigin(name, mark.side or "", standing_of(mark), mark.pages, dots, width, STEP * lines)
