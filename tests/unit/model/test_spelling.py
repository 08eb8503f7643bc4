"""Spellings of one name share a key, and names that differ do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.spelling import spelled


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zelensky", "Zelens'kyi"),
        ("Zelenskyy", "Zelenskiy"),
        ("Kyiv Observer", "Kiev Observer"),
        ("Kharkov Police", "Kharkiv Police"),
        ("Yevgeny Marek", "Evgenii Marek"),
        ("Yulia", "Iuliia"),
        ("the Houthis", "Huthis"),
        ("al-Shabaab", "Al Shabaab"),
        ("Médecins", "Medecins"),
        ("B'Tselem", "B’Tselem"),
        ("Mohammed Aref", "Muhammad Aref"),
        ("Velt's Ministry of Defence", "Velt Ministry of Defense"),
        ("Velt MoD", "Velt Ministry of Defence"),
        ("U.S. Navy", "United States Navy"),
        ("Labour Organisation", "Labor Organization"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    """Transliteration, apostrophe, accent, hyphen, dots and short forms of states make no other name."""
    assert spelled(one) == spelled(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("GUR", "GRU"),
        ("Iraq", "Iran"),
        ("Niger", "Nigeria"),
        ("Sudan", "South Sudan"),
        ("Ivan Marek", "Igor Marek"),
        ("Andriy Marek", "Andrei Marek"),
        ("Volodymyr", "Vladimir"),
        ("SBU", "FSB"),
        ("ISIS", "ISS"),
        ("tell us", "tell the United States"),
    ],
)
def test_names_that_differ_stay_apart(one: str, other: str) -> None:
    """A letter that is spoken, a word more or another first name makes another name."""
    assert spelled(one) != spelled(other)


@given(st.text(max_size=40) | st.text(alphabet="abeijyouqxknsc'’ʼ.-USAKNMoDHłıßéİ ", max_size=40))
def test_the_key_of_a_key_is_itself(name: str) -> None:
    """Folding twice is folding once."""
    assert spelled(spelled(name)) == spelled(name)
