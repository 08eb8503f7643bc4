"""The bundled example as it was read when the program was built, so that a demonstration begins at once.

Reading it anew gives the same documents and claims; a test reads it and compares.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from reportedly.ledger.store import Ledger
from reportedly.model.claim import Claim
from reportedly.model.codec import from_json, to_data
from reportedly.model.document import Document
from reportedly.model.errors import SettingsError
from reportedly.pipeline.growing import Grower
from reportedly.pipeline.reading import Coded
from reportedly.pipeline.record import Recorder
from reportedly.pipeline.toolkit import Toolkit

READ_EXAMPLE = "demo/kursk-2024-12.jsonl.gz"
"""One line a document with its claims, below ``reportedly.data``."""
_REASON = "the bundled example, read when the program was built"


def read_example() -> tuple[Coded, ...]:
    """Return the documents of the bundled example with their claims."""
    packed = files("reportedly.data").joinpath(READ_EXAMPLE).read_bytes()
    return tuple(_coded(line) for line in gzip.decompress(packed).decode("utf-8").splitlines())


def packed(coded: Iterable[Coded]) -> bytes:
    """Return documents with their claims as ``read_example`` reads them; equal ones give equal bytes."""
    lines = [
        json.dumps(
            {"document": to_data(one.document), "claims": [to_data(claim) for claim in one.claims]},
            ensure_ascii=False,
            sort_keys=True,
            separators=(",", ":"),
        )
        for one in coded
    ]
    return gzip.compress("".join(f"{line}\n" for line in lines).encode("utf-8"), 9, mtime=0)


def fill(ledger: Path, tools: Toolkit) -> None:
    """Make a ledger that holds the bundled example, drawn.

    Raises:
        SettingsError: E284 where the file is there already.
        LedgerError: where it cannot be written.
    """
    if ledger.exists():
        advice = "open it with reportedly serve, or name a file that is not there"
        raise SettingsError("E284", "the demonstration fills a new ledger only", str(ledger), advice)
    with Ledger.open(ledger, write=True) as book:
        recorder = Recorder(book)
        grower = Grower(book, recorder, tools)
        coded = read_example()
        for one in coded:
            recorder.coded(one.document, one.claims, _REASON)
        grower.draw(coded)


def _coded(line: str) -> Coded:
    held = json.loads(line)
    document = from_json(Document, json.dumps(held["document"]))
    return Coded(document, tuple(from_json(Claim, json.dumps(claim)) for claim in held["claims"]))
