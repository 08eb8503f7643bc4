"""One name for one origin; all is invented."""

from __future__ import annotations

import pytest

from reportedly.events.naming import Voice, Voices
from reportedly.events.nodes import families, nodes_of
from reportedly.model.actors import Actor, ActorRegistry
from reportedly.model.claim import SourceClass
from unit.events.tellings import DAY, Told, tell


def said(key: str, name: str, rest: str = "", outlet: str = "Morning Leaf", *outer: str) -> Told:
    """Let a report give a name as its source."""
    text = f"The pier is closed, {name} said. {rest}"
    return tell(key, text, "The pier is closed", *outer, name, outlet=outlet)


def voices(*told: Told, registry: ActorRegistry | None = None) -> list[Voice]:
    """Return the voice of each claim, in the order given."""
    nodes = nodes_of([claim for _, claim in told], families([document for document, _ in told]))
    found = Voices(nodes, registry or ActorRegistry())
    by_claim = {claim: found.of(node) for node in nodes for claim in node.claim_ids}
    return [by_claim[claim.id] for _, claim in told]


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Coastguard", "Velt Coastguard"),
        ("VHA", "Velt Harbour Authority"),
        ("Movement", "Movement of the Tide"),
        ("the Harbour Police", "Port Velt Harbour Police"),
    ],
)
def test_a_short_form_is_the_full_name(short: str, full: str) -> None:
    """First or last words and initials of a unique longer name mean it."""
    one, two = voices(said("a", full), said("b", short))
    assert one.key == two.key


def test_a_short_form_of_two_bodies_is_neither() -> None:
    """What fits two bodies is left alone."""
    *_, vague = voices(said("a", "Velt Coastguard"), said("b", "Tarn Coastguard"), said("c", "Coastguard"))
    assert vague.key == "coastguard"


def test_the_lawyers_of_a_body_are_not_the_body() -> None:
    """A name that only ends in another's is another."""
    one, two = voices(said("a", "Marla Lines"), said("b", "Lawyers of Marla Lines"))
    assert one.key != two.key


@pytest.mark.parametrize(
    "words",
    [
        "Ina Roth, who speaks for the Velt Coastguard, was tired.",
        "Ina Roth of the Velt Coastguard was tired.",
        "Ina Roth, deputy director of the Velt Coastguard, was tired.",
    ],
)
def test_a_person_speaks_for_a_body(words: str) -> None:
    """The text says whose spokesman someone is."""
    one, two = voices(said("a", "Velt Coastguard"), said("b", "Ina Roth", words))
    assert one.key == two.key


def test_one_who_only_works_somewhere_speaks_for_himself() -> None:
    """Teaching at a university is not speaking for it."""
    one, two = voices(
        said("a", "University of Velt"), said("b", "Ina Roth", "Ina Roth teaches at the University of Velt.")
    )
    assert one.key != two.key


def test_the_registry_tells_names_and_sides() -> None:
    """A transliteration of a known body is the body, with its side."""
    registry = ActorRegistry((Actor("t", "Tarn Army", ("Army of Tharn",), SourceClass.MILITARY, "Tarn"),))
    one, two = voices(said("a", "Tarn Army"), said("b", "Army of Tharn"), registry=registry)
    assert (one.key, one.origin.side) == (two.key, "Tarn")


def test_a_side_is_not_guessed() -> None:
    """Without registry or marker a side is not known."""
    assert voices(said("a", "Velt Coastguard"))[0].origin.side is None


def test_an_outlet_that_is_quoted_as_origin_elsewhere_speaks_as_itself() -> None:
    """A body's own notice needs no chain."""
    notice = tell("b", "The harbour is shut.", "The harbour is shut", outlet="Velt Coastguard", day=DAY)
    assert voices(said("a", "Velt Coastguard"), notice)[1].own


def test_a_newspaper_that_is_quoted_elsewhere_is_still_an_outlet() -> None:
    """The own voice of an ordinary outlet is no recorded origin."""
    bare = tell("b", "The harbour is shut.", "The harbour is shut", outlet="Velt News")
    assert not voices(said("a", "Velt News"), bare)[1].recorded


def test_a_reprint_on_the_same_day_leaves_the_author_open() -> None:
    """Where a body and a paper carry one text on one day, nothing says whose it is."""
    cited = said("a", "Velt Coastguard")
    text = "The harbour is shut."
    one = tell("b", text, "The harbour is shut", outlet="Velt Coastguard")
    two = tell("c", text, "The harbour is shut", outlet="Second Leaf")
    assert not voices(cited, one, two)[1].recorded


def test_footage_of_a_party_stands_beside_its_word() -> None:
    """What a party shows is its own, but not what it says."""
    registry = ActorRegistry((Actor("t", "Tarn Army", (), SourceClass.MILITARY, "Tarn"),))
    word, shown = voices(said("a", "Tarn Army"), said("b", "drone footage", "", "Leaf", "Tarn Army"), registry=registry)
    assert word.key != shown.key
    assert shown.origin.side == "Tarn"


def test_a_turned_name_is_the_same_voice() -> None:
    """``Ministry of Defence of Velm`` and ``Velm Defence Ministry`` are one origin."""
    one, two = voices(said("a", "Ministry of Defence of Velm"), said("b", "Velm Defence Ministry"))
    assert one.key == two.key


def test_something_of_a_body_is_not_its_fuller_name() -> None:
    """A body is not renamed after its spokeswoman's or its appeal's longer name."""
    one, _ = voices(said("a", "White Lantern Society"), said("b", "White Lantern Society's latest appeal"))
    assert one.origin.name == "White Lantern Society"
