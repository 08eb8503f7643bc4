"""Belief in a proposition: one vote for each independent origin, weighed by class, hedge, interest and shared access.

Log-odds of the proposition are those of the prior plus one likelihood ratio for each vote. A statement that is put
with probability q is soft evidence (Jeffrey): a source that is right with probability r gives the ratio
``(q r + (1-q)(1-r)) / (q (1-r) + (1-q) r)``.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from statistics import NormalDist

from reportedly.evidence.ballots import proposition_of, votes_of
from reportedly.evidence.casebook import Casebook
from reportedly.evidence.reliability import (
    PRIORS,
    Reliability,
    log_odds,
    probability,
)
from reportedly.model.belief import Belief, Contribution, Interest, OriginVote, Proposition
from reportedly.model.claim import SourceClass
from reportedly.model.evidence import OriginCount
from reportedly.model.reason import Reason

Forest = Sequence[OriginVote]
"""The votes under one possible lineage: one for each origin that is independent in it."""

PRIOR = 0.5
"""Probability before anybody has spoken. Invented: that a matter is reported is no evidence yet."""
SHARED = 0.5
"""Correlation of votes of one party, which share access: N of them weigh as ``N / (1 + (N-1) SHARED)``. Invented."""
INTEREST: Mapping[Interest, float] = {Interest.NONE: 1.0, Interest.SELF_SERVING: 0.5, Interest.AGAINST: 1.5}
"""What a log-likelihood ratio is multiplied by. Invented; the direction is measured: of enemy losses parties report two
to fifteen times what third parties do, of their own a fifth to a seventh (data of Radford and others, PNAS 2023)."""
UNRECORDED = 0.2
"""Log-odds that all words without a recorded lineage add together, and only as far as no recorded origin says as much.
Invented, small: such pages may repeat what is counted already."""
_UNSURE = 8


@dataclass(frozen=True)
class _Weighed:
    vote: OriginVote
    odds: float
    variance: float
    share: float = 1.0
    """How much of the vote is left beside others of its party."""


def belief(
    forests: Sequence[Forest],
    proposition: Proposition = Proposition.HAPPENED,
    reliabilities: Mapping[SourceClass, Reliability] = PRIORS,
    weights: Sequence[float] = (),
) -> Belief:
    """Return the probability of a proposition, mean over forests, with what each origin adds.

    Args:
        forests: possible lineages, sampled or listed; at least one. The order of forests and votes does not matter.
        proposition: what is voted on.
        reliabilities: of the classes of sources.
        weights: probability of each forest; none given = all are equally probable.
    """
    shares = [weight / math.fsum(weights) for weight in weights] or [1 / len(forests)] * len(forests)
    tallies = [_tally(forest, reliabilities) for forest in forests]
    mean = _mean(tallies, shares)
    names = sorted({one.vote.origin for tally in tallies for one in tally})
    low, high = _interval(tallies, shares)
    ballot = _Ballot(forests, tallies, shares, reliabilities)
    parts = [_contribution(name, ballot, mean) for name in names]
    parts.sort(key=lambda part: (-abs(part.log_odds), part.origin))
    return Belief(
        proposition,
        mean,
        min(low, mean),
        max(high, mean),
        PRIOR,
        tuple(parts),
        len(forests),
        learned=reliabilities is not PRIORS,
    )


def _tally(forest: Forest, reliabilities: Mapping[SourceClass, Reliability]) -> list[_Weighed]:
    """Weigh the votes of one forest, those of one party and direction against each other; an origin votes once."""
    words: dict[tuple[str, bool], list[_Weighed]] = defaultdict(list)
    for vote in forest:
        if vote.recorded:
            one = _alone(vote, reliabilities[vote.source_class])
            words[vote.origin, one.odds < 0].append(one)
    groups: dict[tuple[str | None, str, bool], list[_Weighed]] = defaultdict(list)
    for (name, against), said in words.items():
        one = max(said, key=lambda one: (abs(one.odds), _key(one.vote)))
        groups[one.vote.side, "" if one.vote.side else name, against].append(one)
    weighed = [one for group in groups.values() for one in _shared(group)]
    return weighed + _unrecorded([vote for vote in forest if not vote.recorded], weighed)


def _alone(vote: OriginVote, reliability: Reliability) -> _Weighed:
    """Return what a vote is worth where it stands alone."""
    sure = assurance(vote)
    right = reliability.mean
    ratio = math.log((sure * right + (1 - sure) * (1 - right)) / (sure * (1 - right) + (1 - sure) * right))
    weight = INTEREST[vote.interest]
    return _Weighed(vote, weight * ratio, reliability.spread * (weight * (2 * sure - 1)) ** 2)


def assurance(vote: OriginVote) -> float:
    """Return the probability that a vote gives the proposition.

    A hedge whose interval holds one half speaks neither for nor against (``may have``). A denial is at best neutral.
    """
    said = 0.5 if vote.low <= 0.5 <= vote.high else (vote.low + vote.high) / 2
    return min(1 - said, 0.5) if vote.denies else said


def _shared(group: Sequence[_Weighed]) -> list[_Weighed]:
    """Discount the votes of one party: the strongest counts whole, each further one what it adds.

    What it adds is to the effective number of votes. So a further vote never takes away from the others.
    """
    ordered = sorted(group, key=lambda one: (-abs(one.odds), one.vote.origin))
    found, before = [], 0.0
    for number, one in enumerate(ordered, 1):
        effective = number / (1 + (number - 1) * SHARED)
        share, before = effective - before, effective
        found.append(_Weighed(one.vote, one.odds * share, one.variance * share**2, share))
    return found


def _unrecorded(votes: Sequence[OriginVote], weighed: Sequence[_Weighed]) -> list[_Weighed]:
    """Return one small vote a direction for all words of unknown lineage, as far as nobody recorded says as much."""
    found = []
    for against in (False, True):
        same = sorted((vote for vote in votes if vote.denies is against), key=lambda vote: vote.claim_ids)
        if not same:
            continue
        told = math.fsum(abs(one.odds) for one in weighed if (one.odds < 0) is against)
        left = max(0.0, UNRECORDED - told)
        ids = tuple(claim for vote in same for claim in vote.claim_ids)
        vote = OriginVote("", denies=against, recorded=False, claim_ids=ids)
        found.append(_Weighed(vote, -left if against else left, left**2))
    return found


def _odds(tally: Sequence[_Weighed]) -> float:
    return log_odds(PRIOR) + math.fsum(one.odds for one in tally)


def _mean(tallies: Sequence[Sequence[_Weighed]], shares: Sequence[float]) -> float:
    return math.fsum(share * probability(_odds(tally)) for share, tally in zip(shares, tallies, strict=True))


def support(forest: Forest, reliabilities: Mapping[SourceClass, Reliability] = PRIORS) -> float:
    """Return the probability of the proposition under one forest."""
    return probability(_odds(_tally(forest, reliabilities)))


def _interval(tallies: Sequence[Sequence[_Weighed]], shares: Sequence[float]) -> tuple[float, float]:
    """Return the 5th and 95th hundredth of the probability, over forests and over what reliabilities may be."""
    parts = [
        (share, _odds(tally), math.sqrt(math.fsum(one.variance for one in tally)))
        for share, tally in zip(shares, tallies, strict=True)
    ]
    ends = min(odds - 5 * width for _, odds, width in parts), max(odds + 5 * width for _, odds, width in parts)
    return probability(_quantile(parts, 0.05, ends)), probability(_quantile(parts, 0.95, ends))


def _quantile(parts: Sequence[tuple[float, float, float]], wanted: float, ends: tuple[float, float]) -> float:
    """Return the quantile of a mixture of normal distributions, given as share, mean and standard deviation."""
    low, high = ends
    normal = NormalDist()
    for _ in range(50):
        middle = (low + high) / 2
        below = math.fsum(
            share * (normal.cdf((middle - odds) / width) if width > 0 else float(odds <= middle))
            for share, odds, width in parts
        )
        low, high = (middle, high) if below < wanted else (low, middle)
    return (low + high) / 2


@dataclass(frozen=True)
class _Ballot:
    forests: Sequence[Forest]
    tallies: Sequence[Sequence[_Weighed]]
    shares: Sequence[float]
    reliabilities: Mapping[SourceClass, Reliability]

    @property
    def pairs(self) -> Iterable[tuple[float, Sequence[_Weighed]]]:
        """Each forest's probability with its tally."""
        return zip(self.shares, self.tallies, strict=True)


