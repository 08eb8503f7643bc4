"""A likelihood can be written on every yardstick, with its number, and passes the check of the assessment."""

from __future__ import annotations

import pytest

from reportedly.assessment.check import sound
from reportedly.assessment.derivable import Support
from reportedly.assessment.wording import indefinite, judged, percent, sentence
from reportedly.model.assessment import Finding, Likelihood, Section
from reportedly.model.yardstick import Band, Yardstick
from reportedly.pipeline.resources import load_yardstick, yardstick_names

NAMES = [*yardstick_names(), "icd203:2", "stixdni:2"]
ROWS = [(name, band) for name in NAMES for band in load_yardstick(name).bands]


def written(band: Band, scale: Yardstick) -> tuple[tuple[object, ...], tuple[str, ...]]:
    """Return what is kept and what is withheld of a sentence that gives one row's likelihood."""
    text = sentence(f"{judged(band.words[0], band.low, band.high)} the bridge fell")
    likelihood = Likelihood(band.words[0], band.low, band.high, scale.name)
    finding = Finding("fnd-1", Section.KEY_JUDGEMENTS, text, ("clm-1",), likelihood=likelihood)
    return sound([finding], ["clm-1"], Support((), scale))


@pytest.mark.parametrize(("name", "band"), ROWS, ids=lambda one: one if isinstance(one, str) else one.words[0])
def test_every_row_makes_a_sentence_that_holds(name: str, band: Band) -> None:
    """Word and number stand beside each other, and no rule of wording is broken."""
    kept, withheld = written(band, load_yardstick(name))
    assert withheld == ()
    assert len(kept) == 1


@pytest.mark.parametrize(
    ("word", "low", "high", "expected"),
    [
        ("likely", 0.55, 0.8, "it is likely (55-80 %) that"),
        ("almost no chance", 0.01, 0.05, "there is almost no chance (1-5 %) that"),
        ("roughly even chance", 0.45, 0.55, "there is a roughly even chance (45-55 %) that"),
        ("roughly even odds", 0.45, 0.55, "there are roughly even odds (45-55 %) that"),
        ("even chance", 0.4, 0.59, "there is an even chance (40-59 %) that"),
        ("remote chance", 0.0, 0.05, "there is a remote chance (0-5 %) that"),
        ("remote", 0.01, 0.05, "the chance is remote (1-5 %) that"),
        ("realistic possibility", 0.4, 0.5, "there is a realistic possibility (40-50 %) that"),
        ("chances about even", 0.4, 0.6, "there are chances about even (40-60 %) that"),
        ("more likely than not", 0.5, 1.0, "it is more likely than not (>50 %) that"),
        ("probably not", 0.2, 0.4, "it is probably not (20-40 %) so that"),
        ("about as likely as not", 0.33, 0.66, "it is about as likely as not (33-66 %) that"),
    ],
)
def test_each_word_has_its_opening(word: str, low: float, high: float, expected: str) -> None:
    """Adjective, chance with or without article, plural, negation."""
    assert judged(word, low, high) == expected


@pytest.mark.parametrize(("word", "article"), [("even chance", "an"), ("remote chance", "a"), ("unlikely event", "an")])
def test_the_article_goes_by_the_sound(word: str, article: str) -> None:
    """``an`` before a vowel."""
    assert indefinite(word) == article


def test_half_a_line_prints_as_more_than() -> None:
    """Nothing is added to what ``more likely than not`` says."""
    assert percent(0.5, 1.0) == ">50 %"
