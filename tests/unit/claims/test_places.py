"""Place names are read as written."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.model.claim import Claim

Fill = Callable[..., tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shells fell near Velkova on Friday.", ["Velkova"]),
        ("Fighting went on between Nizhna and Dolni Most.", ["Nizhna", "Dolni Most"]),
        ("Troops entered Orlec at dawn.", ["Orlec"]),
        ("A train stopped at Wend station.", ["Wend station"]),
        ("The Russian army advanced.", []),
    ],
)
def test_names_behind_prepositions_and_verbs_of_reaching_are_places(fill: Fill, text: str, names: list[str]) -> None:
    """Known or not, a name that something happens at is a place; a people's name is none."""
    assert [place.name for place in fill(text)[0].where] == names


def test_a_name_used_as_a_place_once_is_one_everywhere(fill: Fill) -> None:
    """``Orlec supplied coal`` names a place where the text elsewhere says ``near Orlec``."""
    text = "Shells fell near Orlec. Orlec supplied coal to the coast."
    assert [place.name for place in fill(text, "Orlec supplied coal to the coast")[0].where] == ["Orlec"]
