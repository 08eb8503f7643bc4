"""What the conventions make of figures; every bundled table is tried."""

from __future__ import annotations

import pytest

from reportedly.claims.figures_numerals import find_numerals
from reportedly.model.claim import Measure, Quantity
from reportedly.model.counting import AS_CODED, Convention, unit_word
from reportedly.model.span import Span
from reportedly.pipeline.resources import convention_names, load_convention, load_unit_sizes

NAMES = convention_names()


def figure(low: int | None, high: int | None, qualifier: str | None = None, of: str = "people") -> Quantity:
    """Build a figure of dead people."""
    return Quantity(Measure.KILLED, of, low, high, qualifier)


DOZENS = figure(24, None, "dozens")


def read(name: str, quantity: Quantity) -> tuple[int | None, int | None, int | None]:
    """Return low, high and best of a figure by a bundled convention."""
    interval = load_convention(name).interval(quantity)
    return interval.low, interval.high, interval.best


@pytest.mark.parametrize(
    ("name", "ends"),
    [
        ("codebook", (24, None, None)),
        ("acled", (12, None, 12)),
        ("ucdp", (24, None, 24)),
        ("airwars", (12, 24, None)),
        ("survey", (24, 36, 36)),
    ],
)
def test_dozens_are_read_by_each_convention_in_its_own_way(
    name: str, ends: tuple[int | None, int | None, int | None]
) -> None:
    """One word has five readings."""
    assert read(name, DOZENS) == ends


@pytest.mark.parametrize(("words", "number"), [("tens", 10), ("dozens", 12), ("hundreds", 100), ("thousands", 1000)])
def test_acled_takes_the_most_conservative_number(words: str, number: int) -> None:
    """ACLED's own examples, and the next word after them."""
    assert read("acled", figure(number * 2, None, words)) == (number, None, number)


@pytest.mark.parametrize("name", NAMES)
def test_an_exact_figure_is_the_same_everywhere(name: str) -> None:
    """No convention changes a plain number."""
    assert read(name, figure(17, 17)) == (17, 17, 17)


@pytest.mark.parametrize("name", NAMES)
def test_every_reading_names_its_convention(name: str) -> None:
    """An interval never goes without the name of the table it comes from."""
    convention = load_convention(name)
    assert convention.interval(DOZENS).convention == convention.name
    assert convention.name in convention.interval(DOZENS).reason


@pytest.mark.parametrize("name", NAMES)
def test_every_reading_has_its_ends_in_order(name: str) -> None:
    """Low, best and high rise, and no word stands twice."""
    words: list[str] = []
    for reading in load_convention(name).words:
        known = [end for end in (reading.low, reading.best, reading.high) if end is not None]
        assert known == sorted(known)
        words += reading.words
    assert len(words) == len(set(words))


@pytest.mark.parametrize("name", NAMES)
def test_every_convention_says_where_it_comes_from(name: str) -> None:
    """The source stands in the file."""
    assert len(load_convention(name).source) > 40


def test_several_hundred_is_several_times_a_hundred() -> None:
    """A word before a scale is multiplied out."""
    assert read("survey", figure(300, None, "several hundred")) == (500, 800, 700)


def test_an_unknown_word_keeps_the_codebooks_bounds_and_says_so() -> None:
    """Airwars has no thousands."""
    interval = load_convention("airwars").interval(figure(2000, None, "thousands"))
    assert (interval.low, interval.high) == (2000, None)
    assert "no reading" in interval.reason


def test_many_has_a_number_in_the_survey_and_none_in_the_codebook() -> None:
    """The codebook gives no number to “many”."""
    assert read("survey", figure(None, None, "many")) == (9, 25, 20)
    assert read("codebook", figure(None, None, "many")) == (None, None, None)


def test_about_is_half_a_unit_wide_where_the_convention_says_so() -> None:
    """About 200 is 150 to 250 by the survey's rule and 200 by the codebook."""
    about = figure(200, 200, "about")
    assert (read("survey", about), read("codebook", about)) == ((150, 250, 200), (200, 200, 200))


def test_more_than_a_hundred_begins_at_101_with_ucdp() -> None:
    """The codebook begins at the number named."""
    more = figure(100, None, "more than")
    assert (read("ucdp", more), read("codebook", more)) == ((101, None, 101), (100, None, None))


def test_a_range_has_a_point_only_where_the_lowest_number_counts() -> None:
    """ACLED takes 30 of 30 to 40, Airwars leaves the range."""
    assert (read("acled", figure(30, 40)), read("airwars", figure(30, 40))) == ((30, 40, 30), (30, 40, None))


def test_bounds_told_backwards_are_put_in_order() -> None:
    """40 to 30 is read as 30 to 40."""
    assert read("acled", figure(40, 30)) == (30, 40, 30)


@pytest.mark.parametrize("words", [word for one in load_convention("codebook").words for word in one.words])
def test_the_codebooks_table_is_what_claims_are_coded_by(words: str) -> None:
    """The printed table and the reader of figures give a word the same lower end."""
    text = f"{words} of people" if words not in {"few", "several dozen", "a few dozen"} else f"{words} people"
    found = find_numerals(text, Span(0, len(text)))
    stated = load_convention("codebook").reading(words)
    assert stated is not None
    assert [one.low for one in found if one.vague] in ([stated.low], [])


def test_figures_as_coded_are_what_the_codebook_gives() -> None:
    """The convention without a table changes nothing."""
    assert AS_CODED.interval(DOZENS) == load_convention("codebook").interval(DOZENS)


def test_a_word_a_convention_does_not_know_has_no_reading() -> None:
    """Nothing is guessed."""
    assert Convention("empty", "none", ()).reading("dozens") is None


@pytest.mark.parametrize(
    ("of", "unit"),
    [
        ("battalion", "battalion"),
        ("North Korean battalions of marines", "battalion"),
        ("companies", "company"),
        ("soldiers of the 3rd battalion", None),
        ("company employees", None),
        ("", None),
    ],
)
def test_a_unit_is_what_the_phrase_counts(of: str, unit: str | None) -> None:
    """The unit must be the head of the phrase."""
    assert unit_word(of) == unit


def test_up_to_a_battalion_is_up_to_a_thousand_people() -> None:
    """A bound on units stays a bound on people, with the source named."""
    people = load_unit_sizes().people(figure(None, 1, "up to", "battalion"))
    assert people is not None
    assert (people.low, people.high, people.convention) == (None, 1000, "US Army unit sizes")


def test_people_are_no_units() -> None:
    """A count of people has no size of a unit."""
    assert load_unit_sizes().people(figure(3, 3)) is None
