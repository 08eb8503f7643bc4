"""The page for programs: every address with what it can be asked, and a line to try it with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_EXAMPLES = {
    "/": "?contested=1",
    "/search": "?q=killed",
    "/search.csv": "?q=killed",
    "/documents": "?sort=claims",
    "/review/add": "?document={document_id}",
}
"""What the line to try asks for, where that tells more than the bare address."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing that can be asked."""

    name: str
    where: str
    """``path`` or ``query``."""
    meaning: str
    values: tuple[str, ...]
    """What it can be, where that is fixed."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One address."""

    path: str
    summary: str
    media: str
    """What it answers to a program."""
    parameters: tuple[Parameter, ...]
    example: str
    """A line for a terminal that gets it as JSON, or as the file that it is."""
    schema: str
    """Name of what the JSON is; empty for a file."""


@dataclass(frozen=True, slots=True)
class ApiView:
    """What the page shows."""

    endpoints: tuple[Endpoint, ...]
    description: str


def api_view(described: Mapping[str, Any], base: str, ids: Mapping[str, str]) -> ApiView:
    """Return the page.

    Args:
        described: the OpenAPI description.
        base: address of the workbench, without a slash at the end.
        ids: ids of things that this ledger holds, by the name of the parameter, for the lines to try.
    """
    return ApiView(tuple(_endpoints(described, base, ids)), "/openapi.json")


def _endpoints(described: Mapping[str, Any], base: str, ids: Mapping[str, str]) -> Iterator[Endpoint]:
    for path, item in described["paths"].items():
        operation = item["get"]
        content = operation["responses"]["200"]["content"]
        media = next(iter(content))
        schema = content[media].get("schema", {})
        refs = [one["$ref"] for one in (schema, *schema.get("anyOf", ())) if "$ref" in one]
        yield Endpoint(
            path=path,
            summary=operation["summary"],
            media=media,
            parameters=tuple(_parameter(one) for one in operation["parameters"]),
            example=_line(path, base, ids, json=media == "application/json" or media.endswith("geo+json")),
            schema=" or ".join(ref.rpartition("/")[2] for ref in refs),
        )


def _parameter(one: Mapping[str, Any]) -> Parameter:
    schema = one.get("schema", {})
    return Parameter(one["name"], one["in"], one.get("description", ""), tuple(map(str, schema.get("enum", ()))))


def _line(path: str, base: str, ids: Mapping[str, str], *, json: bool) -> str:
    ending = "" if not json else "index.json" if path == "/" else ".json"
    address = f"{path}{ending}{_EXAMPLES.get(path, '')}"
    filled = re.sub(r"\{(\w+)\}", lambda match: ids.get(match[1], match[1].upper()), address)
    return f"curl '{base}{filled}'"
