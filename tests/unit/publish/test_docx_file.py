"""The report as a Word document, read back."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from functools import cache

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

import story
from reportedly.model.dossier import Dossier
from reportedly.publish.docx_file import render_docx


def read(dossier: Dossier) -> WordDocument:
    """Return a dossier's Word document as Word's library reads it."""
    return docx.Document(io.BytesIO(render_docx(dossier)))


@cache
def of_story() -> WordDocument:
    """Return the Word document of the invented story."""
    return read(story.dossier())


def test_every_finding_is_printed() -> None:
    """No sentence of the assessment is lost on the way to Word."""
    text = "\n".join(one.text for one in of_story().paragraphs)
    assert [one.text for one in story.dossier().assessment.findings if one.text not in text] == []


def test_every_reference_leads_to_a_claim() -> None:
    """Each link inside the document has its place, and each place is there once."""
    body = of_story().element.body
    anchors = {one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))} - {None}
    marks = [one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))]
    assert anchors
    assert anchors <= set(marks)
    assert len(marks) == len(set(marks)) == len(story.claims())


def test_tables_are_named_and_have_heads() -> None:
    """Before each table stands its caption, and its first row is repeated on every page."""
    made = of_story()
    captions = [one for one in made.paragraphs if one.style is not None and one.style.name == "Caption"]
    heads = list(made.element.body.iter(qn("w:tblHeader")))
    assert made.tables
    assert len(captions) == len(made.tables) == len(heads)


def test_nothing_of_the_moment_of_writing_is_in_the_file() -> None:
    """Every part of the archive bears the same fixed time."""
    with zipfile.ZipFile(io.BytesIO(render_docx(story.dossier()))) as held:
        assert {one.date_time for one in held.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert held.namelist()[0] == "[Content_Types].xml"


def test_title_and_language_are_set() -> None:
    """The file says what it is called and in which language it is written."""
    properties = of_story().core_properties
    assert (properties.title, properties.language) == ("Losses in Tarn", "en-GB")


@pytest.mark.parametrize("hostile", ["a\x00b\x0bc", "\ud800", "</w:t><script>", "\u202eevil", "x" * 400, ""])
def test_hostile_text_is_printed_or_left_out(hostile: str) -> None:
    """No stored text can break the file or become a mark of its own."""
    dossier = story.dossier()
    documents = tuple(replace(one, outlet=hostile, title=hostile, address=hostile) for one in dossier.documents)
    made = read(replace(dossier, documents=documents, assessment=replace(dossier.assessment, title=hostile)))
    assert len(made.paragraphs) > 50


def test_an_address_of_the_web_is_a_link_and_no_other() -> None:
    """What a browser could run is printed as words."""
    dossier = story.dossier()
    first, second, *rest = dossier.documents
    first = replace(first, address="https://example.org/a page?b=1&c=2")
    second = replace(second, address="javascript:alert(1)")
    made = read(replace(dossier, documents=(first, second, *rest)))
    outside = [one.target_ref for one in made.part.rels.values() if one.is_external]
    assert outside == ["https://example.org/a%20page?b=1&c=2"]
    assert "javascript:alert(1)" in "\n".join(one.text for one in made.paragraphs)
