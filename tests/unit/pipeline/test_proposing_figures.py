"""Proposals of values: only later origins that an estimate was not drawn from tell what a number was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from predicted import expected
from reportedly.model.dossier import Dossier
from reportedly.model.evidence import Estimate, EstimateInput, Evidence, OriginStanding
from reportedly.model.prediction import Expected, Outcome, Prediction, Voice
from reportedly.pipeline.proposing import Proposal
from reportedly.pipeline.proposing_figures import value_proposal
from story import dossier

LATE = date(2035, 1, 1)


def loss() -> tuple[Evidence, Estimate]:
    """Return the story's first event with an estimate, and the estimate."""
    held = next(one for one in dossier().evidence if one.estimates)
    return held, held.estimates[0]


def made(estimate: Estimate, claim_ids: tuple[str, ...]) -> Prediction:
    """Return an own estimate of the day before the late reports."""
    said = Expected(estimate.measure, estimate.of, estimate.scope, 200.0, 100.0, 400.0)
    there = replace(expected(), claim_ids=claim_ids, expected=said, made_on=date(2034, 12, 31))
    assert there.maker.voice is Voice.OWN
    return there.identified()


def later(*figures: int, counts: bool = True, information: int = 1, day: date = LATE) -> Dossier:
    """Return the story in which further origins give figures for its first estimate on a late day."""
    held, (evidence, estimate) = dossier(), loss()
    base = held.claim_by_id[estimate.inputs[0].claim_id]
    page = held.document_by_id[base.document_id]
    assert page.published is not None
    pages, claims, inputs, standings = [], [], [], []
    for at, figure in enumerate(figures):
        pages.append(replace(page, id=f"doc-late{at}", published=replace(page.published, day=day)))
        claims.append(replace(base, id=f"clm-late{at}", document_id=f"doc-late{at}"))
        inputs.append(EstimateInput(f"tst-late{at}", f"clm-late{at}", figure, figure, None, figure))
        origin = replace(evidence.origins.origins[0].origin, name=f"Late Office {at}", actor_id=None)
        ids = (f"tst-late{at}",), (f"clm-late{at}",), (f"doc-late{at}",)
        standings.append(OriginStanding(origin, *ids, counts=counts))
    grown = replace(
        evidence,
        estimates=(replace(estimate, inputs=(*estimate.inputs, *inputs)),),
        origins=replace(evidence.origins, origins=(*evidence.origins.origins, *standings)),
        grade=replace(evidence.grade, information=information),
    )
    return replace(
        held,
        documents=(*held.documents, *pages),
        claims=(*held.claims, *claims),
        evidence=(grown, *(one for one in held.evidence if one.event_id != evidence.event_id)),
    )


def proposed(held: Dossier) -> Proposal | None:
    """Ask what the story's first estimate turned out to be."""
    _, estimate = loss()
    return value_proposal(held, made(estimate, tuple(sorted(one.claim_id for one in estimate.inputs))))


def test_one_later_origin_is_a_proposal() -> None:
    """Its figure is the value, and a person decides."""
    found = proposed(later(150))
    assert found is not None
    assert (found.outcome, found.value, found.sure) == (Outcome.VALUE, 150, False)
    assert found.probability == pytest.approx(0.68, abs=0.01)


def test_two_later_origins_that_agree_are_sure() -> None:
    """Where the information is graded 1, their median may be recorded by the program."""
    found = proposed(later(150, 156))
    assert found is not None
    assert (found.value, found.sure) == (153, True)


@pytest.mark.parametrize("held", [later(150, 300), later(150, 156, information=2)], ids=["apart", "graded 2"])
def test_what_is_not_plain_is_not_sure(held: Dossier) -> None:
    """Figures far apart, or information that is not confirmed, leave it to a person."""
    found = proposed(held)
    assert found is not None
    assert not found.sure


@pytest.mark.parametrize(
    "held",
    [dossier(), later(150, counts=False), later(150, day=date(2034, 12, 31))],
    ids=["nothing later", "a relay", "the same day"],
)
def test_an_estimate_is_not_borne_out_by_what_it_was_drawn_from(held: Dossier) -> None:
    """Nothing is proposed without an origin that came later and counts by itself."""
    assert proposed(held) is None
