"""The pages of editions without a browser: begin, look, mend, refuse, download."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from edition_samples import TOOLS, Begun, begun
from reportedly.model.search import SavedView
from reportedly.pipeline.workbench.opening import bring_up_to_date
from reportedly.publish.edition_files import EDITION_FORMATS
from reportedly.web.app import create_app
from reportedly.web.views.publish_list import search_links

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
WRONG = "The Harbour Office says that 77 sailors were killed."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Begun:
    """A ledger of three reports with an edition."""
    desk = begun(tmp_path_factory.mktemp("publish"))
    bring_up_to_date(desk.ledger, TOOLS)
    return desk


@pytest.fixture
def desk(made: Begun, tmp_path: Path) -> Begun:
    """A copy of it that a test may change."""
    return replace(made, ledger=Path(shutil.copy(made.ledger, tmp_path / "a.db")))


@pytest.fixture
def client(desk: Begun) -> Iterator[TestClient]:
    """A client of the workbench whose person is named."""
    with TestClient(create_app(desk.ledger, TOOLS), base_url="http://127.0.0.1", follow_redirects=False) as client:
        client.cookies.set("reportedly-person", "Ada")
        yield client


def page(desk: Begun, rest: str = "") -> str:
    """Return an address of the edition."""
    return f"/publish/{desk.edition_id}{rest}"


def told(client: TestClient, address: str) -> dict[str, Any]:
    """Return a page's JSON."""
    answer = client.get(f"{address}.json")
    assert answer.status_code == 200
    data: dict[str, Any] = answer.json()
    return data


def put(client: TestClient, desk: Begun, words: str, text: str, seen: int = 1, **more: str) -> Response:
    """Save other words for the first sentence that holds some words."""
    block = desk.sentence(words)
    data = {"text": text, "seen": str(seen), "claim": list(block.claim_ids), **more}
    return client.post(page(desk, f"/block/{block.id}"), data=data)


def test_an_edition_is_begun_from_chosen_events(client: TestClient) -> None:
    """The form leads to the editor of a new edition."""
    choice = told(client, "/publish")["choices"][0]["event_id"]
    answer = client.post("/publish", data={"title": "Mine", "event": [choice]})
    assert answer.status_code == 303
    assert told(client, answer.headers["location"])["title"] == "Mine"


def test_nobody_begins_an_edition_without_a_name(client: TestClient) -> None:
    """E280."""
    client.cookies.clear()
    assert client.post("/publish", data={"title": "Mine", "event": ["evt-1"]}).status_code == 400


def test_events_can_be_picked_by_address(client: TestClient) -> None:
    """An address names the events whose boxes are ticked."""
    event = told(client, "/publish")["choices"][0]["event_id"]
    choices = client.get(f"/publish?event={event}", headers={"accept": "application/json"}).json()["choices"]
    assert [one["event_id"] for one in choices if one["chosen"]] == [event]


def test_the_editor_tells_how_each_sentence_stands(client: TestClient, desk: Begun) -> None:
    """Word, icon and grounds, not colour alone."""
    rows = [row for row in told(client, page(desk))["rows"] if not row["heading"]]
    assert {row["state"]["word"] for row in rows} == {"Holds"}
    assert client.get(page(desk)).text.count("</svg>Holds</span>") == len(rows)


def test_a_claim_leads_to_its_words(client: TestClient, desk: Begun) -> None:
    """Each quote beside a sentence has its place in the reader."""
    quote = told(client, page(desk))["rows"][1]["claims"][0]
    assert re.fullmatch(rf"/document/doc-\w+\?claim={quote['claim_id']}#{quote['claim_id']}", quote["address"])


def test_a_typed_text_is_checked_and_not_saved(client: TestClient, desk: Begun) -> None:
    """The check answers for the text alone."""
    block = desk.sentence("says that 12")
    data = {"text": WRONG, "block": block.id, "claim": list(block.claim_ids)}
    answer = client.post(page(desk, "/check"), data=data)
    assert "Not supported" in answer.text
    assert desk.edition().version == 1


def test_a_wrong_figure_turns_its_sentence_alone(client: TestClient, desk: Begun) -> None:
    """After saving, one sentence has no support, and says which number has none."""
    assert put(client, desk, "says that 12", WRONG).status_code == 303
    rows = [row for row in told(client, page(desk))["rows"] if row["state"] and row["state"]["faults"]]
    assert [row["text"] for row in rows] == [WRONG]
    assert "77" in rows[0]["state"]["faults"][0]


