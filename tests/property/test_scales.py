"""Whatever the probability: a scale has a row for it or names the gap, and what it says can be taken back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.conversion import convert
from reportedly.model.yardstick import Band, Named, ScaleKind, Yardstick
from reportedly.pipeline.resources import load_scale, scale_names

NUMBERED = [name for name in scale_names() if load_scale(name).bands]
COMPLETE = ["ipcc", "mispestimative", "stixadmiralty", "stixdni", "stixlevels", "stixtens", "stixwep"]
"""Scales with a word for every number from 0 to 1."""
ROWS = [(name, band) for name in NUMBERED for band in load_scale(name).bands]
probabilities = st.floats(0, 1)


@pytest.mark.parametrize("name", NUMBERED)
@given(number=probabilities)
def test_every_number_has_a_row_or_a_named_gap(name: str, number: float) -> None:
    """Never both and never neither; a gap lies between the rows that it names."""
    scale = load_scale(name)
    band, gap = scale.band(number), scale.gap(number)
    assert (band is None) != (gap is None)
    if gap:
        assert gap.text
        assert (gap.low or 0) <= number <= (1 if gap.high is None else gap.high)


@pytest.mark.parametrize("name", NUMBERED)
@given(number=probabilities)
def test_a_row_is_true_of_its_number(name: str, number: float) -> None:
    """The number lies in the row's interval; on scales of whole percent its rounding does."""
    scale = load_scale(name)
    band = scale.band(number)
    lowest = name == "mispestimative" and (number < 0.01 or number > 0.99)  # its ends reach to 0 and 1
    if band and not lowest:
        slack = 0.01 if scale.kind is ScaleKind.STEPS else 1e-9
        assert band.low - slack <= number <= band.high + slack


@pytest.mark.parametrize("name", COMPLETE)
@given(number=probabilities)
def test_complete_scales_have_a_word_for_every_number(name: str, number: float) -> None:
    """No number from 0 to 1 is without a word on them."""
    assert load_scale(name).band(number) is not None


@pytest.mark.parametrize("name", NUMBERED)
@given(number=probabilities)
def test_a_number_keeps_its_word(name: str, number: float) -> None:
    """Number to word, word to row, row's number to word: the same word."""
    scale = load_scale(name)
    band = scale.band(number)
    if band:
        row = scale.row(band.words[0])
        assert row == band
        assert scale.band(band.number) == band


@pytest.mark.parametrize("name", NUMBERED)
@given(lower=probabilities, upper=probabilities)
def test_a_greater_number_never_gets_a_lower_word(name: str, lower: float, upper: float) -> None:
    """The order of the words is that of the numbers."""
    scale = load_scale(name)
    lower, upper = sorted((lower, upper))
    first, second = scale.band(lower), scale.band(upper)
    if first and second:
        assert scale.bands.index(first) <= scale.bands.index(second)


@pytest.mark.parametrize(("name", "band"), ROWS, ids=lambda one: one if isinstance(one, str) else one.words[0])
def test_every_row_can_be_taken_back(name: str, band: Band) -> None:
    """Word to interval and point, and both back to the word, for every word of every row."""
    scale = load_scale(name)
    assert scale.band(band.number) == band
    assert {scale.row(word) for word in band.words} == {band}
    assert convert(band, scale, scale).exact


@pytest.mark.parametrize(("name", "band"), ROWS, ids=lambda one: one if isinstance(one, str) else one.words[0])
@given(part=st.floats(0.001, 0.999))
def test_every_number_inside_a_row_of_a_plain_scale_has_its_word(name: str, band: Band, part: float) -> None:
    """Where rows do not lie in each other, what is inside of one is that one's."""
    scale = load_scale(name)
    if scale.kind is not ScaleKind.NESTED:
        number = band.low + (band.high - band.low) * part
        number = round(number, 2) if scale.kind is ScaleKind.STEPS else number
        assert scale.band(number) == band


def pairs() -> list[tuple[Yardstick, Yardstick]]:
    """Return all pairs of scales that measure the same."""
    scales = [load_scale(name) for name in scale_names()]
    return [(one, other) for one in scales for other in scales if one.of is other.of]


@pytest.mark.parametrize(("source", "target"), pairs(), ids=lambda scale: scale.name)
def test_a_conversion_is_exact_or_says_what_is_lost(source: Yardstick, target: Yardstick) -> None:
    """No row of any scale is put into another's words in silence, and none that is unknown gets a number."""
    rows: tuple[Band | Named, ...] = (*source.bands, *source.named)
    for row in rows:
        done = convert(row, source, target)
        assert done.exact == (done.loss == "")
        assert 0 <= done.kept <= 1
        if isinstance(row, Named) and row.unknown:
            assert not isinstance(done.found, Band)