def _contribution(name: str, ballot: _Ballot, mean: float) -> Contribution:
    mine = [(share, [one for one in tally if one.vote.origin == name]) for share, tally in ballot.pairs]
    without = [_tally([v for v in forest if _name(v) != name], ballot.reliabilities) for forest in ballot.forests]
    present = math.fsum(share for share, votes in mine if votes)
    odds = math.fsum(share * one.odds for share, votes in mine for one in votes)
    reason = _reason([one for _, votes in mine for one in votes], odds)
    return Contribution(name, odds, min(1.0, present), _mean(without, ballot.shares) - mean, reason)


def _name(vote: OriginVote) -> str:
    return vote.origin if vote.recorded else ""


def _key(vote: OriginVote) -> tuple[object, ...]:
    return (vote.claim_ids, vote.denies, vote.low, vote.high, vote.interest, vote.source_class, vote.side or "")


def _reason(mine: Sequence[_Weighed], odds: float) -> Reason:
    vote = min((one.vote for one in mine), key=_key)
    ids = tuple(sorted({claim for one in mine for claim in one.vote.claim_ids}))
    if not vote.recorded:
        return Reason("unrecorded", "words of unknown lineage weigh once, and little", ids, odds)
    parts = ["denies it" if vote.denies else "says so", f"class {vote.source_class}"]
    if (vote.low, vote.high) != (1.0, 1.0):
        parts.append(f"hedged at {vote.low:.2f} to {vote.high:.2f}")
    if vote.interest is not Interest.NONE:
        parts.append(f"{vote.interest} to its speaker" if vote.interest is Interest.AGAINST else str(vote.interest))
    if any(one.share < 1 for one in mine):
        parts.append("discounted with others of its party")
    return Reason("origin-vote", f"{vote.origin}: {', '.join(parts)}", ids, odds)


