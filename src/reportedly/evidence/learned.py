"""Reliabilities that many events teach, where there are enough of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportedly.evidence.ballots import votes_of
from reportedly.evidence.belief import Forest, assurance, belief_of, support
from reportedly.evidence.casebook import Casebook
from reportedly.evidence.reliability import PRIORS, Reliability
from reportedly.model.claim import SourceClass
from reportedly.model.evidence import Evidence

LEAST_EVENTS = 30
"""Events with at least two recorded origins from which reliabilities may be learned; fewer would teach noise."""
_HIGHEST = 0.98
_ROUNDS = 20

_Judged = tuple[SourceClass, float, float]
"""Class of a statement, probability that it was right, and how much it counts."""


def learned(cases: Sequence[Sequence[Forest]]) -> Mapping[SourceClass, Reliability]:
    """Return reliabilities of classes as many events teach them, or the priors where events are too few.

    Each round takes for every vote the belief on the word of all other origins, and counts the vote as right with that
    probability (expectation and maximisation in the manner of ACCU, started from votes of origins, not of outlets). An
    event with one origin teaches nothing, since nobody else speaks of it. Hedged votes count as far as they commit
    themselves. The priors weigh as much as ten statements.

    Args:
        cases: the forests of each event.
    """
    telling = [case for case in cases if case and all(sum(vote.recorded for vote in forest) > 1 for forest in case)]
    if len(telling) < LEAST_EVENTS:
        return PRIORS
    current: Mapping[SourceClass, Reliability] = PRIORS
    for _ in range(_ROUNDS):
        judged = [one for case in telling for forest in case for one in _judged(forest, current, 1 / len(case))]
        current = _updated(judged)
    return current


def _judged(forest: Forest, reliabilities: Mapping[SourceClass, Reliability], weight: float) -> Iterator[_Judged]:
    for vote in forest:
        sure = assurance(vote)
        if vote.recorded and sure != 0.5:
            others = support([other for other in forest if other.origin != vote.origin], reliabilities)
            yield vote.source_class, others if sure > 0.5 else 1 - others, weight * abs(2 * sure - 1)


def _updated(judged: Sequence[_Judged]) -> dict[SourceClass, Reliability]:
    """Return the priors with statements added; that a class speaks is never evidence against what it says."""
    counts = {kind: [one.right, one.wrong] for kind, one in PRIORS.items()}
    for kind, share, weight in judged:
        counts[kind][0] += share * weight
        counts[kind][1] += (1 - share) * weight
    return {kind: _bounded(*both) for kind, both in counts.items()}


def _bounded(right: float, wrong: float) -> Reliability:
    total = right + wrong
    share = min(max(right / total, 0.5), _HIGHEST)
    return Reliability(total * share, total * (1 - share))


def relearned(books: Sequence[Casebook], evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Return evidence with beliefs by what the events themselves teach of classes; unchanged where they are too few.

    Args:
        books: the events.
        evidence: one for each of them, in the same order.
    """
    cases = [[votes_of(book, one.origins)] for book, one in zip(books, evidence, strict=True) if one.belief]
    taught = learned(cases)
    if taught is PRIORS:
        return tuple(evidence)
    return tuple(
        replace(one, belief=belief_of(book, one.origins, taught)) for book, one in zip(books, evidence, strict=True)
    )
