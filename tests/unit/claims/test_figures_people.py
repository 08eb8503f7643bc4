"""Whose loss a figure is, and where killed and wounded are one figure; invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.model.claim import Claim, Measure

ClaimsOf = Callable[..., tuple[Claim, ...]]

CASES = [
    (
        "lost, both named behind",
        "The Norland and Orsal units have lost about 80 soldiers, killed and wounded.",
        Measure.CASUALTIES,
        "Norland and Orsal units",
    ),
    (
        "losses in both",
        "The Norland units have suffered 80 losses in killed and wounded.",
        Measure.CASUALTIES,
        "Norland units",
    ),
    (
        "were both",
        "At least 30 Orsal soldiers were killed and wounded near the weir.",
        Measure.CASUALTIES,
        "Orsal soldiers",
    ),
    ("lost, not said how", "The Norland garrison lost 80 men in March.", Measure.LOST, "Norland garrison"),
    ("dead as adjective", "The picture showed two dozen dead Orsal soldiers.", Measure.KILLED, "Orsal soldiers"),
    ("noun from before", "The regiment killed 50 soldiers and wounded 47 near the weir.", Measure.WOUNDED, "soldiers"),
]


@pytest.mark.parametrize(("text", "measure", "of"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_measure_and_whose(claims_of: ClaimsOf, text: str, measure: Measure, of: str) -> None:
    """The last figure of the sentence has this measure, of these people."""
    quantity = [quantity for claim in claims_of(text) for quantity in claim.quantities][-1]
    assert (quantity.measure, quantity.of) == (measure, of)


def test_place_of_fighting_suffers_nothing(claims_of: ClaimsOf) -> None:
    """Villages in which people were wounded are not wounded themselves."""
    text = "More than 30 soldiers were wounded in fighting for three villages."
    found = {quantity.of: quantity.measure for claim in claims_of(text) for quantity in claim.quantities}
    assert found.get("villages", Measure.OTHER) is Measure.OTHER


def test_figure_that_points_back_is_none(claims_of: ClaimsOf) -> None:
    """``how many of the 80`` takes up a figure and gives none."""
    claims = claims_of("The navy counted 80 losses. It did not say how many of the 80 were sailors.")
    assert claims[-1].quantities == ()
