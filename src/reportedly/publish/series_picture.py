"""Draw running totals over time: what is claimed, the floors, the estimate with its ranges, and what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.model.running import ERRORS, Band, Column, Finding, FindingKind, Role, SeriesReport
from reportedly.publish.labels import cut
from reportedly.publish.shapes import Box, Label, Picture, Stroke

_WIDTH, _HEIGHT = 960, 540
_LEFT, _RIGHT, _TOP, _BOTTOM = 78.0, 716.0, 66.0, 500.0
_GAP = 34.0
"""Least distance between two labels at the right."""
_TICKS = 6
_POINTS = 500
"""Points of a line at most; more would not be seen."""


@dataclass(frozen=True)
class _Frame:
    first: date
    last: date
    top: float

    def x(self, day: date) -> float:
        whole = max(1, (self.last - self.first).days)
        return _LEFT + (_RIGHT - _LEFT) * (day - self.first).days / whole

    def y(self, value: float) -> float:
        return _BOTTOM - (_BOTTOM - _TOP) * value / self.top


Point = tuple[date, float]


def draw_series(report: SeriesReport, title: str) -> Picture:
    """Return the chart of a report; the axis of totals starts at nought.

    Args:
        report: at least one column with figures.
        title: stands above it.
    """
    lines = [(column, _line(column, report)) for column in _shown(report)]
    days = [day for _, points in lines for day, _ in points] + [band.day for band in report.bands]
    highest = max([value for _, points in lines for _, value in points] + [band.high for band in report.bands])
    ticks = _ticks(highest)
    frame = _Frame(min(days), max(days), ticks[-1])
    strokes = [*_grid(frame, ticks), *_areas(frame, report.bands)]
    strokes += [Stroke(_path(frame, points), f"total {column.role}") for column, points in lines]
    if report.bands:
        strokes.append(Stroke(_path(frame, _thin([(band.day, band.best) for band in report.bands])), "estimate"))
    labels = [Label(_LEFT - 66, 24, cut(title, 100), "title", full=title), *_axis_labels(frame, ticks)]
    labels += _end_labels(frame, report, lines)
    marks = [mark for one in report.findings if one.kind in ERRORS for mark in _mark(frame, one)]
    if marks:
        labels.append(Label(_LEFT - 66, 46, "Circles: totals that are wrong in a table; the list names each.", "tick"))
    words = "Totals that are claimed, floors that are known one by one, and the estimate with its 50 % and 90 % ranges."
    return Picture(_WIDTH, _HEIGHT, title, words, tuple(strokes), tuple(marks), tuple(labels))


def _shown(report: SeriesReport) -> Sequence[Column]:
    """Return one column of each source: the one with the most days."""
    hidden: set[str] = set()
    for names in report.same:
        longest = max((one for one in report.columns if one.name in names), key=lambda one: len(one.readings))
        hidden |= set(names) - {longest.name}
    return [one for one in report.columns if one.name not in hidden]


def _line(column: Column, report: SeriesReport) -> list[Point]:
    """Return a column's figures; those of the only source that claims anything, mended and put together."""
    claims = [one for one in _shown(report) if one.role is Role.CLAIM]
    if claims == [column] and report.bands:
        return _thin([(band.day, band.claim) for band in report.bands if band.claim is not None])
    return _thin([(one.day, one.value) for one in column.readings])


