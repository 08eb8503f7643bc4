"""The registry of actors that is shipped: whole, without double names, and right where names are easily confused."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

import pytest

from reportedly.model.actors import ActorRegistry, folded
from reportedly.model.claim import SourceClass
from reportedly.model.codec import from_json


@pytest.fixture(scope="module")
def registry() -> ActorRegistry:
    """Read the shipped registry."""
    return from_json(ActorRegistry, (files("reportedly") / "data" / "actors.json").read_text(encoding="utf-8"))


def test_no_name_means_two_actors(registry: ActorRegistry) -> None:
    """After folding, each name belongs to one actor."""
    pairs = {(folded(name), actor.id) for actor in registry.actors for name in (actor.name, *actor.names)}
    assert [name for name, count in Counter(name for name, _ in pairs).items() if count > 1] == []


def test_every_body_that_one_speaks_for_is_there(registry: ActorRegistry) -> None:
    """``part_of`` points to an actor."""
    assert [a.id for a in registry.actors if a.part_of and registry.get(a.part_of) is None] == []


def test_every_side_has_marker_words(registry: ActorRegistry) -> None:
    """A side that an actor belongs to can be told from a phrase."""
    assert {actor.side for actor in registry.actors if actor.side} <= set(registry.sides)


def test_ukraines_gur_is_not_russias_gru(registry: ActorRegistry) -> None:
    """Two services with nearly one name are two actors of two sides."""
    ours, theirs = registry.find("GUR"), registry.find("GRU")
    assert ours is not None
    assert theirs is not None
    assert (ours.side, theirs.side) == ("Ukraine", "Russia")


@pytest.mark.parametrize("name", ["DIU", "HUR", "the Main Directorate of Military Intelligence (DIU) of Ukraine"])
def test_names_of_one_service_meet(registry: ActorRegistry, name: str) -> None:
    """Transliterations and translations of one service are one actor."""
    actor = registry.find(name)
    assert actor is not None
    assert actor.id == "ua-gur"


def test_a_wire_is_a_medium_of_no_side(registry: ActorRegistry) -> None:
    """An international agency passes on the word of others."""
    actor = registry.find("Reuters")
    assert actor is not None
    assert (actor.source_class, actor.side) == (SourceClass.MEDIUM, None)


def test_two_sides_in_one_phrase_are_both_told(registry: ActorRegistry) -> None:
    """The words of a mixed contingent name both parties."""
    assert registry.sides_in("Russian and North Korean troops") == ("North Korea", "Russia")
