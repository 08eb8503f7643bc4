"""Fork children that append to a ledger until they are killed; run as a program by the kill tests.

For each line of JSON on standard input it starts one child and prints the child's process id, then, once the child is
dead, its wait status. The children share this process's imports, so that each starts within milliseconds.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from reportedly.ledger.store import Ledger
from reportedly.model.entry import Draft, EntryKind


@dataclass(frozen=True)
class Order:
    """What one child is to do."""

    ledger: str
    acknowledged: str
    """The file that gets one line for each batch, synced, after the batch was acknowledged."""
    label: str
    """Begins the name of each batch, so that no two children use the same names."""
    bug: str = ""
    """``early``: acknowledge before appending; ``split``: append half of a batch at a time; empty: none."""
    batches: int | None = None
    """How many batches to append before ending in peace; None = until killed."""


def batch_of(name: str, size: int) -> tuple[list[Draft], bytes]:
    """Return the drafts of a batch, each of which tells the batch's name and size, and the bytes of its capture."""
    body = {"batch": name, "of": size, "quote": f"forty soldiers were hurt in {name}"}
    drafts = [
        Draft(EntryKind.CLAIM, f"{name}-{index}", json.dumps(body), "reportedly test", "kill test")
        for index in range(size)
    ]
    return drafts, name.encode() * 100


def append_all(order: Order) -> None:
    """Append batches of one to six entries, acknowledging each."""
    with Ledger.open(order.ledger, write=True) as ledger, Path(order.acknowledged).open("ab", buffering=0) as file:
        for number in count() if order.batches is None else range(order.batches):
            name, size = f"{order.label}-{number}", 1 + number % 6
            drafts, content = batch_of(name, size)
            line = f"{name}\n".encode()
            if order.bug == "early":
                acknowledge(file.fileno(), line)
            if order.bug == "split":
                ledger.append(drafts[: size // 2], [content])
                drafts = drafts[size // 2 :]
            ledger.append(drafts, [content])
            if order.bug != "early":
                acknowledge(file.fileno(), line)


def acknowledge(descriptor: int, line: bytes) -> None:
    """Write one line and have it reach the disk."""
    os.write(descriptor, line)
    os.fsync(descriptor)


def work_and_exit(order: Order) -> None:
    """Do the work in a child and end it there, so that it never goes on as a second server."""
    status = 1
    try:
        append_all(order)
        status = 0
    except Exception:  # noqa: BLE001 - printed for the test's log, and told by the exit status
        traceback.print_exc()
    finally:
        os._exit(status)


def serve() -> None:
    """Start a child for each order until there are no more."""
    for line in sys.stdin:
        order = Order(**json.loads(line))
        child = os.fork()
        if child == 0:
            work_and_exit(order)
        print(child, flush=True)  # noqa: T201 - the protocol with the test
        print(os.waitpid(child, 0)[1], flush=True)  # noqa: T201 - the protocol with the test


if __name__ == "__main__":
    serve()
