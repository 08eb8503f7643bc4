"""How probable it is that a source repeats a figure that is already there, and which one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from reportedly.model.series import Tally

Floats = NDArray[np.float64]

_START = (0.0, -3.0, -2.0, -4.0, -3.0, -0.5, -0.5, 0.0)
"""Own figure, own of another bound, another's, another's of another bound, a party's; then per logarithm of the days
between, per day between for a party, and for a figure of a later day."""
_SPREAD = (2.0,) * 8
_SOURCE_SPREAD = 1.0
_PARTY_DAYS = 3
"""A party's total is renewed daily: only one so near in days is repeated."""
_LAG = 3.0
"""Days over which the wish to repeat a figure halves, about."""


class Repeats:
    """A choice between the figures that are there and a new one, learned from how often sources repeat.

    Each figure that a source could repeat has a weight by whose it is, on which side it is a bound and how far off it
    is in time; a new figure has weight 1 (conditional logit, weights found by penalised likelihood).
    """

    def __init__(self, tallies: Sequence[Tally], parties: Mapping[str, str], *, onward: bool) -> None:
        """Learn the weights.

        Args:
            tallies: the claims that are known.
            parties: which sources are parties; nothing is expected of those.
            onward: whether only figures of earlier days can be repeated, as when looking ahead.
        """
        self._parties, self._onward = parties, onward
        self._there: dict[tuple[str, str], list[Tally]] = defaultdict(list)
        for one in tallies:
            self._there[one.side, one.category].append(one)
        self._sources = sorted({one.source for one in tallies} - set(parties))
        self._weights = self._learn([one for one in tallies if one.source not in parties])

    def figures(self, one: Tally) -> dict[float, float]:
        """Return the probability of each figure that a claim can repeat, by its logarithm; the rest is for new ones."""
        there = self._candidates(one)
        if not there:
            return {}
        weights = np.exp(np.clip(self._features(one, there) @ self._weights, -30, 30))
        found: dict[float, float] = defaultdict(float)
        for figure, share in zip(there, weights / (1 + weights.sum()), strict=True):
            found[float(np.log(figure.value))] += float(share)
        return dict(found)

    def _candidates(self, one: Tally) -> list[Tally]:
        return [
            other
            for other in self._there.get((one.side, one.category), ())
            if other is not one
            and not (self._onward and other.day >= one.day)
            and not (other.source in self._parties and abs(other.day - one.day) > _PARTY_DAYS)
        ]

    def _features(self, one: Tally, there: Sequence[Tally]) -> Floats:
        made = np.zeros((len(there), len(_START) + len(self._sources)))
        for row, other in zip(made, there, strict=True):
            party, lag = other.source in self._parties, abs(other.day - one.day)
            mine, bound = other.source == one.source, other.bound is one.bound
            row[4 if party else (0 if mine else 2) + (0 if bound else 1)] = 1
            row[5 if not party else 6] = np.log1p(lag / _LAG) if not party else lag
            row[7] = other.day > one.day
        if one.source in self._sources:
            made[:, len(_START) + self._sources.index(one.source)] = 1
        return made

    def _learn(self, tallies: Sequence[Tally]) -> Floats:
        known = [(one, there) for one in tallies if (there := self._candidates(one))]
        centre = np.array([*_START, *(0.0 for _ in self._sources)])
        spread = np.array([*_SPREAD, *(_SOURCE_SPREAD for _ in self._sources)])
        if not known:
            return centre
        features = np.vstack([self._features(one, there) for one, there in known])
        owner = np.repeat(np.arange(len(known)), [len(there) for _, there in known])
        hits = np.array([float(other.value == one.value) for one, there in known for other in there])
        repeated = np.bincount(owner, hits, minlength=len(known)) > 0

        def loss(weights: Floats) -> tuple[float, Floats]:
            each = np.exp(np.clip(features @ weights, -30, 30))
            whole = np.bincount(owner, each, minlength=len(known))
            hit = np.maximum(np.bincount(owner, each * hits, minlength=len(known)), 1e-300)
            off = (weights - centre) / spread
            slope = each * hits / hit[owner] * repeated[owner] - each / (1 + whole[owner])
            likelihood = (np.log(hit) * repeated - np.log1p(whole)).sum()
            return float(-likelihood + off @ off / 2), -(features.T @ slope) + off / spread

        return np.asarray(minimize(loss, centre, jac=True, method="L-BFGS-B").x, dtype=np.float64)
