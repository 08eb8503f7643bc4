"""What the other mentions tell of a pair: rivals in the same document, common neighbours, company in the sentence."""

from __future__ import annotations

import numpy
from numpy.typing import NDArray

Square = NDArray[numpy.float64]
Labels = NDArray[numpy.int64]

_DAMPING = 0.2
"""Added to the weight of a mention's neighbours, so that one without likely ones is pulled to 0."""
_SURE = 1e-4
"""Keeps log-odds finite."""


def neighbour_features(scores: Square, document: Labels, sentence: Labels) -> dict[str, Square]:
    """Return features of all pairs of mentions, each (mentions, mentions) and symmetric.

    Args:
        scores: first probabilities that two mentions speak of one event; symmetric, zero on the diagonal.
        document: number of each mention's document.
        sentence: number of each mention's sentence, over all documents.
    """
    rivals = _rivals(scores, document)
    squares = scores**2
    carried = (squares @ scores) / (squares.sum(axis=1, keepdims=True) + _DAMPING)
    degree = numpy.broadcast_to(scores.sum(axis=1, keepdims=True), scores.shape)
    beside, below = _company(scores, sentence), _company(scores, document)
    odds: Square = numpy.log((scores + _SURE) / (1 - scores + _SURE))
    return {
        "first judgement": odds,
        "common neighbours": scores @ scores,
        **_both("ahead of rivals", rivals),
        **_both("by neighbours", carried),
        **_both("likely partners", degree),
        **_both("sentences match", beside),
        **_both("documents match", below),
    }


def _both(name: str, one_way: Square) -> dict[str, Square]:
    """Return the lower and the higher of the two ways to look at a pair."""
    return {
        f"{name}, lower": numpy.minimum(one_way, one_way.T),
        f"{name}, higher": numpy.maximum(one_way, one_way.T),
    }


def _rivals(scores: Square, document: Labels) -> Square:
    """Return by how much a column's mention is ahead of the best other one of its document, for the row's mention."""
    ahead = numpy.zeros_like(scores)
    for number in numpy.unique(document):
        own = numpy.flatnonzero(document == number)
        part = scores[:, own]
        order = numpy.sort(part, axis=1)
        best = order[:, -1:]
        second = order[:, -2:-1] if len(own) > 1 else numpy.zeros_like(best)
        ahead[:, own] = numpy.where(part == best, part - second, part - best)
    return ahead


def _company(scores: Square, label: Labels) -> Square:
    """Return how well the other mentions with the row's label find partners among those with the column's label."""
    numbers, where = numpy.unique(label, return_inverse=True)
    best = numpy.stack([scores[:, where == number].max(axis=1) for number in range(len(numbers))], axis=1)
    belongs = numpy.eye(len(numbers))[where]
    total = belongs.T @ best
    others = numpy.maximum(1.0, belongs.sum(axis=0) - 1)
    found: Square = (total[where][:, where] - best[:, where]) / others[where][:, None]
    return found
