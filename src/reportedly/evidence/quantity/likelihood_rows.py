"""The likelihood of many figures at once, with its slopes by what origins are off by, for learning from a table."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reportedly.evidence.quantity.lattice import Lattice, Table
from reportedly.evidence.quantity.noise import NOTHING, cells_of, gaps, student_density, student_share
from reportedly.evidence.quantity.origin_figures import BOUNDS, UPPER, OriginFigure, Wording

Whole = NDArray[np.int64]


@dataclass(frozen=True)
class Slopes:
    """Probability of each figure on a lattice, [figure, number], with its parts."""

    shares: Table
    parts: Table
    """Probability of each row, times that of its class: [row, number]."""
    by_bias: Table
    by_scale: Table
    by_gap: Table
    """Slopes of ``parts``."""


@dataclass(frozen=True)
class Rows:
    """One row for each different number, wording and class; one cell for each way in which a row can come about."""

    row_of: Whole
    """Row of each option, options of one figure beside each other."""
    figure_of: Whole
    weights: Table
    """Probability of each option's class."""
    figures: int
    classes: Whole
    """Class of each row."""
    bounds: Whole
    """Place in ``BOUNDS`` of each row's wording; -1 = it is no bound."""
    about: NDArray[np.bool_]
    cell_row: Whole
    low: Table
    high: Table
    share: Table
    shift: Table
    """Gap of each cell as a multiple of the mean gap; negative for upper bounds."""

    def evaluated(self, bias: Table, scale: Table, gap: Table, widening: float, grid: Lattice) -> Slopes:
        """Return how probable each figure is for each number of a lattice."""
        row, where = self.cell_row, self.bounds[self.cell_row]
        shift = np.where(where >= 0, self.shift * gap[where], 0.0)
        width = (scale[self.classes] * np.where(self.about, widening, 1.0))[row][:, None]
        level = bias[self.classes][row][:, None] + grid.logs[None, :] - shift[:, None]
        above, below = (self.high[:, None] - level) / width, (self.low[:, None] - level) / width
        mass = self.share[:, None] * (student_share(above) - student_share(below))
        dense, thin = student_density(above), student_density(below)
        drop = self.share[:, None] * (thin - dense) / width
        flat = self.share[:, None] * (thin * below - dense * above)
        starts = np.flatnonzero(np.diff(row, prepend=-1))
        whole, by_bias, by_scale, by_gap = (
            np.add.reduceat(one, starts, axis=0) for one in (mass, drop, flat, -drop * shift[:, None])
        )
        parts = (whole + NOTHING)[self.row_of] * self.weights[:, None]
        firsts = np.flatnonzero(np.diff(self.figure_of, prepend=-1))
        return Slopes(np.add.reduceat(parts, firsts, axis=0), parts, by_bias, by_scale, by_gap)

    def slopes(self, after: Table, found: Slopes, classes: int) -> tuple[Table, Table, Table, Table]:
        """Return the slopes of the logarithm of the evidence by biases, log scales, log gaps and log widening.

        Args:
            after: probability of each number given all figures of its event, [figure, number].
            found: as ``evaluated`` returned it.
            classes: number of classes.
        """
        pull = (after / found.shares)[self.figure_of] * self.weights[:, None]
        held = [(pull * table[self.row_of]).sum(axis=1) for table in (found.by_bias, found.by_scale, found.by_gap)]
        by_class = self.classes[self.row_of]
        bound = self.bounds[self.row_of]
        some = bound >= 0
        one, two, three, four = (
            np.asarray(slope, dtype=np.float64)
            for slope in (
                np.bincount(by_class, held[0], classes),
                np.bincount(by_class, held[1], classes),
                np.bincount(bound[some], held[2][some], len(BOUNDS)),
                held[1][self.about[self.row_of]].sum(keepdims=True),
            )
        )
        return one, two, three, four


def rows_of(figures: Sequence[OriginFigure], options: Sequence[Sequence[tuple[int, float]]], heaped: float) -> Rows:
    """Return the rows of figures.

    Args:
        figures: in any order.
        options: for each figure the classes that it may be of, with their probabilities.
        heaped: share of the numbers that are rounded.
    """
    keys = sorted({(one.value, one.wording, at) for one, some in zip(figures, options, strict=True) for at, _ in some})
    place = {key: number for number, key in enumerate(keys)}
    listed = [
        (place[one.value, one.wording, at], number, share)
        for number, (one, some) in enumerate(zip(figures, options, strict=True))
        for at, share in some
    ]
    cells = [
        (number, *cell) for number, (value, wording, _) in enumerate(keys) for cell in _cells(value, wording, heaped)
    ]
    return Rows(
        row_of=np.array([one for one, _, _ in listed], dtype=np.int64),
        figure_of=np.array([one for _, one, _ in listed], dtype=np.int64),
        weights=np.array([one for _, _, one in listed]),
        figures=len(figures),
        classes=np.array([at for _, _, at in keys], dtype=np.int64),
        bounds=np.array([BOUNDS.index(one) if one in BOUNDS else -1 for _, one, _ in keys], dtype=np.int64),
        about=np.array([one is Wording.ABOUT for _, one, _ in keys]),
        cell_row=np.array([one[0] for one in cells], dtype=np.int64),
        low=np.array([max(one[1], -40.0) for one in cells]),
        high=np.array([one[2] for one in cells]),
        share=np.array([one[3] for one in cells]),
        shift=np.array([one[4] for one in cells]),
    )


def _cells(value: float, wording: Wording, heaped: float) -> list[tuple[float, float, float, float]]:
    """Return low, high, probability and gap (in mean gaps) of everything that can stand behind a stated number."""
    shifts = gaps(1.0) if wording in BOUNDS else (0.0,)
    sign = -1.0 if wording in UPPER else 1.0
    return [
        (low, high, share / len(shifts), sign * shift)
        for low, high, share in cells_of(value, heaped)
        for shift in shifts
        if not math.isnan(high)
    ]
