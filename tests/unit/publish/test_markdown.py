"""The report as Markdown."""

from __future__ import annotations

import re

import pytest

import story
from reportedly.publish.markdown import escaped, render_markdown


def test_every_note_has_its_claim() -> None:
    """Each reference leads to the heading of a claim, and every claim has one."""
    text = render_markdown(story.dossier())
    written = set(re.findall(r"^#### Claim (\d+)$", text, re.MULTILINE))
    called = set(re.findall(r"\(#claim-(\d+)\)", text))
    assert called
    assert called <= written
    assert len(written) == len(story.claims())


def test_a_claim_is_printed_with_its_chain() -> None:
    """Page first, origin last."""
    text = render_markdown(story.dossier())
    chain = (
        "Harbour Wire, 15 Dec 2024 ← Institute for Frontier Studies ← Directorate of Military Intelligence of Norland"
    )
    assert chain in text


def test_tables_have_as_many_cells_as_heads() -> None:
    """No cell of a table spills over."""
    for table in re.findall(r"(?:^\|.*\n)+", render_markdown(story.dossier()), re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}) == 1


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("<script>", "&lt;script&gt;"),
        ("a|b", r"a\|b"),
        ("[x](http://y)", r"\[x\](http://y)"),
        ("# head", r"\# head"),
        ("- item", r"\- item"),
        ("1. item", r"1\. item"),
        ("two\nlines", "two lines"),
        ("right\u202eleft", "rightleft"),
        ("`code`", r"\`code\`"),
    ],
)
def test_stored_text_is_printed_as_it_is(text: str, printed: str) -> None:
    """No stored text becomes a mark of Markdown or HTML."""
    assert escaped(text) == printed
