"""The page of one source: its word, what it passed on, its record, and who it is not."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from builders import ClaimFields, make_claim, make_document, make_link, make_quantity
from reader_samples import client_of, ledger_of, page_of
from reportedly.model.claim import Claim, Measure
from reportedly.model.document import Document

EARLY, LATE = date(2024, 12, 14), date(2024, 12, 16)
HOSTILE = 'The <b>"Bridge"</b> Office/East'


def _told(key: str, outlet: str, day: date, text: str, quote: str, *names: str) -> tuple[Document, tuple[Claim, ...]]:
    page = make_document(key, outlet, day, text, f"Title of {key}")
    figure = make_quantity(page, "12", Measure.WOUNDED, "men", 12, 12)
    chain = tuple(make_link(page, name, name, "said") for name in names)
    return page, (make_claim(page, quote, chain, ClaimFields(quantities=(figure,))),)


PAGES = (
    _told("a.txt", "Tarn Agency", EARLY, "Tarn Agency said that 12 men were hurt.", "12 men were hurt", "Tarn Agency"),
    _told(
        "b.txt",
        "The Courier",
        LATE,
        "Harbour Wire said Tarn Agency said that 12 men were hurt.",
        "12 men were hurt",
        "Harbour Wire",
        "Tarn Agency",
    ),
    _told(
        "c.txt",
        "The Courier",
        LATE,
        "A senior official said that 12 men fell ill in Velm.",
        "12 men fell ill in Velm",
        "A senior official",
    ),
    _told(
        "d.txt",
        "The Courier",
        LATE,
        f"{HOSTILE} said that 12 men had left Brack.",
        "12 men had left Brack",
        HOSTILE,
    ),
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A workbench over four pages with their sources."""
    return client_of(ledger_of(tmp_path_factory.mktemp("source") / "a.db", *PAGES))


def test_what_it_said_stands_newest_first(client: TestClient) -> None:
    """All pages that carry the word of the source are listed, each leading to its claim."""
    view = client.get("/source/Tarn%20Agency.json").json()
    assert [one["day"] for one in view["sayings"]] == ["16 Dec 2024", "14 Dec 2024"]
    assert view["sayings"][1]["href"].endswith(f"#{PAGES[0][1][0].id}")


def test_what_a_relay_passed_on_is_told_apart(client: TestClient) -> None:
    """A source that only passes on has no sayings of its own and names whose word it is."""
    view = client.get("/source/Harbour%20Wire.json").json()
    assert (view["sayings"], [one["whose"] for one in view["relayed"]]) == ([], ["Tarn Agency"])


def test_its_own_pages_are_listed(client: TestClient) -> None:
    """An outlet's page leads to what it published."""
    assert client.get("/source/The%20Courier.json").json()["own_total"] == 3


def test_its_letter_and_its_record_are_shown(client: TestClient) -> None:
    """The letters stand with the number of events, the figures with what became of them."""
    view = client.get("/source/Tarn%20Agency.json").json()
    assert [one["where"] for one in view["letters"]] == ["in 1 event"]
    assert "1 figure" in view["record"]


def test_nobody_in_particular_is_no_source(client: TestClient) -> None:
    """Words for people without a name do not pass for one source."""
    assert "Nobody in particular" in page_of(client, "/source/" + quote("A senior official"))


def test_a_name_of_markup_is_text(client: TestClient) -> None:
    """A name with markup, quotes and a slash has a page and is printed as it is written."""
    html = page_of(client, "/source/" + quote(HOSTILE, safe=""))
    assert "<h1>The &lt;b&gt;" in html


def test_an_unknown_source_is_not_found(client: TestClient) -> None:
    """Part of a name is not taken for the name."""
    assert client.get("/source/Tarn").status_code == 404


def test_the_chain_leads_to_its_sources(client: TestClient) -> None:
    """Each hop of a chain that has a name leads to the page of its source."""
    (note,) = client.get(f"/document/{PAGES[1][0].id}.json").json()["notes"]
    assert [hop["href"] for hop in note["hops"]] == [
        "/source/The%20Courier",
        "/source/Harbour%20Wire",
        "/source/Tarn%20Agency",
    ]
