"""Which attribution stands in which."""

from __future__ import annotations

from typing import Any, cast

from hypothesis import given
from hypothesis import strategies as st

from reportedly.claims.attribution import Attribution
from reportedly.claims.nesting import parents_of
from reportedly.claims.parse import Sentence
from reportedly.model.span import Span


def made(cue: int, *contents: tuple[int, int], **fields: Any) -> Attribution:
    """Return an attribution with a cue of five characters."""
    spans = tuple(Span(*content) for content in contents)
    return Attribution(cast("Sentence", None), (), Span(cue, cue + 5), spans, "made", **fields)


def test_one_that_stands_in_no_other_has_no_parent() -> None:
    """Two sayings side by side hold nothing of each other."""
    assert parents_of([made(0, (10, 40)), made(50, (60, 90))]) == [None, None]


def test_cue_inside_a_content_makes_a_child() -> None:
    """A saying that is told by another stands in it."""
    assert parents_of([made(0, (10, 90)), made(20, (30, 90))]) == [None, 0]


def test_of_three_levels_the_innermost_holder_is_the_parent() -> None:
    """The smallest content that holds the cue is the nearest teller."""
    assert parents_of([made(0, (10, 90)), made(20, (30, 90)), made(40, (50, 90))]) == [None, 0, 1]


def test_size_is_that_of_all_parts_of_a_content() -> None:
    """A content in two parts counts as both, so that a short part does not make it the nearer one."""
    assert parents_of([made(0, (10, 20), (40, 90)), made(35, (6, 30))])[1] is None
    assert parents_of([made(95, (0, 8), (20, 90)), made(91, (20, 80)), made(30, (40, 60))])[2] == 1


def test_cue_that_juts_out_of_a_content_is_not_inside() -> None:
    """Only a cue that lies in the content as a whole is told by the other."""
    assert parents_of([made(0, (10, 23)), made(20, (30, 90))]) == [None, None]


def test_two_that_hold_each_others_cue_are_no_parents() -> None:
    """Nobody can be told by the one whom he tells."""
    assert parents_of([made(0, (20, 90)), made(30, (0, 15))]) == [None, None]


def test_cited_source_stands_in_the_one_who_cites() -> None:
    """``X reported, citing Y``: Y has the same content and is what X rests on."""
    assert parents_of([made(0, (30, 90)), made(10, (30, 90), inner=True)]) == [None, 0]


def test_cited_source_without_a_citer_has_no_parent() -> None:
    """A cited source whose content nobody else has stands alone."""
    assert parents_of([made(0, (40, 90)), made(10, (30, 90), inner=True)]) == [None, None]


def _circles(parents: list[int | None]) -> bool:
    for start in range(len(parents)):
        at, steps = parents[start], 0
        while at is not None and steps <= len(parents):
            at, steps = parents[at], steps + 1
        if at is not None:
            return True
    return False


_SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 40)), min_size=1, max_size=3)
_ACTS = st.lists(st.tuples(st.integers(0, 90), _SPANS), max_size=6)


def test_a_ring_of_three_is_no_tree() -> None:
    """However contents overlap, nobody is his own teller."""
    assert not _circles(parents_of([made(0, (20, 30)), made(10, (0, 6)), made(20, (10, 16))]))


@given(_ACTS)
def test_contents_behind_their_cue_make_a_tree(acts: list[tuple[int, list[tuple[int, int]]]]) -> None:
    """Where every content begins behind its cue, as in plain reporting, there is never a circle."""
    behind = [made(cue, *((cue + 5 + low, cue + 5 + low + size) for low, size in parts)) for cue, parts in acts]
    assert not _circles(parents_of(behind))


@given(_ACTS)
def test_nobody_is_his_own_parent(acts: list[tuple[int, list[tuple[int, int]]]]) -> None:
    """Every parent is another attribution of the list."""
    parents = parents_of([made(cue, *((low, low + size) for low, size in parts)) for cue, parts in acts])
    assert all(above is None or (above != own and above < len(acts)) for own, above in enumerate(parents))
