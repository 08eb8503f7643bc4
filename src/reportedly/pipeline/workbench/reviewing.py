"""Record what people decide about claims, take it back, and tell who decided what, when and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Unpack

from reportedly.ledger.store import Ledger
from reportedly.model.claim import Claim
from reportedly.model.codec import from_json, to_json
from reportedly.model.document import Document
from reportedly.model.entry import Action, Draft, Entry, EntryKind
from reportedly.model.errors import SettingsError
from reportedly.model.review import Decision, Review, Round
from reportedly.model.reviewed import same_reading
from reportedly.pipeline.decided import all_decided, claim_with, claims_with, counted_in, decided_in
from reportedly.pipeline.find import whole_id
from reportedly.pipeline.growing import Grower
from reportedly.pipeline.judging import refuse_machine
from reportedly.pipeline.record import Recorder
from reportedly.pipeline.toolkit import Toolkit
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.correcting import Fields, added, refuse_unborne

_NEED_REASON = frozenset({Decision.REJECT, Decision.CORRECT})
_WORDS = {Decision.ACCEPT: "accepted as it reads", Decision.UNSURE: "unsure", Decision.ADD: "not found by the machine"}
"""What the ledger says where no reason is given and none is needed."""


@dataclass(frozen=True, slots=True)
class ReviewWish:
    """What a person says about a claim."""

    claim_id: str
    """Its id, or the beginning of one; of an added claim the id in full."""
    decision: Decision
    author: str
    reason: str
    """Why; needed to reject and to correct."""
    corrected: Claim | None = None
    """The claim as the person reads it: to correct, to add, or to accept another reading than the one that counts."""
    round: str = ""
    adjudicates: bool = False


def record_review(ledger: Path, wish: ReviewWish, tools: Toolkit) -> Review:
    """Record a person's decision about a claim and draw anew what it changes.

    The same decision said again, with nobody's in between, is not recorded again.

    Args:
        ledger: the ledger that holds the claim.
        wish: the decision with author and reason.
        tools: settings and what they name.

    Raises:
        NotFound: where no claim has this id, or several have.
        SettingsError: E208 where the author is the machine, E290 where the document does not bear the reading out, E291
            where a reason or a reading is missing, E292 where another claim stands at these words, E294 where the
            author does not code the round.
    """
    refuse_machine(wish.author)
    with Ledger.open(ledger, write=True) as book:
        grower = Grower(book, Recorder(book), tools)
        made = _review(book, wish)
        reason = wish.reason.strip() or _WORDS[wish.decision]
        there = book.get(EntryKind.REVIEW, made.id)
        latest = [one for one in decided_in(book, [made.document_id]).reviews if one.claim_id == made.claim_id][-1:]
        if there is not None and latest == [made] and there.draft.reason == reason:
            return made
        draft = Draft(EntryKind.REVIEW, made.id, to_json(made), wish.author, reason)
        _put(book, grower, made, draft)
    return made


def undo_review(ledger: Path, review_id: str, author: str, reason: str, tools: Toolkit) -> str:
    """Withdraw a decision, draw anew what it changed, and return the decision's id.

    Raises:
        NotFound: where no decision in force has this id.
        SettingsError: E208 where the author is the machine, E291 where no reason is given.
    """
    refuse_machine(author)
    _need(reason, "to take a decision back")
    with Ledger.open(ledger, write=True) as book:
        grower = Grower(book, Recorder(book), tools)
        found = whole_id(review_id, book.subjects(EntryKind.REVIEW), "decision")
        entry = book.holding(EntryKind.REVIEW, [found])[found]
        draft = Draft(EntryKind.REVIEW, found, "", author, reason, action=Action.WITHDRAW)
        _put(book, grower, from_json(Review, entry.draft.body), draft)
    return found


def add_claim(ledger: Path, document_id: str, by: tuple[str, str], tools: Toolkit, **fields: Unpack[Fields]) -> Review:
    """Record a claim that the machine missed.

    Args:
        ledger: the ledger that holds the document.
        document_id: the document, or the beginning of its id.
        by: who adds it, and why.
        tools: settings and what they name.
        fields: the claim's words and what they say.

    Raises:
        NotFound: where no document has this id.
        SettingsError: as ``record_review``.
    """
    with Ledger.open(ledger) as book:
        document = document_in(book, document_id)
    claim = added(document, **fields)
    return record_review(ledger, ReviewWish(claim.id, Decision.ADD, *by, corrected=claim), tools)


def reviews_of(bench: Bench, claim_ids: Iterable[str]) -> Mapping[str, tuple[Review, ...]]:
    """Return the decisions in force about some claims, oldest first; claims without any are left out."""
    wanted = set(claim_ids)
    found: dict[str, list[Review]] = {}
    for review in decided_in(bench.book, _documents_of(bench.book, wanted)).reviews:
        if review.claim_id in wanted:
            found.setdefault(review.claim_id, []).append(review)
    return {claim: tuple(reviews) for claim, reviews in found.items()}


def history_of_claim(bench: Bench, claim_id: str) -> tuple[Entry, ...]:
    """Return every entry about a claim and about people's decisions on it, oldest first."""
    book = bench.book
    entries = list(book.history(claim_id))
    for subject in _reviews_ever(book, claim_id):
        entries += book.history(subject)
    return tuple(sorted(entries, key=lambda entry: entry.number))


def machine_claim(bench: Bench, claim_id: str) -> Claim | None:
    """Return a claim as the machine reads it now; None where it does not find it."""
    return claims_with(bench.book, [claim_id]).get(claim_id)


