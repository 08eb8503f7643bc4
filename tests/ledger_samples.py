"""Drafts and small ledgers for tests; all words are invented."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from reportedly.ledger.store import Ledger
from reportedly.model.days import Days
from reportedly.model.entry import Action, Draft, Entry, EntryKind

START = datetime(2025, 1, 6, 8, 30, tzinfo=UTC)


def ticking(start: datetime = START) -> Iterator[datetime]:
    """Yield times a minute apart."""
    while True:
        yield start
        start += timedelta(minutes=1)


def open_ledger(path: Path) -> Ledger:
    """Open a ledger for writing whose clock moves on a minute with each batch."""
    times = ticking()
    return Ledger.open(path, write=True, clock=lambda: next(times))


def claim(subject: str, quote: str = "forty soldiers were hurt", published: date | None = None) -> Draft:
    """Draft the assertion of a claim."""
    body = json.dumps({"quote": quote})
    return Draft(EntryKind.CLAIM, subject, body, "reportedly test", "read from a report", published=published)


def document(subject: str, text: str, title: str = "") -> Draft:
    """Draft the assertion of a document."""
    body = json.dumps({"text": text, "title": title})
    return Draft(EntryKind.DOCUMENT, subject, body, "reportedly test", "taken in")


def withdrawal(subject: str, kind: EntryKind = EntryKind.CLAIM) -> Draft:
    """Draft a withdrawal."""
    return Draft(kind, subject, "", "Ida Brandt", "misread", Action.WITHDRAW)


def rich_draft() -> Draft:
    """Draft an entry with every field set."""
    event = Days(date(2024, 12, 13), date(2024, 12, 14))
    return Draft(
        EntryKind.CLAIM,
        "clm-rich",
        '{"quote":"dreißig Verletzte"}',
        "Ida Brandt",
        "read twice",
        event=event,
        said=Days.on(date(2024, 12, 15)),
        published=date(2024, 12, 16),
    )


def filled(path: Path) -> tuple[Entry, ...]:
    """Write a ledger of several batches and return its entries."""
    with open_ledger(path) as ledger:
        sha256 = ledger.put_content(b"<p>a page</p>" * 50)
        capture = Draft(EntryKind.CAPTURE, "cap-1", json.dumps({"sha256": sha256}), "reportedly test", "fetched")
        ledger.append([capture, document("doc-1", "Forty soldiers were hurt near Lindau.", "Forty hurt")])
        ledger.append([rich_draft(), claim("clm-2", published=date(2025, 1, 2)), claim("clm-3")])
        ledger.append([withdrawal("clm-3")])
        ledger.append([claim("clm-2", "fifty soldiers were hurt")])
        return tuple(ledger.entries())


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the file past every check of ours."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def without_guards(connection: sqlite3.Connection) -> None:
    """Remove the triggers, as somebody would who wants to change a ledger unseen."""
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")


def restore_guards(connection: sqlite3.Connection, statements: list[str]) -> None:
    """Put the triggers back."""
    for statement in statements:
        connection.execute(statement)


def guards(connection: sqlite3.Connection) -> list[str]:
    """Return the statements of the triggers."""
    return [sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'")]


def drop_catalogue(connection: sqlite3.Connection) -> None:
    """Take away the tables that form 0004 brought."""
    for name in ("state", "event", "card", "claim", "trait", "profile", "document", "mark"):
        connection.execute(f"DROP TABLE catalogue_{name}")
