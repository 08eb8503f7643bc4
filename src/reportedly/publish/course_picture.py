"""Draw how belief in an event moved day by day: pages beside origins, estimate with range, grade and likelihood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from reportedly.model.change import Course, Standing
from reportedly.model.evidence import Estimate
from reportedly.model.rounding import told_posterior
from reportedly.publish.labels import bound_label, cut, day_label
from reportedly.publish.shapes import Box, Label, Picture, Stroke

_WIDTH = 600
_LEFT, _RIGHT = 118.0, 590.0
_COUNT_TOP, _COUNT_BASE = 26.0, 110.0
_FIGURE = 92.0
_ROW = 22.0
_BROAD = 20.0
"""Width of a column beside which there is room for a number."""
_MOST_LABELS = 8
"""Columns that are labelled; of more, every second, third ... one."""


@dataclass(frozen=True, slots=True)
class Range:
    """An estimate as three numbers; None where a side is open."""

    low: float | None
    best: float | None
    high: float | None


def range_of(estimate: Estimate | None) -> Range:
    """Return the numbers of an estimate: of its posterior where there is one, or else those of its rule."""
    if estimate is None:
        return Range(None, None, None)
    posterior = told_posterior(estimate)
    if posterior is not None:
        return Range(posterior.low, posterior.best, posterior.high)
    best = estimate.best if estimate.best is not None else estimate.low
    return Range(estimate.low, best, estimate.high)


def estimate_label(estimate: Estimate | None) -> str:
    """Return an estimate as ``190 (120 to 260)``, ``24 or more`` or ``200``; empty for none."""
    if estimate is None:
        return ""
    if told_posterior(estimate) is None and (estimate.best in {None, estimate.low} or estimate.low == estimate.high):
        return bound_label(estimate.low, estimate.high)
    told = range_of(estimate)
    low, best, high = (None if number is None else round(number) for number in (told.low, told.best, told.high))
    return f"{best:,} ({bound_label(low, high)})" if best is not None else bound_label(low, high)


def likelihood_label(one: Standing) -> str:
    """Return a day's likelihood as word and number; ``none`` where there was no ground for one."""
    told = one.likelihood
    return f"{told.word} ({round(told.low * 100)}\u2013{round(told.high * 100)} %)" if told else "none"


def draw_course(course: Course) -> Picture:
    """Return the picture of an event's course, one column a day on which anything changed."""
    told = course.standings
    step = (_RIGHT - _LEFT) / max(len(told), 1)
    columns = [_LEFT + step * (at + 0.5) for at in range(len(told))]
    width = min(step * 0.5, 34.0)
    shapes = [*_counts(told, columns, width)]
    top = _COUNT_BASE + 26
    if any(one.estimate is not None for one in told):
        shapes += _figures(told, columns, top, width)
        top += _FIGURE + 30
    shapes += _days(told, columns, _COUNT_BASE + 16)
    rows = (("grade", [one.grade for one in told]), ("likelihood", [likelihood_label(one) for one in told]))
    for name, words in rows:
        shapes += _row(name, words, columns, top)
        top += _ROW
    return Picture(
        _WIDTH,
        int(top + 4),
        "How belief moved",
        "Each day on which anything changed: pages and independent origins, estimate with range, grade, likelihood.",
        tuple(one for one in shapes if isinstance(one, Stroke)),
        tuple(one for one in shapes if isinstance(one, Box)),
        tuple(one for one in shapes if isinstance(one, Label)),
    )


Shape = Stroke | Box | Label


