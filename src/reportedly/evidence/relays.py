"""Trace tables of reports: for each event, who took it from whom and on how many origins it rests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from reportedly.evidence.forests import Forests, first_reports, forests_of
from reportedly.evidence.learning import learned
from reportedly.evidence.partition import chosen, together
from reportedly.evidence.rates import Rates
from reportedly.evidence.scenes import Scene, scales_of, scenes_of
from reportedly.evidence.signs import new_reasons, relay_reasons
from reportedly.model.reason import Reason
from reportedly.model.tellings import ParentOption, Telling, TellingForest, TellingLineage

WORTH = 0.02
"""Probability from which a parent is told; those told share what the others have."""


def trace_tellings(tellings: Sequence[Telling]) -> Iterator[TellingForest]:
    """Yield the lineage of each event's reports, events by name.

    The rates of relaying are learned from all reports at hand, so results hold for them as a body. Neither the order
    of rows nor the names of reports matter.
    """
    if not tellings:
        return
    kept, repeats = _without_repeats(tellings)
    scales = scales_of(kept)
    scenes = scenes_of(kept, scales)
    rates = learned(scenes, scales)
    for scene in scenes:
        told = _told(scene, forests_of(scene, rates, scales.names), rates)
        yield _with_repeats(told, repeats.get(scene.event, ()))


def _without_repeats(tellings: Sequence[Telling]) -> tuple[list[Telling], dict[str, list[tuple[str, str]]]]:
    """Return the tellings less those in which an outlet says the same again, and these with what they repeat.

    An outlet that repeats itself is no further source, whatever the rates of relaying are, so repeats take no part.
    """
    first: dict[tuple[object, ...], Telling] = {}
    repeats: dict[str, list[tuple[str, str]]] = {}
    kept = []
    for one in sorted(tellings, key=lambda one: (one.hour is None, one.hour or 0.0, one.report)):
        key = (one.event, one.outlet or one.report, one.outlet, one.value, one.qualifier, one.stated)
        if key in first:
            repeats.setdefault(one.event, []).append((one.report, first[key].report))
        else:
            first[key] = one
            kept.append(one)
    return kept, repeats


def _with_repeats(forest: TellingForest, repeats: Sequence[tuple[str, str]]) -> TellingForest:
    """Return a forest with the repeats behind what they repeat."""
    places = {one.report: at for at, one in enumerate(forest.tellings)}
    told, spots = list(forest.tellings), list(range(len(forest.tellings)))
    for report, repeated in repeats:
        option = ParentOption(repeated, 1.0, (Reason("repeats", "the outlet says the same again"),))
        told.append(TellingLineage(report, forest.tellings[places[repeated]].origin, (option,)))
        spots.append(places[repeated])
    together = tuple(tuple(forest.together[row][column] for column in spots) for row in spots)
    return replace(forest, tellings=tuple(told), together=together)


def sampled(forests: Forests, number: int, seed: int) -> NDArray[np.int64]:
    """Return forests drawn independently: the parent of each report, -1 for none, [forest, report].

    A partition is drawn by its probability, then within it each report's parent by itself, which is exact.
    """
    draw = np.random.default_rng(seed)
    size = forests.lines.shape[1]
    picked = draw.choice(len(forests.weights), size=number, p=forests.weights)
    parents = np.full((number, size), -1, dtype=np.int64)
    lines = forests.lines[picked]
    pull = np.where(first_reports(lines), forests.first, 1.0)
    for at in range(1, size):
        masses = (lines[:, :at] == lines[:, at : at + 1]) * pull[:, :at] * forests.ties[at, :at]
        heights = masses.cumsum(axis=1)
        marks = draw.random(number) * heights[:, -1]
        found = (heights <= marks[:, None]).sum(axis=1)
        parents[:, at] = np.where(heights[:, -1] > 0, found, -1)
    return parents


def _told(scene: Scene, forests: Forests, rates: Rates) -> TellingForest:
    lines = chosen(forests)
    firsts = first_reports(lines[None])[0]
    held = np.bincount(forests.counts, weights=forests.weights)
    told = []
    for at, telling in enumerate(scene.tellings):
        fit = np.zeros(at + 1, dtype=bool)
        fit[:at] = lines[:at] == lines[at]
        fit[at] = firsts[at]
        told.append(TellingLineage(telling.report, int(lines[at]) + 1, _options(scene, forests, rates, at, fit)))
    pairs = tuple(tuple(round(float(share), 6) for share in row) for row in together(forests))
    return TellingForest(scene.event, tuple(told), tuple(float(share) for share in held / held.sum()), pairs)


def _options(scene: Scene, forests: Forests, rates: Rates, at: int, fit: NDArray[np.bool_]) -> tuple[ParentOption, ...]:
    """Return the parents of a report, first the most probable one that fits the chosen partition."""
    shares = np.append(forests.parents[at, :at], forests.roots[at])
    if fit[at]:
        fit[:at] = False
    best = int(np.argmax(np.where(fit, shares + 1e-9 * np.append(forests.ties[at, :at], 0), -1.0)))
    others = [int(one) for one in np.argsort(-shares, kind="stable") if shares[one] >= WORTH and one != best]
    whole = max(shares[best], 1e-6) + sum(shares[one] for one in others)
    return tuple(
        ParentOption(
            None if one == at else scene.tellings[one].report,
            float(max(shares[one], 1e-6) / whole),
            new_reasons(scene, at) if one == at else relay_reasons(scene, rates, at, one),
        )
        for one in (best, *others)
    )
