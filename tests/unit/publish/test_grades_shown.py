"""How grades, letters of origins and digits of sayings are shown in the report."""

from __future__ import annotations

from dataclasses import replace

import pytest

import story
from reportedly.model.dossier import Dossier
from reportedly.model.evidence import IncidentLabel
from reportedly.model.grading import InformationDigit, SayingGrade
from reportedly.model.reason import Reason
from reportedly.publish.html import render_html
from reportedly.publish.markdown import render_markdown


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """Give the story with two sayings of one event that stand unlike well."""
    held = story.dossier()
    event, testimonies, evidence = story.loss_event()
    sayings = tuple(
        SayingGrade(told.id, digit, (Reason("x", f"why {digit.value} <b>", event.claim_ids[:1]),), origin="Agency")
        for told, digit in zip(testimonies, (InformationDigit(2), InformationDigit(5)), strict=False)
    )
    mended = replace(evidence, grade=replace(evidence.grade, sayings=sayings))
    return replace(held, evidence=tuple(mended if one == evidence else one for one in held.evidence))


def test_the_label_stands_beside_the_grade(dossier: Dossier) -> None:
    """In both formats."""
    assert "As an incident, after Airwars: contested." in render_markdown(dossier)
    assert "As an incident, after Airwars: contested." in render_html(dossier)


def test_sayings_that_stand_unlike_well_are_listed(dossier: Dossier) -> None:
    """Each with its digit and its reason, escaped."""
    shown = render_markdown(dossier)
    assert "information graded 2; why 2" in shown
    assert "information graded 5; why 5" in shown
    assert "why 5 &lt;b&gt;" in render_html(dossier)


def test_sayings_of_one_digit_are_not_listed() -> None:
    """The event's digit says it all."""
    assert "Saying by saying" not in render_html(story.dossier())


def test_an_event_that_is_no_incident_has_no_label() -> None:
    """Nothing is printed for it."""
    held = story.dossier()
    bare = tuple(replace(one, grade=replace(one.grade, label=None)) for one in held.evidence)
    assert "after Airwars" not in render_markdown(replace(held, evidence=bare))


def test_every_label_has_its_word() -> None:
    """The words that are printed are those of the labels."""
    assert {str(one) for one in IncidentLabel} == {"confirmed", "fair", "weak", "contested", "discounted", "ungraded"}
