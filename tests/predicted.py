"""Builders of predictions and resolutions for tests; all names are invented."""

from __future__ import annotations

from datetime import UTC, date, datetime

from reportedly.model.claim import Measure
from reportedly.model.days import Days
from reportedly.model.forecast import Horizon, HorizonBasis
from reportedly.model.prediction import (
    Chance,
    Expected,
    Maker,
    Outcome,
    Prediction,
    PredictionKind,
    Resolution,
    Voice,
    evidence_digest,
)
from reportedly.pipeline.forecasts import Standing, State

MADE = date(2031, 3, 1)
KNOWN = date(2031, 6, 1)
RECORDED = datetime(2031, 3, 2, 9, tzinfo=UTC)


def horizon(until: date | None) -> Horizon:
    """Return a horizon from the day of making."""
    days = Days(MADE, until) if until else None
    return Horizon(days, HorizonBasis.STATED if days else HorizonBasis.OPEN)


def predicted(
    text: str = "the bridge falls",
    number: float | None = 0.7,
    *,
    word: str = "",
    ends: tuple[float, float] | None = None,
    name: str = "Ann Ode",
    voice: Voice = Voice.PERSON,
    until: date | None = None,
    condition: str = "",
    claim_ids: tuple[str, ...] = (),
    bodies: dict[str, str] | None = None,
) -> Prediction:
    """Build a proposition; without a number it is said flatly."""
    low, high = ends or (number or 0.0, number or 0.0)
    return Prediction(
        id="",
        kind=PredictionKind.PROPOSITION,
        maker=Maker(name, voice),
        text=text,
        claim_ids=claim_ids,
        chance=None if number is None else Chance(number, low, high, word, "ICD 203" if word else "number in the text"),
        expected=None,
        horizon=horizon(until),
        condition=condition,
        made_on=MADE,
        evidence_digest=evidence_digest(bodies or {}),
    ).identified()


def expected(
    best: float = 120.0,
    ends: tuple[float, float] = (60.0, 240.0),
    half: tuple[float, float] | None = (90.0, 150.0),
    *,
    name: str = "reportedly",
    voice: Voice = Voice.OWN,
    claim_ids: tuple[str, ...] = (),
    text: str = "killed: 120",
) -> Prediction:
    """Build a quantity."""
    inner = half or (None, None)
    return Prediction(
        id="",
        kind=PredictionKind.QUANTITY,
        maker=Maker(name, voice),
        text=text,
        claim_ids=claim_ids,
        chance=None,
        expected=Expected(Measure.KILLED, "", None, best, *ends, *inner),
        horizon=horizon(None),
        condition="",
        made_on=MADE,
        evidence_digest=evidence_digest({}),
    ).identified()


def stands(
    prediction: Prediction, outcome: float | None = None, *, known: date = KNOWN, recorded: datetime = RECORDED
) -> Standing:
    """Return a prediction that came true to a share, or turned out to be a value; None = unresolved."""
    if outcome is None:
        return Standing(prediction, recorded, None, State.OPEN)
    quantity = prediction.kind is PredictionKind.QUANTITY
    sort = Outcome.VALUE if quantity else {1.0: Outcome.YES, 0.0: Outcome.NO}.get(outcome, Outcome.PARTLY)
    share, value = (None, outcome) if quantity else (outcome, None)
    name = Resolution.identify(prediction.id)
    made = Resolution(name, prediction.id, sort, share, value, "Ann Ode", "seen", known)
    return Standing(prediction, recorded, made, State.RESOLVED)
