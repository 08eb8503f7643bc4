"""What is new since the last assessment: the weightiest changes as findings, after what came in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from reportedly.assessment.case import Case
from reportedly.assessment.wording import counted, day, sentence
from reportedly.model.assessment import Finding, Section
from reportedly.model.change import Change, ChangeKind, Changes, View
from reportedly.model.ids import identifier

MOST = 6
"""How many changes are told; the rest is what ``reportedly diff`` lists."""
MOST_OF_ONE = 2
"""How many of them on one event."""
LEAST = 5.0
"""What a change must weigh to be told."""
_NOT_TOLD = frozenset({ChangeKind.REMARKS, ChangeKind.SENTENCE, ChangeKind.SPLIT, ChangeKind.MERGED, ChangeKind.GONE})
"""Regrouping and sentences are for those who compare; of what is gone there is no claim left to cite."""


def since_findings(changes: Changes, cases: Sequence[Case]) -> Iterator[Finding]:
    """Yield what came in since an earlier view, and the changes that matter most; nothing where nothing changed.

    Args:
        changes: what changed since then.
        cases: the events of the assessment that is written.
    """
    told = tuple(_chosen(changes, {case.event.id for case in cases}))
    lead = _lead(changes, told)
    if lead is not None:
        yield lead
        for change in told:
            event, claims = change.events_after[0], change.claims_after
            name = identifier("fnd", event, Section.SINCE, change.text, claims)
            yield Finding(name, Section.SINCE, change.text, claims, event, change.likelihood, (change.why,))


def _chosen(changes: Changes, events: set[str]) -> Iterator[Change]:
    often: Counter[str] = Counter()
    for change in changes.changes:
        event = change.events_after[0] if change.events_after else ""
        if change.kind in _NOT_TOLD or change.weight < LEAST or event not in events or not change.claims_after:
            continue
        often[event] += 1
        if often[event] <= MOST_OF_ONE and sum(min(times, MOST_OF_ONE) for times in often.values()) <= MOST:
            yield change


def _lead(changes: Changes, told: Sequence[Change]) -> Finding | None:
    """Return the sentence on what came in: one claim of each new report stands for it."""
    new = set(changes.new_document_ids)
    first: dict[str, str] = {}
    for claim in sorted(changes.later.claims, key=lambda claim: (claim.document_id, claim.span, claim.id)):
        if claim.document_id in new:
            first.setdefault(claim.document_id, claim.id)
    cited = tuple(sorted(first.values())) or tuple(dict.fromkeys(one for change in told for one in change.claims_after))
    if not cited:
        return None
    number = len(new)
    came = f"{counted(number, 'report')} came in {_since(changes.earlier)}"
    outcome = "" if told else ", and nothing that weighs with the judgements changed"
    text = sentence(f"{came}{outcome if number else ', and what changed follows from decisions'}")
    return Finding(identifier("fnd", "", Section.SINCE, text, cited), Section.SINCE, text, cited)


def _since(earlier: View) -> str:
    knew = counted(len(earlier.documents), "report")
    last = last_day(earlier)
    if not earlier.assessed:
        return (
            f"after {day(last)}, when {knew} {'was' if len(earlier.documents) == 1 else 'were'} known" if last else ""
        )
    until = f", published by {day(last)}" if last else ""
    return f"since the last assessment, which rested on {knew}{until}"


def last_day(view: View) -> date | None:
    """Return the day up to which a view knew: the one that was asked for, or that of its latest report."""
    return view.as_of or max((one.day for one in view.documents if one.day), default=None)
