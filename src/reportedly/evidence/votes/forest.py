"""The best forest over sources: each takes at most one parent, nobody descends from itself (Chu-Liu and Edmonds)."""

from __future__ import annotations

import numpy as np

from reportedly.evidence.votes.table import NOBODY, Floats, Ints


def best_forest(gain: Floats) -> Ints:
    """Return the parent of each source so that the sum of gains is greatest; ``NOBODY`` for a root.

    Args:
        gain: what is gained where the column's source has the row's source as its parent, over having none;
            ``-inf`` where it cannot.
    """
    size = len(gain)
    scores = np.full((size + 1, size + 1), -np.inf)
    scores[1:, 1:] = gain
    scores[0, 1:] = 0.0
    np.fill_diagonal(scores, -np.inf)
    parents = _arborescence(scores)[1:] - 1
    parents[parents < 0] = NOBODY
    return parents


def _arborescence(scores: Floats) -> Ints:
    """Return the parent of each node in the best tree that is rooted in node 0; the root is its own parent."""
    parents: Ints = np.argmax(scores, axis=0).astype(np.int64)
    parents[0] = 0
    circle = _circle(parents)
    if not circle:
        return parents
    inside = np.zeros(len(scores), dtype=bool)
    inside[circle] = True
    outer = np.flatnonzero(~inside)
    ring = np.array(circle)
    smaller = np.full((len(outer) + 1, len(outer) + 1), -np.inf)
    smaller[:-1, :-1] = scores[np.ix_(outer, outer)]
    entering = scores[np.ix_(outer, ring)] - scores[parents[ring], ring]
    smaller[:-1, -1] = entering.max(axis=1)
    leaving = scores[np.ix_(ring, outer)]
    smaller[-1, :-1] = leaving.max(axis=0)
    solved = _arborescence(smaller)
    found = parents.copy()
    for at, node in enumerate(outer):
        if solved[at] < len(outer):
            found[node] = outer[solved[at]]
        else:
            found[node] = ring[leaving[:, at].argmax()]
    into = solved[-1]
    entry = entering[into].argmax()
    found[ring[entry]] = outer[into]
    found[0] = 0
    return found


def _circle(parents: Ints) -> list[int]:
    """Return the nodes of one circle that does not hold the root, or none."""
    state = np.zeros(len(parents), dtype=np.int64)
    state[0] = -1
    for start in range(1, len(parents)):
        at = start
        while state[at] == 0:
            state[at] = start
            at = int(parents[at])
        if state[at] == start:
            circle = [at]
            while parents[circle[-1]] != at:
                circle.append(int(parents[circle[-1]]))
            return circle
    return []
