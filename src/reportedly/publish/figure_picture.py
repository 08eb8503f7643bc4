"""Draw the figures of an event on one axis: points, ranges as bars, bounds as arrows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.publish.labels import cut
from reportedly.publish.shapes import Box, Label, Picture, Stroke

_WIDTH = 600
_LEFT, _RIGHT = 12.0, 566.0
_LINE = 40.0


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure: an origin's, or the range that the policy gives."""

    name: str
    label: str
    low: int | None
    high: int | None
    best: int | None = None
    claim_id: str = ""
    about: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """What the model makes probable: the best number within its 50 % and 90 % range, rounded as printed."""

    low: int
    half_low: int
    best: int
    half_high: int
    high: int

    @property
    def label(self) -> str:
        """The band in words: ``310 (50 %: 210 to 440, 90 %: 130 to 720)``."""
        if self.low == self.high:
            return f"{self.best:,}"
        half = "" if self.half_low == self.half_high else f"50 %: {self.half_low:,} to {self.half_high:,}, "
        return f"{self.best:,} ({half}90 %: {self.low:,} to {self.high:,})"


NO_END = "–"
"""What stands for an end that a rule does not give."""


@dataclass(frozen=True, slots=True)
class RuleRow:
    """The range that a published project's rule gives on the same figures, as a line of a table."""

    name: str
    low: str
    best: str
    high: str
    why: str


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """The figures of one measure with the range drawn from them."""

    heading: str
    policy: str
    inputs: tuple[FigureRow, ...]
    range: FigureRow
    band: Band | None = None
    rules: tuple[RuleRow, ...] = ()
    floor: int | None = None
    """Names or pictures below which the number cannot lie; None where there are none."""
    cap: int | None = None
    """The number that there were at most; None where it is not told."""

    @property
    def ruled(self) -> bool:
        """Whether the rules are worth a table: they do not all come to one and the same number."""
        return len({end for rule in self.rules for end in (rule.low, rule.best, rule.high)} - {NO_END}) > 1


@dataclass
class _Canvas:
    top: float
    scale: float
    strokes: list[Stroke] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)

    def x(self, value: float) -> float:
        return _LEFT + (_RIGHT - _LEFT) * value / self.scale


def draw_figures(groups: Sequence[FigureGroup]) -> Picture:
    """Return the chart of an event's figures; the axis starts at nought."""
    ticks = _ticks(_largest(groups))
    canvas = _Canvas(8, ticks[-1])
    for group in groups:
        canvas.labels.append(Label(_LEFT, canvas.top + 14, cut(group.heading, 74), "head", full=group.heading))
        canvas.top += 26
        first = canvas.top
        for row in group.inputs:
            _draw_row(canvas, row, "input")
        _draw_row(canvas, group.range, "range" if group.band is None else "rule")
        if group.band is not None:
            _draw_band(canvas, group.band)
        for value, role in ((group.floor, "floor"), (group.cap, "cap")):
            if value is not None:
                _draw_limit(canvas, value, role, first)
        canvas.top += 12
    grid = [Stroke(f"M{canvas.x(tick):.1f} 28V{canvas.top:.1f}", "grid") for tick in ticks]
    for tick in ticks:
        anchor = "start" if tick == 0 else "middle"
        canvas.labels.append(Label(canvas.x(tick), canvas.top + 16, f"{tick:,}", "tick", anchor))
    return Picture(
        _WIDTH,
        int(canvas.top + 26),
        "Figures and ranges",
        _description(groups),
        (*grid, *canvas.strokes),
        tuple(canvas.boxes),
        tuple(canvas.labels),
    )


def _largest(groups: Sequence[FigureGroup]) -> int:
    rows = [row for group in groups for row in (*group.inputs, group.range)]
    ends = [end for row in rows for end in (row.low, row.high, row.best)]
    for group in groups:
        ends += [group.band.high if group.band else None, group.floor, group.cap]
    return max((end for end in ends if end is not None), default=1)


