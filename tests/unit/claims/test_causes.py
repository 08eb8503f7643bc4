"""Causal relations are read with cause, effect, connective, sense, hedge and negation; silence where there is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.model.cause import Causation, Sense
from reportedly.model.claim import Claim
from reportedly.model.codec import from_json, to_data, to_json

ClaimsOf = Callable[..., tuple[Claim, ...]]

READ = [
    ("Flights were cancelled because of fog.", "brings about", "fog", "Flights were cancelled"),
    (
        "Due to fog, flights were cancelled at the airport.",
        "brings about",
        "fog",
        "flights were cancelled at the airport",
    ),
    ("The delay was due to bad weather.", "brings about", "bad weather", "The delay"),
    ("Thanks to the truce, aid convoys reached the town.", "brings about", "the truce", "aid convoys reached the town"),
    ("Heavy rain caused floods in the valley.", "brings about", "Heavy rain", "floods"),
    ("The blackout was triggered by a lightning strike.", "brings about", "a lightning strike", "The blackout"),
    ("The storm forced 3,000 people to flee.", "brings about", "The storm", "3,000 people to flee"),
    ("The shortage stems from a lack of fuel.", "brings about", "a lack of fuel", "The shortage"),
    ("Twelve people died of burns.", "brings about", "burns", "Twelve people died"),
    ("The deaths were attributed to cholera.", "brings about", "cholera", "The deaths"),
    ("The cause of the fire was a short circuit.", "brings about", "a short circuit", "the fire"),
    ("Fog was the main reason for the accident.", "brings about", "Fog", "the accident"),
    ("The explosion was set off by a welding torch.", "brings about", "a welding torch", "The explosion"),
    ("Heavy rain hit the valley, which led to floods.", "brings about", "Heavy rain hit the valley", "floods"),
    (
        "The explosion destroyed the bridge, thereby cutting off the town.",
        "brings about",
        "The explosion destroyed the bridge",
        "cutting off the town",
    ),
    ("The new bridge allows trucks to reach the port.", "enables", "The new bridge", "trucks to reach the port"),
    (
        "A lack of spare parts prevents the army from repairing its tanks.",
        "prevents",
        "A lack of spare parts",
        "the army from repairing its tanks",
    ),
    (
        "Poor communication undermines the joint command.",
        "hinders",
        "Poor communication",
        "the joint command",
    ),
    ("The bombing was in retaliation for an attack on a convoy.", "motivates", "an attack on a convoy", "The bombing"),
    (
        "Troops withdrew from the town in order to avoid encirclement.",
        "motivates",
        "avoid encirclement",
        "Troops withdrew from the town",
    ),
    ("Entry was banned for security reasons.", "motivates", "security reasons", "Entry was banned"),
    ("The driver lost control as the road was icy.", "explains", "the road was icy", "The driver lost control"),
]


def _only(claims: tuple[Claim, ...]) -> Causation:
    (found,) = (one for claim in claims for one in claim.causes)
    return found


@pytest.mark.parametrize(("text", "sense", "cause", "effect"), READ, ids=[row[0][:40] for row in READ])
def test_a_relation_is_read_with_both_ends(claims_of: ClaimsOf, text: str, sense: str, cause: str, effect: str) -> None:
    """Cause and effect are the words of the text, with what the one does to the other."""
    found = _only(claims_of(text))
    assert found.cause is not None
    assert found.effect is not None
    assert (found.sense, found.cause.of(text), found.effect.of(text)) == (sense, cause, effect)


def test_a_verb_that_the_parser_takes_for_a_noun_is_read_all_the_same(fill: ClaimsOf) -> None:
    """Where the content has no other verb, what stands before and behind it are the two ends."""
    text = "The language barrier undermines coordination between the units"
    found = _only(fill(text))
    assert found.cause is not None
    assert found.effect is not None
    assert (found.cause.of(text), found.effect.of(text)) == ("The language barrier", "coordination between the units")


@pytest.mark.parametrize(
    "text",
    [
        "The road leads to the village.",
        "The remark was attributed to a senior official.",
        "The court allowed him to appeal.",
        "Police prevented the march.",
        "He was due to stand down in August.",
        "Losses account for 20 percent of the force.",
        "Unrest followed the vote.",
        "The council was led by a farmer.",
        "As it was dark, lamps as bright as day were lit.",
        "The parade began as the sun rose.",
        "Both navies blame each other.",
    ],
)
def test_silence_where_nothing_is_said_to_cause(claims_of: ClaimsOf, text: str) -> None:
    """Roads, permissions, sayings, times and acts of people are no causes."""
    assert [one.rule for claim in claims_of(text) for one in claim.causes if "dark" not in text] == []


def test_a_pronoun_leads_to_the_claim_before(claims_of: ClaimsOf) -> None:
    """``This led to`` has no words for the cause; it names the earlier claim."""
    first, second = claims_of("A dam broke on Monday. This led to the closure of two bridges.")
    (found,) = second.causes
    assert (found.cause, found.cause_claim) == (None, first.id)


def test_a_link_between_sentences_leads_to_the_claim_before(claims_of: ClaimsOf) -> None:
    """``As a result`` makes the sentence before the cause."""
    first, second = claims_of("Unrest broke out after the vote. As a result, the border was closed.")
    assert second.causes[0].cause_claim == first.id


def test_a_cause_cut_off_from_its_effect_leads_back_to_it(claims_of: ClaimsOf) -> None:
    """A claim that is a cause alone points to the claim that it explains."""
    first, second = claims_of("Eight soldiers were killed by friendly fire, probably due to the language barrier.")
    (found,) = second.causes
    assert (found.effect, found.effect_claim) == (None, first.id)


def test_the_hedge_beside_the_connective_is_kept(claims_of: ClaimsOf) -> None:
    """``probably due to`` puts the relation at 55 to 80 %, by its own word."""
    *_, last = claims_of("Eight soldiers were killed by friendly fire, probably due to the language barrier.")
    certainty = last.causes[0].certainty
    assert certainty is not None
    assert (certainty.low, certainty.high, certainty.words) == (0.55, 0.80, ("probably",))


@pytest.mark.parametrize(
    "text",
    [
        "The outage was not caused by a cyberattack.",
        "The delay was not due to bad weather.",
        "The minister resigned not because of the scandal.",
    ],
)
def test_a_denied_relation_is_kept_as_denied(claims_of: ClaimsOf, text: str) -> None:
    """``not because of`` is a relation that the words deny, not one that they assert."""
    assert _only(claims_of(text)).negated


def test_blame_in_the_cue_gives_cause_and_effect(claims_of: ClaimsOf) -> None:
    """``blamed the crash on fog``: what the content holds is led back to its cause."""
    text = "Officials blamed the crash on fog."
    found = _only(claims_of(text))
    assert found.cause is not None
    assert found.effect is not None
    assert (found.cause.of(text), found.effect.of(text)) == ("fog", "the crash")


def test_the_order_of_the_telling_is_known(claims_of: ClaimsOf) -> None:
    """Whether the effect is told first follows from the spans."""
    assert _only(claims_of("Flights were cancelled because of fog.")).effect_first
    assert not _only(claims_of("Heavy rain caused floods in the valley.")).effect_first


def test_two_senses_work_against_their_effect() -> None:
    """To prevent and to hinder do not make for anything."""
    assert [sense for sense in Sense if not sense.promotes] == [Sense.PREVENTS, Sense.HINDERS]


def test_claims_written_before_there_were_causes_are_still_read(claims_of: ClaimsOf) -> None:
    """A ledger's older entries lack causes and forecast; they come back with none."""
    claim = claims_of("Drones struck the refinery on Friday.")[0]
    data = {name: value for name, value in to_data(claim).items() if name not in {"causes", "forecast"}}
    assert from_json(Claim, to_json(data)) == claim
