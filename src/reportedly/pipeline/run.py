"""Compose the stages: from paths, or from what a ledger holds, to a dossier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from reportedly.assessment.assess import assess
from reportedly.assessment.check import check
from reportedly.assessment.headings import headed
from reportedly.events.causal import causal_graphs
from reportedly.events.grouped import group_all
from reportedly.evidence.grades import judged_by_people, regraded
from reportedly.evidence.history import histories_of
from reportedly.evidence.weigh import weigh
from reportedly.ledger.store import Ledger
from reportedly.model.change import Changes
from reportedly.model.counting import counted
from reportedly.model.document import Document, Refusal
from reportedly.model.dossier import Dossier
from reportedly.model.entry import EntryKind
from reportedly.model.event import Judgement
from reportedly.model.review import SourceJudgement
from reportedly.pipeline.course import courses_of
from reportedly.pipeline.growing import Grower
from reportedly.pipeline.intake import NothingRead, code, read_paths
from reportedly.pipeline.known import Known, known_in
from reportedly.pipeline.parts import as_told
from reportedly.pipeline.predicting import record_predictions
from reportedly.pipeline.reading import Coded, Reading, known_by
from reportedly.pipeline.record import Recorder
from reportedly.pipeline.since import since_day, since_last
from reportedly.pipeline.toolkit import Toolkit
from reportedly.pipeline.workbench.catalogue import keep


@dataclass(frozen=True, slots=True)
class Run:
    """What a run gives back."""

    dossier: Dossier
    refusals: tuple[Refusal, ...]
    """What this run did not take; the dossier's own refusals are everything that was ever not taken."""
    added: int
    """Documents that were not known before."""


@dataclass(frozen=True, slots=True)
class Growth:
    """What adding reports to a ledger came to."""

    refusals: tuple[Refusal, ...]
    """What this run did not take."""
    added: int
    """Documents that were not known before."""
    documents: int
    claims: int
    events: int
    """How many the ledger holds now."""


def assess_paths(paths: Sequence[Path], tools: Toolkit, ledger: Path | None = None) -> Run:
    """Read paths and assess what they say, alone or together with what a ledger already holds.

    Args:
        paths: files and folders.
        tools: settings and what they name.
        ledger: the ledger to record everything in, made where it is missing; None keeps nothing.

    Raises:
        NothingRead: where there is no document to assess.
        LedgerError: where the ledger cannot be written.
    """
    return _in_memory(paths, tools) if ledger is None else add_paths(paths, tools, ledger, assessed=True)


def _in_memory(paths: Sequence[Path], tools: Toolkit) -> Run:
    reading = read_paths(paths, tools)
    _refuse_nothing(paths, reading)
    kept = known_by(reading.documents, tools.settings.as_of)
    coded = tuple(code(kept.documents, tools))
    refusals = reading.refusals + kept.refusals
    day = tools.settings.since
    since = since_day(Known(coded, (), ()), day, tools) if day else None
    dossier = _with_courses(draw(coded, tools, refusals, since=since), (), tools)
    return Run(dossier, _in_order_of_place(refusals), len(reading.documents))


def add_paths(paths: Sequence[Path], tools: Toolkit, ledger: Path, assessed: bool = False) -> Run:
    """Read paths into a ledger, claims and groupings included, and return what it holds then.

    Args:
        paths: files and folders.
        tools: settings and what they name.
        ledger: the ledger, made where it is missing.
        assessed: also record the assessment, and put on record what it predicts.

    Raises:
        NothingRead: where no document could be read; the refusals are recorded all the same.
        LedgerError: where the ledger cannot be written.
    """
    with Ledger.open(ledger, write=True) as book:
        recorder = Recorder(book)
        grower = Grower(book, recorder, tools)
        reading, added = _grown(grower, recorder, paths, tools)
        dossier, undated = drawn_from(book, tools, compared=assessed)
        if assessed:
            recorder.assessment(dossier.assessment)
            record_predictions(book, dossier)
            grower.settle()
        keep(book, tools)
    return Run(dossier, _in_order_of_place(reading.refusals + undated), added)


def grow_paths(paths: Sequence[Path], tools: Toolkit, ledger: Path) -> Growth:
    """Read paths into a ledger like ``add_paths``, and tell only how much it holds then.

    The work grows with the stories that the reports belong to, not with the ledger.

    Raises:
        NothingRead: where no document could be read; the refusals are recorded all the same.
        LedgerError: where the ledger cannot be written.
    """
    with Ledger.open(ledger, write=True) as book:
        recorder = Recorder(book)
        reading, added = _grown(Grower(book, recorder, tools), recorder, paths, tools)
        kinds = (EntryKind.DOCUMENT, EntryKind.CLAIM, EntryKind.EVENT)
        documents, claims, events = (book.count(kind) for kind in kinds)
        keep(book, tools)
    return Growth(_in_order_of_place(reading.refusals), added, documents, claims, events)


