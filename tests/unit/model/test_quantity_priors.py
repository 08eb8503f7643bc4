"""Priors of quantities: what is looked up where, and what a user's own replace."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportedly.model.claim import SourceClass
from reportedly.model.errors import SettingsError
from reportedly.model.quantity_priors import NO_PRIORS, Assumption, QuantityPriors, SideRelation
from reportedly.model.registry import read_registry
from reportedly.pipeline.resources import data_file, load_quantity_priors

PRIORS = load_quantity_priors()


def own(folder: Path, **parts: object) -> QuantityPriors:
    """Load priors with a user's file of the given parts."""
    path = folder / "priors.json"
    path.write_text(json.dumps({"name": "ours", **parts}), encoding="utf-8")
    return load_quantity_priors(path)


def test_the_bundled_priors_lack_nothing() -> None:
    """Every relation, assumption and the unknown class have values that can be."""
    assert all(PRIORS.bias(relation, "any").factor for relation in SideRelation)
    assert all(PRIORS.value(name).source for name in Assumption)
    assert PRIORS.noise(SourceClass.UNKNOWN).spread > 0
    assert PRIORS.out_of_range() == ""
    assert PRIORS
    assert not NO_PRIORS


def test_every_prior_names_its_source() -> None:
    """What is only assumed says so."""
    sources = [one.source for one in PRIORS.biases] + [one.source for one in PRIORS.noises]
    assert all([*sources, *(one.source for one in PRIORS.assumed)])


def test_every_class_of_sources_has_a_noise() -> None:
    """No class falls back on the unknown."""
    assert {one.source_class for one in PRIORS.noises} == set(SourceClass)


def test_a_category_without_a_value_takes_that_of_any() -> None:
    """Enemy ships are told like enemy losses at large."""
    assert PRIORS.bias(SideRelation.ENEMY, "ships") == PRIORS.bias(SideRelation.ENEMY, "any")
    assert PRIORS.bias(SideRelation.ENEMY, "tanks").factor == 1.9


def test_the_adversaries_are_sides_of_the_registry() -> None:
    """Every camp is made of sides that actors have."""
    registry = read_registry(data_file("actors.json").read_bytes(), "actors.json")
    known = set(registry.sides) | {actor.side for actor in registry.actors}
    assert PRIORS.fighting <= known


@pytest.mark.parametrize(
    ("one", "other", "hostile"),
    [
        ("Ukraine", "North Korea", True),
        ("Russia", "Ukraine", True),
        ("South Korea", "North Korea", False),
        ("United Kingdom", "Russia", False),
        ("Velt", "Orsal", True),
        ("Velt", "Velt", False),
    ],
)
def test_who_fights_whom(one: str, other: str, hostile: bool) -> None:
    """By the list; sides that it does not know at all are taken for enemies, third states are not."""
    assert PRIORS.enemies(one, other) is hostile


def test_sides_of_one_camp_are_allies() -> None:
    """Belarus and Russia are, South Korea and North Korea are not."""
    assert PRIORS.allies("Belarus", "Russia")
    assert not PRIORS.allies("South Korea", "North Korea")


def test_a_users_value_replaces_one_and_leaves_the_rest(tmp_path: Path) -> None:
    """Only the prior that the file names is another."""
    bias = {"relation": "enemy", "category": "killed", "factor": 4, "spread": 0.2, "source": "our desk"}
    found = own(tmp_path, biases=[bias])
    assert found.bias(SideRelation.ENEMY, "killed").factor == 4
    assert found.bias(SideRelation.ENEMY, "tanks") == PRIORS.bias(SideRelation.ENEMY, "tanks")
    assert "ours" in found.name


def test_a_users_adversaries_are_added(tmp_path: Path) -> None:
    """A war that the list does not know."""
    assert own(tmp_path, adversaries=[[["South Korea"], ["North Korea"]]]).enemies("North Korea", "South Korea")


@pytest.mark.parametrize(
    "parts",
    [
        {"biases": [{"relation": "enemy", "category": "any", "factor": 0, "spread": 0.2, "source": "x"}]},
        {"biases": [{"relation": "foe", "category": "any", "factor": 1, "spread": 0.2, "source": "x"}]},
        {"noises": [{"source_class": "person", "spread": 0, "source": "x"}]},
        {"assumed": [{"name": "exact", "factor": 1.5, "spread": 0, "source": "x"}]},
    ],
    ids=["factor 0", "no relation", "no noise", "no share"],
)
def test_what_cannot_be_a_prior_is_refused(tmp_path: Path, parts: dict[str, object]) -> None:
    """A wrong value is named before the work begins."""
    with pytest.raises(SettingsError, match="E219"):
        own(tmp_path, **parts)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """So is one that cannot be read."""
    with pytest.raises(SettingsError, match="E219"):
        load_quantity_priors(tmp_path / "none.json")


def test_each_assumption_is_in_the_file_once() -> None:
    """The file names every assumption that there is."""
    assert sorted(one.name for one in PRIORS.assumed) == sorted(Assumption)
