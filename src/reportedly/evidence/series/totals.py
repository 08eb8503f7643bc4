"""Draw an estimate of a total in time from what is claimed of it and from floors that it cannot be below."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate
from math import exp, log, sqrt

from scipy.special import ndtr, ndtri

from reportedly.model.reason import Reason
from reportedly.model.running import Band, Finding, FindingKind

SHARES = (0.05, 0.25, 0.5, 0.75, 0.95)
CONFLICT = 1.96
"""Standard deviations between two kinds of evidence at which they are said to contradict one another."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One line of totals with what it says about the true one."""

    name: str
    known: Mapping[date, float]
    factor: float | None
    """What the line's figure is of the true total, as a rule; None for a floor that says nothing more."""
    spread: float
    """Standard deviation of the factor's natural logarithm."""
    floor: bool


@dataclass(frozen=True)
class _Line:
    evidence: Evidence
    days: tuple[date, ...]

    @property
    def kept_until(self) -> date:
        """The day from which on the line grows no more; a claim is kept to its end."""
        last = self.evidence.known[self.days[-1]]
        kept = (day for day in self.days if self.evidence.known[day] >= last)
        return next(kept) if self.evidence.floor else self.days[-1]

    def at(self, day: date) -> float | None:
        """Return the line's figure of a day, on the straight line between its neighbours; None outside of it.

        A floor holds on after its last day, and only what was counted by the day before is sure between two days.
        """
        at = bisect_right(self.days, day)
        if at == 0:
            return None
        before = self.evidence.known[self.days[at - 1]]
        if self.evidence.floor or self.days[at - 1] == day:
            return before
        if at == len(self.days):
            return None
        after, gap = self.evidence.known[self.days[at]], (self.days[at] - self.days[at - 1]).days
        return before + (after - before) * (day - self.days[at - 1]).days / gap


def _line(evidence: Evidence) -> _Line:
    """Return a line in order of day; what was once counted one by one stays counted, so a floor never falls."""
    days = tuple(sorted(evidence.known))
    if not evidence.floor:
        return _Line(evidence, days)
    highest = accumulate((evidence.known[day] for day in days), max)
    return _Line(replace(evidence, known=dict(zip(days, highest, strict=True))), days)


def estimate(evidence: Sequence[Evidence]) -> list[Band]:
    """Return range and best estimate of each day: from the first claim to the last, or floor where nothing is claimed.

    The logarithm of the total is normal around what each line says; lines are put together by their precision, and
    where they contradict one another the range is widened by as much. The total is no smaller than any floor up to that
    day (the distribution is cut there), and no quantile is smaller than on the day before.

    Args:
        evidence: at least one line that says more than a floor.
    """
    lines = [_line(one) for one in evidence if one.known]
    claims = [line for line in lines if not line.evidence.floor] or lines
    if not any(line.evidence.factor for line in lines):
        return []
    first, last = min(line.days[0] for line in claims), max(line.days[-1] for line in claims)
    days = [first + timedelta(days=at) for at in range((last - first).days + 1)]
    drawn = []
    floors = accumulate((_floor(lines, day) for day in days), max)
    for day, floor in zip(days, floors, strict=True):
        found = _day(lines, day, floor)
        if found is not None:
            drawn.append((day, floor, found))
    rising = list(accumulate((found for _, _, found in drawn), lambda one, two: tuple(map(max, one, two))))
    return [
        Band(day, _claim(lines, day), floor or None, *quantiles)
        for (day, floor, _), quantiles in zip(drawn, rising, strict=True)
    ]


def _floor(lines: Sequence[_Line], day: date) -> float:
    return max((line.at(day) or 0.0 for line in lines if line.evidence.floor), default=0.0)


def _claim(lines: Sequence[_Line], day: date) -> float | None:
    said = [value for line in lines if not line.evidence.floor and (value := line.at(day)) is not None]
    return max(said, default=None)


