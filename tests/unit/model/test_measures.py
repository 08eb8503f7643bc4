"""What measures contain and how figures are added and checked."""

from __future__ import annotations

import pytest

from reportedly.model.claim import Measure, Quantity
from reportedly.model.errors import UnlikeMeasures
from reportedly.model.measures import Bounds, CheckedSum, FigureRef, SumVerdict, add, check_sum, contains, rounding


def figure(measure: Measure, low: int | None, high: int | None, qualifier: str | None = None) -> Quantity:
    """Build a figure of nobody in particular."""
    return Quantity(measure, "", low, high, qualifier)


def exact(measure: Measure, number: int) -> Quantity:
    """Build a plain figure."""
    return figure(measure, number, number)


def checked(total: Quantity, *parts: Quantity, whole: bool = False) -> CheckedSum:
    """Check a total against parts."""
    refs = [FigureRef(f"clm-{place}", 0, one) for place, one in enumerate((total, *parts))]
    return check_sum(refs[0], refs[1:], whole=whole)


KILLED, WOUNDED, CASUALTIES = Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES


def test_at_least_24_and_3_are_at_least_27() -> None:
    """A lower bound plus an exact figure is a lower bound."""
    assert add([figure(KILLED, 24, None, "at least"), exact(KILLED, 3)]) == Bounds(27, None)


def test_killed_and_wounded_are_casualties() -> None:
    """Killed and wounded may be added where casualties are asked for."""
    assert add([exact(KILLED, 600), exact(WOUNDED, 3800)], CASUALTIES) == Bounds(4400, 4400)


@pytest.mark.parametrize("into", [None, KILLED, Measure.DEPLOYED])
def test_killed_and_wounded_are_nothing_else(into: Measure | None) -> None:
    """Killed and wounded make no other measure."""
    with pytest.raises(UnlikeMeasures, match="killed, wounded"):
        add([exact(KILLED, 1), exact(WOUNDED, 1)], into)


def test_casualties_are_no_part_of_killed() -> None:
    """Containment runs one way."""
    assert (contains(CASUALTIES, KILLED), contains(KILLED, CASUALTIES)) == (True, False)


@pytest.mark.parametrize(("number", "margin"), [(200, 50), (4700, 50), (17, 0), (30, 5), (0, 0), (1000, 500)])
def test_a_rounded_number_has_the_margin_of_its_last_digit(number: int, margin: int) -> None:
    """About 200 can be anything from 150 to 250, about 17 is 17."""
    assert rounding(number) == margin


def test_the_issue_s_own_example_is_flagged() -> None:
    """4,700 casualties are not 600 killed and 3,800 wounded."""
    found = checked(exact(CASUALTIES, 4700), exact(KILLED, 600), exact(WOUNDED, 3800))
    assert (found.verdict, found.low, found.high) == (SumVerdict.TOO_LITTLE, 4400, 4400)


def test_the_missing_can_make_up_what_is_lacking() -> None:
    """Casualties with the missing counted in hold as well as those without."""
    found = checked(exact(CASUALTIES, 4700), exact(KILLED, 600), exact(WOUNDED, 3800), exact(Measure.MISSING, 300))
    assert found.verdict is SumVerdict.HOLDS


def test_the_missing_need_not_be_counted_in() -> None:
    """Casualties that are killed and wounded alone hold although there are missing people beside."""
    found = checked(exact(CASUALTIES, 100), exact(KILLED, 40), exact(WOUNDED, 60), exact(Measure.MISSING, 9))
    assert (found.verdict, len(found.parts)) == (SumVerdict.HOLDS, 2)


def test_a_part_above_its_total_is_flagged() -> None:
    """More dead than casualties cannot be."""
    assert checked(exact(CASUALTIES, 10), figure(KILLED, 12, None, "at least")).verdict is SumVerdict.TOO_MUCH


def test_a_part_below_its_total_is_no_fault() -> None:
    """Three children among 17 dead leave 14 others."""
    assert checked(exact(KILLED, 17), exact(KILLED, 3)).verdict is SumVerdict.OPEN


def test_a_rounded_total_is_not_held_to_the_last_man() -> None:
    """About 4,000 casualties can be 600 killed and 3,800 wounded."""
    total = figure(CASUALTIES, 4000, 4000, "about")
    assert not checked(total, exact(KILLED, 600), exact(WOUNDED, 3800)).broken


def test_an_open_total_is_not_flagged_for_too_little() -> None:
    """At least 50 casualties of whom 10 are named killed and 20 wounded are not yet a fault."""
    total = figure(CASUALTIES, 50, None, "at least")
    assert checked(total, exact(KILLED, 10), exact(WOUNDED, 20)).verdict is SumVerdict.OPEN
