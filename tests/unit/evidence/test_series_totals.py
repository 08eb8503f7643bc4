"""The estimate of a total from claims and floors."""

from __future__ import annotations

from math import log

import pytest

from reportedly.evidence.series.totals import Evidence, below_floor, contradictions, cut_quantile, estimate, pooled
from running_samples import clean, day

CLAIM = Evidence("official", clean(), 2.0, 0.5, floor=False)


def test_a_claim_alone_is_divided_by_its_factor() -> None:
    """The best estimate is the claim over the factor assumed."""
    last = estimate([CLAIM])[-1]
    assert last.best == pytest.approx(last.claim / 2.0 if last.claim else 0)


def test_a_floor_lifts_the_whole_range() -> None:
    """No quantile is below a floor that is higher than what the claim tells."""
    floor = Evidence("names", {day(0): 19_000.0}, None, 0.0, floor=True)
    bands = estimate([CLAIM, floor])
    assert all(one.low >= 19_000 for one in bands)
    assert bands[0].low < bands[0].best < bands[0].high


def test_floors_alone_that_tell_nothing_more_give_no_estimate() -> None:
    """How much greater the total is, nobody has said."""
    assert estimate([Evidence("names", clean(), None, 0.0, floor=True)]) == []


def test_a_list_that_is_not_kept_up_does_not_pull_the_estimate_down() -> None:
    """After its last day it is carried on as the claim grows: the estimate makes no leap."""
    names = {when: value / 10 for when, value in clean().items() if when <= day(60)}
    bands = estimate([CLAIM, Evidence("names", names, 0.2, 0.2, floor=True)])
    assert bands[61].best / bands[60].best < 1.03


def test_evidence_that_disagrees_widens_the_range() -> None:
    """Birge's ratio: far apart is wider than each alone says."""
    assert pooled([(0.0, 0.2), (0.1, 0.2)])[1] < pooled([(0.0, 0.2), (2.0, 0.2)])[1]


def test_a_quantile_far_below_its_floor_is_the_floor() -> None:
    """Numbers do not run out where the whole distribution is below the floor."""
    assert cut_quantile(log(100), 0.1, 100_000, 0.5) == 100_000


def test_a_claim_below_a_floor_is_named_from_first_to_last_day() -> None:
    """More are known one by one than are claimed."""
    floor = Evidence("names", {day(3): 30_000.0}, None, 0.0, floor=True)
    (found,) = below_floor(CLAIM, [floor])
    assert found.first == day(3)
    assert CLAIM.known[found.last] < 30_000 <= CLAIM.known[day((found.last - day(0)).days + 1)]


def test_contradiction_is_told() -> None:
    """Two lines whose factors lead to totals ten times apart."""
    other = Evidence("names", {when: value * 5 for when, value in clean().items()}, 0.5, 0.2, floor=True)
    assert "contradict" in contradictions([CLAIM, other])[0]
    assert contradictions([CLAIM]) == []