def _description(groups: Sequence[FigureGroup]) -> str:
    told = "Each origin's figure and the range drawn from them; an arrow marks a side on which no bound is given."
    if any(group.band for group in groups):
        told += " The thick bar holds the number with a probability of 50 %, the thin one with 90 %."
    if any(group.floor is not None for group in groups):
        told += " A broken line marks a floor of names or pictures."
    return told


def _ticks(largest: int) -> list[int]:
    """Return round numbers from nought to just above ``largest``."""
    step = 1
    while step * 5 < largest * 1.12:
        digits = len(str(step)) - 1
        first = step // 10**digits
        step = {1: 2, 2: 5, 5: 10}[first] * 10**digits
    count = 1
    while count * step < largest * 1.12:
        count += 1
    return [step * at for at in range(count + 1)]


def _draw_row(canvas: _Canvas, row: FigureRow, role: str) -> None:
    y = canvas.top + 26
    text = f"{row.name}: {row.label}"
    canvas.labels.append(Label(_LEFT, canvas.top + 12, cut(text, 80), role, full=text if len(text) > 80 else ""))
    canvas.top += _LINE
    low, high = row.low, row.high
    if low is None and high is None:
        return
    if low is not None and high is not None:
        _draw_bar(canvas, low, high, y, role)
    elif low is not None:
        canvas.strokes.append(Stroke(f"M{canvas.x(low):.1f} {y:.1f}H{_RIGHT - 6:.1f}", f"{role} open", arrow=True))
        canvas.boxes.append(Box(canvas.x(low) - 2, y - 8, 4, 16, f"{role} edge", radius=1))
    elif high is not None:
        canvas.strokes.append(Stroke(f"M{canvas.x(high):.1f} {y:.1f}H{_LEFT + 6:.1f}", f"{role} open", arrow=True))
        canvas.boxes.append(Box(canvas.x(high) - 2, y - 8, 4, 16, f"{role} edge", radius=1))
    if row.best is not None and row.best not in {low, high}:
        canvas.boxes.append(Box(canvas.x(row.best) - 2, y - 9, 4, 18, f"{role} best", radius=1))


def _draw_band(canvas: _Canvas, band: Band) -> None:
    """Draw the 90 % range as a thin bar, the 50 % range as a thick one upon it, the best number as an upright line."""
    text = f"Best estimate: {band.label}"
    canvas.labels.append(Label(_LEFT, canvas.top + 12, cut(text, 80), "range", full=text if len(text) > 80 else ""))
    y = canvas.top + 28
    canvas.top += _LINE + 6
    for low, high, height, role in ((band.low, band.high, 8, "ninety"), (band.half_low, band.half_high, 16, "fifty")):
        width = max(canvas.x(high) - canvas.x(low), 4)
        canvas.boxes.append(Box(canvas.x(low), y - height / 2, width, height, f"band {role}", radius=3))
    canvas.boxes.append(Box(canvas.x(band.best) - 2, y - 12, 4, 24, "band best", radius=1))


def _draw_limit(canvas: _Canvas, value: int, role: str, first: float) -> None:
    """Draw a line beyond which the number cannot lie through all rows of a group."""
    x = canvas.x(value)
    canvas.strokes.append(Stroke(f"M{x:.1f} {first:.1f}V{canvas.top:.1f}", f"limit {role}"))
    words = f"floor {value:,}" if role == "floor" else f"cap {value:,}"
    anchor = "start" if role == "floor" and x < _RIGHT - 80 else "end"
    canvas.labels.append(Label(x + (4 if anchor == "start" else -4), canvas.top + 4, words, "limit", anchor))
    canvas.top += 8


def _draw_bar(canvas: _Canvas, low: int, high: int, y: float, role: str) -> None:
    if low == high:
        canvas.boxes.append(Box(canvas.x(low) - 6, y - 6, 12, 12, f"{role} point", radius=6))
        return
    width = max(canvas.x(high) - canvas.x(low), 3)
    canvas.boxes.append(Box(canvas.x(low), y - 6, width, 12, f"{role} bar", radius=3))
