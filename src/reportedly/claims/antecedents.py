"""Who is meant by a pronoun or a definite description: a learned ranking of everybody whom the text has named so far.

A conditional logistic regression: each candidate gets the sum of the weights of its features, and the probabilities of
all candidates and of ``nobody`` (the words stand for themselves) add up to one. ``training/antecedents.py`` makes the
weights.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from reportedly.claims.antecedents_figures import Figure

KEPT = 0.3
"""Probability below which a mention keeps its own words."""
OWN_WORDS = 0.9
"""Share at which own words count against a figure, so that of two that are as likely the figure is taken."""


@dataclass(frozen=True)
class Candidate:
    """Somebody who can be meant, and what speaks for and against it."""

    figure: Figure | None
    """None where the words stand for themselves."""
    features: tuple[str, ...]


@dataclass(frozen=True)
class Decision:
    """Who is meant, how sure that is, and why."""

    name: str
    """The fullest name; empty where the mention keeps its own words."""
    probability: float
    grounds: tuple[str, ...]
    """What speaks most for it, strongest first: features of the model, or the rule that settled it."""


@dataclass(frozen=True)
class Ranker:
    """Weights of the features."""

    weights: Mapping[str, float]

    def probabilities(self, candidates: Sequence[Candidate]) -> list[float]:
        """Return the probability of each candidate, in their order."""
        sums = [sum(self.weights.get(name, 0.0) for name in one.features) for one in candidates]
        if not sums:
            return []
        top = max(sums)
        powers = [math.exp(one - top) for one in sums]
        total = sum(powers)
        return [power / total for power in powers]

    def decide(self, candidates: Sequence[Candidate]) -> Decision:
        """Return the likeliest candidate; nobody where none reaches ``KEPT``."""
        said = self.probabilities(candidates)
        if not said:
            return Decision("", 0.0, ("nobody stands before it",))
        weighed = [one * (OWN_WORDS if c.figure is None else 1) for one, c in zip(said, candidates, strict=True)]
        best = max(range(len(said)), key=lambda number: weighed[number])
        figure = candidates[best].figure
        grounds = self.grounds(candidates[best].features)
        if figure is None or said[best] < KEPT:
            return Decision("", said[best], grounds)
        return Decision(figure.name, said[best], grounds)

    def grounds(self, features: Sequence[str], count: int = 3) -> tuple[str, ...]:
        """Return the features that speak most for a candidate, strongest first."""
        pulls = sorted(
            ((self.weights.get(name, 0.0), name) for name in set(features)), key=lambda one: (-one[0], one[1])
        )
        return tuple(name for pull, name in pulls[:count] if pull > 0)


@cache
def load_ranker() -> Ranker:
    """Load the packaged weights."""
    path = resources.files("reportedly").joinpath("data", "models", "antecedent.json")
    return Ranker(json.loads(path.read_text(encoding="utf-8"))["weights"])
