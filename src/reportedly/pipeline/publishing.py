"""Publish an assessment: draw it from a ledger, record it there, and put on record what it predicts."""

from __future__ import annotations

from pathlib import Path

from reportedly.ledger.store import Ledger
from reportedly.pipeline.growing import Grower
from reportedly.pipeline.predicting import record_predictions
from reportedly.pipeline.record import Recorder
from reportedly.pipeline.run import Run, drawn_from
from reportedly.pipeline.toolkit import Toolkit


def publish(ledger: Path, tools: Toolkit) -> Run:
    """Draw the assessment of what a ledger holds, record it with its predictions, and return it.

    Raises:
        LedgerError: where there is no ledger, or it cannot be written.
    """
    Ledger.open(ledger).close()  # a ledger that is not there is an error here, not one to be made
    with Ledger.open(ledger, write=True) as book:
        recorder = Recorder(book)
        grower = Grower(book, recorder, tools)
        dossier, undated = drawn_from(book, tools, compared=True)
        recorder.assessment(dossier.assessment)
        record_predictions(book, dossier)
        grower.settle()
    return Run(dossier, undated, 0)
