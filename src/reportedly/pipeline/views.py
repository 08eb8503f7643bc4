"""Look things up in a ledger for people: the history of an id, claims by their words, the state of the chain."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from reportedly.ledger.store import Ledger
from reportedly.ledger.verify import Verification, verify
from reportedly.model.codec import from_json, to_data
from reportedly.model.entry import Entry, EntryKind
from reportedly.model.errors import NotFound
from reportedly.model.review import Review


def history_of(ledger: Path, short_id: str) -> tuple[Entry, ...]:
    """Return every entry about the thing with this short id, oldest first; of an added claim those that people made.

    Raises:
        NotFound: where nothing, or more than one thing, has this id.
    """
    with Ledger.open(ledger) as book:
        try:
            return tuple(book.history(book.find(short_id).draft.subject))
        except NotFound:
            added = added_claim_history(book, short_id)
            if not added:
                raise
            return added


def added_claim_history(book: Ledger, short_id: str) -> tuple[Entry, ...]:
    """Return the entries about a claim that only people found, oldest first; empty where there is no one such claim."""
    told: dict[str, set[str]] = defaultdict(set)
    for entry in book.entries(kind=EntryKind.REVIEW):
        if entry.draft.body:
            told[from_json(Review, entry.draft.body).claim_id].add(entry.draft.subject)
    fitting = [claim for claim in told if short_id and claim.startswith(short_id)]
    if len(fitting) != 1:
        return ()
    entries = (entry for review in told[fitting[0]] for entry in book.history(review))
    return tuple(sorted(entries, key=lambda entry: entry.number))


def entry_data(entry: Entry) -> dict[str, Any]:
    """Return an entry as a plain object with its body unpacked."""
    data: dict[str, Any] = to_data(entry)
    data["draft"]["body"] = json.loads(entry.draft.body) if entry.draft.body else None
    return data


def claims_with_words(ledger: Path, query: str) -> frozenset[str]:
    """Return the ids of the claims that hold every word of a query."""
    with Ledger.open(ledger) as book:
        count = sum(1 for _ in book.current(EntryKind.CLAIM)) + sum(1 for _ in book.current(EntryKind.DOCUMENT))
        found = book.search(query, limit=max(count, 1))
        return frozenset(entry.draft.subject for entry in found if entry.draft.kind is EntryKind.CLAIM)


def verified(ledger: Path, *, rebuild: bool = False) -> Verification:
    """Walk a ledger's chain and return what does not fit.

    Args:
        ledger: the ledger's file.
        rebuild: make the view anew from the entries and walk again, where that mends everything; a ledger with a
            damaged entry is left as it is, since its view would then rest on the damage.

    Raises:
        LedgerError: E301 where there is no file; with ``rebuild`` also where it cannot be written.
    """
    found = verify(ledger)
    if not (rebuild and found.mends_by_rebuilding):
        return found
    with Ledger.open(ledger, write=True) as book:
        book.rebuild_view()
    return verify(ledger)
