"""What an assessment puts on record when it is published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from reportedly.assessment.predictions import Published, published, quantity_words
from reportedly.model.assessment import Likelihood
from reportedly.model.certainty import Certainty
from reportedly.model.claim import Claim, Kind, Measure
from reportedly.model.days import Days
from reportedly.model.dossier import Dossier
from reportedly.model.forecast import STATED_NUMBER, Forecast, Horizon, HorizonBasis
from reportedly.model.posterior import Posterior
from reportedly.model.prediction import Expected, PredictionKind, Voice
from story import dossier

POSTERIOR = Posterior(best=120, half_low=90, half_high=150, low=60, high=240, shares=(), priors=())


def digests(claim_ids: Sequence[str]) -> str:
    """Stand in for the hash of claims."""
    return "+".join(claim_ids)


def made(held: Dossier, voice: Voice) -> list[Published]:
    """Return what is put on record in one voice."""
    return [one for one in published(held, digests) if one.prediction.maker.voice is voice]


def with_likelihood(likelihood: Likelihood) -> Dossier:
    """Return the story with one likelihood in its assessment."""
    held = dossier()
    found = [replace(one, likelihood=None) for one in held.assessment.findings]
    place = next(at for at, one in enumerate(found) if one.event_id)
    found[place] = replace(found[place], likelihood=likelihood)
    return replace(held, assessment=replace(held.assessment, findings=tuple(found)))


def with_forecast(low: float | None, high: float | None, yardstick: str) -> tuple[Dossier, Claim]:
    """Return the story with a testimony of several claims turned into a forecast, and its first claim."""
    held = dossier()
    testimony = next(one for one in held.testimonies if len(one.claim_ids) > 1 and one.origin.name)
    forecast = Forecast(low, high, yardstick, False, Horizon(None, HorizonBasis.OPEN))
    sure = Certainty(0.55, 0.8, ("likely",)) if low is not None else None
    claims = tuple(
        replace(one, kind=Kind.FORECAST, forecast=forecast, certainty=sure) if one.id in testimony.claim_ids else one
        for one in held.claims
    )
    first = next(one for one in claims if one.id == testimony.claim_ids[0])
    return replace(held, claims=claims), first


def test_a_likelihood_is_put_on_record_with_number_and_word() -> None:
    """Sentence, number, row of the yardstick and what it is about."""
    (one,) = made(with_likelihood(Likelihood("likely", 0.55, 0.8, "ICD 203", 0.73)), Voice.OWN)
    chance = one.prediction.chance
    assert chance is not None
    assert (chance.number, chance.word) == (0.73, "likely")
    assert chance.by_word == pytest.approx(0.675)
    first = next(finding for finding in dossier().assessment.findings if finding.event_id)
    assert one.prediction.text == first.text
    assert one.prediction.about


def test_without_a_number_the_middle_of_the_row_stands() -> None:
    """Where only the word was chosen, its middle is scored."""
    (one,) = made(with_likelihood(Likelihood("likely", 0.55, 0.8, "ICD 203")), Voice.OWN)
    assert one.prediction.chance is not None
    assert one.prediction.chance.number == pytest.approx(0.675)


def test_it_is_dated_by_the_newest_report_it_knew() -> None:
    """A judgement drawn as of a day knew nothing later."""
    held = with_likelihood(Likelihood("likely", 0.55, 0.8, "ICD 203", 0.73))
    newest = max(document.day for document in held.documents if document.day)
    assert made(held, Voice.OWN)[0].prediction.made_on == newest


def test_an_estimate_with_a_posterior_is_put_on_record() -> None:
    """Best, 90 % and 50 % range of the number, and the claims it was drawn from."""
    held = dossier()
    place = next(at for at, one in enumerate(held.evidence) if one.estimates)
    evidence = list(held.evidence)
    estimate = replace(evidence[place].estimates[0], posterior=POSTERIOR)
    evidence[place] = replace(evidence[place], estimates=(estimate,))
    own = made(replace(held, evidence=tuple(evidence)), Voice.OWN)
    (one,) = (one.prediction for one in own if one.prediction.kind is PredictionKind.QUANTITY)
    assert one.expected is not None
    assert (one.expected.best, one.expected.low, one.expected.half_high) == (120, 60, 150)
    assert set(one.claim_ids) == {figure.claim_id for figure in estimate.inputs}


def test_an_estimate_without_a_stated_probability_is_none() -> None:
    """A range by a project's rule says of no value how probable it is."""
    bare = [
        replace(one, estimates=tuple(replace(e, posterior=None) for e in one.estimates)) for one in dossier().evidence
    ]
    own = made(replace(dossier(), evidence=tuple(bare)), Voice.OWN)
    assert [one for one in own if one.prediction.kind is PredictionKind.QUANTITY] == []


def test_a_forecast_that_many_pages_relay_is_one() -> None:
    """It is its origin's, dated by the first page, with all claims named that make the same one."""
    held, first = with_forecast(0.55, 0.8, "ICD 203")
    (one,) = made(held, Voice.SOURCE)
    assert one.prediction.claim_ids == (first.id,)
    assert len(one.same) > 1
    assert one.prediction.made_on == held.document_by_id[first.document_id].day


def test_a_number_in_the_text_has_no_word() -> None:
    """What was put in numbers is scored as a number alone."""
    held, _ = with_forecast(0.2, 0.3, STATED_NUMBER)
    chance = made(held, Voice.SOURCE)[0].prediction.chance
    assert chance is not None
    assert (chance.number, chance.word) == (0.25, "")


def test_a_flat_forecast_has_no_probability() -> None:
    """``will`` is not read as a certainty of 1."""
    held, _ = with_forecast(None, None, "")
    assert made(held, Voice.SOURCE)[0].prediction.chance is None


def test_what_had_passed_when_it_was_published_is_no_forecast() -> None:
    """A horizon that ended before the report came out leaves nothing to predict."""
    held, first = with_forecast(0.55, 0.8, "ICD 203")
    day = held.document_by_id[first.document_id].day
    assert day is not None
    assert first.forecast is not None
    past = Horizon(Days.on(day - timedelta(days=1)), HorizonBasis.STATED)
    claims = tuple(
        replace(one, forecast=replace(one.forecast, horizon=past)) if one.forecast else one for one in held.claims
    )
    assert made(replace(held, claims=claims), Voice.SOURCE) == []


def test_every_id_fits_its_content() -> None:
    """Whatever is published can be recorded."""
    held, _ = with_forecast(0.55, 0.8, "ICD 203")
    assert all(one.prediction.id == one.prediction.expected_id() for one in published(held, digests))


def test_a_quantity_in_words() -> None:
    """What is counted, the best number and both ranges."""
    expected = Expected(Measure.KILLED, "soldiers", None, 1200, 600, 2600, 950, 1500)
    assert quantity_words(expected) == "killed, soldiers: 1,200; 90 %: 600 to 2,600; 50 %: 950 to 1,500"


def test_the_same_assessment_gives_the_same_record() -> None:
    """Same inputs, same ids, in the same order."""
    held, _ = with_forecast(0.55, 0.8, "ICD 203")
    assert list(published(held, digests)) == list(published(held, digests))
    assert date.max not in {one.prediction.made_on for one in published(held, digests)}
