"""Fit curves and factors to claims: Student-t noise, spreads revised by the claims, curves that never fall."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.linalg import cho_factor, cho_solve
from scipy.linalg.lapack import dpotri

from reportedly.evidence.series.design import Design, Group
from reportedly.evidence.series.settings import SeriesPrior
from reportedly.model.series import Tally

Floats = NDArray[np.float64]
Kind = tuple[Group, str]

ROUNDS = 12
"""Rounds of revision."""
_HELD = 1e4
"""Weight that holds a step of a curve at nought where it would fall."""
_SPREAD_TRUST = 3.0
"""Number of columns that the prior's spread of a kind counts for."""
_NOISE_TRUST, _NOISE_START = 4.0, 0.15


@dataclass(frozen=True)
class Spreads:
    """What the claims revised: variances of each kind of column, and the noise of each source."""

    variance: Mapping[Kind, float]
    noise: Mapping[str, float]
    bend: float


@dataclass(frozen=True)
class Fit:
    """Columns' values with their covariance."""

    design: Design
    values: Floats
    covariance: Floats
    spreads: Spreads
    prior: SeriesPrior

    def expect(self, tallies: Sequence[Tally]) -> tuple[Floats, Floats]:
        """Return mean and variance of the logarithm of what each claim would say if it is no repetition."""
        rows = self.design.rows(tallies)
        mean, variance = rows @ self.values, spread_of(rows, self.covariance)
        usual = float(np.median(list(self.spreads.noise.values())))
        noise = np.array([self.spreads.noise.get(one.source, usual) for one in tallies])
        unseen = np.array([self._unseen(one) for one in tallies])
        return mean, variance + unseen + noise**2

    def _unseen(self, one: Tally) -> float:
        """Return the variance of factors and drifts of which no claim tells anything."""
        start = start_variances(self.prior)
        held = self.spreads.variance
        missing = [
            held.get((group, ""), start[group])
            for group, key in self.design.effects(one)
            if (group, key, 0) not in self.design.columns
        ]
        if (one.source, one.side, one.category, one.bound) not in self.design.drifting:
            missing.append(held.get((Group.DRIFT, one.source), start[Group.DRIFT]))
        return sum(missing)


def spread_of(rows: sparse.csr_matrix, covariance: Floats) -> Floats:
    """Return the variance of each row's sum."""
    return np.asarray(rows.multiply(rows @ covariance).sum(1)).ravel()


def start_variances(prior: SeriesPrior) -> dict[Group, float]:
    """Return the variance that each group of columns starts with."""
    spreads = {
        Group.PARTY: prior.party_spread,
        Group.PARTY_CATEGORY: prior.party_category_spread,
        Group.OTHER: prior.other_spread,
        Group.OTHER_CATEGORY: prior.other_category_spread,
        Group.BOUND: prior.bound_spread,
        Group.BOUND_SOURCE: prior.bound_source_spread,
        Group.BOUND_CELL: prior.bound_source_spread,
        Group.PARTY_DRIFT: prior.drift_spread,
        Group.DRIFT: prior.drift_spread,
    }
    return {group: spread**2 for group, spread in spreads.items()}


def fit(design: Design, prior: SeriesPrior) -> Fit:
    """Fit the columns of a design to its claims.

    The logarithm of each claim is the sum of its columns and Student-t noise of its source's size. Values and their
    covariance come from one penalised least-squares step; weights of claims, noise of sources and spreads of kinds of
    columns are revised after it (expectation-maximisation). A step of a curve that would fall is held at nought.

    Args:
        design: the columns.
        prior: what is taken for granted.
    """
    rounds = _Rounds(design, prior)
    for _ in range(ROUNDS):
        rounds.turn()
    return rounds.result()


