"""What the reader tells beside a document's text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from fastapi.testclient import TestClient

from builders import Basis, ClaimFields, Days, hedge, make_claim, make_document, make_link, make_quantity
from reader_samples import client_of, ledger_of, page_of, text_of
from reportedly.model.claim import Claim, Measure, Polarity, Quantity, Scope
from reportedly.model.document import Document, Loss
from reportedly.web.views.document_words import bound_words, quantity_words, safe_address

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
DAY = date(2024, 12, 16)
TEXT = (
    "The Wire said that the Agency reported that at least 40 men were possibly hurt in Tarn on Monday.\n\n"
    "The Agency denied that a bridge had fallen."
)


def _first() -> tuple[Document, tuple[Claim, ...]]:
    page = make_document("a.txt", "The Courier", DAY, TEXT, "Forty hurt in Tarn")
    page = replace(page, losses=(Loss("L101", "a table", "line 9"),), address="https://example.org/a")
    figure = make_quantity(page, "at least 40", Measure.WOUNDED, "men", 40, None, "at least", Scope.INCIDENT)
    fields = ClaimFields(
        certainty=hedge(page, "possibly", 0.2, 0.55),
        when=Days.on(DAY),
        where=("Tarn",),
        quantities=(figure,),
        basis=Basis.FOOTAGE,
    )
    wire = make_link(page, "The Wire", "The Wire", "said")
    agency = replace(make_link(page, "Tarn Agency", "the Agency", "reported"), score=0.31)
    told = make_claim(page, "at least 40 men were possibly hurt in Tarn on Monday", (wire, agency), fields)
    denier = make_link(page, "Tarn Agency", "The Agency", "denied")
    denied = make_claim(page, "a bridge had fallen", (denier,), ClaimFields(polarity=Polarity.DENIED))
    return page, (told, denied)


def _second() -> tuple[Document, tuple[Claim, ...]]:
    text = "Tarn Agency reported that at least 40 men were possibly hurt in Tarn on Monday."
    page = make_document("b.txt", "Tarn Agency", DAY, text, "Hurt in Tarn")
    figure = make_quantity(page, "at least 40", Measure.WOUNDED, "men", 40, None, "at least", Scope.INCIDENT)
    fields = ClaimFields(when=Days.on(DAY), where=("Tarn",), quantities=(figure,))
    chain = (make_link(page, "Tarn Agency", "Tarn Agency", "reported"),)
    return page, (make_claim(page, "at least 40 men were possibly hurt in Tarn on Monday", chain, fields),)


def _hostile() -> tuple[Document, tuple[Claim, ...]]:
    text = f"{HOSTILE} said that {HOSTILE} had burnt."
    page = make_document(HOSTILE, HOSTILE, DAY, text, HOSTILE)
    page = replace(page, address="javascript:alert(3)", losses=(Loss("L101", HOSTILE, HOSTILE),))
    return page, (make_claim(page, f"{HOSTILE} had burnt", (make_link(page, HOSTILE, HOSTILE, "said"),)),)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A workbench over three hand-made documents."""
    path = tmp_path_factory.mktemp("reader") / "a.db"
    return client_of(ledger_of(path, _first(), _second(), _hostile()))


def _address(told: tuple[Document, tuple[Claim, ...]]) -> str:
    return f"/document/{told[0].id}"


def test_the_chain_is_told_hop_by_hop(client: TestClient) -> None:
    """Page, relay and origin stand in order, each with its words."""
    (note, _) = client.get(_address(_first()) + ".json").json()["notes"]
    told = [(hop["standing"], hop["name"], hop["words"], hop["cue"]) for hop in note["hops"]]
    assert told == [
        ("this page", "The Courier", "", ""),
        ("relay", "The Wire", "", "said"),
        ("origin", "Tarn Agency", "the Agency", "reported"),
    ]


def test_an_unsure_link_is_to_be_checked(client: TestClient) -> None:
    """A link that the finder gave less than one half says so; a surer one does not."""
    (note, _) = client.get(_address(_first()) + ".json").json()["notes"]
    assert [hop["check"] for hop in note["hops"]] == [False, False, True]


def test_a_claim_with_an_unsure_chain_is_told_by_its_number(client: TestClient) -> None:
    """Who only reads the text sees which claims nobody should rely on before having looked."""
    notes = client.get(_address(_first()) + ".json").json()["notes"]
    assert [note["unsure"] for note in notes] == [True, False]


def test_the_facts_are_told_in_words(client: TestClient) -> None:
    """Figure with its bound, hedge with its numbers, day, place and basis are told beside the text."""
    told = text_of(page_of(client, _address(_first())), f"note-{_first()[1][0].id}")
    words = ("wounded: 40 or more, of men; for one event", "“possibly”, that is 20 to 55 %", "16 Dec 2024", "footage")
    assert [one for one in words if one not in told] == []


def test_a_denial_is_told(client: TestClient) -> None:
    """A denied content is not mistaken for a claimed one."""
    assert "denied" in text_of(page_of(client, _address(_first())), f"note-{_first()[1][1].id}")


