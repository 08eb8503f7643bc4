"""Sources behind several others that have no rows of their own: guessed from what those who copy them agree on."""

from __future__ import annotations

import numpy as np

from reportedly.evidence.votes.copying import Sources
from reportedly.evidence.votes.table import NOBODY, Ints, VoteTable

FEWEST = 3
"""Members of a family for which an unseen source is tried: two who copy one another need no third."""
MOST = 2 / 3
"""Share of all sources from which a family is too large: what nearly all have in common is not told from the truth."""
_TRIED = 5


def families(sources: Sources) -> list[Ints]:
    """Return sources that may have one source in common: each tree of copies, and each source with its own copiers.

    The largest come first, and no more than a few, since each of them has to be tried.
    """
    root = np.arange(len(sources.parent))
    for _ in root:
        above = sources.parent[root]
        root = np.where(above == NOBODY, root, above)
    trees = [np.flatnonzero(root == top) for top in np.unique(root)]
    near = [
        np.flatnonzero((sources.parent == parent) | (np.arange(len(root)) == parent))
        for parent in np.unique(sources.parent[sources.parent != NOBODY])
    ]
    found = {
        tuple(members.tolist()): members for members in (*trees, *near) if FEWEST <= len(members) <= MOST * len(root)
    }
    return [found[key] for key in sorted(found, key=lambda key: (-len(key), key))[:_TRIED]]


def with_unseen(table: VoteTable, members: Ints, name: str) -> VoteTable:
    """Return the table with one more source that says what most members of a family say, wherever two agree.

    Args:
        table: the votes.
        members: the family.
        name: of the new source; it becomes the last one.
    """
    rows = np.flatnonzero(np.isin(table.source, members))
    votes = np.bincount(table.candidate[rows], minlength=len(table.candidate_object))
    order = np.lexsort((np.arange(len(votes)), -votes, table.candidate_object))
    first = order[np.searchsorted(table.candidate_object[order], np.arange(len(table.objects)))]
    said = first[votes[first] >= 2]
    source = np.concatenate([table.source, np.full(len(said), len(table.sources))])
    candidate = np.concatenate([table.candidate, said])
    stated = np.concatenate([table.stated, np.full(len(said), NOBODY)])
    order = np.lexsort((source, table.candidate_object[candidate]))
    place = np.empty(len(order) + 1, dtype=np.int64)
    place[order], place[-1] = np.arange(len(order)), NOBODY
    return VoteTable(
        objects=table.objects,
        sources=(*table.sources, name),
        values=table.values,
        candidate_object=table.candidate_object,
        source=source[order],
        candidate=candidate[order],
        stated=place[stated[order]],
    )
