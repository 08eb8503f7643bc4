"""What a look at a claim is worth: what would move, times how likely it was misread."""

from __future__ import annotations

from dataclasses import replace

from reportedly.evidence.worth import worths
from reportedly.model.card import Worth
from reportedly.model.claim import Claim
from reportedly.model.event import Event
from reportedly.model.evidence import Evidence
from story import loss_event
from story_pages import losses, pages


def of_losses(evidence: Evidence | None = None, claims: tuple[Claim, ...] = ()) -> dict[str, Worth]:
    """Return the worth of each claim of the invented losses by the claim's id."""
    event, _, found = loss_event()
    given = worths(event, evidence or found, claims or losses(), tuple(pages().values()))
    return {one.claim_id: one.worth for one in given}


def codes(worth: Worth) -> set[str]:
    """Return the codes of the reasons."""
    return {one.code for one in worth.reasons}


def shaky(claim: Claim, score: float) -> Claim:
    """Return a claim whose last link has another score."""
    return replace(claim, chain=(*claim.chain[:-1], replace(claim.chain[-1], score=score)))


def with_one_claim_an_origin(event: Event, evidence: Evidence, independent: int) -> Evidence:
    """Return the evidence with so many counting origins, of which the first has one claim."""
    first, *_ = evidence.origins.origins
    alone = replace(first, claim_ids=first.claim_ids[:1])
    assert first.claim_ids[0] in event.claim_ids
    return replace(evidence, origins=replace(evidence.origins, independent=independent, origins=(alone,)))


def test_every_claim_of_the_event_has_a_worth() -> None:
    """No claim of the event is left out, and none of another is taken in."""
    assert set(of_losses()) == set(loss_event()[0].claim_ids)


def test_the_order_of_claims_does_not_matter() -> None:
    """The same claims in another order give the same queue."""
    event, _, evidence = loss_event()
    turned = worths(event, evidence, losses()[::-1], tuple(pages().values()))
    assert turned == worths(event, evidence, losses(), tuple(pages().values()))


def test_a_flagged_link_raises_the_worth() -> None:
    """A claim whose source was found with a score below a half comes sooner, and the reason says so."""
    said = next(claim for claim in losses() if claim.chain)
    changed = tuple(shaky(one, 0.3) if one is said else one for one in losses())
    before, after = of_losses()[said.id], of_losses(claims=changed)[said.id]
    assert after.value > before.value
    assert any("which the finder itself flags" in one.text for one in after.reasons)


def test_a_claim_of_nobody_named_is_doubted() -> None:
    """Where the page does not say whose word it is, the reason names the page."""
    brief = losses()[7]
    assert "Daily Brief does not say whose word it is" in {one.text for one in of_losses()[brief.id].reasons}


def test_the_only_claim_of_one_of_two_origins_moves_the_most() -> None:
    """Dropping it would leave one of two independent sources."""
    event, _, evidence = loss_event()
    found = of_losses(with_one_claim_an_origin(event, evidence, 2))[losses()[0].id]
    assert next(one for one in found.reasons if one.code == "moves-origin").weight == 1.0


def test_one_of_many_origins_moves_less() -> None:
    """With four independent sources the loss of one turns no judgement."""
    event, _, evidence = loss_event()
    two, four = (of_losses(with_one_claim_an_origin(event, evidence, n))[losses()[0].id].value for n in (2, 4))
    assert two > four


def test_a_claim_that_strays_from_its_saying_is_doubted() -> None:
    """A relay that has killed where the saying has lost was changed or misread."""
    ledger = losses()[3]
    assert "doubt-strays" in codes(of_losses()[ledger.id])


def test_an_inherited_change_is_no_doubt() -> None:
    """What a relay only took over was read rightly there."""
    event, _, evidence = loss_event()
    taken = replace(evidence, drifts=tuple(replace(one, inherited=True) for one in evidence.drifts))
    assert not any("doubt-strays" in codes(one) for one in of_losses(taken).values())
    assert event.id == taken.event_id


def test_the_leading_figure_moves_the_estimate() -> None:
    """The one claim that the estimate takes its best number from says so."""
    assert "moves-figure" in codes(of_losses()[losses()[0].id])


def test_a_denial_moves_the_contest() -> None:
    """The one claim by which the event is contested is worth a look."""
    assert "moves-contest" in codes(of_losses()[losses()[8].id])


def test_a_claim_read_surely_still_has_a_worth() -> None:
    """Nothing is so sure that a look at it is worth nothing."""
    assert min(one.value for one in of_losses().values()) > 0
