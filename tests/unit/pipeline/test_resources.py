"""Actors, yardsticks and the schema are found, and what is wrong with a user's own file is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportedly.model.errors import SettingsError
from reportedly.pipeline.resources import load_registry, load_schema, load_yardstick, yardstick_names


@pytest.mark.parametrize("name", ["icd203", "ICD 203", "icd-203"])
def test_a_yardstick_is_found_however_its_name_is_written(name: str) -> None:
    """Case, space and dash in a yardstick's name do not matter."""
    assert load_yardstick(name).name == "ICD 203"


def test_every_yardstick_rises_from_row_to_row() -> None:
    """The rows of each bundled yardstick stand in the order of their probabilities."""
    for name in yardstick_names():
        bands = load_yardstick(name).bands
        assert [band.low for band in bands] == sorted(band.low for band in bands)


def test_an_unknown_yardstick_is_refused() -> None:
    """The error lists the yardsticks that there are."""
    with pytest.raises(SettingsError, match="icd203"):
        load_yardstick("gut feeling")


def test_the_users_own_actors_come_first(tmp_path: Path) -> None:
    """An actor of the user's file is found before a bundled one of the same name."""
    bundled = load_registry().actors[0]
    own = tmp_path / "actors.json"
    own.write_text(json.dumps({"actors": [{"id": "my-own", "name": bundled.name}], "sides": {}}), encoding="utf-8")
    found = load_registry(own).find(bundled.name)
    assert found is not None
    assert found.id == "my-own"


@pytest.mark.parametrize("content", ["{broken", '{"actors": [{"name": "no id"}]}', "[]"])
def test_a_wrong_file_of_actors_is_refused(tmp_path: Path, content: str) -> None:
    """A file that is no registry is named, with what is wrong in it."""
    own = tmp_path / "actors.json"
    own.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"actors\.json"):
        load_registry(own)


def test_the_schema_is_there() -> None:
    """The published schema is loaded as JSON Schema 2020-12."""
    assert "2020-12" in load_schema()["$schema"]
