"""Belief in a proposition: one vote for each independent origin, weighed by class, hedge, interest and shared access.

Log-odds of the proposition are those of the prior plus one likelihood ratio for each vote. A statement that is put
with probability q is soft evidence (Jeffrey): a source that is right with probability r gives the ratio
``(q r + (1-q)(1-r)) / (q (1-r) + (1-q) r)``.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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
_BAND = NormalDist().inv_cdf(0.95)


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
) -> Belief:
    """Return the probability of a proposition, mean over forests, with what each origin adds.

    Args:
        forests: possible lineages, equally probable; at least one. The order of forests and votes does not matter.
        proposition: what is voted on.
        reliabilities: of the classes of sources.
    """
    tallies = [_tally(forest, reliabilities) for forest in forests]
    mean = _mean(tallies)
    names = sorted({one.vote.origin for tally in tallies for one in tally})
    low, high = _interval(tallies)
    parts = [_contribution(name, forests, tallies, mean, reliabilities) for name in names]
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
        found.append(_Weighed(vote, -left if against else left, 0.0))
    return found


def _odds(tally: Sequence[_Weighed]) -> float:
    return log_odds(PRIOR) + math.fsum(one.odds for one in tally)


def _mean(tallies: Sequence[Sequence[_Weighed]]) -> float:
    return math.fsum(probability(_odds(tally)) for tally in tallies) / len(tallies)


def support(forest: Forest, reliabilities: Mapping[SourceClass, Reliability] = PRIORS) -> float:
    """Return the probability of the proposition under one forest."""
    return probability(_odds(_tally(forest, reliabilities)))


def _interval(tallies: Sequence[Sequence[_Weighed]]) -> tuple[float, float]:
    """Return the 5th and 95th hundredth of the probability, over forests and over what reliabilities may be."""
    centres = [(_odds(tally), math.sqrt(math.fsum(one.variance for one in tally))) for tally in tallies]
    ends = [(odds - 5 * width, odds + 5 * width) for odds, width in centres]
    bounds = min(low for low, _ in ends), max(high for _, high in ends)
    return probability(_quantile(centres, 0.05, bounds)), probability(_quantile(centres, 0.95, bounds))


def _quantile(centres: Sequence[tuple[float, float]], share: float, bounds: tuple[float, float]) -> float:
    low, high = bounds
    normal = NormalDist()
    for _ in range(50):
        middle = (low + high) / 2
        below = math.fsum(
            normal.cdf((middle - odds) / width) if width > 0 else float(odds <= middle) for odds, width in centres
        )
        low, high = (middle, high) if below < share * len(centres) else (low, middle)
    return (low + high) / 2


def _contribution(
    name: str,
    forests: Sequence[Forest],
    tallies: Sequence[Sequence[_Weighed]],
    mean: float,
    reliabilities: Mapping[SourceClass, Reliability],
) -> Contribution:
    mine = [one for tally in tallies for one in tally if one.vote.origin == name]
    without = [_tally([vote for vote in forest if _name(vote) != name], reliabilities) for forest in forests]
    present = sum(any(one.vote.origin == name for one in tally) for tally in tallies) / len(tallies)
    odds = math.fsum(one.odds for one in mine) / len(tallies)
    return Contribution(name, odds, present, _mean(without) - mean, _reason(mine, odds))


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


def belief_of(
    book: Casebook, count: OriginCount, reliabilities: Mapping[SourceClass, Reliability] = PRIORS
) -> Belief | None:
    """Return the belief in what an event's testimonies affirm or deny, on the count of origins as the one forest.

    Args:
        book: the event.
        count: its origins.
        reliabilities: of the classes of sources.

    Returns:
        None where nothing is affirmed or denied; see ``proposition_of`` and ``votes_of`` for what votes on what.
    """
    proposition, votes = proposition_of(book), votes_of(book, count)
    return belief([votes], proposition, reliabilities) if proposition is not None and votes else None
