"""What a look at each claim of an event is worth: how much would move if it were wrong, times how likely that is.

worth = reach x (sum of what would move) x (1 - product of (1 - each doubt)), 0 upwards; reach = log2(1 + pages) of the
event, so that what stands on one page counts once and what fifteen pages carry four times.

What would move, in steps of the assessment (1 = a judgement on the event turns):
    only-claim     the claim is all that an independent origin has: with one or two such origins the event loses its
                   support or its corroboration (1); with n > 2 one of n (1 / n). Where k claims carry the origin, 1 / k
                   squared of it, since all k would have to be wrong alike
    leading        its figure goes into the leading estimate: 0.6 where it alone gives the estimate's best number,
                   0.3 where it alone sets an end of the range, else 0.6 over the number of sayings; half of each for
                   measures that say nothing of people or arms (other)
    contest        its saying is one that another contradicts, or it denies (0.4)
    alarm          an alarm rests on it (0.2)
    one-of         every claim: 0.2 over the number of claims of the event
Doubts, as probabilities that it was misread:
    link           1 - the score of the weakest link of its chain; below ``FLAGGED`` the finder itself asks for a
                   look (told from 0.02)
    unrecorded     nothing says whose word it is (0.3)
    taken-from     1 - the probability of the arrow that says where it was taken from, at most 0.5
    strays         it was found to say something else than the saying that it relays (0.2; a grave change 0.3)
    suspect        an alarm rests on it (0.1, 0.15 or 0.2 by severity)
    odd-one-out    it contradicts other origins (0.15)
    base           what remains for every claim (0.05)
The numbers are set by judgement, not measured; only the order of the queue depends on them.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.model.card import ClaimWorth, Worth
from reportedly.model.claim import Claim, Measure
from reportedly.model.document import Document
from reportedly.model.event import Event
from reportedly.model.evidence import Alarm, Drift, Edge, EdgeKind, Estimate, Evidence, OriginStanding, Severity
from reportedly.model.reason import Reason

FLAGGED = 0.5
"""Score of a link below which its finder asks for a look."""
BASE_DOUBT = 0.05
_SUSPECT = {Severity.MINOR: 0.1, Severity.SERIOUS: 0.15, Severity.GRAVE: 0.2}
_SHARED = 0.2
_TOLD_FROM = 0.02
"""Doubt about a link from which the reasons name it."""
_DIGITS = 6


@dataclass(frozen=True)
class _Case:
    """One event with what is looked up for each of its claims."""

    evidence: Evidence
    claims: int
    reach: float
    """What the event's pages multiply the worth by."""
    pages: Mapping[str, str]
    """Names of the documents by id."""
    edges: Mapping[str, Edge]
    standings: Mapping[str, OriginStanding]
    drifts: Mapping[str, Sequence[Drift]]
    """What each claim was the first to change."""
    alarms: Mapping[str, Sequence[Alarm]]
    contested: frozenset[str]
    """Ids of testimonies that another contradicts."""


def worths(
    event: Event, evidence: Evidence, claims: Sequence[Claim], documents: Sequence[Document]
) -> tuple[ClaimWorth, ...]:
    """Return what a look at each claim of an event is worth, the most first; equal ones by id.

    Args:
        event: the event.
        evidence: what was found out about it.
        claims: its claims; those of other events are passed over.
        documents: the pages that they stand on, for the words of the reasons; others may be among them.
    """
    wanted = set(event.claim_ids)
    told = [claim for claim in claims if claim.id in wanted]
    case = _case(event, evidence, documents, len({claim.document_id for claim in told}))
    found = [ClaimWorth(claim.id, _worth(claim, case)) for claim in told]
    return tuple(sorted(found, key=lambda one: (-one.worth.value, one.claim_id)))


def _case(event: Event, evidence: Evidence, documents: Sequence[Document], pages: int) -> _Case:
    drifts, alarms = defaultdict[str, list[Drift]](list), defaultdict[str, list[Alarm]](list)
    for drift in evidence.drifts:
        if not drift.inherited:
            drifts[drift.claim_id].append(drift)
    for alarm in evidence.alarms:
        for claim_id in alarm.claim_ids:
            alarms[claim_id].append(alarm)
    return _Case(
        evidence=evidence,
        claims=len(event.claim_ids),
        reach=math.log2(1 + pages),
        pages={one.id: one.outlet or one.title or one.key for one in documents},
        edges={edge.claim_id: edge for edge in evidence.lineage.edges},
        standings={claim: one for one in evidence.origins.origins for claim in one.claim_ids},
        drifts=drifts,
        alarms=alarms,
        contested=frozenset(one for contest in evidence.contests for one in contest.testimony_ids),
    )


def _worth(claim: Claim, case: _Case) -> Worth:
    moves = tuple(_moves(claim, case))
    doubts = tuple(_doubts(claim, case))
    effect = case.reach * (math.fsum(one.weight or 0.0 for one in moves) + _SHARED / max(1, case.claims))
    right = (1 - BASE_DOUBT) * math.prod(1 - (one.weight or 0.0) for one in doubts)
    by_weight = sorted((*moves, *doubts), key=lambda one: (-(one.weight or 0.0), one.code))
    return Worth(round(effect * (1 - right), _DIGITS), tuple(by_weight))


