"""Turn sayings into events and testimonies: ids, kinds, labels, days, places and revisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from reportedly.events.labels import label
from reportedly.events.nodes import Node
from reportedly.events.testimonies import Saying
from reportedly.events.verdicts import Verdicts
from reportedly.model.claim import Kind, Measure, Polarity
from reportedly.model.days import Days
from reportedly.model.event import Event, EventKind, Same, Testimony
from reportedly.model.ids import identifier
from reportedly.model.reason import Reason

REMARK = "remark"
"""Code of the reason that marks an event as a remark: it is listed last and is no finding by itself."""
_SOUND = frozenset({"same-origin"})
_MANY = 3
"""Codes under which a claim names its origin plainly; texts from which a majority tells what the figure counts."""
_STATES = frozenset({"trapped", "deployed"})


def describe(sayings: Sequence[Saying], verdicts: Verdicts) -> tuple[Event, tuple[Testimony, ...]]:
    """Return the event made of the given sayings (at least one) and its testimonies."""
    parts = [part for saying in sayings for part in _as_people_say(saying, verdicts)]
    parts = _bound(parts, verdicts)
    nodes = sorted({node for part in parts for node in part.nodes}, key=lambda node: node.order)
    ids = tuple(claim for node in nodes for claim in node.claim_ids)
    event_id = Event.identify(ids)
    testimonies = _with_revisions([_testimony(part, event_id) for part in parts], parts)
    days = [node.days for node in nodes if node.days] or [Days.on(node.family.day) for node in nodes if node.family.day]
    places = Counter(place.name for node in nodes for place in node.claim.where)
    measures = {q.measure for node in nodes for q in node.figures}
    event = Event(
        id=event_id,
        kind=_kind(nodes),
        label=label(nodes),
        claim_ids=ids,
        testimony_ids=tuple(testimony.id for testimony in testimonies),
        when=Days(min(d.first for d in days), max(d.last for d in days)) if days else None,
        where=tuple(sorted(places, key=lambda name: (-places[name], name))),
        measures=tuple(measure for measure in Measure if measure in measures),
        reasons=_remark(nodes),
    )
    return event, testimonies


def is_remark(event: Event) -> bool:
    """Say whether an event is only a remark of one report in its own voice."""
    return any(reason.code == REMARK for reason in event.reasons)


def _remark(nodes: Sequence[Node]) -> tuple[Reason, ...]:
    """Mark what one report says in its own voice without a figure: its comments, and what it tells of itself."""
    if len({node.family.key for node in nodes}) > 1 or any(node.figures or node.claim.chain for node in nodes):
        return ()
    text = "one report says this in its own voice and gives no figure"
    return (Reason(REMARK, text, tuple(claim for node in nodes for claim in node.claim_ids)),)


def _as_people_say(saying: Saying, verdicts: Verdicts) -> list[Saying]:
    """Split a saying where a person holds two of its claims apart."""
    apart = verdicts.apart(Same.TESTIMONY)
    parts: list[Saying] = []
    for node in saying.nodes:
        for part in parts:
            members = [claim for other in part.nodes for claim in other.claim_ids]
            if all(frozenset((a, b)) not in apart for a in node.claim_ids for b in members):
                part.nodes.append(node)
                if node in saying.reasons:
                    part.reasons[node] = saying.reasons[node]
                break
        else:
            parts.append(Saying(saying.voice, [node]))
    return parts


def _bound(parts: list[Saying], verdicts: Verdicts) -> list[Saying]:
    """Join the sayings that a person binds, unless a person also holds two of their claims apart."""
    apart = verdicts.apart(Same.TESTIMONY)
    for pair in sorted(verdicts.together(Same.TESTIMONY), key=sorted):
        homes = [part for part in parts if any(claim in pair for node in part.nodes for claim in node.claim_ids)]
        if len(homes) != 2:
            continue
        first, second = homes
        left = [claim for node in first.nodes for claim in node.claim_ids]
        right = [claim for node in second.nodes for claim in node.claim_ids]
        if any(frozenset((a, b)) in apart for a in left for b in right):
            continue
        if not first.voice.recorded:
            first.voice = second.voice
        first.take(second, Reason("person", "a person judged them one saying", tuple(sorted(pair))))
        parts.remove(second)
    return parts


def _testimony(saying: Saying, event_id: str) -> Testimony:
    ids = tuple(claim for node in saying.nodes for claim in node.claim_ids)
    own = [node for node in saying.nodes if not node.claim.chain] if saying.voice.own else []
    reference = own[0] if own else _leading(saying)
    link = reference.claim.origin
    said = link.said if link is not None else None
    if said is None and reference.family.day and (own or saying.voice.own):
        said = Days.on(reference.family.day)
    reasons = [saying.reasons[node] for node in saying.nodes if node in saying.reasons]
    if saying.voice.via:
        reasons.insert(0, Reason("speaks-for", saying.voice.via, (reference.claim_ids[0],)))
    return Testimony(
        id=identifier("tes", sorted(ids)),
        event_id=event_id,
        origin=saying.voice.origin,
        claim_ids=ids,
        quantity=reference.figures[0] if reference.figures else None,
        said=said,
        denial=reference.claim.polarity is Polarity.DENIED,
        reasons=tuple(dict.fromkeys(reasons)),
    )


def _leading(saying: Saying) -> Node:
    """Return the earliest relay, or where most texts read its figure otherwise, the earliest of those that agree."""
    sound = [node for node in saying.nodes if node not in saying.reasons or saying.reasons[node].code in _SOUND]
    sound = sound or saying.nodes
    told = [node for node in sound if node.figures]
    texts = {node.family.key: node.figures[0].measure for node in reversed(told)}
    if not sound[0].figures or len(texts) < _MANY:
        return sound[0]
    common, times = min(Counter(texts.values()).items(), key=lambda item: (-item[1], item[0]))
    if 2 * times <= len(texts):
        return sound[0]
    return next(node for node in told if node.figures[0].measure is common)


def _with_revisions(testimonies: list[Testimony], parts: Sequence[Saying]) -> tuple[Testimony, ...]:
    """Link each later figure of an origin for one measure to the figure that it replaces."""
    latest: dict[tuple[str, str, bool], int] = {}
    order = sorted(range(len(parts)), key=lambda at: (parts[at].day, parts[at].nodes[0].order))
    linked = list(testimonies)
    for at in order:
        part = parts[at]
        if part.figure is None or not part.voice.key or part.voice.anonymous:
            continue
        key = (part.voice.key, part.nodes[0].subject, part.nodes[0].cumulative)
        before = latest.get(key)
        if before is not None and parts[before].day < part.day:
            linked[at] = replace(linked[at], revises=testimonies[before].id)
        latest[key] = at
    return tuple(linked)


def _kind(nodes: Sequence[Node]) -> EventKind:
    half = len(nodes) / 2
    if sum(node.claim.kind is Kind.FORECAST for node in nodes) > half:
        return EventKind.QUESTION
    if sum(node.claim.kind is Kind.CAUSE for node in nodes) > half:
        return EventKind.QUESTION
    if sum(bool(node.facets & _STATES) for node in nodes) > half:
        return EventKind.STATE
    if sum(node.cumulative or node.claim.kind is Kind.TALLY for node in nodes) > half:
        return EventKind.TALLY
    if sum(node.claim.kind in {Kind.JUDGEMENT, Kind.STATEMENT} for node in nodes) > half:
        return EventKind.STATE
    return EventKind.INCIDENT
