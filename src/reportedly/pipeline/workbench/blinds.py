"""Who may see which decision: what a coder decides in an open round is nobody else's to see until it is over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportedly.ledger.store import Ledger
from reportedly.model.codec import from_json
from reportedly.model.entry import EntryKind
from reportedly.model.review import Review, Round


@dataclass(frozen=True)
class Blinds:
    """The open rounds of a ledger, and how much of them is done."""

    rounds: Mapping[str, Round]
    """All rounds by name."""
    over: frozenset[str]
    """Names of the rounds whose decisions are open: closed ones, and those that all coders have finished."""

    def hides(self, review: Review, person: str) -> bool:
        """Say whether a decision must not be shown to a person.

        A decision in an open round is its author's alone. A coder who has claims of an open round still to decide sees
        no other's decision about them, whether it was made in the round or not.
        """
        if review.author == person:
            return False
        if review.round and not review.adjudicates and review.round in self.rounds and review.round not in self.over:
            return True
        return any(self._codes(one, person, review.claim_id) for one in self.rounds.values())

    def visible(self, reviews: Iterable[Review], person: str) -> tuple[Review, ...]:
        """Return the decisions that a person may see."""
        return tuple(one for one in reviews if not self.hides(one, person))

    def coding(self, claim_id: str, person: str) -> tuple[Round, ...]:
        """Return the open rounds in which a person codes a claim."""
        return tuple(one for _, one in sorted(self.rounds.items()) if self._codes(one, person, claim_id))

    def _codes(self, one: Round, person: str, claim_id: str) -> bool:
        return one.name not in self.over and person in one.coders and claim_id in one.claim_ids


def blinds_of(book: Ledger, reviews: Iterable[Review] = ()) -> Blinds:
    """Return the rounds of a ledger and which of them are over.

    Args:
        book: the open ledger.
        reviews: decisions of rounds that are at hand; those of open rounds are looked up.
    """
    known = {one.name: one for one in rounds_in(book)}
    at_hand = {one.id for one in reviews}
    over = frozenset(name for name, one in known.items() if one.closed or _finished(book, one, at_hand))
    return Blinds(known, over)


def rounds_in(book: Ledger) -> tuple[Round, ...]:
    """Return all rounds in order of id."""
    return tuple(from_json(Round, entry.draft.body) for entry in book.current(EntryKind.ROUND))


def decision_ids(one: Round, coder: str) -> tuple[str, ...]:
    """Return the ids that a coder's decisions of a round have, in the order of its claims."""
    return tuple(Review.identify(claim, coder, one.name) for claim in one.claim_ids)


def _finished(book: Ledger, one: Round, at_hand: Iterable[str]) -> bool:
    wanted = {found for coder in one.coders for found in decision_ids(one, coder)}
    missing = wanted - set(at_hand)
    return len(book.numbers(EntryKind.REVIEW, missing)) == len(missing)
