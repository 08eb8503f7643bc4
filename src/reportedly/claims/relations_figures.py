"""Tie the figures of a document's claims to each other: parts of totals, updates, additions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.relations_parts import parts_in
from reportedly.claims.relations_told import told_figures
from reportedly.claims.relations_updates import additions_in, updates_in
from reportedly.model.claim import Claim, FigureRelation, Ground, Relation


def with_figure_relations(claims: Sequence[Claim], text: str) -> tuple[Claim, ...]:
    """Return the claims with what their figures have to do with each other.

    Args:
        claims: all claims of one document.
        text: the document's text.
    """
    figures = told_figures(claims)
    parts = list(parts_in(text, figures))
    within = frozenset(figure.span for figure, _ in parts)
    added = list(additions_in(text, figures, within))
    beside = within | {figure.span for figure, _ in added}
    found: dict[str, list[FigureRelation]] = {}
    for figure, relation in (*parts, *added, *updates_in(text, figures, beside)):
        found.setdefault(figure.claim.id, []).append(relation)
    return tuple(_with(claim, found.get(claim.id, ())) for claim in claims)


def _with(claim: Claim, found: Sequence[FigureRelation]) -> Claim:
    if not found:
        return claim
    once = {(one.figure, one.type, one.to, one.to_figure): one for one in reversed(found)}
    ordered = tuple(once[key] for key in sorted(once))
    outward = next((one for one in found if one.to != claim.id), None)
    if claim.relation is not None or outward is None:
        return replace(claim, figure_relations=ordered)
    ground = Ground("relation", outward.ground.rule, outward.ground.spans)
    whole = Relation(outward.type, outward.to)
    return replace(claim, relation=whole, grounds=(*claim.grounds, ground), figure_relations=ordered)
