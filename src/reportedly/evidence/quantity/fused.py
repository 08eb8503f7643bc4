"""Numbers of a table's events, fused over traced origins with what their classes are off by learned from the table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.evidence.quantity.habits import cases_of, lattice_of, learned, posteriors
from reportedly.evidence.quantity.lattice import ends, median
from reportedly.evidence.quantity.likelihood_rows import rows_of
from reportedly.evidence.quantity.origin_figures import origin_figures
from reportedly.model.tellings import FusedNumber, Telling, TellingForest

RANGE = 0.9
"""Probability with which the printed range is to hold the true number."""
_STEP = 0.03
_AT_ONCE = 500
"""Events worked out at once, which bounds the memory."""


def fused_numbers(tellings: Sequence[Telling], forests: Iterable[TellingForest]) -> tuple[FusedNumber, ...]:
    """Return for each event that has a figure its most probable number with a range, events by name.

    Neither the order of the reports nor their names matter. What the classes of origins are off by is learned from the
    same table, so the numbers hold for its reports as a body.

    Args:
        tellings: all reports.
        forests: the lineage of each event.
    """
    figures = origin_figures(tellings, forests)
    if not figures:
        return ()
    habits, grid = learned(figures), lattice_of(figures, _STEP)
    events = sorted({one.event for one in figures})
    found = []
    for start in range(0, len(events), _AT_ONCE):
        some = set(events[start : start + _AT_ONCE])
        cases = cases_of([one for one in figures if one.event in some], habits)
        rows = rows_of(cases.figures, cases.options, habits.heaped)
        after, _, _ = posteriors(cases, rows, habits, grid)
        for event, shares in zip(cases.events, after, strict=True):
            found.append(FusedNumber(event, median(grid, shares), *ends(grid, shares, RANGE)))
    return tuple(found)