def document_in(book: Ledger, document_id: str) -> Document:
    """Return the document with an id or the beginning of one.

    Raises:
        NotFound: where no document, or more than one, has it.
    """
    entry = book.get(EntryKind.DOCUMENT, document_id)
    if entry is None:
        whole = whole_id(document_id, book.subjects(EntryKind.DOCUMENT), "document")
        entry = book.holding(EntryKind.DOCUMENT, [whole])[whole]
    return from_json(Document, entry.draft.body)


def _put(book: Ledger, grower: Grower, review: Review, draft: Draft) -> None:
    """Record an entry about a decision and draw what it changes, or nothing where it changes nothing."""
    document = review.document_id
    before = _counting(book, review)
    with book.stories() as index:  # first, so that nobody meets a decision that the tables do not name
        index.put_reviews([(review.id, document)])
        index.put_claims([(review.claim_id, document)])
    book.append([draft])
    if _counting(book, review) == before:
        grower.settle()
    else:
        grower.draw(reviewed=[document])


def _counting(book: Ledger, review: Review) -> dict[str, Claim]:
    return counted_in(book, [review.document_id], claims_with(book, [review.claim_id]).values())


def _review(book: Ledger, wish: ReviewWish) -> Review:
    if wish.decision in _NEED_REASON:
        _need(wish.reason, f"to {wish.decision}")
    document, claim_id = _subject(book, wish)
    machine = claims_with(book, [claim_id]).get(claim_id)
    counting = counted_in(book, [document.id], [machine] if machine else [])
    made = Review(
        id=Review.identify(claim_id, wish.author, wish.round, wish.adjudicates),
        claim_id=claim_id,
        document_id=document.id,
        decision=wish.decision,
        author=wish.author,
        reason=wish.reason.strip(),
        machine=machine,
        corrected=_reading(wish, machine, counting.get(claim_id)),
        round=wish.round,
        adjudicates=wish.adjudicates,
    )
    _refuse_unfit(made, document, counting)
    _refuse_stranger(book, made)
    return made


def _subject(book: Ledger, wish: ReviewWish) -> tuple[Document, str]:
    """Return the document and the id of the claim that a wish is about."""
    if wish.decision is Decision.ADD:
        if wish.corrected is None:
            raise SettingsError("E291", "a claim to be added is missing", wish.claim_id, "say what it is")
        return document_in(book, wish.corrected.document_id), wish.corrected.id
    claim_id = claim_with(book, wish.claim_id)
    machine = claims_with(book, [claim_id]).get(claim_id)
    if machine is not None:
        return document_in(book, machine.document_id), claim_id
    known = {review.claim_id: review.document_id for review in all_decided(book).reviews}
    return document_in(book, known[claim_id]), claim_id


def _reading(wish: ReviewWish, machine: Claim | None, counting: Claim | None) -> Claim | None:
    """Return the reading that a decision is for, where it is not the machine's."""
    if wish.decision in {Decision.REJECT, Decision.UNSURE}:
        return None
    if wish.corrected is not None or wish.decision is not Decision.ACCEPT or wish.round:
        return wish.corrected
    return counting if counting is not None and not same_reading(counting, machine) else None


def _refuse_unfit(review: Review, document: Document, counting: Mapping[str, Claim]) -> None:
    reading = review.corrected
    if reading is None:
        if review.decision is Decision.CORRECT:
            raise SettingsError("E291", "a corrected reading is missing", review.claim_id, "say what the claim is")
        return
    if reading.id != review.claim_id:
        raise SettingsError("E290", "the reading is of another claim", reading.id, "a corrected claim keeps its id")
    refuse_unborne(reading, document)
    if review.decision is Decision.ADD and review.machine is not None and reading.id in counting:
        raise SettingsError("E292", "the machine found this claim", reading.id, "correct it instead")
    other = next((one for one in counting.values() if one.span == reading.span and one.id != reading.id), None)
    if other is not None and not review.round:
        raise SettingsError("E292", "another claim stands at these words", other.id, "correct or reject that one")


def _refuse_stranger(book: Ledger, review: Review) -> None:
    """Refuse a decision in a round by somebody who does not code it."""
    if not review.round or review.adjudicates:
        return
    entry = book.get(EntryKind.ROUND, Round.identify(review.round))
    coders = from_json(Round, entry.draft.body).coders if entry is not None else ()
    if review.author not in coders:
        raise SettingsError("E294", f"not a coder of the round {review.round}", review.author, "sign as one of them")


def _need(reason: str, what: str) -> None:
    if not reason.strip():
        raise SettingsError("E291", f"a reason is needed {what}", "reason", "say why, in a few words")


def _documents_of(book: Ledger, claim_ids: Iterable[str]) -> set[str]:
    wanted = set(claim_ids)
    with book.stories_now() as index:
        found = index.documents_of(wanted)
    documents = set(found.values())
    documents |= {claim.document_id for claim in claims_with(book, wanted - set(found)).values()}
    return documents


def _reviews_ever(book: Ledger, claim_id: str) -> list[str]:
    """Return the ids of all decisions about a claim, withdrawn ones too."""
    documents = _documents_of(book, [claim_id])
    with book.stories_now() as index:
        filled = index.state() is not None
        near = [review for review, _ in index.reviews(documents)]
    if not filled:
        near = sorted({entry.draft.subject for entry in book.entries(kind=EntryKind.REVIEW)})
    return [subject for subject in near if _is_about(book, subject, claim_id)]


def _is_about(book: Ledger, subject: str, claim_id: str) -> bool:
    told = next((entry for entry in book.history(subject) if entry.draft.action is Action.ASSERT), None)
    return told is not None and from_json(Review, told.draft.body).claim_id == claim_id
