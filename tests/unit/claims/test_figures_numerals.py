"""Numerals are read with their qualifiers by the codebook's table."""

from __future__ import annotations

import pytest

from reportedly.claims.figures_numerals import find_numerals, value_of
from reportedly.model.span import Span

TABLE = [
    ("200 men", 200, 200, None),
    ("about 200 men", 200, 200, "about"),
    ("nearly 200 men", 200, 200, "about"),
    ("some 200 men", 200, 200, "about"),
    ("at least 24 men", 24, None, "at least"),
    ("no fewer than 24 men", 24, None, "at least"),
    ("24 or more men", 24, None, "at least"),
    ("more than 3,000 men", 3000, None, "more than"),
    ("over 3,000 men", 3000, None, "more than"),
    ("above 3,000 men", 3000, None, "more than"),
    ("up to 500 men", None, 500, "up to"),
    ("at most 500 men", None, 500, "up to"),
    ("no more than 500 men", None, 500, "up to"),
    ("as many as 500 men", None, 500, "up to"),
    ("fewer than 50 men", None, 50, "fewer than"),
    ("less than 50 men", None, 50, "fewer than"),
    ("under 50 men", None, 50, "fewer than"),
    ("between 30 and 40 men", 30, 40, None),
    ("30-40 men", 30, 40, None),
    ("30 to 40 men", 30, 40, None),
    ("two to three hundred men", 200, 300, None),
    ("a dozen men", 12, 12, None),
    ("two dozen men", 24, 24, None),
    ("a couple of men", 2, None, "a couple"),
    ("several men", 3, None, "several"),
    ("a few men", 3, None, "a few"),
    ("dozens of men", 24, None, "dozens"),
    ("scores of men", 24, None, "scores"),
    ("hundreds of men", 200, None, "hundreds"),
    ("thousands of men", 2000, None, "thousands"),
    ("tens of thousands of men", 20_000, None, "tens of thousands"),
    ("several thousand men", 3000, None, "several thousand"),
    ("several hundred thousand men", 300_000, None, "several hundred thousand"),
    ("two hundred and fifty men", 250, 250, None),
    ("forty-three men", 43, 43, None),
    ("2.1 million men", 2_100_000, 2_100_000, None),
]


@pytest.mark.parametrize(("text", "low", "high", "qualifier"), TABLE, ids=[row[0] for row in TABLE])
def test_every_row_of_the_table_is_read(text: str, low: int | None, high: int | None, qualifier: str | None) -> None:
    """Each wording gives the bounds and the qualifier that the codebook lists."""
    (numeral,) = find_numerals(text, Span(0, len(text)))
    assert (numeral.low, numeral.high, numeral.qualifier) == (low, high, qualifier)


@pytest.mark.parametrize("text", ["a B-52", "COVID-19", "T-0412", "the 3rd", "paid $40", "at 14:30"])
def test_numbers_inside_other_words_are_no_numerals(text: str) -> None:
    """Codes, ordinals, sums of money and clock times are left alone."""
    assert find_numerals(text, Span(0, len(text))) == ()


def test_a_change_is_two_figures_and_no_range() -> None:
    """``rose from 30 to 40`` names two figures."""
    text = "the toll rose from 30 to 40"
    assert [numeral.low for numeral in find_numerals(text, Span(0, len(text)))] == [30, 40]


def test_the_span_takes_in_the_qualifier() -> None:
    """The figure's words are the qualifier and the number."""
    text = "They lost at least 24 men"
    (numeral,) = find_numerals(text, Span(0, len(text)))
    assert numeral.span.of(text) == "at least 24"


def test_words_that_are_no_number_have_no_value() -> None:
    """Text without a number word has no value."""
    assert value_of("and") is None
