"""Take reports into a ledger for people at the workbench: read and coded first, the ledger taken only to record."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from reportedly.ledger.store import Ledger
from reportedly.model.adding import Added, JobRecord
from reportedly.model.codec import to_json
from reportedly.model.document import Capture, DayBasis, Document, Published, Refusal
from reportedly.model.entry import Draft, EntryKind
from reportedly.model.errors import LedgerBusy
from reportedly.pipeline.growing import Grower
from reportedly.pipeline.intake import code
from reportedly.pipeline.isolation import read_all
from reportedly.pipeline.reading import Coded
from reportedly.pipeline.record import Recorder
from reportedly.pipeline.settings import ACTOR
from reportedly.pipeline.stage_words import doing
from reportedly.pipeline.toolkit import Toolkit
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.catalogue import keep
from reportedly.pipeline.workbench.gathering import Gathered

PATIENCE = 0.3
"""Seconds between two attempts to get the writing place."""


@dataclass(frozen=True, slots=True)
class Order:
    """Who asked for a job, and under which name the ledger keeps it."""

    id: str
    label: str
    by: str
    began: datetime


@dataclass(frozen=True, slots=True)
class _Read:
    captures: tuple[Capture, ...]
    documents: tuple[Document, ...]
    refusals: tuple[Refusal, ...]


def add(
    gathered: Iterable[Gathered],
    tools: Toolkit,
    ledger: Path,
    order: Order | None = None,
    waiting: Callable[[], None] | None = None,
) -> Added:
    """Read what was gathered, find its claims, and record both with everything that follows from them.

    Args:
        gathered: what was taken in.
        tools: settings and what they name; progress is told of each step.
        ledger: the ledger, which is there.
        order: the job that the ledger is to keep a note of; None = none.
        waiting: is told again and again while somebody else holds the ledger; None = not to wait.

    Raises:
        LedgerBusy: where somebody else writes to the ledger and it is not to wait.
        LedgerError: where the ledger cannot be written.
    """
    read = _read(gathered, tools)
    reason = f"read and coded with {tools.settings.model}"
    with Ledger.open(ledger) as book:
        known = Recorder(book)
        fresh = [document for document in read.documents if not known.has_coded(document, reason)]
    coded = tuple(code(fresh, tools))
    with _writing(ledger, waiting) as book:
        tools.progress.begin(f"{doing('events')} and {doing('evidence')}", None)
        new = _record(book, read, coded, reason, tools)
        added = Added(
            tuple(one.id for one in read.documents),
            new,
            sum(len(one.claims) for one in coded if one.document.id in new),
            sum(bool(one.losses) for one in read.documents),
            _events(Bench(book, tools), [one.id for one in read.documents]),
            read.refusals,
        )
        _note(book, order, added, tools)
        tools.progress.end()
    return added


def _read(gathered: Iterable[Gathered], tools: Toolkit) -> _Read:
    """Read everything that was taken in; what was fetched bears its address."""
    held: dict[str, Gathered] = {}
    captures: list[Capture] = []
    refusals: list[Refusal] = []
    for one in gathered:
        if isinstance(one.item, Refusal):
            refusals.append(one.item)
        else:
            held[one.item.id] = one
            captures.append(one.item)
    tools.progress.begin(doing("read"), len(captures))
    documents: dict[str, Document] = {}
    for item in read_all(_stepped(captures, tools), tools.limits):
        if isinstance(item, Refusal):
            refusals.append(item)
        else:
            document = _settled(item, held)
            documents.setdefault(document.id, document)
    tools.progress.end()
    once = {refusal.id: refusal for refusal in refusals}
    return _Read(tuple(captures), tuple(documents.values()), tuple(once.values()))


def _stepped(captures: Sequence[Capture], tools: Toolkit) -> Iterator[Capture]:
    for capture in captures:
        yield capture
        tools.progress.step()


def _settled(document: Document, held: Mapping[str, Gathered]) -> Document:
    """Return a document with the address that it was fetched from, and the feed's day where it names none itself.

    A page may name another address as its own; where it was fetched is what is known.
    """
    source = held.get(document.capture_id or "")
    if source is None or not source.fetched or isinstance(source.item, Refusal):
        return document
    document = replace(document, address=source.item.origin)
    if source.day is None or (document.published and document.published.basis is not DayBasis.INFERRED):
        return document
    published = Published(source.day, DayBasis.GIVEN, "given by the feed that names the page")
    identity = Document.identify(document.key, document.text, document.title, document.outlet, published)
    return replace(document, id=identity, published=published)


@contextmanager
def _writing(ledger: Path, waiting: Callable[[], None] | None) -> Iterator[Ledger]:
    """Open a ledger for writing; wait for whoever has it."""
    while True:
        try:
            book = Ledger.open(ledger, write=True)
            break
        except LedgerBusy:
            if waiting is None:
                raise
            waiting()
            time.sleep(PATIENCE)
    with book:
        yield book


def _record(book: Ledger, read: _Read, coded: Sequence[Coded], reason: str, tools: Toolkit) -> tuple[str, ...]:
    """Record captures, documents and claims and draw what follows; return the ids of documents that are new."""
    recorder = Recorder(book)
    grower = Grower(book, recorder, tools)
    for capture in read.captures:
        recorder.capture(capture)
    recorder.refusals(read.refusals)
    new = tuple(one.document.id for one in coded if not recorder.has(one.document.id))
    for one in coded:
        recorder.coded(one.document, one.claims, reason)
    recorder.finish_captures()
    if read.documents:
        grower.draw(coded)
    grower.settle()
    return new


def _events(bench: Bench, documents: Sequence[str]) -> tuple[str, ...]:
    """Return the events that some documents tell of."""
    with bench.book.stories_now() as index:
        told = {claim for claim, _ in index.claims(documents)}
        names = index.stories_of_texts(index.texts_of_documents(documents).values())
        drawn = [row.subject for row in index.drawn(names) if row.kind == EntryKind.EVENT.value]
    return tuple(one.id for one in bench.events(drawn) if told & set(one.claim_ids))


def _note(book: Ledger, order: Order | None, added: Added, tools: Toolkit) -> None:
    """Keep a note of a job, and settle that it concerns nothing that is drawn."""
    if order is not None:
        grower = Grower(book, Recorder(book), tools)
        record = JobRecord(order.id, order.label, order.by, order.began, datetime.now(UTC), added)
        reason = f"{len(added.new)} documents added, {len(added.refusals)} things refused"
        book.append([Draft(EntryKind.NOTE, order.id, to_json(record), order.by or ACTOR, reason)])
        grower.settle()
    keep(book, tools)
