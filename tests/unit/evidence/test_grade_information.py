"""The digit of the information, rule by rule; all is invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import ClaimFields
from reportedly.evidence.grades import grade_of
from reportedly.model.certainty import Certainty
from reportedly.model.claim import Basis, Kind, Measure
from reportedly.model.evidence import Grade
from reportedly.model.span import Span
from unit.evidence.graded import DENIED, case_of, graded, told

COASTGUARD = told("a", "26", "Velt Coastguard")
MISSION = told("b", "26", "Velt Rescue Mission", outlet="Second Leaf")
OBSERVERS = told("c", "60", "Lakeland Observers", outlet="Third Leaf")


def codes(grade: Grade) -> set[str]:
    """Return the codes of a grade's reasons."""
    return {reason.code for reason in grade.reasons}


def test_two_sure_independent_origins_that_agree_confirm() -> None:
    """Digit 1, and the reason names both and the probability."""
    grade = graded(COASTGUARD, MISSION)
    (reason,) = (one for one in grade.reasons if one.code == "confirmed")
    assert (grade.information, set(reason.claim_ids)) == (1, {COASTGUARD[1].id, MISSION[1].id})
    assert reason.weight is not None
    assert reason.weight >= 0.9


@pytest.mark.parametrize(("chance", "digit"), [(0.89, 2), (0.91, 1)])
def test_a_pair_that_is_not_surely_independent_does_not_confirm(chance: float, digit: int) -> None:
    """The probability of the pair decides at 0.9, and digit 2 tells it."""
    grade = graded(COASTGUARD, MISSION, sure={"Velt Coastguard": 1.0, "Velt Rescue Mission": chance})
    assert grade.information == digit
    assert any(f"{chance:.2f}" in reason.text for reason in grade.reasons)


def test_many_origins_do_not_make_an_unsure_pair_sure() -> None:
    """That two of the event's origins are independent is not enough: those that agree must be."""
    sure = {"Velt Coastguard": 0.8, "Velt Rescue Mission": 0.8, "Lakeland Observers": 1.0}
    grade = graded(COASTGUARD, MISSION, told("c", "at least 5", "Lakeland Observers", of="children"), sure=sure)
    assert grade.information == 2


def test_origins_of_one_party_do_not_confirm() -> None:
    """Agreement inside one party stays at 2 with the party named."""
    grade = graded(told("a", "26", "Tarn Army"), told("b", "26", "Tarn Ministry", outlet="Second Leaf"))
    assert (grade.information, "one-side" in codes(grade)) == (2, True)


def test_one_origin_is_possibly_true() -> None:
    """Nobody bears it out, nobody contradicts."""
    assert graded(COASTGUARD).information == 3


def test_one_origin_with_footage_is_probably_true() -> None:
    """Material that others can look at lifts a lone word by one."""
    assert graded(told("a", "26", "Velt Coastguard", fields=ClaimFields(basis=Basis.FOOTAGE))).information == 2


def test_data_that_nobody_can_look_at_are_no_material() -> None:
    """``According to our data`` is a word like any other."""
    assert graded(told("a", "26", "Velt Coastguard", fields=ClaimFields(basis=Basis.DATA))).information == 3


def test_two_figures_that_cannot_both_hold_leave_both_possible() -> None:
    """One against one."""
    assert graded(COASTGUARD, OBSERVERS).information == 3


def test_a_lone_figure_against_an_agreeing_pair_is_improbable() -> None:
    """The pair stands at 2, since it is contradicted; the lone figure at 5."""
    grade = graded(COASTGUARD, MISSION, OBSERVERS)
    digits = {one.origin: int(one.digit) for one in grade.sayings}
    assert digits == {"Velt Coastguard": 2, "Velt Rescue Mission": 2, "Lakeland Observers": 5}


def test_the_event_has_the_digit_of_its_best_attested_saying() -> None:
    """What two bear out is not pulled down to what one says against it."""
    assert graded(COASTGUARD, MISSION, OBSERVERS).information == 2


def test_a_denied_word_is_doubtful() -> None:
    """One affirms, one denies."""
    denied = told("b", "26", "Velt Rescue Mission", outlet="Second Leaf", fields=DENIED)
    assert graded(COASTGUARD, denied).information == 4


def test_a_partys_denial_of_what_is_shown_leaves_it_possible() -> None:
    """Footage of a body of no party outweighs the bare denial of a party."""
    shown = told("a", "26", "Velt Coastguard", fields=ClaimFields(basis=Basis.FOOTAGE))
    assert graded(shown, told("b", "26", "Tarn Army", outlet="Second Leaf", fields=DENIED)).information == 3


def test_a_denial_of_two_who_agree_makes_it_probable_only() -> None:
    """A dispute takes digit 1 away."""
    denied = told("c", "26", "Tarn Army", outlet="Third Leaf", fields=DENIED)
    assert graded(COASTGUARD, MISSION, denied).information == 2


def test_what_two_independent_origins_deny_is_improbable() -> None:
    """A lone word against a well attested denial."""
    first = told("b", "26", "Velt Rescue Mission", outlet="Second Leaf", fields=DENIED)
    second = told("c", "26", "Lakeland Observers", outlet="Third Leaf", fields=DENIED)
    assert graded(COASTGUARD, first, second).information == 5


def test_more_than_were_there_is_improbable() -> None:
    """A force of 20 cannot lose 26."""
    case = case_of(COASTGUARD, told("b", "20", "Velt Rescue Mission", outlet="Second Leaf"))
    there = tuple(
        replace(one, quantity=replace(one.quantity, measure=Measure.DEPLOYED))
        if one.quantity is not None and one.quantity.low == 20
        else one
        for one in case.book.testimonies
    )
    grade = grade_of(replace(case, book=replace(case.book, testimonies=there)))
    assert {one.origin: int(one.digit) for one in grade.sayings}["Velt Coastguard"] == 5


def test_nobodys_word_cannot_be_judged() -> None:
    """A page that names nobody gives F6 and the label ungraded."""
    grade = graded(told("a", "26"))
    assert (grade.code, grade.label) == ("F6", "ungraded")


def test_a_word_about_the_future_cannot_be_judged() -> None:
    """Two who expect the same confirm nothing."""
    ahead = ClaimFields(kind=Kind.FORECAST)
    first = told("a", "26", "Velt Coastguard", fields=ahead)
    second = told("b", "26", "Velt Rescue Mission", outlet="Second Leaf", fields=ahead)
    assert graded(first, second).information == 6


def test_what_is_put_as_possible_bears_nothing_out() -> None:
    """``May have been killed`` is no second word."""
    maybe = Certainty(0.2, 0.55, ("may",), (Span(0, 2),))
    hedged = told("b", "26", "Velt Rescue Mission", outlet="Second Leaf", fields=ClaimFields(certainty=maybe))
    assert graded(COASTGUARD, hedged).information == 3


def test_origins_that_one_alarm_makes_one_do_not_confirm() -> None:
    """Two that cite each other for one figure are one circle."""
    first = told("a", "26", "Lakeland Observers", "Velt Coastguard", outlet="Velt Rescue Mission")
    assert graded(first, MISSION).information <= 3


@pytest.mark.parametrize(("bound", "digit"), [("up to 30", 1), ("up to 400", 3), ("at least 20", 1), ("at least 2", 3)])
def test_a_bound_bears_out_only_what_is_near_it(bound: str, digit: int) -> None:
    """``Up to 400`` leaves room for 26 and says nothing of it."""
    assert graded(COASTGUARD, told("b", bound, "Velt Rescue Mission", outlet="Second Leaf")).information == digit
