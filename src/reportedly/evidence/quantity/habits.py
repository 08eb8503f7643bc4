"""What kinds of origins are off by, learned from a table in which they tell of the same events.

An event's number is ``ln x ~ N(level, breadth)``; an origin of class ``c`` means ``ln y = ln x + bias[c] + noise`` with
Student noise of the class's own scale. The unknowns are those that make all figures together most probable, with weak
priors (maximum a posteriori); each event's number is summed out on a lattice. Figures alone tell only how classes
differ, so they are taken to be off by nought on the mean of the classes.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import minimize

from reportedly.evidence.quantity.lattice import Lattice, Table, lattice
from reportedly.evidence.quantity.likelihood_rows import Rows, Slopes, rows_of
from reportedly.evidence.quantity.noise import steps_of
from reportedly.evidence.quantity.origin_figures import BOUNDS, OriginFigure

LEARNT_FROM = 600
"""Events that habits are learned from, where there are more; a fixed part of them is taken."""
CLASSES = 24
"""Most classes that are told apart; rarer names share one class."""
_ROUNDS = 40
_COARSE = 0.08
_BIAS = (0.0, 0.7)
_SCALE = (math.log(0.25), 0.5)
_GAP = (math.log(0.15), 0.7)
_WIDENING = (math.log(1.25), 0.3)
_LEVEL = 3.0
_BREADTH = (0.0, 0.7)
"""Mean and standard deviation of the priors of a bias and of the logarithms of a scale, of the mean gap beside a bound,
of what ``about`` multiplies the scale by and of the breadth; standard deviation of that of the level, whose mean is the
mean of all figures. Invented, weak: thirty figures outweigh them."""
_FARTHEST = 6.0
"""How many standard deviations of its prior an unknown is looked for at most."""
OTHERS = ""
"""Class of the origins whose name is not told, and of names too rare for a class."""


@dataclass(frozen=True)
class Habits:
    """What was learned."""

    classes: tuple[str, ...]
    shares: Table
    """How often each class speaks."""
    bias: Table
    scale: Table
    gap: Table
    """Mean distance between a number and a bound stated for it, one for each of ``BOUNDS``."""
    widening: float
    """What ``about`` multiplies the scale by."""
    level: float
    breadth: float
    """Mean and standard deviation of the logarithms of events' numbers."""
    heaped: float
    """Share of the numbers that are rounded."""


@dataclass(frozen=True)
class Cases:
    """A table's figures by event, with the classes that each may be of."""

    events: tuple[str, ...]
    figures: tuple[OriginFigure, ...]
    event_of: np.ndarray[tuple[int], np.dtype[np.int64]]
    options: tuple[tuple[tuple[int, float], ...], ...]
    """For each figure the classes that it may be of with their probabilities."""


