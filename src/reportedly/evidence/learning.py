"""Revise the rates of relaying by the reports at hand: expectation and maximisation over forests, with priors."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from reportedly.evidence.alterations import Alteration
from reportedly.evidence.forests import Forests, first_reports, forests_of, mention_shares, pair_weights
from reportedly.evidence.rates import (
    LAGS,
    ORIGINS,
    PRIOR_ALTERATIONS,
    PRIOR_HAZARD,
    PRIOR_NAMED_OUTLET,
    PRIOR_QUALIFIERS,
    PRIOR_ROOT_STATES,
    PRIOR_SPREAD,
    PRIOR_STATES,
    PRIOR_WRONG,
    SPANS,
    Rates,
    Table,
    first_rates,
)
from reportedly.evidence.scenes import Scales, Scene

ROUNDS = 4
"""Rounds of revision; on generated reports the likelihood has settled by the third."""
LEARNT_FROM = 400
"""Events that the rates are learned from, where there are more."""
DOUBT = 0.4
"""What the odds of a further origin are multiplied with once the rates are learned.

While they are, whatever no kind of alteration explains counts for new origins, so their hazard comes out too high. On
the invented worlds, seed 2, events that 1.0 gives two origins with 0.3 and 0.5 have them in about 12 and 9 of 100
cases; with 0.4 such probabilities are right within what their number allows, and B-cubed F1 is higher in four of five.
"""
_WIDTH = 24
"""Partitions followed while rates are being learned."""
_SURE = 0.003
"""Weight from which a partition is counted."""
_NAMES = 40
"""Most origins' names for which a bias is estimated."""
_STRENGTH = {"hazard": 6, "root_states": 10, "states": 10, "wrong": 100, "alterations": 30, "qualifiers": 30}
"""How many reports the first rates are worth, chosen so that thirty events already move them."""

_HABIT = 10.0
"""Reports that the prior of an outlet's habit is worth: a pair that met twice shows none."""


@dataclass
class _Counts:
    """Expected counts over all events."""

    new: Table = field(default_factory=lambda: np.zeros((ORIGINS, SPANS)))
    seen: Table = field(default_factory=lambda: np.zeros((ORIGINS, SPANS)))
    root_states: Table = field(default_factory=lambda: np.zeros(3))
    states: Table = field(default_factory=lambda: np.zeros((3, 3)))
    names: Table = field(default_factory=lambda: np.zeros(2))
    """Names that agree with the line's, and others."""
    alterations: Table = field(default_factory=lambda: np.zeros(len(Alteration)))
    qualifiers: Table = field(default_factory=lambda: np.zeros(3))
    named_outlet: Table = field(default_factory=lambda: np.zeros(4))
    lag: Table = field(default_factory=lambda: np.zeros(LAGS))
    first: Table = field(default_factory=lambda: np.zeros(2))
    """How often the first report of a line was taken up, and how often the rates so far would have it."""
    root_qualifiers: Counter[str] = field(default_factory=Counter)
    taken: dict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))
    """How often one outlet took from another."""
    chances: dict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))
    """How often it would have by chance."""
    apart: list[tuple[float, float, str, str]] = field(default_factory=list)
    """Weight, difference of logarithms and names of two origins of one event."""


