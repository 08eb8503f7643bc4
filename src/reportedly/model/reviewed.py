"""How people's decisions about claims take effect: claims as the machine read them in, claims as they count out.

Machine and person never overwrite each other. The machine's reading stays what the machine last read; the person's
decision stays what the person decided, about the reading that it was decided on. What counts is worked out from both
whenever it is asked for, so that a decision that is withdrawn leaves nothing behind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from reportedly.model.claim import Claim, FigureRelation, Relation
from reportedly.model.review import Decision, Review
from reportedly.model.span import Span

Coders = Mapping[str, Collection[str]]
"""Names of the coders of each blind round, by the round's name."""

SAME_WORDS = 0.8
"""Share of all their characters that two spans must have in common for a reading that was shifted to be the same."""
_NO_ROUNDS: Coders = MappingProxyType({})


def effective(claims: Iterable[Claim], reviews: Iterable[Review], coders: Coders = _NO_ROUNDS) -> tuple[Claim, ...]:
    """Return claims as they count: rejected ones gone, corrected ones replaced, added ones there.

    A decision holds for whatever the machine reads later at the same words: where the machine no longer finds the claim
    the person's reading stays, and where it finds nearly the same words under another id, that is the same claim.
    References to claims and figures that do not count any more are dropped.

    Args:
        claims: all claims of the documents concerned, as the machine reads them now.
        reviews: the decisions in force about claims of these documents, oldest first.
        coders: the coders of the rounds; a round that is not there has not been agreed on.

    Returns:
        The claims of documents without a decision that holds as they were; all others by id.
    """
    machine = tuple(claims)
    holding = holds(reviews, coders)
    if not holding:
        return machine
    touched = {review.document_id for review in holding.values()}
    read: dict[str, list[Claim]] = defaultdict(list)
    for claim in machine:
        if claim.document_id in touched:
            read[claim.document_id].append(claim)
    decided: dict[str, list[Review]] = defaultdict(list)
    for review in holding.values():
        decided[review.document_id].append(review)
    untouched = [claim for claim in machine if claim.document_id not in touched]
    counted = [claim for document in sorted(touched) for claim in _of_document(read[document], decided[document])]
    return tuple(sorted([*untouched, *counted], key=lambda claim: claim.id))


def holds(reviews: Iterable[Review], coders: Coders = _NO_ROUNDS) -> dict[str, Review]:
    """Return the one decision about each claim that holds, by the claim's id; claims without one are left out.

    Args:
        reviews: the decisions in force, oldest first.
        coders: the coders of the rounds.
    """
    told: dict[str, list[Review]] = defaultdict(list)
    for review in reviews:
        told[review.claim_id].append(review)
    found = {claim: _holding(decisions, coders) for claim, decisions in told.items()}
    return {claim: review for claim, review in found.items() if review is not None}


def disclosed(reviews: Sequence[Review], coders: Coders = _NO_ROUNDS) -> tuple[Review, ...]:
    """Return the decisions that anybody may see: those of a blind round only where it has been decided.

    Args:
        reviews: the decisions in force, oldest first.
        coders: the coders of the rounds.
    """
    holding = holds(reviews, coders)

    def is_open(review: Review) -> bool:
        held = holding.get(review.claim_id)
        decided = held is not None and (held.adjudicates or held.round == review.round)
        return not review.round or review.adjudicates or decided

    return tuple(review for review in reviews if is_open(review))


def same_reading(left: Claim | None, right: Claim | None) -> bool:
    """Say whether two readings of a claim tell the same, by whatever rule and however surely each was found."""
    if left is None or right is None:
        return left is right
    return _told(left) == _told(right)


def is_stale(review: Review, machine: Claim | None) -> bool:
    """Say whether the machine reads the claim otherwise now than when the decision was made.

    Args:
        review: the decision.
        machine: the claim as the machine reads it now; None where it does not find it.
    """
    return not same_reading(review.machine, machine)


def _holding(decisions: Sequence[Review], coders: Coders) -> Review | None:
    sure = [review for review in decisions if review.decision is not Decision.UNSURE]
    adjudicated = [review for review in sure if review.adjudicates]
    if adjudicated:
        return adjudicated[-1]
    agreed = {
        last.id
        for name in {review.round for review in decisions if review.round}
        if (
            last := _agreed(
                [one for one in decisions if one.round == name and not one.adjudicates], coders.get(name, ())
            )
        )
    }
    standing = [review for review in sure if not review.round or review.id in agreed]
    return standing[-1] if standing else None


def _agreed(decisions: Sequence[Review], coders: Collection[str]) -> Review | None:
    """Return the last decision of a round where all its coders decided the same; else None."""
    by_coder = {review.author: review for review in decisions if review.author in coders}
    if not by_coder or set(by_coder) != set(coders):
        return None
    told = [review for review in decisions if review.author in coders]
    first = told[0]
    same = all(one.decision is first.decision and same_reading(one.reading, first.reading) for one in told)
    return told[-1] if same else None


def _of_document(machine: Sequence[Claim], reviews: Sequence[Review]) -> list[Claim]:
    decided = {review.claim_id: review for review in reviews}
    found = {claim.id for claim in machine}
    counted: list[Claim] = []
    moved: dict[str, str] = {}
    for claim in machine:
        if claim.id in decided:
            continue
        taken = next((review for review in reviews if _is_same(claim, review, found)), None)
        if taken is None:
            counted.append(claim)
        else:
            moved[claim.id] = taken.claim_id
    counted += [reading for review in reviews if (reading := review.reading) is not None]
    return _tidied(counted, moved)


def _is_same(claim: Claim, review: Review, found: Collection[str]) -> bool:
    """Say whether a claim of another id is the one that a decision was made about."""
    if review.corrected is not None and review.corrected.span == claim.span:
        return True
    before = review.machine
    return before is not None and review.claim_id not in found and _likeness(before.span, claim.span) >= SAME_WORDS


def _likeness(left: Span, right: Span) -> float:
    shared = min(left.end, right.end) - max(left.start, right.start)
    return shared / (len(left) + len(right) - shared) if shared > 0 else 0.0


def _tidied(claims: Sequence[Claim], moved: Mapping[str, str]) -> list[Claim]:
    """Drop what points at claims or figures that are not there, and point at what took a claim's place."""
    figures = {claim.id: len(claim.quantities) for claim in claims}

    def there(claim: str | None) -> str | None:
        named = moved.get(claim, claim) if claim is not None else None
        return named if named in figures else None

    def related(claim: Claim) -> Relation | None:
        to = there(claim.relation.to) if claim.relation else None
        return replace(claim.relation, to=to) if claim.relation and to and to != claim.id else None

    def between(claim: Claim) -> tuple[FigureRelation, ...]:
        found = ((one, there(one.to)) for one in claim.figure_relations)
        kept = (replace(one, to=to) for one, to in found if to is not None)
        return tuple(r for r in kept if r.figure < len(claim.quantities) and r.to_figure < figures[r.to])

    return [
        replace(
            claim,
            relation=related(claim),
            figure_relations=between(claim),
            causes=tuple(
                replace(one, cause_claim=there(one.cause_claim), effect_claim=there(one.effect_claim))
                for one in claim.causes
            ),
        )
        for claim in claims
    ]


def _told(claim: Claim) -> Claim:
    return replace(
        claim,
        chain=tuple(replace(link, rule="", score=1.0) for link in claim.chain),
        where=tuple(replace(place, at=None) for place in claim.where),
        causes=tuple(replace(one, rule="") for one in claim.causes),
        figure_relations=(),
        relation=None,
        grounds=(),
    )
