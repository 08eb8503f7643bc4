"""Turn model types into canonical JSON and back, and give their JSON Schema."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from pydantic import TypeAdapter

Model = TypeVar("Model")


_ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {}


def _adapter(model: type[Any]) -> TypeAdapter[Any]:
    if model not in _ADAPTERS:
        _ADAPTERS[model] = TypeAdapter(model)
    return _ADAPTERS[model]


def to_data(value: Any) -> Any:
    """Return a model value as plain dictionaries, lists, strings, numbers and None, ready for ``json``."""
    return _adapter(type(value)).dump_python(value, mode="json")


def to_json(value: Any) -> str:
    """Return canonical JSON: keys sorted, no spaces, characters kept, so that equal values give equal bytes."""
    return json.dumps(to_data(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(model: type[Model], text: str | bytes) -> Model:
    """Rebuild a model value.

    Args:
        model: the type to build, such as ``Claim``.
        text: JSON as ``to_json`` wrote it.

    Raises:
        pydantic.ValidationError: where the JSON does not fit the type.
    """
    built: Model = _adapter(model).validate_json(text)
    return built


def schema_of(model: type[Any]) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a model type as ``to_data`` writes it."""
    return _adapter(model).json_schema(mode="serialization")
