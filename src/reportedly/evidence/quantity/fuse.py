"""The posterior of one number from its figures, with what each adds and what is left without it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from reportedly.evidence.quantity.lattice import Lattice, Table, ends, lattice, median, normalised
from reportedly.evidence.quantity.likelihood import group_share, linked_share, offsets, pull_of
from reportedly.evidence.quantity.spec import Part, Rule, Spec
from reportedly.model.posterior import FigureRole

HALF, FULL = 0.5, 0.9
_STEP = 0.02
_REACH = 60.0
"""How many times the greatest figure the number can be, and the smallest figure the number."""
_ONE = 0.015
"""Difference of logarithms, less than a step of the lattice, within which a number is not told from a stated one."""
_TINY = 1e-300


@dataclass(frozen=True, slots=True)
class Share:
    """What one figure adds."""

    factor: float
    share: float
    without: float | None
    shift: float | None


@dataclass(frozen=True, slots=True)
class Fused:
    """The posterior of one number."""

    best: float
    half: tuple[float, float]
    full: tuple[float, float]
    shares: tuple[Share, ...]
    """One a figure, in the order in which they were given."""


@lru_cache(maxsize=4096)
def fused(specs: tuple[Spec, ...], rule: Rule) -> Fused:
    """Return the posterior of a number; the order of the figures does not matter.

    Args:
        specs: its figures, one at least that is no cap.
        rule: what holds for all figures.
    """
    grid = _grid(specs, rule)
    held = _Held(grid, rule)
    after = held.shares(specs)
    best = median(grid, after)
    half, full = ends(grid, after, HALF), ends(grid, after, FULL)
    own = [spec for spec in specs if spec.part is Part.SELF]
    stated = {float(one) for spec in own for one in (spec.low, spec.high) if one is not None}
    low, half_low, best, half_high, high = _printed([full[0], half[0], best, half[1], full[1]], stated)
    told = [_information(held, specs, at, after) for at in range(len(specs))]
    left = {spec.origin: _without(held, specs, spec.origin) for spec in specs}
    shares = []
    for spec, information in zip(specs, told, strict=True):
        bare = left[spec.origin]
        without = None if bare is None else _rounded(bare, stated)
        shift = None if without is None else math.log(max(best, 0.5) / max(without, 0.5))
        share = information / sum(told) if sum(told) > 0 else 1 / len(specs)
        shares.append(Share(_factor(held, specs, spec), share, without, shift))
    return Fused(best, (half_low, half_high), (low, high), tuple(shares))


def _printed(numbers: Sequence[float], stated: set[float]) -> list[float]:
    """Return ascending numbers as they are printed, still in order."""
    found: list[float] = []
    for number in numbers:
        rounded = _rounded(number, stated)
        found.append(max(rounded, found[-1]) if found else rounded)
    return found


def _rounded(number: float, stated: set[float]) -> float:
    """Return a number to three digits, which is finer than the lattice, or the stated number that it lies on.

    Nothing is rounded past a stated number, floors and caps among them, so that what is printed keeps to these.
    """
    near = [one for one in stated if number > 0 and one > 0 and abs(math.log(number / one)) < _ONE]
    if near:
        return min(near, key=lambda one: (abs(one - number), one))
    digits = 3 - len(str(int(number)))
    if digits >= 0:
        return number
    rounded = float(round(number, digits))
    between = [one for one in stated if min(number, rounded) < one < max(number, rounded)]
    return number if between else rounded


def _grid(specs: Sequence[Spec], rule: Rule) -> Lattice:
    """Return a lattice on which the number surely lies, with all stated numbers on it."""
    reckoned: list[float] = []
    points: set[float] = set()
    for spec in specs:
        stated = [one for one in (spec.low, spec.high) if one is not None]
        if spec.part is Part.SELF:
            points.update(stated)
        if spec.role is not FigureRole.CAP:
            ratios = offsets(spec.part, rule.wounded)
            shift = float(ratios[len(ratios) // 2])
            reckoned += [one * math.exp(-shift - off) for one in stated for off in (0.0, spec.mean)]
    caps = [spec.high or 0.0 for spec in specs if spec.role is FigureRole.CAP]
    low = 0.0 if min(reckoned) < 0.5 else max(1.0, min([min(reckoned) / _REACH, *caps]))
    return lattice(low, max(reckoned) * _REACH, _STEP, points)


class _Held:
    """Likelihoods of groups of figures on one lattice, each worked out once."""

    def __init__(self, grid: Lattice, rule: Rule) -> None:
        self.grid, self.rule = grid, rule
        self._logs: dict[tuple[Spec, ...], Table] = {}

    def shares(self, specs: Sequence[Spec]) -> Table:
        """Return the probability of each number given some figures."""
        return normalised(self.grid, self.log_likelihood(specs))

    def log_likelihood(self, specs: Sequence[Spec]) -> Table:
        """Return the logarithm of how probable some figures are together, for each number."""
        logs = np.zeros_like(self.grid.logs)
        for group in _by_party([spec for spec in specs if spec.part is Part.SELF]):
            logs = logs + self._of(group)
        linked = tuple(_by_party([spec for spec in specs if spec.part is not Part.SELF]))
        if linked:
            logs = logs + np.log(np.maximum(linked_share(linked, self.grid, self.rule), _TINY))
        return logs

    def _of(self, group: tuple[Spec, ...]) -> Table:
        if group not in self._logs:
            found = group_share(group, self.grid, [0.0] * len(group), self.rule)
            self._logs[group] = np.log(np.maximum(found, _TINY))
        return self._logs[group]


def _by_party(specs: Sequence[Spec]) -> list[tuple[Spec, ...]]:
    groups: dict[int, list[Spec]] = defaultdict(list)
    for spec in specs:
        groups[spec.party].append(spec)
    ordered = [tuple(sorted(group, key=lambda spec: spec.rank)) for group in groups.values()]
    return sorted(ordered, key=lambda group: tuple(spec.rank for spec in group))


def _information(held: _Held, specs: Sequence[Spec], at: int, after: Table) -> float:
    others = [one for place, one in enumerate(specs) if place != at]
    return _divergence(after, held.shares(others)) if _tells(others) else 1.0


def _without(held: _Held, specs: Sequence[Spec], origin: int) -> float | None:
    rest = [one for one in specs if one.origin != origin]
    return median(held.grid, held.shares(rest)) if _tells(rest) else None


def _tells(specs: Sequence[Spec]) -> bool:
    return any(spec.role is not FigureRole.CAP for spec in specs)


def _divergence(after: Table, before: Table) -> float:
    """Return how much more is known with a figure than without it (Kullback and Leibler), in nats."""
    some = after > 0
    return max(0.0, float((after[some] * np.log(after[some] / np.maximum(before[some], _TINY))).sum()))


def _factor(held: _Held, specs: Sequence[Spec], spec: Spec) -> float:
    """Return what a figure is thought to be off by; bounds that were seen are off by nothing."""
    if spec.role in {FigureRole.FLOOR, FigureRole.CAP} or spec.spread == 0:
        return 1.0
    if spec.part is not Part.SELF or len(specs) == 1:
        return math.exp(spec.mean)
    mine = [one for one in specs if one.party == spec.party and one.part is Part.SELF]
    rest = [one for one in specs if one not in mine]
    hard = [one for one in mine if one.role is FigureRole.FLOOR]
    others = held.shares([*rest, *hard])
    return math.exp(pull_of(spec, mine, others, held.grid.logs, held.rule))
