"""The figures of an event as tables and charts print them: each source's, range, model and projects' rules."""

from __future__ import annotations

from reportedly.model.dossier import Dossier
from reportedly.model.evidence import Estimate, Evidence
from reportedly.model.posterior import FigureRole, RuleRange
from reportedly.model.rounding import cap_of, floor_of, shown_range, told_posterior
from reportedly.publish.figure_picture import NO_END, Band, FigureGroup, FigureRow, RuleRow
from reportedly.publish.labels import bound_label, origin_label

_ROLES = {
    FigureRole.FLOOR: "seen or named, a floor",
    FigureRole.CAP: "no more than there were",
    FigureRole.LINK: "through a figure of another measure",
}
"""What a figure does to the model, where it is no count, bound, range or word of its own."""


def figure_groups(dossier: Dossier, evidence: Evidence) -> tuple[FigureGroup, ...]:
    """Return one group for each estimate of an event."""
    return tuple(_group(dossier, estimate) for estimate in evidence.estimates)


def _group(dossier: Dossier, estimate: Estimate) -> FigureGroup:
    shares = estimate.posterior.shares if estimate.posterior else ()
    roles = {one.testimony_id: _ROLES[one.role] for one in shares if one.role in _ROLES}
    inputs = []
    for one in estimate.inputs:
        testimony = dossier.testimony_by_id.get(one.testimony_id)
        name = origin_label(testimony.origin) if testimony else "?"
        label = bound_label(one.low, one.high, one.qualifier)
        if one.testimony_id in roles:
            label += f" ({roles[one.testimony_id]})"
        inputs.append(FigureRow(name, label, one.low, one.high, claim_id=one.claim_id))
    label = bound_label(estimate.low, estimate.high)
    if estimate.best is not None and estimate.best not in {estimate.low, estimate.high}:
        label += f", best {estimate.best:,}"
    scope = f", {estimate.scope}" if estimate.scope else ""
    heading = f"{str(estimate.measure).capitalize()}{': ' + estimate.of if estimate.of else ''}{scope}"
    span = FigureRow("Range", label, estimate.low, estimate.high, estimate.best)
    return FigureGroup(
        heading,
        estimate.policy,
        tuple(inputs),
        span,
        _band(estimate),
        tuple(_rule(one) for one in estimate.rules),
        floor_of(estimate),
        cap_of(estimate),
    )


def _band(estimate: Estimate) -> Band | None:
    posterior = told_posterior(estimate)
    return None if posterior is None else Band(*shown_range(posterior, floor_of(estimate)))


def _rule(one: RuleRange) -> RuleRow:
    low, best, high = (NO_END if end is None else f"{end:,}" for end in (one.low, one.best, one.high))
    return RuleRow(one.rule, low, best, high, one.reason.text)
