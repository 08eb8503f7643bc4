"""Refusals as pages: what to do, and nothing of what was typed is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from reportedly.ledger.store import Ledger
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare
from reportedly.pipeline.workbench.opening import bring_up_to_date
from reportedly.web.app import create_app

TYPED = {"name": "Bridges <b>", "address": "/search?q=bridge"}


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty ledger."""
    ledger = tmp_path_factory.mktemp("refused") / "empty.db"
    Ledger.open(ledger, write=True).close()
    bring_up_to_date(ledger, prepare(Settings()))
    return ledger


@pytest.fixture
def client(empty: Path, tmp_path: Path) -> TestClient:
    """A workbench over an empty ledger of the test's own."""
    ledger = Path(shutil.copy(empty, tmp_path / "own.db"))
    return TestClient(create_app(ledger, prepare(Settings())), base_url="http://127.0.0.1", follow_redirects=False)


def test_a_form_without_a_name_asks_who_is_working(client: TestClient) -> None:
    """The page holds everything that was typed, escaped."""
    answer = client.post("/search/saved", data=TYPED)
    assert answer.status_code == 400
    assert "Who is working?" in answer.text
    assert '<input type="hidden" name="name" value="Bridges &lt;b&gt;">' in answer.text


def test_a_form_is_sent_again_once_there_is_a_name(client: TestClient) -> None:
    """307 has the browser send the same fields to where they were meant to go."""
    answer = client.post("/person/then?to=/search/saved", data={**TYPED, "person_name": "A. Analyst"})
    assert (answer.status_code, answer.headers["location"]) == (307, "/search/saved")
    assert client.post(answer.headers["location"], data=TYPED).status_code == 303


def test_a_name_leads_nowhere_else(client: TestClient) -> None:
    """A form is never sent on to another site."""
    answer = client.post("/person/then?to=//example.org/x", data={"person_name": "A. Analyst"})
    assert answer.headers["location"] == "/"


def test_programs_are_told_in_json_that_a_name_is_missing(client: TestClient) -> None:
    """The same refusal with its code."""
    answer = client.post("/search/saved", data=TYPED, headers={"accept": "application/json"})
    assert answer.json()["code"] == "E280"


def test_an_unknown_page_says_what_to_do(client: TestClient) -> None:
    """Also as JSON."""
    assert client.get("/nowhere.json").json()["advice"]
    assert client.get("/nowhere").status_code == 404


@pytest.mark.parametrize(
    "address",
    ["/review?state=lost", "/review?page=x", "/review?page=0", "/review/log?kind=lost", "/review/log?before=x"],
)
def test_values_that_there_are_not_are_refused(client: TestClient, address: str) -> None:
    """A mistyped address is never answered with something else."""
    answer = client.get(address, headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (400, "E297")
