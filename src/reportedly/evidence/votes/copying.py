"""Who copies whom: for each pair of sources how often one repeats the other, and the best forest over all pairs.

The model is one of a source that, where its parent has spoken, repeats it with some rate and else answers by itself:
right with its own accuracy, otherwise with one of the wrong values at random. What tells a copy is that two agree on
what is false far more often than chance lets them; agreeing on what is true tells little. The idea is that of Dong,
Berti-Equille and Srivastava (VLDB 2009); here the rate is estimated for each pair, and with it the direction.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from reportedly.evidence.votes.forest import best_forest
from reportedly.evidence.votes.table import NOBODY, Floats, Ints, VoteTable

RIGHT, WRONG = 4.0, 2.0
"""Prior of an accuracy as votes seen before: a source is rather right than wrong. Invented, weak."""
COPIED, APART = 1.0, 1.0
"""Prior of a copy rate as rows seen before: any rate is as likely as any other."""
COPIERS = 0.3
"""Prior share of sources that copy. Invented; near 75 % of what news sites print goes back to agencies (Boumans and
others 2018), but few tables are of news sites."""
LEAST = 4
"""Rows that two sources must share to be compared."""
MOST = 250
"""Sources that are compared pair by pair; the time that it takes grows with the square."""
STATED = 8.0
"""What one row that names its parent adds to the log-odds of that parent."""
_ROUNDS = 40


@dataclass(frozen=True)
class Sources:
    """What is known of each source."""

    accuracy: Floats
    """How often its own answers are right."""
    parent: Ints
    """Whom it copies; ``NOBODY`` where it copies none."""
    rate: Floats
    """How often it repeats its parent where the parent has spoken; 0 without a parent."""
    log_prior: float = 0.0


@dataclass(frozen=True)
class Pairs:
    """How rows of pairs of sources fall together: numbers of rows of the child.

    A child's rows that say whom they were taken from are left out: they are no guess.
    """

    parent: Ints
    """Places among the sources that were compared."""
    child: Ints
    stated: Floats
    """How many of the child's rows name the parent."""
    same_right: Floats
    same_wrong: Floats
    apart_right: Floats
    apart_wrong: Floats
    alone_right: Floats
    alone_wrong: Floats

    @property
    def shared(self) -> Floats:
        """How many of the child's rows the parent has spoken before."""
        return self.same_right + self.same_wrong + self.apart_right + self.apart_wrong


def compare(table: VoteTable, belief: Floats, sources: Ints) -> Pairs:
    """Count for pairs of sources how often they agree and differ, on what is right and on what is wrong.

    Args:
        table: the votes.
        belief: probability of each candidate.
        sources: the sources to compare.
    """
    column = np.full(len(table.sources), NOBODY)
    column[sources] = np.arange(len(sources))
    everyone = np.flatnonzero(column[table.source] != NOBODY)
    own = everyone[table.stated[everyone] == NOBODY]
    right = belief[table.candidate[own]]

    def placed(rows: Ints, places: Ints, weights: Floats) -> sparse.csr_matrix:
        height = int(places.max(initial=0)) + 1
        return sparse.csr_matrix((weights, (places[rows], column[table.source[rows]])), shape=(height, len(sources)))

    def together(places: Ints, weights: Floats) -> Floats:
        parents = placed(everyone, places, np.ones(len(everyone)))
        return np.asarray((parents.T @ placed(own, places, weights)).toarray(), dtype=np.float64)

    both_right, both_wrong = together(table.object, right), together(table.object, 1 - right)
    stated = _stated(table, column, len(sources))
    parent, child = np.nonzero((both_right + both_wrong >= LEAST) | (stated > 0))
    apart = parent != child
    parent, child = parent[apart], child[apart]
    same_right = together(table.candidate, right)[parent, child]
    same_wrong = together(table.candidate, 1 - right)[parent, child]
    all_right = np.bincount(column[table.source[own]], right, minlength=len(sources))
    all_wrong = np.bincount(column[table.source[own]], 1 - right, minlength=len(sources))
    both_right, both_wrong = both_right[parent, child], both_wrong[parent, child]
    return Pairs(
        parent,
        child,
        stated[parent, child],
        same_right,
        same_wrong,
        np.maximum(both_right - same_right, 0),
        np.maximum(both_wrong - same_wrong, 0),
        np.maximum(all_right[child] - both_right, 0),
        np.maximum(all_wrong[child] - both_wrong, 0),
    )


