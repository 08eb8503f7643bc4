"""The search page finds, narrows, marks and shares; searches are kept under names."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from reportedly.ledger.store import Ledger
from reportedly.model.entry import EntryKind
from reportedly.pipeline.run import grow_paths
from reportedly.pipeline.workbench.opening import bring_up_to_date
from reportedly.web.app import create_app
from toy import toy_tools
from toy_reports import write_reports

HOSTILE = "<script>alert(1)</script> said: 3 sailors were killed near <b>Port</b> Tallow."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of a few reports; read only."""
    folder = tmp_path_factory.mktemp("search")
    ledger = folder / "a.db"
    grow_paths([write_reports(folder / "reports", ("hostile", "2024-12-18", HOSTILE))], toy_tools(), ledger)
    bring_up_to_date(ledger, toy_tools())
    return ledger


@pytest.fixture
def ledger(made: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    return Path(shutil.copy(made, tmp_path / "a.db"))


@pytest.fixture
def client(ledger: Path) -> Iterator[TestClient]:
    """A client of the workbench over it."""
    with TestClient(create_app(ledger, toy_tools()), base_url="http://127.0.0.1") as made_client:
        yield made_client


@pytest.fixture
def ada(client: TestClient) -> TestClient:
    """A client whose person is named."""
    client.cookies.set("reportedly-person", "Ada")
    return client


def test_found_words_are_marked(client: TestClient) -> None:
    """The page marks the words that were asked for, whatever their case."""
    assert "<mark>killed</mark>" in client.get("/search?q=KILLED").text


def test_a_claim_leads_to_its_place_and_its_event(client: TestClient) -> None:
    """Each hit has the address of its words in the document and of its event."""
    hit = client.get("/search.json?q=guild").json()
    assert hit["total"] == 0
    hit = client.get("/search.json?source=guild").json()["hits"][0]
    assert hit["document_address"].endswith(f"#{hit['claim_id']}")
    assert client.get(hit["document_address"]).status_code == 200
    assert client.get(hit["event_address"]).status_code == 200


def test_a_facet_leads_to_what_it_counts(client: TestClient) -> None:
    """Following a facet finds as many as it said, and says what it is narrowed to."""
    view = client.get("/search.json?q=killed").json()
    choice = next(one for facet in view["facets"] if facet["name"] == "What is counted" for one in facet["choices"])
    narrowed = client.get(choice["address"], headers={"accept": "application/json"}).json()
    assert narrowed["total"] == choice["count"]
    assert [chip["name"] for chip in narrowed["chips"]] == ["What is counted"]


def test_a_chip_takes_its_filter_away(client: TestClient) -> None:
    """The address behind a chip is the search without it."""
    view = client.get("/search.json?q=killed&measure=killed&side=Nowhere").json()
    assert view["total"] == 0
    assert {chip["without"] for chip in view["chips"]} == {
        "/search?q=killed&side=Nowhere",
        "/search?q=killed&measure=killed",
    }


@pytest.mark.parametrize(("among", "field"), [("claims", "hits"), ("events", "lines"), ("documents", "papers")])
def test_each_sort_of_thing_is_searched(client: TestClient, among: str, field: str) -> None:
    """Claims, events and documents are found by the words of the texts."""
    view = client.get(f"/search.json?q=sailors&among={among}").json()
    assert view["total"] == len(view[field]) > 0
    assert client.get(f"/search?q=sailors&among={among}").status_code == 200


def test_a_document_shows_the_passage_around_the_words(client: TestClient) -> None:
    """What is shown of a document holds the found word."""
    view = client.get("/search.json?q=calm&among=documents").json()
    assert [part["text"] for part in view["papers"][0]["passage"] if part["found"]] == ["calm"]


def test_stored_markup_is_text(client: TestClient) -> None:
    """What a report holds is printed and never run."""
    page = client.get("/search?source=script").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


@pytest.mark.parametrize("query", ["measure=ghosts", "letter=Z", "page=0", "among=all", "kind=incident"])
def test_a_value_that_no_field_knows_is_refused(client: TestClient, query: str) -> None:
    """A wrong value is an error with advice, not a search for something else."""
    answer = client.get(f"/search.json?{query}")
    assert (answer.status_code, answer.json()["code"]) == (400, "E286")


def test_nothing_found_says_what_to_do(client: TestClient) -> None:
    """An empty page gives examples of how to ask."""
    assert "Try fewer of them" in client.get("/search?q=unfindable").text
    assert "evacuat*" in client.get("/search?q=unfindable").text


def test_the_table_is_safe_to_open(client: TestClient) -> None:
    """The CSV has one row a claim, and no cell that a spreadsheet would run."""
    answer = client.get("/search.csv?q=killed")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert answer.headers["content-type"].startswith("text/csv")
    assert len(rows) == client.get("/search.json?q=killed").json()["total"]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_a_search_is_kept_under_a_name(ada: TestClient) -> None:
    """It is listed with its author, and leads back to the whole search."""
    answer = ada.post("/search/saved", data={"name": "Losses", "address": "/search?q=killed"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/search?q=killed")
    saved = ada.get("/search.json").json()["saved"]
    assert [(one["name"], one["author"], one["address"]) for one in saved] == [("Losses", "Ada", "/search?q=killed")]


def test_a_kept_search_can_be_taken_back(ada: TestClient, ledger: Path) -> None:
    """It is no longer listed, and the ledger remembers it."""
    ada.post("/search/saved", data={"name": "Losses", "address": "/search?q=killed"})
    view = ada.get("/search.json").json()["saved"][0]["id"]
    ada.post(f"/search/saved/{view}/withdraw")
    assert ada.get("/search.json").json()["saved"] == []
    with Ledger.open(ledger) as book:
        assert [entry.draft.kind for entry in book.history(view)] == [EntryKind.SAVED_VIEW] * 2


@pytest.mark.parametrize(
    "address", ["https://example.org/", "//example.org/search", "/\\example.org", "/person", "javascript:alert(1)"]
)
def test_only_searches_are_kept(ada: TestClient, address: str) -> None:
    """An address that is no search of the workbench is refused."""
    answer = ada.post("/search/saved", data={"name": "x", "address": address}, follow_redirects=False)
    assert answer.status_code == 400


def test_nobody_keeps_a_search_without_a_name(client: TestClient) -> None:
    """What is recorded has an author."""
    answer = client.post("/search/saved", data={"name": "x", "address": "/search"}, follow_redirects=False)
    assert answer.status_code == 400


def test_keeping_a_search_draws_nothing_anew(ada: TestClient, ledger: Path) -> None:
    """The tables of stories and the catalogue hold on, since a kept search concerns neither."""
    ada.post("/search/saved", data={"name": "Losses", "address": "/search?q=killed"})
    with Ledger.open(ledger) as book, book.stories_now() as index:
        state = index.state()
    with Ledger.open(ledger) as book, book.catalogue_now() as catalogue:
        assert state is not None
        assert catalogue.state() is not None
        assert {state.number, catalogue.state().number} == {book_top(ledger)}  # type: ignore[union-attr]


def book_top(ledger: Path) -> int:
    """Return the number of a ledger's newest entry."""
    with Ledger.open(ledger) as book:
        return book.top()
