"""Compare what was known at two times: both views drawn from the same ledger, or from the same reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from reportedly.assessment.changes import changes_between
from reportedly.ledger.store import Ledger
from reportedly.model.change import Changes
from reportedly.model.document import Refusal
from reportedly.pipeline.intake import code, read_known
from reportedly.pipeline.known import Known, known_in
from reportedly.pipeline.parts import parts_of, view_of
from reportedly.pipeline.reading import known_by
from reportedly.pipeline.toolkit import Toolkit
from reportedly.publish.changes_page import render_changes


@dataclass(frozen=True, slots=True)
class End:
    """One end of a comparison."""

    as_of: date | None = None
    """The last day of publication that counts; None = all."""
    recorded_by: datetime | None = None
    """The last moment of recording that counts; None = all."""


@dataclass(frozen=True, slots=True)
class Diff:
    """What changed between two times."""

    ends: tuple[End, End]
    documents: tuple[int, int]
    """How many were known."""
    claims: tuple[int, int]
    changes: Changes
    refusals: tuple[Refusal, ...] = ()
    """Documents that could not be placed in time, and inputs that were not taken."""


def diff_ledger(ledger: Path, ends: tuple[End, End], tools: Toolkit) -> Diff:
    """Compare two views of a ledger.

    Raises:
        LedgerError: where the ledger cannot be opened.
    """
    days = _days(ends)
    with Ledger.open(ledger) as book:
        known = [
            known_in(book, replace(tools.settings, as_of=day, recorded_by=end.recorded_by))
            for day, end in zip(days, ends, strict=True)
        ]
    return _diff(known[0], known[1], ends, tools, known[1].undated)


def diff_paths(paths: Sequence[Path], ends: tuple[End, End], tools: Toolkit) -> Diff:
    """Compare what reports told by two days; they are read once.

    Raises:
        NothingRead: where no document could be read.
    """
    reading = read_known(paths, tools)
    coded = tuple(code(reading.documents, tools))
    kept = [known_by(reading.documents, day) for day in _days(ends)]
    known = []
    for one in kept:
        ids = {document.id for document in one.documents}
        known.append(Known(tuple(each for each in coded if each.document.id in ids), (), ()))
    return _diff(known[0], known[1], ends, tools, reading.refusals + kept[1].refusals)


def _days(ends: tuple[End, End]) -> tuple[date | None, date | None]:
    """Return the last days that count; against a day, what has no day of its own can be placed at neither end."""
    first, last = ends[0].as_of, ends[1].as_of
    return first, (date.max if first is not None and last is None else last)


def page_of(found: Diff, title: str = "") -> bytes:
    """Return what changed as a Markdown file."""
    return render_changes(found.changes, title).encode("utf-8", "replace")


def _diff(earlier: Known, later: Known, ends: tuple[End, End], tools: Toolkit, refusals: tuple[Refusal, ...]) -> Diff:
    documents = len(earlier.coded), len(later.coded)
    claims = _claims(earlier), _claims(later)
    changes = compare(earlier, later, (ends[0].as_of, ends[1].as_of), tools)
    return Diff(ends, documents, claims, changes, refusals)


def _claims(known: Known) -> int:
    return sum(len(one.claims) for one in known.coded)


def compare(
    earlier: Known, later: Known, days: tuple[date | None, date | None], tools: Toolkit, judged: bool = True
) -> Changes:
    """Compare what was known at two times; stories that are the same at both are not drawn.

    Args:
        earlier: what was known first.
        later: what is known now.
        days: the last days of publication that counted.
        tools: settings and what they name.
        judged: whether the sentences of the earlier assessment are held against the later evidence.
    """
    before, after = parts_of(earlier), parts_of(later)
    same = set(before) & set(after)
    views = [
        view_of([part for part in parts if part not in same], known, tools, day, judged=wanted)
        for parts, known, day, wanted in ((before, earlier, days[0], judged), (after, later, days[1], False))
    ]
    return changes_between(views[0], views[1], tools.yardstick)
