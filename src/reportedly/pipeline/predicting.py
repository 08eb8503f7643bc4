"""Put on record what an assessment predicts: each statement once, never to be changed."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.assessment.predictions import Published, published
from reportedly.ledger.store import Ledger
from reportedly.ledger.stories import StoryState
from reportedly.model.codec import from_json, to_json
from reportedly.model.dossier import Dossier
from reportedly.model.entry import Draft, EntryKind
from reportedly.model.prediction import Prediction, Voice, evidence_digest
from reportedly.pipeline.settings import ACTOR

_WHY = {
    Voice.SOURCE: "a source's forecast, as it stood when an assessment was recorded",
    Voice.OWN: "published with an assessment",
    Voice.PERSON: "entered by hand",
}


def record_predictions(book: Ledger, dossier: Dossier) -> tuple[Prediction, ...]:
    """Record what an assessment predicts and is not on record yet, as one batch, and return it.

    Args:
        book: the ledger, open for writing; it holds the dossier's claims.
        dossier: everything that is known, with the assessment.

    Raises:
        LedgerError: where the ledger cannot be written.
    """

    def digests(claim_ids: Sequence[str]) -> str:
        held = book.holding(EntryKind.CLAIM, claim_ids)
        return evidence_digest({one: entry.draft.body for one, entry in held.items()})

    there = {prediction.id: prediction for prediction in predictions_in(book)}
    told = {claim for one in there.values() if one.maker.voice is Voice.SOURCE for claim in one.claim_ids}
    fresh: dict[str, Prediction] = {}
    for one in published(dossier, digests):
        if one.prediction.id not in there and not _is_told(one, told):
            fresh.setdefault(one.prediction.id, one.prediction)
    book.append([draft_of(prediction, ACTOR) for prediction in fresh.values()])
    return tuple(fresh.values())


def _is_told(one: Published, told: set[str]) -> bool:
    """Say whether a source's forecast is on record from another page or from the same words read otherwise."""
    return one.prediction.maker.voice is Voice.SOURCE and not told.isdisjoint(one.same)


def append_beside(book: Ledger, drafts: Sequence[Draft]) -> None:
    """Record what concerns nothing that is drawn from claims, so that the tables of stories go on to hold."""
    before = book.top()
    book.append(drafts)
    with book.stories() as index:
        state = index.state()
        if state is not None and state.number == before:
            index.set_state(StoryState(before + len(drafts), state.settings))


def predictions_in(book: Ledger) -> tuple[Prediction, ...]:
    """Return every prediction of a ledger, in order of id."""
    return tuple(from_json(Prediction, entry.draft.body) for entry in book.current(EntryKind.PREDICTION))


def draft_of(prediction: Prediction, actor: str) -> Draft:
    """Return the draft that puts a prediction on record."""
    return Draft(
        kind=EntryKind.PREDICTION,
        subject=prediction.id,
        body=to_json(prediction),
        actor=actor,
        reason=_WHY[prediction.maker.voice],
        event=prediction.horizon.days,
        published=prediction.made_on,
    )