def _counts(told: Sequence[Standing], columns: Sequence[float], width: float) -> Iterator[Shape]:
    most = max((one.pages for one in told), default=1) or 1
    scale = (_COUNT_BASE - _COUNT_TOP) / most
    yield Label(0, _COUNT_BASE - 34, "pages", "name")
    yield Label(0, _COUNT_BASE - 14, "origins", "name origin")
    yield Stroke(f"M{_LEFT:.1f} {_COUNT_BASE:.1f}H{_RIGHT:.1f}", "grid")
    labelled, narrow = _labelled(len(told)), width < _BROAD
    for at, (one, x) in enumerate(zip(told, columns, strict=True)):
        tall, small = one.pages * scale, one.independent * scale
        yield Box(x - width / 2, _COUNT_BASE - tall, width, tall, "pages", radius=2)
        if one.independent:
            yield Box(x - width / 2, _COUNT_BASE - small, width, small, "origin", radius=2)
        if at in labelled:
            yield Label(x, _COUNT_BASE - tall - 5, f"{one.pages}", "tick", "middle")
            if narrow:
                yield Label(x, _COUNT_BASE - small - 3, f"{one.independent}", "tick origin", "middle")
            else:
                yield Label(x + width / 2 + 4, _COUNT_BASE - 2, f"{one.independent}", "tick origin")


def _figures(told: Sequence[Standing], columns: Sequence[float], top: float, width: float) -> Iterator[Shape]:
    ranges = [range_of(one.estimate) for one in told]
    most = max((n for one in ranges for n in (one.low, one.best, one.high) if n is not None), default=1.0) or 1.0
    base, scale = top + _FIGURE, (_FIGURE - 24) / most
    measure = next((str(one.estimate.measure) for one in reversed(told) if one.estimate), "")
    yield Label(0, base - 34, "estimate", "name")
    yield Label(0, base - 16, cut(measure, 16), "tick")
    yield Stroke(f"M{_LEFT:.1f} {base:.1f}H{_RIGHT:.1f}", "grid")
    labelled = _labelled(len(told))
    for at, (one, x) in enumerate(zip(ranges, columns, strict=True)):
        if one.best is None:
            continue
        y = base - one.best * scale
        if one.low is not None and one.high is not None and one.low < one.high:
            yield Box(
                x - width / 4, base - one.high * scale, width / 2, (one.high - one.low) * scale, "spread", radius=2
            )
        elif one.high is None:
            yield Stroke(f"M{x:.1f} {y:.1f}V{max(y - 16, top):.1f}", "spread", arrow=True)
        yield Box(x - width / 2, y - 2, width, 4, "origin", radius=1)
        if at in labelled:
            above = base - max(one.best, one.high or 0) * scale - (20 if one.high is None else 6)
            yield Label(x, max(above, top), f"{round(one.best):,}", "tick", "middle")
    for (one, left), (two, right) in pairwise(zip(ranges, columns, strict=True)):
        if one.best is not None and two.best is not None:
            start, end = base - one.best * scale, base - two.best * scale
            yield Stroke(f"M{left:.1f} {start:.1f}L{right:.1f} {end:.1f}", "course")


def _days(told: Sequence[Standing], columns: Sequence[float], y: float) -> Iterator[Shape]:
    labelled = _labelled(len(told))
    for at, (one, x) in enumerate(zip(told, columns, strict=True)):
        if at in labelled:
            yield Label(x, y, _short(one.day, first=at == min(labelled)), "tick", "middle", full=day_label(one.day))


def _short(day: date | None, first: bool) -> str:
    if day is None:
        return "no day"
    label = day_label(day)
    return label if first else label.rsplit(" ", 1)[0]


def _row(name: str, words: Sequence[str], columns: Sequence[float], y: float) -> Iterator[Shape]:
    """Yield a row of words, each where it changed; a word has the room up to the next change."""
    yield Label(0, y + 14, name, "name")
    changed = [at for at in range(len(words)) if at == 0 or words[at] != words[at - 1]]
    step = columns[1] - columns[0] if len(columns) > 1 else _RIGHT - _LEFT
    for place, at in enumerate(changed):
        until = changed[place + 1] if place + 1 < len(changed) else len(words)
        room = max(int(step * (until - at) / 7), 2)
        start = columns[at] - step / 2 + 6
        yield Label(start, y + 14, cut(words[at], room), "tick", full=words[at])


def _labelled(number: int) -> frozenset[int]:
    """Return which columns are labelled: the last one, and back from it every one, every second ..."""
    every = -(-number // _MOST_LABELS) if number else 1
    return frozenset(range(number - 1, -1, -every))
