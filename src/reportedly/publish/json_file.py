"""The dossier as JSON, and the JSON Schema that it fulfils."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from reportedly.model.codec import schema_of, to_data
from reportedly.model.dossier import Dossier

VERSION = 1
"""Raised whenever a reader of the last version could stumble over a file."""

SCHEMA_ID = f"urn:reportedly:dossier:{VERSION}"


def dossier_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of dossier files, made from the model's types."""
    schema = schema_of(Dossier)
    schema["properties"] = {
        "$schema": {"const": SCHEMA_ID, "description": "Id of the schema that the file fulfils."},
        "version": {"const": VERSION, "description": "Version of the form."},
        **schema["properties"],
    }
    schema["required"] = ["$schema", "version", *schema.get("required", ())]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_ID, **schema}


def schema_text() -> str:
    """Return the schema as the text of its published file."""
    return json.dumps(dossier_schema(), indent=2, sort_keys=True, ensure_ascii=False) + "\n"


@cache
def published_schema() -> dict[str, Any]:
    """Return the schema as it lies in the package."""
    text = files("reportedly").joinpath("data/schema/dossier.schema.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def render_json(dossier: Dossier) -> str:
    """Return the whole dossier as JSON, keys sorted."""
    data = {"$schema": SCHEMA_ID, "version": VERSION, **to_data(dossier)}
    return json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
