"""The source that signs a headline."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.claims.headlines import SURE, signature, signed
from reportedly.claims.parse import Parse
from reportedly.model.span import Span


def known(words: str) -> bool:
    """Know one body."""
    return words == "Velt Leaf"


def found(text: str) -> tuple[str, str] | None:
    """Return the words of source and content of a headline."""
    one = signed(text, Span(0, len(text)), known)
    return (one.source.of(text), one.content.of(text)) if one else None


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Two killed over past day in Tarn - quarry command", "quarry command", "Two killed over past day in Tarn"),
        ("Two killed over past day in Tarn – police", "police", "Two killed over past day in Tarn"),
        ("Four killed in a blast in Tarn: mayor", "mayor", "Four killed in a blast in Tarn"),
        ("Police: four killed in Tarn blast", "Police", "four killed in Tarn blast"),
        ("Velt Leaf: four killed in Tarn", "Velt Leaf", "four killed in Tarn"),
        ("Tarn police say four miners were killed", "Tarn police", "four miners were killed"),
    ],
)
def test_dash_colon_and_verb_name_the_source(text: str, source: str, content: str) -> None:
    """A headline is signed behind a dash or colon, before a colon or by a verb of saying."""
    assert found(text) == (source, content)


def test_a_label_of_the_wire_is_no_source() -> None:
    """What stands before the headline is neither source nor content."""
    assert found("UPDATE 2-Four killed in Tarn blast: police") == ("police", "Four killed in Tarn blast")


@pytest.mark.parametrize(
    "text",
    [
        "BREAKING: four killed in Tarn",
        "Bus falls into the quarry of Velt: 12 dead",
        "Four killed in a blast in Tarn - yesterday",
        "Tarn: four dead",
        "Four killed in a quarry blast in Tarn",
    ],
)
def test_topics_tolls_and_days_sign_nothing(text: str) -> None:
    """Silence where no body is named."""
    assert found(text) is None


def links(parse: Callable[..., Parse], text: str, words: str) -> list[str]:
    """Return the names that sign the headline of some words."""
    start = text.index(words)
    return [link.name for link in signature(parse(text), Span(start, start + len(words)), known)]


def test_running_text_is_not_signed(parse: Callable[..., Parse]) -> None:
    """A line that ends like a sentence is no headline."""
    assert links(parse, "Four were killed in a blast in Tarn: police.", "Four") == []


def test_only_the_headlines_own_line_is_signed(parse: Callable[..., Parse]) -> None:
    """The sentence below a signed headline has no source from it."""
    text = "Four killed in a blast in Tarn: police\nThree more are missing."
    assert (links(parse, text, "Four"), links(parse, text, "Three")) == (["police"], [])


def test_the_link_quotes_the_source(parse: Callable[..., Parse]) -> None:
    """The span holds the source's words and the score is that of a place."""
    text = "Blast in the old mill\nFour killed in a blast in Tarn: police"
    (link,) = signature(parse(text), Span(22, 26), known)
    assert link.span is not None
    assert (link.span.of(text), link.score) == ("police", SURE)
