"""Faults planted into clean running totals are found and named; clean ones raise no alarm."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.evidence.series.faults import settle
from reportedly.evidence.series.scrapes import families, reconcile
from reportedly.model.running import Column, Finding, FindingKind, Reading, Role
from running_samples import clean, day

AT = day(50)


def found(*columns: dict[date, float]) -> list[Finding]:
    """Return what is wrong in copies of one source's totals."""
    return reconcile({f"c{at}": known for at, known in enumerate(columns)})[1]


@pytest.mark.parametrize("seed", range(10))
def test_a_clean_column_gives_no_alarm(seed: int) -> None:
    """Growth that goes up and down is no fault."""
    assert found(clean(seed)) == []


@pytest.mark.parametrize("seed", range(10))
def test_two_clean_copies_give_no_alarm(seed: int) -> None:
    """Nor are days that one of them lacks."""
    known = clean(seed)
    assert found(known, {when: value for when, value in known.items() if when.day % 3}) == []


@pytest.mark.parametrize("seed", range(10))
def test_a_repeated_day_is_found_in_one_column(seed: int) -> None:
    """The figure of the day before in a column that always grows."""
    known = clean(seed)
    known[AT] = known[day(49)]
    assert [(one.kind, one.first) for one in found(known)] == [(FindingKind.REPEATED, AT)]


@pytest.mark.parametrize("factor", [10, 0.1])
def test_a_digit_too_many_or_too_few_is_found_in_one_column(factor: float) -> None:
    """The suggested figure is the true one."""
    known = {when: value - value % 100 for when, value in clean().items()}
    true, known[AT] = known[AT], known[AT] * factor
    (one,) = found(known)
    assert (one.kind, one.first, one.suggested) == (FindingKind.SLIP, AT, true)


@pytest.mark.parametrize("seed", range(5))
def test_a_slip_in_one_of_two_copies_is_found_with_the_right_figure(seed: int) -> None:
    """The other copy has it; no alarm besides."""
    known = clean(seed)
    other = {**known, AT: known[AT] + (5_000 if int(known[AT]) // 1000 % 10 < 5 else -5_000)}
    (one,) = found(known, other)
    assert (one.kind, one.column, one.suggested) == (FindingKind.SLIP, "c1", known[AT])


def test_a_day_carried_over_in_one_of_two_copies_is_no_slip() -> None:
    """Repetition explains it better."""
    known = clean()
    (one,) = found({**known, AT: known[day(49)]}, known)
    assert (one.kind, one.column, one.suggested) == (FindingKind.REPEATED, "c0", known[AT])


def test_the_figure_of_the_next_day_is_named() -> None:
    """A figure under the wrong day."""
    known = clean()
    (one,) = found(known, {**known, AT: known[day(51)]})
    assert (one.kind, one.column) == (FindingKind.EARLY, "c1")


def test_a_difference_that_nothing_explains_is_told_as_such() -> None:
    """With which of the two stands nearer to its neighbours."""
    known = {**clean(), AT: 51_000.0, day(49): 50_400.0, day(51): 51_600.0}
    known |= {day(48): 49_800.0, day(52): 52_200.0}
    rising = {when: value for when, value in known.items() if abs((when - AT).days) <= 2}
    rising |= {day(50 + off): 51_000.0 + 600 * off for off in range(-20, 21)}
    (one,) = found(rising, {**rising, AT: 51_237.0})
    assert (one.kind, one.suggested) == (FindingKind.DISAGREEMENT, 51_000.0)


def test_a_correction_downwards_is_a_fall_and_no_slip() -> None:
    """The total goes on from the lower figure."""
    known = {when: value - (2_000 if when >= AT else 0) for when, value in clean().items()}
    assert [(one.kind, one.first, one.suggested) for one in found(known)] == [(FindingKind.FALL, AT, None)]


def test_no_growth_in_both_copies_is_the_sources_own() -> None:
    """It is worth a look, but no fault of a table."""
    known = clean()
    known |= dict.fromkeys((day(50), day(51), day(52), day(53)), known[day(49)])
    (one,) = found(known, dict(known))
    assert one.kind is FindingKind.STANDS


def test_a_day_given_twice_is_named_with_the_figure_that_fits() -> None:
    """The other one is told."""
    readings = [Reading(when, value) for when, value in clean().items()]
    true = next(one.value for one in readings if one.day == AT)
    known, (one,) = settle(Column("total", "t.csv", Role.CLAIM, (*readings, Reading(AT, 90_000.0))))
    assert (one.kind, one.value, one.suggested, known[AT]) == (FindingKind.DUPLICATE, 90_000.0, true, true)


def test_columns_of_different_totals_are_no_copies() -> None:
    """They are not held against one another."""
    assert families({"a": clean(1), "b": clean(2), "c": clean(1)}) == [("a", "c"), ("b",)]
