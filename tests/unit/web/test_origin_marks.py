"""Origins as marks: one mark an origin, one dot a page, and words for both."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.card import OriginMark
from reportedly.publish.labels import NOBODY
from reportedly.web.pictures.origin_marks import DOTS_A_LINE, DOTS_MOST, STEP, Standing, draw_marks, standing_of

AGENCY = OriginMark("Tarn Agency", "Ostia", 14, counts=True)
RELAY = OriginMark("Tarn Mail", None, 2, counts=False)
DENIER = OriginMark("Sudrian Staff", "Sudria", 3, counts=False, denies=True)
OTHER = OriginMark("Relief Union", None, 1, counts=False, beside=True)
NOBODYS = OriginMark("", None, 5, counts=False, recorded=False)


@pytest.mark.parametrize(
    ("mark", "standing"),
    [
        (AGENCY, Standing.COUNTS),
        (RELAY, Standing.LEANS),
        (DENIER, Standing.DENIES),
        (OTHER, Standing.BESIDE),
        (NOBODYS, Standing.UNRECORDED),
    ],
)
def test_each_way_of_standing_has_a_mark(mark: OriginMark, standing: Standing) -> None:
    """Counts, repeats, denies, tells something else, is nobody's word."""
    assert standing_of(mark) is standing


def test_an_origin_that_is_not_recorded_never_counts() -> None:
    """Whatever else is said of it, nobody's word is nobody's word."""
    assert standing_of(OriginMark("", None, 1, counts=True, recorded=False)) is Standing.UNRECORDED


@given(pages=st.integers(1, DOTS_MOST))
def test_there_is_one_dot_a_page(pages: int) -> None:
    """Dots are counted, not scaled."""
    (drawn,) = draw_marks([OriginMark("A", None, pages, counts=True)])
    assert len(drawn.dots) == pages


@given(pages=st.integers(0, 5000))
def test_dots_lie_within_their_picture(pages: int) -> None:
    """No dot is cut off, and a line holds no more than it may."""
    (drawn,) = draw_marks([OriginMark("A", None, pages, counts=True)])
    width, height = drawn.size
    assert all(0 < x < width and 0 < y < height for x, y in drawn.dots)
    assert width <= STEP * DOTS_A_LINE


def test_what_denies_comes_before_what_only_repeats() -> None:
    """Repetitions are the first to be folded away."""
    order = [one.standing for one in draw_marks([RELAY, NOBODYS, OTHER, DENIER, AGENCY])]
    assert order == [Standing.COUNTS, Standing.DENIES, Standing.BESIDE, Standing.UNRECORDED, Standing.LEANS]


def test_a_mark_has_words_that_say_the_same() -> None:
    """Name, side, standing and pages."""
    (drawn,) = draw_marks([AGENCY])
    assert drawn.words == "Tarn Agency, of Ostia: independent origin, 14 pages"


def test_nobodys_word_is_named_as_such() -> None:
    """Pages that name nobody have a label of their own."""
    (drawn,) = draw_marks([NOBODYS])
    assert drawn.name == NOBODY