def learned(scenes: Sequence[Scene], scales: Scales) -> Rates:
    """Return the rates that fit the reports, beginning with the first ones.

    Args:
        scenes: all events, by name; where they are many, a fixed part of them is learned from.
        scales: what was measured over all reports.
    """
    rates = first_rates(scales.qualifiers)
    rates = replace(rates, lag=rates.lag / scales.lag_widths)
    chosen = scenes[:: max(1, len(scenes) // LEARNT_FROM)]
    for _ in range(ROUNDS):
        counts = _Counts()
        for scene in chosen:
            _count(counts, scene, forests_of(scene, rates, scales.names, _WIDTH), rates)
        rates = _revised(counts, rates, scales)
    doubted = rates.hazard * DOUBT
    return replace(rates, hazard=doubted / (1 - rates.hazard + doubted))


def _count(counts: _Counts, scene: Scene, forests: Forests, rates: Rates) -> None:
    parents = forests.parents
    ways = scene.alterations * rates.alterations
    whole = ways.sum(axis=-1, keepdims=True)
    counts.alterations += np.einsum("ij,ijk->k", parents, ways / np.maximum(whole, 1e-300))
    np.add.at(counts.qualifiers, scene.qualifiers, parents)
    np.add.at(counts.lag, scene.lags, parents)
    rows = np.broadcast_to(scene.states[None, :], parents.shape)
    np.add.at(counts.states, (rows, rows.T), parents)
    np.add.at(counts.root_states, scene.states, forests.roots)
    _count_habits(counts, scene, parents)
    counts.first += _first_taken(scene, forests, rates)
    for telling, root in zip(scene.tellings, forests.roots, strict=True):
        counts.root_qualifiers[telling.qualifier] += root
    for lines, weight in zip(forests.lines, forests.weights, strict=True):
        if weight > _SURE:
            _count_partition(counts, scene, lines, float(weight), rates)


def _first_taken(scene: Scene, forests: Forests, rates: Rates) -> Table:
    """Return how often first reports were taken up in the best partition, and how often lag alone would have it."""
    lines, taken = forests.lines[0], np.zeros(2)
    base, ties = pair_weights(scene, rates)
    for at in np.flatnonzero(~first_reports(lines[None])[0]):
        members = np.flatnonzero(lines[:at] == lines[at])
        if len(members) > 1:
            pull = np.where(members == members[0], rates.first, 1.0)
            found, usual = ties[at, members] * pull, base[at, members] * pull
            taken += (found[0] / found.sum(), usual[0] / usual.sum())
    weighted: Table = taken * forests.weights[0]
    return weighted


def _count_habits(counts: _Counts, scene: Scene, parents: Table) -> None:
    for late in range(1, len(scene.outlets)):
        for early in range(late):
            pair = scene.outlets[late], scene.outlets[early]
            counts.taken[pair] += parents[late, early]
            counts.chances[pair] += 1 / late


def _habits(counts: _Counts) -> dict[tuple[str, str], float]:
    """Return how much more often than chance each outlet takes from each other, drawn to 1 by a Beta prior."""
    usual = sum(counts.taken.values()) / max(1e-9, sum(counts.chances.values()))
    return {
        pair: (counts.taken[pair] / usual + _HABIT) / (chance + _HABIT)
        for pair, chance in sorted(counts.chances.items())
        if usual > 0
    }


def _count_partition(counts: _Counts, scene: Scene, lines: NDArray[np.int64], weight: float, rates: Rates) -> None:
    fresh = first_reports(lines[None])[0]
    before = np.minimum(np.cumsum(fresh)[:-1], ORIGINS) - 1
    np.add.at(counts.seen, (before, scene.spans[1:]), weight)
    np.add.at(counts.new, (before[fresh[1:]], scene.spans[1:][fresh[1:]]), weight)
    firsts = np.flatnonzero(fresh)
    named: dict[int, str] = {}
    for at, name in enumerate(scene.names):
        if name:
            line = int(lines[at])
            counts.names[int(named.setdefault(line, name) != name)] += weight
    for one in firsts:
        for other in firsts:
            if one != other and not np.isnan(scene.logs[one] - scene.logs[other]):
                share = weight / (2 * (len(firsts) - 1))
                gap = float(scene.logs[one] - scene.logs[other])
                counts.apart.append((share, gap, scene.names[one], scene.names[other]))
    for at, outlet in scene.mentions:
        shares = mention_shares(scene, at, outlet, lines[None])[0] * rates.named_outlet
        counts.named_outlet += weight * shares / max(1e-12, shares.sum())


def _revised(counts: _Counts, rates: Rates, scales: Scales) -> Rates:
    bias, spread = _levels(counts.apart, rates.spread)
    held = sum(counts.root_qualifiers.values()) + len(counts.root_qualifiers)
    wrong = counts.names[1] + _STRENGTH["wrong"] * PRIOR_WRONG
    hazard = counts.new + _STRENGTH["hazard"] * PRIOR_HAZARD
    return replace(
        rates,
        hazard=hazard / (counts.seen + _STRENGTH["hazard"]),
        root_states=_shares(counts.root_states + _STRENGTH["root_states"] * PRIOR_ROOT_STATES),
        states=_shares(counts.states + _STRENGTH["states"] * PRIOR_STATES),
        wrong=float(wrong / (counts.names.sum() + _STRENGTH["wrong"])),
        alterations=_shares(counts.alterations + _STRENGTH["alterations"] * PRIOR_ALTERATIONS),
        qualifiers=_shares(counts.qualifiers + _STRENGTH["qualifiers"] * PRIOR_QUALIFIERS),
        named_outlet=_shares(counts.named_outlet + 5 * PRIOR_NAMED_OUTLET),
        first=float(np.clip(rates.first * (counts.first[0] + 5) / (counts.first[1] + 5), 0.1, 10.0)),
        lag=_shares(counts.lag + 10 / LAGS) / scales.lag_widths,
        spread=spread,
        root_qualifiers={name: (number + 1) / held for name, number in sorted(counts.root_qualifiers.items())},
        habits=_habits(counts),
        bias=bias,
    )


def _shares(counts: Table) -> Table:
    shares: Table = counts / counts.sum(axis=-1, keepdims=True)
    return shares


def _levels(apart: Sequence[tuple[float, float, str, str]], spread: float) -> tuple[dict[str, float], float]:
    """Return how far each name's figures lie over the others', and the scale of what is left (Student, 4 degrees)."""
    names = sorted({name for _, _, name, _ in apart if name})
    bias = dict.fromkeys(names, 0.0) if len(names) <= _NAMES else {}
    for _ in range(6 if bias else 0):
        over, under = dict.fromkeys(bias, 0.0), dict.fromkeys(bias, 5.0)
        for weight, gap, name, other in apart:
            if name:
                level = gap + bias.get(other, 0.0)
                pull = weight * 5 / (4 + ((level - bias[name]) / spread) ** 2)
                over[name] += pull * level
                under[name] += pull
        bias = {name: over[name] / under[name] for name in bias}
    squares, whole = 3 * PRIOR_SPREAD**2, 3.0
    for weight, gap, name, other in apart:
        left = gap - bias.get(name, 0.0) + bias.get(other, 0.0)
        squares += weight * 5 / (4 + (left / spread) ** 2) * left * left
        whole += weight
    return bias, float(np.sqrt(squares / whole))