def _moves(claim: Claim, case: _Case) -> Iterator[Reason]:
    """Yield what would move if the claim were wrong, with steps of the assessment as weights."""
    standing = case.standings.get(claim.id)
    if standing is not None and standing.counts and not standing.denies:
        yield from _support(claim, standing, case.evidence.origins.independent)
    if case.evidence.estimates:
        yield from _figure(claim, case.evidence.estimates[0])
    if _contradicts(standing, case):
        yield Reason("moves-contest", "it stands against what another source says", (claim.id,), 0.4)
    for alarm in case.alarms.get(claim.id, ())[:1]:
        yield Reason("moves-alarm", f"an alarm rests on it: {alarm.text}", (claim.id,), 0.2)


def _support(claim: Claim, standing: OriginStanding, independent: int) -> Iterator[Reason]:
    if independent < 1:
        return
    carriers = len(standing.claim_ids)
    weight = (1.0 if independent < 3 else 1 / independent) / carriers**2
    if weight < 0.01:
        return
    name = standing.origin.name or "its source"
    left = "nobody's word" if independent == 1 else f"{independent - 1} of {independent} independent sources"
    carried = "the only claim" if carriers == 1 else f"one of {carriers} claims"
    text = f"it is {carried} that rests on {name}; without that, {left} would remain"
    yield Reason("moves-origin", text, (claim.id,), round(weight, 4))


def _figure(claim: Claim, estimate: Estimate) -> Iterator[Reason]:
    mine = next((one for one in estimate.inputs if one.claim_id == claim.id), None)
    if mine is None:
        return
    others = [one for one in estimate.inputs if one.claim_id != claim.id]
    share = 0.5 if estimate.measure is Measure.OTHER else 1.0
    best = (mine.low, mine.high) if mine.best is None else (mine.best,)
    taken = {end for one in others for end in (one.low, one.high, one.best)}
    about = f"the leading estimate ({estimate.measure})"
    if estimate.best is not None and estimate.best in best and estimate.best not in taken:
        yield Reason("moves-figure", f"{about} takes its best number from it alone", (claim.id,), 0.6 * share)
    elif {estimate.low, estimate.high} & {mine.low, mine.high} - taken - {None}:
        yield Reason("moves-figure", f"it alone sets an end of {about}", (claim.id,), 0.3 * share)
    else:
        weight = round(0.6 * share / (1 + len(others)), 4)
        yield Reason("moves-figure", f"its figure goes into {about}", (claim.id,), weight)


def _contradicts(standing: OriginStanding | None, case: _Case) -> bool:
    if standing is None:
        return False
    return standing.denies or not case.contested.isdisjoint(standing.testimony_ids)


def _doubts(claim: Claim, case: _Case) -> Iterator[Reason]:
    """Yield why the claim may have been misread, with probabilities as weights."""
    weakest = min(claim.chain, key=lambda link: link.score, default=None)
    if weakest is not None and weakest.score <= 1 - _TOLD_FROM:
        flag = ", which the finder itself flags" if weakest.score < FLAGGED else ""
        text = f"the link to {weakest.name} has the score {weakest.score:.2f}{flag}"
        yield Reason("doubt-link", text, (claim.id,), round(min(0.95, 1 - weakest.score), 4))
    yield from _whence(claim, case)
    yield from _strays(claim, case)
    standing = case.standings.get(claim.id)
    if _contradicts(standing, case):
        yield Reason("doubt-contest", "other sources say otherwise", (claim.id,), 0.15)
    worst = max((list(_SUSPECT).index(one.severity) for one in case.alarms.get(claim.id, ())), default=None)
    if worst is not None:
        weight = list(_SUSPECT.values())[worst]
        yield Reason("doubt-alarm", "it looks like a confirmation that is none", (claim.id,), weight)


def _whence(claim: Claim, case: _Case) -> Iterator[Reason]:
    edge = case.edges.get(claim.id)
    if edge is None or edge.kind is EdgeKind.UNRECORDED:
        page = case.pages.get(claim.document_id, "the page")
        yield Reason("doubt-unrecorded", f"{page} does not say whose word it is", (claim.id,), 0.3)
    elif edge.probability < 1:
        chance = f"{100 * edge.probability:.0f} %"
        text = f"where it was taken from is known with a probability of {chance}"
        yield Reason("doubt-taken-from", text, (claim.id,), round(min(0.5, 1 - edge.probability), 4))


def _strays(claim: Claim, case: _Case) -> Iterator[Reason]:
    made = case.drifts.get(claim.id, ())
    if made:
        worst = max(made, key=lambda one: (list(Severity).index(one.severity), one.id))
        weight = 0.3 if worst.severity is Severity.GRAVE else 0.2
        text = f"it says “{worst.after}” where the saying has “{worst.before}”: the relay changed it, or it was misread"
        yield Reason("doubt-strays", text, (claim.id,), weight)
