"""The likelihood of figures on a lattice: noise, bounds and bands of each, and what figures of one party share."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from scipy.special import betaln, gammaln

from reportedly.evidence.quantity.lattice import Lattice, Table
from reportedly.evidence.quantity.noise import NOTHING, cell_share, cells_of, stated_share
from reportedly.evidence.quantity.spec import Part, Rule, Spec
from reportedly.model.posterior import FigureRole

NODES = 31
"""Nodes of the quadrature over what a party is off by."""
_OWN_NODES = 11
_REACH = 4.0
"""Standard deviations to both sides that a quadrature spans."""
_FINE = 0.02
_MARGIN = 9.0
"""Logarithm beyond a figure up to which its noise is tabled; farther out it is as at the edge."""
_RATIO_NODES = 25
_BANDS = frozenset({FigureRole.RANGE, FigureRole.WORD})


@lru_cache(maxsize=8)
def normal_nodes(number: int) -> tuple[Table, Table]:
    """Return evenly spaced nodes and weights of a standard normal distribution."""
    nodes = np.linspace(-_REACH, _REACH, number)
    weights = np.exp(-0.5 * nodes * nodes)
    return nodes, np.asarray(weights / weights.sum())


@lru_cache(maxsize=4096)
def _noise_table(spec: Spec, heaped: float) -> tuple[Table, Table]:
    """Return the likelihood of a figure by the level of its origin's logarithm, apart from what it is off by."""
    middle = math.log(max(spec.point, 0.5))
    levels = np.arange(middle - _MARGIN, middle + _MARGIN, _FINE)
    if spec.role in _BANDS and spec.low is not None and spec.high is not None:
        low = -math.inf if spec.low <= 1 else math.log(spec.low - 0.5)
        return levels, cell_share(levels, spec.scale, low, math.log(spec.high + 0.5))
    sign = -1.0 if spec.role is FigureRole.UPPER else 1.0
    return levels, stated_share(levels, spec.scale, spec.point, heaped, sign * spec.gap, spec.loose)


@lru_cache(maxsize=4096)
def _own_table(spec: Spec, heaped: float, own: float) -> tuple[Table, Table]:
    """Return the likelihood of a figure by level with what it alone is off by summed out.

    Args:
        spec: the figure.
        heaped: share of large numbers that are rounded.
        own: standard deviation of what it alone is off by, as a share of its spread.
    """
    levels, shares = _noise_table(spec, heaped)
    if own * spec.spread == 0:
        return levels, shares
    found = np.zeros_like(levels)
    for node, weight in zip(*normal_nodes(_OWN_NODES), strict=True):
        found += weight * np.interp(levels + spec.spread * own * node, levels, shares)
    return levels, found


def _own_share(spec: Spec, level: Table, own: float, heaped: float) -> Table:
    levels, shares = _own_table(spec, heaped, own)
    return np.asarray(np.interp(level, levels, shares))


def _floor_share(spec: Spec, logs: Table) -> Table:
    """Return how probable it is that so many were seen, of each number that there can be."""
    numbers, seen = np.exp(logs), spec.low or 0.0
    alpha, beta = spec.seen
    rest = np.maximum(numbers - seen, 0.0)
    chosen = gammaln(numbers + 1) - gammaln(seen + 1) - gammaln(rest + 1)
    found = np.exp(chosen + betaln(seen + alpha, rest + beta) - betaln(alpha, beta))
    return np.where(numbers >= seen - 1e-6, found, 0.0)


def _exact_share(spec: Spec, edges: Table, heaped: float) -> Table:
    """Return how probable the figure is if its origin knows the very number, for each cell of numbers.

    A count is then the number, rounded at most; a range holds it; a bound lies on its right side of it.
    """
    found = np.zeros(len(edges) - 1)
    middle = (edges[1:] + edges[:-1]) / 2
    if spec.role in _BANDS and spec.low is not None and spec.high is not None:
        low, high = math.log(max(spec.low - 0.5, 0.25)), math.log(spec.high + 0.5)
        return np.asarray(((middle > low) & (middle < high)).astype(float))
    for low, high, share in cells_of(spec.point, heaped):
        if spec.gap:
            near, far = (
                (middle - high, middle - low) if spec.role is not FigureRole.UPPER else (low - middle, high - middle)
            )
            found += share * (_beyond(spec, near) - _beyond(spec, far))
        else:
            inside = np.minimum(edges[1:], high) - np.maximum(edges[:-1], low)
            found += share * np.maximum(inside, 0.0) / np.diff(edges)
    return found


def _beyond(spec: Spec, distance: Table) -> Table:
    """Return the probability that a bound lies farther from its number than some distance."""
    share, wide = spec.loose
    some = np.maximum(distance, 0.0)
    return np.asarray((1 - share) * np.exp(-some / spec.gap) + share * np.exp(-some / wide))


def _hard(spec: Spec) -> bool:
    return spec.role in {FigureRole.FLOOR, FigureRole.CAP}


