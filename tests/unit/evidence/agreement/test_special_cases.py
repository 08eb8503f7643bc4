"""Coefficients of agreement at the edges: nothing shared, one value, everything agreed."""

from __future__ import annotations

import pytest

from reportedly.evidence.agreement.agree import agreement
from reportedly.evidence.agreement.alpha import FEWEST_UNITS
from reportedly.evidence.agreement.ratings import Table
from reportedly.model.agreement import Metric

APART: Table = [("a", None), (None, "b"), ("a", None)]
ONE_VALUE: Table = [("a", "a")] * 20
AGREED: Table = [("a", "a"), ("b", "b")] * 10


def test_coders_who_share_no_unit_have_no_agreement() -> None:
    """No value is printed where nobody coded what another did."""
    found = agreement(APART)
    assert [one.value for one in (found.percent, found.alpha, found.gwet, found.kappa)] == [None] * 4
    assert (found.units, found.left_out) == (0, 3)


def test_no_units_have_no_agreement() -> None:
    """An empty table gives no value and no error."""
    assert agreement([]).alpha.value is None


def test_alpha_cannot_be_told_of_one_value() -> None:
    """Where all values are one, alpha has no value and says why."""
    found = agreement(ONE_VALUE).alpha
    assert found.value is None
    assert "no variation" in found.note


def test_ac1_of_one_value_is_one() -> None:
    """Where all agree on one value, AC1 is 1, with a lower bound that knows how few units there were."""
    found, fewer = agreement(ONE_VALUE, values="ab").gwet, agreement(ONE_VALUE[:6], values="ab").gwet
    assert (found.value, fewer.value) == (1.0, 1.0)
    assert found.low is not None
    assert fewer.low is not None
    assert 0.5 < fewer.low < found.low < 1


def test_ac1_of_the_only_value_there_is() -> None:
    """A field that knows one value only is agreed on, not undefined."""
    assert agreement(ONE_VALUE).gwet.value == 1.0


@pytest.mark.parametrize("field", ["alpha", "gwet", "kappa", "percent"])
def test_everything_agreed_is_one(field: str) -> None:
    """Every coefficient of perfect agreement with variation is 1."""
    assert getattr(agreement(AGREED), field).value == 1.0


def test_everything_agreed_has_a_lower_bound_below_one() -> None:
    """Twenty units that agree do not prove that all would."""
    found = agreement(AGREED).alpha
    assert found.low is not None
    assert 0.6 < found.low < 1


def test_few_units_give_no_interval() -> None:
    """Below five units alpha stands without an interval."""
    found = agreement([("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")][: FEWEST_UNITS - 1]).alpha
    assert found.value is not None
    assert found.low is None


def test_little_variation_gives_no_interval() -> None:
    """Where many draws of units would hold one value only, alpha has no interval."""
    table: Table = [("a", "a")] * 49 + [("a", "b")]
    assert agreement(table).alpha.note == "too little variation for an interval"


def test_a_third_coder_gives_the_mean_kappa() -> None:
    """Of three coders kappa is the mean over pairs, and says so."""
    found = agreement([("a", "a", "b"), ("b", "b", "b"), ("a", "a", "a")]).kappa
    assert found.note == "mean over pairs of coders"


def test_unused_values_lower_chance_agreement() -> None:
    """AC1 knows of values that could have been given."""
    table: Table = [("a", "a")] * 8 + [("a", "b"), ("b", "b")]
    narrow, wide = agreement(table).gwet.value, agreement(table, values="abcdef").gwet.value
    assert narrow is not None
    assert wide is not None
    assert wide > narrow


@pytest.mark.parametrize("wrong", [float("nan"), float("inf"), -1.0])
def test_what_is_no_ratio_is_refused(wrong: float) -> None:
    """A value without a place on the scale is an error, not a distance of nought."""
    with pytest.raises(ValueError, match="scale of ratio"):
        agreement([(1.0, wrong)], Metric.RATIO)