def test_a_claim_leads_to_its_event_and_to_its_check(client: TestClient) -> None:
    """The number in the text leads to the claim on the event's page; its note to the place where it is checked."""
    claim = _first()[1][0]
    (note, _) = client.get(_address(_first()) + ".json").json()["notes"]
    assert note["href"] == f"/event/{note['event']['id']}#{claim.id}"
    assert note["check_href"] == f"/review/claim/{claim.id}"
    assert f'id="{claim.id}" href="{note["href"]}"' in page_of(client, _address(_first()))


def test_another_page_with_the_same_saying_is_named(client: TestClient) -> None:
    """The page that tells the same saying is named with the claim that it tells."""
    (other,) = client.get(_address(_first()) + ".json").json()["others"]
    assert (other["page"]["label"], [one["number"] for one in other["claims"]]) == ("Tarn Agency", [1])


def test_losses_are_shown(client: TestClient) -> None:
    """What did not reach the text is told."""
    assert "a table" in page_of(client, _address(_first()))


def test_the_text_of_the_page_is_the_document(client: TestClient) -> None:
    """Marks neither add to a text nor take from it."""
    for told in (_first(), _second(), _hostile()):
        assert text_of(page_of(client, _address(told)), "paper") == told[0].text


def test_stored_markup_is_text(client: TestClient) -> None:
    """No stored field opens an element or an attribute."""
    html = page_of(client, _address(_hostile()))
    assert "<script>alert" not in html
    assert "<img" not in html


def test_an_address_that_runs_something_is_no_link(client: TestClient) -> None:
    """An address of another kind than http is shown as text."""
    html = page_of(client, _address(_hostile()))
    assert "javascript:alert(3)" in html
    assert 'href="javascript' not in html


def test_an_address_of_the_web_is_a_link_that_tells_nothing(client: TestClient) -> None:
    """The link to the report's own place sends no referrer and gives no handle on this window."""
    html = page_of(client, _address(_first()))
    assert '<a href="https://example.org/a" rel="noreferrer noopener">' in html


def test_the_claim_that_was_asked_for_is_marked(client: TestClient) -> None:
    """The way back from an event ends at the claim."""
    claim = _first()[1][1]
    html = page_of(client, f"{_address(_first())}?claim={claim.id}")
    assert f'class="note asked" id="note-{claim.id}"' in html


def test_a_claim_that_is_gone_is_told(client: TestClient) -> None:
    """Who comes for a claim that no longer counts is told so."""
    assert "no longer counts here" in page_of(client, f"{_address(_first())}?claim=clm-0")


def test_a_page_later_than_the_day_says_so(client: TestClient) -> None:
    """A document is not shown as known on a day before it was published without a word."""
    assert "This page is later than 15 Dec 2024" in page_of(client, f"{_address(_first())}?as_of=2024-12-15")
    assert "This page is later" not in page_of(client, f"{_address(_first())}?as_of=2024-12-16")


def test_the_day_goes_on_to_the_events(client: TestClient) -> None:
    """A reader who looks at a past day goes back to the event as of that day."""
    told = client.get(f"{_address(_first())}.json?as_of=2024-12-16").json()["notes"][0]
    assert told["href"] == f"/event/{told['event']['id']}?as_of=2024-12-16#{told['claim_id']}"


def test_an_unknown_document_is_not_found(client: TestClient) -> None:
    """An address of no document answers 404 with a page."""
    assert client.get("/document/doc-0").status_code == 404


FIGURES = [
    (Quantity(Measure.KILLED, "", 200, 200), "200"),
    (Quantity(Measure.KILLED, "", 200, 200, "about"), "about 200"),
    (Quantity(Measure.KILLED, "", 24, None, "at least"), "24 or more"),
    (Quantity(Measure.KILLED, "", 3000, None, "more than"), "more than 3,000"),
    (Quantity(Measure.KILLED, "", None, 500, "up to"), "up to 500"),
    (Quantity(Measure.KILLED, "", None, 50, "fewer than"), "fewer than 50"),
    (Quantity(Measure.KILLED, "", 30, 40), "30 to 40"),
    (Quantity(Measure.KILLED, "", 24, None, "dozens"), "“dozens”, counted as 24 or more"),
]


@pytest.mark.parametrize(("quantity", "words"), FIGURES)
def test_bounds_are_told_in_words(quantity: Quantity, words: str) -> None:
    """No bound is lost, and none is made stricter or looser."""
    assert bound_words(quantity) == words


def test_a_total_is_told_with_its_day() -> None:
    """A cumulative figure says as of when."""
    total = Quantity(Measure.KILLED, "soldiers", 5, 5, None, Scope.CUMULATIVE, DAY)
    assert quantity_words(total) == "killed: 5, of soldiers; a total as of 16 Dec 2024"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "https://",
        "//example.org",
        "https://exa mple.org",
        "http://[",
        "",
        None,
    ],
)
def test_what_is_no_address_of_the_web_is_no_link(address: str | None) -> None:
    """Only http and https with a host become links."""
    assert safe_address(address) == ""
