"""The claim of a coded row: one fact a cell."""

from __future__ import annotations

from datetime import date

import pytest

from coded_tables import claim, row, taken, written
from reportedly.claims.coded_changes import changes_of
from reportedly.claims.coded_figures import measure_of
from reportedly.model.claim import Basis, Kind, Measure, Polarity, Scope
from reportedly.model.coded import CODED, coded_words, coder_of
from reportedly.model.days import Days


def names(**cells: str) -> list[str]:
    """Return the chain of a row."""
    return [link.name for link in claim(**cells).chain]


@pytest.mark.parametrize(
    ("relayed", "claimant", "chain"),
    [
        ("Post <- Wire <- NDO", "NDO", ["Wire", "NDO"]),
        ("Post <- Wire <- DIN", "NDO/DIN", ["Wire", "NDO"]),
        ("Post <- Wire (background)", "NDO", ["Wire", "NDO"]),
        ("Post", "NDO", ["NDO"]),
        ("Post <- Norland", "NDO", ["NDO"]),
        ("Post <- NDO", "Ida Brask", ["Ida Brask"]),
        ("Post <- Brask", "I. Brask (NDO)", ["I. Brask"]),
        ("Post <- SGS", "NDO", ["SGS", "NDO"]),
        ("Holm <- Brask", "Holm citing Brask", ["Brask"]),
    ],
)
def test_chain(relayed: str, claimant: str, chain: list[str]) -> None:
    """The claimant stands last and once; the page itself is no link."""
    assert names(relayed_by=relayed, claimant=claimant) == chain


def test_a_name_in_brackets_scores_less() -> None:
    """What the coder was unsure of stays unsure."""
    assert [link.score < 1 for link in claim(relayed_by="Post <- (Wire) <- NDO").chain] == [True, False]


def test_the_day_of_saying_belongs_to_the_origin() -> None:
    """The last link carries it."""
    assert claim().chain[-1].said == Days.on(date(2031, 5, 3))


def test_the_day_of_the_content() -> None:
    """``as_of_date`` is when."""
    assert claim().when == Days.on(date(2031, 5, 2))


@pytest.mark.parametrize(
    ("category", "measure"),
    [
        ("killed", Measure.KILLED),
        ("KIA", Measure.KILLED),
        ("injured", Measure.WOUNDED),
        ("killed+wounded", Measure.CASUALTIES),
        ("killed and injured", Measure.CASUALTIES),
        ("casualties (light wounds to KIA)", Measure.CASUALTIES),
        ("lost (killed+wounded)", Measure.LOST),
        ("losses (no number)", Measure.LOST),
        ("missing", Measure.MISSING),
        ("captured", Measure.CAPTURED),
        ("assessment", None),
    ],
)
def test_measure(category: str, measure: Measure | None) -> None:
    """The category says what is counted."""
    assert measure_of(category) is measure


@pytest.mark.parametrize(
    ("low", "high", "words", "figure"),
    [
        ("30", "", "at least", (30, None, "at least")),
        ("30", "", "", (30, None, "at least")),
        ("30", "", "over; reportedly", (30, None, "more than")),
        ("30", "", "exceeds", (30, None, "more than")),
        ("", "30", "", (None, 30, "up to")),
        ("", "30", "fewer than", (None, 30, "fewer than")),
        ("", "12000", "nearly", (12000, 12000, "about")),
        ("30", "30", "", (30, 30, None)),
        ("30", "30", "approximately", (30, 30, "about")),
        ("30", "30", "okoli (about)", (30, 30, "about")),
        ("30", "30", "diperkirakan", (30, 30, "about")),
        ("30", "30", "allegedly", (30, 30, None)),
        ("30", "30", "probably; claimed", (30, 30, None)),
        ("200", "300", "about", (200, 300, None)),
        ("", "", "several hundred", (300, None, "several hundred")),
    ],
)
def test_figure(low: str, high: str, words: str, figure: tuple[int | None, int | None, str | None]) -> None:
    """The number cells decide the bound, words only its name; words of likelihood never touch it."""
    quantity = claim(number_low=low, number_high=high, qualifier=words).quantities[0]
    assert (quantity.low, quantity.high, quantity.qualifier) == figure


