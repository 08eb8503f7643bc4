"""Changes of words, time and people on the way, each in several wordings; all is invented."""

from __future__ import annotations

import pytest

from builders import ClaimFields
from reportedly.model.claim import Basis, Measure
from unit.evidence.relays import BUREAU, Told, changes, drifts, on, said, tell

LEAF, BARK = "Morning Leaf", "Evening Bark"
FOUGHT = "Tarnish soldiers fought at the Aumer weir"


def relayed(first: str, second: str, quote: str = FOUGHT) -> tuple[Told, Told]:
    """Let two reports introduce one sentence of the bureau with different verbs."""
    return said(12, LEAF, quote, BUREAU, first), said(14, BARK, quote, BUREAU, second)


@pytest.mark.parametrize(
    "signs",
    ["has indications", "suspects", "could not confirm", "is closely monitoring reports", "is aware of reports"],
)
def test_signs_given_as_confirmed_are_a_hedge_strengthened(signs: str) -> None:
    """Whatever words a body has for mere signs, ``confirmed`` says more."""
    assert changes(*relayed(signs, "confirmed")) == ["hedge_strengthened"]


@pytest.mark.parametrize(
    ("claimed", "proved"), [("claimed", "confirmed"), ("alleged", "proved"), ("claims", "verified")]
)
def test_a_claim_given_as_proved_is_evidence_upgraded(claimed: str, proved: str) -> None:
    """A writer who does not vouch for a word and one who does tell two things."""
    assert changes(*relayed(claimed, proved)) == ["evidence_upgraded"]


@pytest.mark.parametrize(("first", "second"), [("said", "reported"), ("claimed", "claims"), ("said", "confirmed")])
def test_plain_verbs_of_saying_change_nothing(first: str, second: str) -> None:
    """``Confirmed`` often stands for ``said``; only a weaker word before makes it a change."""
    assert changes(*relayed(first, second)) == []


def test_a_body_named_for_monitoring_speaks_of_no_signs() -> None:
    """A name is no verb."""
    body = "Aumer Monitoring Mission"
    assert changes(said(12, LEAF, FOUGHT, body, "said"), said(14, BARK, FOUGHT, body, "confirmed")) == []


def dead(day: int, outlet: str, quote: str, of: str = "men", fields: ClaimFields | None = None) -> Told:
    """Let the bureau count 47 dead."""
    return said(day, outlet, quote, BUREAU, count="47", number=47, of=of, fields=fields)


@pytest.mark.parametrize(
    ("wide", "short"),
    [
        ("since January 47 men were killed at Aumer", "47 men were killed at Aumer on Sunday alone"),
        ("as of May 47 men had been killed at Aumer", "in a single night 47 men were killed at Aumer"),
        ("over the past three months 47 men were killed at Aumer", "within 24 hours 47 men were killed at Aumer"),
    ],
)
def test_a_total_given_for_a_day_is_a_change_of_scope(wide: str, short: str) -> None:
    """Words for a stretch of time against words for a day, either way round."""
    assert changes(dead(12, LEAF, wide), dead(14, BARK, short)) == ["scope"]
    assert changes(dead(12, LEAF, short), dead(14, BARK, wide)) == ["scope"]


@pytest.mark.parametrize(
    "words",
    ["It did not say when", "The statement gave no date", "The day is not known", "It did not specify on which day"],
)
def test_a_day_that_is_left_open_is_not_that_of_the_saying(words: str) -> None:
    """The sentence after the claim says that no day was given; the relay gives the day of the saying."""
    quote = "47 men were killed at Aumer"
    first = tell(
        12, LEAF, f"{BUREAU} said that {quote}. {words}.", quote, BUREAU, cue="said", count="47", number=47, of="men"
    )
    second = dead(14, BARK, f"{quote} on 12 May", fields=ClaimFields(when=on(12)))
    assert changes(first, second) == ["day"]


@pytest.mark.parametrize(
    ("before", "after"),
    [("children", "teachers"), ("miners", "soldiers"), ("passengers", "sailors"), ("police", "rebels")],
)
def test_people_of_another_calling_are_a_change_of_side(before: str, after: str) -> None:
    """The count is the same, those counted are others."""
    first, second = (f"47 {people} were killed at Aumer" for people in (before, after))
    assert changes(dead(12, LEAF, first, before), dead(14, BARK, second, after)) == ["side"]


@pytest.mark.parametrize(
    ("before", "after"),
    [("children", "boys"), ("sailors", "crew members"), ("soldiers", "troops"), ("miners", "people")],
)
def test_other_words_for_one_calling_change_nothing(before: str, after: str) -> None:
    """A wider word, or another for the same, is no change."""
    first, second = (f"47 {people} were killed at Aumer" for people in (before, after))
    assert changes(dead(12, LEAF, first, before), dead(14, BARK, second, after)) == []


def test_a_unit_and_its_soldiers_are_one() -> None:
    """The brigade and the soldiers of the brigade count the same people."""
    first = dead(12, LEAF, "47 of the brigade were killed at Aumer", "brigade")
    assert (
        changes(first, dead(14, BARK, "47 soldiers of the brigade were killed at Aumer", "soldiers of the brigade"))
        == []
    )


def quoted(day: int, outlet: str, words: str) -> Told:
    """Let the head of the bureau be quoted."""
    return tell(day, outlet, f'Arvid Moln said: "{words}." Report {day}.', words, "Arvid Moln", cue="said")


WHOLE = "The dam had a fault in March but it was mended in April"


def test_a_quotation_cut_before_what_bounds_it_is_altered() -> None:
    """The clause after ``but`` is nowhere in the relay."""
    assert changes(quoted(12, LEAF, WHOLE), quoted(14, BARK, "The dam had a fault in March")) == ["quotation"]


def test_a_quotation_whose_rest_is_told_in_other_words_is_not_altered() -> None:
    """The relay quotes one half and tells the other."""
    short = "The dam had a fault in March"
    text = f'Arvid Moln said: "{short}." He said that it was mended since.'
    first = said(12, LEAF, "the dam had a fault in March but was mended", "Arvid Moln")
    assert changes(first, tell(14, BARK, text, short, "Arvid Moln", cue="said")) == []


def test_a_record_that_the_origin_names_is_no_proof_added() -> None:
    """``Going by the list`` on both sides: the relay upgrades nothing."""
    first = tell(
        12,
        LEAF,
        f"{BUREAU} said that 47 men sailed, going by the passenger list.",
        "47 men sailed",
        BUREAU,
        cue="said",
        count="47",
        number=47,
        of="men",
        measure=Measure.OTHER,
    )
    second = tell(
        14,
        BARK,
        f"Going by the passenger list, 47 men sailed, {BUREAU} said.",
        "47 men sailed",
        BUREAU,
        cue="said",
        count="47",
        number=47,
        of="men",
        measure=Measure.OTHER,
        fields=ClaimFields(basis=Basis.DOCUMENT),
    )
    assert changes(first, second) == []


def test_the_words_that_differ_stand_at_the_spans() -> None:
    """Both sides of a change point at what they quote."""
    first, second = relayed("claimed", "proved")
    (drift,) = drifts(first, second)
    assert drift.span is not None
    assert drift.against_span is not None
    assert (drift.against_span.of(first[0].text), drift.span.of(second[0].text)) == ("claimed", "proved")
