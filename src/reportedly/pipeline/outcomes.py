"""Ask a ledger's later reports how its unresolved forecasts came out, and record what is sure."""

from __future__ import annotations

from pathlib import Path

from reportedly.ledger.store import Ledger
from reportedly.model.prediction import PredictionKind, Resolution
from reportedly.pipeline.forecasts import Standing, record_resolution, standings_in
from reportedly.pipeline.proposing import Later, Proposal
from reportedly.pipeline.proposing_figures import value_proposal
from reportedly.pipeline.run import drawn_from
from reportedly.pipeline.settings import ACTOR
from reportedly.pipeline.toolkit import Toolkit


def propose(ledger: Path, tools: Toolkit) -> tuple[tuple[Standing, Proposal], ...]:
    """Return the unresolved forecasts of which later reports tell how they came out, each with a proposal."""
    with Ledger.open(ledger) as book:
        return _proposals(book, tools)


def accept_sure(ledger: Path, tools: Toolkit) -> tuple[Resolution, ...]:
    """Record, in the program's name, the proposals that are sure, and return them."""
    Ledger.open(ledger).close()  # a ledger that is not there is an error here, not one to be made
    with Ledger.open(ledger, write=True) as book:
        made = tuple(_resolution(proposal) for _, proposal in _proposals(book, tools) if proposal.sure)
        for one in made:
            record_resolution(book, one, ACTOR)
    return made


def _proposals(book: Ledger, tools: Toolkit) -> tuple[tuple[Standing, Proposal], ...]:
    open_ones = [one for one in standings_in(book, tools.settings.as_of) if one.resolution is None]
    if not open_ones:
        return ()
    dossier, _ = drawn_from(book, tools)
    later = Later(dossier)
    return tuple(
        (one, found) for one, found in ((one, _proposal(one, later)) for one in open_ones) if found is not None
    )


def _proposal(one: Standing, later: Later) -> Proposal | None:
    if one.prediction.kind is PredictionKind.QUANTITY:
        return value_proposal(later.dossier, one.prediction)
    return later.proposal(one.prediction)


def _resolution(proposal: Proposal) -> Resolution:
    return Resolution(
        id=Resolution.identify(proposal.prediction_id),
        prediction_id=proposal.prediction_id,
        outcome=proposal.outcome,
        share=proposal.share,
        value=proposal.value,
        by=ACTOR,
        reason="; ".join(reason.text for reason in proposal.reasons),
        known_on=proposal.known_on,
        claim_ids=proposal.claim_ids,
    )
