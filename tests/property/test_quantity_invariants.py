"""What must hold for estimates of quantities whatever the figures are."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.evidence.quantity.fuse import Fused
from reportedly.evidence.quantity.spec import Spec
from reportedly.model.evidence import Estimate
from reportedly.model.posterior import FigureRole
from unit.evidence.quantity.told import Saying, both, cap, count, enemy, estimates, floor, lower, upper

FEW = settings(max_examples=40, deadline=None)
NUMBERS = st.integers(2, 5000)
KINDS = st.sampled_from([count, enemy, lower, upper])


@st.composite
def figures(draw: Any, most: int = 4) -> tuple[Spec, ...]:
    """Draw figures of different origins of different kinds."""
    size = draw(st.integers(1, most))
    return tuple(draw(KINDS)(float(draw(NUMBERS)), place) for place in range(1, size + 1))


def width(found: Fused) -> float:
    """Return the width of the 90 % range as a ratio's logarithm."""
    return math.log(found.full[1] / found.full[0])


@FEW
@given(figures())
def test_the_range_is_in_order(specs: tuple[Spec, ...]) -> None:
    """Low, half range, best and high ascend, and the shares sum to 1."""
    found = both(*specs)
    numbers = [found.full[0], found.half[0], found.best, found.half[1], found.full[1]]
    assert numbers == sorted(numbers)
    assert math.isclose(sum(one.share for one in found.shares), 1, abs_tol=1e-6)


@FEW
@given(figures(), st.randoms(use_true_random=False))
def test_the_order_of_figures_changes_nothing(specs: tuple[Spec, ...], chance: Any) -> None:
    """Shuffled figures give the same best and ranges to the last digit, for figures of a party and of strangers."""
    turned = list(specs)
    chance.shuffle(turned)
    first, second = both(*specs), both(*turned)
    assert (first.best, first.half, first.full) == (second.best, second.half, second.full)


@FEW
@given(figures(), st.integers(1, 5000))
def test_no_estimate_lies_under_a_floor(specs: tuple[Spec, ...], seen: int) -> None:
    """Whatever is claimed, what was seen was there."""
    assert both(*specs, floor(seen)).full[0] >= seen


@FEW
@given(figures(), st.integers(2, 5000))
def test_no_estimate_lies_over_a_cap(specs: tuple[Spec, ...], most: int) -> None:
    """Whatever is claimed, no more than there were can be lost."""
    assert both(*specs, cap(most)).full[1] <= most


@FEW
@given(st.lists(st.tuples(KINDS, st.integers(200, 400)), min_size=1, max_size=4), st.sampled_from([3, 7, 20]))
def test_scaled_figures_scale_the_estimate(told: list[tuple[Any, int]], factor: int) -> None:
    """Figures k times as large give about k times the number; that round numbers may be rounded moves it a little."""
    specs = [kind(float(number), place) for place, (kind, number) in enumerate(told)]
    first, second = both(*specs), both(*(_scaled(spec, factor) for spec in specs))
    assert abs(math.log(second.best / first.best / factor)) < 0.25


def _scaled(spec: Spec, factor: int) -> Spec:
    low, high = (None if end is None else end * factor for end in (spec.low, spec.high))
    return replace(spec, low=low, high=high)


@FEW
@given(NUMBERS, st.sampled_from([count, enemy]), st.integers(1, 3))
def test_an_agreeing_origin_never_widens(number: int, kind: Any, held: int) -> None:
    """A further origin with the same figure leaves the range as wide as it was or makes it narrower."""
    specs = [kind(float(number), place) for place in range(1, held + 1)]
    assert width(both(*specs, kind(float(number), 7))) <= width(both(*specs)) + 0.03


@FEW
@given(NUMBERS, st.integers(1, 4))
def test_a_party_that_repeats_itself_is_never_two_strangers(number: int, bodies: int) -> None:
    """Bodies of one party narrow the range less than as many origins of different parties."""
    same = [enemy(float(number), place, party=1) for place in range(1, bodies + 2)]
    apart = [enemy(float(number), place) for place in range(1, bodies + 2)]
    assert width(both(*same)) >= width(both(*apart)) - 0.03


@FEW
@given(st.integers(2, 900), st.integers(1, 3))
def test_a_copy_never_narrows_the_range(number: int, copies: int) -> None:
    """However many pages carry one origin's figure, the estimate is that of one."""
    told = Saying("River Watch", number, number)
    alone, copied = _one(estimates(told)), _one(estimates(told, *_pages(told, copies)))
    assert copied.posterior is not None
    assert alone.posterior is not None
    assert (copied.posterior.low, copied.posterior.high) == (alone.posterior.low, alone.posterior.high)
    assert isinstance(copied.posterior.best, float)


def _pages(told: Saying, copies: int) -> list[Saying]:
    """Return relays whose origin is not recorded."""
    return [replace(told, origin="", recorded=False, words=f"were told of on page {page}") for page in range(copies)]


def _one(found: tuple[Estimate, ...]) -> Estimate:
    (estimate,) = found
    return estimate


@FEW
@given(figures(3))
def test_what_is_stated_is_a_whole_number(specs: tuple[Spec, ...]) -> None:
    """People are counted in whole numbers, one at least where at least one is told."""
    found = both(*specs)
    assert all(number == int(number) >= 1 for number in (*found.full, *found.half, found.best))


def test_roles_are_those_of_the_builders() -> None:
    """The builders of these tests build the kinds that they are named for."""
    assert [kind(5.0).role for kind in (count, lower, upper)] == [FigureRole.COUNT, FigureRole.LOWER, FigureRole.UPPER]
