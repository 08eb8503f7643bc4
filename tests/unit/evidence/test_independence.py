"""Probabilities of arrows and origins of claims, and what origins of one side share; all is invented."""

from __future__ import annotations

import pytest

from reportedly.model.evidence import at_least, origin_distribution, surely_several
from unit.evidence.test_one_side import killed, weighed


def test_the_number_of_origins_is_exact() -> None:
    """Two origins of 0.9 and 0.5 are both there in 45 of 100 cases."""
    shares = origin_distribution([0.9, 0.5])
    assert shares == pytest.approx((0.0, 0.55, 0.45))
    assert at_least(2, shares) == pytest.approx(0.45)


def test_arms_of_one_side_are_correlated() -> None:
    """Two bodies of one party share what they know, so they are worth less than two, and it is said why."""
    origins = weighed(killed("a", "Norlander Defence Ministry"), killed("b", "Army of Norland")).origins
    (pair,) = origins.correlations
    assert "Norland" in pair.reason.text
    assert origins.effective == pytest.approx(2 / (1 + pair.rho), abs=0.01)


def test_bodies_of_no_common_side_are_not_correlated() -> None:
    """An outside body is worth a whole origin."""
    origins = weighed(killed("a", "Norlander Defence Ministry"), killed("b", "Velt Rescue Mission")).origins
    assert (origins.correlations, origins.effective) == ((), 2.0)


def test_equal_odd_figures_leave_a_doubt() -> None:
    """Two names with one sentence and one odd figure are probably two origins, and not surely."""
    origins = weighed(killed("a", "Norlander Defence Ministry"), killed("b", "Velt Rescue Mission")).origins
    assert origins.at_least_two == pytest.approx(1.0, abs=0.25)
    assert origins.expected == pytest.approx(1 + origins.at_least_two, abs=0.001)


@pytest.mark.parametrize(
    ("number", "several", "words"),
    [
        (1, 0.01, ""),
        (1, 0.1, "at least two: 10 %"),
        (2, 0.93, "at least two: 93 %"),
        (2, 1.0, "at least two: over 99 %"),
    ],
)
def test_how_surely_several_is_told_in_words(number: int, several: float, words: str) -> None:
    """Nothing is said where one origin is hardly doubted."""
    assert surely_several(number, several) == words
