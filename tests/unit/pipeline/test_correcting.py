"""Claims built from the fields that a person sets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import make_document, span_in
from reportedly.model.claim import Claim, Ground, Kind, Link, Measure, SourceClass
from reportedly.model.days import Days
from reportedly.model.errors import SettingsError
from reportedly.model.forecast import HorizonBasis
from reportedly.model.span import Span
from reportedly.pipeline.workbench.correcting import Fields, Figure, Hedge, Source, added, corrected, faults_of
from reportedly.pipeline.workbench.fields_in_words import days_in, figure_in, place_of

DOCUMENT = make_document(
    "wire",
    "Wire",
    date(2024, 12, 14),
    "ISW says that the Harbour Office reported: probably 24 sailors drowned near Port Tallow. The mast broke.",
)
WORDS = "probably 24 sailors drowned near Port Tallow"


def at(words: str) -> Span:
    """Return where words stand."""
    return span_in(DOCUMENT, words)


def claim() -> Claim:
    """Return a claim with a chain of one link."""
    link = Link("Harbour Office", at("Harbour Office"), at("reported"), None, SourceClass.OFFICE, "rule", 0.9)
    made = added(DOCUMENT, span=at(WORDS))
    return replace(made, chain=(link,), grounds=(Ground("kind", "machine"), Ground("when", "machine")))


def test_a_corrected_claim_keeps_its_id() -> None:
    """Also where its words change, so that what points at it goes on to do so."""
    made = corrected(claim(), DOCUMENT, span=at("24 sailors drowned"))
    assert (made.id, made.quote) == (claim().id, "24 sailors drowned")


def test_white_space_at_the_ends_of_a_span_is_left_out() -> None:
    """Dragging takes a blank along easily."""
    words = at(" 24 sailors ")
    assert corrected(claim(), DOCUMENT, span=words).quote == "24 sailors"


def test_a_source_that_was_there_stays_as_it_was() -> None:
    """Adding an outer link does not touch the inner one."""
    inner = Source("Harbour Office", at("Harbour Office"), at("reported"))
    made = corrected(claim(), DOCUMENT, chain=[Source("ISW", at("ISW")), inner])
    assert made.chain[1] == claim().chain[0]


def test_a_new_source_is_a_persons() -> None:
    """Its rule says so, and a known kind of name has its class."""
    made = corrected(claim(), DOCUMENT, chain=[Source("the Interior Ministry")])
    assert (made.chain[0].rule, made.chain[0].source_class) == ("person", SourceClass.GOVERNMENT)


def test_grounds_tell_which_fields_a_person_set() -> None:
    """The machine's grounds of other fields stay."""
    made = corrected(claim(), DOCUMENT, days=Days.on(date(2024, 12, 13)))
    assert made.grounds == (Ground("kind", "machine"), Ground("when", "person"))


def test_a_known_hedge_has_its_interval() -> None:
    """Words of the table need no numbers."""
    sure = corrected(claim(), DOCUMENT, hedge=Hedge(at("probably"))).certainty
    assert sure is not None
    assert (sure.low, sure.high, sure.words) == (0.55, 0.8, ("probably",))


def test_an_unknown_hedge_needs_numbers() -> None:
    """Nothing is guessed."""
    with pytest.raises(SettingsError, match="E290"):
        corrected(claim(), DOCUMENT, hedge=Hedge(at("drowned")))


def test_a_forecast_has_the_days_and_the_hedge_of_its_claim() -> None:
    """A claim that becomes a forecast predicts what it says."""
    days = Days(date(2025, 1, 1), date(2025, 1, 31))
    made = corrected(claim(), DOCUMENT, kind=Kind.FORECAST, days=days, hedge=Hedge(at("probably")))
    assert made.forecast is not None
    assert (made.forecast.low, made.forecast.horizon.days, made.forecast.horizon.basis) == (
        0.55,
        days,
        HorizonBasis.STATED,
    )


def test_what_is_no_forecast_any_more_predicts_nothing() -> None:
    """The prediction goes with the kind."""
    ahead = corrected(claim(), DOCUMENT, kind=Kind.FORECAST)
    assert corrected(ahead, DOCUMENT, kind=Kind.EVENT).forecast is None


def test_figures_outside_of_new_words_go() -> None:
    """A claim holds no figure that its words do not."""
    figured = corrected(claim(), DOCUMENT, figures=[Figure(Measure.KILLED, "sailors", 24, 24, span=at("24"))])
    assert corrected(figured, DOCUMENT, span=at("The mast broke")).quantities == ()


@pytest.mark.parametrize(
    "fields",
    [
        Fields(span=Span(3, 3)),
        Fields(span=Span(3, 4000)),
        Fields(chain=[Source(" ")]),
        Fields(chain=[Source("ISW", Span(0, 4000))]),
        Fields(figures=[Figure(Measure.KILLED, "", None, None)]),
        Fields(figures=[Figure(Measure.KILLED, "", 9, 3)]),
        Fields(figures=[Figure(Measure.KILLED, "", -1, 3)]),
        Fields(hedge=Hedge(at("drowned"), 0.9, 0.2)),
    ],
)
def test_what_the_document_does_not_bear_out_is_refused(fields: Fields) -> None:
    """Nothing is recorded that breaks what holds for every claim."""
    with pytest.raises(SettingsError, match="E290"):
        corrected(claim(), DOCUMENT, **fields)


@given(st.integers(0, 120), st.integers(0, 120))
def test_what_is_built_is_sound_or_refused(left: int, right: int) -> None:
    """Whatever is dragged over, the quote is what stands at the span."""
    span = Span(min(left, right), max(left, right))
    try:
        made = corrected(claim(), DOCUMENT, span=span, places=[at("Port Tallow")])
    except SettingsError:
        return
    assert made.quote == made.span.of(DOCUMENT.text)
    assert not list(faults_of(made, DOCUMENT))


def test_words_at_several_places_are_the_nearest() -> None:
    """Near the claim that is corrected."""
    document = make_document("two", None, None, "Tarn fell. Much later it was told that Tarn fell.")
    assert place_of("Tarn fell", document, Span(40, 48)) == Span(39, 48)


@pytest.mark.parametrize(
    ("words", "low", "high", "qualifier", "of"),
    [
        ("killed 200", 200, 200, None, ""),
        ("killed at least 1,200 Russian soldiers", 1200, None, "at least", "Russian soldiers"),
        ("wounded up to 30", None, 30, "up to", ""),
        ("lost 30-40 tanks", 30, 40, None, "tanks"),
        ("captured about 5 men", 5, 5, "about", "men"),
    ],
)
def test_figures_are_read_as_the_codebook_has_them(
    words: str, low: int | None, high: int | None, qualifier: str | None, of: str
) -> None:
    """A bound is a bound."""
    found = figure_in(words)
    assert (found.low, found.high, found.qualifier, found.of) == (low, high, qualifier, of)


def test_a_day_that_ends_before_it_begins_is_refused() -> None:
    """As is what is no day."""
    for words in ("2024-12-14..2024-12-13", "yesterday"):
        with pytest.raises(SettingsError, match="E290"):
            days_in(words)