def _day(lines: Sequence[_Line], day: date, floor: float) -> tuple[float, ...] | None:
    told = [
        (log(value / line.evidence.factor), line.evidence.spread)
        for line in lines
        if line.evidence.factor and (value := _telling(lines, line, day))
    ]
    if not told:
        return None
    middle, spread = pooled(told)
    return tuple(cut_quantile(middle, spread, floor, share) for share in SHARES)


def _telling(lines: Sequence[_Line], line: _Line, day: date) -> float | None:
    """Return what a line tells of a day; a list that is not kept up is carried on as the claims grow.

    What a list has told about the claims' factor until then stays true.
    """
    end = line.kept_until
    if day <= end or not line.evidence.floor:
        return line.at(day)
    then, now = _claim(lines, end), _claim(lines, day)
    return line.evidence.known[end] * now / then if then and now else None


def pooled(told: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return mean and spread of several means with spreads, widened where they lie further apart than it says.

    The widening is Birge's ratio: the root of chi-squared over its degrees of freedom, where it is above one.
    """
    weights = [1 / spread**2 for _, spread in told]
    middle = sum(weight * mean for weight, (mean, _) in zip(weights, told, strict=True)) / sum(weights)
    apart = sum(weight * (mean - middle) ** 2 for weight, (mean, _) in zip(weights, told, strict=True))
    widened = max(1.0, apart / (len(told) - 1)) if len(told) > 1 else 1.0
    return middle, sqrt(widened / sum(weights))


def cut_quantile(middle: float, spread: float, floor: float, share: float) -> float:
    """Return a quantile of a log-normal that is cut off below a floor.

    Args:
        middle: mean of the logarithm.
        spread: its standard deviation.
        floor: nothing is smaller; nought = no floor.
        share: which quantile.
    """
    above = float(ndtr((middle - log(floor)) / spread)) if floor > 0 else 1.0
    if above < 1e-12:
        return floor
    return max(floor, exp(middle - spread * float(ndtri(above * (1 - share)))))


def below_floor(claim: Evidence, floors: Sequence[Evidence]) -> list[Finding]:
    """Return the times in which a claim is smaller than a floor: then claim or floor must be wrong."""
    lines = [_line(one) for one in floors]
    found: list[Finding] = []
    start: tuple[date, float] | None = None
    days = sorted(claim.known)
    for at, day in enumerate(days):
        floor = _floor(lines, day)
        under = claim.known[day] < floor
        if under and start is None:
            start = (day, floor)
        ends = start is not None and (not under or at == len(days) - 1)
        if start is not None and ends:
            last = day if under else days[at - 1]
            words = f"{claim.known[start[0]]:,.0f} are claimed on {start[0]}, and {start[1]:,.0f} are known one by one"
            reason = Reason("below-floor", words)
            value = claim.known[start[0]]
            found.append(Finding(FindingKind.BELOW_FLOOR, claim.name, start[0], last, value, None, reason))
            start = None
    return found


def contradictions(evidence: Sequence[Evidence]) -> list[str]:
    """Return sentences on lines that speak of totals too far apart on their last common day, with the usual factors."""
    telling = [_line(one) for one in evidence if one.factor and one.known]
    found = []
    for at, one in enumerate(telling):
        for two in telling[at + 1 :]:
            day = min(one.days[-1], two.days[-1])
            said = [
                (log(value / line.evidence.factor), line.evidence.spread)
                for line in (one, two)
                if line.evidence.factor and (value := line.at(day))
            ]
            if len(said) == 2 and abs(said[0][0] - said[1][0]) > CONFLICT * sqrt(said[0][1] ** 2 + said[1][1] ** 2):
                sums = " and ".join(f"{exp(mean):,.0f}" for mean, _ in said)
                names = f"{one.evidence.name} and {two.evidence.name}"
                found.append(f"{names} contradict one another on {day}: with the factors assumed they speak of {sums}.")
    return found
