"""Planted bugs that the tests of grades must catch."""

from __future__ import annotations

import pytest

from builders import ClaimFields
from reportedly.evidence import grade_case, grade_information, grade_label, grade_source, history
from reportedly.evidence.grade_case import GradeCase
from reportedly.evidence.grade_information import information_of
from reportedly.model.claim import Basis, SourceClass
from reportedly.model.evidence import IncidentLabel
from reportedly.model.grading import InformationDigit, SourceLetter
from unit.evidence.graded import DENIED, case_of, graded, told
from unit.evidence.test_history import COASTGUARD, figures

MISSION = told("b", "26", "Velt Rescue Mission", outlet="Second Leaf")
UNSURE = {"Velt Coastguard": 1.0, "Velt Rescue Mission": 0.6}


def test_counting_names_instead_of_probabilities_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With any two names taken for two origins, an unsure pair would confirm."""
    assert graded(COASTGUARD, MISSION, sure=UNSURE).information == 2
    monkeypatch.setattr(grade_case, "two_of", lambda *_: 1.0)
    monkeypatch.setattr(grade_information, "two_of", lambda *_: 1.0)
    monkeypatch.setattr(grade_information, "SURE", 0.0)
    assert graded(COASTGUARD, MISSION, sure=UNSURE).information == 1


def test_forgetting_parties_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With parties ignored, a ministry would confirm its own army."""
    reports = (told("a", "26", "Tarn Army"), told("b", "26", "Tarn Ministry", outlet="Second Leaf"))
    assert graded(*reports).information == 2
    monkeypatch.setattr(grade_case, "one_party", lambda *_: False)
    monkeypatch.setattr(grade_information, "one_party", lambda *_: False)
    assert graded(*reports).information == 1


def test_forgetting_denials_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With denials ignored, a denied word would be possibly true."""
    denied = told("c", "26", "Velt Rescue Mission", outlet="Third Leaf", fields=DENIED)
    assert graded(COASTGUARD, denied).information == 4
    monkeypatch.setattr(GradeCase, "denials", ())
    assert graded(COASTGUARD, denied).information == 3


def test_a_digit_that_follows_the_letter_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the digit drawn from the letter, a good source's denied word would look probable."""
    letter = graded(COASTGUARD).letter

    def diagonal(case: GradeCase) -> object:
        _, reasons, sayings = information_of(case)
        return InformationDigit("ABCDEF".index(letter) + 1), reasons, sayings

    denied = told("c", "26", "Velt Rescue Mission", outlet="Third Leaf", fields=DENIED)
    assert graded(COASTGUARD, denied).code == "B4"
    monkeypatch.setattr("reportedly.evidence.grades.information_of", diagonal)
    assert graded(COASTGUARD, denied).code == "B2"


def test_taking_any_basis_for_proof_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With data taken for material, a bare ``by our data`` would be probable."""
    told_by_data = told("a", "26", "Tarn Army", fields=ClaimFields(basis=Basis.DATA))
    assert graded(told_by_data).information == 3
    monkeypatch.setattr(grade_information, "_SHOWN", frozenset(Basis))
    assert graded(told_by_data).information == 2


def test_a_letter_for_the_unknown_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the unknown given a middle letter, nobody would see that nothing is known of it."""
    assert graded(told("a", "26", "Harbour Police")).source == "F"
    monkeypatch.setattr(grade_source, "_letter", lambda *_: SourceLetter.C)
    assert graded(told("a", "26", "Harbour Police")).source == "C"


def test_lifting_a_letter_by_class_to_a_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """A without a record would be given if the table held one."""
    assert graded(COASTGUARD).source == "B"
    monkeypatch.setitem(grade_source._NEUTRAL, SourceClass.AGENCY, SourceLetter.A)
    assert graded(COASTGUARD).source == "A"


def test_taking_a_boast_for_an_admission_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With every word of a party taken for its owning up, its telling would confirm."""
    reports = (COASTGUARD, told("d", "26", "Tarn Army", outlet="Third Leaf"))
    assert graded(*reports).label is IncidentLabel.FAIR
    monkeypatch.setattr(grade_label, "owns_up", lambda *_: True)
    assert graded(*reports).label is not IncidentLabel.FAIR


def test_crediting_whoever_repeats_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the order of time ignored, the later of two would earn a record by repeating the first."""
    later = told("b", "26", "Velt Rescue Mission", day=15, outlet="L", rest=", after the roof fell in")
    assert [str(one.outcome) for one in figures("Velt Rescue Mission", COASTGUARD, later)] == ["open"]
    monkeypatch.setattr(history._Shelf, "day", lambda *_: COASTGUARD[0].day)
    assert [str(one.outcome) for one in figures("Velt Rescue Mission", COASTGUARD, later)] == ["confirmed"]


def test_the_case_is_one_event() -> None:
    """The reports of these tests speak of one matter."""
    assert len(case_of(COASTGUARD, MISSION).affirming) == 2
