"""Ids and digests of predictions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from predicted import expected, predicted
from reportedly.model.codec import from_json, to_json
from reportedly.model.prediction import Chance, Prediction, Voice, evidence_digest


@pytest.mark.parametrize("made", [predicted(), predicted(number=None), expected(), expected(half=None)])
def test_the_id_survives_the_way_through_json(made: Prediction) -> None:
    """Read back, the content gives the same id."""
    again = from_json(Prediction, to_json(made))
    assert again == made
    assert again.expected_id() == made.id


def test_an_own_judgement_published_again_is_the_same() -> None:
    """Day, event and assessment are no part of the id."""
    made = predicted(voice=Voice.OWN)
    later = replace(made, made_on=date(2031, 5, 1), event_id="evt-2", about="a bridge", assessment_id="asm-2")
    assert later.expected_id() == made.id


def test_what_a_person_enters_another_day_is_another() -> None:
    """A person who says it again says it anew."""
    made = predicted(voice=Voice.PERSON)
    assert replace(made, made_on=date(2031, 5, 1)).expected_id() != made.id


@pytest.mark.parametrize(
    "changed",
    [
        predicted(number=0.71),
        predicted(text="the bridge stands"),
        predicted(condition="if it rains"),
        predicted(until=date(2031, 6, 1)),
        predicted(name="Bo Ulm"),
        predicted(bodies={"clm-1": "{}"}),
    ],
)
def test_whatever_was_said_is_part_of_the_id(changed: Prediction) -> None:
    """Another number, text, condition, horizon, maker or evidence is another prediction."""
    assert changed.id != predicted().id


def test_the_middle_of_the_words_row_is_scored_beside_the_number() -> None:
    """A number without a word has no such middle."""
    assert Chance(0.73, 0.55, 0.8, "likely", "ICD 203").by_word == pytest.approx(0.675)
    assert Chance(0.73, 0.73, 0.73, "", "number in the text").by_word is None


def test_the_digest_does_not_depend_on_order() -> None:
    """The same claims give the same digest, another body another one."""
    both = evidence_digest({"clm-1": "a", "clm-2": "b"})
    assert both == evidence_digest({"clm-2": "b", "clm-1": "a"})
    assert both != evidence_digest({"clm-1": "a", "clm-2": "c"})
