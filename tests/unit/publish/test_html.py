"""The page: whole, closed to the outside, every sentence linked."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from html.parser import HTMLParser

import story
from reportedly.publish.html import render_html


class Reader(HTMLParser):
    """Collect ids, links, tags and attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the tag carries."""
        if tag not in {"meta", "br", "link", "rect", "path"}:
            self.open.append(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name == "href":
                self.links.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        """Ask that tags close in the order in which they opened."""
        if tag not in {"rect", "path"}:
            assert self.open.pop() == tag


@cache
def page() -> str:
    """Return the story's page."""
    return render_html(story.dossier())


@cache
def read() -> Reader:
    """Return the page's ids and links."""
    reader = Reader()
    reader.feed(page())
    return reader


def test_tags_are_closed_in_order() -> None:
    """The page is well formed."""
    assert read().open == []


def test_no_address_outside_is_loaded_or_linked() -> None:
    """Every link leads to a place of the page itself."""
    assert all(link.startswith("#") for link in read().links)
    assert "src" not in read().attributes


def test_every_link_has_its_target_and_every_id_is_one() -> None:
    """No link leads nowhere, no two places share a name."""
    assert {link[1:] for link in read().links} <= set(read().ids)
    assert len(read().ids) == len(set(read().ids))


def test_no_attribute_holds_code_or_style() -> None:
    """No inline event handler and no inline style, which the policy would refuse."""
    assert not {name for name in read().attributes if name.startswith("on") or name == "style"}


def test_the_policy_names_style_and_script_by_their_hash() -> None:
    """Nothing but this style and this script may act, and they are what the policy names."""
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page())
    assert policy is not None
    for tag in ("style", "script"):
        body = re.search(rf"<{tag}>(.*?)</{tag}>", page(), re.DOTALL)
        assert body is not None
        digest = base64.b64encode(hashlib.sha256(body.group(1).encode()).digest()).decode()
        assert f"{tag}-src &#39;sha256-{digest}&#39;" in policy.group(1)
    assert policy.group(1).startswith("default-src &#39;none&#39;")


def test_every_sentence_is_printed() -> None:
    """No finding is left out."""
    text = page().replace("&#39;", "'")
    assert all(finding.text in text for finding in story.assessment().findings)


def test_every_claim_leads_to_its_words() -> None:
    """Each claim has an entry in the list and a place in its document's text."""
    for number in range(1, len(story.claims()) + 1):
        assert {f"c{number}", f"t{number}"} <= set(read().ids)
        assert f"#t{number}" in read().links


def test_what_was_not_taken_is_listed() -> None:
    """A refused input stands with its reason."""
    assert "reports/empty.txt" in page()
    assert "the file is empty" in page()


def test_paper_dark_and_calm_are_provided_for() -> None:
    """Print, dark and reduced-motion styles are there."""
    for query in ("@media print", "prefers-color-scheme: dark", "prefers-reduced-motion"):
        assert query in page()


def test_every_picture_has_words_and_a_table() -> None:
    """Each drawing has a title and a description, and each drawing of origins a table."""
    assert page().count("<svg") == page().count("<desc")
    assert page().count('class="origins"') == page().count("The same as a table")
