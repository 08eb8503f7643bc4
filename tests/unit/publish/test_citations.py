"""Documents as BibTeX and CSL-JSON."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import story
from builders import make_document
from reportedly.model.document import Document
from reportedly.publish.bibtex import bibliography, latex, render_bibtex
from reportedly.publish.citations import citations_of
from reportedly.publish.csl import csl_items, render_csl
from reportedly.publish.safe_text import slug, web_address

CSL_TYPES = {"article-newspaper", "webpage", "report"}
CSL_FIELDS = {"id", "type", "title", "note", "container-title", "issued", "URL", "archive_location"}
TEXT = st.text(max_size=40)


def page(**fields: Any) -> Document:
    """Return a document with some fields of its own."""
    made = make_document("wire-1", "Harbour Wire", date(2024, 12, 15), "Two died.", "Two dead & 50% lost")
    return replace(made, **fields)


def balanced(text: str) -> bool:
    """Say whether the braces of a BibTeX file close, those that are escaped left out."""
    depth = 0
    for letter in re.sub(r"\\[{}]", "", text):
        depth += {"{": 1, "}": -1}.get(letter, 0)
        if depth < 0:
            return False
    return depth == 0


def is_csl(text: str) -> bool:
    """Say whether a text keeps the rules of the schema of CSL-JSON that bear on our fields."""
    items = json.loads(text)
    return isinstance(items, list) and all(
        set(one) <= CSL_FIELDS
        and {"id", "type"} <= set(one)
        and one["type"] in CSL_TYPES
        and all(isinstance(value, str) for name, value in one.items() if name != "issued")
        and all(set(one["issued"]) == {"date-parts"} for _ in range("issued" in one))
        and all(
            1 <= len(parts) <= 3 and all(isinstance(part, int) for part in parts)
            for parts in one.get("issued", {"date-parts": []})["date-parts"]
        )
        for one in items
    )


def test_there_is_one_entry_a_document() -> None:
    """Every document of the dossier is cited once, in both forms."""
    count = len(story.dossier().documents)
    assert len(re.findall(r"(?m)^@", render_bibtex(story.dossier()))) == count
    assert len(json.loads(render_csl(story.dossier()))) == count


def test_an_entry_has_what_is_recorded() -> None:
    """Title, outlet, day and address stand in their fields, with the marks of LaTeX escaped."""
    text = bibliography([page(address="https://example.org/a_b%20c")])
    assert text.startswith("@online{harbour-wire-2024-")
    assert r"title = {{Two dead \& 50\% lost}}" in text
    assert "organization = {{Harbour Wire}}" in text
    assert "date = {2024-12-15}" in text
    assert "url = {https://example.org/a_b%20c}" in text
    assert "urldate" not in text


def test_an_address_that_cannot_be_followed_is_no_link() -> None:
    """It is told in words, and the entry is none of the web."""
    text = bibliography([page(address="javascript:alert(1)")])
    assert text.startswith("@misc{")
    assert "url =" not in text
    assert "howpublished = {javascript:alert(1)}" in text


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({}, "article-newspaper"),
        ({"outlet": None, "address": "https://example.org/"}, "webpage"),
        ({"outlet": None}, "report"),
    ],
)
def test_csl_knows_the_kind_of_item(fields: dict[str, Any], kind: str) -> None:
    """An outlet's article, a page of the web, or a report."""
    assert json.loads(csl_items([page(**fields)]))[0]["type"] == kind


def test_a_key_does_not_depend_on_what_else_is_cited() -> None:
    """A document keeps its key in every export."""
    documents = story.dossier().documents
    together = {one.document_id: one.key for one in citations_of(documents)}
    assert [citations_of([one])[0].key for one in documents] == [together[one.id] for one in documents]


def test_keys_differ_where_ids_begin_alike() -> None:
    """Two documents of one outlet and year whose ids share their first digits have two keys."""
    left, right = (page(id=f"doc-abcdef{digit}00") for digit in "12")
    assert len({one.key for one in citations_of([left, right])}) == 2


@given(title=TEXT, outlet=TEXT, address=TEXT)
def test_any_text_gives_a_whole_file(title: str, outlet: str, address: str) -> None:
    """Whatever is stored, braces close, keys are plain and the items keep to the schema."""
    made = [page(title=title, outlet=outlet, address=address)]
    text = bibliography(made)
    assert balanced(text)
    assert re.match(r"@(online|misc)\{[a-z0-9-]+,\n", text)
    assert is_csl(csl_items(made))
    csl_items(made).encode()


@given(text=TEXT)
def test_no_mark_of_latex_is_left(text: str) -> None:
    """Each of the ten characters stands behind a backslash or is spelled out."""
    rest = re.sub(r"\\(?:textbackslash|textasciicircum|textasciitilde)\{\}|\\[{}$&#%_]", "", latex(text))
    assert not set(rest) & set("\\{}$&#%_^~")


@given(text=TEXT)
def test_a_slug_is_a_safe_name_of_a_file(text: str) -> None:
    """Small letters, digits and hyphens alone."""
    assert re.fullmatch(r"[a-z0-9-]*", slug(text))


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ('http://x.org/"><script>', "http://x.org/%22%3E%3Cscript%3E"),
        ("http://x.org/}b{", "http://x.org/%7Db%7B"),
        ("javascript:alert(1)", ""),
        ("ftp://x.org/", ""),
        ("https://", ""),
        (None, ""),
    ],
)
def test_only_an_address_of_the_web_is_one(text: str | None, address: str) -> None:
    """What could end its field is encoded, and what is none of the web is no address."""
    assert web_address(text) == address
