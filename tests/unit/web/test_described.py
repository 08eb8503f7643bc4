"""Programs find every page described, and its JSON is what the description says."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient
from jsonschema import Draft202012Validator

from reportedly.pipeline.run import grow_paths
from reportedly.pipeline.workbench.opening import bring_up_to_date
from reportedly.web.app import create_app
from reportedly.web.described import PAGES
from toy import toy_tools
from toy_reports import write_reports


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of a workbench over a few reports, with an edition begun."""
    folder = tmp_path_factory.mktemp("described")
    ledger = folder / "a.db"
    grow_paths([write_reports(folder / "reports")], toy_tools(), ledger)
    bring_up_to_date(ledger, toy_tools())
    with TestClient(create_app(ledger, toy_tools()), base_url="http://127.0.0.1") as made:
        made.cookies.set("reportedly-person", "Ada")
        event = made.get("/search.json?among=events").json()["lines"][0]["card"]["event_id"]
        assert made.post("/publish", data={"title": "A day", "event": event}).status_code == 200
        yield made


@pytest.fixture(scope="module")
def described(client: TestClient) -> dict[str, Any]:
    """The description."""
    found: dict[str, Any] = client.get("/openapi.json").json()
    return found


def addresses(client: TestClient) -> dict[str, str]:
    """Return an address that this ledger answers, by the path of the description."""
    view = client.get("/api.json").json()
    lines = {one["path"]: urlsplit(shlex.split(one["example"])[1]) for one in view["endpoints"]}
    found = {path: f"{line.path}?{line.query}" for path, line in lines.items()}
    edition = client.get("/publish.json").json()["editions"][0]["id"]
    block = client.get(f"/publish/{edition}.json").json()["rows"][0]["id"]
    return {
        path: line.replace("EDITION_ID", edition).replace("BLOCK_ID", block).replace("download/csv", "download/html")
        for path, line in found.items()
    }


def test_every_page_is_described(described: dict[str, Any]) -> None:
    """No address that is read is missing from the description, and none is in it that does not exist."""
    assert set(described["paths"]) == set(PAGES)


def test_every_parameter_has_a_meaning(described: dict[str, Any]) -> None:
    """Whatever can be asked is explained."""
    bare = [
        f"{path}: {one['name']}"
        for path, item in described["paths"].items()
        for one in item["get"]["parameters"]
        if not one.get("description")
    ]
    assert bare == []


def test_every_page_has_a_line_that_says_what_it_is(described: dict[str, Any]) -> None:
    """The summary is a sentence of the page's own."""
    assert all(" " in item["get"]["summary"] for item in described["paths"].values())


def test_the_description_refers_to_nothing_that_is_missing(described: dict[str, Any]) -> None:
    """Each schema that is referred to is there."""
    there = {f"#/components/schemas/{name}" for name in described["components"]["schemas"]}
    assert set(_refs(described)) <= there


@pytest.mark.parametrize(
    "path", [path for path, page in PAGES.items() if page.view and "round" not in path and "job" not in path]
)
def test_the_json_of_a_page_is_as_described(client: TestClient, described: dict[str, Any], path: str) -> None:
    """What the line on the page for programs gets is valid against the page's schema."""
    answer = client.get(addresses(client)[path], headers={"accept": "application/json"})
    assert answer.status_code == 200
    schema = described["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    whole = {**schema, "components": described["components"]}
    faults = [fault.message[:200] for fault in Draft202012Validator(whole).iter_errors(answer.json())]
    assert faults == []


def test_an_error_is_as_described(client: TestClient, described: dict[str, Any]) -> None:
    """A refused request answers what the description says of errors."""
    answer = client.get("/search.json?measure=ghosts")
    told = described["paths"]["/search"]["get"]["responses"]["400"]["content"]["application/json"]["schema"]
    Draft202012Validator({**told, "components": described["components"]}).validate(answer.json())
    assert answer.status_code == 400


def test_the_fixed_values_of_a_parameter_are_told(described: dict[str, Any]) -> None:
    """What a field can be is in the description."""
    parameters = {one["name"]: one for one in described["paths"]["/search"]["get"]["parameters"]}
    assert parameters["among"]["schema"]["enum"] == ["claims", "events", "documents"]
    assert "size" not in parameters


def _refs(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        for one in value.values():
            yield from _refs(one)
    elif isinstance(value, list):
        for one in value:
            yield from _refs(one)
