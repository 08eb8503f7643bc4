"""Predictions are recorded once: refuse a second entry about one, and find on a walk what was changed all the same."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from reportedly.ledger import faults
from reportedly.model.codec import from_json
from reportedly.model.entry import Action, Draft, Entry, EntryKind
from reportedly.model.prediction import Prediction, body_hash, digest_of_hashes


def refuse_changes(drafts: Sequence[Draft], recorded: Collection[str]) -> None:
    """Refuse drafts that would change a prediction, or that hold one whose id is not its own.

    Args:
        drafts: what is to be recorded.
        recorded: ids of the predictions among them that the ledger holds.

    Raises:
        LedgerError: E311 for a second entry about a prediction or its withdrawal, E309 for a body that is none.
    """
    seen = set(recorded)
    for draft in drafts:
        if draft.kind is not EntryKind.PREDICTION:
            continue
        if draft.action is Action.WITHDRAW or draft.subject in seen:
            raise faults.fixed(draft.subject)
        seen.add(draft.subject)
        if what := _strange(draft):
            raise faults.unacceptable(what, draft.subject, "build it with Prediction.identified")


def _strange(draft: Draft) -> str:
    try:
        prediction = from_json(Prediction, draft.body)
    except ValueError:
        return "the body is no prediction"
    own = prediction.id == draft.subject == prediction.expected_id()
    return "" if own else "the prediction does not fit its id"


@dataclass(slots=True)
class Once:
    """What a walk along the chain has met of predictions, and the claims as they stand so far."""

    _claims: dict[str, str] = field(default_factory=dict)
    """Claim id -> hash of the body that holds."""
    _seen: set[str] = field(default_factory=set)

    def meet(self, entry: Entry) -> str:
        """Take the next entry; return what is wrong with the prediction that it records, empty where nothing is."""
        draft = entry.draft
        if draft.kind is EntryKind.CLAIM:
            self._keep(draft)
        if draft.kind is not EntryKind.PREDICTION:
            return ""
        again = draft.subject in self._seen
        self._seen.add(draft.subject)
        if again or draft.action is Action.WITHDRAW:
            return f"entry {entry.number} changes a prediction, which is recorded once"
        what = _strange(draft) or self._other_claims(draft)
        return f"entry {entry.number}: {what}" if what else ""

    def _keep(self, draft: Draft) -> None:
        if draft.action is Action.WITHDRAW:
            self._claims.pop(draft.subject, None)
        else:
            self._claims[draft.subject] = body_hash(draft.body)

    def _other_claims(self, draft: Draft) -> str:
        prediction = from_json(Prediction, draft.body)
        held = {one: self._claims[one] for one in prediction.claim_ids if one in self._claims}
        if digest_of_hashes(held) == prediction.evidence_digest:
            return ""
        return "the claims that the prediction rests on are not those that stood before it"
