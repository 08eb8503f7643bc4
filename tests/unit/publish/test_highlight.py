"""Texts cut at the spans of their claims."""

from __future__ import annotations

import story
from builders import make_claim, make_document, make_link
from reportedly.publish.highlight import Segment, segments
from story_pages import pages

PAGE = make_document("k", None, None, "The mayor said the mill burned.")
CLAIM = make_claim(PAGE, "the mill burned", (make_link(PAGE, "mayor", "The mayor", "said"),))


def test_spans_are_marked_with_their_roles() -> None:
    """Source, cue and content are told apart."""
    found = segments(PAGE.text, (CLAIM,), {CLAIM.id: 1})
    assert found[0] == Segment("The mayor", ("source",), (), ("source",))
    assert found[4] == Segment("the mill burned", ("content",), (1,), ())


def test_the_segments_are_the_text() -> None:
    """Nothing is lost and nothing doubled, however spans overlap."""
    numbers = {claim.id: number for number, claim in enumerate(story.claims())}
    for page in pages().values():
        held = [claim for claim in story.claims() if claim.document_id == page.id]
        assert "".join(part.text for part in segments(page.text, held, numbers)) == page.text


def test_a_source_within_the_content_is_both() -> None:
    """A span inside another keeps both marks."""
    inside = make_claim(PAGE, "The mayor said the mill burned", (make_link(PAGE, "mayor", "The mayor", "said"),))
    assert segments(PAGE.text, (inside,), {inside.id: 1})[0].roles == ("content", "source")


def test_a_text_without_claims_is_one_segment() -> None:
    """Nothing is marked where nothing is claimed."""
    assert segments("Plain.", (), {}) == (Segment("Plain."),)


def test_an_empty_text_has_no_segment() -> None:
    """No text, no segments."""
    assert segments("", (), {}) == ()
