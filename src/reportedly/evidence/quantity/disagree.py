"""Pairs of figures that can hardly be of one number, even when each is allowed what its kind is off by."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from reportedly.evidence.quantity.noise import student_share
from reportedly.evidence.quantity.reading import Told
from reportedly.evidence.quantity.spec import Spec
from reportedly.model.posterior import FigureConflict, FigureRole
from reportedly.model.reason import Reason

RARE = 0.05
"""Probability below which two figures are said not to be of one number."""
MOST = 10
"""Most pairs that are told of one number; the least probable ones."""


def conflicts_of(told: Sequence[Told], shared: float) -> tuple[FigureConflict, ...]:
    """Return the pairs of figures that lie too far apart, the least probable first.

    Args:
        told: the figures that count the number itself.
        shared: correlation of what figures of one party are off by.
    """
    found = [one for left, right in combinations(told, 2) for one in _between(left, right, shared)]
    found.sort(key=lambda one: (one.probability, one.testimony_ids))
    return tuple(found[:MOST])


def _between(left: Told, right: Told, shared: float) -> Iterator[FigureConflict]:
    (low, high), (other_low, other_high) = _span(left.spec), _span(right.spec)
    gap = max(other_low - high, low - other_high)
    if gap <= 0:
        return
    width = math.sqrt(max(_variance(left.spec, right.spec, shared), 1e-6))
    sided = 2.0 if math.isfinite(low + high + other_low + other_high) else 1.0
    probability = min(1.0, sided * float(student_share(np.array(-gap / width))))
    if probability < RARE:
        names = [f"{one.testimony.origin.name or 'somebody unnamed'} ({one.text})" for one in (left, right)]
        words = "less than 1" if probability < 0.01 else f"{100 * probability:.0f}"
        text = f"{names[0]} and {names[1]} would lie so far apart in {words} of 100 cases if both told of one number"
        ids = (left.testimony.id, right.testimony.id)
        yield FigureConflict(ids, round(probability, 6), Reason("far-apart", text, (left.claim_id, right.claim_id)))


def _span(spec: Spec) -> tuple[float, float]:
    """Return the logarithms between which a figure puts the number, less what its kind is off by."""
    low = -math.inf if spec.low is None else math.log(max(spec.low, 0.5)) - spec.mean
    high = math.inf if spec.high is None else math.log(max(spec.high, 0.5)) - spec.mean
    return (low, math.inf) if spec.role is FigureRole.FLOOR else (low, high)


def _variance(left: Spec, right: Spec, shared: float) -> float:
    common = 2 * shared * left.spread * right.spread if left.party == right.party else 0.0
    spreads = sum(one.spread**2 for one in (left, right)) - common
    return spreads + sum(one.scale**2 for one in (left, right) if one.role is not FigureRole.FLOOR)
