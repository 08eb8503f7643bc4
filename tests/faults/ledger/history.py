"""Check a ledger against what was acknowledged, knowing nothing but the two files."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from reportedly.ledger.store import Ledger
from reportedly.ledger.verify import verify
from reportedly.model.errors import LedgerError


def problems(ledger: Path, acknowledged: Path) -> list[str]:
    """Return everything that breaks the promise: lost, half and doubled batches, and damage.

    The ledger is opened for reading only, so whatever is wrong is not repaired before it is seen.
    """
    names = acknowledged_batches(acknowledged)
    try:
        with Ledger.open(ledger) as reader:
            bodies = [json.loads(entry.draft.body) for entry in reader.entries()]
    except LedgerError as error:
        # Killed before the first batch, the file may hold no ledger yet; that is a loss only if something was promised.
        return [f"{len(names)} batches are lost: {error}"] if names or error.code not in {"E301", "E302"} else []
    found = Counter(body["batch"] for body in bodies)
    sizes = {body["batch"]: body["of"] for body in bodies}
    return [
        *(f"acknowledged batch {name} is lost" for name in names if name not in found),
        *(f"batch {name} has {found[name]} of {size} entries" for name, size in sizes.items() if found[name] != size),
        *(f"verification: {damage.what}" for damage in verify(ledger).damage),
    ]


def acknowledged_batches(path: Path) -> list[str]:
    """Return the names of the batches whose acknowledgement was written in full."""
    written = path.read_text(encoding="ascii") if path.exists() else ""
    return [line.strip() for line in written.splitlines(keepends=True) if line.endswith("\n")]
