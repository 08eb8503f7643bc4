"""Two views of the invented story, one of which knows less or something else; for tests of what changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import story
from reportedly.assessment.changes import changes_between
from reportedly.model.change import Change, ChangeKind, Changes, View
from reportedly.model.event import Event, Grouping, Testimony
from reportedly.model.evidence import Evidence

Redo = Callable[[Evidence], Evidence]

LOSS, FIRE, FILM, FERRY = range(4)
"""Places of the story's events."""


def whole() -> View:
    """Return the view that knows the whole story."""
    told = story.assessment().findings
    return View(story.grouping(), story.evidence(), story.claims(), story.documents(), told)


def redone(at: int, redo: Redo) -> View:
    """Return the whole view with other evidence on one event."""
    evidence = list(story.evidence())
    evidence[at] = redo(evidence[at])
    return replace(whole(), evidence=tuple(evidence))


def without(*claim_ids: str) -> View:
    """Return the view that does not know some claims."""
    gone = set(claim_ids)
    grouping = story.grouping()
    testimonies = {
        one.id: replace(one, claim_ids=tuple(c for c in one.claim_ids if c not in gone)) for one in grouping.testimonies
    }
    testimonies = {key: one for key, one in testimonies.items() if one.claim_ids}
    events, evidence = [], []
    for event, found in zip(grouping.events, story.evidence(), strict=True):
        left = tuple(one for one in event.claim_ids if one not in gone)
        if left:
            events.append(_smaller(event, left, testimonies))
            evidence.append(_less(found, events[-1].id, gone))
    said = tuple(
        replace(one, event_id=event.id)
        for event in events
        for one in testimonies.values()
        if one.id in event.testimony_ids
    )
    claims = tuple(one for one in story.claims() if one.id not in gone)
    pages = {one.document_id for one in claims}
    documents = tuple(one for one in story.documents() if one.id in pages)
    findings = tuple(one for one in story.assessment().findings if not gone & set(one.claim_ids))
    return View(Grouping(tuple(events), said, ()), tuple(evidence), claims, documents, findings)


def _smaller(event: Event, left: tuple[str, ...], testimonies: dict[str, Testimony]) -> Event:
    kept = tuple(one for one in event.testimony_ids if one in testimonies)
    name = event.id if left == event.claim_ids else Event.identify(left)
    return replace(event, id=name, claim_ids=left, testimony_ids=kept)


def _less(evidence: Evidence, event_id: str, gone: set[str]) -> Evidence:
    standings = tuple(
        replace(one, claim_ids=left)
        for one in evidence.origins.origins
        if (left := tuple(c for c in one.claim_ids if c not in gone))
    )
    edges = tuple(one for one in evidence.lineage.edges if one.claim_id not in gone)
    counted = sum(one.counts and not one.denies for one in standings)
    estimates = tuple(
        replace(one, inputs=inputs)
        for one in evidence.estimates
        if (inputs := tuple(each for each in one.inputs if each.claim_id not in gone))
    )
    return replace(
        evidence,
        event_id=event_id,
        lineage=replace(evidence.lineage, event_id=event_id, edges=edges),
        drifts=tuple(one for one in evidence.drifts if one.claim_id not in gone),
        origins=replace(evidence.origins, origins=standings, independent=counted),
        estimates=estimates,
        contests=() if gone & set(_contested(evidence)) else evidence.contests,
    )


def _contested(evidence: Evidence) -> list[str]:
    return [claim_id for one in evidence.contests for claim_id in one.reason.claim_ids]


def compared(earlier: View, later: View) -> Changes:
    """Compare two views on the story's yardstick."""
    return changes_between(earlier, later, story.yardstick())


def of_kind(changes: Changes, kind: ChangeKind) -> list[Change]:
    """Return the changes of one kind."""
    return [one for one in changes.changes if one.kind is kind]
