"""Linear classifiers over named features: weights in readable JSON, made by the scripts under ``training/``."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True)
class LinearModel:
    """A multinomial logistic regression."""

    labels: tuple[str, ...]
    weights: Mapping[str, tuple[float, ...]]
    """Feature -> one weight a label, in the order of ``labels``; unknown features weigh nothing."""

    def probabilities(self, features: Iterable[str], added: Sequence[float] = ()) -> dict[str, float]:
        """Return the probability of each label for a set of features.

        Args:
            features: names of the features that hold.
            added: what else speaks for each label, in the order of ``labels``; empty for nothing.
        """
        sums = list(added) or [0.0] * len(self.labels)
        for feature in sorted(set(features)):
            for index, weight in enumerate(self.weights.get(feature, ())):
                sums[index] += weight
        top = max(sums)
        powers = [math.exp(one - top) for one in sums]
        total = sum(powers)
        return {label: power / total for label, power in zip(self.labels, powers, strict=True)}

    def grounds(self, features: Iterable[str], label: str, count: int = 3) -> tuple[str, ...]:
        """Return the features that speak most for a label, strongest first."""
        index = self.labels.index(label)
        pulls = [(self.weights[name][index], name) for name in set(features) if name in self.weights]
        return tuple(name for pull, name in sorted(pulls, key=lambda item: (-item[0], item[1]))[:count] if pull > 0)


@cache
def load_model(name: str) -> LinearModel:
    """Load the packaged model ``name`` (``kind``, ``carry``) from ``reportedly/data/models``."""
    path = resources.files("reportedly").joinpath("data", "models", f"{name}.json")
    data = json.loads(path.read_text(encoding="utf-8"))
    return LinearModel(tuple(data["labels"]), {name: tuple(row) for name, row in data["weights"].items()})
