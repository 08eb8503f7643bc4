"""Draw the four clocks of an event as lanes over one axis of days; long spans without marks are shortened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import log2

from reportedly.publish.labels import day_label
from reportedly.web.pictures.lettering import text_width
from reportedly.web.views.event_clocks import Clock, ClockMark, Clocks

LETTERS = 11.5
"""Size of letters, in pixels."""
_PAD = 16.0
_HEAD = 20.0
_ROW = 28.0
_AXIS = 26.0
_WHOLE = 7
"""Days up to which a span is drawn at its length."""
_LONG = 21
"""Days from which a span without marks is drawn as a break."""
_BREAK = 3.0
"""Days of the scale that a break takes."""
_DOT = 12.0
_WORDS: Mapping[Clock, str] = {
    Clock.HAPPENED: "happened",
    Clock.SAID: "was said",
    Clock.PUBLISHED: "was published",
    Clock.RECORDED: "was recorded here",
}


@dataclass(frozen=True, slots=True)
class ClockShape:
    """One mark: a dot for a day, a bar for a span; its number of claims stands in it."""

    id: str
    clock: str
    x: float
    y: float
    width: float
    height: float
    count: int
    address: str
    full: str

    @property
    def middle(self) -> float:
        """Its middle from left to right."""
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class ClockLane:
    """One clock."""

    label: str
    y: float
    """Its upper edge."""
    height: float
    shapes: tuple[ClockShape, ...]


@dataclass(frozen=True, slots=True)
class ClockPicture:
    """The whole picture."""

    name: str
    width: float
    height: float
    lanes: tuple[ClockLane, ...]
    ticks: tuple[tuple[float, str], ...]
    """Places and words of the days that are written."""
    lines: tuple[float, ...]
    """Places of all days that have marks."""
    breaks: tuple[float, ...]
    """Places at which the axis leaves days out."""


def draw_clocks(clocks: Clocks, width: float, name: str) -> ClockPicture:
    """Return the picture of an event's clocks.

    Args:
        clocks: what to draw.
        width: of the picture, in pixels.
        name: of this form of the picture, for ids.
    """
    days = sorted({day for mark in clocks.marks for day in (mark.first, mark.last)})
    places, breaks = _axis(days, width)
    lanes = []
    y = 0.0
    number = 0
    for clock in Clock:
        marks = [mark for mark in clocks.marks if mark.clock is clock]
        shapes, rows = _shapes(marks, places, y + _HEAD, number, name)
        number += len(marks)
        height = _HEAD + rows * _ROW + 4
        words = _WORDS[clock] if marks else f"{_WORDS[clock]}: no day is told"
        lanes.append(ClockLane(words, y, height, tuple(shapes)))
        y += height
    lines = tuple(places.values())
    return ClockPicture(name, width, y + _AXIS, tuple(lanes), _ticks(places, width), lines, breaks)


def _axis(days: Sequence[date], width: float) -> tuple[dict[date, float], tuple[float, ...]]:
    """Return the place of each day and of each break: short spans are true to scale, longer ones grow slowly."""
    if not days:
        return {}, ()
    units = [_units((later - earlier).days) for earlier, later in pairwise(days)]
    room = width - 2 * _PAD - 2 * _DOT
    step = room / sum(units) if units else 0.0
    at = _PAD + _DOT if units else width / 2
    places, breaks = {}, []
    for day, unit, later in zip(days, [*units, 0.0], [*days[1:], None], strict=True):
        places[day] = at
        if later is not None and (later - day).days > _LONG:
            breaks.append(at + unit * step / 2)
        at += unit * step
    return places, tuple(breaks)


def _units(days: int) -> float:
    """Return how long a span is drawn, in days of the scale."""
    if days > _LONG:
        return _BREAK
    return float(days) if days <= _WHOLE else _WHOLE + log2(days / _WHOLE)


def _shapes(
    marks: Sequence[ClockMark], places: Mapping[date, float], top: float, number: int, name: str
) -> tuple[list[ClockShape], int]:
    """Return the marks of one lane, those that would lie on each other in rows of their own, and the number of rows."""
    ends: list[float] = []
    shapes = []
    for at, mark in enumerate(marks):
        left, right = places[mark.first] - _DOT, places[mark.last] + _DOT
        row = next((row for row, end in enumerate(ends) if end + 2 <= left), len(ends))
        ends[row:] = [right, *ends[row + 1 :]]
        shapes.append(
            ClockShape(
                f"{name}-c{number + at}",
                str(mark.clock),
                left,
                top + row * _ROW,
                right - left,
                2 * _DOT,
                len(mark.refs),
                mark.address,
                mark.label,
            )
        )
    return shapes, len(ends)


def _ticks(places: Mapping[date, float], width: float) -> tuple[tuple[float, str], ...]:
    """Return the days that are written beneath the axis: as many as have room, the first before all."""
    ticks: list[tuple[float, str]] = []
    free = 0.0
    for day, place in places.items():
        half = text_width(day_label(day), LETTERS) / 2
        middle = min(max(place, half), width - half)
        if middle - half >= free:
            ticks.append((middle, day_label(day)))
            free = middle + half + 10
    return tuple(ticks)
