"""Editions as files: the same every time, numbered references, a warning where support is missing."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from datetime import date
from functools import cache
from html import unescape

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import story
from reportedly.model.edition import Block, BlockKind, Edition, EditionStatus, SentenceCheck, Standing
from reportedly.model.errors import SettingsError
from reportedly.model.reason import Reason
from reportedly.publish.edition_files import EDITION_FORMATS, FALLEN, WARNING, render_edition
from reportedly.publish.edition_view import PrintedEdition, printed_edition

FALLS = SentenceCheck(Standing.FALLS, (Reason("E506", "it prints 7, which nothing bears out"),))
HOLDS = SentenceCheck(Standing.HOLDS)


@cache
def edition(*texts: str, falls: bool = False, published: bool = False) -> PrintedEdition:
    """Return an edition of the invented story: a heading, two sentences, and those of the test."""
    dossier = story.dossier()
    first, second = dossier.assessment.findings[:2]
    blocks = [
        Block("h", BlockKind.HEADING, "Losses"),
        Block("a", BlockKind.SENTENCE, first.text, first.claim_ids),
        Block("b", BlockKind.SENTENCE, second.text, second.claim_ids[:3]),
        *(Block(f"t{at}", BlockKind.SENTENCE, text, first.claim_ids[:1]) for at, text in enumerate(texts)),
    ]
    status = EditionStatus.PUBLISHED if published else EditionStatus.DRAFT
    made = Edition("edt-1", texts[0] if texts else "Tarn", ((),), "x", None, "ICD 203", tuple(blocks), 9, status)
    checks = {block.id: FALLS if falls and block.id == "b" else HOLDS for block in blocks[1:]}
    return printed_edition(made, dossier, dossier.claim_by_id, dossier.document_by_id, checks)


def text_of(made: PrintedEdition, name: str) -> str:
    """Return an edition's file as text."""
    content = render_edition(made, name).content
    if name != "docx":
        return content.decode()
    return "\n".join(one.text for one in docx.Document(io.BytesIO(content)).paragraphs)


@pytest.mark.parametrize("name", EDITION_FORMATS)
def test_equal_editions_give_equal_bytes(name: str) -> None:
    """A file is a function of the edition alone."""
    edition.cache_clear()
    first = render_edition(edition(), name)
    edition.cache_clear()
    assert render_edition(edition(), name) == first


@pytest.mark.parametrize("name", ["html", "markdown", "docx"])
def test_readers_are_warned_of_sentences_without_support(name: str) -> None:
    """The warning stands above everything that it warns of."""
    text = text_of(edition(falls=True), name)
    assert text.index(WARNING) < text.index("Losses")
    assert "it prints 7" in text


@pytest.mark.parametrize("name", ["html", "markdown", "docx"])
def test_nobody_is_warned_of_what_holds(name: str) -> None:
    """Without a fallen sentence there is no warning."""
    assert WARNING not in text_of(edition(), name)


@pytest.mark.parametrize("name", ["html", "markdown", "docx"])
def test_a_published_edition_says_that_its_support_fell_since(name: str) -> None:
    """What readers have already is not called a draft."""
    text = text_of(edition(falls=True, published=True), name)
    assert FALLEN in text
    assert "Draft" not in text


def test_references_lead_to_claims() -> None:
    """Every number in brackets has its claim in the list, in the page and in Markdown."""
    for name, called, there in (("html", r'href="#claim-(\d+)"', r'id="claim-(\d+)"'),):
        text = text_of(edition(), name)
        assert set(re.findall(called, text)) <= set(re.findall(there, text))
    text = text_of(edition(), "markdown")
    assert set(re.findall(r"\(#claim-(\d+)\)", text)) <= set(re.findall(r"(?m)^#### Claim (\d+)$", text))


def test_claims_are_numbered_as_they_are_cited() -> None:
    """The first sentence has the first numbers."""
    made = edition()
    assert min(made.blocks[1].refs) == 1
    assert [one.number for one in made.claims] == list(range(1, len(made.claims) + 1))


def test_only_what_is_cited_is_listed() -> None:
    """An edition lists the documents of its claims and no others."""
    made = edition()
    assert {one.document.id for one in made.documents} == {one.claim.document_id for one in made.claims}


def test_the_page_loads_and_runs_nothing() -> None:
    """No script, no address but those to click, a policy of its own."""
    text = unescape(text_of(edition(), "html"))
    assert "default-src 'none'" in text
    assert not re.search(r"<script|<img|<link|@import|url\(", text)


def test_the_citations_are_those_of_its_documents() -> None:
    """One entry a listed document."""
    count = len(edition().documents)
    assert len(json.loads(text_of(edition(), "csl"))) == count
    assert text_of(edition(), "bibtex").count("\n@") + 1 == count


@given(text=st.text(min_size=1, max_size=30))
def test_any_text_can_be_printed(text: str) -> None:
    """No text breaks a file or stands in a page as a mark; the file's name is plain."""
    made = edition(text)
    for name in ("html", "markdown", "json"):
        rendition = render_edition(made, name)
        assert re.fullmatch(r"[a-z0-9-]+(\.[a-z]+)+", rendition.filename)
    assert "<script" not in text_of(edition(f"{text}<script>"), "html")


@pytest.mark.parametrize("hostile", ["\x00", "\ud800", "\u202e", "</w:t>", "]]>"])
def test_hostile_text_leaves_the_word_document_whole(hostile: str) -> None:
    """What XML cannot hold is left out."""
    assert "Losses" in text_of(edition(hostile), "docx")


def test_the_day_as_known_on_is_printed() -> None:
    """A view of the past says so."""
    then = replace(edition(), known="As known on 16 Dec 2024", as_of=date(2024, 12, 16))
    assert "As known on 16 Dec 2024" in text_of(then, "html")


def test_an_unknown_format_names_those_there_are() -> None:
    """E230."""
    with pytest.raises(SettingsError, match="html, markdown, docx, bibtex, csl, json"):
        render_edition(edition(), "papyrus")
