"""Spans that nest and overlap become a tree that says every character once."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.span import Span
from reportedly.web.views.document_pieces import Piece, Step, layered, nested, paragraphs, tokens, touching

LENGTH = 30


def _span(ends: tuple[int, int]) -> Span:
    return Span(min(ends), max(ends))


spans = st.lists(st.tuples(st.integers(0, LENGTH + 5), st.integers(0, LENGTH + 5)).map(_span), max_size=8)
stretches = st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH)).map(_span)


def _parts(pieces: tuple[Piece, ...]) -> list[Piece]:
    return [found for piece in pieces for found in (piece, *_parts(piece.inner))]


def _covered(span: Span) -> set[int]:
    return set(range(span.start, span.end))


@given(stretches, spans)
def test_the_texts_of_the_tree_are_the_stretch(within: Span, marks: list[Span]) -> None:
    """Read from left to right, the tree has every character of the stretch once."""
    told = [step.span for step in tokens(nested(within, marks)) if step.step is Step.TEXT]
    assert [place for span in told for place in range(span.start, span.end)] == list(range(within.start, within.end))


@given(stretches, spans)
def test_a_part_holds_what_lies_in_it(within: Span, marks: list[Span]) -> None:
    """The pieces inside a part fill it without gap and without crossing its edges."""
    for part in _parts(nested(within, marks)):
        if part.inner:
            assert (part.inner[0].span.start, part.inner[-1].span.end) == (part.span.start, part.span.end)
            assert all(left.span.end == right.span.start for left, right in pairwise(part.inner))


@given(stretches, spans)
def test_the_parts_of_a_mark_are_the_mark(within: Span, marks: list[Span]) -> None:
    """All parts of a mark together are its words in the stretch, and no two of them share a character."""
    parts = _parts(nested(within, marks))
    for index, mark in enumerate(marks):
        held = [place for part in parts if part.mark == index for place in _covered(part.span)]
        assert sorted(held) == sorted(_covered(mark) & _covered(within))


@given(spans)
def test_a_mark_that_crosses_none_is_one_part(marks: list[Span]) -> None:
    """A mark is cut only where another one crosses it."""
    whole = Span(0, LENGTH + 5)
    parts = _parts(nested(whole, marks))
    for index, mark in enumerate(marks):
        crossed = any(one.overlaps(mark) and not one.covers(mark) and not mark.covers(one) for one in marks if one)
        if mark and not crossed:
            assert [part.span for part in parts if part.mark == index] == [mark]


def test_of_one_span_the_first_encloses() -> None:
    """Of two marks on the same words the one named first lies outside."""
    (outer,) = nested(Span(0, 4), [Span(0, 4), Span(0, 4)])
    assert (outer.mark, outer.inner[0].mark) == (0, 1)


def test_the_later_of_two_that_cross_is_cut() -> None:
    """Where two marks cross, the first stays whole and the second has a part inside and one behind."""
    first, rest = nested(Span(0, 9), [Span(0, 6), Span(4, 9)])
    assert (first.span, first.inner[1].span, rest.span) == (Span(0, 6), Span(4, 6), Span(6, 9))


def test_a_thousand_marks_in_one_another_are_written() -> None:
    """How deep marks lie in one another is not bounded by the depth of calls."""
    marks = [Span(place, 4000 - place) for place in range(1500)]
    assert sum(step.step is Step.OPEN for step in tokens(nested(Span(0, 4000), marks))) == 1500


@given(stretches, spans, spans)
def test_two_layers_say_every_character_once(within: Span, outer: list[Span], inner: list[Span]) -> None:
    """Text is complete and in order with an inner layer too."""
    told = [step.span for step in layered(within, outer, inner) if step.step is Step.TEXT]
    assert [place for span in told for place in range(span.start, span.end)] == list(range(within.start, within.end))


@given(stretches, spans, spans)
def test_edges_of_two_layers_are_balanced(within: Span, outer: list[Span], inner: list[Span]) -> None:
    """What is opened last is closed first, and everything is closed."""
    opened: list[int | None] = []
    for step in layered(within, outer, inner):
        if step.step is Step.OPEN:
            opened.append(step.mark)
        elif step.step is Step.CLOSE:
            assert opened.pop() == step.mark
    assert opened == []


@given(stretches, spans, spans)
def test_the_inner_layer_cuts_no_outer_mark(within: Span, outer: list[Span], inner: list[Span]) -> None:
    """Outer marks have the same parts whether or not there is an inner layer."""
    edges = [step for step in layered(within, outer, inner) if step.mark is not None and step.mark < len(outer)]
    alone = [step for step in tokens(nested(within, outer)) if step.mark is not None]
    assert edges == alone


@given(st.lists(st.integers(0, LENGTH), max_size=8), spans)
def test_touching_finds_what_shares_a_character(cuts: list[int], marks: list[Span]) -> None:
    """For each stretch exactly the spans that overlap it are found."""
    held = [Span(start, end) for start, end in pairwise(sorted(cuts))]
    expected = [[index for index, mark in enumerate(marks) if mark.overlaps(part)] for part in held]
    assert list(touching(held, marks)) == expected


@given(st.text(alphabet="a \n\t", max_size=40))
def test_paragraphs_and_gaps_are_the_text(text: str) -> None:
    """Nothing of a text is lost between its paragraphs."""
    assert "".join(part.of(text) for part in paragraphs(text)) == text


@given(st.text(alphabet="a \n\t", max_size=40))
def test_a_gap_is_white_space_and_a_paragraph_has_no_blank_line(text: str) -> None:
    """Only white space stands between paragraphs, and no blank line inside one."""
    parts = [part.of(text) for part in paragraphs(text)]
    assert all(not gap.strip() for gap in parts[1::2])
    assert all("\n\n" not in told for told in parts[::2])
