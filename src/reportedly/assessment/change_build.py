"""What the sentences on changes share: the two sides of an event, and how a change is put together and weighed."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from reportedly.assessment.case import Case, Tier
from reportedly.assessment.figures import number_range
from reportedly.assessment.likelihood import Judged, judge
from reportedly.assessment.wording import percent, sentence
from reportedly.model.assessment import Likelihood
from reportedly.model.change import Change, ChangeKind, Turn
from reportedly.model.claim import Measure
from reportedly.model.event import Origin
from reportedly.model.evidence import Estimate
from reportedly.model.ids import identifier
from reportedly.model.reason import Reason
from reportedly.model.rounding import told_posterior
from reportedly.model.yardstick import Yardstick

WEIGHTS = {
    ChangeKind.GONE: 9.0,
    ChangeKind.RETRACTED: 9.0,
    ChangeKind.COUNT: 8.0,
    ChangeKind.DENIAL: 7.0,
    ChangeKind.LIKELIHOOD: 7.0,
    ChangeKind.ORIGIN: 7.0,
    ChangeKind.WITHDRAWN: 6.5,
    ChangeKind.OWN_FIGURE: 6.0,
    ChangeKind.LABEL: 5.5,
    ChangeKind.FIGURE: 5.0,
    ChangeKind.ESTIMATE: 5.0,
    ChangeKind.CONTEST: 5.0,
    ChangeKind.EVENT: 4.0,
    ChangeKind.GRADE: 4.0,
    ChangeKind.COPY: 4.0,
    ChangeKind.CONFIDENCE: 3.5,
    ChangeKind.MERGED: 2.0,
    ChangeKind.SPLIT: 1.0,
    ChangeKind.SAYING: 2.5,
    ChangeKind.SENTENCE: 2.0,
    ChangeKind.PAGES: 2.5,
    ChangeKind.REMARKS: 0.0,
}
"""How much each kind of change matters before it is seen how much its event does; ours, from how far each moves what a
reader takes away: whether anything is left, on whose word, how many, how much, how sure."""

_THINGS = frozenset({Measure.ATTACKED, Measure.DESTROYED, Measure.DAMAGED, Measure.LAUNCHED, Measure.INTERCEPTED})
"""Measures that count things rather than people."""

UNATTRIBUTED = 3.0
"""By how much a new event matters less for which nobody's word is on record."""

_TIERS = {Tier.MAJOR: 2.0, Tier.FIGURE: 1.0, Tier.SMALL: 0.0}


@dataclass(frozen=True)
class Sides:
    """One event as it was and as it is."""

    earlier: Case
    later: Case
    yardstick: Yardstick

    @cached_property
    def before(self) -> frozenset[str]:
        """Ids of the claims of the earlier event."""
        return frozenset(self.earlier.claim_ids)

    @cached_property
    def judged(self) -> tuple[Judged, Judged]:
        """What the likelihood rule made of it, and makes of it."""
        return judge(self.earlier, self.yardstick), judge(self.later, self.yardstick)

    def is_new(self, claim_ids: Iterable[str]) -> bool:
        """Say whether none of these claims was part of the earlier event."""
        return self.before.isdisjoint(claim_ids)

    def change(
        self,
        turn: Turn,
        kind: ChangeKind,
        text: str,
        held: tuple[str, str],
        why: Reason,
        claims: tuple[Iterable[str], Iterable[str]] = ((), ()),
        likelihood: Likelihood | None = None,
    ) -> Change:
        """Return a change of this event; without claims of its own it rests on the claims that carry the event."""
        before = self.earlier.known(claims[0]) or self.earlier.core or self.earlier.claim_ids
        after = self.later.known(claims[1]) or self.later.core or self.later.claim_ids
        return made(turn, kind, text, (self.earlier, self.later), held, why, (before, after), likelihood)


def made(
    turn: Turn,
    kind: ChangeKind,
    text: str,
    cases: tuple[Case | None, Case | None],
    held: tuple[str, str],
    why: Reason,
    claims: tuple[tuple[str, ...], tuple[str, ...]],
    likelihood: Likelihood | None = None,
    less: float = 0.0,
) -> Change:
    """Return a change with id and weight.

    Args:
        turn: which way belief turned.
        kind: what changed.
        text: the sentence; its first letter and full stop are seen to.
        cases: the event as it was and as it is.
        held: what was held and what is, in short.
        why: what brought it about.
        claims: the claims of both views that it rests on.
        likelihood: the likelihood that the sentence prints.
        less: by how much it matters less than others of its kind.
    """
    text = sentence(text)
    earlier, later = ((case.event.id,) if case else () for case in cases)
    name = identifier("chg", kind, text, earlier, later, claims[0], claims[1])
    weight = round(WEIGHTS[kind] - less + max(_standing(case) for case in cases), 3)
    return Change(name, turn, kind, text, earlier, later, *held, why, *claims, weight, likelihood)


def _standing(case: Case | None) -> float:
    """Return how much an event matters: by what there is to say of it, and by its pages, a doubling of them as one."""
    if case is None:
        return 0.0
    return _TIERS[case.tier] + math.log2(1 + len(case.page_ids(case.carrying)))


def is_minor(case: Case) -> bool:
    """Say whether an event is no more than a remark: of one report in its own voice, without a figure."""
    if any(reason.code == "remark" for reason in case.event.reasons):
        return True
    return case.tier is Tier.SMALL and not case.affirming and not case.denying


def origin_key(origin: Origin) -> str:
    """Return what tells an origin from others in both views: its actor, or else its name."""
    return origin.actor_id or " ".join(origin.name.casefold().split())


def keys(case: Case, denying: bool | None = None) -> set[str]:
    """Return the recorded origins of an event, or only those that deny, or that do not."""
    standings = case.evidence.origins.origins
    return {origin_key(one.origin) for one in standings if one.origin.recorded and denying in {None, one.denies}}


def estimate_figure(estimate: Estimate) -> str:
    """Return an estimate's figures in words: the best with its range, or the range alone."""
    posterior = told_posterior(estimate)
    if posterior is not None:
        return f"{round(posterior.best):,} ({round(posterior.low):,}\u2013{round(posterior.high):,})"
    low, high = estimate.low, estimate.high
    both = low is not None and high is not None and low != high
    bounds = f"{low:,}\u2013{high:,}" if both else number_range(low, high) or "open"
    if estimate.best in {None, estimate.low} or estimate.low == estimate.high:
        return bounds
    return f"{estimate.best:,} ({bounds})"


def measure_noun(measure: Measure, of: str) -> str:
    """Return what a measure counts as a noun: ``those killed``, ``casualties``, ``what was destroyed``."""
    if measure is Measure.OTHER:
        return of or "what is counted"
    if measure is Measure.CASUALTIES:
        return str(measure)
    return f"what was {measure}" if measure in _THINGS else f"those {measure}"


def likelihood_words(likelihood: Likelihood | None) -> str:
    """Return a likelihood as word and number; empty for none."""
    return f"{likelihood.word} ({percent(likelihood.low, likelihood.high)})" if likelihood else ""


def has_any(left: Iterable[str], right: Collection[str]) -> bool:
    """Say whether two sets of ids share one."""
    return any(one in right for one in left)
