"""Feeds: which pages they name, and what is no feed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ingest.feed import MOST_BYTES, FeedEntry, read_feed
from reportedly.model.document import Refusal

HOME = "https://news.example/feeds/world.xml"
RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><link>https://news.example/</link>
<item><title>One &amp; two</title><link>https://news.example/a#top</link>
<pubDate>Sat, 14 Dec 2024 23:30:00 -0500</pubDate></item>
<item><title>Again</title><link>https://news.example/a</link></item>
<item><title>By guid</title><guid>https://news.example/b</guid></item>
<item><title>Relative</title><link>/c</link></item>
<item><title>No page</title><link>javascript:alert(1)</link></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://news.example/x/"><entry><title>Atom</title>
<link rel="self" href="/self"/><link href="d.html"/><published>2024-12-15T08:00:00Z</published></entry></feed>"""
BOMB = b"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><rss><channel><item><title>&c;</title><link>https://x.example/</link></item>
</channel></rss>"""
OUTSIDE = b"""<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><link>https://x.example/&x;</link>
</item></channel></rss>"""


def entries(content: bytes) -> tuple[FeedEntry, ...]:
    """Return the pages that a feed names."""
    found = read_feed(content, HOME)
    assert not isinstance(found, Refusal)
    return found


def test_rss_names_pages_with_title_and_day() -> None:
    """Title and day come with the address; the day is the feed's own, not that of Greenwich."""
    assert entries(RSS)[0] == FeedEntry("https://news.example/a", "One & two", date(2024, 12, 14))


def test_each_page_is_named_once() -> None:
    """The same page under two items is one; an item that names no page of the web is passed over."""
    addresses = [one.address for one in entries(RSS)]
    assert addresses == ["https://news.example/a", "https://news.example/b", "https://news.example/c"]


def test_atom_names_the_page_and_not_itself() -> None:
    """Of an entry's links the one to the page counts, read from its base."""
    assert entries(ATOM) == (FeedEntry("https://news.example/x/d.html", "Atom", date(2024, 12, 15)),)


@pytest.mark.parametrize("content", [BOMB, OUTSIDE], ids=["bomb", "outside"])
def test_a_feed_that_defines_entities_is_refused(content: bytes) -> None:
    """Neither is a small feed blown up nor a file of this machine put in."""
    refused = read_feed(content, HOME)
    assert isinstance(refused, Refusal)
    assert refused.code == "R118"


@pytest.mark.parametrize("content", [b"", b"not xml", b"<html><body/></html>", b"<rss", b"\x00\x01"])
def test_what_is_no_feed_is_refused(content: bytes) -> None:
    """A page in place of a feed is told as that."""
    refused = read_feed(content, HOME)
    assert isinstance(refused, Refusal)
    assert refused.code == "R118"


def test_a_feed_without_pages_is_refused() -> None:
    """A feed that names nothing is told as that."""
    refused = read_feed(b"<rss><channel/></rss>", HOME)
    assert isinstance(refused, Refusal)
    assert refused.code == "R119"


def test_a_large_feed_is_refused_unread() -> None:
    """What is far larger than any feed of the press is not parsed."""
    refused = read_feed(b"<rss>" + b" " * MOST_BYTES, HOME)
    assert isinstance(refused, Refusal)
    assert refused.code == "R116"


def test_deep_nesting_is_refused() -> None:
    """A feed of a hundred thousand elements in each other brings nothing down."""
    refused = read_feed(b"<rss>" * 100_000, HOME)
    assert isinstance(refused, Refusal)


@given(st.binary(max_size=400))
def test_whatever_comes_is_answered(content: bytes) -> None:
    """Any bytes give entries or a refusal, never an error."""
    assert read_feed(content, HOME)
