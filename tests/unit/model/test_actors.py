"""Names of actors: compared after folding, genitives and adjectives of countries turned, never nearly."""

from __future__ import annotations

import pytest

from reportedly.model.actors import Actor, ActorRegistry

SIDES = {"Norland": ("norland", "norlander", "harbour town"), "Sudria": ("sudria", "sudrian")}
OFFICE = Actor("nl-office", "Main Office of Weather of Norland", ("MOW",))
REGISTRY = ActorRegistry((OFFICE, Actor("sd-office", "Office of Weather of Sudria")), SIDES)


@pytest.mark.parametrize(
    "name",
    [
        "the Main Office of Weather of Norland",
        "Norland's Main Office of Weather",
        "the Norlander Main Office of Weather",
        "Mow",
    ],
)
def test_one_actor_goes_by_its_names_however_the_country_is_put(name: str) -> None:
    """Article, case, genitive and the country's adjective make no other actor."""
    assert REGISTRY.find(name) == OFFICE


@pytest.mark.parametrize("name", ["Office of Weather of Norland", "Harbour Town Main Office of Weather", "Weather"])
def test_a_near_match_is_no_match(name: str) -> None:
    """A word less, or a town in the country's place, is another name."""
    assert REGISTRY.find(name) is None


def test_words_that_fit_two_actors_fit_none() -> None:
    """Where two actors' names hold the same words in another order, a third order leads to neither."""
    one, other = Actor("a", "Guard of the River Board"), Actor("b", "Board of the River Guard")
    registry = ActorRegistry((one, other), {})
    assert registry.find("Guard of the River Board") == one
    assert registry.find("River Guard Board") is None
