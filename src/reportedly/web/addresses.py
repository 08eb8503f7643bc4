"""Addresses of pages: what they ask for stands in them, so that they can be shared and gone back to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlencode

from fastapi import Request

from reportedly.publish.labels import day_label

_BELONGS = {"event": "/", "source": "/", "document": "/documents", "refusals": "/add"}
"""Parts that go by another name than their pages."""


@dataclass(frozen=True, slots=True)
class AsKnown:
    """That a page shows what was known on a day, and how to see it as it is now."""

    day: str
    without: str
    """The same address without the day."""


def address_of(request: Request) -> str:
    """Return path and query of a request."""
    return f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path


def address_with(request: Request, **changes: str | int | None) -> str:
    """Return the address of a request with some of its query's values set anew; None takes one away.

    Empty values are left out, and a change of anything but the page leads to the first page.
    """
    gone = {*changes, *(() if "page" in changes else ("page",))}
    kept = [(name, value) for name, value in request.query_params.multi_items() if name not in gone and value]
    given = [(name, str(value)) for name, value in changes.items() if value not in {None, ""}]
    query = urlencode([*kept, *(one for one in given if one != ("page", "1"))])
    return f"{request.url.path}?{query}" if query else request.url.path


def tidy(request: Request) -> str:
    """Return the address of a request without the empty values that a form sends along."""
    kept = [one for one in request.query_params.multi_items() if one[1].strip()]
    return f"{request.url.path}?{urlencode(kept)}" if kept else request.url.path


def is_tidy(request: Request) -> bool:
    """Say whether an address has no empty values, so that it is as short as it can be shared."""
    return all(value.strip() for _, value in request.query_params.multi_items())


def source_address(name: str) -> str:
    """Return the address of the page of a source, by its name or its id in the registry."""
    return f"/source/{quote(name, safe='')}"


def without(request: Request, name: str, value: str) -> str:
    """Return the address of a request with one value of its query taken away."""
    kept = [one for one in request.query_params.multi_items() if one != (name, value) and one[1] and one[0] != "page"]
    return f"{request.url.path}?{urlencode(kept)}" if kept else request.url.path


def part_of(path: str) -> str:
    """Return the address of the part of the workbench that a page belongs to."""
    first = path.strip("/").split("/")[0]
    return _BELONGS.get(first, f"/{first}")


def as_known(request: Request) -> AsKnown | None:
    """Return on which day a page shows what was known; None where it shows what is known now."""
    asked = request.query_params.get("as_of", "")
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        return None
    return AsKnown(day_label(day), address_with(request, as_of=None))
