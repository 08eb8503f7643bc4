"""The registry that is shipped: in order, and right where names are easily confused."""

from __future__ import annotations

from importlib.resources import files

import pytest

from reportedly.model.actors import ActorRegistry, folded
from reportedly.model.claim import SourceClass
from reportedly.model.registry import loose_ends, read_registry

TEXT = (files("reportedly") / "data" / "actors.json").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def registry() -> ActorRegistry:
    """Read the shipped registry, which refuses ambiguous names."""
    return read_registry(TEXT, "actors.json")


def known(registry: ActorRegistry, name: str) -> str | None:
    """Return the id behind a name."""
    actor = registry.find(name)
    return actor.id if actor else None


def test_nothing_is_left_open(registry: ActorRegistry) -> None:
    """Every body that one is part of is there, and every side has marker words."""
    assert list(loose_ends(registry)) == []


def test_each_actor_has_a_line_of_its_own_in_order(registry: ActorRegistry) -> None:
    """Changes can be read: one actor a line, by id."""
    ids = [actor.id for actor in registry.actors]
    assert ids == sorted(ids)
    assert sum(line.lstrip().startswith('{"id"') for line in TEXT.splitlines()) == len(ids)


def test_marker_words_are_folded(registry: ActorRegistry) -> None:
    """A marker that folding changes would never be found."""
    assert [mark for marks in registry.sides.values() for mark in marks if folded(mark) != mark] == []


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("HUR", "ua-gur"),
        ("Main Directorate of Intelligence", "ua-gur"),
        ("G.R.U.", "ru-gru"),
        ("Volodymyr Zelens'kyi", "ua-zelensky"),
        ("Zelenskiy", "ua-zelensky"),
        ("Oleksandr Syrs'kyy", "ua-syrskyi"),
        ("Kiev Post", "m-kyivpost"),
        ("Russian MoD", "ru-mod"),
        ("Ukraine's MoD", "ua-mod"),
        ("the Defence Ministry of Russia", "ru-mod"),
        ("the Pentagon", "us-dod"),
        ("U.S. Department of Defence", "us-dod"),
        ("Israeli Defense Forces", "il-idf"),
        ("Huthis", "ye-houthi"),
        ("Hizbollah", "lb-hezbollah"),
        ("SDF", "sy-sdf"),
        ("U.N. Security Council", "unsc"),
        ("OSCE", "osce"),
        ("World Health Organisation", "who"),
        ("Recep Tayyip Erdogan", "tr-erdogan"),
        ("Al-Sharq Al-Awsat", None),
        ("Kim", None),
    ],
)
def test_a_name_leads_to_its_actor(registry: ActorRegistry, name: str, actor: str | None) -> None:
    """Variants, translations and short forms lead to one actor; what is none of its names leads nowhere."""
    assert known(registry, name) == actor


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("GUR", "GRU"),
        ("SBU", "FSB"),
        ("Iraqi government", "Iranian government"),
        ("Nigerien army", "Nigerian army"),
        ("Government of Sudan", "Government of South Sudan"),
        ("Taliban", "Pakistani Taliban"),
        ("Hezbollah", "Kata'ib Hezbollah"),
        ("Syrian National Army", "Syrian Arab News Agency"),
        ("NIS", "Norwegian Intelligence Service"),
        ("US Defense Intelligence Agency", "South Korean Defense Intelligence Agency"),
        ("AFP", "Armed Forces of the Philippines"),
        ("Sergei Lavrov", "Sergei Shoigu"),
    ],
)
def test_bodies_that_are_easily_confused_stay_apart(registry: ActorRegistry, one: str, other: str) -> None:
    """Near names of different bodies are different actors, and both are known."""
    assert None not in {known(registry, one), known(registry, other)}
    assert known(registry, one) != known(registry, other)


def test_a_person_has_a_public_role_or_a_side(registry: ActorRegistry) -> None:
    """A person stands in the registry for the body or party they speak for."""
    people = [actor for actor in registry.actors if actor.source_class is SourceClass.PERSON]
    assert [actor.id for actor in people if not (actor.side or actor.part_of)] == []
