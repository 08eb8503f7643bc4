"""Propose the value of an own estimate, by the figures of later origins that it did not know.

Only figures count that origins gave after the estimate was made and that none of its own origins gave: an estimate is
not borne out by what it was drawn from. The value is their median. It is sure, and may be recorded without a person,
where two or more such origins count as independent, none is more than a quarter away from the median, and the
information on the event is graded 1.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from statistics import median

from reportedly.model.dossier import Dossier
from reportedly.model.evidence import Estimate, EstimateInput, Evidence
from reportedly.model.prediction import Outcome, Prediction
from reportedly.model.reason import Reason
from reportedly.pipeline.proposing import Proposal

VOTE = 0.75
"""Log-odds of one later origin that gives a figure: one gives 0.68, two 0.82."""
CEILING = 0.95
_APART = 1.25


def value_proposal(dossier: Dossier, prediction: Prediction) -> Proposal | None:
    """Return what a quantity seems to have been; None where no later origin of its own tells."""
    held = next(_estimates(dossier, prediction), None)
    if held is None or prediction.made_on is None:
        return None
    evidence, estimate = held
    figures = dict(_later(dossier, prediction, evidence, estimate))
    if not figures:
        return None
    value = float(median(float(one.best or 0) for one in figures.values()))
    agree = all(_near(float(one.best or 0), value) for one in figures.values())
    sureness = min(CEILING, 1 / (1 + math.exp(-VOTE * (len(figures) if agree else 1))))
    claims = [dossier.claim_by_id[one.claim_id] for one in figures.values()]
    days = [day for claim in claims if (day := dossier.document_by_id[claim.document_id].day)]
    reasons = [Reason("figure", f"{name} gives {one.best:,} later", (one.claim_id,)) for name, one in figures.items()]
    return Proposal(
        prediction_id=prediction.id,
        outcome=Outcome.VALUE,
        share=None,
        value=value,
        probability=round(sureness, 3),
        known_on=max(days),
        claim_ids=tuple(one.claim_id for one in figures.values()),
        reasons=tuple(reasons),
        sure=len(figures) > 1 and agree and evidence.grade.information == 1,
    )


def _near(figure: float, value: float) -> bool:
    return max(figure, value) + 1 <= _APART * (min(figure, value) + 1)


def _estimates(dossier: Dossier, prediction: Prediction) -> Iterator[tuple[Evidence, Estimate]]:
    """Yield the present estimates of the number that a prediction was about, that with most of its claims first."""
    expected, cited = prediction.expected, set(prediction.claim_ids)
    if expected is None or not cited:
        return
    held = []
    for evidence in dossier.evidence:
        for place, estimate in enumerate(evidence.estimates):
            shared = len(cited & {one.claim_id for one in estimate.inputs})
            if shared and (estimate.measure, estimate.scope) == (expected.measure, expected.scope):
                held.append((-shared, evidence.event_id, place, evidence, estimate))
    for *_, evidence, estimate in sorted(held, key=lambda one: one[:3]):
        yield evidence, estimate


def _later(
    dossier: Dossier, prediction: Prediction, evidence: Evidence, estimate: Estimate
) -> Iterator[tuple[str, EstimateInput]]:
    """Yield the origins that count as independent and told only after the prediction, each with its newest figure."""
    known = set(prediction.claim_ids)
    fresh = [one for one in evidence.origins.origins if one.counts and not one.denies and one.origin.name]
    for standing in fresh:
        told = set(standing.claim_ids)
        if known & told or any(not _after(dossier, claim, prediction) for claim in told):
            continue
        figures = [one for one in estimate.inputs if one.claim_id in told and one.best is not None]
        if figures:
            yield standing.origin.name, figures[-1]


def _after(dossier: Dossier, claim_id: str, prediction: Prediction) -> bool:
    claim = dossier.claim_by_id.get(claim_id)
    day = dossier.document_by_id[claim.document_id].day if claim is not None else None
    return day is not None and prediction.made_on is not None and day > prediction.made_on
