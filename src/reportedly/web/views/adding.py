"""What the pages of adding show: the form's bounds, jobs, a job's outcome."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reportedly.model.adding import JobRecord
from reportedly.model.document import Loss, Refusal
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.gathering import FEED_PAGES, MOST_BYTES
from reportedly.pipeline.workbench.jobs import Fault, Job, JobState, recorded_jobs
from reportedly.publish.labels import count_label, day_label

MOST_FILES = 100
"""Files of one job."""
MOST_TOGETHER = 60_000_000
"""Bytes of one job's files together."""
MOST_ADDRESSES = 50
SHOWN = 200
"""Documents and events of a job that are listed."""
SUFFIXES = ".txt,.md,.markdown,.html,.htm,.xhtml,.json,.jsonl,.ndjson"


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much may be added at once."""

    files: int = MOST_FILES
    file_bytes: int = MOST_BYTES
    together_bytes: int = MOST_TOGETHER
    addresses: int = MOST_ADDRESSES
    feed_pages: int = FEED_PAGES
    suffixes: str = SUFFIXES


@dataclass(frozen=True, slots=True)
class JobLine:
    """A job in the list of jobs."""

    id: str
    label: str
    by: str
    began: datetime
    outcome: str
    """What came of it, in words."""
    state: JobState


@dataclass(frozen=True, slots=True)
class AddView:
    """The page on which reports are added."""

    bounds: Bounds
    jobs: tuple[JobLine, ...]
    """The newest first: those at work, then those that the ledger remembers."""


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document that a job read."""

    id: str
    name: str
    outlet: str
    day: str
    new: bool
    losses: tuple[Loss, ...]


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event that a job's documents tell of."""

    id: str
    label: str
    claims: int
    """How many claims it has now."""


@dataclass(frozen=True, slots=True)
class JobView:
    """One job with everything that is known of it."""

    id: str
    label: str
    by: str
    began: datetime
    state: JobState
    doing: str
    step: int
    total: int | None
    seconds: int
    outcome: str
    documents: tuple[DocumentLine, ...]
    more_documents: int
    """How many more there are than are listed."""
    events: tuple[EventLine, ...]
    more_events: int
    refusals: tuple[Refusal, ...]
    fault: Fault | None

    @property
    def over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state in {JobState.DONE, JobState.FAILED}


def add_view(bench: Bench, jobs: tuple[Job, ...]) -> AddView:
    """Return the page of adding.

    Args:
        bench: the open ledger, which remembers jobs.
        jobs: those of this process, the newest first.
    """
    lines = [JobLine(one.id, one.label, one.by, one.began, outcome_of(one), one.state) for one in jobs]
    known = {one.id for one in lines}
    records = [as_job(one) for one in recorded_jobs(bench, 20) if one.id not in known]
    lines += [JobLine(one.id, one.label, one.by, one.began, outcome_of(one), one.state) for one in records]
    return AddView(Bounds(), tuple(lines[:20]))


def job_view(bench: Bench, job: Job) -> JobView:
    """Return a job with what it read and what it changed."""
    added = job.added
    documents = bench.documents(added.documents[:SHOWN]) if added else ()
    events = sorted(bench.events(added.events[:SHOWN]), key=lambda one: (-len(one.claim_ids), one.id)) if added else ()
    new = frozenset(added.new) if added else frozenset()
    return JobView(
        job.id,
        job.label,
        job.by,
        job.began,
        job.state,
        job.doing,
        job.step,
        job.total,
        job.seconds,
        outcome_of(job),
        tuple(
            DocumentLine(one.id, one.title or one.key, one.outlet or "", day_label(one.day), one.id in new, one.losses)
            for one in documents
        ),
        max(0, len(added.documents) - SHOWN) if added else 0,
        tuple(EventLine(one.id, one.label[:1].upper() + one.label[1:], len(one.claim_ids)) for one in events),
        max(0, len(added.events) - SHOWN) if added else 0,
        added.refusals if added else (),
        job.fault,
    )


def as_job(record: JobRecord) -> Job:
    """Return a job that the ledger remembers as one that is done."""
    state = JobState.DONE
    return Job(record.id, record.label, record.by, record.began, state, ended=record.ended, added=record.added)


def outcome_of(job: Job) -> str:
    """Return what came of a job, in words."""
    if job.fault is not None:
        return f"failed: {job.fault.what}"
    added = job.added
    if added is None:
        return job.doing if job.state is JobState.WORKING else "waiting its turn"
    known = len(added.documents) - len(added.new)
    parts = [count_label(len(added.new), "document") + " added", count_label(added.claims, "claim")]
    parts += [f"{known:,} known before"] if known else []
    parts += [f"{len(added.refusals):,} refused"] if added.refusals else []
    parts += [f"{added.losses:,} with losses"] if added.losses else []
    return ", ".join(parts)
