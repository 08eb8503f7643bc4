"""The reports of one event as arrays, in an order that depends on nothing but what they say."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reportedly.evidence.alterations import Alteration, alteration_densities
from reportedly.evidence.rates import CHANGED, DROPPED, KEPT, LAGS, NAMED, OUTLET, SILENT, SPANS, Table
from reportedly.model.actors import folded
from reportedly.model.tellings import Telling

Whole = NDArray[np.int64]
_PLAIN = frozenset({"", "exact"})
_EXPECTED = 2.0
"""Times that an origin's name would stand in first reports from which its absence there tells something."""
_FINEST = 0.05
"""Narrowest bin of lag in hours: times are told to a tenth of an hour at best."""


@dataclass(frozen=True)
class Scales:
    """What is measured over all reports before any event is looked at."""

    spans: Table
    """Edges of the spans of time since an event's first report."""
    lags: Table
    """Edges of the bins of lag."""
    outlets: frozenset[str]
    names: int
    """Number of different origins' names."""
    qualifiers: dict[str, float]
    lag_widths: Table
    """Hours that each bin of lag spans."""
    heaped: float
    """Share of the numbers from 100 on that end in noughts beyond their second digit."""


@dataclass(frozen=True)
class Scene:
    """One event's reports, each with what ties it to every earlier one."""

    event: str
    tellings: tuple[Telling, ...]
    states: Whole
    names: tuple[str, ...]
    """Name of the origin that each report states; empty where it states none."""
    spans: Whole
    lags: Whole
    """Bin of the lag, [report, earlier report]."""
    alterations: Table
    """Probability of the figure for each alteration, [report, earlier report, alteration]."""
    qualifiers: Whole
    """What became of the qualifier, [report, earlier report]."""
    logs: Table
    """Logarithm of each figure; NaN where there is none."""
    widths: Table
    """Probability of a root's figure for each unit of density at its logarithm."""
    mentions: tuple[tuple[int, str], ...]
    """Reports that name an outlet of this event, with the outlet."""
    outlets: tuple[str, ...]


def scales_of(tellings: Sequence[Telling]) -> Scales:
    """Measure the time spans, names and qualifiers of all reports."""
    events = _by_event(tellings)
    offsets, lags = [0.0], [0.0]
    for told in events.values():
        hours = sorted(one.hour for one in told if one.hour is not None)
        offsets += [hour - hours[0] for hour in hours[1:]]
        lags += [late - early for at, late in enumerate(hours[:40]) for early in hours[:at]]
    outlets = frozenset(folded(one.outlet) for one in tellings if one.outlet) or _unlisted_outlets(events)
    names = {folded(one.stated) for one in tellings if one.stated} - outlets
    kept = Counter(one.qualifier for one in tellings)
    large = [one.value for one in tellings if one.value is not None and one.value >= 100]
    round_ones = sum(_spacing(value) > 1 for value in large)
    edges = np.quantile(lags, np.arange(1, LAGS) / LAGS)
    return Scales(
        spans=np.quantile(offsets, np.arange(1, SPANS) / SPANS),
        lags=edges,
        outlets=outlets,
        names=max(2, len(names)),
        qualifiers={name: number / len(tellings) for name, number in sorted(kept.items())},
        lag_widths=np.maximum(np.diff([0.0, *edges, 1.5 * edges[-1]]), _FINEST),
        heaped=(round_ones + 1) / (len(large) + 2),
    )


def _unlisted_outlets(events: Mapping[str, Sequence[Telling]]) -> frozenset[str]:
    """Return the stated names that are outlets' by their use, for tables that do not tell the outlets.

    An event's first report has its word from an origin, so a name that is often stated but never there is no origin's.
    """
    stated = Counter(folded(one.stated) for told in events.values() for one in told if one.stated)
    first: Counter[str] = Counter()
    for told in events.values():
        hours = [one.hour for one in told if one.hour is not None]
        first.update(folded(one.stated) for one in told if hours and one.hour == min(hours) and one.stated)
    usual = sum(first.values()) / max(1, sum(stated.values()))
    return frozenset(name for name, number in stated.items() if not first[name] and usual * number >= _EXPECTED)


