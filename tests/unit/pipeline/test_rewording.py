"""A language model may reword sentences of an assessment; nothing else of it changes."""

from __future__ import annotations

import pytest

from reportedly.assessment import rephrase
from reportedly.model.dossier import Dossier
from reportedly.pipeline.rewording import reworded
from story import dossier
from toy import toy_tools


@pytest.fixture
def held() -> Dossier:
    """Give the story."""
    return dossier()


def test_a_safe_rewording_stands_and_names_the_model(held: Dossier) -> None:
    """Other words for the ground of a confidence."""
    made, told = reworded(held, lambda text: text.replace(", since it", ", because it"), toy_tools(), "m-1")
    texts = [one.text for one in made.assessment.findings]
    assert told.accepted == sum(", because it" in text for text in texts) > 0
    assert made.assessment.reworded_by == "m-1"
    assert [one.claim_ids for one in made.assessment.findings] == [one.claim_ids for one in held.assessment.findings]


def test_a_rewording_that_changes_a_figure_is_refused(held: Dossier) -> None:
    """Two hundred stay two hundred, and the refusal is counted."""
    made, told = reworded(held, lambda text: text.replace("200", "300"), toy_tools(), "m-1")
    assert made.assessment == held.assessment
    assert told.refused > 0


def test_what_the_gate_lets_pass_still_meets_the_check(held: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    """Planted fault: a gate that refuses nothing; the check of our own sentences catches the figure."""
    monkeypatch.setattr(rephrase, "_meaning", lambda *_: iter(()))
    made, told = reworded(held, lambda text: text.replace("200", "317"), toy_tools(), "m-1")
    assert made.assessment == held.assessment
    assert {reason.code for _, one in told.refusals for reason in one.reasons} == {"unsound"}


def test_words_that_come_back_unchanged_name_no_model(held: Dossier) -> None:
    """Without a rewording the assessment is the same, byte for byte."""
    made, told = reworded(held, str, toy_tools(), "m-1")
    assert made == held
    assert (told.accepted, told.refused) == (0, 0)
