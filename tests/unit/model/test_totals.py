"""How many the main incident killed and wounded."""

from __future__ import annotations

import pytest

from counted import made
from reportedly.model.claim import Measure
from reportedly.model.count import Count, Period
from reportedly.model.totals import LEAD, incident_totals


def killed(*counts: Count) -> int:
    """Return the dead of the main incident."""
    return incident_totals(counts)[Measure.KILLED]


def test_a_document_without_counts_has_nobody() -> None:
    """Both totals are there, and 0."""
    assert incident_totals(()) == {Measure.KILLED: 0, Measure.WOUNDED: 0}


def test_the_greatest_number_is_the_total() -> None:
    """A smaller number is part of it."""
    assert killed(made(3, 3), made(7, 7)) == 7


def test_people_described_one_by_one_are_added() -> None:
    """A farmer, a nurse and her brother are three."""
    assert killed(*(made(1, 1, stated=False) for _ in range(3)), made(2, 2)) == 3


def test_measures_are_apart() -> None:
    """The wounded are not among the dead."""
    totals = incident_totals((made(3, 3), made(9, 9, Measure.WOUNDED)))
    assert totals == {Measure.KILLED: 3, Measure.WOUNDED: 9}


@pytest.mark.parametrize(("low", "high", "number"), [(24, None, 24), (None, 40, 40), (30, 40, 30), (None, None, 0)])
def test_a_bounded_number_counts_by_its_lower_end(low: int | None, high: int | None, number: int) -> None:
    """The upper end stands in where there is no lower one."""
    assert killed(made(low, high)) == number


@pytest.mark.parametrize("period", [Period.DAY, Period.WEEK, Period.MONTH, Period.YEAR, Period.CUMULATIVE])
def test_longer_times_are_left_out(period: Period) -> None:
    """A total since a day is no incident's."""
    assert killed(made(3, 3), made(90, 90, period=period)) == 3


def test_other_incidents_are_left_out() -> None:
    """Background does not count."""
    assert killed(made(3, 3), made(90, 90, main=False)) == 3


def test_what_was_counted_before_is_left_out() -> None:
    """A person who is among the dead already is not added."""
    assert killed(made(1, 1, stated=False), made(1, 1, stated=False, again=True)) == 1


def test_a_repetition_of_nothing_stands() -> None:
    """Where no fresh count is, the greatest of the others is the total."""
    assert killed(made(2, 2, again=True), made(5, 5, again=True)) == 5


@pytest.mark.parametrize(("start", "number"), [(LEAD - 1, 3), (LEAD, 0)])
def test_only_the_lead_counts(start: int, number: int) -> None:
    """What stands behind the lead is detail."""
    assert killed(made(3, 3, start=start)) == number


@pytest.mark.parametrize("measure", [Measure.CAPTURED, Measure.CASUALTIES, Measure.OTHER])
def test_other_measures_have_no_total(measure: Measure) -> None:
    """Only the dead and the wounded are totalled."""
    assert set(incident_totals((made(3, 3, measure),)).values()) == {0}
