"""Figures in words: bounds stay bounds."""

from __future__ import annotations

import pytest

from reportedly.assessment.figures import agrees, figure_phrase, number_range, of_phrase
from reportedly.model.claim import Measure, Quantity


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "text"),
    [
        (200, 200, None, "200"),
        (200, 200, "about", "about 200"),
        (24, None, "at least", "at least 24"),
        (24, None, None, "at least 24"),
        (3000, None, "more than", "more than 3,000"),
        (24, None, "dozens", "dozens (at least 24)"),
        (None, 500, "up to", "up to 500"),
        (None, 500, None, "up to 500"),
        (None, 50, "fewer than", "fewer than 50"),
        (30, 40, None, "30 to 40"),
        (None, None, None, ""),
    ],
)
def test_a_bound_is_printed_as_a_bound(low: int | None, high: int | None, qualifier: str | None, text: str) -> None:
    """No bound is printed as if it were the number."""
    assert number_range(low, high, qualifier) == text


@pytest.mark.parametrize("measure", list(Measure))
def test_every_measure_has_a_verb(measure: Measure) -> None:
    """A figure of any measure makes a clause."""
    phrase = figure_phrase(Quantity(measure, "soldiers", 3, 3))
    assert phrase.startswith("there were 3 casualties" if measure is Measure.CASUALTIES else "3 soldiers ")


def test_casualties_are_counted_among_people() -> None:
    """Units do not become casualties; there are casualties among them."""
    figure = Quantity(Measure.CASUALTIES, "Sudrian and Ostian units", 200, 200, "about")
    assert figure_phrase(figure) == "there were about 200 casualties among Sudrian and Ostian units"


def test_those_killed_in_units_are_not_the_units() -> None:
    """Where the text counts the dead of several bodies, the bodies are not counted."""
    figure = Quantity(Measure.KILLED, "Ostian battalions", 80, 80)
    assert figure_phrase(figure) == "80 were killed among the Ostian battalions"


def test_one_takes_the_singular() -> None:
    """One soldier was killed, not were."""
    assert figure_phrase(Quantity(Measure.KILLED, "soldier", 1, 1)) == "1 soldier was killed"


@pytest.mark.parametrize(
    ("of", "text"),
    [
        ("", ""),
        ("troops", " troops"),
        ("contingent of troops", " of the contingent of troops"),
        ("its crew", " of its crew"),
    ],
)
def test_whom_a_figure_counts_follows_in_good_grammar(of: str, text: str) -> None:
    """A collective takes ``of the``, a plural stands bare."""
    assert of_phrase(of) == text


def test_figures_within_a_tenth_agree() -> None:
    """Rounding does not make two sayings of one."""
    killed = Quantity(Measure.KILLED, "", 200, 200)
    assert agrees(Quantity(Measure.KILLED, "", 205, 205), killed)


@pytest.mark.parametrize("other", [Quantity(Measure.WOUNDED, "", 200, 200), Quantity(Measure.KILLED, "", 30, 30), None])
def test_another_measure_or_number_does_not_agree(other: Quantity | None) -> None:
    """Thirty killed or 200 wounded do not bear out 200 killed."""
    assert not agrees(other, Quantity(Measure.KILLED, "", 200, 200))


@pytest.mark.parametrize(
    ("of", "phrase"),
    [
        ("DPRK", " on the side of DPRK"),
        ("Norland (marines, Tarn)", " on the side of Norland (marines, Tarn)"),
        ("Norlanders", " Norlanders"),
        ("Norlandish", " Norlandish"),
    ],
)
def test_a_side_alone_is_no_noun(of: str, phrase: str) -> None:
    """What coders write for a side is told as a side; adjectives and plurals are left."""
    assert of_phrase(of) == phrase