def estimate(table: VoteTable, belief: Floats, false_values: float, *, copying: bool = True) -> Sources:
    """Return accuracies, parents and copy rates that make the votes likeliest, given the belief in each candidate.

    Args:
        table: the votes.
        belief: probability of each candidate.
        false_values: number of wrong values that an object has to offer.
        copying: whether sources may have parents at all.
    """
    own = table.own
    right = np.bincount(table.source[own], belief[table.candidate[own]], minlength=len(table.sources))
    total = np.bincount(table.source[own], minlength=len(table.sources)).astype(np.float64)
    accuracy = (right + RIGHT - 1) / (total + RIGHT + WRONG - 2)
    prior = _accuracy_prior(accuracy)
    parent, rate = np.full(len(accuracy), NOBODY), np.zeros(len(accuracy))
    if not copying:
        return Sources(accuracy, parent, rate, float(prior.sum()))
    some = _compared(total)
    pairs = compare(table, belief, some)
    rates, accuracies = fit(pairs, false_values)
    alone = right * np.log(accuracy) + (total - right) * np.log((1 - accuracy) / false_values) + prior
    price = _price(pairs, len(some))
    gain = _likelihood(pairs, rates, accuracies, false_values) + _accuracy_prior(accuracies)
    gain += STATED * pairs.stated - alone[some][pairs.child] - price
    square = np.full((len(some), len(some)), -np.inf)
    square[pairs.parent, pairs.child] = gain
    chosen = best_forest(square)
    taken = chosen[pairs.child] == pairs.parent
    child = some[pairs.child[taken]]
    parent[child] = some[pairs.parent[taken]]
    accuracy[child], rate[child] = accuracies[taken], rates[taken]
    return Sources(accuracy, parent, rate, float(_accuracy_prior(accuracy).sum() - price[taken].sum()))


def _compared(total: Floats) -> Ints:
    """Return the sources with rows enough to be compared, at most so many, those with the most rows."""
    busiest = np.argsort(-total, kind="stable")[:MOST]
    return np.sort(busiest[total[busiest] >= LEAST])


def _price(pairs: Pairs, sources: int) -> Floats:
    """Return what a parent costs: its prior odds among all sources and one more number to be estimated."""
    others = max(1, sources - 1)
    price: Floats = np.log(others * (1 - COPIERS) / COPIERS) + 0.5 * np.log(np.maximum(pairs.shared, 1.0))
    return price


def fit(pairs: Pairs, false_values: float) -> tuple[Floats, Floats]:
    """Return for each pair the child's copy rate and the accuracy of its own answers, by expectation maximisation."""
    rate = np.full(pairs.same_right.shape, 0.5)
    accuracy = np.full(pairs.same_right.shape, 0.6)
    for _ in range(_ROUNDS):
        from_right = rate / (rate + (1 - rate) * accuracy)
        from_wrong = rate / (rate + (1 - rate) * (1 - accuracy) / false_values)
        copied = pairs.same_right * from_right + pairs.same_wrong * from_wrong
        right = pairs.same_right * (1 - from_right) + pairs.apart_right + pairs.alone_right
        wrong = pairs.same_wrong * (1 - from_wrong) + pairs.apart_wrong + pairs.alone_wrong
        rate = (copied + COPIED) / (pairs.shared + COPIED + APART)
        accuracy = (right + RIGHT - 1) / (right + wrong + RIGHT + WRONG - 2)
    return rate, accuracy


def _likelihood(pairs: Pairs, rate: Floats, accuracy: Floats, false_values: float) -> Floats:
    missed = (1 - accuracy) / false_values
    return (
        pairs.same_right * np.log(rate + (1 - rate) * accuracy)
        + pairs.same_wrong * np.log(rate + (1 - rate) * missed)
        + pairs.apart_right * np.log((1 - rate) * accuracy)
        + pairs.apart_wrong * np.log((1 - rate) * missed)
        + pairs.alone_right * np.log(accuracy)
        + pairs.alone_wrong * np.log(missed)
    )


def _accuracy_prior(accuracy: Floats) -> Floats:
    return (RIGHT - 1) * np.log(accuracy) + (WRONG - 1) * np.log(1 - accuracy)


def _stated(table: VoteTable, column: Ints, size: int) -> Floats:
    """Return how many rows of each source (columns) name each other source (rows)."""
    rows = np.flatnonzero(table.stated != NOBODY)
    parents, children = column[table.source[table.stated[rows]]], column[table.source[rows]]
    known = (parents != NOBODY) & (children != NOBODY)
    counts = np.zeros((size, size))
    np.add.at(counts, (parents[known], children[known]), 1)
    return counts
