"""A ledger open for one request, with the settings under which it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from reportedly.evidence.grades import judged_by_people
from reportedly.ledger.store import Ledger
from reportedly.model.claim import Claim
from reportedly.model.codec import from_json
from reportedly.model.document import Document
from reportedly.model.entry import EntryKind
from reportedly.model.event import Event, Testimony
from reportedly.model.evidence import Evidence
from reportedly.model.ids import identifier
from reportedly.model.review import SourceJudgement
from reportedly.pipeline.decided import counted, graded_sources
from reportedly.pipeline.toolkit import Toolkit

Model = TypeVar("Model")


@dataclass(frozen=True)
class Bench:
    """An open ledger with settings; what holds under given ids, as model types."""

    book: Ledger
    tools: Toolkit

    @classmethod
    @contextmanager
    def open(cls, ledger: Path, tools: Toolkit, *, write: bool = False, wait: float = 0.0) -> Iterator[Bench]:
        """Open a ledger and close it at the end of the block.

        Args:
            ledger: its file.
            tools: settings and what they name.
            write: whether to append.
            wait: seconds to wait for somebody else who is writing.

        Raises:
            LedgerBusy: where it is to be written and somebody else has it open for writing.
            LedgerError: where it cannot be opened.
        """
        with Ledger.open(ledger, write=write, wait=wait) as book:
            yield cls(book, tools)

    def documents(self, ids: Iterable[str]) -> tuple[Document, ...]:
        """Return the documents of some ids by publication, then id; unknown ones are left out."""
        found = self._held(EntryKind.DOCUMENT, Document, ids)
        return tuple(sorted(found, key=lambda one: (one.day or date.max, one.id)))

    def claims(self, ids: Iterable[str]) -> tuple[Claim, ...]:
        """Return the claims of some ids as they count, by document and place; unknown ones are left out."""
        return tuple(sorted(counted(self.book, ids), key=lambda one: (one.document_id, one.span, one.id)))

    def events(self, ids: Iterable[str]) -> tuple[Event, ...]:
        """Return the events of some ids in order of id; unknown ones are left out."""
        return tuple(self._held(EntryKind.EVENT, Event, ids))

    def testimonies(self, ids: Iterable[str]) -> tuple[Testimony, ...]:
        """Return the testimonies of some ids in order of id; unknown ones are left out."""
        return tuple(self._held(EntryKind.TESTIMONY, Testimony, ids))

    def evidence(self, event_ids: Iterable[str]) -> tuple[Evidence, ...]:
        """Return what was found out about some events, with people's letters of sources; unknown ones are left out."""
        found = self._held(EntryKind.EVIDENCE, Evidence, (identifier("evd", one) for one in event_ids))
        return judged_by_people(found, self.graded)

    @cached_property
    def graded(self) -> tuple[SourceJudgement, ...]:
        """Letters that people gave sources and that are in force, oldest first."""
        return graded_sources(self.book)

    def _held(self, kind: EntryKind, model: type[Model], ids: Iterable[str]) -> list[Model]:
        found = self.book.bodies(kind, ids)
        return [from_json(model, found[subject][1]) for subject in sorted(found)]
