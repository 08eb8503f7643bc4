"""Origins as marks, one each, with a dot for every page that carries them; shapes differ, not colours alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.card import OriginMark
from reportedly.publish.labels import NOBODY, count_label

DOTS_A_LINE = 25
DOTS_MOST = 100
"""More pages than this are told by their number alone, beside so many dots."""
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
_ORDER = (Standing.COUNTS, Standing.DENIES, Standing.BESIDE, Standing.UNRECORDED, Standing.LEANS)
"""Origins that only repeat others stand last, and are folded away first where there are many."""


@dataclass(frozen=True, slots=True)
class DrawnOrigin:
    """One origin as it is drawn."""

    name: str
    side: str
    standing: Standing
    pages: int

    @property
    def dots(self) -> tuple[tuple[float, float], ...]:
        """Middles of the dots, one a page, line by line."""
        spots = (divmod(number, DOTS_A_LINE) for number in range(min(self.pages, DOTS_MOST)))
        return tuple((STEP * (column + 0.5), STEP * (line + 0.5)) for line, column in spots)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the dots together."""
        shown = min(self.pages, DOTS_MOST)
        return STEP * min(shown, DOTS_A_LINE), STEP * -(-shown // DOTS_A_LINE)

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
    """Return one drawn origin for each mark: what counts, what denies, what stands beside, nobody's word, the rest."""
    return tuple(sorted((_drawn(one) for one in origins), key=lambda one: _ORDER.index(one.standing)))


def _drawn(mark: OriginMark) -> DrawnOrigin:
    name = mark.name if mark.recorded and mark.name else NOBODY
    return DrawnOrigin(name, mark.side or "", standing_of(mark), mark.pages)
