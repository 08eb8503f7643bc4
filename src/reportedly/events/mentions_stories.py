"""Documents grouped into stories by the words that they share, rare ones more than common ones."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray
from scipy.sparse import csr_array

from reportedly.events.clustering import Clusters
from reportedly.model.mention import WordCounts

Likeness = NDArray[numpy.float64]

_SHARES = {"words": 0.4, "names": 0.3, "numbers": 0.15, "pairs": 0.15}
"""What each kind weighs in the whole; chosen on ECB+ topics 1-25."""


@dataclass(frozen=True)
class Likenesses:
    """How alike documents are, each (documents, documents), 0 to 1."""

    words: Likeness
    names: Likeness
    pairs: Likeness
    whole: Likeness
    """All kinds together, by ``_SHARES``."""


def likenesses(documents: Sequence[WordCounts]) -> Likenesses:
    """Compare documents by words, names, numbers and pairs of neighbours.

    Words tell the topic; names, numbers and pairs tell two stories of one topic apart, such as two earthquakes.
    """
    by_kind = {
        "words": _cosines([one.words for one in documents]),
        "names": _cosines([one.names for one in documents]),
        "numbers": _cosines([one.numbers for one in documents]),
        "pairs": _cosines([one.pairs for one in documents]),
    }
    whole = sum((share * by_kind[kind] for kind, share in _SHARES.items()), numpy.zeros((len(documents),) * 2))
    return Likenesses(by_kind["words"], by_kind["names"], by_kind["pairs"], whole)


def _cosines(counts: Sequence[Mapping[str, int]]) -> Likeness:
    """Return the cosine of counts: 1 + log of a count, times inverse document frequency; single words left out."""
    holding = Counter(word for one in counts for word in one)
    column = {word: number for number, word in enumerate(sorted(word for word in holding if holding[word] > 1))}
    cells = [
        (row, column[word], (1 + math.log(count)) * math.log((len(counts) + 1) / holding[word]))
        for row, one in enumerate(counts)
        for word, count in sorted(one.items())
        if word in column
    ]
    rows, columns, values = zip(*cells, strict=True) if cells else ((), (), ())
    table = csr_array((values, (rows, columns)), shape=(len(counts), max(1, len(column))), dtype=numpy.float64)
    product = (table @ table.T).toarray()
    lengths = numpy.sqrt(numpy.diag(product))
    lengths[lengths == 0] = 1.0
    alike: Likeness = product / lengths[:, None] / lengths[None, :]
    return alike


def stories(alike: Likeness, threshold: float) -> list[int]:
    """Return the number of each document's story: average link, joined while the average is ``threshold`` or more."""
    size = len(alike)
    scores = {
        (left, right): float(alike[left, right])
        for left in range(size)
        for right in range(left + 1, size)
        if alike[left, right] > 0
    }
    clusters = Clusters(size, scores)
    clusters.grow(threshold)
    home = [0] * size
    for number, members in enumerate(clusters.result()):
        for member in members:
            home[member] = number
    return home