def possible(
    votes: Sequence[OriginVote], independent: Mapping[str, float]
) -> tuple[tuple[Forest, ...], tuple[float, ...]]:
    """Return all lineages under which each origin has its word from no other with the given probability.

    An origin that has its word from another casts no vote. One origin there always is: the one that is most probably
    one. At most eight origins are taken to be unsure, those nearest to even odds; the others are one or none.

    Args:
        votes: one for each origin.
        independent: the probability of each origin by its name; who is missing is independent.
    """
    sure = {vote.origin: independent.get(vote.origin, 1.0) for vote in votes if vote.recorded}
    first = min(sure, key=lambda name: (-sure[name], name), default="")
    unsure = sorted((name for name in sure if name != first), key=lambda name: (abs(sure[name] - 0.5), name))
    open_ = [name for name in unsure[:_UNSURE] if 0 < sure[name] < 1]
    out = {name for name in unsure if name not in open_ and sure[name] < 0.5}
    forests: list[tuple[Forest, float]] = []
    for chosen in product((True, False), repeat=len(open_)):
        absent = out | {name for name, present in zip(open_, chosen, strict=True) if not present}
        share = math.prod(sure[n] if present else 1 - sure[n] for n, present in zip(open_, chosen, strict=True))
        forests.append(([vote for vote in votes if not vote.recorded or vote.origin not in absent], share))
    return tuple(forest for forest, _ in forests), tuple(share for _, share in forests)


def belief_of(
    book: Casebook,
    count: OriginCount,
    reliabilities: Mapping[SourceClass, Reliability] = PRIORS,
    independent: Mapping[str, float] | None = None,
) -> Belief | None:
    """Return the belief in what an event's testimonies affirm or deny.

    Args:
        book: the event.
        count: its origins.
        reliabilities: of the classes of sources.
        independent: for each origin's name the probability that it has its word from none of the others; None = the
            count of origins is the one forest.

    Returns:
        None where no recorded origin affirms or denies anything; ``proposition_of`` and ``votes_of`` say what votes on
        what.
    """
    proposition, votes = proposition_of(book), votes_of(book, count)
    if proposition is None or not any(vote.recorded for vote in votes):
        return None
    forests, weights = possible(votes, independent or {})
    return belief(forests, proposition, reliabilities, weights)
