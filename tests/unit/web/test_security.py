"""Who may ask the workbench, and what its pages may do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from reportedly.ledger.store import Ledger
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare
from reportedly.web.app import create_app

HERE = "http://127.0.0.1:8750"


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    """A client at a workbench over an empty ledger."""
    ledger = tmp_path / "empty.db"
    Ledger.open(ledger, write=True).close()
    with TestClient(create_app(ledger, prepare(Settings())), base_url=HERE, follow_redirects=False) as made:
        yield made


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8750", "127.0.0.1.evil.example", "", "192.168.0.7"])
def test_another_host_name_is_refused(client: TestClient, host: str) -> None:
    """A name that was led to this machine reads nothing."""
    assert client.get("/", headers={"host": host}).status_code == 403


@pytest.mark.parametrize("host", ["127.0.0.1:8750", "localhost:8750", "localhost", "[::1]:8750"])
def test_the_machines_own_names_are_served(client: TestClient, host: str) -> None:
    """Whatever the machine calls itself, it is answered."""
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_another_sites_page_changes_nothing(client: TestClient, headers: dict[str, str]) -> None:
    """What writes must come from the workbench's own pages."""
    assert client.post("/person", data={"name": "A. Analyst"}, headers=headers).status_code == 403


def test_its_own_page_may_write(client: TestClient) -> None:
    """A form of the workbench is taken."""
    headers = {"origin": HERE, "sec-fetch-site": "same-origin"}
    assert client.post("/person", data={"name": "A. Analyst"}, headers=headers).status_code == 303


@pytest.mark.parametrize("path", ["/", "/documents", "/nothing-here", "/static/site.css", "/openapi.json"])
def test_every_answer_carries_the_policy(client: TestClient, path: str) -> None:
    """Pages, files, errors: none may load or run anything of another's."""
    policy = client.get(path).headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:1"])
def test_a_form_leads_back_to_the_workbench_only(client: TestClient, back: str) -> None:
    """Nobody is led to another site after giving a name."""
    answer = client.post("/person", data={"name": "A. Analyst", "back": back})
    assert answer.headers["location"] == "/"


def test_the_machines_name_is_no_persons(client: TestClient) -> None:
    """Decisions cannot be made under the program's own name."""
    assert client.post("/person", data={"name": "machine"}).status_code == 400


def test_nothing_is_kept_by_the_browser(client: TestClient) -> None:
    """Pages are not stored in a cache that others could read."""
    assert client.get("/").headers["cache-control"] == "no-store"
