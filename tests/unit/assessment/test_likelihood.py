"""The likelihood rule: when there is one, and which."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

import story
from builders import ClaimFields, make_claim, make_document, make_event, make_link, make_testimony, standing
from reportedly.assessment.case import Case, build_cases
from reportedly.assessment.likelihood import judge
from reportedly.model.certainty import Certainty
from reportedly.model.claim import Basis, Kind
from reportedly.model.event import EventKind, Grouping, Origin
from reportedly.model.evidence import Evidence, Grade, Lineage, OriginCount

Maker = Callable[..., Case]


def make_case(*origins: Origin, denied: int = 0, fields: ClaimFields | None = None) -> Case:
    """Build an event that each origin affirms on a page of its own, the last ``denied`` of them denying it."""
    pages = [make_document(f"k{at}", f"Page {at}", None, "The bridge fell.") for at, _ in enumerate(origins)]
    claims = tuple(
        make_claim(page, "The bridge fell", (make_link(page, origin.name),), fields)
        for page, origin in zip(pages, origins, strict=True)
    )
    event = make_event(EventKind.INCIDENT, "The bridge fell", claims)
    denials = [at >= len(origins) - denied for at, _ in enumerate(origins)]
    said = tuple(
        make_testimony(event.id, origin, (claim,), denial)
        for origin, claim, denial in zip(origins, claims, denials, strict=True)
    )
    event = replace(event, testimony_ids=tuple(one.id for one in said))
    standings = tuple(standing(t.origin, (t,), (claim,)) for t, claim in zip(said, claims, strict=True))
    count = OriginCount(len(origins) - denied, standings, ())
    evidence = Evidence(event.id, Lineage(event.id, ()), (), count, (), Grade("B", 2, "moderate"))
    return build_cases(Grouping((event,), said, ()), (evidence,), claims, pages)[0]


def neutral(number: int) -> tuple[Origin, ...]:
    """Return so many origins that belong to no party."""
    return tuple(Origin(f"Office {letter}") for letter in "ABCDEFGH"[:number])


@pytest.mark.parametrize(("number", "word"), [(2, "likely"), (3, "very likely"), (8, "very likely")])
def test_more_independent_origins_make_it_likelier_but_never_almost_certain(number: int, word: str) -> None:
    """Two give likely, three very likely, and reading alone never gives more."""
    likelihood = judge(make_case(*neutral(number)), story.yardstick()).likelihood
    assert likelihood is not None
    assert likelihood.word == word


def test_one_origin_has_no_likelihood() -> None:
    """One word alone supports no likelihood."""
    judged = judge(make_case(*neutral(1)), story.yardstick())
    assert (judged.likelihood, judged.reasons[0].code) == (None, "one-origin")


def test_origins_of_one_party_have_no_likelihood() -> None:
    """Three voices of one party are not weighed as if they were three witnesses."""
    party = [replace(origin, side="Norland") for origin in neutral(3)]
    judged = judge(make_case(*party), story.yardstick())
    assert (judged.likelihood, judged.reasons[0].code) == (None, "one-side")


def test_a_second_voice_of_one_party_adds_half() -> None:
    """An outside origin beside two of one party counts for more than the second of them."""
    origins = [
        replace(origin, side=side) for origin, side in zip(neutral(3), ("Norland", "Norland", None), strict=True)
    ]
    weights = {reason.weight for reason in judge(make_case(*origins), story.yardstick()).reasons}
    assert {0.5, 0.25, 1.25} <= weights


def test_a_denial_takes_away_what_two_origins_give() -> None:
    """Two against one denial is an even chance."""
    likelihood = judge(make_case(*neutral(3), denied=1), story.yardstick()).likelihood
    assert likelihood is not None
    assert likelihood.word == "roughly even chance"


def test_material_adds_to_the_likelihood() -> None:
    """Two origins of which one shows footage give very likely."""
    likelihood = judge(make_case(*neutral(2), fields=ClaimFields(basis=Basis.FOOTAGE)), story.yardstick()).likelihood
    assert likelihood is not None
    assert likelihood.word == "very likely"


def test_a_hedged_word_adds_little() -> None:
    """Two origins that say ``likely`` leave it short of what flat words give."""
    hedged = ClaimFields(certainty=Certainty(0.55, 0.8, ("likely",)))
    reasons = judge(make_case(*neutral(2), fields=hedged), story.yardstick()).reasons
    assert reasons[0].weight == pytest.approx(0.175)


def test_a_forecast_has_no_likelihood_of_ours() -> None:
    """Origins do not settle what lies ahead."""
    judged = judge(make_case(*neutral(3), fields=ClaimFields(Kind.FORECAST)), story.yardstick())
    assert (judged.likelihood, judged.reasons[0].code) == (None, "no-fact")


def test_the_steps_of_the_rule_add_up() -> None:
    """The weights that are printed give the log-odds that are printed."""
    *steps, total = judge(make_case(*neutral(3), denied=1), story.yardstick()).reasons
    assert sum(step.weight or 0 for step in steps) == pytest.approx(total.weight)
