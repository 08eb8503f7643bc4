"""The quantities of a claim: what is counted, of whom, and what is not counted at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.model.claim import Claim, Measure

Fill = Callable[..., tuple[Claim, ...]]

MEASURES = [
    ("The shelling killed nine villagers.", "killed"),
    ("Nine villagers died in the shelling.", "killed"),
    ("Rescuers counted nine corpses in the cellar.", "killed"),
    ("Nine bodies were found under the bridge.", "killed"),
    ("The blast wounded nine villagers.", "wounded"),
    ("After the explosion nine villagers were taken to hospital.", "wounded"),
    ("The unit suffered nine casualties.", "casualties"),
    ("The column lost nine men.", "lost"),
    ("Gunmen abducted nine nurses.", "captured"),
    ("Nine sailors are missing.", "missing"),
    ("The staff deployed nine battalions to the coast.", "deployed"),
    ("The flood displaced nine families.", "displaced"),
    ("Police arrested nine students.", "detained"),
    ("Drones hit nine depots.", "attacked"),
    ("The raid destroyed nine tanks.", "destroyed"),
    ("The storm damaged nine houses.", "damaged"),
    ("The fleet launched nine missiles.", "launched"),
    ("Gunners intercepted nine missiles.", "intercepted"),
    ("Gunners shot down nine drones.", "intercepted"),
    ("Nine delegates attended the meeting.", "other"),
]


@pytest.mark.parametrize(("text", "measure"), MEASURES, ids=[row[0] for row in MEASURES])
def test_the_words_around_a_figure_give_its_measure(fill: Fill, text: str, measure: str) -> None:
    """Verbs, nouns and participles decide what a figure counts."""
    (claim,) = fill(text)
    assert [(q.measure, q.low) for q in claim.quantities] == [(Measure(measure), 9)]


@pytest.mark.parametrize(
    "text",
    [
        "A 28-year-old driver was arrested.",
        "The trench is 40 kilometres long.",
        "About 12 percent of the crew fell ill.",
        "The mill cost $300 million.",
        "The 2013 incident was never explained.",
        "He came in December 2019.",
        "The second convoy turned back.",
        "There were no casualties.",
        "The two explosions woke the town.",
        "One man waved a flag.",
        "The shop opens at 9 a.m.",
        "The talks lasted six hours.",
        "The rate is four per 100,000 people.",
        "She was treated for COVID-19.",
    ],
)
def test_what_counts_nothing_is_no_quantity(fill: Fill, text: str) -> None:
    """Ages, distances, shares, money, years, ordinals, pointers back, times and rates are no quantities."""
    (claim,) = fill(text)
    assert claim.quantities == ()


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("The strike killed 40 Russian and North Korean troops.", "Russian and North Korean troops"),
        ("At least 12 students from the academy were hurt.", "students from the academy"),
        ("Officials recorded 30 confirmed cases of cholera.", "confirmed cases of cholera"),
        ("There were 39 confirmed dead.", ""),
        ("The clinic reported 45 deaths.", ""),
        ("Hundreds of villagers fled.", "villagers"),
    ],
)
def test_of_is_the_fullest_noun_without_number(fill: Fill, text: str, of: str) -> None:
    """``of`` is the document's words for whom, and empty where nobody is named."""
    (claim,) = fill(text)
    assert [q.of for q in claim.quantities] == [of]


def test_part_of_a_whole_gives_both_figures(fill: Fill) -> None:
    """``43 out of 84 shot down``: intercepted 43, launched 84."""
    (claim,) = fill("43 out of 84 drones were shot down.")
    assert [(q.measure, q.low) for q in claim.quantities] == [(Measure.INTERCEPTED, 43), (Measure.LAUNCHED, 84)]


def test_all_but_one_is_the_rest(fill: Fill) -> None:
    """``All but one of the sixteen died``: killed 15, other 16."""
    (claim,) = fill("All but one of the sixteen climbers died.")
    assert [(q.measure, q.low) for q in claim.quantities] == [(Measure.KILLED, 15), (Measure.OTHER, 16)]


def test_a_bare_number_takes_the_noun_before_it(fill: Fill) -> None:
    """``Nine more`` counts the people of the sentence before."""
    text = "The blast killed four miners. Nine more were wounded."
    second = fill(text, "The blast killed four miners", "Nine more were wounded")[1]
    assert [(q.measure, q.of, q.low) for q in second.quantities] == [(Measure.WOUNDED, "miners", 9)]


def test_taken_to_hospital_in_an_epidemic_is_not_wounded(fill: Fill) -> None:
    """People in hospital with a disease are counted as ``other``."""
    text = "The cholera outbreak spread, and the disease kept doctors busy. Nine patients were taken to hospital."
    claim = fill(text, "Nine patients were taken to hospital")[0]
    assert [q.measure for q in claim.quantities] == [Measure.OTHER]


def test_figures_are_grounded_in_the_text(fill: Fill) -> None:
    """The spans of figure and noun quote the words that they were read from."""
    text = "At least 24 border guards died."
    (quantity,) = fill(text)[0].quantities
    assert quantity.span is not None
    assert quantity.of_span is not None
    assert (quantity.span.of(text), quantity.of_span.of(text)) == ("At least 24", "border guards")
