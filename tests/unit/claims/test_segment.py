"""Sentences are cut where their parts can be true or false on their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.model.claim import Claim

ClaimsOf = Callable[..., tuple[Claim, ...]]

CASES = [
    (
        "events in a row",
        "The barge hit the pier and sank near the lock.",
        ["The barge hit the pier", "sank near the lock"],
    ),
    (
        "two subjects",
        "Two sailors drowned, and three others were injured.",
        ["Two sailors drowned", "three others were injured"],
    ),
    (
        "participles with figures",
        "The blast hit the bus, killing four people and injuring nine others.",
        ["The blast hit the bus", "killing four people", "injuring nine others"],
    ),
    (
        "cause",
        "The bus was late because the bridge had been closed.",
        ["The bus was late", "because the bridge had been closed"],
    ),
    (
        "list without figures stays whole",
        "The units face hunger, cold and poor communication.",
        ["The units face hunger, cold and poor communication"],
    ),
    ("final stop left out", "The bridge has been closed since Monday.", ["The bridge has been closed since Monday"]),
]


@pytest.mark.parametrize(("text", "quotes"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_sentence_is_cut_into_assertions(claims_of: ClaimsOf, text: str, quotes: list[str]) -> None:
    """The contents are these, in this order."""
    assert [claim.quote for claim in claims_of(text)] == quotes


def test_what_is_asked_of_somebody_is_one_content(claims_of: ClaimsOf) -> None:
    """Whom and what a demand is about stand together in its content."""
    assert [claim.quote for claim in claims_of("The mayor urged residents not to panic.")] == ["residents not to panic"]


def test_figure_put_on_a_thing_stays_with_it(claims_of: ClaimsOf) -> None:
    """``puts the toll at 400`` keeps the number in the content."""
    claims = claims_of("The council puts the toll at more than 400.")
    assert [claim.quote for claim in claims] == ["the toll at more than 400"]


def test_nested_cue_is_no_claim_of_its_own(claims_of: ClaimsOf) -> None:
    """That somebody is reported to have said something is a hop of the chain, not an assertion."""
    claims = claims_of("The Ostwind Courier reported that the navy said two barges had sunk.")
    assert [claim.quote for claim in claims] == ["two barges had sunk"]
