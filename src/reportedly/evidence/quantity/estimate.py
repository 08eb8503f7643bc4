"""Posteriors of the numbers of one event, with the reasons for them in plain words."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportedly.evidence.casebook import Casebook
from reportedly.evidence.quantity.disagree import conflicts_of
from reportedly.evidence.quantity.fuse import Fused, Share, fused
from reportedly.evidence.quantity.neighbours import Key, cap_of, cap_reason, neighbours_of
from reportedly.evidence.quantity.noise import steps_of
from reportedly.evidence.quantity.reading import Reader, Reading, Told, used
from reportedly.evidence.quantity.spec import Part, Rule, Spec
from reportedly.evidence.quantity.standpoint import Standpoint, standpoint_of
from reportedly.model.claim import Measure, Scope
from reportedly.model.counting import Convention
from reportedly.model.event import Testimony
from reportedly.model.posterior import FigureRole, FigureShare, Posterior
from reportedly.model.quantity_priors import Assumption, QuantityPriors, SideRelation
from reportedly.model.reason import Reason
from reportedly.model.wording import content

_BENT_WORDS = {
    SideRelation.ENEMY: "speaks of its enemy's losses",
    SideRelation.OWN: "speaks of its own losses",
    SideRelation.UNKNOWN: "is a party, but which way it leans on this is not known",
    SideRelation.NEUTRAL: "belongs to no party",
}
_DIGITS = 6
"""Digits that are kept, fewer than machines differ in."""
_SHOWS = 0.05
"""Difference of logarithms from which a factor is worth telling."""
_NINE_IN_TEN = 1.645
"""Standard deviations within which nine in ten of normal values lie."""


def posteriors_of(
    book: Casebook,
    firm: Mapping[Key, Sequence[Testimony]],
    convention: Convention,
    priors: QuantityPriors,
) -> dict[Key, Posterior]:
    """Return what the figures of an event make probable, one posterior for each number that can be inferred.

    Args:
        book: the event.
        firm: the standing testimonies of independent origins for each measure, kind of people and scope.
        convention: the table by which vague words become intervals.
        priors: what is taken for granted; with none, nothing is inferred.
    """
    if not priors:
        return {}
    reader = Reader(book, convention, priors)
    heard = {key: [one for one in told if one.origin.recorded] for key, told in firm.items()}
    heard = {key: told for key, told in heard.items() if told and _of_one_thing(key, told)}
    found = {key: _posterior(reader, key, heard) for key in heard}
    return {key: posterior for key, posterior in found.items() if posterior is not None}


def _of_one_thing(key: Key, told: Sequence[Testimony]) -> bool:
    """Say whether figures are of one number: those of no measure only where several count things of one name."""
    if key[0] is not Measure.OTHER:
        return True
    named = [set(content(one.quantity.of)) for one in told if one.quantity is not None]
    return len(named) > 1 and bool(set.intersection(*named))


def _posterior(reader: Reader, key: Key, firm: Mapping[Key, Sequence[Testimony]]) -> Posterior | None:
    into = Reading()
    seen = standpoint_of(reader.book, firm[key])
    beside = neighbours_of(key, firm, reader)
    newest = reader.newest(one for some in (firm[key], *beside.values()) for one in some)
    own = reader.read(firm[key], seen, into, newest)
    if not own:
        return None
    others = [
        one
        for part, some in beside.items()
        for one in reader.read(some, standpoint_of(reader.book, some), into, newest, part)
    ]
    told = [*own, *others]
    specs = [one.spec for one in told]
    reasons = [*into.reasons, *_reasons(own, others, seen)]
    capped = cap_of(reader.book, key, seen, told)
    if capped is not None:
        specs.append(Spec(FigureRole.CAP, None, capped[1], 1.0, party=-1, origin=-1))
        reasons.append(cap_reason(*capped))
    reasons += _noted(own, others, into, reader.priors)
    rule = _rule(reader.priors)
    plain = _plain(specs)
    ordered = sorted(range(len(plain)), key=lambda at: plain[at].rank)
    result = fused(tuple(plain[at] for at in ordered), rule)
    by_place = dict(zip(ordered, result.shares, strict=True))
    shares = [_figure_share(one, by_place[at], result) for at, one in enumerate(told)]
    return Posterior(
        best=result.best,
        half_low=result.half[0],
        half_high=result.half[1],
        low=result.full[0],
        high=result.full[1],
        shares=tuple(sorted(_shared_out(shares), key=lambda one: (-one.share, one.testimony_id))),
        priors=tuple(into.priors[name] for name in sorted(into.priors)),
        conflicts=conflicts_of(own, rule.shared),
        reasons=tuple(reasons),
    )


def _plain(specs: Sequence[Spec]) -> list[Spec]:
    """Return specs whose parties and origins are numbered by first appearance, so that equal cases are equal."""
    parties: dict[int, int] = {}
    origins: dict[int, int] = {}
    return [
        replace(
            spec,
            party=parties.setdefault(spec.party, len(parties)),
            origin=origins.setdefault(spec.origin, len(origins)),
        )
        for spec in specs
    ]


def _rule(priors: QuantityPriors) -> Rule:
    ratio = priors.value(Assumption.WOUNDED)
    return Rule(
        priors.value(Assumption.SHARED).factor,
        priors.value(Assumption.HEAPED).factor,
        (math.log(ratio.factor), ratio.spread),
    )


def _shared_out(shares: Sequence[FigureShare]) -> list[FigureShare]:
    """Return shares that sum to 1 where a cap has taken a part of the whole."""
    whole = sum(one.share for one in shares)
    return [replace(one, share=round(one.share / whole if whole > 0 else 1 / len(shares), _DIGITS)) for one in shares]


def _figure_share(one: Told, share: Share, result: Fused) -> FigureShare:
    role = one.spec.role if one.spec.part is Part.SELF else FigureRole.LINK
    return FigureShare(
        testimony_id=one.testimony.id,
        claim_id=one.claim_id,
        origin=one.testimony.origin.name,
        role=role,
        factor=round(share.factor, _DIGITS),
        share=share.share,
        without=share.without,
        shift=None if share.shift is None else round(share.shift, _DIGITS),
        reason=Reason("figure", _share_words(one, share, result), (one.claim_id,)),
    )


def _share_words(one: Told, share: Share, result: Fused) -> str:
    words = one.text
    if one.spec.role is not FigureRole.FLOOR:
        words += f"; the origin {_BENT_WORDS[one.relation]}, where figures are {_off(one.bias.factor)} as a rule"
        if abs(math.log(share.factor / one.bias.factor)) > _SHOWS:
            words += f"; beside the others this one seems to be {_off(share.factor)}"
    if one.spec.part is not Part.SELF and one.testimony.quantity is not None:
        words = f"the {one.testimony.quantity.measure}: {words}"
    if share.without is not None and share.without != result.best:
        words += f"; without it the best estimate is {share.without:,.0f}"
    return words


def _off(factor: float) -> str:
    if abs(math.log(factor)) < _SHOWS:
        return "neither too high nor too low"
    return f"{factor:.1f} times the number" if factor > 1 else f"{factor:.1f} of the number"


def _reasons(own: Sequence[Told], others: Sequence[Told], seen: Standpoint) -> Iterator[Reason]:
    """Yield what a reader must know first: on whose word the number rests, and what bounds it."""
    soft = [one for one in [*own, *others] if one.spec.role is not FigureRole.FLOOR]
    sides = {one.testimony.origin.side for one in soft}
    bent = [one for one in soft if one.relation is not SideRelation.NEUTRAL]
    if soft and len(bent) == len(soft) and len(sides) == 1:
        side = soft[0].testimony.origin.side or soft[0].testimony.origin.name
        most = soft[0]
        of = f" ({' and '.join(seen.sides)})" if seen.sides and most.relation is SideRelation.ENEMY else ""
        text = (
            f"it rests on the word of {side} alone, which {_BENT_WORDS[most.relation]}{of}: such figures are"
            f" {_off(most.bias.factor)} as a rule, but one in ten is off by more than a factor of"
            f" {math.exp(_NINE_IN_TEN * most.bias.spread):.1f} from that, so the range is wide"
        )
        yield Reason("one-party", text, tuple(one.claim_id for one in soft))
    for one in own:
        if one.spec.role is FigureRole.FLOOR:
            yield Reason("floor", one.text, (one.claim_id,))
    for one in others:
        quantity = one.testimony.quantity
        text = f"the {quantity.measure if quantity else 'figure'} told by {one.testimony.origin.name} bears on it"
        yield Reason("link", text, (one.claim_id,))


def _noted(own: Sequence[Told], others: Sequence[Told], into: Reading, priors: QuantityPriors) -> list[Reason]:
    """Note the assumptions that hold for all figures together and return reasons for those that show."""
    reasons = [Reason("prior", "before any figure every order of magnitude is equally probable")]
    parties = [one.spec.party for one in own if one.spec.role is not FigureRole.FLOOR]
    wanted = [Assumption.SHARED] if len(set(parties)) < len(parties) else []
    if others:
        wanted.append(Assumption.WOUNDED)
    rounded = [one for one in own if one.spec.role is FigureRole.COUNT and steps_of(one.spec.point)[-1] > 1]
    if rounded:
        wanted.append(Assumption.HEAPED)
        steps = {int(steps_of(one.spec.point)[-1]) for one in rounded}
        text = f"round figures are taken as rounded, to {max(steps):,} at the coarsest"
        reasons.append(Reason("round", text, tuple(one.claim_id for one in rounded)))
    for name in wanted:
        value = used(name, priors)
        into.priors[value.name] = value
    return reasons


def falls(told: Sequence[Testimony]) -> Iterator[Reason]:
    """Yield each running total that is lower than an earlier one of the same origin."""
    held = {one.id: one for one in told}
    for one in told:
        before = held.get(one.revises or "")
        if before is None or before.quantity is None or one.quantity is None:
            continue
        old, new = before.quantity, one.quantity
        if new.scope is not Scope.CUMULATIVE or old.low is None or new.high is None or old.low <= new.high:
            continue
        text = f"the total of {one.origin.name or 'one origin'} falls from {old.low:,} to {new.high:,}"
        yield Reason("falls", text, (*before.claim_ids[:1], *one.claim_ids[:1]))
