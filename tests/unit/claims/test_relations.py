"""A claim that measures itself against another says which."""

from __future__ import annotations

from collections.abc import Callable

from reportedly.model.claim import Claim

Fill = Callable[..., tuple[Claim, ...]]
TEXT = "The video shows 30 dead soldiers. Losses were higher than in the video."


def test_higher_than_refers_to_the_claim_with_that_noun(fill: Fill) -> None:
    """``Higher than in the video`` points at the claim that gives the video's figure."""
    first, second = fill(TEXT, "The video shows 30 dead soldiers", "Losses were higher than in the video")
    assert second.relation is not None
    assert (second.relation.type, second.relation.to) == ("more than", first.id)


def test_a_comparison_has_no_quantity(fill: Fill) -> None:
    """A figure that is only referred to is no quantity."""
    assert fill(TEXT, "The video shows 30 dead soldiers", "Losses were higher than in the video")[1].quantities == ()


def test_more_than_a_number_is_no_relation(fill: Fill) -> None:
    """``More than 30`` is a bound and refers to nothing."""
    assert fill("The storm killed more than 30 people.")[0].relation is None