def test_words_that_are_no_number_make_no_figure() -> None:
    """``all but one`` counts nobody."""
    assert claim(number_low="", qualifier="all but one").quantities == ()


def test_a_dash_affects_nobody() -> None:
    """A side of ``-`` is empty."""
    assert claim(side_affected="-").quantities[0].of == ""


def test_a_total_is_said_to_be_one() -> None:
    """The scope comes from words for a total."""
    assert claim(qualifier="so far at least").quantities[0].scope is Scope.CUMULATIVE


@pytest.mark.parametrize(("cells", "low"), [({"qualifier": "likely"}, 0.55), ({"hedge": "possibly"}, 0.2)])
def test_certainty(cells: dict[str, str], low: float) -> None:
    """Words of likelihood become the interval of the codebook's table."""
    certainty = claim(**cells).certainty
    assert certainty is not None
    assert certainty.low == low


@pytest.mark.parametrize("words", ["allegedly", "claimed", "reported", "unverified"])
def test_words_of_saying_are_no_likelihood(words: str) -> None:
    """They say that there is a source (codebook, certainty)."""
    assert claim(qualifier=words).certainty is None


def test_polarity() -> None:
    """A denial is coded as one."""
    assert claim(polarity="denied").polarity is Polarity.DENIED


@pytest.mark.parametrize(
    ("claimant", "basis"), [("(video) NDO", Basis.FOOTAGE), ("NDO intercept", Basis.INTERCEPT), ("NDO", None)]
)
def test_basis(claimant: str, basis: Basis | None) -> None:
    """What the origin offers stands with its name."""
    assert claim(claimant=claimant).basis is basis


def test_kind() -> None:
    """An assessment is a judgement."""
    assert claim(category="assessment", number_low="").kind is Kind.JUDGEMENT


def test_every_ground_quotes_a_cell() -> None:
    """Each field of a claim leads back to the words of a cell."""
    made = taken(written([row(place="Velle", event="raid", relation="mutated_relay", distortion="side")]))[0]
    text, cells = made.document.text, set(made.cells.values())
    found = claim(place="Velle", event="raid", relation="mutated_relay", distortion="side")
    assert all(span in cells for ground in found.grounds for span in ground.spans)
    assert coded_words(found, "event", text) == "raid"


def test_a_coded_claim_is_known_as_one() -> None:
    """Its grounds carry the rule of tables."""
    assert any(ground.rule == CODED for ground in claim().grounds)


def test_the_coder_is_named_where_the_relay_was_judged() -> None:
    """The author stands on the judgement, and nowhere else."""
    assert (coder_of(claim(relation="faithful_relay")), coder_of(claim())) == ("A. Coder", None)


@pytest.mark.parametrize(
    ("cell", "types"),
    [
        ("category: killed+wounded -> killed", {"measure"}),
        ("side + category", {"side", "measure"}),
        ("category + time: cumulative loss -> killed in one day", {"measure", "day", "scope"}),
        ("bound: at least 30 -> over 30", {"bound"}),
        ('lede says "over 30": bound changed', {"bound"}),
        ("hedge_dropped", {"hedge_dropped"}),
        ('hedge: "signs" -> "confirmed"', {"hedge_strengthened"}),
        ('hedge: "likely" -> stated', {"hedge_dropped"}),
        ("evidence_upgrade + time: claim -> video", {"evidence_upgraded", "day"}),
        ('altered_quotation: "already 200" -> "over 200"', {"quotation"}),
        ("claimant name: calls the office a ministry; event date 4 May", {"claimant", "day"}),
        ("date_said: 14 -> 15", {"day"}),
        ("false corroboration: another has confirmed it", {"evidence_upgraded"}),
        ("sum of two figures", {"fused"}),
        ("word_spinning", set()),
        ("detail: the husband's front", set()),
        ("", set()),
    ],
)
def test_changes(cell: str, types: set[str]) -> None:
    """The names before the colon are types of change; what explains them is not."""
    assert {change.type for change in changes_of(cell)} == types


@pytest.mark.parametrize("cell", ["side; bound: a -> b", " category + side : x", "hedge_dropped ; time"])
def test_changes_quote_the_cell(cell: str) -> None:
    """Each change stands at a part of the cell."""
    assert all(change.span.of(cell).strip() == change.span.of(cell) != "" for change in changes_of(cell))
