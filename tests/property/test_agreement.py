"""What holds of agreement for all tables of values."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_agreement import naive_ac1, naive_alpha
from reportedly.evidence.agreement.agree import agreement
from reportedly.evidence.agreement.alpha import alpha
from reportedly.evidence.agreement.gwet import gwet
from reportedly.evidence.agreement.kappa import kappa
from reportedly.evidence.agreement.ratings import ratings_of
from reportedly.model.agreement import Coefficient, Metric

Table = list[tuple[int | None, ...]]
CODERS = st.shared(st.integers(2, 4), key="coders")
TABLES = CODERS.flatmap(
    lambda coders: st.lists(st.tuples(*[st.one_of(st.none(), st.integers(1, 4))] * coders), max_size=14)
)
METRICS = st.sampled_from(list(Metric))


def same(left: Coefficient, right: Coefficient) -> bool:
    """Say whether two coefficients are one, values missing alike and rounding aside."""
    if left.value is None or right.value is None:
        return left.value is right.value
    return left.value == pytest.approx(right.value)


@given(TABLES, METRICS, st.randoms(use_true_random=False))
def test_the_order_of_units_and_coders_does_not_matter(table: Table, metric: Metric, chance: Random) -> None:
    """Units shuffled and coders swapped give the same coefficients."""
    columns = list(range(len(table[0]) if table else 0))
    chance.shuffle(columns)
    turned = [tuple(row[one] for one in columns) for row in table]
    chance.shuffle(turned)
    left, right = agreement(table, metric), agreement(turned, metric)
    pairs = (
        (left.percent, right.percent),
        (left.alpha, right.alpha),
        (left.gwet, right.gwet),
        (left.kappa, right.kappa),
    )
    assert all(same(*pair) for pair in pairs)


@given(st.lists(st.integers(1, 4), min_size=2, max_size=14), CODERS, METRICS)
def test_perfect_agreement_is_one(values: list[int], coders: int, metric: Metric) -> None:
    """Where all coders agree every coefficient that can be told is 1."""
    found = agreement([(one,) * coders for one in values], metric)
    told = [one.value for one in (found.percent, found.alpha, found.gwet, found.kappa) if one.value is not None]
    assert told == pytest.approx([1.0] * len(told))


@given(TABLES)
def test_nominal_alpha_is_that_of_pairs_counted_one_by_one(table: Table) -> None:
    """The matrices say what enumerating every pair of values says."""
    found = alpha(ratings_of(table))
    if found.value is not None:
        assert found.value == pytest.approx(naive_alpha(table, lambda a, b: float(a != b)))


@given(TABLES)
def test_interval_alpha_is_that_of_pairs_counted_one_by_one(table: Table) -> None:
    """The same with squared differences."""
    found = alpha(ratings_of(table, Metric.INTERVAL))
    if found.value is not None:
        assert found.value == pytest.approx(naive_alpha(table, lambda a, b: float((a - b) ** 2)))


@given(TABLES)
def test_ac1_is_that_of_pairs_counted_one_by_one(table: Table) -> None:
    """AC1 says what enumerating every pair of coders says."""
    found = gwet(ratings_of(table, values=(1, 2, 3, 4)))
    if found.value is not None:
        assert found.value == pytest.approx(naive_ac1(table, 4))


@given(TABLES, METRICS)
def test_an_interval_lies_within_the_scale(table: Table, metric: Metric) -> None:
    """No interval passes 1, and none ends before it begins."""
    found = agreement(table, metric)
    for one in (found.percent, found.alpha, found.gwet, found.kappa):
        if one.low is not None and one.high is not None:
            assert one.low <= one.high <= 1


@given(TABLES, st.integers(0, 3))
def test_names_of_values_do_not_matter(table: Table, by: int) -> None:
    """Nominal coefficients are the same when every value gets another name."""
    renamed = [tuple(None if one is None else f"v{(one + by) % 4}" for one in row) for row in table]
    assert same(alpha(ratings_of(table)), alpha(ratings_of(renamed)))
    assert same(kappa(table), kappa(renamed))


@given(TABLES)
def test_a_unit_coded_once_changes_no_alpha(table: Table) -> None:
    """What one coder alone has coded tells nothing of agreement."""
    alone = (1, *[None] * ((len(table[0]) if table else 2) - 1))
    assert same(alpha(ratings_of(table)), alpha(ratings_of([*table, alone])))
