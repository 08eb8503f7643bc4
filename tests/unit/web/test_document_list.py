"""The list of documents, and the way from one to the next by day."""

from __future__ import annotations

from datetime import date

import pytest
from fastapi.testclient import TestClient

from builders import make_claim, make_document, make_link
from reader_samples import client_of, ledger_of, page_of
from reportedly.model.claim import Claim
from reportedly.model.document import Document

ONE, TWO, THREE = (date(2024, 12, day) for day in (14, 15, 16))


def _told(key: str, outlet: str, day: date | None, title: str) -> tuple[Document, tuple[Claim, ...]]:
    text = f"The Agency said that the bridge at {title} fell. A road was closed at {title}."
    page = make_document(key, outlet, day, text, title)
    sourced = make_claim(page, f"the bridge at {title} fell", (make_link(page, "The Agency", "The Agency", "said"),))
    return page, (sourced, make_claim(page, f"A road was closed at {title}"))


PAGES = (
    _told("a.txt", "The Wire", ONE, "Tarn"),
    _told("b.txt", "The Courier", TWO, "Velm"),
    _told("c.txt", "The Wire", THREE, "Ostrel"),
    _told("d.txt", "The Gazette", None, "Brack"),
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A workbench over four documents, one of which has no day."""
    return client_of(ledger_of(tmp_path_factory.mktemp("shelf") / "a.db", *PAGES))


def _headings(client: TestClient, query: str = "") -> list[str]:
    return [one["heading"] for one in client.get(f"/documents.json{query}").json()["lines"]]


def test_the_newest_stand_first(client: TestClient) -> None:
    """Without a wish the list goes back in time; what has no day stands last."""
    assert _headings(client) == ["Ostrel", "Velm", "Tarn", "Brack"]


def test_claims_with_an_origin_are_counted(client: TestClient) -> None:
    """Each document says how many claims it makes and how many of them rest on somebody's word."""
    line = client.get("/documents.json").json()["lines"][0]
    assert (line["claims"], line["sourced"]) == (2, 1)


@pytest.mark.parametrize(
    ("query", "headings"),
    [
        ("?outlet=The+Wire", ["Ostrel", "Tarn"]),
        ("?text=Velm", ["Velm"]),
        ("?first=2024-12-15&last=2024-12-15", ["Velm"]),
        ("?sort=oldest", ["Tarn", "Velm", "Ostrel", "Brack"]),
    ],
)
def test_the_list_is_narrowed_and_ordered(client: TestClient, query: str, headings: list[str]) -> None:
    """Outlet, words, days and order stand in the address."""
    assert _headings(client, query) == headings


@pytest.mark.parametrize("query", ["sort=best", "page=0", "page=x", "first=yesterday"])
def test_a_wish_that_is_none_is_told(client: TestClient, query: str) -> None:
    """An address that asks for nothing there is answers with an error, not with another list."""
    assert client.get(f"/documents?{query}").status_code == 400


def test_nothing_that_fits_is_told(client: TestClient) -> None:
    """A search without a result says so and leads back."""
    assert "No document fits" in page_of(client, "/documents?outlet=Nobody")


def test_a_document_leads_to_its_neighbours_by_day(client: TestClient) -> None:
    """From each page one can go to the one before and the one after."""
    view = client.get(f"/document/{PAGES[1][0].id}.json").json()
    assert (view["earlier"]["title"], view["later"]["title"]) == ("Tarn", "Ostrel")


def test_the_ends_have_one_neighbour(client: TestClient) -> None:
    """Nothing stands before the first day, and the undated page is nobody's neighbour."""
    first, undated = (client.get(f"/document/{PAGES[place][0].id}.json").json() for place in (0, 3))
    assert (first["earlier"], first["later"]["title"]) == (None, "Velm")
    assert (undated["earlier"], undated["later"]) == (None, None)
