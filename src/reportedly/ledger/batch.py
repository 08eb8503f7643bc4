"""Batches: check drafts and chain them to the entry before; pure, without a database."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from reportedly.ledger import faults
from reportedly.model.entry import Action, Draft, Entry

FIRST_PREVIOUS = "0" * 64
"""Previous hash of the first entry."""
MAX_SUBJECT = 64
"""Characters in the id of a subject."""


def check(drafts: Sequence[Draft]) -> None:
    """Refuse drafts that may not be recorded.

    Raises:
        LedgerError: E309, for a missing subject, actor or reason, a body that is no JSON or stands in a withdrawal, or
            text that no database keeps (NUL, half of a surrogate pair).
    """
    for draft in drafts:
        _check_words(draft)
        _check_body(draft)


def _check_words(draft: Draft) -> None:
    for field, text in (("subject", draft.subject), ("actor", draft.actor), ("reason", draft.reason)):
        if not text.strip():
            raise faults.unacceptable(f"an entry needs {_ARTICLE[field]}", draft.subject, f"give {_ARTICLE[field]}")
    if len(draft.subject) > MAX_SUBJECT:
        raise faults.unacceptable(f"the id is longer than {MAX_SUBJECT} characters", draft.subject, "use a shorter id")
    for text in (draft.subject, draft.actor, draft.reason, draft.body):
        if "\0" in text or not _is_unicode(text):
            what = "the text holds a NUL or half of a surrogate pair"
            raise faults.unacceptable(what, draft.subject.encode("utf-8", "replace").decode(), "remove that character")


_ARTICLE = {"subject": "the id of what it is about", "actor": "an actor", "reason": "a reason"}


def _is_unicode(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _check_body(draft: Draft) -> None:
    if draft.action is Action.WITHDRAW:
        if draft.body:
            raise faults.unacceptable("a withdrawal has no body", draft.subject, "leave the body empty")
        return
    try:
        json.loads(draft.body)
    except (ValueError, RecursionError) as error:
        advice = "write the body with reportedly.model.codec.to_json"
        raise faults.unacceptable("the body is no JSON", draft.subject, advice) from error


def chain(drafts: Sequence[Draft], last: Entry | None, recorded: datetime) -> Iterator[Entry]:
    """Yield the drafts as the entries of one batch that follow ``last``.

    Args:
        drafts: checked drafts in the order in which they are to stand.
        last: the newest entry of the ledger; None where there is none.
        recorded: the time of recording, with a zone.
    """
    number, batch, previous = (last.number, last.batch + 1, last.hash) if last else (0, 1, FIRST_PREVIOUS)
    moment = recorded.astimezone(UTC)
    for number_now, draft in enumerate(drafts, number + 1):
        unsigned = Entry(number_now, batch, draft, moment, previous, "")
        entry = replace(unsigned, hash=unsigned.expected_hash())
        yield entry
        previous = entry.hash