def group_share(specs: Sequence[Spec], grid: Lattice, shifts: Sequence[float], rule: Rule) -> Table:
    """Return how probable the figures of one party are together, for each number.

    Args:
        specs: the figures.
        grid: the numbers that are thought of.
        shifts: for each figure the logarithm of what it counts over the number.
        rule: what holds for all figures.
    """
    hard = np.ones_like(grid.logs)
    soft: list[tuple[Spec, float]] = []
    for spec, shift in zip(specs, shifts, strict=True):
        if spec.role is FigureRole.CAP:
            hard = hard * (np.exp(grid.logs + shift) <= (spec.high or 0.0) * (1 + 1e-9))
        elif spec.role is FigureRole.FLOOR:
            hard = hard * _floor_share(spec, grid.logs + shift)
        else:
            soft.append((spec, shift))
    if not soft:
        return hard
    nodes, weights = normal_nodes(NODES)
    common = 1.0 if len(soft) == 1 else math.sqrt(rule.shared)
    product = np.ones((len(nodes), len(hard)))
    for spec, shift in soft:
        level = grid.logs[None, :] + shift + spec.mean + spec.spread * common * nodes[:, None]
        told = _own_share(spec, level, math.sqrt(max(0.0, 1 - common * common)), rule.heaped)
        if spec.exact:
            told = spec.exact * _exact_share(spec, grid.edges + shift, rule.heaped)[None, :] + (1 - spec.exact) * told
        product = product * (told + NOTHING)
    return np.asarray(hard * (weights @ product))


def pull_of(spec: Spec, specs: Sequence[Spec], others: Table, logs: Table, rule: Rule) -> float:
    """Return the expected logarithm of what a figure is off by, given everything.

    Args:
        spec: the figure.
        specs: the figures of its party, itself among them, that count the number itself.
        others: probability of each number by all figures of others, prior included.
        logs: logarithms of the numbers.
        rule: what holds for all figures.
    """
    soft = [one for one in specs if not _hard(one)]
    nodes, weights = normal_nodes(NODES)
    common = 1.0 if len(soft) == 1 else math.sqrt(rule.shared)
    own = math.sqrt(max(0.0, 1 - common * common))
    held = np.tile(others, (len(nodes), 1))
    for one in soft:
        level = logs[None, :] + one.mean + one.spread * common * nodes[:, None]
        told = _own_share(one, level, own, rule.heaped)
        held = held * (told + NOTHING)
    shares = weights * held.sum(axis=1)
    mean = float(shares @ nodes / shares.sum()) if shares.sum() > 0 else 0.0
    return spec.mean + spec.spread * common * mean


@lru_cache(maxsize=32)
def offsets(part: Part, wounded: tuple[float, float]) -> Table:
    """Return the logarithm of what a figure counts over the number that is estimated, for each node of the ratio.

    With ``r`` wounded for each one killed, casualties are ``1 + r`` times the killed and ``1 + 1/r`` times the wounded.
    """
    nodes, _ = normal_nodes(_RATIO_NODES)
    ratio = wounded[0] + wounded[1] * nodes
    killed, hurt = np.log1p(np.exp(ratio)), np.log1p(np.exp(-ratio))
    found = {
        Part.SELF: np.zeros_like(ratio),
        Part.KILLED_OF: -killed,
        Part.WOUNDED_OF: -hurt,
        Part.KILLED_TO: -ratio,
        Part.WOUNDED_TO: ratio,
        Part.CASUALTIES_K: killed,
        Part.CASUALTIES_W: hurt,
    }
    return np.asarray(found[part])


def linked_share(groups: Sequence[Sequence[Spec]], grid: Lattice, rule: Rule) -> Table:
    """Return how probable figures of other measures are, with the ratio of wounded to killed summed out.

    Args:
        groups: the figures of each party.
        grid: the numbers that are thought of.
        rule: what holds for all figures.
    """
    _, weights = normal_nodes(_RATIO_NODES)
    product = np.repeat(np.asarray(weights)[:, None], len(grid.logs), axis=1)
    for specs in groups:
        if len({spec.part for spec in specs}) == 1:
            product = product * _shifted(specs, grid, rule)
        else:
            shifts = np.array([offsets(spec.part, rule.wounded) for spec in specs])
            rows = [group_share(specs, grid, [float(one) for one in shifts[:, at]], rule) for at in range(len(weights))]
            product = product * np.array(rows)
    return np.asarray(product.sum(axis=0))


def _shifted(specs: Sequence[Spec], grid: Lattice, rule: Rule) -> Table:
    """Return the likelihood of figures that count one thing, for each ratio and number: tabled once, then looked up."""
    shifts = offsets(specs[0].part, rule.wounded)
    low, high = grid.edges[0] + shifts.min(), grid.edges[-1] + shifts.max()
    edges = np.arange(low - _FINE, high + 2 * _FINE, _FINE)
    logs = (edges[1:] + edges[:-1]) / 2
    shares = group_share(specs, Lattice(np.exp(logs), logs, edges), [0.0] * len(specs), rule)
    return np.asarray(np.interp(grid.logs[None, :] + shifts[:, None], logs, shares))
