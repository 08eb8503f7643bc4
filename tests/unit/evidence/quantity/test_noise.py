"""How probable stated figures are, given the number that is meant."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.stats import t

from reportedly.evidence.quantity.noise import cells_of, gaps, stated_share, steps_of, student_density, student_share

AT = np.linspace(-8, 8, 33)


def test_the_noise_is_students_with_four_degrees() -> None:
    """Distribution function and density are those of scipy's own."""
    assert student_share(AT) == pytest.approx(t.cdf(AT, 4))
    assert student_density(AT) == pytest.approx(t.pdf(AT, 4))


@pytest.mark.parametrize(
    ("number", "steps"),
    [
        (7, (1,)),
        (20, (1, 5)),
        (24, (1,)),
        (40, (1, 5, 10)),
        (200, (1, 5, 10, 50)),
        (1234, (1,)),
        (3000, (1, 5, 10, 50, 100, 500)),
    ],
)
def test_round_numbers_can_have_been_rounded(number: float, steps: tuple[float, ...]) -> None:
    """To units that divide them and are no more than a quarter of them."""
    assert steps_of(number) == steps


def test_the_cells_of_a_number_share_its_probability() -> None:
    """Whatever a number was rounded to, the shares sum to 1, and most is for the number as it stands."""
    cells = cells_of(200, 0.4)
    assert sum(share for _, _, share in cells) == pytest.approx(1)
    assert cells[0][2] == pytest.approx(0.6)


def test_one_stands_for_anything_small() -> None:
    """Fewer than one cannot be told, so one has no lower end."""
    assert cells_of(1, 0.4)[0][0] == -math.inf


def test_a_plain_number_is_most_probable_where_it_is_meant() -> None:
    """The likelihood of 24 is greatest at 24."""
    levels = np.log(np.arange(5.0, 100.0))
    assert levels[stated_share(levels, 0.3, 24, 0.4).argmax()] == pytest.approx(math.log(24))


def test_a_lower_bound_speaks_for_more_and_an_upper_for_less() -> None:
    """``At least 24`` is most probable above 24, ``up to 24`` below it."""
    levels = np.log(np.arange(5.0, 100.0))
    above = levels[stated_share(levels, 0.2, 24, 0.4, 0.3).argmax()]
    below = levels[stated_share(levels, 0.2, 24, 0.4, -0.3).argmax()]
    assert below < math.log(24) < above


def test_a_lower_bound_leaves_more_above_than_below() -> None:
    """Half as much is far less probable than half as much again."""
    low, high = stated_share(np.log(np.array([12.0, 36.0])), 0.15, 24, 0.4, 0.25)
    assert high > 3 * low


def test_gaps_have_their_mean() -> None:
    """The nodes of the exponential distribution lie at its middle on the mean, a little under it for its tail."""
    assert sum(gaps(0.25)) / len(gaps(0.25)) == pytest.approx(0.25, rel=0.1)
    assert gaps(0.0) == (0.0,)
