"""Scores of ranges on ln(1 + x), by examples worked out by hand."""

from __future__ import annotations

import math

import pytest

from reportedly.evidence.scoring_ranges import interval_score, range_score, winkler
from reportedly.model.score import RangeCase

E = math.e
ONE, TWO, THREE = E - 1, E**2 - 1, E**3 - 1
"""Numbers whose ln(1 + x) is 1, 2 and 3."""


def test_a_value_within_costs_the_width() -> None:
    """From 1 to 3 on the logarithm is a width of two."""
    assert winkler(ONE, THREE, TWO, 0.1) == pytest.approx(2)


def test_a_miss_costs_twenty_times_its_distance() -> None:
    """Of a 90 % range one unit below costs 2 / 0.1, beside its width of one."""
    assert winkler(TWO, THREE, ONE, 0.1) == pytest.approx(21)


def test_a_miss_of_a_half_range_costs_four_times_its_distance() -> None:
    """Of a 50 % range one unit above costs 2 / 0.5, beside its width of one."""
    assert winkler(ONE, TWO, THREE, 0.5) == pytest.approx(5)


def test_the_interval_score_is_that_of_its_source() -> None:
    """Half the median's distance and half the tail of each Winkler score, over two and a half."""
    case = RangeCase(value=THREE, best=TWO, low=ONE, high=THREE, half_low=ONE, half_high=TWO)
    assert interval_score(case) == pytest.approx((0.5 * 1 + 0.05 * 2 + 0.25 * 5) / 2.5)


def test_coverage_counts_values_on_the_edge() -> None:
    """A value that equals an end lies within."""
    cases = [RangeCase(100, 80, 50, 100), RangeCase(49, 80, 50, 100)]
    score = range_score(cases)
    assert score is not None
    assert (score.covered.value, score.half_covered) == (0.5, None)


def test_the_median_distance_is_a_ratio() -> None:
    """Half and double of 1 + x are equally far."""
    score = range_score([RangeCase(9, 4, 0, 99), RangeCase(9, 19, 0, 99)])
    assert score is not None
    assert score.median_abs_ln == pytest.approx(math.log(2))


def test_nothing_resolved_gives_no_score() -> None:
    """There is no score of no cases."""
    assert range_score([]) is None
