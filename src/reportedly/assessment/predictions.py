"""Draw from an assessment what it puts on record: forecasts of its sources, its own likelihoods and estimates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportedly.model.assessment import Finding, Likelihood
from reportedly.model.claim import Claim
from reportedly.model.document import Document
from reportedly.model.dossier import Dossier
from reportedly.model.event import Testimony
from reportedly.model.evidence import Estimate
from reportedly.model.forecast import STATED_NUMBER, Forecast, Horizon, HorizonBasis
from reportedly.model.posterior import Posterior
from reportedly.model.prediction import Chance, Expected, Maker, Prediction, PredictionKind, Voice

OWN = Maker("reportedly", Voice.OWN)
"""Who makes the judgements of an assessment."""

Digests = Callable[[Sequence[str]], str]
"""Takes claim ids, returns the hash of those claims as the ledger holds them."""


@dataclass(frozen=True, slots=True)
class Published:
    """One prediction with the claims that make the same one."""

    prediction: Prediction
    same: tuple[str, ...] = ()
    """Ids of all claims that relay a source's forecast: one prediction, however many pages carry it."""


def published(dossier: Dossier, digests: Digests) -> Iterator[Published]:
    """Yield what an assessment puts on record: forecasts of sources, then own likelihoods, then own estimates.

    An estimate without a range of stated probability is none: nothing could be scored. What a report says of days that
    had passed when it was published is no forecast.

    Args:
        dossier: everything that is known, with the assessment.
        digests: gives the hash of the claims that a prediction rests on.
    """
    yield from _forecasts(dossier, digests)
    newest = max((document.day for document in dossier.documents if document.day), default=None)
    for finding in dossier.assessment.findings:
        if finding.likelihood is not None:
            made = _judgement(finding, finding.likelihood, newest, digests)
            yield Published(_told(made, finding.event_id, dossier))
    for evidence in dossier.evidence:
        for estimate in evidence.estimates:
            if estimate.posterior is not None:
                made = _estimate(estimate, estimate.posterior, newest, digests)
                yield Published(_told(made, evidence.event_id, dossier))


def _told(made: Prediction, event_id: str | None, dossier: Dossier) -> Prediction:
    """Return an own judgement with its id, its event and the assessment that publishes it."""
    event = dossier.event_by_id.get(event_id or "")
    label = event.label if event is not None else ""
    return replace(made, event_id=event_id, about=label, assessment_id=dossier.assessment.id).identified()


def _forecasts(dossier: Dossier, digests: Digests) -> Iterator[Published]:
    for testimony in dossier.testimonies:
        held = (dossier.claim_by_id.get(one) for one in testimony.claim_ids)
        claims = [claim for claim in held if claim is not None and claim.forecast is not None]
        if claims and claims[0].forecast is not None:
            document = dossier.document_by_id[claims[0].document_id]
            if _is_ahead(claims[0].forecast, document.day):
                made = _forecast(claims[0], claims[0].forecast, document, testimony, digests)
                yield Published(made, tuple(claim.id for claim in claims))


def _is_ahead(forecast: Forecast, day: date | None) -> bool:
    ends = forecast.resolution_day
    return ends is None or day is None or ends >= day


def _forecast(
    claim: Claim, forecast: Forecast, document: Document, testimony: Testimony, digests: Digests
) -> Prediction:
    origin = testimony.origin
    name = origin.name or (claim.origin.name if claim.origin else document.outlet) or ""
    return Prediction(
        id="",
        kind=PredictionKind.PROPOSITION,
        maker=Maker(name, Voice.SOURCE, origin.actor_id),
        text=claim.quote,
        claim_ids=(claim.id,),
        chance=_chance(claim, forecast),
        expected=None,
        horizon=forecast.horizon,
        condition=forecast.condition.of(document.text) if forecast.condition else "",
        made_on=document.day,
        evidence_digest=digests((claim.id,)),
    ).identified()


def _chance(claim: Claim, forecast: Forecast) -> Chance | None:
    low, high = forecast.low, forecast.high
    if low is None or high is None:
        return None
    in_words = forecast.yardstick != STATED_NUMBER and claim.certainty is not None
    word = " ".join(claim.certainty.words) if in_words and claim.certainty else ""
    return Chance(float((low + high) / 2), float(low), float(high), word, forecast.yardstick)


def _judgement(finding: Finding, likelihood: Likelihood, newest: date | None, digests: Digests) -> Prediction:
    low, high = float(likelihood.low), float(likelihood.high)
    number = (low + high) / 2 if likelihood.probability is None else float(likelihood.probability)
    claim_ids = tuple(sorted(finding.claim_ids))
    return Prediction(
        id="",
        kind=PredictionKind.PROPOSITION,
        maker=OWN,
        text=finding.text,
        claim_ids=claim_ids,
        chance=Chance(number, low, high, likelihood.word, likelihood.yardstick),
        expected=None,
        horizon=Horizon(None, HorizonBasis.OPEN),
        condition="",
        made_on=newest,
        evidence_digest=digests(claim_ids),
    )


def _estimate(estimate: Estimate, posterior: Posterior, newest: date | None, digests: Digests) -> Prediction:
    claim_ids = tuple(sorted({one.claim_id for one in estimate.inputs}))
    ends = (posterior.best, posterior.low, posterior.high, posterior.half_low, posterior.half_high)
    expected = Expected(estimate.measure, estimate.of, estimate.scope, *(float(end) for end in ends))
    return Prediction(
        id="",
        kind=PredictionKind.QUANTITY,
        maker=OWN,
        text=quantity_words(expected),
        claim_ids=claim_ids,
        chance=None,
        expected=expected,
        horizon=Horizon(None, HorizonBasis.OPEN),
        condition="",
        made_on=newest,
        evidence_digest=digests(claim_ids),
    )


def quantity_words(expected: Expected) -> str:
    """Return a quantity with its ranges in words: ``killed, soldiers: 120; 90 %: 60 to 260; 50 %: 95 to 150``."""
    what = f"{expected.measure}, {expected.of}" if expected.of else str(expected.measure)
    text = f"{what}: {expected.best:,.0f}; 90 %: {expected.low:,.0f} to {expected.high:,.0f}"
    if expected.half_low is None or expected.half_high is None:
        return text
    return f"{text}; 50 %: {expected.half_low:,.0f} to {expected.half_high:,.0f}"
