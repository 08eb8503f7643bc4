"""One event in a line of the dossier, drawn from the dossier of that event alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from reportedly.assessment.case import Case, build_cases
from reportedly.assessment.key import leading_estimate
from reportedly.model.assessment import Finding, Section
from reportedly.model.card import AlarmMark, EventCard, OriginMark
from reportedly.model.claim import Measure
from reportedly.model.dossier import Dossier
from reportedly.model.event import Event, Grouping
from reportedly.model.evidence import Alarm, EdgeKind, Estimate, Evidence, OriginStanding, Severity
from reportedly.model.rounding import floor_of, shown_range, told_posterior
from reportedly.pipeline.workbench.interest import worth_of
from reportedly.publish.labels import bound_label, cut

_OF = 60
"""Characters of whom a figure counts, on a card."""


def card_of(dossier: Dossier) -> EventCard:
    """Return the card of the one event of a dossier.

    It counts as the report does: an origin counts where it is independent and bears out what the first key judgement
    says, so that the marks never show more support than the sentence beside them.

    Args:
        dossier: of one event, with its claims, testimonies and evidence.

    Raises:
        ValueError: where the dossier holds no event, several, or one that was not weighed.
    """
    (event,) = dossier.events
    (evidence,) = dossier.evidence
    case = _case(dossier, event)
    findings = [one for one in dossier.assessment.findings if one.event_id == event.id]
    marks = tuple(_marks(dossier, event, evidence, _core(dossier, evidence, findings)))
    pages = {one.document_id for one in dossier.claims}
    denied = any(one.denies for one in evidence.origins.origins)
    contested = bool(evidence.contests) or denied
    alarms = tuple(_alarm(one) for one in sorted(evidence.alarms, key=_gravest_first))
    independent = sum(mark.counts for mark in marks)
    estimate = _leading(case, evidence)
    sides = {mark.side for mark in marks if mark.side}
    days = [document.day for document in dossier.documents if document.id in pages and document.day]
    return EventCard(
        event_id=event.id,
        label=event.label[:1].upper() + event.label[1:],
        kind=event.kind,
        first=event.when.first if event.when else None,
        last=event.when.last if event.when else None,
        places=event.where,
        measures=event.measures,
        pages=len(pages),
        testimonies=len(event.testimony_ids),
        origins=marks,
        independent=independent,
        sides=evidence.origins.sides,
        grade=evidence.grade.code,
        confidence=evidence.grade.confidence,
        label_of_incident=evidence.grade.label,
        alarms=alarms,
        drifts=len(evidence.drifts),
        contested=contested,
        estimate=_estimate_words(case, estimate) if estimate else "",
        key=_first_sentence(findings),
        changed=max(days, default=None),
        interest=worth_of(len(pages), independent, sides, contested, alarms, evidence.drifts, estimate),
    )


def _case(dossier: Dossier, event: Event) -> Case | None:
    grouping = Grouping((event,), dossier.testimonies, ())
    return next(iter(build_cases(grouping, dossier.evidence, dossier.claims, dossier.documents)), None)


def _first_sentence(findings: Collection[Finding]) -> str:
    """Return the first key judgement; the first sentence of any kind where there is none to judge."""
    keys = [one for one in findings if one.section is Section.KEY_JUDGEMENTS]
    return next((one.text for one in (*keys, *findings)), "")


def _core(dossier: Dossier, evidence: Evidence, findings: Collection[Finding]) -> set[str]:
    """Return the claims that the first key judgement counts; all that affirm where there is none."""
    denied = {claim for one in evidence.origins.origins if one.denies for claim in one.claim_ids}
    key = next((one for one in findings if one.section is Section.KEY_JUDGEMENTS), None)
    return {*(key.claim_ids if key else (claim.id for claim in dossier.claims))} - denied


def _marks(dossier: Dossier, event: Event, evidence: Evidence, core: Collection[str]) -> Iterator[OriginMark]:
    """Yield one mark an origin with the pages that lead to it, and one for all pages that name nobody."""
    edges = evidence.lineage.edges
    bare = {one.claim_id for one in edges if one.kind is EdgeKind.UNRECORDED} | {*evidence.origins.unrecorded_claim_ids}
    recorded = [one for one in evidence.origins.origins if one.origin.recorded]
    marks = [_mark(dossier, one, bare, core) for one in recorded]
    yield from sorted(marks, key=lambda one: (not one.counts, one.denies, not one.beside, -one.pages, one.name))
    placed = {claim for one in recorded for claim in one.claim_ids} - bare
    for testimony in dossier.testimonies:
        if any(testimony.id in one.testimony_ids for one in recorded):
            placed |= {*testimony.claim_ids} - bare
    nobodys = _pages(dossier, {*event.claim_ids} - placed)
    if nobodys:
        yield OriginMark("", None, nobodys, counts=False, recorded=False)


def _mark(dossier: Dossier, one: OriginStanding, bare: Collection[str], core: Collection[str]) -> OriginMark:
    bears = not one.denies and any(claim in core for claim in one.claim_ids)
    pages = _pages(dossier, {*one.claim_ids} - {*bare})
    beside = one.counts and not one.denies and not bears
    return OriginMark(one.origin.name, one.origin.side, pages, one.counts and bears, one.denies, True, beside)


def _pages(dossier: Dossier, claim_ids: Collection[str]) -> int:
    known = dossier.claim_by_id
    return len({known[one].document_id for one in claim_ids if one in known})


def _gravest_first(alarm: Alarm) -> tuple[int, str, str]:
    return (-list(Severity).index(alarm.severity), str(alarm.code), alarm.id)


def _alarm(alarm: Alarm) -> AlarmMark:
    return AlarmMark(str(alarm.code), str(alarm.severity), f"looks like {alarm.looks_like}; is {alarm.text}")


def _leading(case: Case | None, evidence: Evidence) -> Estimate | None:
    """Return the estimate of the figure that the event is named after, or else its first."""
    leading = case.leading if case else None
    for estimate in evidence.estimates:
        if leading is not None and leading.id in {one.testimony_id for one in estimate.inputs}:
            return estimate
    return next(iter(evidence.estimates), None)


def _estimate_words(case: Case | None, estimate: Estimate) -> str:
    """Return a range in words; a modelled one only where the key judgements and the chart both tell it."""
    whom = f" ({cut(estimate.of, _OF)})" if estimate.of else ""
    what = f"{estimate.measure}{whom}"
    if estimate.measure is Measure.OTHER:
        what = cut(estimate.of, _OF) or "counted"
    posterior = told_posterior(estimate)
    if case is not None and posterior is not None and leading_estimate(case) is estimate:
        low, _, best, _, high = shown_range(posterior, floor_of(estimate))
        about = "about " if best > _EXACT else ""
        span = f"90 % range {low:,} to {high:,}" if low != high else "hardly any spread"
        return f"{what}: {about}{best:,}, {span}"
    named = estimate.best is not None and estimate.best not in {estimate.low, estimate.high}
    told = f", best {estimate.best:,}" if named else ""
    return f"{what}: {bound_label(estimate.low, estimate.high)}{told}"


_EXACT = 10
"""Modelled numbers up to this are printed as they are; greater ones are rounded and say so."""
