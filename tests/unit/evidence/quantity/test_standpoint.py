"""How the one who speaks stands to those whose losses a figure counts."""

from __future__ import annotations

import pytest

from reportedly.evidence.quantity.standpoint import COUNTS, Standpoint, relation_of
from reportedly.model.claim import SourceClass
from reportedly.model.event import Origin
from reportedly.model.quantity_priors import SideRelation
from unit.evidence.quantity.told import PRIORS

ENEMY, OWN, NEUTRAL, UNKNOWN = SideRelation


@pytest.mark.parametrize(
    ("side", "sides", "relation"),
    [
        ("Ukraine", ("Russia",), ENEMY),
        ("Ukraine", ("North Korea", "Russia"), ENEMY),
        ("Ukraine", ("Ukraine",), OWN),
        ("Ukraine", ("Russia", "Ukraine"), UNKNOWN),
        ("Ukraine", (), UNKNOWN),
        ("South Korea", ("North Korea",), NEUTRAL),
        ("Belarus", ("Russia",), UNKNOWN),
        (None, ("Russia",), NEUTRAL),
    ],
)
def test_the_side_decides(side: str | None, sides: tuple[str, ...], relation: SideRelation) -> None:
    """Enemies, one's own, third states, allies and people of no known party."""
    assert relation_of(Origin("speaker", side=side), Standpoint(sides, "killed"), PRIORS) is relation


def test_armed_men_without_a_side_are_not_neutral() -> None:
    """A militia that nobody has placed may lean either way."""
    militia = Origin("River Militia", source_class=SourceClass.ARMED_GROUP)
    assert relation_of(militia, Standpoint(("Russia",), "killed"), PRIORS) is UNKNOWN
    assert relation_of(militia, Standpoint((), "killed"), PRIORS) is NEUTRAL


def test_counts_that_are_no_losses_have_no_enemy() -> None:
    """How many were deployed a party tells with a leaning that is not known."""
    assert relation_of(Origin("army", side="Ukraine"), Standpoint(("Russia",), COUNTS), PRIORS) is UNKNOWN
