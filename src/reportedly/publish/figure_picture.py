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
class FigureGroup:
    """The figures of one measure with the range drawn from them."""

    heading: str
    policy: str
    inputs: tuple[FigureRow, ...]
    range: FigureRow


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
    rows = [row for group in groups for row in (*group.inputs, group.range)]
    largest = max((bound for row in rows for bound in (row.low, row.high, row.best) if bound is not None), default=1)
    ticks = _ticks(largest)
    canvas = _Canvas(8, ticks[-1])
    for group in groups:
        canvas.labels.append(Label(_LEFT, canvas.top + 14, cut(group.heading, 74), "head", full=group.heading))
        canvas.top += 26
        for row in group.inputs:
            _draw_row(canvas, row, "input")
        _draw_row(canvas, group.range, "range")
        canvas.top += 12
    grid = [Stroke(f"M{canvas.x(tick):.1f} 28V{canvas.top:.1f}", "grid") for tick in ticks]
    for tick in ticks:
        anchor = "start" if tick == 0 else "middle"
        canvas.labels.append(Label(canvas.x(tick), canvas.top + 16, f"{tick:,}", "tick", anchor))
    return Picture(
        _WIDTH,
        int(canvas.top + 26),
        "Figures and ranges",
        "Each origin's figure and the range drawn from them; an arrow marks a side on which no bound is given.",
        (*grid, *canvas.strokes),
        tuple(canvas.boxes),
        tuple(canvas.labels),
    )


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


def _draw_bar(canvas: _Canvas, low: int, high: int, y: float, role: str) -> None:
    if low == high:
        canvas.boxes.append(Box(canvas.x(low) - 6, y - 6, 12, 12, f"{role} point", radius=6))
        return
    width = max(canvas.x(high) - canvas.x(low), 3)
    canvas.boxes.append(Box(canvas.x(low), y - 6, width, 12, f"{role} bar", radius=3))
