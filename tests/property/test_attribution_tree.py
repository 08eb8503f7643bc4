"""Whatever the text, attributions lie in it, hold words, and make a tree."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from property.strategies import World, worlds
from reportedly.claims.attributed import FLAGGED
from reportedly.claims.extractor import Extractor, load_extractor
from reportedly.model.attributed import Attributed
from reportedly.model.document import Document
from reportedly.model.span import Span

_PARTS = st.sampled_from(
    [
        "The navy said that ",
        "according to the ministry, ",
        "The Ostwind Courier reported, citing Ilsa Brandt, that ",
        "two barges sank",
        "the dam is not safe",
        '"',
        "“",
        "”",
        ", said Ilsa Brandt",
        ", officials say",
        ". ",
        "\n\n",
        "? ",
        "reportedly ",
        "told Radio Ostwind that ",
        "denied that ",
        "could not confirm that ",
        "She added ",
        " and warned that ",
        "is believed to have ",
        "plans to ",
        " \u200b",
        "émigré ",
        "🙂",
        "—",
        "; ",
    ]
)
TEXTS = st.lists(_PARTS, min_size=1, max_size=25).map("".join)


@pytest.fixture(scope="module", name="reader")
def fixture_reader() -> Extractor:
    """The packaged extractor."""
    return load_extractor()


def read(reader: Extractor, text: str) -> tuple[Attributed, ...]:
    """Return the attributions of a text."""
    return reader.attributions(Document("doc-x", "x", text))


def _spans(one: Attributed) -> tuple[Span, ...]:
    return (*one.source, *one.cue, *one.content, *one.carried)


def _misplaced(found: Sequence[Attributed], text: str) -> list[Span]:
    spans = [span for one in found for span in _spans(one)]
    return [span for span in spans if not (0 <= span.start < span.end <= len(text) and span.of(text).strip())]


def _ends_at_a_root(found: Sequence[Attributed]) -> bool:
    above = {one.id: one.parent for one in found}
    for parent in above.values():
        at, steps = parent, 0
        while at is not None and steps <= len(above):
            at, steps = above[at], steps + 1
        if at is not None:
            return False
    return True


@settings(max_examples=60)
@given(TEXTS)
def test_every_span_lies_in_the_text_and_holds_words(reader: Extractor, text: str) -> None:
    """Source, cue, content and what is carried on are words of the text; cue and content are never missing."""
    found = read(reader, text)
    assert _misplaced(found, text) == []
    assert all(one.cue and one.content for one in found)


@settings(max_examples=60)
@given(TEXTS)
def test_parents_exist_and_make_no_circle(reader: Extractor, text: str) -> None:
    """Every parent is an attribution of the document, and from each one the way up ends."""
    found = read(reader, text)
    assert {one.parent for one in found} <= {None, *(one.id for one in found)}
    assert _ends_at_a_root(found)


@settings(max_examples=30)
@given(TEXTS)
def test_parts_of_a_content_are_in_order_and_apart(reader: Extractor, text: str) -> None:
    """Content in several parts is told from left to right, no character twice."""
    for one in read(reader, text):
        assert all(left.end < right.start for left, right in zip(one.content, one.content[1:], strict=False))


@settings(max_examples=30)
@given(TEXTS)
def test_scores_are_shares_and_low_ones_are_flagged(reader: Extractor, text: str) -> None:
    """A score lies between 0 and 1 and has its finder, and below ``FLAGGED`` somebody should look."""
    found = read(reader, text)
    assert all(0 <= one.score <= 1 and one.rule for one in found)
    assert all(one.flagged for one in found if one.score < FLAGGED)


@settings(max_examples=20)
@given(TEXTS)
def test_same_text_gives_same_attributions(reader: Extractor, text: str) -> None:
    """Reading holds no state: the second time equals the first."""
    assert read(reader, text) == read(reader, text)


@settings(max_examples=30)
@given(worlds(most=2))
def test_reports_of_small_worlds_are_trees(reader: Extractor, world: World) -> None:
    """Invented reports with figures, hedges and denials are read without a stray span or parent."""
    for document in world.documents:
        found = reader.attributions(document)
        assert _misplaced(found, document.text) == []
        assert _ends_at_a_root(found)


@settings(max_examples=30)
@given(worlds(most=2))
def test_who_says_or_denies_in_a_small_world_is_a_source(reader: Extractor, world: World) -> None:
    """A sentence that ends in ``X said`` or ``X denied`` has an attribution whose content holds its words."""
    for document in world.documents:
        found = reader.attributions(document)
        for claim in (one for one in world.of(document) if one.chain):
            assert any(content.overlaps(claim.span) for one in found for content in one.content)


@given(st.text(max_size=200))
def test_no_text_stops_the_reading(reader: Extractor, text: str) -> None:
    """Any characters at all are read to the end."""
    assert _misplaced(read(reader, text), text) == []


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\u200b", "a" * 10_000, '"' * 500, ".,;:!?“”()—" * 80, "🙂" * 300])
def test_text_without_sentences_has_no_attributions(reader: Extractor, text: str) -> None:
    """Nothing, white space, one endless word and marks alone make nobody say anything."""
    assert read(reader, text) == ()


@pytest.mark.parametrize("text", ["x" * 10_000 + " said that it rained.", "He said that " + "y" * 10_000 + "."])
def test_endless_word_in_a_sentence_is_read(reader: Extractor, text: str) -> None:
    """A word of ten thousand characters beside a cue moves no offset."""
    assert _misplaced(read(reader, text), text) == []
