"""How claims and their figures stand to others, in words that name the other claim by its number."""

from __future__ import annotations

from collections.abc import Mapping

from reportedly.model.claim import Claim, FigureRelation
from reportedly.publish.labels import bound_label


def relation_words(claim: Claim, claims: Mapping[str, Claim], numbers: Mapping[str, int]) -> list[str]:
    """Return one phrase for each relation: ``600 killed part of 4,700 casualties``, ``more than claim 3, 2 times``.

    Args:
        claim: the claim whose relations are told.
        claims: all claims by id.
        numbers: the numbers that the report gives to claims.
    """
    told = [_figure_words(claim, one, claims, numbers) for one in claim.figure_relations]
    whole = claim.relation
    if whole is not None and whole.to in numbers and all(one.to != whole.to for one in claim.figure_relations):
        times = "" if whole.factor is None else f", {whole.factor:.3g} times"
        told.append(f"{whole.type} claim {numbers[whole.to]}{times}")
    return [words for words in told if words]


def _figure_words(
    claim: Claim, relation: FigureRelation, claims: Mapping[str, Claim], numbers: Mapping[str, int]
) -> str:
    other = claims.get(relation.to)
    if other is None or relation.to_figure >= len(other.quantities):
        return ""
    where = "" if other.id == claim.id or other.id not in numbers else f" (claim {numbers[other.id]})"
    own, theirs = (
        f"{bound_label(one.low, one.high, one.qualifier)} {one.measure}"
        for one in (claim.quantities[relation.figure], other.quantities[relation.to_figure])
    )
    return f"{own} {relation.type} {theirs}{where}"
