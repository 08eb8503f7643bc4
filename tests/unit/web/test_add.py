"""Adding at the workbench: texts, files, pages and feeds become jobs, and what is refused is told."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from page_server import Reply, article, pages
from reportedly.ledger.store import Ledger
from reportedly.model.entry import EntryKind
from reportedly.pipeline.run import grow_paths
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare
from reportedly.pipeline.workbench import gathering
from reportedly.pipeline.workbench.gathering import FetchRules
from reportedly.web.app import create_app

TEXT = "The Tarn ministry said that 12 people were killed in Tarn on 3 March 2025."
OTHER = "The Tarn mayor said that at least 9 people were wounded in a fire at a mill in Tarn on 3 March 2025."


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with one report."""
    folder = tmp_path_factory.mktemp("add")
    (folder / "first.txt").write_text(TEXT, encoding="utf-8")
    grow_paths([folder / "first.txt"], prepare(Settings()), folder / "case.db")
    return folder / "case.db"


@pytest.fixture
def ledger(filled: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    copy = tmp_path / "case.db"
    copy.write_bytes(filled.read_bytes())
    return copy


@pytest.fixture
def client(ledger: Path) -> Iterator[TestClient]:
    """A workbench over it that may fetch from this machine."""
    app = create_app(ledger, prepare(Settings()), FetchRules(seconds=5, private=True))
    with TestClient(app, base_url="http://127.0.0.1", follow_redirects=False) as made:
        yield made


def done(client: TestClient, path: str, **given: Any) -> dict[str, Any]:
    """Send a form, wait until its job is over, and return the job."""
    answer = client.post(path, **given)
    assert answer.status_code == 303, answer.text
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        job: dict[str, Any] = client.get(answer.headers["location"] + ".json").json()
        if job["state"] in {"done", "failed"}:
            return job
        time.sleep(0.05)
    raise AssertionError("the job did not end")


def refused(job: dict[str, Any]) -> list[str]:
    """Return the codes of what a job refused."""
    return [one["code"] for one in job["refusals"]]


def test_a_pasted_text_becomes_a_document(client: TestClient) -> None:
    """Words, title, outlet and day are those that were given, and the job leads to document and event."""
    form = {"text": OTHER, "title": "Mill burns", "outlet": "Tarn Daily", "day": "2025-03-04"}
    job = done(client, "/add/text", data=form)
    (document,) = job["documents"]
    assert (document["name"], document["outlet"], document["day"]) == ("Mill burns", "Tarn Daily", "4 Mar 2025")
    assert job["events"]


def test_a_first_line_that_is_set_apart_is_the_headline(client: TestClient) -> None:
    """Where nobody gave a title."""
    done(
        client,
        "/add/text",
        data={"text": "Depot burns near Harlow\n\nThe ministry said that two soldiers were killed."},
    )
    assert "Depot burns near Harlow" in client.get("/documents").text


def test_a_first_sentence_is_no_headline(client: TestClient) -> None:
    """A wrong title is worse than none."""
    job = done(client, "/add/text", data={"text": "The depot burned.\n\nThe ministry said that two were killed."})
    assert "burned" not in job["documents"][0]["name"]


def test_files_are_judged_one_by_one(client: TestClient) -> None:
    """A file that cannot be read is refused with advice, and the others are read."""
    files = [("files", ("a.txt", OTHER.encode())), ("files", ("b.pdf", b"%PDF-1.7")), ("files", ("c.txt", b""))]
    job = done(client, "/add/files", files=files)
    assert len(job["documents"]) == 1
    assert refused(job) == ["R105", "R102"]


def test_the_name_of_a_file_is_no_path(client: TestClient) -> None:
    """Of a name with folders the last part counts."""
    job = done(client, "/add/files", files=[("files", ("..\\..\\/etc/<b>x.txt", OTHER.encode()))])
    assert [one["name"] for one in job["documents"]] == ["<b>x.txt"]


def test_a_report_that_is_known_is_not_added_again(client: TestClient) -> None:
    """The same file a second time adds nothing and says so."""
    files = [("files", ("a.txt", OTHER.encode()))]
    done(client, "/add/files", files=files)
    assert "0 documents added" in str(done(client, "/add/files", files=files)["outcome"])


def test_a_page_keeps_its_address(client: TestClient) -> None:
    """The document of a fetched page stands under the address that it came from."""
    with pages({"/mill": Reply(article(OTHER, "Mill"))}) as web:
        job = done(client, "/add/address", data={"addresses": web.at("/mill")})
        paper = client.get(f"/document/{job['documents'][0]['id']}.json")
        assert web.at("/mill") in paper.text


def test_a_feed_s_pages_are_fetched(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each page that the feed names is read; one that is gone is refused, and one too many is told."""
    monkeypatch.setattr(gathering, "PAUSE", 0.0)
    monkeypatch.setattr(gathering, "FEED_PAGES", 2)
    items = "".join(f"<item><link>/{at}</link></item>" for at in range(3))
    feed = f"<rss><channel>{items}</channel></rss>".encode()
    with pages({"/feed": Reply(feed, headers={"Content-Type": "application/rss+xml"})}) as web:
        web.replies["/0"] = Reply(article(OTHER, "Mill"))
        job = done(client, "/add/feed", data={"feed": web.at("/feed")})
        assert len(job["documents"]) == 1
        assert sorted(refused(job)) == ["R114", "R120"]


def test_a_job_waits_for_a_busy_ledger(client: TestClient, ledger: Path) -> None:
    """While somebody else writes, the job waits and says so; nothing is lost."""
    with Ledger.open(ledger, write=True):
        place = client.post("/add/text", data={"text": OTHER}).headers["location"]
        deadline = time.monotonic() + 60
        while "waiting for the ledger" not in client.get(place + ".json").json()["doing"]:
            assert time.monotonic() < deadline
            time.sleep(0.05)
    while client.get(place + ".json").json()["state"] != "done":
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_job_is_remembered_by_the_ledger(client: TestClient, ledger: Path) -> None:
    """Another process shows it, too."""
    job = done(client, "/add/text", data={"text": OTHER})
    again = TestClient(create_app(ledger, prepare(Settings())), base_url="http://127.0.0.1")
    assert again.get(f"/add/job/{job['id']}.json").json()["outcome"] == job["outcome"]
    with Ledger.open(ledger) as book:
        assert book.count(EntryKind.NOTE) == 1


@pytest.mark.parametrize(
    ("path", "data"),
    [("/add/text", {"text": " "}), ("/add/address", {"addresses": "\n"}), ("/add/feed", {"feed": ""})],
)
def test_nothing_is_no_job(client: TestClient, path: str, data: dict[str, str]) -> None:
    """An empty form is answered with what to do."""
    assert client.post(path, data=data).status_code == 400


def test_a_body_that_is_too_large_is_refused_with_words(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """More than may be added at once is refused before it is read."""
    monkeypatch.setattr("reportedly.web.routes.add.MOST_TOGETHER", 1000)
    answer = client.post("/add/files", files=[("files", ("a.txt", b"x" * 200_000))])
    assert answer.status_code == 400
    assert "too much at once" in answer.text


def test_refusals_of_the_ledger_are_listed(client: TestClient) -> None:
    """Everything that was refused stands on one page with its advice."""
    done(client, "/add/files", files=[("files", ("<script>alert(1)</script>.pdf", b"%PDF-1.7"))])
    page = client.get("/refusals").text
    assert "script&gt;.pdf" in page
    assert "<script>alert" not in page
    assert client.get("/refusals.json").json()["total"] == 1


def test_documents_with_losses_are_listed(client: TestClient) -> None:
    """What did not reach a text is told with the document."""
    done(
        client,
        "/add/files",
        files=[("files", ("l.txt", "Zwölf Menschen starben. ".encode("latin-1") + OTHER.encode()))],
    )
    assert client.get("/refusals.json?show=losses").json()["total"] == 1


def test_an_unknown_job_is_not_found(client: TestClient) -> None:
    """A job that nobody asked for is not there."""
    assert client.get("/add/job/job-0").status_code == 404
