"""What became of the figures that each source gave, and how often each page changed what it passed on.

Everything is read off events and evidence as they were drawn, so a record as of a day is that of what was drawn as of
it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import combinations
from statistics import median

from reportedly.evidence.casebook import origin_key, victims
from reportedly.evidence.grade_case import SURE, one_party, two_of
from reportedly.model.claim import Claim, Quantity, Scope
from reportedly.model.document import Document
from reportedly.model.event import Event, EventKind, Grouping, Origin, Testimony
from reportedly.model.evidence import Drift, EdgeKind, Evidence, OriginStanding, Severity
from reportedly.model.history import (
    FigureRecord,
    Outcome,
    Rate,
    Records,
    RelayHistory,
    SourceHistory,
    rate_of,
    span_words,
)
from reportedly.model.reason import Reason
from reportedly.model.wording import is_description

_TOLERANCE = 0.1
"""Share by which two figures may differ and still be one number told with more or less rounding, as in contests."""


def records_of(
    grouping: Grouping, evidence: Sequence[Evidence], claims: Iterable[Claim], documents: Iterable[Document]
) -> Records:
    """Return the records of all named sources and of all pages that relay.

    Args:
        grouping: events and testimonies.
        evidence: one an event, as ``weigh`` gives them.
        claims: the claims that were grouped.
        documents: the documents that they stand in.
    """
    shelf = _shelf(grouping, evidence, claims, documents)
    return Records(_sources(shelf), _relays(shelf))


def histories_of(
    grouping: Grouping, evidence: Sequence[Evidence], claims: Iterable[Claim], documents: Iterable[Document]
) -> tuple[SourceHistory, ...]:
    """Return the records of all named sources alone; see ``records_of``."""
    return _sources(_shelf(grouping, evidence, claims, documents))


def _shelf(
    grouping: Grouping, evidence: Sequence[Evidence], claims: Iterable[Claim], documents: Iterable[Document]
) -> _Shelf:
    return _Shelf(grouping, tuple(evidence), {one.id: one for one in claims}, {one.id: one for one in documents})


def _sources(shelf: _Shelf) -> tuple[SourceHistory, ...]:
    """Return one record a source, those with the most resolved figures first."""
    found = [_source(origin, told) for origin, told in shelf.figures.items() if told]
    return tuple(sorted(found, key=lambda one: (-one.resolved, -len(one.figures), one.name, one.actor_id or "")))


def _source(origin: Origin, told: Sequence[FigureRecord]) -> SourceHistory:
    figures = tuple(sorted(told, key=lambda one: (one.told or date.max, one.event_id, one.testimony_id)))
    days = [one.days for one in figures if one.days is not None and one.outcome is not Outcome.OPEN]
    return SourceHistory(
        origin.name,
        origin.actor_id,
        origin.source_class,
        origin.side,
        figures,
        rate_of(figures),
        float(median(days)) if days else None,
    )


def without(history: SourceHistory, event_id: str) -> SourceHistory:
    """Return a record as if an event had never been told: what is graded does not vouch for its own source."""
    left = tuple(one for one in history.figures if one.event_id != event_id)
    return replace(history, figures=left, right=rate_of(left))


@dataclass(frozen=True)
class _Shelf:
    """Everything that was drawn, by id."""

    grouping: Grouping
    evidence: tuple[Evidence, ...]
    claims: Mapping[str, Claim]
    documents: Mapping[str, Document]

    @cached_property
    def testimonies(self) -> dict[str, Testimony]:
        return {testimony.id: testimony for testimony in self.grouping.testimonies}

    @cached_property
    def figures(self) -> dict[Origin, list[FigureRecord]]:
        """The figures of each named source; the fullest of its names stands for it."""
        kinds = {event.id: event for event in self.grouping.events}
        told: dict[str, list[FigureRecord]] = defaultdict(list)
        names: dict[str, Origin] = {}
        for one in self.evidence:
            matter = _Matter(self, kinds[one.event_id], one)
            for standing, testimony in matter.told:
                key = origin_key(standing.origin)
                names[key] = min((names.get(key, standing.origin), standing.origin), key=_rank)
                told[key].append(matter.record(standing, testimony))
        return {names[key]: told[key] for key in sorted(told)}

    def day(self, testimony: Testimony) -> date | None:
        """Return the day of the first report of a testimony."""
        found = (self.documents.get(self.claims[one].document_id) for one in testimony.claim_ids if one in self.claims)
        return min((one.day for one in found if one is not None and one.day is not None), default=None)

    def page(self, claim_id: str) -> str:
        """Return the name of the page that a claim stands on; empty where it is not at hand."""
        claim = self.claims.get(claim_id)
        document = self.documents.get(claim.document_id) if claim is not None else None
        return (document.outlet or document.title or document.key) if document is not None else ""


def _named(origin: Origin) -> bool:
    return origin.recorded and (origin.actor_id is not None or not is_description(origin.name))


def _rank(origin: Origin) -> tuple[int, str]:
    return (-len(origin.name), origin.name)


@dataclass(frozen=True)
class _Matter:
    """One event as the records see it."""

    shelf: _Shelf
    event: Event
    evidence: Evidence

    @cached_property
    def told(self) -> list[tuple[OriginStanding, Testimony]]:
        """The figures that named origins affirm, whether the origins count or not."""
        found = []
        for standing in self.evidence.origins.origins:
            if not _named(standing.origin):
                continue
            for one in standing.testimony_ids:
                testimony = self.shelf.testimonies.get(one)
                if testimony is not None and not testimony.denial and _counts(testimony.quantity):
                    found.append((standing, testimony))
        return found

    @cached_property
    def _later(self) -> dict[str, Testimony]:
        """For each testimony the one of the same origin that replaces it."""
        told = (self.shelf.testimonies.get(one) for one in self.event.testimony_ids)
        return {one.revises: one for one in told if one is not None and one.revises is not None}

    def record(self, standing: OriginStanding, testimony: Testimony) -> FigureRecord:
        """Return what became of one figure: given up by its source, else outweighed, else borne out, else open."""
        return (
            self._revised(standing, testimony)
            or self._contradicted(standing, testimony)
            or self._confirmed(standing, testimony)
            or self._told(testimony, Outcome.OPEN, ())
        )

    def _revised(self, standing: OriginStanding, testimony: Testimony) -> FigureRecord | None:
        later = self._later.get(testimony.id)
        factor = _factor(testimony.quantity, later.quantity) if later is not None else None
        if later is None or factor is None or factor == 1 or (factor > 1 and self._running(testimony)):
            return None
        outcome = Outcome.REVISED_UP if factor > 1 else Outcome.REVISED_DOWN
        return self._told(testimony, outcome, ((standing, later),), factor)

    def _running(self, testimony: Testimony) -> bool:
        """Say whether a figure is a running total: that it grows is no revision."""
        scope = testimony.quantity.scope if testimony.quantity is not None else None
        return self.event.kind is EventKind.TALLY or scope is Scope.CUMULATIVE

    def _others(self, standing: OriginStanding, testimony: Testimony) -> list[tuple[OriginStanding, Testimony]]:
        key = origin_key(standing.origin)
        return [
            (other, said)
            for other, said in self.told
            if other.counts and origin_key(other.origin) != key and _alike(testimony.quantity, said.quantity)
        ]

    def _contradicted(self, standing: OriginStanding, testimony: Testimony) -> FigureRecord | None:
        against = [one for one in self._others(standing, testimony) if _clash(testimony.quantity, one[1].quantity)]
        for (left, one), (right, two) in combinations(against, 2):
            if left is not right and _independent(left, right) and not _clash(one.quantity, two.quantity):
                factor = _factor(testimony.quantity, one.quantity)
                return self._told(testimony, Outcome.CONTRADICTED, ((left, one), (right, two)), factor)
        return None

    def _confirmed(self, standing: OriginStanding, testimony: Testimony) -> FigureRecord | None:
        """A figure told after the others is no test of its source: only those told first, or on the day, count."""
        if not standing.counts:
            return None
        day = self.shelf.day(testimony)
        for other, said in self._others(standing, testimony):
            then = self.shelf.day(said)
            late = day is not None and then is not None and then >= day
            if late and _independent(standing, other) and _meet(testimony.quantity, said.quantity):
                return self._told(testimony, Outcome.CONFIRMED, ((other, said),))
        return None

    def _told(
        self,
        testimony: Testimony,
        outcome: Outcome,
        by: Sequence[tuple[OriginStanding, Testimony]],
        factor: float | None = None,
    ) -> FigureRecord:
        quantity, day = testimony.quantity, self.shelf.day(testimony)
        if quantity is None:
            raise ValueError("a testimony without a figure has no record")
        then = min((found for _, said in by if (found := self.shelf.day(said)) is not None), default=None)
        names = tuple(sorted({standing.origin.name for standing, _ in by}))
        ids = (testimony.claim_ids[0], *(said.claim_ids[0] for _, said in by))
        return FigureRecord(
            event_id=self.event.id,
            testimony_id=testimony.id,
            claim_id=testimony.claim_ids[0],
            measure=quantity.measure,
            of=quantity.of,
            low=quantity.low,
            high=quantity.high,
            told=day,
            outcome=outcome,
            reason=Reason(str(outcome).replace(" ", "-"), _words(outcome, names, by, factor), ids),
            by=names,
            factor=None if factor is None else round(factor, 4),
            days=(then - day).days if then is not None and day is not None else None,
        )


def _words(
    outcome: Outcome, names: Sequence[str], by: Sequence[tuple[OriginStanding, Testimony]], factor: float | None
) -> str:
    if outcome is Outcome.OPEN:
        return "nobody independent has borne it out or outweighed it so far, and its source stands by it"
    figure = by[0][1].quantity
    number = span_words(figure.low, figure.high) if figure is not None else ""
    if outcome is Outcome.CONFIRMED:
        return f"{', '.join(names)}, independent of it, later gave {number}"
    times = f" ({factor:.2f} times as many)" if factor is not None else ""
    if outcome is Outcome.CONTRADICTED:
        return f"{' and '.join(names)}, independent of each other, agree on {number}{times}"
    return f"the source itself later gave {number}{times}"


def _counts(figure: Quantity | None) -> bool:
    return figure is not None and (figure.low is not None or figure.high is not None)


def _independent(left: OriginStanding, right: OriginStanding) -> bool:
    return left.counts and right.counts and not one_party(left, right) and two_of(left, right) >= SURE


def _alike(left: Quantity | None, right: Quantity | None) -> bool:
    """Say whether two figures count the same: measure, kind of people and scope."""
    if left is None or right is None:
        return False
    scopes = (left.scope or Scope.INCIDENT) == (right.scope or Scope.INCIDENT)
    as_of = left.as_of is None or right.as_of is None or left.as_of == right.as_of
    return left.measure is right.measure and victims(left.of) == victims(right.of) and scopes and as_of


def _clash(left: Quantity | None, right: Quantity | None) -> bool:
    """Say whether two figures cannot both hold, rounding allowed for."""
    return left is not None and right is not None and (_below(left, right) or _below(right, left))


def _below(low: Quantity, high: Quantity) -> bool:
    return low.high is not None and high.low is not None and low.high * (1 + _TOLERANCE) < high.low


def _meet(left: Quantity | None, right: Quantity | None) -> bool:
    """Say whether two figures bear each other out: no clash, and not merely bounds that leave everything open."""
    if left is None or right is None or _clash(left, right):
        return False
    return _middle(left) is not None and _middle(right) is not None


def _middle(figure: Quantity | None) -> float | None:
    """Return the number that a figure names, the middle of a range; a bound names none."""
    if figure is None or figure.low is None or figure.high is None:
        return None
    return (figure.low + figure.high) / 2


def _factor(before: Quantity | None, after: Quantity | None) -> float | None:
    """Return a later figure over an earlier one, by the numbers they turn on; None where one names none or is 0."""
    if before is None or after is None or before.measure is not after.measure:
        return None
    old, new = (_middle(one) or one.low or one.high for one in (before, after))
    return new / old if old and new else None


def _relays(shelf: _Shelf) -> tuple[RelayHistory, ...]:
    """Return how each page passed on what others said, those with the most changes first."""
    relayed: dict[str, set[str]] = defaultdict(set)
    for one in shelf.evidence:
        for edge in one.lineage.edges:
            if edge.kind in {EdgeKind.NAMES, EdgeKind.RELAYS} and shelf.page(edge.claim_id):
                relayed[shelf.page(edge.claim_id)].add(edge.claim_id)
    drifts: dict[str, list[Drift]] = defaultdict(list)
    for drift in (drift for one in shelf.evidence for drift in one.drifts):
        drifts[shelf.page(drift.claim_id)].append(drift)
    found = [_relay(page, claims, drifts[page]) for page, claims in relayed.items()]
    return tuple(sorted(found, key=lambda one: (-one.changed.number, -one.relayed, one.page)))


def _relay(page: str, claims: set[str], drifts: Sequence[Drift]) -> RelayHistory:
    here = [drift for drift in drifts if drift.claim_id in claims]
    own = [drift for drift in here if not drift.inherited]
    made = {drift.claim_id for drift in own}
    taken = {drift.claim_id for drift in here} - made
    types, weights = Counter(drift.type for drift in own), Counter(drift.severity for drift in own)
    return RelayHistory(
        page,
        len(claims),
        Rate.of_counts(len(made), len(claims)),
        len(taken),
        tuple(sorted(types.items(), key=lambda pair: (-pair[1], str(pair[0])))),
        tuple((severity, weights[severity]) for severity in reversed(Severity) if weights[severity]),
        tuple(sorted(made)),
    )