def _thin(points: list[Point]) -> list[Point]:
    step = max(1, len(points) // _POINTS)
    return [*points[:-1:step], points[-1]] if points else []


def _path(frame: _Frame, points: Sequence[Point]) -> str:
    places = [f"{frame.x(day):.1f} {frame.y(value):.1f}" for day, value in points]
    return "M" + "L".join(places) if places else ""


def _areas(frame: _Frame, bands: Sequence[Band]) -> list[Stroke]:
    if not bands:
        return []
    ends: tuple[tuple[str, Callable[[Band], float], Callable[[Band], float]], ...] = (
        ("band wide", lambda one: one.low, lambda one: one.high),
        ("band half", lambda one: one.half_low, lambda one: one.half_high),
    )
    found = []
    for role, low, high in ends:
        up = _thin([(one.day, high(one)) for one in bands])
        down = _thin([(one.day, low(one)) for one in bands])[::-1]
        found.append(Stroke(f"{_path(frame, [*up, *down])}Z", role))
    return found


def _ticks(highest: float) -> list[float]:
    step = 1.0
    sizes = (2.0, 2.5, 2.0)
    at = 0
    while step * _TICKS < highest:
        step *= sizes[at % 3]
        at += 1
    count = 1
    while count * step < highest:
        count += 1
    return [step * number for number in range(count + 1)]


def _grid(frame: _Frame, ticks: Sequence[float]) -> list[Stroke]:
    return [Stroke(f"M{_LEFT:.1f} {frame.y(tick):.1f}H{_RIGHT:.1f}", "grid") for tick in ticks]


def _axis_labels(frame: _Frame, ticks: Sequence[float]) -> list[Label]:
    found = [Label(_LEFT - 8, frame.y(tick) + 4, f"{tick:,.0f}", "tick", "end") for tick in ticks]
    months = (frame.last.year - frame.first.year) * 12 + frame.last.month - frame.first.month
    step = next((size for size in (1, 2, 3, 6, 12, 24, 60) if months / size <= 9), 120)
    for number in range(months + 1):
        at = frame.first.month - 1 + number
        day = date(frame.first.year + at // 12, at % 12 + 1, 1)
        if (day.year * 12 + day.month - 1) % step == 0 and day >= frame.first:
            words = str(day.year) if day.month == 1 else f"{day:%b} {day.year}"
            found.append(Label(frame.x(day), _BOTTOM + 20, words, "tick", "middle"))
    if len(found) == len(ticks):
        found.append(Label(_LEFT, _BOTTOM + 20, str(frame.first), "tick"))
        found.append(Label(_RIGHT, _BOTTOM + 20, str(frame.last), "tick", "end"))
    return found


def _end_labels(frame: _Frame, report: SeriesReport, lines: Sequence[tuple[Column, list[Point]]]) -> list[Label]:
    """Return name and last figure of each line at its right end, none over another."""
    ends = [(points[-1][1], _called(column), f"{points[-1][1]:,.0f}", column.role.value) for column, points in lines]
    if report.bands:
        last = report.bands[-1]
        words = f"{_short(last.best)} ({_short(last.low)} to {_short(last.high)})"
        ends.append((last.best, "Estimate, 90 % range", words, "estimate"))
    found: list[Label] = []
    above = _TOP - _GAP
    places: list[tuple[float, tuple[str, str, str]]] = []
    for value, name, figure, role in sorted(ends, key=lambda one: -one[0]):
        above = max(frame.y(value), above + _GAP)
        places.append((above, (name, figure, role)))
    over = max(0.0, places[-1][0] + 14 - _BOTTOM) if places else 0.0
    for place, (name, figure, role) in places:
        found.append(Label(_RIGHT + 10, place - over, cut(name, 28), f"end {role}", full=name))
        found.append(Label(_RIGHT + 10, place - over + 15, figure, f"end {role} number"))
    return found


def _short(value: float) -> str:
    """Return a number with three digits that count."""
    return f"{float(f'{value:.3g}'):,.0f}"


def _called(column: Column) -> str:
    floors = {Role.NAMED: "Named: ", Role.SEEN: "Seen: ", Role.FLOOR: "At least: "}
    return f"{floors.get(column.role, 'Claim: ')}{column.name}"


def _mark(frame: _Frame, one: Finding) -> list[Box]:
    x, y = frame.x(one.first), frame.y(one.value)
    role = "mark slip" if one.kind is FindingKind.SLIP else "mark"
    return [Box(x - 5, y - 5, 10, 10, role, radius=5)]
