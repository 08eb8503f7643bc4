"""The two axes of a grade are kept apart, and what cannot be judged has no place on them; all is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product
from statistics import mean

import pytest

from builders import ClaimFields
from reportedly.evidence.grades import grade_of, on_record
from reportedly.model.claim import Basis, Kind, Measure, Polarity, SourceClass
from reportedly.model.codec import from_json, to_json
from reportedly.model.evidence import Evidence, Grade, Lineage
from reportedly.model.grading import InformationDigit, SourceLetter
from reportedly.model.history import FigureRecord, Outcome, SourceHistory, rate_of
from reportedly.model.reason import Reason
from unit.events.tellings import Told
from unit.evidence.graded import case_of, told

BODIES = {
    "A": "Velt Coastguard",
    "B": "Velt Rescue Mission",
    "C": "Tarn Army",
    "D": "Reed Guard",
    "E": "Free Sudria Front",
    "F": "Harbour Police",
}
DENIED = ClaimFields(polarity=Polarity.DENIED)


def long_record(name: str) -> SourceHistory:
    """Return the record of a source that was right thirty times in other events."""
    figures = tuple(
        FigureRecord(
            f"evt-{n}",
            f"tst-{n}",
            f"clm-{n}",
            Measure.KILLED,
            "",
            9,
            9,
            date(2031, 4, 1),
            Outcome.CONFIRMED,
            Reason("x", "x"),
        )
        for n in range(30)
    )
    return SourceHistory(name, "coastguard", SourceClass.AGENCY, None, figures, rate_of(figures))


def reports(letter: str, digit: int) -> list[Told]:
    """Return reports of one event whose source has the letter and whose information the digit."""
    of = "Tarn soldiers" if letter == "E" else "people"

    def by(key: str, body: str, fields: ClaimFields | None = None) -> Told:
        return told(key, "26", body, of=of, outlet=f"Leaf {key}", fields=fields)

    basis = {2: ClaimFields(basis=Basis.FOOTAGE), 6: ClaimFields(kind=Kind.FORECAST)}.get(digit)
    first = by("a", BODIES[letter], basis)
    others = {
        1: [by("b", "Lower Brannoc Clinic")],
        4: [by("b", "Lower Brannoc Clinic", DENIED)],
        5: [by("b", "Lower Brannoc Clinic", DENIED), by("c", "Brannoc Teachers", DENIED)],
    }
    return [first, *others.get(digit, [])]


@pytest.mark.parametrize(("letter", "digit"), list(product("ABCDEF", range(1, 7))))
def test_every_letter_occurs_with_every_digit(letter: str, digit: int) -> None:
    """All 36 grades can be given: neither axis follows from the other."""
    case = replace(case_of(*reports(letter, digit)), fighting=frozenset({"Sudria"}))
    evidence = Evidence(case.book.event.id, Lineage(case.book.event.id, ()), (), case.count, (), grade_of(case))
    if letter == "A":
        evidence = on_record(evidence, {BODIES["A"]: long_record(BODIES["A"])})
    assert evidence.grade.code == f"{letter}{digit}"


def test_a_record_moves_the_letter_and_never_the_digit() -> None:
    """What a source told elsewhere says nothing of this information."""
    case = case_of(*reports("A", 3))
    evidence = Evidence(case.book.event.id, Lineage(case.book.event.id, ()), (), case.count, (), grade_of(case))
    after = on_record(evidence, {BODIES["A"]: long_record(BODIES["A"])})
    assert (evidence.grade.code, after.grade.code, after.grade.label) == ("B3", "A3", evidence.grade.label)


def test_letters_that_can_be_judged_have_an_order() -> None:
    """A is the most reliable."""
    assert sorted(SourceLetter(one) for one in "DBAEC") == ["A", "B", "C", "D", "E"]


@pytest.mark.parametrize("other", "ABCDE")
def test_the_letter_of_the_unknown_has_no_order(other: str) -> None:
    """F is neither better nor worse than any letter."""
    with pytest.raises(TypeError, match="no order"):
        assert SourceLetter(other) > SourceLetter.F
    with pytest.raises(TypeError, match="no order"):
        assert SourceLetter(other) >= SourceLetter.F


@pytest.mark.parametrize("other", range(1, 6))
def test_the_digit_of_the_unknown_has_no_order(other: int) -> None:
    """6 is neither better nor worse than any digit."""
    with pytest.raises(TypeError, match="no order"):
        assert InformationDigit(other) < InformationDigit.UNKNOWN
    with pytest.raises(TypeError, match="no order"):
        assert InformationDigit(other) <= InformationDigit.UNKNOWN


def test_unknown_grades_cannot_be_sorted() -> None:
    """A list with F or 6 in it has no best."""
    with pytest.raises(TypeError):
        min([InformationDigit(2), InformationDigit(6)])
    with pytest.raises(TypeError):
        sorted([SourceLetter("F"), SourceLetter("C")])


def test_digits_cannot_be_averaged() -> None:
    """They are ranks: neither sum nor mean exists."""
    with pytest.raises(TypeError):
        sum([InformationDigit(2), InformationDigit(3)])
    with pytest.raises(TypeError):
        mean([InformationDigit(2), InformationDigit(3)])


@pytest.mark.parametrize("wrong", ["G", "", "AB"])
def test_there_is_no_other_letter(wrong: str) -> None:
    """A letter outside of the scale is refused."""
    with pytest.raises(ValueError, match="is not a valid"):
        Grade(wrong, 3, "low")


def test_a_grade_comes_back_from_json_as_it_was() -> None:
    """With its letters and digits, in equal bytes."""
    grade = grade_of(case_of(*reports("C", 5)))
    back = from_json(Grade, to_json(grade))
    assert (back, to_json(back), back.letter) == (grade, to_json(grade), SourceLetter.C)
