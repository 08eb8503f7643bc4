"""Fuse a table of votes: from rows to values with probabilities."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.evidence.votes.table import NOBODY, table_of
from reportedly.evidence.votes.truth import solve, winners
from reportedly.model.votes import FusedSource, FusedValue, Fusion, Vote


def fuse(votes: Iterable[Vote]) -> Fusion:
    """Return the likeliest value of each object; copies among the sources are found and count for nothing.

    Args:
        votes: at least one; their order does not matter.
    """
    table = table_of(votes)
    solution = solve(table)
    sources, belief = solution.sources, solution.belief
    return Fusion(
        values=tuple(
            FusedValue(table.objects[table.candidate_object[at]], table.values[at], float(belief[at]))
            for at in winners(table, belief)
        ),
        sources=tuple(
            FusedSource(
                name,
                accuracy=float(sources.accuracy[at]),
                copies="" if sources.parent[at] == NOBODY else solution.names[sources.parent[at]],
                rate=float(sources.rate[at]),
            )
            for at, name in enumerate(solution.names)
        ),
        false_values=solution.false_values,
    )
