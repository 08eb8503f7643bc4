"""Documents, claims and workbenches that tests of the reader share."""

from __future__ import annotations

from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

from fastapi.testclient import TestClient

from reportedly.ledger.store import Ledger
from reportedly.model.claim import Claim
from reportedly.model.document import Document
from reportedly.pipeline.record import Recorder
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare
from reportedly.pipeline.workbench.opening import bring_up_to_date
from reportedly.web.app import create_app

LOCAL = "http://127.0.0.1"
VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})
"""Elements that have no end."""


class TextOf(HTMLParser):
    """Collects the text of the element with an id, as a browser would give it."""

    def __init__(self, element_id: str) -> None:
        """Look for one element."""
        super().__init__(convert_charrefs=True)
        self._id = element_id
        self._depth = 0
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go one element down."""
        if tag in VOID:
            return
        if self._depth:
            self._depth += 1
        elif ("id", self._id) in attrs:
            self._depth = 1

    def handle_endtag(self, tag: str) -> None:
        """Go one element up."""
        self._depth -= bool(self._depth) and tag not in VOID

    def handle_data(self, data: str) -> None:
        """Take the text."""
        if self._depth:
            self.text += data


def text_of(html: str, element_id: str) -> str:
    """Return the text inside an element of a page."""
    parser = TextOf(element_id)
    parser.feed(html)
    parser.close()
    return parser.text


def page_of(client: TestClient, path: str) -> str:
    """Return a page of the workbench, which must be there."""
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return answer.text


def ledger_of(path: Path, *coded: tuple[Document, Sequence[Claim]]) -> Path:
    """Make a ledger of documents with hand-made claims, with everything drawn from them."""
    with Ledger.open(path, write=True) as book:
        recorder = Recorder(book)
        for document, claims in coded:
            recorder.coded(document, claims, "made for a test")
    bring_up_to_date(path, prepare(Settings()))
    return path


def client_of(path: Path) -> TestClient:
    """Return a client of a workbench over a ledger."""
    return TestClient(create_app(path, prepare(Settings())), base_url=LOCAL)
