"""A claim that measures itself against another says which."""

from __future__ import annotations

from collections.abc import Callable

import pytest

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


@pytest.mark.parametrize(
    ("words", "kind", "factor"),
    [
        ("Losses were twice as high as the ministry said", "more than", 2.0),
        ("Losses were three times higher than the ministry said", "more than", 3.0),
        ("The losses were half of what the ministry said", "less than", 0.5),
        ("That is double the number the ministry gave", "more than", 2.0),
        ("Losses were lower than the ministry said", "less than", None),
    ],
)
def test_comparisons_give_their_factor(fill: Fill, words: str, kind: str, factor: float | None) -> None:
    """``Twice as many`` is more by a factor of two; a bare ``lower`` has none."""
    text = f"The ministry counted 300 dead soldiers. {words}."
    first, second = fill(text, "The ministry counted 300 dead soldiers", words)
    assert second.relation is not None
    assert (second.relation.type, second.relation.to, second.relation.factor) == (kind, first.id, factor)


@pytest.mark.parametrize(
    "words", ["The true toll may be higher than reported", "The actual number of deaths is even higher"]
)
def test_the_true_number_refers_to_the_figure_told(fill: Fill, words: str) -> None:
    """A true toll above what was reported refers to what was reported."""
    first, second = fill(f"The storm killed 60 people. {words}.", "The storm killed 60 people", words)
    assert second.relation is not None
    assert (second.relation.type, second.relation.to) == ("more than", first.id)


def test_a_period_is_compared_with_only_where_it_was_told(fill: Fill) -> None:
    """``Twice as many as last week`` refers to a figure of last week or to none."""
    words = "That is twice as many as last week"
    assert fill(f"The raid killed 60 people. {words}.", "The raid killed 60 people", words)[1].relation is None
