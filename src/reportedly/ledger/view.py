"""The current view and the word index: what holds now, derived from the entries and rebuildable from them."""

from __future__ import annotations

import json
from typing import NamedTuple

from sqlalchemy import Connection, Select, delete, func, insert, select, tuple_

from reportedly.ledger import sqlite
from reportedly.ledger.tables import CURRENT, ENTRY
from reportedly.model.entry import Action, EntryKind

_PAGE = 500


class Words(NamedTuple):
    """What of an entry can be searched."""

    title: str
    text: str


def words_of(kind: str, body: str) -> Words | None:
    """Return the searchable words of an entry's body: a claim's quote, a document's title and text; None = nothing."""
    if kind not in {EntryKind.CLAIM, EntryKind.DOCUMENT}:
        return None
    data = json.loads(body)
    if not isinstance(data, dict):
        return None
    title, text = (data.get("title"), data.get("text")) if kind == EntryKind.DOCUMENT else ("", data.get("quote"))
    words = Words(title if isinstance(title, str) else "", text if isinstance(text, str) else "")
    # An escaped half of a surrogate pair is valid JSON that the database cannot keep; NUL would end the text there.
    legible = Words(*(part.encode("utf-8", "replace").decode().replace("\0", " ") for part in words))
    return legible if any(legible) else None


def advance(connection: Connection, first: int) -> None:
    """Bring view and index up to the entries from number ``first`` on, which were just recorded."""
    new = select(ENTRY.c.kind, ENTRY.c.subject).where(ENTRY.c.number >= first)
    touched = tuple_(CURRENT.c.kind, CURRENT.c.subject).in_(new)
    gone = connection.execute(select(CURRENT.c.number).where(touched)).scalars().all()
    sqlite.forget_words(connection, gone)
    connection.execute(delete(CURRENT).where(touched))
    _add(connection, first)


def rebuild(connection: Connection) -> None:
    """Make view and index anew from all entries."""
    sqlite.clear_words(connection)
    connection.execute(delete(CURRENT))
    _add(connection, 1)


def latest(first: int = 1) -> Select[tuple[int]]:
    """Return the query for the newest entry of each subject among those from number ``first`` on."""
    return select(func.max(ENTRY.c.number)).where(ENTRY.c.number >= first).group_by(ENTRY.c.kind, ENTRY.c.subject)


def _add(connection: Connection, first: int) -> None:
    holding = ENTRY.c.number.in_(latest(first)), ENTRY.c.action == Action.ASSERT.value
    rows = select(ENTRY.c.kind, ENTRY.c.subject, ENTRY.c.number).where(*holding)
    connection.execute(insert(CURRENT).from_select(["kind", "subject", "number"], rows))
    searchable = ENTRY.c.kind.in_([EntryKind.CLAIM.value, EntryKind.DOCUMENT.value])
    bodies = select(ENTRY.c.number, ENTRY.c.kind, ENTRY.c.body).where(*holding, searchable, ENTRY.c.number >= first)
    found = connection.execute(bodies.order_by(ENTRY.c.number))
    for page in found.partitions(_PAGE):
        words = [(number, words_of(kind, body)) for number, kind, body in page]
        sqlite.index_words(connection, [(number, *known) for number, known in words if known])
