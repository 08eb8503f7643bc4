"""The page of one event as a program asks for it, over the bundled example."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from reportedly.model.entry import EntryKind
from reportedly.pipeline.run import assess_paths
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare
from reportedly.pipeline.workbench.bench import Bench
from reportedly.web.app import create_app

EXAMPLE = Path(__file__).parents[3] / "examples" / "kursk-2024-12"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the bundled example; read only."""
    made = tmp_path_factory.mktemp("event") / "example.db"
    assess_paths([EXAMPLE], prepare(Settings()), made)
    return made


@pytest.fixture(scope="module")
def event_id(ledger: Path) -> str:
    """The event of the example that most claims tell of."""
    with Bench.open(ledger, prepare(Settings())) as bench:
        events = bench.events(bench.book.subjects(EntryKind.EVENT))
    return max(events, key=lambda one: (len(one.claim_ids), one.id)).id


@pytest.fixture(scope="module")
def client(ledger: Path) -> Iterator[TestClient]:
    """A program that asks the workbench."""
    with TestClient(create_app(ledger, prepare(Settings())), base_url="http://127.0.0.1") as made:
        yield made


@pytest.fixture(scope="module")
def told(client: TestClient, event_id: str) -> dict[str, Any]:
    """The event's page as JSON."""
    found: dict[str, Any] = client.get(f"/event/{event_id}.json").json()
    return found


def test_every_sentence_leads_to_its_claims(told: dict[str, Any]) -> None:
    """A sentence has at least one claim, with the address at which the reader shows it."""
    sentences = [*told["key"], *(one for part in told["parts"] for one in part["sentences"])]
    ends = [f"?claim={ref['claim_id']}#{ref['claim_id']}" for one in sentences for ref in one["refs"]]
    addresses = [ref["address"] for one in sentences for ref in one["refs"]]
    assert all(one["refs"] for one in sentences)
    assert all(address.endswith(end) for address, end in zip(addresses, ends, strict=True))


def test_letter_and_digit_stand_apart(told: dict[str, Any]) -> None:
    """The grade is two values with words of their own, and has its grounds."""
    graded = told["graded"]
    assert (graded["letter"], graded["digit"]) == ("D", 3)
    assert graded["letter_means"] == "not usually reliable"
    assert graded["grounds"]


def test_pages_are_not_counted_as_origins(told: dict[str, Any]) -> None:
    """Sixteen pages that relay one agency are one origin."""
    assert (told["pages"], told["independent"]) == (16, 1)


def test_what_does_not_count_is_told_once_for_all_with_one_reason(told: dict[str, Any]) -> None:
    """Pages that relay the same origin are one line, those that name nobody another."""
    assert len(told["collapses"]) == 2
    assert len(told["collapses"][0]["what"]) > 5


def test_every_claim_can_be_checked(told: dict[str, Any]) -> None:
    """Each row of the claims leads to its review."""
    assert [row["review"] for row in told["claims"]] == [
        f"/review/claim/{row['ref']['claim_id']}" for row in told["claims"]
    ]


def test_nobody_knows_an_event_that_is_not_there(client: TestClient) -> None:
    """An unknown id is answered with 404."""
    assert client.get("/event/evt-000000000000000000000000").status_code == 404
