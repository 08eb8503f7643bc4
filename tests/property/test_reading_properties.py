"""What holds for whatever is read."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from captures import LINES, PAGE, capture_of
from reportedly.model.codec import from_json, to_json
from reportedly.model.document import Document, Refusal
from reportedly.read.cleaning import clean
from reportedly.read.dateline import infer_day
from reportedly.read.decoding import decode
from reportedly.read.plain import split_front_matter
from reportedly.read.reader import READERS, read_capture

ANY_TEXT = st.text(st.characters(), max_size=300)
WORDS = st.sampled_from(
    [
        "Friday,",
        "Monday",
        "January",
        "4,",
        "2019",
        "3 March 2025",
        "ORRIN,",
        "-",
        "--",
        "(Wire)",
        "Published:",
        "\n",
        "said",
    ]
)


@given(ANY_TEXT)
@example("\ud800\x00\u202e")
@example("a\u2028b\r\n\x85")
def test_any_text_round_trips_through_lines(text: str) -> None:
    """A record's text is stored character for character, but for what is recorded as replaced."""
    line = json.dumps({"id": "a", "text": text})
    (item,) = read_capture(capture_of(line, LINES))
    if isinstance(item, Refusal):
        assert not clean(text).text.strip()
    else:
        assert len(item.text) == len(text)
        assert (item.text == text) == (not item.losses)


@given(ANY_TEXT)
def test_stored_text_survives_utf8(text: str) -> None:
    """Cleaned text goes to UTF-8 and back, and cleaning it again changes nothing."""
    cleaned = clean(text).text
    assert cleaned.encode().decode() == cleaned
    assert clean(cleaned).losses == ()


@pytest.mark.parametrize("media_type", [*sorted(READERS), "image/png"])
@given(content=st.binary(max_size=400))
@example(content=b"")
@example(content=b"\xff\xfe\x00")
@example(content=b"\xef\xbb\xbf")
@example(content=b"\x00\x00\xfe\xff")
@example(content=b"<html><p>\x00<!")
def test_any_bytes_give_documents_or_refusals(media_type: str, content: bytes) -> None:
    """No bytes raise, something is always said, and all of it can be stored."""
    items = list(read_capture(capture_of(content, media_type)))
    assert items
    for item in items:
        assert from_json(type(item), to_json(item)) == item


@given(st.text(alphabet="<>/!=\"'& abpdivscriptmeta\n", max_size=200))
def test_any_markup_gives_documents_or_refusals(markup: str) -> None:
    """Broken tags never raise."""
    items = list(read_capture(capture_of("<html><body>" + markup, PAGE)))
    assert all(isinstance(item, Document | Refusal) for item in items)


@given(st.text(max_size=300), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_marked_unicode_is_decoded_exactly(text: str, encoding: str) -> None:
    """UTF-8 and every marked encoding come back to the character."""
    decoded = decode(text.encode(encoding))
    assert decoded is not None
    assert decoded.text == text.removeprefix("\ufeff") if encoding == "utf-8" else decoded.text == text


@given(st.lists(WORDS, max_size=12).map(" ".join) | ANY_TEXT)
def test_inferred_day_points_at_its_words(text: str) -> None:
    """The span lies in the text and holds the year's last two digits and the day's number."""
    published = infer_day(text).published
    if published is not None:
        assert published.span is not None
        words = published.span.of(text)
        assert str(published.day.day) in words
        assert f"{published.day:%y}" in words


@given(ANY_TEXT)
def test_front_matter_takes_nothing_from_the_text(text: str) -> None:
    """The body is the end of the file."""
    assert text.endswith(split_front_matter(text).body)
