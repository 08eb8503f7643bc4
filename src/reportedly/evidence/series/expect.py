"""What each source is expected to claim: a repeated figure or a new one, with ranges that looking back bears out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtr

from reportedly.evidence.series.design import Design
from reportedly.evidence.series.fit import Fit, fit
from reportedly.evidence.series.repeats import Repeats
from reportedly.evidence.series.settings import SeriesPrior
from reportedly.model.series import Expected, Tally

Floats = NDArray[np.float64]

LOW, MIDDLE, HIGH = 0.05, 0.5, 0.95
FREEDOM = 4.0
"""Degrees of freedom of Student's t for what is still to be said."""
LOOK_BACK = (2.5, 1.8, 1.35)
"""Earlier days from which a forecast is tried: the last known day over each of these."""
SCALES = tuple(np.round(np.geomspace(0.5, 2.0, 13), 4).tolist())
"""Widths among which looking back chooses."""
LEAST_LOOKED_AT = 40
"""Number of claims below which looking back says nothing."""
_WIDEST = 60.0
_HALVINGS = 50


@dataclass(frozen=True)
class Forecaster:
    """Curves, factors and habits of repeating, learned from the claims up to some day."""

    fit: Fit
    repeats: Repeats
    width: float = 1.0
    """By what the ranges of new figures are widened."""

    def expect(self, tallies: Sequence[Tally]) -> list[Expected]:
        """Return what is expected instead of each claim; its value is not looked at."""
        found = []
        for figures, fresh, mean, spread in self._parts(tallies):
            middle, low, high = quantiles(figures, fresh, mean, spread * self.width, (MIDDLE, LOW, HIGH))
            found.append(Expected(float(np.exp(middle)), float(np.exp(low)), float(np.exp(high)), 1 - fresh))
        return found

    def _parts(self, tallies: Sequence[Tally]) -> list[tuple[dict[float, float], float, float, float]]:
        means, variances = self.fit.expect(tallies)
        figures = [self.repeats.figures(one) for one in tallies]
        return [
            (there, 1 - sum(there.values()), float(mean), float(np.sqrt(variance)))
            for there, mean, variance in zip(figures, means, variances, strict=True)
        ]

    def covered(self, tallies: Sequence[Tally], widths: Sequence[float]) -> Floats:
        """Return which share of claims each width of range would cover."""
        hits = np.zeros(len(widths))
        for one, (figures, fresh, mean, spread) in zip(tallies, self._parts(tallies), strict=True):
            seen = float(np.log(one.value))
            under = sum(share for figure, share in figures.items() if figure < seen - 1e-9)
            same = sum(share for figure, share in figures.items() if abs(figure - seen) <= 1e-9)
            new = fresh * stdtr(FREEDOM, (seen - mean) / (spread * np.asarray(widths)))
            hits += (new + under + same >= LOW) & (new + under < HIGH)
        return hits / max(1, len(tallies))


def quantiles(
    figures: Mapping[float, float], fresh: float, mean: float, spread: float, shares: Sequence[float]
) -> tuple[float, ...]:
    """Return quantiles of a mixture of single figures and a Student-t around the mean.

    Args:
        figures: probability of each single figure, by its logarithm.
        fresh: probability of a new figure; with the others it makes 1.
        mean: mean of the logarithm of a new figure.
        spread: its spread.
        shares: which quantiles, each between 0 and 1.
    """
    points = np.array(sorted(figures))
    weights = np.array([figures[point] for point in points])
    found = []
    for share in shares:
        low = min([mean - _WIDEST * spread, *(points[:1] - 1)])
        high = max([mean + _WIDEST * spread, *(points[-1:] + 1)])
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            below = fresh * float(stdtr(FREEDOM, (middle - mean) / spread))
            if below + weights[points <= middle].sum() < share:
                low = middle
            else:
                high = middle
        found.append(float(high))
    return tuple(found)


def distinct(tallies: Sequence[Tally]) -> list[Tally]:
    """Return each claim once, in order of day and name: one report in two papers is one claim."""
    return sorted(set(tallies), key=lambda one: (one.day, one.source, one.side, one.category, one.bound, one.value))


def fresh_only(tallies: Sequence[Tally], parties: Mapping[str, str]) -> list[Tally]:
    """Return the claims without those that repeat a source's own earlier figure: a copy confirms nothing.

    A party's own running total is renewed every day; that it stands still is news, so it is kept.
    """
    kept, seen = [], set()
    for one in sorted(tallies, key=lambda one: one.day):
        key = (one.source, one.side, one.category, one.bound, one.value)
        if one.source in parties or key not in seen:
            kept.append(one)
        seen.add(key)
    return kept


def learn(
    tallies: Sequence[Tally],
    parties: Mapping[str, str],
    horizon: int,
    prior: SeriesPrior,
    *,
    onward: bool,
) -> Forecaster:
    """Learn curves, factors and habits from claims.

    Args:
        tallies: the claims that are known, each once.
        parties: which side each source is that speaks for one.
        horizon: the last day on which something is to be expected.
        prior: what is taken for granted.
        onward: whether what is expected lies after the claims.
    """
    fitted = fit(Design(fresh_only(tallies, parties), parties, horizon), prior)
    return Forecaster(fitted, Repeats(tallies, parties, onward=onward))


def look_ahead(tallies: Sequence[Tally], parties: Mapping[str, str], horizon: int, prior: SeriesPrior) -> Forecaster:
    """Learn from claims so as to expect what comes after them, with ranges as wide as earlier forecasts had to be.

    Forecasts are made from days before the last (``LOOK_BACK``) for the claims of neutral sources since. The width that
    would have covered 90 of 100 is taken half way: few claims tell it.
    """
    whole = learn(tallies, parties, horizon, prior, onward=True)
    last = max(one.day for one in tallies)
    covered, number = np.zeros(len(SCALES)), 0
    for ratio in LOOK_BACK:
        day = int(last / ratio)
        before = [one for one in tallies if one.day <= day]
        after = [one for one in tallies if one.day > day and one.source not in parties]
        if before and after:
            tried = learn(before, parties, last, prior, onward=True)
            covered += tried.covered(after, SCALES) * len(after)
            number += len(after)
    if number < LEAST_LOOKED_AT:
        return whole
    enough = [scale for scale, hits in zip(SCALES, covered / number, strict=True) if hits >= HIGH - LOW]
    return Forecaster(whole.fit, whole.repeats, float(np.sqrt(enough[0] if enough else SCALES[-1])))
