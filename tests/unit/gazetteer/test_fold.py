"""Keys that the spellings of a place name share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.gazetteer.fold import fold, fold_slavic

NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=40)
SLAVIC = st.text("abcdefghiklmnoprstuvxyzjАБВГҐДЕЄЁЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЫЭЮЯ'’ -", max_size=30)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Donets'k", "Donetsk"),
        ("Bab el-Oued", "Bab el Oued"),
        ("São Paulo", "Sao Paulo"),
        ("U.S.", "US"),
        ("St. Louis", "Saint Louis"),
        ("the Netherlands", "Netherlands"),
        ("Суми", "Sumy"),
    ],
)
def test_spellings_of_the_whole_world_share_a_key(one: str, other: str) -> None:
    """Case, accents, apostrophes, hyphens, full stops and scripts make no difference."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Plyokhovo", "Plekhovo"),
        ("Kurilovka", "Kurylivka"),
        ("Starytsya", "Starytsia"),
        ("Bohoyavlenka", "Bogoiavlenka"),
        ("Kurakhove", "Курахово"),
        ("Vesyoloye", "Vesele"),
        ("Tolstyy Lug", "Толстый Луг"),
        ("Krasnooktyabrskoye", "Краснооктябрьское"),
        ("Mykhaylivka", "Mikhailovka"),
        ("Aleksandrovka", "Alexandrovka"),
    ],
)
def test_russian_and_ukrainian_forms_share_a_key(one: str, other: str) -> None:
    """Romanisations, g and h, yo and e, and the regular endings make no difference."""
    assert fold_slavic(one) == fold_slavic(other)


@pytest.mark.parametrize(("one", "other"), [("Kursk", "Kurskoye"), ("Orlovka", "Orlivske"), ("Gaza", "Gazi")])
def test_different_names_keep_different_keys(one: str, other: str) -> None:
    """What is another name stays one."""
    assert fold_slavic(one) != fold_slavic(other)


@given(NAMES)
def test_the_key_of_a_key_is_itself(name: str) -> None:
    """Folding twice is folding once."""
    assert fold(fold(name)) == fold(name)


@given(SLAVIC)
def test_the_slavic_key_of_a_key_is_itself(name: str) -> None:
    """Folding twice is folding once, for the wider key as well."""
    assert fold_slavic(fold_slavic(name)) == fold_slavic(name)
