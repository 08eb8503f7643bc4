"""Make a ledger ready to be shown: everything drawn from what it holds, and listed."""

from __future__ import annotations

from pathlib import Path

from reportedly.ledger.store import Ledger
from reportedly.model.errors import LedgerBusy, LedgerError
from reportedly.pipeline.growing import Grower
from reportedly.pipeline.record import Recorder
from reportedly.pipeline.toolkit import Toolkit
from reportedly.pipeline.workbench.catalogue import is_behind, mend, refresh

_OLDER = "E304"


def bring_up_to_date(ledger: Path, tools: Toolkit) -> None:
    """Draw what a ledger's claims come to and list it, unless that stands in it already under these settings.

    Raises:
        LedgerBusy: where somebody else writes to it.
        LedgerError: where there is none, or it cannot be written.
    """
    _require_there(ledger)
    with Ledger.open(ledger, write=True) as book:
        Grower(book, Recorder(book), tools).draw()
        mend(book, tools)


def catch_up(ledger: Path, tools: Toolkit) -> None:
    """List what was recorded since; where somebody else is writing, pages show what was listed before.

    Raises:
        LedgerError: where the ledger cannot be read or written.
    """
    with Ledger.open(ledger) as book:
        behind = is_behind(book)
    if not behind:
        return
    try:
        with Ledger.open(ledger, write=True) as book:
            refresh(book, tools)
    except LedgerBusy:
        return


def _require_there(ledger: Path) -> None:
    """Refuse a ledger that is not there, which opening for writing would make; one of an older form is there."""
    try:
        Ledger.open(ledger).close()
    except LedgerError as error:
        if error.code != _OLDER:
            raise
