"""What people decided about claims and sources, read from a ledger: of all, or of a few documents and no more."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reportedly.ledger.store import Ledger
from reportedly.model.claim import Claim
from reportedly.model.codec import from_json
from reportedly.model.entry import Entry, EntryKind
from reportedly.model.review import Review, Round, SourceJudgement
from reportedly.model.reviewed import disclosed, effective
from reportedly.pipeline.find import whole_id


@dataclass(frozen=True, slots=True)
class Decided:
    """Decisions in force, with who codes the rounds in which some of them were made."""

    reviews: tuple[Review, ...]
    """Oldest first."""
    coders: Mapping[str, tuple[str, ...]]
    """By the round's name."""

    @property
    def disclosed(self) -> tuple[Review, ...]:
        """Those that anybody may see; what blind rounds have not decided yet is left out."""
        return disclosed(self.reviews, self.coders)

    def count(self, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        """Return claims as they count; all claims of the documents concerned must be among them."""
        return effective(claims, self.reviews, self.coders)


def all_decided(book: Ledger, recorded_by: datetime | None = None) -> Decided:
    """Return every decision that is in force.

    Args:
        book: the open ledger.
        recorded_by: what was in force at this moment of recording instead of what is now.
    """
    if recorded_by is None:
        reviews = _LATELY.of(book)
        return Decided(reviews, _coders(book.current(EntryKind.ROUND) if reviews else ()))
    entries = list(book.current(EntryKind.REVIEW, recorded_until=recorded_by))
    rounds = book.current(EntryKind.ROUND, recorded_until=recorded_by) if entries else ()
    return _decided(entries, rounds)


def graded_sources(book: Ledger, recorded_by: datetime | None = None) -> tuple[SourceJudgement, ...]:
    """Return the letters that people gave sources and that are in force, oldest first.

    Args:
        book: the open ledger.
        recorded_by: what was in force at this moment of recording instead of what is now.
    """
    entries = sorted(book.current(EntryKind.SOURCE_GRADE, recorded_until=recorded_by), key=lambda entry: entry.number)
    return tuple(from_json(SourceJudgement, entry.draft.body) for entry in entries)


def decided_in(book: Ledger, documents: Iterable[str]) -> Decided:
    """Return the decisions in force about claims of some documents, by the tables of stories where these are filled."""
    wanted = set(documents)
    with book.stories_now() as index:
        filled = index.state() is not None
        subjects = [review for review, _ in index.reviews(wanted)] if filled else []
    if not filled:
        every = all_decided(book)
        return Decided(tuple(one for one in every.reviews if one.document_id in wanted), every.coders)
    entries = list(book.holding(EntryKind.REVIEW, subjects).values())
    return _decided(entries, book.current(EntryKind.ROUND) if entries else ())


def counted_in(book: Ledger, documents: Iterable[str], among: Iterable[Claim] = ()) -> dict[str, Claim]:
    """Return all claims of some documents as they count, by id.

    Args:
        book: the open ledger.
        documents: ids of documents; the tables of stories tell which claims stand in them.
        among: claims of theirs that are at hand as the machine reads them.
    """
    wanted, known = set(documents), {claim.id: claim for claim in among}
    decided = decided_in(book, wanted)
    with book.stories_now() as index:
        ids = {claim for claim, _ in index.claims(wanted)}
    ids |= {review.claim_id for review in decided.reviews}
    known.update(claims_with(book, ids - set(known)))
    return {claim.id: claim for claim in decided.count(known.values())}


def counted(book: Ledger, claim_ids: Iterable[str]) -> tuple[Claim, ...]:
    """Return the claims of some ids as they count, in order of id; those that do not are left out."""
    wanted = set(claim_ids)
    machine = claims_with(book, wanted)
    with book.stories_now() as index:
        added = index.documents_of(wanted - set(machine))
        documents = {claim.document_id for claim in machine.values()} | set(added.values())
        decided = {document for _, document in index.reviews(documents)} if index.state() else documents
    there = {claim.id: claim for claim in machine.values() if claim.document_id not in decided}
    if decided:
        there.update(counted_in(book, decided, [one for one in machine.values() if one.document_id in decided]))
    return tuple(there[one] for one in sorted(wanted & set(there)))


def claim_with(book: Ledger, short: str) -> str:
    """Return the id of the claim with this id or the beginning of it, as the machine reads it or as people added it.

    Raises:
        NotFound: where no claim, or more than one, has it.
    """
    if book.get(EntryKind.CLAIM, short) is not None:
        return short
    added = (review.claim_id for review in all_decided(book).reviews)
    return whole_id(short, [*added, *book.subjects(EntryKind.CLAIM)], "claim")


def claims_with(book: Ledger, ids: Collection[str]) -> dict[str, Claim]:
    """Return the claims of some ids as the machine reads them, by id; others are left out."""
    found = book.bodies(EntryKind.CLAIM, ids)
    return {subject: from_json(Claim, body) for subject, (_, body) in found.items()}


def _decided(entries: Iterable[Entry], rounds: Iterable[Entry]) -> Decided:
    ordered = sorted(entries, key=lambda entry: entry.number)
    return Decided(tuple(from_json(Review, entry.draft.body) for entry in ordered), _coders(rounds))


def _coders(rounds: Iterable[Entry]) -> dict[str, tuple[str, ...]]:
    known = (from_json(Round, entry.draft.body) for entry in rounds)
    return {one.name: one.coders for one in known}


@dataclass(frozen=True, slots=True)
class _Read:
    """The decisions of a ledger as they were read when it reached up to an entry."""

    mark: tuple[int, str]
    reviews: Mapping[int, Review]
    """By the number of their entry."""


class _ReadReviews:
    """The decisions of the last few ledgers, so that of a grown ledger only new entries are decoded.

    What was read is used again only where the ledger still holds the entry up to which it was read, with the same hash:
    hashes are chained, so that all entries before it are the same, too. Safe between threads.
    """

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._read: OrderedDict[Path, _Read] = OrderedDict()

    def of(self, book: Ledger) -> tuple[Review, ...]:
        """Return every decision that is in force, oldest first."""
        numbers = book.current_numbers(EntryKind.REVIEW)
        mark = book.mark(numbers[-1]) if numbers else None
        if mark is None:
            return ()
        with self._guard:
            held = self._read.get(book.path)
        known = held.reviews if held is not None and book.mark(held.mark[0]) == held.mark else {}
        fresh = book.at([number for number in numbers if number not in known])
        read = {entry.number: from_json(Review, entry.draft.body) for entry in fresh}
        reviews = {number: known[number] if number in known else read[number] for number in numbers}
        with self._guard:
            self._read[book.path] = _Read(mark, reviews)
            self._read.move_to_end(book.path)
            while len(self._read) > _LEDGERS:
                self._read.popitem(last=False)
        return tuple(reviews.values())


_LEDGERS = 2
_LATELY = _ReadReviews()