def _grown(grower: Grower, recorder: Recorder, paths: Sequence[Path], tools: Toolkit) -> tuple[Reading, int]:
    """Record what paths hold and what follows from it; return what was read and how many documents are new."""
    reading = read_paths(paths, tools, recorder.capture)
    recorder.refusals(reading.refusals)
    reason = f"read and coded with {tools.settings.model}"
    fresh = [document for document in reading.documents if not recorder.has_coded(document, reason)]
    added = sum(not recorder.has(document.id) for document in fresh)
    known = []
    for coded in code(fresh, tools):
        recorder.coded(coded.document, coded.claims, reason)
        known.append(coded)
    recorder.finish_captures()
    if tools.settings.as_of is not None and known:
        grower.leave()
    elif reading.documents and tools.settings.as_of is None:
        grower.draw(known)
    grower.settle()
    _refuse_nothing(paths, reading)
    return reading, added


def dossier_of(ledger: Path, tools: Toolkit, compared: bool = False) -> Run:
    """Draw the dossier from what a ledger holds, as of the settings' day and moment of recording.

    Args:
        ledger: the ledger.
        tools: settings and what they name.
        compared: whether what is new since the last assessment, and how belief moved, are told, too.

    Raises:
        LedgerError: where the ledger cannot be opened.
        NothingRead: where it holds no document that counts.
    """
    with Ledger.open(ledger) as book:
        dossier, undated = drawn_from(book, tools, compared)
    return Run(dossier, undated, 0)


def drawn_from(book: Ledger, tools: Toolkit, compared: bool = False) -> tuple[Dossier, tuple[Refusal, ...]]:
    """Draw the dossier from what an open ledger holds; also return which documents a day leaves out for having none."""
    known, since = known_in(book, tools.settings), None
    if compared:
        day = tools.settings.since
        since = since_day(known, day, tools) if day else since_last(book, known, tools)
    dossier = draw(known.coded, tools, known.refusals, known.people, since, known.graded)
    dossier = replace(dossier, reviews=known.reviews)
    return _with_courses(dossier, known.people, tools, known.graded) if compared else dossier, known.undated


def _with_courses(
    dossier: Dossier, people: Sequence[Judgement], tools: Toolkit, graded: Sequence[SourceJudgement] = ()
) -> Dossier:
    return replace(dossier, courses=courses_of(dossier, people, tools, graded))


def _refuse_nothing(paths: Sequence[Path], reading: Reading) -> None:
    if not reading.documents:
        raise NothingRead(paths, _in_order_of_place(reading.refusals))


def draw(
    coded: Iterable[Coded],
    tools: Toolkit,
    refusals: Iterable[Refusal] = (),
    judgements: Sequence[Judgement] = (),
    since: Changes | None = None,
    graded: Sequence[SourceJudgement] = (),
) -> Dossier:
    """Group, weigh, regrade by the sources' records, and assess; pure, and the same whatever the documents' order.

    Args:
        coded: documents with their claims.
        tools: registry, yardstick, policy, convention, title and day.
        refusals: what was not taken, for the record.
        judgements: what people have judged to be the same or not.
        since: what changed since an earlier view.
        graded: letters that people gave sources, oldest first.

    Raises:
        UnsupportedSentence: where the assessment holds a sentence without a claim behind it.
    """
    ordered = sorted(coded, key=lambda one: (one.document.day or date.max, one.document.id))
    documents = tuple(one.document for one in ordered)
    claims = tuple(claim for one in ordered for claim in sorted(one.claims, key=lambda claim: (claim.span, claim.id)))
    settings = tools.settings
    grouping = group_all(claims, documents, tools.registry, judgements)
    evidence = weigh(
        grouping, claims, documents, tools.registry, settings.policy, tools.convention, tools.units, tools.priors
    )
    evidence = regraded(evidence, histories_of(grouping, evidence, claims, documents))
    evidence = judged_by_people(evidence, graded)
    grouping = headed(grouping, evidence, claims, documents)
    title = settings.title or _title(documents)
    words, table = tools.yardstick, tools.convention.name
    told, read = as_told(grouping, claims, tools.convention)
    causal = causal_graphs(claims, documents, grouping.events)
    policy, day = settings.policy, settings.as_of
    assessment = assess(told, evidence, read, documents, words, policy, day, title, table, causal, since)
    check(assessment, frozenset(claim.id for claim in claims))
    return Dossier(
        documents=documents,
        refusals=_in_order_of_place(refusals),
        claims=claims,
        events=grouping.events,
        testimonies=grouping.testimonies,
        judgements=grouping.judgements,
        evidence=evidence,
        assessment=assessment,
        counts=counted(claims, tools.convention),
        causal=causal,
    )


def _title(documents: Sequence[Document]) -> str:
    if len(documents) == 1:
        return f"What is known from {documents[0].title or documents[0].key}"
    return f"What is known from {len(documents)} reports"


def _in_order_of_place(refusals: Iterable[Refusal]) -> tuple[Refusal, ...]:
    once = {refusal.id: refusal for refusal in refusals}
    return tuple(sorted(once.values(), key=lambda refusal: (refusal.where, refusal.code, refusal.id)))
