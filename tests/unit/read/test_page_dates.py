"""The publication day that a page's metadata states."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from lxml import html

from reportedly.model.document import Published
from reportedly.read.page_dates import stated_publication


def _stated(head: str, markup_day: str | None = None) -> Published | None:
    return stated_publication(html.document_fromstring(f"<html><head>{head}</head><body>x</body></html>"), markup_day)


def _linked(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


ARTICLE = '{"@type": "NewsArticle", "datePublished": "2024-12-16T23:30:00+02:00"}'
META = '<meta property="article:published_time" content="2024-12-15T10:00:00Z">'


def test_stamp_with_offset_is_kept() -> None:
    """The minute and its offset stay; the day is that of the outlet's clock."""
    published = _stated(_linked(ARTICLE))
    assert published is not None
    assert published.day == date(2024, 12, 16)
    assert published.at is not None
    assert published.at.utcoffset() == timedelta(hours=2)


def test_linked_data_comes_before_meta_and_markup() -> None:
    """Of several statements the article's own stamp counts."""
    published = _stated(META + _linked(ARTICLE), "2024-12-14")
    assert published is not None
    assert published.detail == "datePublished of the page's linked data"


def test_meta_comes_before_markup() -> None:
    """A meta stamp counts before what htmldate found."""
    published = _stated(META, "2024-12-14")
    assert published is not None
    assert published.day == date(2024, 12, 15)


def test_markup_is_the_last_resort() -> None:
    """Without stamps the day of htmldate is taken and said."""
    published = _stated("", "2024-12-14")
    assert published is not None
    assert "htmldate" in published.detail


def test_article_inside_a_graph_is_found() -> None:
    """The site's own day is not the article's."""
    published = _stated(_linked(f'{{"@graph": [{{"@type": "WebSite", "datePublished": "2001-01-01"}}, {ARTICLE}]}}'))
    assert published is not None
    assert published.day == date(2024, 12, 16)


@pytest.mark.parametrize("data", ["", "{", "[" * 100_000, "7", '{"@type": 5, "datePublished": "2024-12-16"}'])
def test_bad_linked_data_is_passed_over(data: str) -> None:
    """Broken, nested or foreign data gives no day and no error."""
    assert _stated(_linked(data)) is None


def test_time_element_marked_as_publication_counts() -> None:
    """A time element without the mark does not."""
    assert _stated('<time itemprop="datePublished" datetime="2024-12-16">x</time>') is not None
    assert _stated('<time datetime="2024-12-16">x</time>') is None
