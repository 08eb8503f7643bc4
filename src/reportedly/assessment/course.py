"""How one event stands on one day, as a line of the course that belief in it takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date

from reportedly.assessment.case import Case
from reportedly.assessment.likelihood import judge
from reportedly.assessment.names import origin_names
from reportedly.model.change import Standing
from reportedly.model.evidence import Estimate
from reportedly.model.yardstick import Yardstick


def standing(
    cases: Sequence[Case],
    claim_ids: Collection[str],
    day: date | None,
    yardstick: Yardstick,
    seen: Collection[str] = (),
) -> Standing | None:
    """Return how an event stood; None where nothing was known of it.

    Of several events among which its claims were divided, the one that held most of them stands for it.

    Args:
        cases: the events of that day, the most telling first.
        claim_ids: the event's claims, as it stands at the end.
        day: the last day of publication that counted.
        yardstick: the table that likelihood words are read on.
        seen: ids of the documents that were known on the day before it in the course.
    """
    wanted = set(claim_ids)
    shared = Counter({case.event.id: len(wanted.intersection(case.claim_ids)) for case in cases})
    held = [case for case in cases if shared[case.event.id]]
    if not held:
        return None
    case = max(held, key=lambda one: (shared[one.event.id], -held.index(one)))
    evidence = case.evidence
    fresh = [claim.id for claim in case.claims if claim.document_id not in seen]
    return Standing(
        day=day,
        event_id=case.event.id,
        label=case.event.label,
        other_event_ids=tuple(one.event.id for one in held if one is not case),
        pages=len(case.page_ids(case.claim_ids)),
        new_pages=tuple(case.page_list(fresh)),
        document_ids=case.page_ids(case.claim_ids),
        origins=tuple(origin_names(one.origin for one in case.affirming)),
        independent=case.independent,
        at_least_two=case.at_least_two,
        denied_by=tuple(origin_names(one.origin for one in case.denying)),
        estimate=_leading(case),
        grade=evidence.grade.code,
        confidence=evidence.grade.confidence,
        incident_label=evidence.grade.label,
        likelihood=judge(case, yardstick).likelihood,
        belief=evidence.belief.probability if evidence.belief else None,
        claim_ids=case.claim_ids,
    )


def _leading(case: Case) -> Estimate | None:
    """Return the estimate of the measure that the event is named after, or else its first."""
    leading = case.leading.quantity.measure if case.leading and case.leading.quantity else None
    estimates = case.evidence.estimates
    return next((one for one in estimates if one.measure is leading), estimates[0] if estimates else None)
