"""The claims of an event as its page lists them: words, chain hop by hop, figure, hedge and what changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.model.claim import Claim, Link
from reportedly.model.dossier import Dossier
from reportedly.model.evidence import Drift
from reportedly.publish.labels import days_label
from reportedly.publish.routes import CHANGES
from reportedly.publish.view import Report

_PARTS = frozenset({"kind", "polarity", "counted", "stands to others", "when", "where", "basis", "causes", "forecast"})
"""Coded fields that the list shows beneath the words; figure and hedge have columns of their own."""


@dataclass(frozen=True, slots=True)
class ClaimRef:
    """A claim that a sentence rests on."""

    number: int
    """By which the page calls it."""
    claim_id: str
    page: str
    quote: str
    address: str
    """Where the reader shows it."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One source of a chain."""

    name: str
    said: str
    """When it spoke, in words; empty where the text does not say."""


@dataclass(frozen=True, slots=True)
class Altered:
    """What a page changed, or took over changed, as a mark and a line."""

    kind: str
    before: str
    after: str
    severity: str
    taken_over: bool
    """Whether it took the change over from the page that it copied."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim of the event."""

    ref: ClaimRef
    day: str
    """When its page was published, in words."""
    hops: tuple[Hop, ...]
    """From the page towards the origin; empty where the page speaks in its own voice."""
    figure: str
    hedge: str
    facts: tuple[tuple[str, str], ...]
    """Further coded fields that are not empty."""
    altered: tuple[Altered, ...]
    review: str
    """Where a person checks it."""


def reader_address(document_id: str, claim_id: str) -> str:
    """Return where the reader shows a claim."""
    return f"/document/{document_id}?claim={claim_id}#{claim_id}"


def refs_of(report: Report) -> dict[str, ClaimRef]:
    """Return how each claim of a report is referred to, by its id."""
    return {
        view.claim.id: ClaimRef(
            view.number,
            view.claim.id,
            view.page,
            view.claim.quote,
            reader_address(view.claim.document_id, view.claim.id),
        )
        for view in report.claims
    }


def chosen(refs: Mapping[str, ClaimRef], claim_ids: Iterable[str]) -> tuple[ClaimRef, ...]:
    """Return the references of some claims by number; unknown claims are left out."""
    found = {refs[one].number: refs[one] for one in claim_ids if one in refs}
    return tuple(found[number] for number in sorted(found))


def claim_rows(report: Report, refs: Mapping[str, ClaimRef]) -> tuple[ClaimRow, ...]:
    """Return the claims of a report as rows, in the order of their numbers."""
    drifts = _by_claim(report.dossier)
    rows = []
    for view in report.claims:
        facts = dict(view.facts)
        further = tuple((name, value) for name, value in view.facts if name in _PARTS)
        rows.append(
            ClaimRow(
                refs[view.claim.id],
                view.day,
                tuple(_hop(link) for link in view.claim.chain),
                facts.get("figure", ""),
                facts.get("hedge", ""),
                further,
                altered_in(drifts.get(view.claim.id, ())),
                f"/review/claim/{view.claim.id}",
            )
        )
    return tuple(rows)


def altered_in(drifts: Sequence[Drift]) -> tuple[Altered, ...]:
    """Return changes as marks, each once."""
    marks = (Altered(CHANGES[one.type], one.before, one.after, str(one.severity), one.inherited) for one in drifts)
    return tuple(dict.fromkeys(marks))


def day_said(claim: Claim) -> str:
    """Return when a claim's origin spoke, in words; empty where the text does not say."""
    return days_label(claim.origin.said) if claim.origin else ""


def _hop(link: Link) -> Hop:
    return Hop(link.name, days_label(link.said))


def _by_claim(dossier: Dossier) -> dict[str, list[Drift]]:
    found: dict[str, list[Drift]] = {}
    for evidence in dossier.evidence:
        for drift in evidence.drifts:
            found.setdefault(drift.claim_id, []).append(drift)
    return found
