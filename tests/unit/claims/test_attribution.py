"""What an attribution covers, carries on, and who found it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.claims.attribution import Attribution
from reportedly.claims.parse import Parse
from reportedly.model.span import Span
from unit.claims.made import act, place, ruled

Read = Callable[..., Parse]
TEXT = "The old pier, the mayor said on Monday, was mined in spring. The gates were shut."


@pytest.fixture(scope="module", name="inserted")
def fixture_inserted(parse: Read) -> Attribution:
    """A saying whose source and cue stand inside its content."""
    return ruled(parse(TEXT), "said", "The old pier", "was mined in spring", source="mayor")


@pytest.mark.parametrize("words", ["The old pier", "was mined", "mined in spring"])
def test_part_of_a_content_is_covered(inserted: Attribution, words: str) -> None:
    """Whatever lies in a content is said there."""
    assert inserted.covers(place(TEXT, words))


@pytest.mark.parametrize("words", ["The gates were shut", "gates", "on Monday"])
def test_words_outside_are_not_covered(inserted: Attribution, words: str) -> None:
    """What lies in no content is not said there."""
    assert not inserted.covers(place(TEXT, words))


def test_source_and_cue_inside_do_not_count(inserted: Attribution) -> None:
    """An assertion that runs over the inserted source is covered all the same."""
    assert inserted.covers(place(TEXT, "The old pier, the mayor said on Monday, was mined in spring"))


def test_small_part_that_juts_out_does_not_count(inserted: Attribution) -> None:
    """A mark behind the content is no reason not to cover."""
    assert inserted.covers(place(TEXT, "was mined in spring. "))


def test_larger_part_that_juts_out_does_count(inserted: Attribution) -> None:
    """A span that lies mostly elsewhere is not covered."""
    assert not inserted.covers(place(TEXT, "in spring. The gates were shut"))


def test_what_is_carried_on_is_covered(inserted: Attribution) -> None:
    """A place that an attribution is carried into is covered like content."""
    assert inserted.carrying(place(TEXT, "The gates were shut")).covers(place(TEXT, "gates were shut"))


def test_carrying_on_leaves_the_contents_alone(inserted: Attribution) -> None:
    """What is carried on is kept apart from what the cue introduces."""
    more = inserted.carrying(place(TEXT, "The gates were shut"))
    assert (more.contents, len(more.carried)) == (inserted.contents, 1)


def test_reaching_further_adds_a_content(inserted: Attribution) -> None:
    """A further content stands behind those that were known."""
    more = place(TEXT, "The gates were shut")
    assert inserted.reaching(more).contents == (*inserted.contents, more)


def test_covering_does_not_count_overlapping_parts_twice(inserted: Attribution) -> None:
    """A content and what is carried on from it may overlap; each character counts once."""
    twice = replace(inserted, contents=(Span(61, 66),), carried=(Span(61, 66), Span(62, 66)))
    assert not twice.covers(Span(61, 80))


@pytest.mark.parametrize(
    ("rule", "seen", "expected"),
    [
        ("reporting verb", False, "reporting verb"),
        ("reporting verb", True, "reporting verb + model"),
        ("model", True, "model"),
    ],
)
def test_finders_are_named(inserted: Attribution, rule: str, seen: bool, expected: str) -> None:
    """A rule, the model, or both."""
    told = act(TEXT, "said", "The old pier") if seen else None
    assert replace(inserted, rule=rule, act=told).found_by == expected


@given(st.integers(0, 80), st.integers(1, 40))
def test_covering_is_counting_characters(inserted: Attribution, start: int, size: int) -> None:
    """A span is covered if it lies in a content, or if three fifths of its counted characters do."""
    span = Span(start, start + size)
    own = [inserted.cue, inserted.sources[0].span]
    counted = [at for at in range(start, start + size) if not any(one.start <= at < one.end for one in own)]
    inside = sum(any(one.start <= at < one.end for one in inserted.contents) for at in counted)
    within = any(one.start <= span.start and span.end <= one.end + 1 for one in inserted.contents if one.overlaps(span))
    assert inserted.covers(span) == (within or (inside > 0 and inside >= 0.6 * len(counted)))