def learned(figures: Sequence[OriginFigure]) -> Habits:
    """Return the habits that make a table's figures most probable.

    Args:
        figures: of all origins of all events; at least one.
    """
    events = sorted({one.event for one in figures})
    chosen = set(events[:: max(1, len(events) // LEARNT_FROM)])
    habits = _first(figures)
    cases = cases_of([one for one in figures if one.event in chosen], habits)
    grid = lattice_of(figures, _COARSE)
    rows = rows_of(cases.figures, cases.options, habits.heaped)
    middle, width = _priors(habits)
    found = minimize(
        _objective,
        _packed(habits),
        args=(habits, cases, rows, grid),
        jac=True,
        method="L-BFGS-B",
        bounds=list(zip(middle - _FARTHEST * width, middle + _FARTHEST * width, strict=True)),
        options={"maxiter": _ROUNDS},
    )
    return _centred(_unpacked(found.x, habits))


def _centred(habits: Habits) -> Habits:
    """Return the same habits with biases of mean nought: the figures alone hold both to be equally probable."""
    middle = float(habits.bias.mean())
    return replace(habits, bias=habits.bias - middle, level=habits.level + middle)


def lattice_of(figures: Sequence[OriginFigure], step: float) -> Lattice:
    """Return a lattice that every event's number surely lies on."""
    values = [one.value for one in figures]
    return lattice(0 if min(values) < 1 else 1, 20 * max(values) + 20, step)


def _first(figures: Sequence[OriginFigure]) -> Habits:
    """Return where learning begins, with what is counted and not learned."""
    often = Counter(one.name for one in figures if one.name)
    named = sorted(sorted(often), key=lambda name: -often[name])[: CLASSES - 1]
    rare = len(often) > len(named) or not named
    classes = (*sorted(named), *((OTHERS,) if rare else ()))
    unnamed = max(1, len(figures) - sum(often[one] for one in named))
    counts = np.array([often[name] if name else unnamed for name in classes])
    logs = np.log([max(one.value, 0.5) for one in figures])
    return Habits(
        classes=classes,
        shares=counts / counts.sum(),
        bias=np.zeros(len(classes)),
        scale=np.full(len(classes), 0.3),
        gap=np.full(len(BOUNDS), 0.15),
        widening=1.25,
        level=float(logs.mean()),
        breadth=float(max(0.5, logs.std())),
        heaped=_heaped([one.value for one in figures]),
    )


def _heaped(values: Sequence[float]) -> float:
    """Return the share of numbers that are rounded, of those from 100 on; one in ten is round by chance."""
    large = [value for value in values if value >= 100]
    round_ones = sum(steps_of(value)[-1] >= 10 for value in large)
    return min(0.95, max(0.05, ((round_ones + 2) / (len(large) + 4) - 0.1) / 0.9))


def cases_of(figures: Sequence[OriginFigure], habits: Habits) -> Cases:
    """Return figures by event; one whose class is not told can be of any that no other origin of its event is of."""
    place = {name: at for at, name in enumerate(habits.classes)}
    events = tuple(sorted({one.event for one in figures}))
    ordered = tuple(sorted(figures, key=lambda one: (one.event, one.name, one.value, one.wording)))
    named: dict[str, set[int]] = {event: set() for event in events}
    for one in ordered:
        if one.name in place and one.name:
            named[one.event].add(place[one.name])
    options: list[tuple[tuple[int, float], ...]] = []
    for one in ordered:
        if one.name:
            options.append(((place.get(one.name, place.get(OTHERS, 0)), 1.0),))
        else:
            options.append(_unnamed(named[one.event], habits))
    at = {event: number for number, event in enumerate(events)}
    return Cases(events, ordered, np.array([at[one.event] for one in ordered], dtype=np.int64), tuple(options))


def _unnamed(taken: set[int], habits: Habits) -> tuple[tuple[int, float], ...]:
    free = [at for at in range(len(habits.classes)) if at not in taken] or list(range(len(habits.classes)))
    whole = sum(float(habits.shares[at]) for at in free)
    return tuple((at, float(habits.shares[at]) / whole) for at in free)


def _packed(habits: Habits) -> Table:
    parts = (habits.bias, np.log(habits.scale), np.log(habits.gap))
    ends = [math.log(habits.widening), habits.level, math.log(habits.breadth)]
    return np.concatenate((*parts, ends))


def _unpacked(values: Table, habits: Habits) -> Habits:
    size, bounds = len(habits.classes), len(BOUNDS)
    return Habits(
        classes=habits.classes,
        shares=habits.shares,
        bias=values[:size],
        scale=np.exp(values[size : 2 * size]),
        gap=np.exp(values[2 * size : 2 * size + bounds]),
        widening=float(np.exp(values[-3])),
        level=float(values[-2]),
        breadth=float(np.exp(values[-1])),
        heaped=habits.heaped,
    )


def posteriors(cases: Cases, rows: Rows, habits: Habits, grid: Lattice) -> tuple[Table, Table, Slopes]:
    """Return for each event the probability of each number and of its figures as such, and slopes of the rows."""
    slopes = rows.evaluated(habits.bias, habits.scale, habits.gap, habits.widening, grid)
    told = (grid.logs - habits.level) / habits.breadth
    before = np.log(grid.weights) - 0.5 * told * told - math.log(habits.breadth)
    logs = np.tile(before, (len(cases.events), 1))
    np.add.at(logs, cases.event_of, np.log(slopes.shares))
    top = logs.max(axis=1, keepdims=True)
    masses = np.exp(logs - top)
    whole = masses.sum(axis=1, keepdims=True)
    return masses / whole, (np.log(whole) + top)[:, 0], slopes


def _objective(values: Table, start: Habits, cases: Cases, rows: Rows, grid: Lattice) -> tuple[float, Table]:
    """Return the negative logarithm of what is to be made greatest, and its slope."""
    habits = _unpacked(values, start)
    after, evidence, slopes = posteriors(cases, rows, habits, grid)
    size = len(habits.classes)
    told = (grid.logs - habits.level) / habits.breadth
    slope = np.concatenate(
        (
            *rows.slopes(after[cases.event_of], slopes, size),
            [float((after @ told).sum()) / habits.breadth, float((after @ (told * told - 1)).sum())],
        )
    )
    middle, width = _priors(start)
    off = (values - middle) / width
    return float(0.5 * (off @ off) - evidence.sum()), np.asarray(off / width - slope)


def _priors(start: Habits) -> tuple[Table, Table]:
    """Return mean and standard deviation of the prior of each unknown."""
    size = len(start.classes)
    pairs = [_BIAS] * size + [_SCALE] * size + [_GAP] * len(BOUNDS) + [_WIDENING, (start.level, _LEVEL), _BREADTH]
    return np.array([one for one, _ in pairs]), np.array([one for _, one in pairs])
