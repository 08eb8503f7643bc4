"""Add pages by address and feed from the command line, where nobody else waits for the ledger."""

from __future__ import annotations

from pathlib import Path

from reportedly.ledger.store import Ledger
from reportedly.model.entry import EntryKind
from reportedly.pipeline.intake import NothingRead
from reportedly.pipeline.run import Growth
from reportedly.pipeline.toolkit import Toolkit
from reportedly.pipeline.workbench.adding import add
from reportedly.pipeline.workbench.gathering import FetchRules, Wanted, gather


def grow_wanted(wanted: Wanted, tools: Toolkit, ledger: Path, rules: FetchRules) -> Growth:
    """Take files, pages and feeds into a ledger, made where it is missing, and tell how much it holds then.

    Raises:
        NothingRead: where no document could be read; the refusals are recorded all the same.
        LedgerError: where the ledger cannot be written.
    """
    Ledger.open(ledger, write=True).close()
    added = add(gather(wanted, rules, tools.progress), tools, ledger)
    if not added.documents:
        raise NothingRead([*wanted.files, *wanted.addresses, *wanted.feeds], added.refusals)
    with Ledger.open(ledger) as book:
        kinds = (EntryKind.DOCUMENT, EntryKind.CLAIM, EntryKind.EVENT)
        documents, claims, events = (book.count(kind) for kind in kinds)
    return Growth(added.refusals, len(added.new), documents, claims, events)
