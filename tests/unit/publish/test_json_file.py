"""The dossier as JSON and its schema."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import pytest

import story
from reportedly.publish.json_file import dossier_schema, published_schema, render_json, schema_text


def test_the_published_schema_is_up_to_date() -> None:
    """The schema in the package is what the model's types give; write it anew with ``schema_text``."""
    assert files("reportedly").joinpath("data/schema/dossier.schema.json").read_text("utf-8") == schema_text()


def test_the_schema_is_a_schema() -> None:
    """The published schema fulfils the meta-schema of draft 2020-12."""
    jsonschema.Draft202012Validator.check_schema(dossier_schema())


def test_a_dossier_fulfils_the_published_schema() -> None:
    """What is written validates."""
    jsonschema.Draft202012Validator(published_schema()).validate(json.loads(render_json(story.dossier())))


@pytest.mark.parametrize("part", ["claims", "assessment", "version", "$schema"])
def test_a_dossier_without_a_part_does_not_fulfil_it(part: str) -> None:
    """The schema asks for every part."""
    data = json.loads(render_json(story.dossier()))
    del data[part]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(published_schema()).validate(data)


def test_the_file_names_its_schema_and_version() -> None:
    """A reader can tell which form the file has."""
    data = json.loads(render_json(story.dossier()))
    assert (data["$schema"], data["version"]) == ("urn:reportedly:dossier:1", 1)
