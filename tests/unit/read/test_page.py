"""Reading web pages."""

from __future__ import annotations

from datetime import date

import pytest

from captures import PAGE, capture_of, loss_codes, read_one, refused
from reportedly.read.reader import read_capture

HEAD = """<title>Losses near the river | The Lantern</title>
<meta property="og:site_name" content="The Lantern">
<link rel="canonical" href="https://lantern.example/losses">"""
FIRST = "The agency said on Monday that about two hundred soldiers had been lost near the river in three days."
LAST = "A spokesman for the other side rejected the figure – and the café owners of the town gave none."
BODY = f"<article><h1>Losses near the river</h1><p>{FIRST}</p><p>{LAST}</p></article>"


def page(body: str = BODY, head: str = HEAD) -> str:
    """Return a whole page."""
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def test_article_is_read_with_its_metadata() -> None:
    """Title, site and address come from the page's head."""
    document = read_one(page(), PAGE)
    assert FIRST in document.text
    assert (document.title, document.outlet) == ("Losses near the river", "The Lantern")
    assert document.address == "https://lantern.example/losses"


def test_menus_and_scripts_are_no_text() -> None:
    """What stands round the article is left out without a loss."""
    around = "<nav><ul><li><a href='/'>All our sections are here</a></li></ul></nav><script>var x = 'Hello';</script>"
    document = read_one(page(around + BODY), PAGE)
    assert "sections" not in document.text
    assert "Hello" not in document.text
    assert document.losses == ()


@pytest.mark.parametrize("encoding", ["windows-1252", "iso-8859-1"])
def test_declared_encoding_is_used(encoding: str) -> None:
    """A page in a Western code page that says so is read without a guess."""
    content = page(head=f'<meta charset="{encoding}">' + HEAD).encode("cp1252")
    document = read_one(content, PAGE)
    assert LAST in document.text
    assert document.losses == ()


def test_publication_is_read_from_linked_data() -> None:
    """The stamp of the page's JSON-LD gives the day, marked as metadata."""
    stamp = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-12-16"}</script>'
    document = read_one(page(head=HEAD + stamp), PAGE)
    assert document.published is not None
    assert (document.day, document.published.basis.value) == (date(2024, 12, 16), "metadata")


def test_day_is_inferred_where_the_page_states_none() -> None:
    """A page without metadata takes the day of its text's dateline."""
    document = read_one(page(f"<article><p>ORRIN, 3 March 2025 - {FIRST}</p><p>{LAST}</p></article>"), PAGE)
    assert document.published is not None
    assert (document.day, document.published.basis.value) == (date(2025, 3, 3), "inferred")


@pytest.mark.parametrize("content", ["", "<html><body></body></html>", "<html><body><script>x</script></body></html>"])
def test_page_without_article_is_refused(content: str) -> None:
    """Nothing found is R207, with what to do."""
    assert (refused(content, PAGE).code, ".txt" in refused(content, PAGE).advice) == ("R207", True)


def test_deep_claim_is_kept() -> None:
    """A thousand levels of nesting lose nothing."""
    deep = "<div>" * 1000 + f"<p>{FIRST}</p>" + "</div>" * 1000 + f"<p>{LAST}</p>"
    document = read_one(page(f"<article>{deep}</article>"), PAGE)
    assert FIRST in document.text
    assert LAST in document.text


def test_deeper_nesting_is_recorded() -> None:
    """Past the parser's limit the loss is said with the number of words."""
    deep = f"<p>{LAST}</p>" * 3 + "<div>" * 3000 + f"<p>{FIRST}</p>" + "</div>" * 3000
    document = read_one(page(f"<article>{deep}</article>"), PAGE)
    assert [(loss.code, "words were dropped" in loss.what) for loss in document.losses] == [("L101", True)]


def test_nul_does_not_end_the_page() -> None:
    """Text after a NUL is kept and the NUL recorded."""
    document = read_one(page().replace("two hundred", "two\x00hundred"), PAGE)
    assert "café owners" in document.text
    assert loss_codes(document) == ["L112"]


@pytest.mark.parametrize("reference", ["&#0;", "&#11;", "&#x1F", "&#xd800;", "&#65535;"])
def test_reference_to_a_control_character_is_replaced(reference: str) -> None:
    """What a reference stands for is looked at before the page is parsed."""
    document = read_one(page().replace("two hundred", f"two {reference} hundred"), PAGE)
    assert "café owners" in document.text
    assert loss_codes(document) == ["L112"]


def test_failing_library_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    """An exception inside the extractor is R211 with its name."""

    def fail(*_: object, **__: object) -> None:
        raise AttributeError

    monkeypatch.setattr("reportedly.read.page.bare_extraction", fail)
    assert (refused(page(), PAGE).code, "AttributeError" in refused(page(), PAGE).what) == ("R211", True)


def test_lack_of_memory_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory running out is the isolation's to report."""

    def fail(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("reportedly.read.page.bare_extraction", fail)
    with pytest.raises(MemoryError):
        list(read_capture(capture_of(page(), PAGE)))
