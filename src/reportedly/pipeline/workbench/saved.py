"""Searches that people keep under a name, list and take back; each is an entry of the ledger."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from reportedly.ledger.store import Ledger
from reportedly.model.codec import from_json, to_json
from reportedly.model.entry import Action, Draft, EntryKind
from reportedly.model.errors import SettingsError
from reportedly.model.search import SavedView
from reportedly.pipeline.find import whole_id
from reportedly.pipeline.growing import Grower
from reportedly.pipeline.judging import refuse_machine
from reportedly.pipeline.record import Recorder
from reportedly.pipeline.toolkit import Toolkit
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.catalogue import keep

PAGES = ("/", "/search", "/documents", "/review")
"""Pages whose addresses hold a search."""
LONGEST_NAME, LONGEST_ADDRESS = 100, 2000
_WAIT = 5.0
"""Seconds to wait for somebody else who is writing."""


def saved_views(bench: Bench) -> tuple[SavedView, ...]:
    """Return the searches that people keep, by name, then author."""
    entries = bench.book.current(EntryKind.SAVED_VIEW)
    found = (from_json(SavedView, entry.draft.body) for entry in entries)
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.name, one.author)))


def save_view(ledger: Path, name: str, address: str, author: str, tools: Toolkit) -> SavedView:
    """Keep a search under a name; the author's earlier one of this name is superseded.

    Args:
        ledger: the ledger.
        name: how people call it.
        address: path and query of the page that shows it.
        author: who keeps it.
        tools: settings and what they name.

    Raises:
        SettingsError: E208 where the author is the machine, E287 where name or address cannot be kept.
        LedgerError: where the ledger cannot be written.
    """
    refuse_machine(author)
    called = " ".join(name.split())
    if not called or len(called) > LONGEST_NAME:
        advice = f"give a name of 1 to {LONGEST_NAME} characters"
        raise SettingsError("E287", "a search cannot be kept under this name", name[:LONGEST_NAME], advice)
    made = SavedView(SavedView.identify(called, author), called, _checked(address), author)
    _append(ledger, Draft(EntryKind.SAVED_VIEW, made.id, to_json(made), author, f"kept as {called}"), tools)
    return made


def withdraw_view(ledger: Path, view_id: str, author: str, tools: Toolkit) -> None:
    """Take a kept search back; the ledger still tells that it was there.

    Raises:
        NotFound: where no kept search has this id.
        SettingsError: E208 where the author is the machine.
        LedgerError: where the ledger cannot be written.
    """
    refuse_machine(author)
    with Ledger.open(ledger) as book:
        subject = whole_id(view_id, book.subjects(EntryKind.SAVED_VIEW), "saved search")
    draft = Draft(EntryKind.SAVED_VIEW, subject, "", author, "no longer wanted", action=Action.WITHDRAW)
    _append(ledger, draft, tools)


def _checked(address: str) -> str:
    parts = urlsplit(address)
    here = not parts.scheme and not parts.netloc and parts.path in PAGES and address.startswith("/")
    if not here or "\\" in address or len(address) > LONGEST_ADDRESS:
        advice = f"keep the address of one of these: {', '.join(PAGES)}"
        raise SettingsError("E287", "this is no search of the workbench", address[:200], advice)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _append(ledger: Path, draft: Draft, tools: Toolkit) -> None:
    with Ledger.open(ledger, write=True, wait=_WAIT) as book:
        grower = Grower(book, Recorder(book), tools)
        book.append([draft])
        grower.settle()
        keep(book, tools)
