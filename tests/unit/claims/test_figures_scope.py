"""Figures belong to one event or are totals as of a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from reportedly.model.claim import Claim, Scope

Fill = Callable[..., tuple[Claim, ...]]


def test_a_count_in_one_event_is_of_the_incident(fill: Fill) -> None:
    """The dead of one blast belong to the incident."""
    (claim,) = fill("A blast killed four miners on Friday.", published="2024-12-16")
    assert [q.scope for q in claim.quantities] == [Scope.INCIDENT]


def test_a_total_as_of_a_day_is_cumulative_and_dated(fill: Fill) -> None:
    """``As of 14 December`` makes a total with that day."""
    (claim,) = fill("As of 14 December, 3,759 people have died of cholera.", published="2024-12-16")
    assert [(q.scope, q.as_of) for q in claim.quantities] == [(Scope.CUMULATIVE, date(2024, 12, 14))]
