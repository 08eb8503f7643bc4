"""Find the day a web page says it was published: stamps with a time first, then what htmldate finds in the markup."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from lxml.html import HtmlElement

from reportedly.model.document import DayBasis, Published
from reportedly.read.publication import parse_published

_ARTICLES = ("article", "posting", "report", "webpage", "creativework")
"""Ends of schema.org type names whose ``datePublished`` is the report's own."""

_META_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "dcterms.created",
    "dcterms.issued",
    "dc.date.issued",
    "sailthru.date",
    "pubdate",
    "publish-date",
    "article.published",
)
"""``meta`` names of a publication stamp, the most reliable first (Open Graph, schema.org, Dublin Core, vendors)."""

_MOST_NODES = 10_000


def stated_publication(tree: HtmlElement, markup_day: str | None) -> Published | None:
    """Return the publication that a page's metadata states.

    Args:
        tree: the parsed page.
        markup_day: the day that htmldate found, as ISO, or None.
    """
    for value, rule in (*_linked_data(tree), *_meta(tree), *_time_elements(tree)):
        published = parse_published(value, DayBasis.METADATA, rule)
        if published is not None:
            return published
    return parse_published(markup_day, DayBasis.METADATA, "htmldate on the page's markup") if markup_day else None


def _linked_data(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            value = node.get("datePublished")
            if isinstance(value, str) and _is_article(node.get("@type")):
                yield value, "datePublished of the page's linked data"


def _nodes(data: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of a JSON value, outer before inner, in their order; stop at ``_MOST_NODES``."""
    waiting = [data]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
            waiting.extend(reversed(list(value.values())))
        elif isinstance(value, list):
            waiting.extend(reversed(value))


def _is_article(types: object) -> bool:
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and name.lower().endswith(_ARTICLES) for name in names)


def _meta(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    stated: dict[str, str] = {}
    for element in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            name, value = (element.get(attribute) or "").lower(), element.get("content")
            if name in _META_NAMES and value:
                stated.setdefault(name, value)
    for name in _META_NAMES:
        if name in stated:
            yield stated[name], f"meta {name} of the page"


def _time_elements(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for element in tree.iter("time"):
        value = element.get("datetime")
        if value and ("datepublished" in (element.get("itemprop") or "").lower() or element.get("pubdate") is not None):
            yield value, "time element marked as publication"