def scenes_of(tellings: Sequence[Telling], scales: Scales) -> list[Scene]:
    """Return the scene of each event, events by name."""
    events = _by_event(tellings)
    return [_scene(event, events[event], scales) for event in sorted(events)]


def _by_event(tellings: Iterable[Telling]) -> dict[str, list[Telling]]:
    found: dict[str, list[Telling]] = {}
    for telling in tellings:
        found.setdefault(telling.event, []).append(telling)
    return found


def _rank(telling: Telling, often: Counter[tuple[float | None, str]]) -> tuple[object, ...]:
    """Return a sort key: time; then who names a source and says what many say; then content."""
    hour = math.inf if telling.hour is None else telling.hour
    value = -1.0 if telling.value is None else telling.value
    shared = -often[telling.value, telling.qualifier]
    plain = telling.qualifier in _PLAIN
    content = (telling.qualifier, telling.outlet, telling.stated, telling.report)
    return (hour, not telling.stated, shared, plain, value, *content)


def _spacing(value: float) -> float:
    """Return the distance between round numbers of this size where the number is one, else 1."""
    step = 10.0 ** (math.floor(math.log10(value)) - 1) if value >= 100 else 1.0
    return step if value % step == 0 else 1.0


def _scene(event: str, told: list[Telling], scales: Scales) -> Scene:
    often = Counter((one.value, one.qualifier) for one in told)
    ordered = tuple(sorted(told, key=lambda one: _rank(one, often)))
    size = len(ordered)
    outlets = tuple(folded(one.outlet) for one in ordered)
    stated = [folded(one.stated) for one in ordered]
    states = np.array([SILENT if not one else (OUTLET if one in scales.outlets else NAMED) for one in stated])
    hours = np.array([np.nan if one.hour is None else one.hour for one in ordered])
    known = hours[~np.isnan(hours)]
    since = hours - known[0] if len(known) else hours
    apart = hours[:, None] - hours[None, :]
    values = [one.value for one in ordered]
    distinct = {value for value in values if value is not None}
    table = {(old, new): alteration_densities(old, new) for old in distinct for new in distinct}
    blank = (1.0,) * len(Alteration)
    pairs = [[table.get((old, new), blank) for old in values] for new in values]  # type: ignore[arg-type]
    return Scene(
        event=event,
        tellings=ordered,
        states=states,
        names=tuple(one if state == NAMED else "" for one, state in zip(stated, states, strict=True)),
        spans=_binned(since, np.arange(size) / max(1, size) * SPANS, scales.spans),
        lags=_binned(apart, np.zeros((size, size)), scales.lags),
        alterations=np.array(pairs).reshape(size, size, -1),
        qualifiers=np.array([[_kept(old.qualifier, new.qualifier) for old in ordered] for new in ordered]),
        logs=np.array([np.nan if value is None else math.log(max(value, 0.5)) for value in values]),
        widths=np.array([1.0 if value is None else _width(value, scales.heaped) for value in values]),
        mentions=tuple((at, one) for at, one in enumerate(stated) if states[at] == OUTLET and one in outlets),
        outlets=outlets,
    )


def _width(value: float, heaped: float) -> float:
    """Return what a density of logarithms is multiplied with to give the probability of a number."""
    width = math.log(value + 0.5) - math.log(max(value - 0.5, 0.25))
    if value < 100:
        return width
    step = 10.0 ** (math.floor(math.log10(value)) - 1)
    return width * (1 - heaped + heaped * step) if value % step == 0 else width * (1 - heaped)


def _binned(numbers: Table, otherwise: Table, edges: Table) -> Whole:
    return np.where(np.isnan(numbers), otherwise, np.searchsorted(edges, numbers, side="right")).astype(np.int64)


def _kept(before: str, after: str) -> int:
    if before == after:
        return KEPT
    return DROPPED if after in _PLAIN else CHANGED
