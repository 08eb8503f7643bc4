"""Forests of who took it from whom: the probable ones of an event with their probabilities, found in order of time.

A report is a new origin's with a hazard that falls with the time since the first report and with the origins there
are; else it takes one earlier report for parent, in proportion to lag, figure, qualifier and stated source. What a line
states must agree: one origin has one name, and two lines with one name are one origin. The lines are found by
extending all probable partitions report by report; within a partition the parents are independent, so their
probabilities are exact.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reportedly.evidence.rates import (
    ANY_ROOT,
    ANYONE,
    ORIGINS,
    OWN_EARLIER,
    OWN_ROOT,
    Rates,
    Table,
)
from reportedly.evidence.scenes import Scene

WIDTH = 128
"""Partitions that are followed at once."""
_LINES = 24
"""Most origins of one event that are told apart."""
_FAINT = 16.0
"""Natural logarithm of the ratio to the best partition from which one is given up."""
_UNUSED = -1


@dataclass(frozen=True)
class Forests:
    """The probable partitions of an event's reports into origins."""

    lines: NDArray[np.int64]
    """Number of the origin of each report, [partition, report], by first appearance from 0."""
    weights: Table
    """Probability of each partition, the most probable first."""
    parents: Table
    """Probability of each parent, [report, earlier report]."""
    roots: Table
    """Probability that each report has no parent at hand."""
    ties: Table
    """Weight of each earlier report as parent where both are of one line, [report, earlier report]."""
    first: float
    """What that weight is multiplied with where the earlier report is the first of its line."""

    @property
    def counts(self) -> NDArray[np.int64]:
        """Return the number of origins of each partition."""
        found: NDArray[np.int64] = self.lines.max(axis=1) + 1
        return found


@dataclass
class _Beam:
    """Partitions of the reports so far."""

    members: Table
    """1 where a report is of a line, [partition, line, report]."""
    count: NDArray[np.int64]
    names: NDArray[np.int64]
    """Index of each line's name; -1 = not named yet."""
    roots: NDArray[np.int64]
    """First report of each line."""
    levels: Table
    """Sum over lines of the logarithm of their first figure less their bias."""
    figured: NDArray[np.int64]
    """Number of lines whose first report has a figure."""
    score: Table


def pair_weights(scene: Scene, rates: Rates) -> tuple[Table, Table]:
    """Return how readily each report takes each earlier one for parent, before and after a look at what it says."""
    lag = rates.lag[scene.lags] * habits_of(scene, rates)
    figure = scene.alterations @ rates.alterations
    kept = rates.qualifiers[scene.qualifiers]
    stated = rates.states[scene.states[None, :], scene.states[:, None]]
    return lag, lag * figure * kept * stated


def habits_of(scene: Scene, rates: Rates) -> Table:
    """Return how much more often than others each report's outlet takes from each other's."""
    known = [[rates.habits.get((late, early), 1.0) for early in scene.outlets] for late in scene.outlets]
    return np.array(known)


def forests_of(scene: Scene, rates: Rates, names: int, width: int = WIDTH) -> Forests:
    """Find the probable partitions of an event.

    Args:
        scene: its reports.
        rates: how relays behave.
        names: number of different origins' names in all reports.
        width: partitions to follow at once.
    """
    base, ties = pair_weights(scene, rates)
    ids = {name: at for at, name in enumerate(sorted({name for name in scene.names if name}))}
    beam = _start(scene, rates, ids, names)
    for at in range(1, len(scene.tellings)):
        beam = _extended(beam, at, scene, rates, base, ties, ids, names, width)
    score = beam.score + _mentioned(beam, scene, rates)
    order = np.argsort(-score, kind="stable")
    weights = np.exp(score[order] - score[order[0]])
    weights /= weights.sum()
    lines = beam.members[order].argmax(axis=1)
    ties = ties * _named(scene, rates)
    parents = _parents(lines, weights, ties, rates.first)
    return Forests(lines, weights, parents, 1 - parents.sum(axis=1), ties, rates.first)


