"""How much each feature weighs when names are taken for places; made by ``training/places.py``."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True)
class Weights:
    """Weights by decision and feature, and what is known of words."""

    models: Mapping[str, Mapping[str, float]]
    """``choose``: which place; ``detect``: whether a name is a place at all."""
    common: frozenset[str]
    """Names of places that are common English words in lower case."""
    surnames: frozenset[str]
    """Names of places that often stand behind a given name."""

    def sum(self, model: str, features: Mapping[str, float]) -> float:
        """Return the weighted sum of features; unknown ones weigh nothing."""
        known = self.models[model]
        return sum(known.get(name, 0.0) * value for name, value in features.items())

    def chance(self, model: str, features: Mapping[str, float]) -> float:
        """Return the probability that a two-way model gives."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.sum(model, features)))))


@cache
def load_weights() -> Weights:
    """Load the packaged weights from ``reportedly/data/models/places.json``."""
    path = resources.files("reportedly").joinpath("data", "models", "places.json")
    data = json.loads(path.read_text(encoding="utf-8"))
    return Weights(data["models"], frozenset(data["common"]), frozenset(data["surnames"]))