def test_the_findings_wording_mends_it(client: TestClient, desk: Begun) -> None:
    """What is offered is taken by one button, and holds."""
    block = desk.sentence("says that 12")
    put(client, desk, "says that 12", WRONG)
    client.post(page(desk, f"/block/{block.id}/take"), data={"seen": "2"})
    assert told(client, page(desk))["falls"] == 0
    assert desk.sentence("says that 12").text == block.text


def test_all_that_can_be_mended_is_mended_at_once(client: TestClient, desk: Begun) -> None:
    """One button takes every present wording of what has no support."""
    put(client, desk, "says that 12", WRONG)
    put(client, desk, "two pages", "It stands on nine hundred and 99 pages.", 2)
    assert told(client, page(desk))["mendable"] == 2
    client.post(page(desk, "/take"), data={"seen": "3"})
    assert told(client, page(desk))["falls"] == 0


def test_the_second_of_two_saves_shows_both_wordings(client: TestClient, desk: Begun) -> None:
    """Nothing is overwritten, and nothing that was typed is lost."""
    put(client, desk, "says that 12", "12 sailors were killed, the Harbour Office says.")
    block = desk.sentence("the Harbour Office says.")
    data = {"text": "The Harbour Office counts 12 sailors.", "seen": "1", "claim": list(block.claim_ids)}
    answer = client.post(page(desk, f"/block/{block.id}"), data=data)
    assert answer.status_code == 409
    assert "The Harbour Office counts 12 sailors." in answer.text
    assert "12 sailors were killed, the Harbour Office says." in answer.text


def test_what_was_typed_for_a_removed_sentence_is_not_lost(client: TestClient, desk: Begun) -> None:
    """The page of the conflict still has it."""
    block = desk.sentence("says that 12")
    client.post(page(desk, f"/block/{block.id}/remove"), data={"seen": "1"})
    answer = client.post(page(desk, f"/block/{block.id}"), data={"text": "My own words.", "seen": "1"})
    assert answer.status_code == 409
    assert "My own words." in answer.text


def test_publishing_is_refused_with_the_list_of_what_has_no_support(client: TestClient, desk: Begun) -> None:
    """E276 names the sentences and leads to each."""
    put(client, desk, "says that 12", WRONG)
    answer = client.post(page(desk, "/publish"), data={"seen": "2"})
    assert answer.status_code == 409
    assert WRONG in answer.text
    assert f"edit={desk.sentence('77').id}" in answer.text


def test_what_holds_is_published(client: TestClient, desk: Begun) -> None:
    """The editor says so afterwards."""
    assert client.post(page(desk, "/publish"), data={"seen": "1"}).status_code == 303
    assert told(client, page(desk))["published"] is True


@pytest.mark.parametrize("name", EDITION_FORMATS)
def test_a_download_has_a_plain_name(client: TestClient, desk: Begun, name: str) -> None:
    """Every format is an attachment whose name any system takes."""
    answer = client.get(page(desk, f"/download/{name}"))
    assert answer.status_code == 200
    assert re.fullmatch(r'attachment; filename="[a-z0-9-]+(\.[a-z]+)+"', answer.headers["content-disposition"])


@pytest.mark.parametrize("name", ["html", "markdown", "docx", "json", "bibtex", "csl", "csv", "jsonl"])
def test_one_event_can_be_downloaded(client: TestClient, name: str) -> None:
    """The report on one event in every format."""
    event = told(client, "/publish")["choices"][0]["event_id"]
    answer = client.get(f"/event/{event}/download/{name}")
    assert answer.status_code == 200
    assert re.fullmatch(r'attachment; filename="[a-z0-9-]+(\.[a-z]+)+"', answer.headers["content-disposition"])


def test_an_unknown_format_is_an_error_page(client: TestClient, desk: Begun) -> None:
    """E230."""
    answer = client.get(page(desk, "/download/papyrus"))
    assert answer.status_code == 400
    assert "E230" in answer.text


@pytest.mark.parametrize("rest", ["", "/history", "/preview", "/download/html", "/block/blk-1"])
def test_an_unknown_edition_is_not_found(client: TestClient, rest: str) -> None:
    """404 for every page of it."""
    assert client.get(f"/publish/edt-1{rest}").status_code == 404


