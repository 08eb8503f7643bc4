"""Make a ledger ready to be shown: everything drawn from what it holds."""

from __future__ import annotations

from pathlib import Path

from reportedly.ledger.store import Ledger
from reportedly.pipeline.growing import Grower
from reportedly.pipeline.record import Recorder
from reportedly.pipeline.toolkit import Toolkit


def bring_up_to_date(ledger: Path, tools: Toolkit) -> None:
    """Draw what a ledger's claims come to, unless that stands in it already under these settings.

    Raises:
        LedgerBusy: where somebody else writes to it.
        LedgerError: where there is none, or it cannot be written.
    """
    Ledger.open(ledger).close()  # a ledger that is not there is an error here, not one to be made
    with Ledger.open(ledger, write=True) as book:
        Grower(book, Recorder(book), tools).draw()
