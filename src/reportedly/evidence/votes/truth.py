"""Which value is true: beliefs and sources estimated in turn from several starts, the likeliest of all kept."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import gammaln

from reportedly.evidence.votes.copying import Sources, estimate
from reportedly.evidence.votes.table import NOBODY, Floats, Ints, VoteTable
from reportedly.evidence.votes.unseen import families, with_unseen

FALSE_VALUES = (1.0, 2.0, 3.0, 4.0, 5.0, 7.0, 10.0, 14.0, 20.0, 30.0, 50.0, 100.0, 300.0)
"""Numbers of wrong values that are tried."""
_SAMPLE = 1500
_STARTS = 24
_FIRST, _SECOND, _LAST = 6, 12, 40
_FINALISTS = 4
_STILL = 1e-4
_MOST = 0.95


@dataclass(frozen=True)
class Solution:
    """Beliefs and sources that fit each other."""

    belief: Floats
    """Probability of each candidate; those of one object sum to at most 1, since the truth may be unsaid."""
    sources: Sources
    false_values: float
    score: float
    """Log of the joint probability of votes and sources, truth summed out."""
    names: tuple[str, ...] = ()
    """The sources; those that were guessed to stand behind others come last."""


def solve(table: VoteTable) -> Solution:
    """Find who is to be believed.

    Votes alone have several explanations that hold together: a falsehood that many repeat makes those who repeat it
    look right and all others wrong. So the search starts from the majority and from the word of each source, and
    keeps the explanation under which all votes together are most probable.
    """
    sample = _sampled(table)
    firsts = [_run(sample, start, _FIRST) for start in _starts(sample)]
    best = sorted(firsts, key=lambda one: -one.score)[:_FINALISTS]
    seconds = [_run(sample, one.belief, _SECOND, one.false_values) for one in best]
    chosen = max(seconds, key=lambda one: one.score)
    wider, chosen = _with_unseen(sample, chosen)
    for name, members in wider.items():
        table = with_unseen(table, members, name)
    belief, _ = believe(table, chosen.sources, chosen.false_values)
    return _run(table, belief, _LAST, chosen.false_values)


def _with_unseen(table: VoteTable, found: Solution) -> tuple[dict[str, Ints], Solution]:
    """Try a source behind each family of copies, and keep it where all votes, its own among them, become likelier.

    Its rows are guessed from those of the family. They have to be paid for like any others, so that a source is taken
    on only where it explains more than it needs to be explained itself.
    """
    kept: dict[str, Ints] = {}
    for members in families(found.sources):
        name = f"unseen source {len(kept) + 1}"
        wider = with_unseen(table, members, name)
        tried = _run(wider, found.belief, _LAST, found.false_values)
        if tried.score > found.score:
            table, found = wider, tried
            kept[name] = members
    return kept, found


def believe(table: VoteTable, sources: Sources, false_values: float) -> tuple[Floats, float]:
    """Return the probability of each candidate and the log-probability of all votes.

    A row that says whom it was taken from is no vote of its own. All values of an object are equally probable at
    first, those that nobody gives among them.
    """
    weight, base = _weights(table, sources, false_values)
    odds = np.bincount(table.candidate, weight, minlength=len(table.candidate_object))
    unsaid = np.maximum(0.0, false_values + 1 - table.distinct)
    peak = np.zeros(len(table.objects))
    np.maximum.at(peak, table.candidate_object, odds)
    mass = np.exp(odds - peak[table.candidate_object])
    total = np.bincount(table.candidate_object, mass, minlength=len(peak)) + unsaid * np.exp(-peak)
    values = np.maximum(false_values + 1, table.distinct)
    ways = gammaln(values + 1) - gammaln(values + 1 - table.distinct) - np.log(values)
    score = float(base.sum() + (np.log(total) + peak + ways).sum())
    return mass / total[table.candidate_object], score


def _weights(table: VoteTable, sources: Sources, false_values: float) -> tuple[Floats, Floats]:
    """Return by how much each row speaks for its candidate, and the log-probability of the row were it wrong."""
    accuracy, rate = sources.accuracy[table.source], sources.rate[table.source].copy()
    parent = sources.parent[table.source]
    row = np.full(len(parent), NOBODY)
    has = np.flatnonzero(parent != NOBODY)
    row[has] = table.find(table.object[has], parent[has])
    spoken = row != NOBODY
    same = spoken & (table.candidate[row] == table.candidate)
    repeated, apart = np.where(same, rate, 0.0), np.where(spoken, 1 - rate, 1.0)
    right = repeated + apart * accuracy
    wrong = repeated + apart * (1 - accuracy) / np.maximum(false_values, table.distinct[table.object] - 1)
    own = table.stated == NOBODY
    return np.where(own, np.log(right / wrong), 0.0), np.where(own, np.log(wrong), 0.0)


def _run(table: VoteTable, belief: Floats, rounds: int, false_values: float | None = None) -> Solution:
    """Estimate sources and beliefs in turn until nothing moves."""
    best: Solution | None = None
    fewest = max(1.0, float(np.quantile(table.distinct, _MOST)) - 1)
    tried = [number for number in FALSE_VALUES if number >= fewest] or [fewest]
    wrong = false_values or max(10.0, fewest)
    for at in range(rounds):
        sources = estimate(table, belief, wrong)
        wrong = max(tried, key=lambda number: believe(table, sources, number)[1])
        now, likelihood = believe(table, sources, wrong)
        found = Solution(now, sources, wrong, likelihood + sources.log_prior, table.sources)
        still = float(np.abs(now - belief).max()) < _STILL
        belief = now
        if best is None or found.score > best.score:
            best = found
        if still and at > 0:
            break
    if best is None:
        raise ValueError(rounds)
    return best


def _sampled(table: VoteTable) -> VoteTable:
    """Return the table, or one of evenly spread objects where it is long."""
    size = len(table.objects)
    if size <= _SAMPLE:
        return table
    return table.some(np.unique(np.linspace(0, size - 1, _SAMPLE).astype(np.int64)))


def _starts(table: VoteTable) -> list[Floats]:
    """Return beliefs to start from: the majority, and each source's word before the majority."""
    votes = np.bincount(table.candidate, minlength=len(table.candidate_object)).astype(np.float64)
    starts = [_shares(table, votes)]
    rows = np.bincount(table.source, minlength=len(table.sources))
    busy = np.argsort(-rows, kind="stable")[: 4 * _STARTS]
    for source in busy[np.unique(np.linspace(0, len(busy) - 1, _STARTS).astype(np.int64))]:
        trusted = votes * 0.2
        trusted[table.candidate[table.source == source]] += len(table.sources)
        starts.append(_shares(table, trusted))
    return starts


def _shares(table: VoteTable, weight: Floats) -> Floats:
    total = np.bincount(table.candidate_object, weight, minlength=len(table.objects))
    return weight / total[table.candidate_object]


def winners(table: VoteTable, belief: Floats) -> Ints:
    """Return for each object its likeliest candidate, of equals the first."""
    order = np.lexsort((np.arange(len(belief)), -belief, table.candidate_object))
    first = np.searchsorted(table.candidate_object[order], np.arange(len(table.objects)))
    return order[first]
