"""The learned judge of pairs of mentions: boosted trees over named features, in readable JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy
from numpy.typing import NDArray

Features = NDArray[numpy.float32]
Scores = NDArray[numpy.float64]


@dataclass(frozen=True)
class Tree:
    """One tree: at each node go left where the feature is at most the threshold; a leaf's feature is -1."""

    feature: NDArray[numpy.int64]
    threshold: NDArray[numpy.float64]
    left: NDArray[numpy.int64]
    right: NDArray[numpy.int64]
    value: NDArray[numpy.float64]
    """What a leaf adds to the log-odds."""

    def values(self, features: Features) -> Scores:
        """Return the leaf's value of each row."""
        at = numpy.zeros(len(features), dtype=numpy.int64)
        rows = numpy.arange(len(features))
        while len(rows):
            node = at[rows]
            rows = rows[self.feature[node] >= 0]
            node = at[rows]
            low = features[rows, self.feature[node]] <= self.threshold[node]
            at[rows] = numpy.where(low, self.left[node], self.right[node])
        found: Scores = self.value[at]
        return found


@dataclass(frozen=True)
class Forest:
    """Trees that are summed, with the features that they look at."""

    features: tuple[str, ...]
    trees: tuple[Tree, ...]

    def probabilities(self, columns: Mapping[str, Scores]) -> Scores:
        """Return the probability that the two mentions of each pair speak of one event.

        Args:
            columns: features of the pairs by name, ``self.features`` at least.
        """
        features = numpy.column_stack([columns[name] for name in self.features]).astype(numpy.float32)
        total = numpy.zeros(len(features), dtype=numpy.float64)
        for tree in self.trees:
            total += tree.values(features)
        found: Scores = 1 / (1 + numpy.exp(-total))
        return found


@dataclass(frozen=True)
class PairJudge:
    """Two forests with the thresholds that were chosen with them; a pair's probability is the mean of what they say."""

    pair: Forest
    """Judges a pair by itself."""
    company: Forest
    """Judges it by what the first said of the other mentions."""
    joined: float
    """Average probability from which two groups of mentions are one event."""
    story: float
    """Average likeness from which documents are one story."""
    topic: float
    """Average likeness from which documents may share an event at all."""


def read_judge(text: str | bytes) -> PairJudge:
    """Read a judge as ``training/mentions.py`` writes it."""
    data = json.loads(text)
    return PairJudge(_forest(data["pair"]), _forest(data["company"]), data["joined"], data["story"], data["topic"])


def _forest(data: Mapping[str, Any]) -> Forest:
    return Forest(tuple(data["features"]), tuple(map(_tree, data["trees"])))


def _tree(columns: Sequence[Sequence[float]]) -> Tree:
    feature, threshold, left, right, value = columns
    return Tree(
        numpy.array(feature, dtype=numpy.int64),
        numpy.array(threshold, dtype=numpy.float64),
        numpy.array(left, dtype=numpy.int64),
        numpy.array(right, dtype=numpy.int64),
        numpy.array(value, dtype=numpy.float64),
    )


@cache
def load_judge() -> PairJudge:
    """Load the packaged judge."""
    return read_judge(resources.files("reportedly").joinpath("data", "models", "mention.json").read_bytes())
