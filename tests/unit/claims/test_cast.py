"""Names: the fullest one that the document gives stands for pronoun, acronym, surname and description."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.model.claim import Claim

ClaimsOf = Callable[..., tuple[Claim, ...]]

CASES = [
    ("acronym", "The Ostwind Rescue Agency (ORA) arrived. The ORA said two barges had sunk.", "Ostwind Rescue Agency"),
    (
        "acronym with owner",
        "The Main Directorate of Coastal Safety (DCS) of Ostwind arrived. The DCS said two barges had sunk.",
        "Main Directorate of Coastal Safety of Ostwind",
    ),
    ("surname", "Minister Ilsa Brandt arrived on Monday. Brandt said two barges had sunk.", "Ilsa Brandt"),
    ("title dropped", "President Ilsa Brandt said two barges had sunk.", "Ilsa Brandt"),
    ("she", "Ilsa Brandt visited the pier. She said two barges had sunk.", "Ilsa Brandt"),
    ("role and name", "The spokesman for the harbour, Anders Vik, said two barges had sunk.", "Anders Vik"),
    (
        "name of a person behind office",
        "First Minister of Norland Ilsa Brandt said two barges had sunk.",
        "Ilsa Brandt",
    ),
    ("description", "The Brandt Institute counted wrecks. The institute said two barges had sunk.", "Brandt Institute"),
    ("unnamed", "A senior official said two barges had sunk.", "senior official"),
    ("descriptor before a name", "The newspaper Daybreak said two barges had sunk.", "Daybreak"),
]


@pytest.mark.parametrize(("text", "name"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_source_gets_its_fullest_name(claims_of: ClaimsOf, text: str, name: str) -> None:
    """The origin of the last claim goes by the fullest name in the text."""
    origin = claims_of(text)[-1].origin
    assert origin is not None
    assert origin.name == name
