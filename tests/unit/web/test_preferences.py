"""Colours, single keys, and the addresses that forms lead back to."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from reportedly.ledger.store import Ledger
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare
from reportedly.pipeline.workbench.opening import bring_up_to_date
from reportedly.web.app import create_app

CONTRARY = "https://elsewhere.example/"


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    """A workbench over an empty ledger."""
    ledger = tmp_path / "empty.db"
    Ledger.open(ledger, write=True).close()
    tools = prepare(Settings())
    bring_up_to_date(ledger, tools)
    return TestClient(create_app(ledger, tools), base_url="http://127.0.0.1", follow_redirects=False)


def test_colours_follow_the_machine_at_first(client: TestClient) -> None:
    """Nobody has to choose."""
    assert 'data-theme="system"' in client.get("/help").text


def test_chosen_colours_are_remembered(client: TestClient) -> None:
    """The choice is a cookie, so that it needs no script."""
    assert client.post("/preferences", data={"theme": "dark", "back": "/help"}).headers["location"] == "/help"
    assert 'data-theme="dark"' in client.get("/help").text


def test_colours_that_there_are_not_are_refused(client: TestClient) -> None:
    """The form knows three."""
    assert client.post("/preferences", data={"theme": "plaid"}).status_code == 400


def test_a_cookie_of_another_makes_no_colours(client: TestClient) -> None:
    """What stands in the page is never a cookie's own text."""
    client.cookies.set("reportedly-theme", "plaid")
    assert 'data-theme="system"' in client.get("/help").text


def test_single_keys_can_be_turned_off(client: TestClient) -> None:
    """WCAG 2.1.4: keys without a modifier have a switch."""
    client.post("/preferences", data={"keys": "off"})
    assert 'data-keys="off"' in client.get("/help").text


@pytest.mark.parametrize("back", [CONTRARY, "//elsewhere.example", "/\\elsewhere.example", "elsewhere"])
def test_a_form_never_leads_to_another_site(client: TestClient, back: str) -> None:
    """An address that is none of the workbench leads to its first page."""
    assert client.post("/preferences", data={"theme": "dark", "back": back}).headers["location"] == "/"


def test_forms_lead_back_to_the_whole_address(client: TestClient) -> None:
    """Filters are not lost where somebody changes the colours."""
    assert 'value="/?sort=newest&amp;contested=1"' in client.get("/?sort=newest&contested=1").text


def test_a_part_is_marked_on_its_pages_below(client: TestClient) -> None:
    """Whoever is on the page of an event is in the dossier."""
    assert 'href="/" data-key="g d" aria-current="true"' in client.get("/event/evt-0").text


def test_an_empty_ledger_says_what_to_do_first(client: TestClient) -> None:
    """The first steps stand where the events will."""
    assert "First steps" in client.get("/").text


def test_the_dossier_can_be_had_as_json(client: TestClient) -> None:
    """The same view, without markup."""
    held = client.get("/.json").json()["holdings"]
    assert held == {"documents": 0, "claims": 0, "events": 0, "refusals": 0, "origins": 0, "newest": None}


def test_a_value_that_there_is_not_is_told_as_an_error(client: TestClient) -> None:
    """The page says which values there are."""
    said = client.get("/?kind=party")
    assert said.status_code == 400
    assert "E284" in said.text


def test_the_empty_fields_of_a_form_leave_the_address(client: TestClient) -> None:
    """What is shared is only what was chosen."""
    assert client.get("/?kind=tally&side=&text=+&sort=newest").headers["location"] == "/?kind=tally&sort=newest"
