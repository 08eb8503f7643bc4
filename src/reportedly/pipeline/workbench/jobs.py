"""Jobs that add reports: a queue with one worker, what each is doing, and those that a ledger remembers."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from pathlib import Path

from reportedly.ledger.store import Ledger
from reportedly.model.adding import Added, JobRecord
from reportedly.model.codec import from_json
from reportedly.model.entry import EntryKind
from reportedly.model.errors import ReportedlyError, SettingsError
from reportedly.model.ids import identifier
from reportedly.pipeline.executors import Executor, Standing
from reportedly.pipeline.toolkit import Toolkit
from reportedly.pipeline.workbench.adding import Order, add
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.gathering import FetchRules, Wanted, gather

MOST_WAITING = 20
"""Jobs that may wait their turn."""
_KEPT = 200
"""Jobs that are kept in memory; the ledger remembers all that came to an end."""
BUSY = "waiting for the ledger, which somebody else is writing to"


class JobState(StrEnum):
    """How far a job is."""

    QUEUED = "queued"
    WORKING = "working"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a job came to nothing."""

    code: str
    what: str
    where: str
    advice: str


@dataclass(frozen=True, slots=True)
class Job:
    """One job as it stands."""

    id: str
    label: str
    by: str
    began: datetime
    state: JobState
    doing: str = ""
    """What is done now, in words."""
    step: int = 0
    total: int | None = None
    """Steps of what is done now; None where that is not known."""
    ended: datetime | None = None
    added: Added | None = None
    fault: Fault | None = None

    @property
    def over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state in {JobState.DONE, JobState.FAILED}

    @property
    def seconds(self) -> int:
        """How long it took, or has taken so far."""
        return max(0, round(((self.ended or datetime.now(UTC)) - self.began).total_seconds()))


class JobBoard:
    """Takes jobs and does them one after another in a thread of its own."""

    def __init__(self, ledger: Path, tools: Toolkit, rules: FetchRules | None = None) -> None:
        """Start nothing yet.

        Args:
            ledger: where reports are added.
            tools: settings and what they name.
            rules: bounds of fetching.
        """
        self._ledger = ledger
        self._tools = tools
        self._rules = rules or FetchRules()
        self._guard = threading.Lock()
        self._jobs: dict[str, Job] = {}
        self._waiting: queue.Queue[tuple[str, Wanted]] = queue.Queue(MOST_WAITING)
        self._worker: threading.Thread | None = None

    def submit(self, wanted: Wanted, label: str, by: str) -> Job:
        """Take a job; it is done when those before it are.

        Raises:
            SettingsError: E271 where too many wait.
        """
        began = datetime.now(UTC)
        with self._guard:
            job = Job(identifier("job", label, by, began, len(self._jobs)), label, by, began, JobState.QUEUED)
            try:
                self._waiting.put_nowait((job.id, wanted))
            except queue.Full:
                advice = "wait until some of them are done"
                raise SettingsError("E271", f"{MOST_WAITING} jobs are waiting already", "", advice) from None
            self._jobs[job.id] = job
            self._forget()
            if self._worker is None:
                self._worker = threading.Thread(target=self._work, name="adding reports", daemon=True)
                self._worker.start()
        return job

    def find(self, job_id: str) -> Job | None:
        """Return a job as it stands; None where this process has not taken it."""
        with self._guard:
            return self._jobs.get(job_id)

    def newest(self, limit: int) -> tuple[Job, ...]:
        """Return the jobs of this process, the newest first."""
        with self._guard:
            return tuple(self._jobs.values())[: -limit - 1 : -1]

    def preload(self) -> None:
        """Have the language process start, so that the first report does not wait for it."""
        executor = _executor(self._tools)
        if isinstance(executor, Standing):
            executor.warm(self._tools.load_extractor)

    def close(self) -> None:
        """End the language process; a job that still needs it starts another."""
        executor = _executor(self._tools)
        if isinstance(executor, Standing):
            executor.close()

    def _forget(self) -> None:
        over = [one.id for one in self._jobs.values() if one.over]
        for one in over[: max(0, len(self._jobs) - _KEPT)]:
            del self._jobs[one]

    def _work(self) -> None:
        while True:
            job_id, wanted = self._waiting.get()
            self._change(job_id, lambda job: replace(job, state=JobState.WORKING))
            try:
                added = self._done(job_id, wanted)
            except ReportedlyError as error:
                self._fail(job_id, Fault(error.code, error.what, error.where, error.advice))
            except Exception as error:  # noqa: BLE001 - one job's failure must not end the worker
                advice = "try it again; report the fault together with the files, if they may be shared"
                self._fail(job_id, Fault("E274", f"the job failed: {type(error).__name__}: {error}", "", advice))
            else:
                now = datetime.now(UTC)
                self._change(job_id, _finished(added, now))

    def _done(self, job_id: str, wanted: Wanted) -> Added:
        job = self._jobs[job_id]
        progress = _Heard(lambda change: self._change(job_id, change))
        tools = replace(self._tools, progress=progress, executor=_executor(self._tools))
        order = Order(job.id, job.label, job.by, job.began)
        return add(
            gather(wanted, self._rules, progress), tools, self._ledger, order, lambda: progress.begin(BUSY, None)
        )

    def _fail(self, job_id: str, fault: Fault) -> None:
        now = datetime.now(UTC)
        self._change(job_id, lambda job: replace(job, state=JobState.FAILED, fault=fault, ended=now))

    def _change(self, job_id: str, change: Callable[[Job], Job]) -> None:
        with self._guard:
            self._jobs[job_id] = change(self._jobs[job_id])


class _Heard:
    """Progress of one job, kept where pages see it."""

    def __init__(self, change: Callable[[Callable[[Job], Job]], None]) -> None:
        self._change = change

    def begin(self, stage: str, total: int | None) -> None:
        """Note what is done now."""
        self._change(lambda job: replace(job, doing=stage, step=0, total=total))

    def step(self) -> None:
        """Note one more step."""
        self._change(lambda job: replace(job, step=job.step + 1))

    def end(self) -> None:
        """Leave what was done last on show."""


def _finished(added: Added, now: datetime) -> Callable[[Job], Job]:
    return lambda job: replace(job, state=JobState.DONE, added=added, ended=now, doing="")


def recorded_jobs(bench: Bench, limit: int) -> tuple[JobRecord, ...]:
    """Return the jobs that a ledger remembers, the newest first."""
    subjects = [one for one in bench.book.subjects(EntryKind.NOTE) if one.startswith("job-")]
    held = bench.book.holding(EntryKind.NOTE, subjects).values()
    records = [from_json(JobRecord, entry.draft.body) for entry in held]
    return tuple(sorted(records, key=lambda one: (one.began, one.id), reverse=True)[:limit])


def recorded_job(ledger: Path, job_id: str) -> JobRecord | None:
    """Return a job that a ledger remembers; None where it does not."""
    with Ledger.open(ledger) as book:
        entry = book.get(EntryKind.NOTE, job_id)
    return from_json(JobRecord, entry.draft.body) if entry is not None else None


def _executor(tools: Toolkit) -> Executor:
    """Return what reads claims for pages: a process that stays, unless the settings name another way."""
    settings = tools.settings
    if settings.executor != "auto":
        return tools.executor
    return _standing(settings.model, settings.gazetteer, str(settings.boundaries))


@cache
def _standing(model: str, gazetteer: Path | None, boundaries: str) -> Standing:  # noqa: ARG001 - tell processes apart
    return Standing()
