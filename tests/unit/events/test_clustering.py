"""Average-link clustering with constraints."""

from __future__ import annotations

from reportedly.events.clustering import Clusters


def test_the_best_pair_joins_first() -> None:
    """A member goes to the cluster it fits best."""
    clusters = Clusters(3, {(0, 1): 0.9, (1, 2): 0.5})
    clusters.grow(0.4)
    assert clusters.result() == [[0, 1], [2]]


def test_a_chain_does_not_pull_strangers_together() -> None:
    """Links 0-1-2-3 alone make no cluster of four."""
    clusters = Clusters(4, {(0, 1): 0.8, (1, 2): 0.7, (2, 3): 0.8})
    clusters.grow(0.36)
    assert clusters.result() == [[0, 1], [2, 3]]


def test_what_is_held_apart_stays_apart() -> None:
    """A pair held apart never shares a cluster, whatever the score."""
    clusters = Clusters(2, {(0, 1): 0.99}, [(1, 0)])
    clusters.grow(0.1)
    assert clusters.result() == [[0], [1]]


def test_what_is_held_apart_stays_apart_through_others() -> None:
    """Nor do the two meet through a third that fits both."""
    clusters = Clusters(3, {(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.9}, [(0, 2)])
    clusters.grow(0.3)
    assert all({0, 2} - set(members) for members in clusters.result())


def test_a_bound_pair_is_together_without_a_score() -> None:
    """Binding needs no likeness."""
    clusters = Clusters(2, {})
    assert clusters.bind(0, 1)
    assert clusters.result() == [[0, 1]]


def test_binding_does_not_break_a_separation() -> None:
    """A bond that would join what is held apart is refused."""
    clusters = Clusters(3, {}, [(0, 2)])
    assert clusters.bind(0, 1)
    assert not clusters.bind(1, 2)


def test_equal_scores_fall_to_the_lower_numbers() -> None:
    """Ties are broken by numbering."""
    clusters = Clusters(4, {(0, 1): 0.5, (1, 2): 0.5, (2, 3): 0.5})
    clusters.grow(0.5)
    assert clusters.result() == [[0, 1], [2, 3]]
