"""The form of a claim: what it shows, what it gives, what it refuses."""

from __future__ import annotations

import pytest

from builders import ClaimFields, make_claim, make_document, make_link, make_quantity, span_in
from reportedly.model.claim import Claim, Kind, Measure, SourceClass
from reportedly.model.errors import SettingsError
from reportedly.web.views.review_form import added_by, corrected_by, state_in, state_of
from review_forms import sent

PAGE = make_document(
    "one",
    "Harbour Wire",
    None,
    "The harbour office, the Velt Coastguard said, perhaps 24 fishermen drowned near Tarn.\nNobody else was hurt.",
)
CLAIM: Claim = make_claim(
    PAGE,
    "perhaps 24 fishermen drowned near Tarn",
    chain=(
        make_link(PAGE, "Harbour office", "The harbour office", None, SourceClass.OFFICE),
        make_link(PAGE, "Velt Coastguard", "the Velt Coastguard", "said", SourceClass.AGENCY),
    ),
    fields=ClaimFields(quantities=(make_quantity(PAGE, "24", Measure.KILLED, "fishermen", 24, 24),)),
)
STATE = state_of(CLAIM)


def given(**changes: str) -> Claim:
    """Return the claim that the form gives with some fields filled in otherwise."""
    return corrected_by(state_in(sent(STATE, **changes), PAGE.text), CLAIM, PAGE)


def test_a_form_sent_as_it_was_shown_is_the_same() -> None:
    """What the browser sends back of an untouched form is what it showed."""
    assert state_in(sent(STATE), PAGE.text) == STATE


def test_an_untouched_form_is_no_correction() -> None:
    """Who changed nothing is told so."""
    with pytest.raises(SettingsError, match="E296"):
        given()


def test_one_field_changes_and_the_rest_stays() -> None:
    """A new kind leaves chain and figures as they were, down to their rules."""
    made = given(kind="statement")
    assert made.kind is Kind.STATEMENT
    assert (made.chain, made.quantities, made.id) == (CLAIM.chain, CLAIM.quantities, CLAIM.id)


def test_a_bound_can_be_set() -> None:
    """At least 24: the upper bound goes, the qualifier comes."""
    (figure,) = given(figure_0_high="", figure_0_qualifier="at least").quantities
    assert (figure.low, figure.high, figure.qualifier) == (24, None, "at least")


def test_a_figure_can_be_taken_out() -> None:
    """The box empties the row."""
    assert given(figure_0_drop="1").quantities == ()


def test_a_figure_can_be_added() -> None:
    """The empty row behind the figures takes another."""
    made = given(figure_1_measure="missing", figure_1_low="1,200", figure_1_high="1200")
    assert [(one.measure, one.low) for one in made.quantities] == [(Measure.KILLED, 24), (Measure.MISSING, 1200)]


def test_hops_can_change_places() -> None:
    """The numbers before the hops say who stands outermost."""
    assert [link.name for link in given(hop_0_place="2", hop_1_place="1").chain] == [
        "Velt Coastguard",
        "Harbour office",
    ]


def test_a_hop_can_be_taken_out_and_another_added() -> None:
    """The chain is what the rows come to."""
    span = span_in(PAGE, "Nobody")
    made = given(hop_0_drop="1", hop_2_name="Nobody", hop_2_from=str(span.start), hop_2_to=str(span.end))
    assert [(link.name, link.span) for link in made.chain][1:] == [("Nobody", span)]


def test_the_class_of_a_source_can_be_set() -> None:
    """Another class alone is a correction."""
    assert given(hop_1_class="military").chain[1].source_class is SourceClass.MILITARY


def test_words_can_be_moved() -> None:
    """The claim's words are what stands between the two numbers."""
    span = span_in(PAGE, "24 fishermen drowned")
    assert given(claim_from=str(span.start), claim_to=str(span.end)).quote == "24 fishermen drowned"


@pytest.mark.parametrize(("snap", "words"), [("widen", "24 fishermen drowned"), ("narrow", "fishermen")])
def test_words_are_cut_where_words_end(snap: str, words: str) -> None:
    """Characters within words are widened or narrowed to whole ones."""
    span = span_in(PAGE, "4 fishermen drow")
    assert given(claim_from=str(span.start), claim_to=str(span.end), snap=snap).quote == words


def test_a_hedge_gives_its_usual_interval() -> None:
    """Words chosen as the hedge carry the interval that they are usually read with."""
    span = span_in(PAGE, "perhaps")
    sure = given(hedge_from=str(span.start), hedge_to=str(span.end)).certainty
    assert sure is not None
    assert (sure.low, sure.high, sure.words) == (0.2, 0.55, ("perhaps",))


def test_a_place_is_looked_up_in_the_words() -> None:
    """A place's name points at where it stands."""
    (place,) = given(places="Tarn").where
    assert place.span == span_in(PAGE, "Tarn")


REFUSED = [
    {"claim_from": "-1", "claim_to": "4"},
    {"claim_from": "4", "claim_to": "4"},
    {"claim_from": "0", "claim_to": "99999"},
    {"claim_from": "x", "claim_to": "5"},
    {"claim_from": "", "claim_to": ""},
    {"figure_0_low": "many"},
    {"figure_0_low": "9" * 30},
    {"figure_0_measure": "eaten"},
    {"kind": "rumour"},
    {"first": "2024-13-01"},
    {"first": "2024-12-02", "last": "2024-12-01"},
    {"places": "Atlantis"},
    {"hop_0_class": "wizard"},
    {"hedge_from": "0", "hedge_to": "3", "hedge_low": "much"},
]


@pytest.mark.parametrize("changes", REFUSED)
def test_what_cannot_be_used_is_refused_by_name(changes: dict[str, str]) -> None:
    """A field that makes no sense is said to, and nothing of the form is taken."""
    with pytest.raises(SettingsError, match="E295"):
        given(**changes)


@pytest.mark.parametrize("changes", [{"figure_0_low": "30"}, {"figure_0_low": "", "figure_0_high": ""}])
def test_what_cannot_be_true_is_refused(changes: dict[str, str]) -> None:
    """A lower bound above the upper one, or no bound at all, is no figure."""
    with pytest.raises(SettingsError, match="E290"):
        given(**changes)


def test_a_claim_is_added_from_the_form() -> None:
    """A missed claim is quoted from its place and has the fields that were filled in."""
    span = span_in(PAGE, "Nobody else was hurt")
    form = {"claim-from": str(span.start), "claim-to": str(span.end), "kind": "event", "hop-0-name": "Velt Coastguard"}
    made = added_by(state_in(form, PAGE.text), PAGE)
    assert (made.quote, [link.name for link in made.chain]) == ("Nobody else was hurt", ["Velt Coastguard"])
