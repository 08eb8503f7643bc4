"""Coefficients of agreement against published worked examples.

Krippendorff: K. Krippendorff, Computing Krippendorff's Alpha-Reliability, University of Pennsylvania (2011), examples
A (two observers, two values), B (two observers, five values) and C/D (four observers, missing values, four metrics).
Gwet: K. L. Gwet, Kappa statistic is not satisfactory for assessing the extent of agreement between raters (2002), two
raters and 125 subjects of whom 118 are positive to both; the same four observers in Gwet, Handbook of Inter-Rater
Reliability (4th ed. 2014), as his package irrCAC prints them. Kappa: the 50 proposals that textbooks use.
"""

from __future__ import annotations

import pytest

from reportedly.evidence.agreement.agree import agreement
from reportedly.evidence.agreement.ratings import Table
from reportedly.model.agreement import Coefficient, Metric

_OBSERVERS = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
FOUR: Table = [
    [None if one == "." else int(one) for one in unit] for unit in zip(*map(str.split, _OBSERVERS), strict=True)
]
SKEWED: Table = [*[("+", "+")] * 118, *[("+", "-")] * 5, *[("-", "+")] * 2]
PROPOSALS: Table = [*[("y", "y")] * 20, *[("y", "n")] * 5, *[("n", "y")] * 10, *[("n", "n")] * 15]


def value(found: Coefficient) -> float:
    """Return a value that is there."""
    assert found.value is not None
    return found.value


@pytest.mark.parametrize(
    ("metric", "published"),
    [(Metric.NOMINAL, 0.743), (Metric.ORDINAL, 0.815), (Metric.INTERVAL, 0.849), (Metric.RATIO, 0.797)],
)
def test_alpha_of_four_observers(metric: Metric, published: float) -> None:
    """Four observers with missing values have Krippendorff's four alphas."""
    assert round(value(agreement(FOUR, metric).alpha), 3) == published


def test_alpha_of_two_values() -> None:
    """Two observers of ten units with two values have Krippendorff's 0.095."""
    left, right = (0, 1, 0, 0, 0, 0, 0, 0, 1, 0), (1, 1, 1, 0, 0, 1, 0, 0, 0, 0)
    assert round(value(agreement(list(zip(left, right, strict=True))).alpha), 3) == 0.095


def test_alpha_of_five_values() -> None:
    """Two observers of twelve units with five values have Krippendorff's 0.692."""
    table = list(zip("aabbdcccedda", "babbbccceddd", strict=True))
    assert round(value(agreement(table).alpha), 3) == 0.692


def test_ac1_of_four_observers() -> None:
    """Four observers with missing values have Gwet's AC1, standard error and interval."""
    found = agreement(FOUR).gwet
    assert found.error is not None
    assert found.low is not None
    assert (round(value(found), 5), round(found.error, 5), round(found.low, 3)) == (0.77544, 0.14295, 0.461)
    assert found.high == 1.0


def test_ac1_where_one_value_prevails() -> None:
    """118 of 125 subjects positive to both raters: AC1 is 0.941 where kappa is below nought."""
    found = agreement(SKEWED)
    assert (round(value(found.gwet), 4), round(value(found.kappa), 4)) == (0.9408, -0.0234)


def test_percent_of_four_observers() -> None:
    """The observed agreement of the four observers is Gwet's 0.818."""
    assert round(value(agreement(FOUR).percent), 5) == 0.81818


def test_kappa_of_two_readers() -> None:
    """35 of 50 proposals judged alike, 25 by chance: kappa is 0.4."""
    assert value(agreement(PROPOSALS).kappa) == pytest.approx(0.4)
