"""The likelihood rule: from independent origins to a probability, each step a reason that can be read.

The rule is ours and deliberately plain. It speaks of one thing only: whether what an event is named after is so.
Origins that affirm another figure of the same event do not count for it.

1. No likelihood is given where nothing supports one: fewer than two independent origins that affirm; all of them of one
   party to a conflict; no origin on record; content that is a view, a plan or a forecast; or a figure outside the
   90 % range that all figures on it give together.
2. Otherwise it starts at even odds and adds log-odds: +0.5 for each independent origin, but +0.25 for a second and
   later origin of one and the same party, since they share an interest; +0.5 once where an origin offers footage, a
   document, an intercept or data; -1 for each origin that denies; -0.25 where testimonies contradict one another.
3. A hedged origin adds only the share ``2m - 1`` of its weight, ``m`` being the middle of its probability word, so
   that ``likely`` adds about a third and ``unlikely`` takes away.
4. The result is kept between 0.05 and 0.949: reading reports alone makes nothing almost certain.

Two plain independent origins give 0.73 (likely), three give 0.82 (very likely), two against one denial 0.5 (roughly
even chance). The word comes from the yardstick, and its interval is printed with it. Where the yardstick leaves a gap
on purpose, as PHIA does, the nearest word is taken, since the inner edges are approximate; a reason says so.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from reportedly.assessment.case import Case
from reportedly.assessment.names import origin_name
from reportedly.model.assessment import Likelihood
from reportedly.model.claim import Basis
from reportedly.model.evidence import OriginStanding
from reportedly.model.reason import Reason
from reportedly.model.yardstick import Yardstick

ORIGIN = 0.5
SAME_PARTY = 0.25
MATERIAL = 0.5
DENIAL = -1.0
CONTRADICTION = -0.25
FLOOR, CEILING = 0.05, 0.949

_MATERIAL = frozenset({Basis.FOOTAGE, Basis.DOCUMENT, Basis.INTERCEPT, Basis.DATA})


@dataclass(frozen=True, slots=True)
class Judged:
    """What the likelihood rule makes of an event: a likelihood, or none, with the reasons either way."""

    likelihood: Likelihood | None
    reasons: tuple[Reason, ...]


def judge(case: Case, yardstick: Yardstick) -> Judged:
    """Apply the rule of this module to one event."""
    refusal = _refusal(case)
    if refusal:
        return Judged(None, (refusal,))
    reasons = _weights(case)
    odds = sum(reason.weight or 0.0 for reason in reasons)
    probability = min(max(1 / (1 + math.exp(-odds)), FLOOR), CEILING)
    band, gap = yardstick.nearest(probability), yardstick.gap(probability)
    if gap:
        word = f"; the nearest is {band.words[0]}" if band else ""
        text = f"{yardstick.name} has no word at {probability:.2f}, {gap.text}{word}"
        reasons = (*reasons, Reason("yardstick-gap", text))
    if band is None:
        return Judged(None, reasons)
    total = Reason("rule", f"log-odds of {odds:+.2f} give a probability of {probability:.2f}", case.claim_ids, odds)
    return Judged(Likelihood(band.words[0], band.low, band.high, yardstick.name, probability), (*reasons, total))


def _refusal(case: Case) -> Reason | None:
    ids = case.claim_ids
    if not case.is_factual:
        return Reason("no-fact", "the content is a view, a plan or a forecast, which origins do not settle", ids)
    if not case.affirming:
        return Reason("no-origin", "no page says whose word it is", ids)
    if case.independent < 2:
        return Reason("one-origin", "one origin alone supports no likelihood", ids)
    if case.party:
        return Reason("one-side", "all origins belong to one party to the conflict", ids)
    if case.is_outlier:
        return Reason("outside-range", "it lies outside the 90 % range that all figures on it give together", ids)
    return None


def _weights(case: Case) -> tuple[Reason, ...]:
    reasons: list[Reason] = []
    parties: set[str] = set()
    for standing in case.affirming:
        party = standing.origin.side
        weight = SAME_PARTY if party in parties else ORIGIN
        if party:
            parties.add(party)
        share = _flatness(case, standing)
        name = origin_name(standing.origin)
        hedged = "" if share == 1 else f", hedged: {share:+.2f} of its weight"
        reasons.append(Reason("origin", f"{name} affirms it{hedged}", standing.claim_ids, round(weight * share, 4)))
    material = [claim for claim in case.claims if claim.id in case.core and claim.basis in _MATERIAL]
    if material:
        text = f"an origin offers {material[0].basis}"
        reasons.append(Reason("material", text, tuple(claim.id for claim in material), MATERIAL))
    reasons.extend(
        Reason("denial", f"{origin_name(standing.origin)} denies it", standing.claim_ids, DENIAL)
        for standing in case.denying
    )
    if case.evidence.contests and not case.denying:
        about = case.evidence.contests[0].about
        reasons.append(Reason("contest", f"the origins differ on {about}", case.claim_ids, CONTRADICTION))
    return tuple(reasons)


def _flatness(case: Case, standing: OriginStanding) -> float:
    hedges = [case.claim_by_id[one].certainty for one in standing.claim_ids if one in case.claim_by_id]
    if not hedges or any(hedge is None for hedge in hedges):
        return 1.0
    middles = [(hedge.low + hedge.high) / 2 for hedge in hedges if hedge]
    return round(2 * max(middles) - 1, 4)
