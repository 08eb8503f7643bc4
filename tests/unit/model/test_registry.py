"""Registries: what is refused, and how a user's own lies over the bundled one."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.actors import Actor, ActorRegistry
from reportedly.model.errors import SettingsError
from reportedly.model.registry import check, loose_ends, merged, read_registry

NAMES = (
    "Velt Guard",
    "Tarn Guard",
    "Guard of Velt",
    "Order Ministry",
    "Ministry of Order",
    "Veltyy Post",
    "Velti Post",
)
ACTORS = st.lists(
    st.builds(Actor, st.sampled_from("abcd"), st.sampled_from(NAMES), st.tuples(st.sampled_from(NAMES))),
    max_size=4,
    unique_by=lambda actor: actor.id,
)
REGISTRIES = ACTORS.map(lambda actors: ActorRegistry(tuple(actors), {}))


def text(*actors: dict[str, Any], sides: dict[str, list[str]] | None = None) -> str:
    """Write a registry."""
    return json.dumps({"actors": actors, "sides": sides or {}})


def test_a_registry_is_read() -> None:
    """A file of actors gives a registry that knows them."""
    found = read_registry(text({"id": "a", "name": "Velt Guard"}), "own.json").find("the Velt Guard")
    assert found == Actor("a", "Velt Guard")


def test_an_id_that_stands_twice_is_refused() -> None:
    """The error names file and id."""
    with pytest.raises(SettingsError, match=r"E211.*id a.*own\.json"):
        read_registry(text({"id": "a", "name": "One"}, {"id": "a", "name": "Two"}), "own.json")


@pytest.mark.parametrize("alias", ["velt guard", "The Velt Guard", "Vélt-Guard", "Welt Guard;Velt Guard"])
def test_a_name_that_fits_two_actors_is_refused(alias: str) -> None:
    """The error names both actors and both spellings."""
    actors = ({"id": "a", "name": "Velt Guard"}, {"id": "b", "name": "Other", "names": alias.split(";")})
    with pytest.raises(SettingsError, match=r"E212.*of b and “Velt Guard” of a"):
        read_registry(text(*actors), "own.json")


def test_two_transliterations_of_one_name_fit_two_actors() -> None:
    """Two actors may not differ in the spelling of one name alone."""
    registry = ActorRegistry((Actor("a", "Oleh Marsky"), Actor("b", "Oleh Mars'kyi")))
    with pytest.raises(SettingsError, match="E212"):
        check(registry, "own.json")


def test_two_persons_of_one_surname_may_stand_together() -> None:
    """A first name keeps two persons apart, and the bare surname finds neither."""
    registry = ActorRegistry((Actor("a", "Ivan Marek"), Actor("b", "Igor Marek")))
    check(registry, "own.json")
    assert registry.find("Marek") is None


def test_one_actor_may_have_two_spellings() -> None:
    """Names of one actor that fold alike are no fault."""
    check(ActorRegistry((Actor("a", "Oleh Marsky", ("Oleh Marskyi",)),)), "own.json")


def test_a_word_that_marks_two_sides_is_refused() -> None:
    """A marker word belongs to one side."""
    with pytest.raises(SettingsError, match=r"E213.*harbour"):
        read_registry(text(sides={"Velt": ["harbour"], "Tarn": ["harbour"]}), "own.json")


def test_no_registry_is_refused() -> None:
    """What is not a registry is named with what is wrong."""
    with pytest.raises(SettingsError, match=r"E204.*own\.json"):
        read_registry("[]", "own.json")


def test_the_own_actor_takes_the_place_of_its_id() -> None:
    """An entry with a known id replaces that entry."""
    base = ActorRegistry((Actor("a", "Velt Guard", ("VG",)),))
    both = merged(base, ActorRegistry((Actor("a", "Guard of Velt Town"),)))
    assert both.get("a") == Actor("a", "Guard of Velt Town")
    assert both.find("VG") is None


def test_the_own_actor_takes_its_names_from_others() -> None:
    """A name of the user's leads to the user's actor; the other keeps the names it has left."""
    base = ActorRegistry((Actor("a", "Velt Guard", ("VG",)),))
    both = merged(base, ActorRegistry((Actor("own", "V.G."),)))
    assert both.find("VG") == Actor("own", "V.G.")
    assert both.find("Velt Guard") == Actor("a", "Velt Guard")


def test_the_own_side_wins() -> None:
    """Marker words of the user's replace those of a side with the same name, and others stay."""
    base = ActorRegistry((), {"Velt": ("velt",), "Tarn": ("tarn",)})
    assert merged(base, ActorRegistry((), {"Velt": ("harbour",)})).sides == {"Velt": ("harbour",), "Tarn": ("tarn",)}


def test_loose_ends_are_told() -> None:
    """A body that is not there and a side without marker words are named."""
    registry = ActorRegistry((Actor("a", "One", side="Velt", part_of="b"),))
    assert len(list(loose_ends(registry))) == 2


@given(REGISTRIES, REGISTRIES)
def test_merging_leaves_the_own_registry_whole(base: ActorRegistry, own: ActorRegistry) -> None:
    """Each actor of the user's stands in the merged registry as it was, and merging again changes nothing."""
    both = merged(base, own)
    assert all(both.get(actor.id) == actor for actor in own.actors)
    assert merged(both, own) == both


@given(REGISTRIES, REGISTRIES)
def test_merging_makes_nothing_ambiguous(base: ActorRegistry, own: ActorRegistry) -> None:
    """Two registries that are in order are in order together."""
    for one in (base, own):
        try:
            check(one, "one")
        except SettingsError:
            return
    check(merged(base, own), "both")
