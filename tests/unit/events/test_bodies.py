"""What the names of bodies tell, one fact each."""

from __future__ import annotations

import pytest

from reportedly.events.bodies import is_institution, is_medium, is_office, same_body, short_for


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ministry of Health of Tamber", "Tamber Health Ministry"),
        ("General Staff of Orvenia", "Orvenian General Staff"),
        ("Velm's defence ministry", "Ministry of Defense of Velm"),
    ],
)
def test_the_order_of_words_makes_no_other_body(left: str, right: str) -> None:
    """One body has one set of telling words, country and adjective being one."""
    assert same_body(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("Tamber Health Ministry", "Tamber Transport Ministry"), ("Orvenian General Staff", "Brenmark General Staff")],
)
def test_another_field_or_country_is_another_body(left: str, right: str) -> None:
    """Words that differ tell two bodies apart."""
    assert not same_body(left, right)


def test_a_short_form_keeps_the_noun_of_the_institution() -> None:
    """The health ministry is short for one; its union and its lawyers are others."""
    assert short_for("health ministry", "Tamber Health Ministry")
    assert not short_for("potash union", "Norrvane Potash Company")


def test_the_last_word_tells_an_outlet_from_an_institution() -> None:
    """A police gazette is an outlet, the police are none."""
    assert (is_institution("Harbour Police"), is_medium("Harbour Police")) == (True, False)
    assert (is_institution("Harbour Police Gazette"), is_medium("Harbour Police Gazette")) == (False, True)


def test_an_office_is_held_by_one() -> None:
    """The regional governor is an office, officials are not."""
    assert (is_office("regional governor"), is_office("officials")) == (True, False)