def test_hostile_text_is_printed_as_it_is(client: TestClient, desk: Begun) -> None:
    """Title, sentence, reason and remark become no marks, on any page and in any file."""
    block = desk.sentence("says that 12")
    put(client, desk, "says that 12", f"{HOSTILE} 12.", why=HOSTILE)
    client.post(page(desk, f"/block/{block.id}/remark"), data={"text": HOSTILE, "seen": "2"})
    client.post(page(desk, "/title"), data={"text": HOSTILE, "seen": "3"})
    for rest in ("", "/preview", "/history", "/download/html", f"?edit={block.id}"):
        text = client.get(page(desk, rest)).text
        assert "<script>alert" not in text
        assert "<img" not in text
        assert "&lt;script&gt;alert(1)" in text


def test_a_sentence_of_ones_own_is_added_where_it_was_written(client: TestClient, desk: Begun) -> None:
    """It stands behind the block whose link was followed, and rests on what was chosen."""
    block = desk.sentence("says that 12")
    data = {"text": "The Harbour Office counts 12.", "after": block.id, "seen": "1", "claim": list(block.claim_ids)}
    client.post(page(desk, "/add"), data=data)
    blocks = desk.edition().blocks
    at = next(place for place, one in enumerate(blocks) if one.id == block.id)
    assert blocks[at + 1].text == "The Harbour Office counts 12."
    assert blocks[at + 1].author == "Ada"


def test_a_finding_is_added_with_its_claims(client: TestClient, desk: Begun) -> None:
    """What the assessment says besides can be taken over, and holds."""
    offer = told(client, page(desk))["offers"][0]["offers"][0]
    client.post(page(desk, "/add"), data={"finding": offer["finding_id"], "seen": "1"})
    row = told(client, page(desk))["rows"][-1]
    assert (row["text"], row["state"]["word"]) == (offer["text"], "Holds")


def test_a_block_is_swapped_alone(client: TestClient, desk: Begun) -> None:
    """The form comes as one item of the list, without the page around it."""
    block = desk.sentence("says that 12")
    text = client.get(page(desk, f"/block/{block.id}?edit=1")).text
    assert text.strip().startswith(f'<li id="{block.id}"')
    assert "<textarea" in text
    assert "<html" not in text


def test_a_version_is_brought_back_by_a_button(client: TestClient, desk: Begun) -> None:
    """The history's form restores what was there."""
    put(client, desk, "says that 12", WRONG)
    assert client.post(page(desk, "/restore"), data={"seen": "2", "version": "1"}).status_code == 303
    assert desk.sentence("says that 12")
    assert told(client, page(desk))["falls"] == 0


@pytest.mark.parametrize("data", [{}, {"seen": "0"}, {"seen": "x"}, {"seen": "1", "text": "x" * 20_001}])
def test_a_broken_form_is_an_error_page(client: TestClient, desk: Begun, data: dict[str, str]) -> None:
    """E282, never a failure of the server."""
    block = desk.sentence("says that 12")
    assert client.post(page(desk, f"/block/{block.id}"), data=data).status_code == 400


def test_an_event_that_the_page_does_not_list_can_be_picked(client: TestClient) -> None:
    """Filters that leave it out do not hide what the address names."""
    event = told(client, "/publish")["choices"][0]["event_id"]
    address = f"/publish?event={event}&text=nowhere"
    choices = client.get(address, headers={"accept": "application/json"}).json()["choices"]
    assert [(one["event_id"], one["chosen"]) for one in choices] == [(event, True)]


def test_a_kept_search_for_events_can_be_written_about() -> None:
    """It becomes an address of the page; searches for claims do not."""
    views = [
        SavedView("sav-1", "Losses", "/search?q=killed&among=events&side=Ostia", "Ada"),
        SavedView("sav-2", "Words", "/search?q=killed", "Ada"),
        SavedView("sav-3", "Open", "/?contested=1", "Ada"),
    ]
    assert search_links(views) == (
        ("Losses", "/publish?side=Ostia&text=killed"),
        ("Open", "/publish?contested=1"),
    )


def test_the_page_of_an_event_leads_to_its_files_and_to_writing_about_it(client: TestClient) -> None:
    """Its downloads and the start of an edition are one step away."""
    event = told(client, "/publish")["choices"][0]["event_id"]
    text = client.get(f"/event/{event}?as_of=2024-12-16").text
    assert f'href="/publish?event={event}"' in text
    assert f'href="/event/{event}/download/docx?as_of=2024-12-16"' in text