def _named(scene: Scene, rates: Rates) -> Table:
    """Return how much more readily each report takes one whose outlet it names, [report, earlier report]."""
    gains = np.ones((len(scene.tellings), len(scene.tellings)))
    elsewhere = 1 - rates.named_outlet[OWN_EARLIER]
    for at, outlet in scene.mentions:
        here = np.array([one == outlet for one in scene.outlets])
        gains[at, here] += rates.named_outlet[OWN_EARLIER] / max(0.02, elsewhere) * len(here)
    return gains


def first_reports(lines: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Say which reports are the first of their line, [partition, report]."""
    seen = np.maximum.accumulate(lines, axis=1)
    fresh = np.ones(lines.shape, dtype=bool)
    fresh[:, 1:] = seen[:, 1:] > seen[:, :-1]
    return fresh


def _start(scene: Scene, rates: Rates, ids: dict[str, int], names: int) -> _Beam:
    size = len(scene.tellings)
    slots = min(size, _LINES)
    beam = _Beam(
        members=np.zeros((1, slots, size)),
        count=np.ones(1, dtype=np.int64),
        names=np.full((1, slots), _UNUSED),
        roots=np.full((1, slots), _UNUSED),
        levels=np.zeros(1),
        figured=np.zeros(1, dtype=np.int64),
        score=np.zeros(1),
    )
    beam.members[0, 0, 0] = 1
    beam.roots[0, 0] = 0
    beam.score += np.log(rates.root_states[scene.states[0]])
    if scene.names[0]:
        beam.names[0, 0] = ids[scene.names[0]]
        beam.score -= np.log(names)
    if not np.isnan(scene.logs[0]):
        beam.levels[0] = scene.logs[0] - rates.bias.get(scene.names[0], 0.0)
        beam.figured[0] = 1
    beam.score += np.log(rates.root_qualifiers.get(scene.tellings[0].qualifier, 0.01))
    return beam


def _extended(
    beam: _Beam,
    at: int,
    scene: Scene,
    rates: Rates,
    base: Table,
    ties: Table,
    ids: dict[str, int],
    names: int,
    width: int,
) -> _Beam:
    slots = beam.names.shape[1]
    name = ids.get(scene.names[at], _UNUSED)
    hazard = rates.hazard[np.minimum(beam.count, ORIGINS) - 1, scene.spans[at]]
    used = np.arange(slots)[None, :] < beam.count[:, None]
    extra = rates.first - 1
    at_root = np.where(used, ties[at][beam.roots], 0.0)
    mass = beam.members[:, :, :at] @ ties[at, :at] + extra * at_root
    whole = base[at, :at].sum() + extra * np.where(used, base[at][beam.roots], 0.0).sum(axis=1)
    with np.errstate(divide="ignore"):
        copied = np.log1p(-hazard)[:, None] + np.log(mass / whole[:, None])
    if name != _UNUSED:
        copied += np.log(_agreement(beam, name, rates.wrong, names))
    copied = np.where(used, copied, -np.inf)
    new = np.log(hazard) + _as_root(beam, at, scene, rates, name, names)
    new = np.where(beam.count < slots, new, -np.inf)
    options = np.concatenate([copied, new[:, None]], axis=1) + beam.score[:, None]
    return _pruned(beam, options, at, scene, rates, name, width)


def _agreement(beam: _Beam, name: int, wrong: float, names: int) -> Table:
    """Return the probability that a report of each line states this name, given that it states one."""
    unnamed = beam.names == _UNUSED
    elsewhere = (beam.names == name).any(axis=1)
    named = (~unnamed).sum(axis=1)
    free = np.where(elsewhere, wrong / names, (1 - wrong) / np.maximum(1, names - named))
    agreed: Table = np.where(unnamed, free[:, None], np.where(beam.names == name, 1 - wrong, wrong / names))
    return agreed


def _as_root(beam: _Beam, at: int, scene: Scene, rates: Rates, name: int, names: int) -> Table:
    """Return the logarithm of the probability of what a report says, were it the first of a new line."""
    score = np.full(len(beam.score), np.log(rates.root_states[scene.states[at]]))
    score += np.log(rates.root_qualifiers.get(scene.tellings[at].qualifier, 0.01))
    if name != _UNUSED:
        named = (beam.names != _UNUSED).sum(axis=1)
        elsewhere = (beam.names == name).any(axis=1)
        score += np.where(elsewhere, np.log(rates.wrong / names) - 2.0, -np.log(np.maximum(1, names - named)))
    if not np.isnan(scene.logs[at]):
        level = beam.levels / np.maximum(1, beam.figured) + rates.bias.get(scene.names[at], 0.0)
        apart = (scene.logs[at] - level) / rates.spread
        density = 0.375 / rates.spread * (1 + apart * apart / 4) ** -2.5
        score += np.where(beam.figured > 0, np.log(density * scene.widths[at]), 0.0)
    return score


def _pruned(beam: _Beam, options: Table, at: int, scene: Scene, rates: Rates, name: int, width: int) -> _Beam:
    """Return the best of all extended partitions."""
    flat = options.ravel()
    order = np.argsort(-flat, kind="stable")[:width]
    order = order[flat[order] > flat[order[0]] - _FAINT]
    source, line = np.divmod(order, options.shape[1])
    slots = beam.names.shape[1]
    fresh = line == slots
    line = np.where(fresh, beam.count[source], line)
    rows = np.arange(len(order))
    members = beam.members[source]
    members[rows, line, at] = 1
    names, roots, count = beam.names[source], beam.roots[source], beam.count[source] + fresh
    levels, figured = beam.levels[source], beam.figured[source]
    roots[rows[fresh], line[fresh]] = at
    if name != _UNUSED:
        open_now = names[rows, line] == _UNUSED
        open_now &= ~(names == name).any(axis=1)
        names[rows[open_now], line[open_now]] = name
    if not np.isnan(scene.logs[at]):
        levels = levels + fresh * (scene.logs[at] - rates.bias.get(scene.names[at], 0.0))
        figured = figured + fresh
    return _Beam(members, count, names, roots, levels, figured, flat[order])


def mention_shares(scene: Scene, at: int, outlet: str, lines: NDArray[np.int64]) -> Table:
    """Return how well each way of naming an outlet explains one mention, [partition, way]."""
    here = np.array([one == outlet for one in scene.outlets], dtype=float)
    roots = first_reports(lines)
    own = lines == lines[:, at : at + 1]
    earlier = own[:, :at].astype(float)
    shares = np.zeros((len(lines), 4))
    shares[:, OWN_ROOT] = (roots & own) @ here
    shares[:, ANY_ROOT] = (roots @ here) / roots.sum(axis=1)
    shares[:, OWN_EARLIER] = (earlier @ here[:at]) / np.maximum(1, earlier.sum(axis=1))
    shares[:, ANYONE] = here.sum() / len(here)
    return shares


def _mentioned(beam: _Beam, scene: Scene, rates: Rates) -> Table:
    score = np.zeros(len(beam.score))
    lines = beam.members.argmax(axis=1)
    for at, outlet in scene.mentions:
        score += np.log(mention_shares(scene, at, outlet, lines) @ rates.named_outlet)
    return score


def _parents(lines: NDArray[np.int64], weights: Table, ties: Table, first: float) -> Table:
    """Return the probabilities of each report's parents over all partitions."""
    size = lines.shape[1]
    taken = (lines[:, :, None] == lines[:, None, :]) * (np.tril(np.ones((size, size)), -1) * ties)
    taken *= np.where(first_reports(lines), first, 1.0)[:, None, :]
    whole = taken.sum(axis=2, keepdims=True)
    shares = np.divide(taken, whole, out=np.zeros_like(taken), where=whole > 0)
    parents: Table = np.einsum("b,bij->ij", weights, shares)
    return parents
