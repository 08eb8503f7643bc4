"""Read which pages a feed names: RSS and Atom, without the entities by which small files grow large."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

from lxml import etree

from reportedly.ingest.fetch import is_address, shown
from reportedly.ingest.refusals import refuse
from reportedly.model.document import Refusal

MOST_BYTES = 5_000_000
"""Largest feed that is read, in bytes; those of the press have some hundred thousand."""
_LONGEST_TITLE = 300
_ROOTS = frozenset({"rss", "feed", "RDF"})


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One page that a feed names."""

    address: str
    title: str
    day: date | None
    """Day of publication by the feed, local to it; None where it names none that can be read."""


def read_feed(content: bytes, address: str) -> tuple[FeedEntry, ...] | Refusal:
    """Return the pages that a feed names, in its order, each once.

    RSS 0.9 to 2.0 (https://www.rssboard.org/rss-specification), RSS 1.0, and Atom (RFC 4287).

    Args:
        content: the feed.
        address: where it came from; relative addresses are read from there.
    """
    if len(content) > MOST_BYTES:
        return refuse("R116", shown(address), f"{len(content):,} bytes, the limit for a feed is {MOST_BYTES:,}")
    try:
        root = _parsed(content)
    except (etree.XMLSyntaxError, ValueError) as error:
        return refuse("R118", shown(address), str(error)[:120])
    if root is None or _name(root) not in _ROOTS:
        return refuse("R118", shown(address), "it is neither RSS nor Atom")
    found: dict[str, FeedEntry] = {}
    for entry in _entries(root, address):
        found.setdefault(entry.address, entry)
    return tuple(found.values()) or refuse("R119", shown(address))


def _parsed(content: bytes) -> etree._Element | None:
    """Parse a feed; nothing outside it is loaded and no entity is put in."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False)
    root = etree.fromstring(content, parser)
    table = root.getroottree().docinfo.internalDTD if root is not None else None
    if table is not None and next(iter(table.iterentities()), None) is not None:
        raise ValueError("it defines entities")
    return root


def _entries(root: etree._Element, address: str) -> Iterator[FeedEntry]:
    for item in root.iter():
        if _name(item) not in {"item", "entry"}:
            continue
        link = _link(item)
        target = urljoin(item.base or address, link) if link else ""
        target = target if is_address(target) else urljoin(address, link)
        if is_address(target):
            yield FeedEntry(target.partition("#")[0], _text(item, ("title",))[:_LONGEST_TITLE], _day(item))


def _link(item: etree._Element) -> str:
    """Return where an item leads: its link, of Atom the one to the page itself, or a guid that is one."""
    for child in item:
        if _name(child) == "link" and child.get("href") and child.get("rel", "alternate") == "alternate":
            return str(child.get("href")).strip()
        if _name(child) == "link" and (child.text or "").strip():
            return str(child.text).strip()
    for child in item:
        permanent = _name(child) == "guid" and child.get("isPermaLink", "true") == "true"
        if permanent and is_address(child.text or ""):
            return str(child.text).strip()
    return ""


def _day(item: etree._Element) -> date | None:
    words = _text(item, ("pubDate", "published", "issued", "date", "updated"))
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            return read(words).date()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def _text(item: etree._Element, names: tuple[str, ...]) -> str:
    """Return the words of the first child that bears one of the names, in the order of the names."""
    for name in names:
        for child in item:
            if _name(child) == name:
                return " ".join("".join(child.itertext()).split())
    return ""


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
