"""Scales: which row a number gets, gaps, edges, what is unknown, and the way from one scale to another."""

from __future__ import annotations

import pytest

from reportedly.model.conversion import convert, percents
from reportedly.model.yardstick import Band, Named
from reportedly.pipeline.resources import load_perceptions, load_scale


def word(scale: str, number: float) -> str | None:
    """Return the first word that a scale has for a number."""
    band = load_scale(scale).band(number)
    return band.words[0] if band else None


@pytest.mark.parametrize(
    ("scale", "number", "expected"),
    [
        ("icd203", 0.7, "likely"),
        ("icd203", 0.55, "roughly even chance"),
        ("icd203", 0.8, "likely"),
        ("icd203", 0.2, "unlikely"),
        ("icd203", 0.995, None),
        ("icd203", 0.0, None),
        ("phia", 0.07, None),
        ("phia", 0.5, None),
        ("phia", 0.45, "realistic possibility"),
        ("phia", 0.97, "almost certain"),
        ("phia", 1.0, None),
        ("ipcc", 0.97, "extremely likely"),
        ("ipcc", 0.92, "very likely"),
        ("ipcc", 0.6, "more likely than not"),
        ("ipcc", 0.4, "about as likely as not"),
        ("ipcc", 0.5, "about as likely as not"),
        ("ipcc", 1.0, "virtually certain"),
        ("kent", 0.15, None),
        ("kent", 0.61, None),
        ("kent", 0.4, "chances about even"),
        ("stixdni", 0.795, "very likely"),
        ("stixdni", 0.794, "likely"),
        ("stixwep", 0.004, "highly unlikely"),
        ("stixwep", 0.0, "impossible"),
        ("stixwep", 0.999, "highly likely"),
        ("mispestimative", 0.55, "likely"),
        ("mispconfidence", 0.7, None),
    ],
)
def test_a_number_gets_the_word_of_its_scale(scale: str, number: float, expected: str | None) -> None:
    """Inside, on an edge, in a gap, beyond the ends."""
    assert word(scale, number) == expected


def test_a_gap_names_the_words_on_both_sides() -> None:
    """0.37 lies between two words of PHIA."""
    gap = load_scale("phia").gap(0.37)
    assert gap is not None
    assert (gap.text, gap.low, gap.high) == ("between unlikely and realistic possibility", 0.35, 0.4)


@pytest.mark.parametrize(("number", "expected"), [(0.36, "unlikely"), (0.39, "realistic possibility"), (0.6, "likely")])
def test_the_nearest_word_is_found_across_a_gap(number: float, expected: str) -> None:
    """The word whose row ends nearest; a number that has a word keeps it."""
    band = load_scale("phia").nearest(number)
    assert band is not None
    assert band.words[0] == expected


def test_of_two_words_as_near_the_more_cautious_is_taken() -> None:
    """0.375 is as far from unlikely as from realistic possibility."""
    band = load_scale("phia").nearest(0.375)
    assert band is not None
    assert band.words[0] == "realistic possibility"


def test_a_nested_scale_tells_all_words_that_are_true() -> None:
    """What is extremely likely is also very likely, likely and more likely than not."""
    assert [band.words[0] for band in load_scale("ipcc").holding(0.97)] == [
        "extremely likely",
        "very likely",
        "likely",
        "more likely than not",
    ]


@pytest.mark.parametrize("written", ["PROBABLY", "probable", " Likely "])
def test_a_row_is_found_by_word_and_adverb(written: str) -> None:
    """Case and room around the word do not matter."""
    row = load_scale("icd203").row(written)
    assert isinstance(row, Band)
    assert row.low == 0.55


@pytest.mark.parametrize(
    ("name", "value"), [("mispreliability", 0.5), ("mispreliability", 0.0), ("mispcredibility", 0.5)]
)
def test_a_number_that_may_mean_unknown_is_not_read_back(name: str, value: float) -> None:
    """50 is C and F alike, 0 is E and G alike."""
    assert load_scale(name).read_back(value) is None


def test_a_number_that_means_one_grade_is_read_back() -> None:
    """75 is B and nothing else."""
    band = load_scale("mispreliability").read_back(0.75)
    assert band is not None
    assert band.code == "B"


def test_a_row_of_words_that_is_not_there_is_refused() -> None:
    """PHIA has one row of words."""
    with pytest.raises(ValueError, match="1 rows"):
        load_scale("phia").in_row(2)


@pytest.mark.parametrize(
    ("source", "asked", "target", "found", "kept"),
    [
        ("icd203", "likely", "phia", "likely", 0.8),
        ("icd203", "likely", "stixdni", "likely", 0.8),
        ("icd203", "likely", "ipcc", "likely", 0.56),
        ("icd203", "very unlikely", "phia", "highly unlikely", 0.67),
        ("phia", "realistic possibility", "icd203", "roughly even chance", 0.5),
        ("icd203", "likely", "mispestimative", "likely", 1.0),
        ("stixadmiralty", "2", "mispcredibility", "probably true", 1.0),
    ],
)
def test_a_word_goes_to_the_row_that_has_most_of_it(
    source: str, asked: str, target: str, found: str, kept: float
) -> None:
    """The interval decides, never the spelling."""
    one = load_scale(source)
    row = one.row(asked)
    assert row is not None
    done = convert(row, one, load_scale(target))
    assert done.found is not None
    assert (done.found.words[0], round(done.kept, 2)) == (found, kept)


def test_the_loss_is_told() -> None:
    """Both intervals, the share that is kept and the other words that it touches."""
    icd = load_scale("icd203")
    row = icd.row("likely")
    assert row is not None
    assert convert(row, icd, load_scale("stixdni")).loss == (
        "55-80 % becomes 60-79 %; 80% of the interval is kept; part of it is roughly even chance"
    )


@pytest.mark.parametrize(
    ("source", "code", "target"),
    [("stixadmiralty", "6", "mispcredibility"), ("mispreliability", "F", "admiraltyreliability")],
)
def test_unknown_stays_unknown(source: str, code: str, target: str) -> None:
    """6 goes to 6 and F to F, without a number."""
    one = load_scale(source)
    row = one.row(code)
    assert row is not None
    found = convert(row, one, load_scale(target)).found
    assert isinstance(found, Named)
    assert (found.code, found.unknown) == (code, True)


def test_a_likelihood_is_not_taken_to_a_scale_of_confidence() -> None:
    """The two measure different things."""
    icd = load_scale("icd203")
    with pytest.raises(ValueError, match="confidence"):
        convert(icd.bands[0], icd, load_scale("stixlevels"))


@pytest.mark.parametrize(
    ("scale", "asked", "text"),
    [("ipcc", "more likely than not", ">50 %"), ("icd203", "likely", "55-80 %"), ("kent", "certain", "100 %")],
)
def test_an_interval_is_printed_as_its_publisher_does(scale: str, asked: str, text: str) -> None:
    """A half line, a range, a single value."""
    row = load_scale(scale).row(asked)
    assert isinstance(row, Band)
    assert percents(row) == text


@pytest.mark.parametrize(
    ("asked", "median", "share"),
    [("likely", 0.7, 0.83), ("unlikely", 0.2, 0.57), ("improbable", 0.15, 0.37), ("about even", 0.5, 0.98)],
)
def test_what_readers_hear_is_kept_with_the_share_inside_icd_203(asked: str, median: float, share: float) -> None:
    """Median, and the share of 46 readers whose number lies in the word's row."""
    survey = load_perceptions()[0]
    heard = survey.heard(asked)
    assert heard is not None
    assert (survey.readers, heard.median, heard.share) == (46, median, share)
