"""How claims are read out of many documents: one after another, or by several processes at once.

Every executor gives the claims in the order of the documents, so that the choice never changes a result.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Protocol

from reportedly.model.claim import Claim
from reportedly.model.document import Document
from reportedly.model.errors import SettingsError

WORTH_PROCESSES = 400_000
"""Characters of text from which starting processes (about two seconds each) pays."""


class Extractor(Protocol):
    """Reads the claims of one document."""

    def extract(self, document: Document) -> tuple[Claim, ...]:
        """Return the document's claims in the order of its text."""


LoadExtractor = Callable[[], Extractor]
"""Loads an extractor; picklable, since worker processes load their own."""


class Executor(Protocol):
    """Runs an extractor over documents."""

    def extract(self, documents: Sequence[Document], load: LoadExtractor) -> Iterator[tuple[Claim, ...]]:
        """Yield the claims of each document, in the order of the documents."""


class Serial:
    """Reads one document after another in this process."""

    def extract(self, documents: Sequence[Document], load: LoadExtractor) -> Iterator[tuple[Claim, ...]]:
        """Yield the claims of each document; the extractor is loaded when the first is asked for."""
        if documents:
            extractor = load()
            for document in documents:
                yield extractor.extract(document)


class Processes:
    """Reads documents in several processes."""

    def __init__(self, workers: int | None = None) -> None:
        """Set the number of processes; None takes one a core, at most eight."""
        self.workers = workers or min(os.cpu_count() or 1, 8)

    def extract(self, documents: Sequence[Document], load: LoadExtractor) -> Iterator[tuple[Claim, ...]]:
        """Yield the claims of each document; each process loads the extractor once."""
        if not documents:
            return
        # Fresh processes: a forked copy of a process with threads can hang.
        with ProcessPoolExecutor(self.workers, get_context("spawn"), _start, (load,)) as pool:
            yield from pool.map(_extract, documents, chunksize=1)


class Standing:
    """Reads documents in one process that stays, so that the first report need not wait and pages stay quick."""

    def __init__(self) -> None:
        """Start nothing yet."""
        self._guard = threading.Lock()
        self._pool: ProcessPoolExecutor | None = None

    def warm(self, load: LoadExtractor) -> None:
        """Have the process start and load the extractor; does not wait for it."""
        self._ready(load).submit(_loaded)

    def extract(self, documents: Sequence[Document], load: LoadExtractor) -> Iterator[tuple[Claim, ...]]:
        """Yield the claims of each document; a process that died is replaced the next time."""
        if not documents:
            return
        pool = self._ready(load)
        try:
            yield from pool.map(_extract, documents)
        except BrokenProcessPool:
            self.close()
            raise

    def close(self) -> None:
        """End the process; the next use starts another."""
        with self._guard:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=True, cancel_futures=True)

    def _ready(self, load: LoadExtractor) -> ProcessPoolExecutor:
        with self._guard:
            if self._pool is None:
                self._pool = ProcessPoolExecutor(1, get_context("spawn"), _start_beside, (load,))
            return self._pool


class Automatic:
    """Takes several processes where there is enough text to make up for starting them."""

    def extract(self, documents: Sequence[Document], load: LoadExtractor) -> Iterator[tuple[Claim, ...]]:
        """Yield the claims of each document."""
        size = sum(len(document.text) for document in documents)
        many = size >= WORTH_PROCESSES and len(documents) > 1 and (os.cpu_count() or 1) > 1
        return (Processes() if many else Serial()).extract(documents, load)


BUILT_IN: dict[str, Callable[[], Executor]] = {"auto": Automatic, "serial": Serial, "processes": Processes}


def built_in(name: str) -> Executor:
    """Return the executor of this name.

    Raises:
        SettingsError: where there is none.
    """
    if name not in BUILT_IN:
        raise SettingsError(
            "E202", f"no executor of this name; there are {', '.join(BUILT_IN)}", name, "take one of these"
        )
    return BUILT_IN[name]()


class _Worker:
    """The extractor of a worker process, loaded once when the process starts."""

    extractor: Extractor | None = None


def _start(load: LoadExtractor) -> None:
    _Worker.extractor = load()


def _start_beside(load: LoadExtractor) -> None:
    """Start as the helper of a server, which alone hears an interrupt at the keyboard and ends its helper."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _start(load)


def _loaded() -> bool:
    return _Worker.extractor is not None


def _extract(document: Document) -> tuple[Claim, ...]:
    if _Worker.extractor is None:
        raise RuntimeError("the worker process was not started by its executor")
    return _Worker.extractor.extract(document)
