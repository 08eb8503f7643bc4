"""Keep the catalogue of a ledger up to date: of what changed since, and no more.

What stands in it afterwards is what filling it anew would leave there.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice

from reportedly.ledger.catalogue import CatalogueState
from reportedly.ledger.store import Ledger
from reportedly.model.codec import from_json
from reportedly.model.entry import EntryKind
from reportedly.model.ids import digest
from reportedly.model.review import Review
from reportedly.pipeline.progress import Progress
from reportedly.pipeline.settings import ACTOR
from reportedly.pipeline.toolkit import Toolkit
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.catalogue_grades import events_judged
from reportedly.pipeline.workbench.catalogue_rows import Rows, rows_of_claims, rows_of_documents, rows_of_events

_FORM = 4
"""Counts up when rows of the same entries come to differ, so that older ones are made anew."""
_MANY = 250
"""Events worked on together."""


@dataclass(slots=True)
class _Touched:
    """What has to be looked at again."""

    events: set[str] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)


def refresh(book: Ledger, tools: Toolkit, progress: Progress | None = None) -> None:
    """Bring the catalogue up to the newest entry; fill it where it holds nothing, or was made under other settings.

    Args:
        book: a ledger that is open for writing, with its events drawn.
        tools: settings and what they name.
        progress: hears how far the filling is; None = the tools' own.
    """
    top, settings = book.top(), _settings(tools)
    with book.catalogue_now() as index:
        state = index.state()
    if state is None or state.settings != settings or state.number > top:
        with _undisturbed():
            _fill(Bench(book, tools), progress or tools.progress)
    elif state.number < top:
        _follow(Bench(book, tools), state.number)
    else:
        return
    with book.catalogue() as index:
        index.set_state(CatalogueState(top, settings))


def is_behind(book: Ledger) -> bool:
    """Say whether entries were recorded since the catalogue was last brought up to date."""
    with book.catalogue_now() as index:
        state = index.state()
    return state is None or state.number != book.top()


def keep(book: Ledger, tools: Toolkit) -> None:
    """Bring the catalogue up to the newest entry where there is one; a ledger that nobody looks at needs none."""
    with book.catalogue_now() as index:
        filled = index.state() is not None
    if filled:
        refresh(book, tools)


def mend(book: Ledger, tools: Toolkit, progress: Progress | None = None) -> None:
    """Bring the catalogue up to the newest entry, and make it anew where its rows do not fit the ledger's own."""
    with book.catalogue_now() as index:
        broken = index.state() is not None and not index.is_whole()
    refresh(book, tools, progress)
    if not broken:
        return
    with book.catalogue_now() as index:
        broken = not index.is_whole()
    if broken:
        with book.catalogue() as index:
            index.clear()
        refresh(book, tools, progress)


def _settings(tools: Toolkit) -> str:
    registry = tools.registry
    drawn = tools.convention, tools.units, tools.settings.policy, tools.priors, tools.yardstick
    return digest(_FORM, ACTOR, registry.actors, registry.sides, *drawn)


def _fill(bench: Bench, progress: Progress) -> None:
    book = bench.book
    with book.catalogue() as index:
        index.clear()
    events = book.subjects(EntryKind.EVENT)
    loose = set(book.subjects(EntryKind.CLAIM))
    progress.begin("listing events", len(events))
    for part in _parts(events):
        rows = rows_of_events(bench, part)
        loose.difference_update(row.claim for row, _ in rows.claims)
        _put(book, rows)
        for _ in part:
            progress.step()
    progress.end()
    for part in _parts(sorted(loose)):
        _put(book, rows_of_claims(bench, part))
    for part in _parts(book.subjects(EntryKind.DOCUMENT)):
        documents = rows_of_documents(bench, part)
        with book.catalogue() as index:
            index.put_documents(documents)
            index.count_claims(part)


def _follow(bench: Bench, since: int) -> None:
    book = bench.book
    touched = _touched(bench, since)
    rows = rows_of_events(bench, touched.events)
    loose = touched.claims - {row.claim for row, _ in rows.claims}
    alone = rows_of_claims(bench, loose)
    documents = rows_of_documents(bench, touched.documents)
    counted = touched.documents | {row.document for part in (rows, alone) for row, _ in part.claims}
    with book.catalogue() as index:
        counted |= index.documents_of_claims(touched.claims)
        index.drop_events(touched.events)
        index.drop_claims(touched.claims | {row.claim for row, _ in rows.claims})
        index.drop_documents(touched.documents)
    _put(book, rows)
    _put(book, alone)
    with book.catalogue() as index:
        index.put_documents(documents)
        index.count_claims(counted)


def _touched(bench: Bench, since: int) -> _Touched:
    """Return what entries after a number bear on: themselves, and what stands in the catalogue on their account."""
    changed: dict[EntryKind, set[str]] = defaultdict(set)
    for kind, subject in bench.book.changed_since(since):
        changed[kind].add(subject)
    reviewed = _reviewed(bench, changed[EntryKind.REVIEW])
    touched = _Touched(changed[EntryKind.EVENT], changed[EntryKind.CLAIM], changed[EntryKind.DOCUMENT])
    touched.events |= events_judged(bench, changed[EntryKind.SOURCE_GRADE])
    with bench.book.stories_now() as stories:
        touched.claims |= {claim for claim, _ in stories.claims(touched.documents | reviewed)}
    with bench.book.catalogue_now() as index:
        touched.claims |= index.claims_in(touched.documents | reviewed)
        touched.events |= index.events_with_evidence(changed[EntryKind.EVIDENCE])
        touched.events |= index.events_of_testimonies(changed[EntryKind.TESTIMONY])
        touched.events |= index.events_of_claims(touched.claims)
        touched.claims |= index.claims_of_events(touched.events)
    return touched


def _reviewed(bench: Bench, reviews: Collection[str]) -> set[str]:
    """Return the documents of the claims that people decided about."""
    bodies = [entry.draft.body for one in sorted(reviews) for entry in bench.book.history(one) if entry.draft.body]
    return {from_json(Review, body).document_id for body in bodies}


def _put(book: Ledger, rows: Rows) -> None:
    with book.catalogue() as index:
        index.put_events(rows.events)
        index.put_claims(rows.claims)
        index.put_profiles(rows.profiles.values())
        index.put_marks(rows.marks)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep the collector of cycles from walking through everything again and again while rows are made by the thousand.

    They hold no cycles; it is a fifth of the time.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _parts(items: Iterable[str]) -> Iterator[Sequence[str]]:
    held = iter(items)
    while part := list(islice(held, _MANY)):
        yield part
