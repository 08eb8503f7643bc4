"""Belief: one vote an independent origin, each with what it adds; all is invented."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from property.strategies import REGISTRY, World, copies, worlds
from reportedly.events.grouping import group
from reportedly.evidence.belief import PRIOR, SHARED, assurance, belief, possible, support
from reportedly.evidence.learned import LEAST_EVENTS, learned
from reportedly.evidence.reliability import PRIORS, log_odds
from reportedly.evidence.weigh import weigh
from reportedly.model.belief import Interest, OriginVote
from reportedly.model.claim import SourceClass

OFFICE, ARMY = SourceClass.OFFICE, SourceClass.MILITARY
RESCUE = OriginVote("Tarn Rescue", OFFICE)
CLINIC = OriginVote("Velt Clinic", OFFICE)
HEDGES = ((1.0, 1.0), (0.55, 0.8), (0.2, 0.55), (0.2, 0.45), (0.95, 0.99))


@st.composite
def votes(draw: st.DrawFn) -> OriginVote:
    """Draw one vote of any kind."""
    name = draw(st.sampled_from("abcdefgh"))
    low, high = draw(st.sampled_from(HEDGES))
    return OriginVote(
        name,
        draw(st.sampled_from(list(SourceClass))),
        draw(st.sampled_from((None, "Velt", "Tarn"))),
        draw(st.booleans()),
        low,
        high,
        draw(st.sampled_from(list(Interest))),
        claim_ids=(name,),
    )


VOTES = votes()
FORESTS = st.lists(VOTES, max_size=6, unique_by=lambda vote: vote.origin)


def test_nobody_leaves_the_prior() -> None:
    """Without a vote nothing is learned."""
    assert belief([[]]).probability == pytest.approx(PRIOR)


def test_one_flat_word_is_worth_its_class() -> None:
    """From even odds, the belief is the reliability of the one who speaks."""
    assert belief([[RESCUE]]).probability == pytest.approx(PRIORS[OFFICE].mean)


def test_two_independent_origins_are_surer_than_one() -> None:
    """A second origin without a party adds its whole weight."""
    both = belief([[RESCUE, CLINIC]])
    assert [part.log_odds for part in both.contributions] == [pytest.approx(log_odds(PRIORS[OFFICE].mean))] * 2


def test_votes_of_one_party_weigh_as_their_effective_number() -> None:
    """Two equal votes of one side add N / (1 + (N-1) rho) times one of them."""
    party = [OriginVote("Army", ARMY, "Velt"), OriginVote("Navy", ARMY, "Velt")]
    one = log_odds(PRIORS[ARMY].mean)
    assert log_odds(support(party)) == pytest.approx(2 / (1 + SHARED) * one)


def test_a_hedge_weakens_a_word() -> None:
    """``Likely`` is worth less than a flat statement and more than nothing."""
    assert PRIOR < support([replace(RESCUE, low=0.55, high=0.8)]) < support([RESCUE])


def test_a_word_that_it_may_be_so_speaks_neither_way() -> None:
    """A hedge around even odds is no evidence."""
    assert support([replace(RESCUE, low=0.2, high=0.55)]) == pytest.approx(PRIOR)


def test_a_word_that_it_is_unlikely_speaks_against() -> None:
    """A probability below one half lowers belief."""
    assert support([replace(RESCUE, low=0.2, high=0.45)]) < PRIOR


def test_a_word_against_interest_weighs_more_than_a_self_serving_one() -> None:
    """The same office is believed most where it hurts its own party."""
    against, plain, serving = (
        support([replace(RESCUE, interest=one)]) for one in (Interest.AGAINST, Interest.NONE, Interest.SELF_SERVING)
    )
    assert against > plain > serving > PRIOR


def test_all_unrecorded_words_weigh_once() -> None:
    """Ten pages of unknown lineage add what one adds."""
    loose = [OriginVote("", recorded=False, claim_ids=(str(number),)) for number in range(10)]
    assert support(loose) == support(loose[:1]) < support([RESCUE])


def test_unrecorded_words_add_nothing_to_a_recorded_one() -> None:
    """They may repeat it."""
    assert support([RESCUE, OriginVote("", recorded=False)]) == support([RESCUE])


def test_a_denial_by_the_only_other_origin_takes_belief_back() -> None:
    """Word against word of one class leaves the prior."""
    assert support([RESCUE, replace(CLINIC, denies=True)]) == pytest.approx(PRIOR)


def test_the_interval_is_wider_where_lineages_differ() -> None:
    """If half of the forests hold one origin and half hold three, the range shows it."""
    many = [RESCUE, CLINIC, OriginVote("Doctors", OFFICE)]
    apart, sure = belief([[RESCUE], many]), belief([many, many])
    assert apart.high - apart.low > sure.high - sure.low


def test_a_contribution_tells_in_how_many_forests_it_votes() -> None:
    """An origin of every other forest is present in half of them."""
    parts = {part.origin: part.present for part in belief([[RESCUE], [RESCUE, CLINIC]]).contributions}
    assert parts == {"Tarn Rescue": 1.0, "Velt Clinic": 0.5}


def test_the_reason_names_class_hedge_and_interest() -> None:
    """A person can check what the weight came from."""
    (part,) = belief([[replace(RESCUE, low=0.55, high=0.8, interest=Interest.AGAINST)]]).contributions
    assert (
        part.reason.text
        == "Tarn Rescue: says so, class office, hedged at 0.55 to 0.80, against interest to its speaker"
    )


def test_few_events_teach_nothing() -> None:
    """Below the least number of events the priors stay."""
    assert learned([[[RESCUE, CLINIC]]] * (LEAST_EVENTS - 1)) is PRIORS


def test_many_contradicted_words_lower_their_class() -> None:
    """A class that two others contradict again and again is believed less."""
    crier = OriginVote("Crier", SourceClass.CROWD)
    case = [[crier, replace(RESCUE, denies=True), replace(CLINIC, denies=True)]]
    taught = learned([case] * LEAST_EVENTS)
    assert 0.5 <= taught[SourceClass.CROWD].mean < PRIORS[SourceClass.CROWD].mean


def test_events_with_one_origin_teach_nothing() -> None:
    """Nobody else speaks of them."""
    assert learned([[[RESCUE]]] * (2 * LEAST_EVENTS)) is PRIORS


def test_an_origin_that_may_lean_on_another_counts_by_its_chance() -> None:
    """Half a second origin gives the mean of one and two."""
    forests, weights = possible([RESCUE, CLINIC], {"Velt Clinic": 0.5})
    half = (support([RESCUE]) + support([RESCUE, CLINIC])) / 2
    assert belief(forests, weights=weights).probability == pytest.approx(half)


def test_one_origin_there_always_is() -> None:
    """However doubtful all of them are, somebody said it first."""
    forests, _ = possible([RESCUE, CLINIC], {"Tarn Rescue": 0.2, "Velt Clinic": 0.1})
    assert all(RESCUE in forest for forest in forests)


@given(FORESTS, st.lists(st.floats(0, 1), min_size=6, max_size=6))
def test_possible_lineages_are_all_there_are(forest: list[OriginVote], chances: list[float]) -> None:
    """Their probabilities sum to 1."""
    independent = {vote.origin: chance for vote, chance in zip(forest, chances, strict=False)}
    assert sum(possible(forest, independent)[1]) == pytest.approx(1)


@given(FORESTS, st.data())
def test_a_copy_never_raises_belief(forest: list[OriginVote], data: st.DataObject) -> None:
    """A second word of an origin that votes already, or one of unknown lineage beside a flat one, adds nothing."""
    if forest:
        again = data.draw(st.sampled_from(forest))
        assert support([*forest, again]) == pytest.approx(support(forest))
    flat = [RESCUE, *forest]
    assert support([*flat, OriginVote("", recorded=False)]) <= support(flat) + 1e-12


@given(FORESTS, VOTES)
def test_a_denial_never_raises_belief(forest: list[OriginVote], vote: OriginVote) -> None:
    """Whoever denies, however hedged and in whose interest, belief does not rise."""
    denial = replace(vote, origin="another", denies=True)
    assert assurance(denial) <= 0.5
    assert support([*forest, denial]) <= support(forest) + 1e-12


@given(FORESTS, VOTES)
def test_a_flat_word_never_lowers_belief(forest: list[OriginVote], vote: OriginVote) -> None:
    """A further origin that says so can only help, also beside others of its party."""
    word = replace(vote, origin="another", denies=False, low=1.0, high=1.0)
    assert support([*forest, word]) >= support(forest) - 1e-12


@given(FORESTS, FORESTS, st.randoms(use_true_random=False))
def test_the_order_of_votes_and_forests_does_not_matter(
    one: list[OriginVote], two: list[OriginVote], chance: random.Random
) -> None:
    """Shuffled input gives an equal belief."""
    before = belief([one, two])
    chance.shuffle(one)
    assert belief([two, one]) == before


@given(FORESTS)
def test_contributions_add_up(forest: list[OriginVote]) -> None:
    """In one forest, prior and contributions give the log-odds, and the interval holds the probability."""
    found = belief([forest])
    total = log_odds(PRIOR) + sum(part.log_odds for part in found.contributions)
    assert log_odds(found.probability) == pytest.approx(total, abs=1e-9)
    assert 0 < found.low <= found.probability <= found.high < 1


@given(FORESTS)
def test_leaving_out_fits_the_contribution(forest: list[OriginVote]) -> None:
    """Without an origin that speaks for it belief falls, without one that speaks against it belief rises."""
    found = belief([forest])
    for part in found.contributions:
        left = support([vote for vote in forest if vote.origin != part.origin])
        assert part.shift == pytest.approx(left - found.probability, abs=1e-9)
        assert part.shift * part.log_odds <= 1e-9


def events_of(world: World) -> dict[tuple[str, ...], tuple[float, bool]]:
    """Return for the claims of each event its belief, and whether a recorded origin speaks."""
    grouping = group(world.claims, world.documents, REGISTRY)
    found = weigh(grouping, world.claims, world.documents, REGISTRY)
    return {
        event.claim_ids: (one.belief.probability, any(part.origin for part in one.belief.contributions))
        for event, one in zip(grouping.events, found, strict=True)
        if one.belief is not None
    }


@given(st.data())
def test_a_reprint_never_raises_the_belief_in_an_event(data: st.DataObject) -> None:
    """A copy of a report under any outlet leaves every event at most as probable as before."""
    world = data.draw(worlds(3))
    before, after = events_of(world), events_of(data.draw(copies(world)))
    for claims, (old, recorded) in before.items():
        for others, (new, _) in after.items():
            if recorded and set(claims) <= set(others) and len(set(others) - set(claims)) <= len(claims):
                assert new <= max(old, PRIOR) + 1e-9