class _Rounds:
    """The state between two rounds of revision."""

    def __init__(self, design: Design, prior: SeriesPrior) -> None:
        self.design, self.prior = design, prior
        self.rows = design.rows(design.tallies)
        self.seen = np.log([one.value for one in design.tallies])
        sources = [one.source for one in design.tallies]
        self.places = {name: np.array([name == one for one in sources]) for name in sorted(set(sources))}
        self.start = start_variances(prior)
        self.kinds = {kind: places for kind, places in design.kinds.items() if kind[0] is not Group.CURVE}
        self.variance = {kind: self.start[kind[0]] for kind in self.kinds}
        self.noise = dict.fromkeys(self.places, prior.noise)
        self.bend = prior.bend_spread**2
        self.weights = np.ones(len(self.seen))
        count = len(design.knots)
        self.curves = [np.arange(at * count, (at + 1) * count) for at in range(len(design.curves))]
        self.step, self.curve_bend = np.diff(np.eye(count), axis=0), np.diff(np.eye(count), n=2, axis=0)
        self.falls = [np.zeros(count - 1) for _ in self.curves]
        self.centre = _centres(design, prior)
        self.values = np.zeros(len(design.columns))
        self.covariance = np.zeros((0, 0))

    def turn(self) -> None:
        """Solve for the values, then revise everything else."""
        self._solve()
        rest = self.seen - self.rows @ self.values
        left = rest**2 + spread_of(self.rows, self.covariance)
        self._revise_noise(left)
        self._revise_spreads()
        self.falls = [(self.step @ self.values[places] < -1e-6).astype(float) for places in self.curves]

    def _solve(self) -> None:
        noise = np.empty(len(self.seen))
        for name, places in self.places.items():
            noise[places] = self.noise[name]
        weight = self.weights / noise**2
        precision = (self.rows.T @ sparse.diags(weight) @ self.rows).toarray()
        drawn = self.rows.T @ (weight * self.seen)
        for kind, places in self.kinds.items():
            precision[places, places] += 1 / self.variance[kind]
            drawn[places] += self.centre[places] / self.variance[kind]
        for places, falls in zip(self.curves, self.falls, strict=True):
            block, pull = self._curve_prior(falls)
            precision[np.ix_(places, places)] += block
            drawn[places] += pull
        factor = cho_factor(precision, lower=True, overwrite_a=True, check_finite=False)
        self.values = cho_solve(factor, drawn)
        half = np.tril(dpotri(factor[0], lower=1)[0])
        self.covariance = half + np.tril(half, -1).T

    def _curve_prior(self, falls: Floats) -> tuple[Floats, Floats]:
        """Return precision and pull of a curve: even growth of about the prior's, no fall."""
        count, width = len(self.design.knots), float(self.design.knots[1] - self.design.knots[0])
        trust = 1 / (self.prior.growth_spread * width) ** 2
        block = self.curve_bend.T @ self.curve_bend / self.bend + 1e-4 * np.eye(count)
        block += trust * self.step.T @ self.step + _HELD * (self.step.T * falls) @ self.step
        return block, trust * self.step.T @ np.full(count - 1, self.prior.growth * width)

    def _revise_noise(self, left: Floats) -> None:
        freedom = self.prior.freedom
        for name, places in self.places.items():
            weights = (freedom + 1) / (freedom + left[places] / self.noise[name] ** 2)
            self.weights[places] = weights
            total = (weights * left[places]).sum() + _NOISE_TRUST * _NOISE_START**2
            self.noise[name] = float(np.sqrt(total / (places.sum() + _NOISE_TRUST)))

    def _revise_spreads(self) -> None:
        own = np.diag(self.covariance)
        for kind, places in self.kinds.items():
            off = ((self.values - self.centre)[places] ** 2).sum() + own[places].sum()
            start = _SPREAD_TRUST * self.start[kind[0]]
            self.variance[kind] = float((off + start) / (len(places) + _SPREAD_TRUST))
        total, number = 2 * 0.1**2, 2
        for places in self.curves:
            bends = self.curve_bend @ self.values[places]
            block = self.covariance[np.ix_(places, places)]
            total += float((bends**2).sum() + np.trace(self.curve_bend @ block @ self.curve_bend.T))
            number += len(bends)
        self.bend = total / number

    def result(self) -> Fit:
        """Return what stands after the last round."""
        spreads = Spreads(dict(self.variance), dict(self.noise), self.bend)
        return Fit(self.design, self.values, self.covariance, spreads, self.prior)


def _centres(design: Design, prior: SeriesPrior) -> Floats:
    """Return where each column's prior stands: parties at the published factors, all others at nought."""
    centres = np.zeros(len(design.columns))
    for (group, key, _), at in design.columns.items():
        if group is Group.PARTY:
            centres[at] = np.log(prior.own if design.parties[key[0]] == key[1] else prior.enemy)
    return centres
