"""Words of a page that did not arrive."""

from __future__ import annotations

import pytest
from lxml import html

from reportedly.read.page_losses import extraction_losses, paragraphs_of, parsing_losses

LONG = "The agency said that about two hundred soldiers were lost near the river."
OTHER = "A spokesman for the other side rejected this figure at once and gave none."


def test_whole_page_has_no_loss() -> None:
    """A tree with all words of its source loses nothing; scripts do not count."""
    source = f"<html><body><p>{LONG}</p><script>var five = 'words that are not seen';</script></body></html>"
    parser = html.HTMLParser()
    assert parsing_losses(source, html.document_fromstring(source, parser=parser), parser.error_log) == ()


@pytest.mark.parametrize("mark", ["<![>", "<![foo[x]]>", "<![CDATA[", "<!", "<?", "</", "<"])
def test_broken_declarations_do_not_stop_the_count(mark: str) -> None:
    """What the standard calls a bogus comment is passed over."""
    source = f"<html><body><p>{LONG}</p>{mark}</body></html>"
    parser = html.HTMLParser()
    assert parsing_losses(source, html.document_fromstring(source, parser=parser), parser.error_log) == ()


def test_words_that_the_parser_dropped_are_counted() -> None:
    """A tree that lacks a paragraph of its source is L102 with the numbers."""
    parser = html.HTMLParser()
    tree = html.document_fromstring(f"<html><body><p>{LONG}</p></body></html>", parser=parser)
    (loss,) = parsing_losses(f"<html><body><p>{LONG}</p><p>{OTHER}</p></body></html>", tree, parser.error_log)
    assert (loss.code, loss.what.endswith("14 of 27")) == ("L102", True)


def test_paragraphs_of_menus_and_short_ones_do_not_count() -> None:
    """Only paragraphs of some length outside navigation and footers are watched."""
    tree = html.document_fromstring(f"<body><p>{LONG}</p><footer><p>{OTHER}</p></footer><p>Share this</p></body>")
    assert len(paragraphs_of(tree)) == 1


def test_paragraph_outside_the_article_is_recorded() -> None:
    """What was not extracted is L103 with its opening words."""
    tree = html.document_fromstring(f"<body><p>{LONG}</p><p>{OTHER}</p></body>")
    (loss,) = extraction_losses(paragraphs_of(tree), LONG)
    assert (loss.code, loss.where) == ("L103", "from 'A spokesman for the other side rejected this figure at once and'")
