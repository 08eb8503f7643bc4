"""Laws of the algebra of measures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.claim import Measure, Quantity
from reportedly.model.errors import UnlikeMeasures
from reportedly.model.measures import (
    Bounds,
    CheckedSum,
    FigureRef,
    SumVerdict,
    add,
    check_sum,
    common_measure,
    contains,
    summed,
)

COUNTS = st.integers(0, 5000)
ENDS = st.none() | COUNTS
MEASURES = st.sampled_from(tuple(Measure))
QUALIFIERS = st.sampled_from((None, "about", "at least", "up to", "dozens"))


@st.composite
def bounds(draw: st.DrawFn) -> Bounds:
    """Two ends in order, either of them open."""
    low, high = draw(ENDS), draw(ENDS)
    if low is not None and high is not None:
        low, high = min(low, high), max(low, high)
    return Bounds(low, high)


@st.composite
def figures(draw: st.DrawFn, measure: Measure | None = None) -> Quantity:
    """A figure of one measure, or of any."""
    ends = draw(bounds())
    return Quantity(measure or draw(MEASURES), "", ends.low, ends.high, draw(QUALIFIERS))


def checked(total: Quantity, *parts: Quantity) -> CheckedSum:
    """Check a total against its parts, each figure of a claim of its own."""
    refs = [FigureRef(f"clm-{place}", 0, figure) for place, figure in enumerate((total, *parts))]
    return check_sum(refs[0], refs[1:])


@given(bounds(), bounds())
def test_adding_commutes(left: Bounds, right: Bounds) -> None:
    """The order of two bounds does not matter to their sum."""
    assert left + right == right + left


@given(bounds(), bounds(), bounds())
def test_adding_associates(one: Bounds, two: Bounds, three: Bounds) -> None:
    """Sums of three do not depend on which two are added first."""
    assert (one + two) + three == one + (two + three)


@given(bounds(), COUNTS, COUNTS)
def test_a_sum_holds_the_sum_of_what_its_parts_hold(one: Bounds, left: int, right: int) -> None:
    """A number within the one bound and a number make together a number within the sum."""
    if Bounds(left, left).within(one):
        assert Bounds(left + right, left + right).within(one + Bounds(right, right))


@given(bounds(), bounds(), bounds())
def test_adding_is_monotone(one: Bounds, two: Bounds, more: Bounds) -> None:
    """Widening a part never narrows the sum."""
    if one.within(two):
        assert (one + more).within(two + more)


@given(bounds())
def test_a_sum_never_lies_below_a_part(one: Bounds) -> None:
    """A count cannot be negative, so that adding one never lowers the lower end."""
    lifted = one + Bounds(None, None)
    assert (lifted.low or 0) >= (one.low or 0)


@given(bounds(), bounds())
def test_bounds_meet_or_one_lies_above(left: Bounds, right: Bounds) -> None:
    """Two bounds have a number in common or one is wholly above the other, never both."""
    assert left.meets(right) != (left.above(right) or right.above(left))


@given(st.lists(figures(), min_size=1, max_size=5))
def test_unlike_measures_are_never_added(held: list[Quantity]) -> None:
    """Figures of several measures without a measure for them all make no sum."""
    if len({one.measure for one in held}) > 1:
        with pytest.raises(UnlikeMeasures):
            add(held)
    else:
        assert add(held) == summed(Bounds.of(one) for one in held)


@given(st.lists(MEASURES, min_size=1, max_size=4), MEASURES)
def test_a_common_measure_contains_what_is_added(held: list[Measure], into: Measure) -> None:
    """Whatever is added into a composite measure is that measure or a part of it."""
    if common_measure(held, into) is not None:
        assert all(one is into or contains(into, one) for one in held)


@given(MEASURES, MEASURES)
def test_containment_is_no_circle(left: Measure, right: Measure) -> None:
    """No two measures contain each other, and none contains itself."""
    assert not (contains(left, right) and contains(right, left))


@given(st.lists(figures(Measure.KILLED), min_size=1, max_size=4), figures(Measure.KILLED))
def test_the_order_of_the_parts_does_not_change_the_verdict(parts: list[Quantity], total: Quantity) -> None:
    """Parts told in another order fit the total as well or as badly."""
    assert checked(total, *parts).verdict is checked(total, *parts[::-1]).verdict


@given(st.lists(COUNTS, min_size=1, max_size=4))
def test_parts_never_break_a_total_that_is_their_sum(numbers: list[int]) -> None:
    """No flag is raised where the total is what the parts make."""
    parts = [Quantity(Measure.KILLED, "", number, number) for number in numbers]
    assert not checked(Quantity(Measure.KILLED, "", sum(numbers), sum(numbers)), *parts).broken


@given(COUNTS, COUNTS, COUNTS)
def test_exact_casualties_hold_or_are_broken(killed: int, wounded: int, stated: int) -> None:
    """Exact killed and wounded make exact casualties, or the sum is flagged, never left open."""
    parts = [Quantity(Measure.KILLED, "", killed, killed), Quantity(Measure.WOUNDED, "", wounded, wounded)]
    found = checked(Quantity(Measure.CASUALTIES, "", stated, stated), *parts)
    assert found.broken == (killed + wounded != stated)
    assert (found.verdict is SumVerdict.HOLDS) == (killed + wounded == stated)


@given(figures(Measure.CASUALTIES), figures(Measure.KILLED), figures(Measure.WOUNDED))
def test_a_flag_means_that_no_numbers_fit(total: Quantity, killed: Quantity, wounded: Quantity) -> None:
    """Where too much is flagged, no numbers within the bounds make the total."""
    if checked(total, killed, wounded).verdict is SumVerdict.TOO_MUCH:
        assert not (Bounds.of(killed) + Bounds.of(wounded)).meets(Bounds.of(total))
