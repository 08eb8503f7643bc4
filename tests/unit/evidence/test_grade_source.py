"""The letter of a source: by class, by what it speaks of, by its record; all is invented."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.evidence.grade_source import with_records
from reportedly.evidence.history import without
from reportedly.model.claim import Measure, SourceClass
from reportedly.model.grading import Relation, SourceGrade, SourceLetter
from reportedly.model.history import FigureRecord, Outcome, SourceHistory, rate_of
from reportedly.model.reason import Reason
from unit.evidence.graded import graded, told


@pytest.mark.parametrize(
    ("body", "of", "letter", "relation"),
    [
        ("Velt Coastguard", "people", "B", Relation.NO_PARTY),
        ("Reed Guard", "people", "D", Relation.NO_PARTY),
        ("Tarn Army", "people", "C", Relation.PARTY),
        ("Tarn Army", "Tarn soldiers", "C", Relation.OWN),
        ("Tarn Army", "Sudrian soldiers", "C", Relation.OTHERS),
        ("Free Sudria Front", "Sudrian soldiers", "D", Relation.OWN),
        ("Harbour Police", "people", "F", Relation.UNKNOWN),
    ],
)
def test_the_letter_follows_class_and_matter(body: str, of: str, letter: str, relation: Relation) -> None:
    """Each class and each relation to those who were hurt has its letter."""
    (grade,) = graded(told("a", "26", body, of=of)).sources
    assert (grade.letter, grade.relation) == (letter, relation)


@pytest.mark.parametrize(("body", "of", "letter"), [("Tarn Army", "Sudrian", "D"), ("Free Sudria Front", "Tarn", "E")])
def test_a_party_on_its_enemys_losses_is_not_usually_reliable(body: str, of: str, letter: str) -> None:
    """Where the reports tell that its side takes part; an armed group stands a letter lower."""
    fighting = told("b", "9", "Velt Coastguard", of=f"{'Tarn' if of == 'Sudrian' else 'Sudrian'} soldiers", rest=" too")
    grades = {one.origin: one for one in graded(told("a", "26", body, of=f"{of} soldiers"), fighting).sources}
    assert (grades[body].letter, grades[body].relation) == (letter, Relation.ENEMY)


def test_dead_civilians_are_losses_of_no_side() -> None:
    """A party that counts civilians speaks neither of its own nor of its enemy's losses."""
    (grade,) = graded(told("a", "26", "Tarn Army", of="Sudrian civilians")).sources
    assert grade.relation is Relation.PARTY


def test_the_event_has_the_letter_of_its_best_known_source() -> None:
    """Those that cannot be judged neither lower nor lift it."""
    assert graded(told("a", "26", "Harbour Police"), told("b", "26", "Velt Coastguard", outlet="L")).source == "B"


def record(right: int, wrong: int, event: str = "evt-x") -> SourceHistory:
    """Return a record of so many right and wrong figures."""
    outcomes = [Outcome.CONFIRMED] * right + [Outcome.CONTRADICTED] * wrong
    figures = tuple(
        FigureRecord(
            f"{event}{n}", f"tst-{n}", f"clm-{n}", Measure.KILLED, "", 9, 9, date(2031, 5, 1), outcome, Reason("x", "x")
        )
        for n, outcome in enumerate(outcomes)
    )
    return SourceHistory("Velt Coastguard", "coastguard", SourceClass.AGENCY, None, figures, rate_of(figures))


@pytest.mark.parametrize(
    ("letter", "right", "wrong", "after"),
    [
        ("B", 9, 0, "B"),
        ("B", 10, 0, "B"),
        ("B", 20, 0, "A"),
        ("C", 10, 0, "B"),
        ("D", 12, 0, "C"),
        ("B", 2, 10, "C"),
        ("D", 1, 11, "E"),
        ("C", 7, 5, "C"),
        ("F", 3, 0, "F"),
        ("F", 10, 0, "B"),
        ("F", 1, 12, "E"),
        ("F", 7, 5, "C"),
    ],
)
def test_a_record_moves_a_letter_by_one_where_it_is_long(letter: str, right: int, wrong: int, after: str) -> None:
    """Ten resolved figures move it, an A asks for twenty, and fewer leave it."""
    grade = SourceGrade("Velt Coastguard", SourceLetter(letter), by_class=SourceLetter(letter))
    (moved,) = with_records([grade], {"Velt Coastguard": record(right, wrong)})
    assert moved.letter == after


def test_an_event_does_not_vouch_for_its_own_source() -> None:
    """The record without an event knows nothing of its figure."""
    left = without(record(10, 0), "evt-x3")
    assert (left.right.of, len(left.figures)) == (9, 9)


def test_the_reason_of_a_record_tells_number_and_interval() -> None:
    """No bare share."""
    grade = SourceGrade("Velt Coastguard", SourceLetter.C, by_class=SourceLetter.C)
    (moved,) = with_records([grade], {"Velt Coastguard": record(10, 1)})
    assert "10 of its 11 resolved figures were right (90 % interval" in moved.reasons[-1].text
