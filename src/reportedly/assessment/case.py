"""One event with everything that is known about it, as the writers of findings need it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cached_property

from reportedly.assessment.figures import agrees
from reportedly.assessment.names import origin_name, page_names
from reportedly.model.assessment import Finding, Likelihood, Section
from reportedly.model.claim import Claim, Kind
from reportedly.model.document import Document
from reportedly.model.event import Event, Grouping, Testimony
from reportedly.model.evidence import Drift, Edge, EdgeKind, Evidence, OriginStanding, at_least, origin_distribution
from reportedly.model.ids import identifier
from reportedly.model.reason import Reason

_LAST_DAY = date.max


class Tier(IntEnum):
    """How much there is to say about an event."""

    MAJOR = 0
    """Several pages or origins, changes on the way, contest or denial."""
    FIGURE = 1
    """One origin on one page, with a figure."""
    SMALL = 2
    """One origin on one page, without a figure."""


@dataclass(frozen=True)
class Case:
    """An event, its testimonies and claims in order of publication, and its evidence."""

    event: Event
    evidence: Evidence
    testimonies: tuple[Testimony, ...]
    claims: tuple[Claim, ...]
    documents: Mapping[str, Document]
    pages: Mapping[str, str]
    """Names of all documents by id."""
    answers: tuple[Claim, ...] = ()
    """Claims, of this event or another, that set their own figure against one of this event."""

    @cached_property
    def claim_by_id(self) -> dict[str, Claim]:
        """Claims of the event by id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def claim_ids(self) -> tuple[str, ...]:
        """Ids of the event's claims in order of publication."""
        return tuple(claim.id for claim in self.claims)

    @cached_property
    def edge_by_claim(self) -> dict[str, Edge]:
        """Where each claim was taken from, by the claim's id."""
        return {edge.claim_id: edge for edge in self.evidence.lineage.edges}

    @cached_property
    def drifts(self) -> tuple[Drift, ...]:
        """Changes made on the way, in order of publication of the pages that made them."""
        order = {claim_id: place for place, claim_id in enumerate(self.claim_ids)}
        held = [drift for drift in self.evidence.drifts if drift.claim_id in order]
        return tuple(sorted(held, key=lambda drift: (order[drift.claim_id], drift.type, drift.before, drift.after)))

    @cached_property
    def core(self) -> tuple[str, ...]:
        """Ids of the claims that carry what the event is named after: its figure, or all that affirms where none leads.

        An event can hold other figures of other origins; what they say is no support for this one.
        """
        leading = self.leading
        if leading is None or leading.quantity is None:
            return self.carrying
        figure = leading.quantity
        affirmed = [one for one in self.testimonies if not one.denial]
        held = {leading.id} | {
            one.id for one in affirmed if agrees(one.quantity, figure, loose=not one.origin.recorded)
        }
        return self.known(claim_id for one in self.testimonies if one.id in held for claim_id in one.claim_ids)

    @cached_property
    def affirming(self) -> tuple[OriginStanding, ...]:
        """Recorded origins that affirm the core, most pages first; those that count, or all where none does."""
        core = set(self.core)
        standings = [
            one for one in self._standings if not one.denies and one.origin.recorded and core & {*one.claim_ids}
        ]
        counting = [one for one in standings if one.counts]
        return tuple(counting or standings)

    @cached_property
    def independent(self) -> int:
        """Number of independent origins that affirm the core."""
        return sum(one.counts for one in self.affirming)

    @cached_property
    def at_least_two(self) -> float:
        """Probability that two independent origins or more affirm the core, not that many speak of the event."""
        core = set(self.core)
        held = [one for one in self._standings if not one.denies and core & {*one.claim_ids}]
        return at_least(2, origin_distribution(one.probability for one in held if one.probability > 0))

    @cached_property
    def is_outlier(self) -> bool:
        """Whether the figure that leads lies outside the 90 % range that all figures on it give together."""
        leading = self.leading
        figure = leading.quantity if leading else None
        if leading is None or figure is None:
            return False
        for estimate in self.evidence.estimates:
            posterior = estimate.posterior
            if posterior is not None and leading.id in {one.testimony_id for one in estimate.inputs}:
                low, high = figure.low or 0, figure.high if figure.high is not None else float("inf")
                return low > posterior.high or high < posterior.low
        return False

    @cached_property
    def party(self) -> str | None:
        """The one party to which all recorded origins of the core belong; None where there is no such party."""
        sides = {one.origin.side for one in self.affirming}
        return next(iter(sides)) if len(sides) == 1 else None

    @cached_property
    def denying(self) -> tuple[OriginStanding, ...]:
        """Origins that deny, most pages first."""
        return tuple(one for one in self._standings if one.denies)

    @cached_property
    def affirming_claims(self) -> tuple[str, ...]:
        """Ids of the claims of the independent origins that affirm."""
        return self.known(claim_id for one in self.affirming for claim_id in one.claim_ids)

    @cached_property
    def attributed(self) -> tuple[str, ...]:
        """Ids of the claims of those origins on whose page it stands, or is told, from whom it is."""
        bare = set(self.evidence.origins.unrecorded_claim_ids)
        return tuple(claim_id for claim_id in self.affirming_claims if claim_id not in bare)

    @cached_property
    def denying_claims(self) -> tuple[str, ...]:
        """Ids of the claims of the origins that deny."""
        return self.known(claim_id for one in self.denying for claim_id in one.claim_ids)

    @cached_property
    def _standings(self) -> tuple[OriginStanding, ...]:
        return tuple(
            sorted(self.evidence.origins.origins, key=lambda one: (-len(one.document_ids), origin_name(one.origin)))
        )

    @cached_property
    def carrying(self) -> tuple[str, ...]:
        """Ids of the claims that affirm the event: all but those of denials."""
        denied = {claim_id for one in self.testimonies if one.denial for claim_id in one.claim_ids}
        return tuple(claim_id for claim_id in self.claim_ids if claim_id not in denied)

    @cached_property
    def is_factual(self) -> bool:
        """Whether the event is something that happened or holds, not a view, plan or forecast."""
        return any(self.claim_by_id[claim_id].kind in {Kind.EVENT, Kind.TALLY} for claim_id in self.carrying)

    @cached_property
    def tier(self) -> Tier:
        """How much the assessment has to say about the event."""
        evidence = self.evidence
        several = len(self.page_ids(self.carrying)) > 1 or self.independent > 1
        if evidence.drifts or evidence.contests or several or (self.denying and self.affirming):
            return Tier.MAJOR
        return Tier.FIGURE if evidence.estimates else Tier.SMALL

    @cached_property
    def is_rich(self) -> bool:
        """Whether a major event has more to it than who says so: figures, changes, contradictions or a denial."""
        evidence = self.evidence
        return self.tier is Tier.MAJOR and bool(
            evidence.estimates or evidence.drifts or evidence.contests or self.denying
        )

    @cached_property
    def leading(self) -> Testimony | None:
        """The testimony that the event is named after: an affirmed, recorded one on the most pages, figures first.

        What its own source has replaced since leads only where nothing else is left.
        """
        current = [one for one in self.testimonies if one.id not in self.replaced]
        return min(current or self.testimonies, key=_lead, default=None)

    @cached_property
    def replaced(self) -> frozenset[str]:
        """Ids of testimonies that a later one of the same origin revises."""
        return frozenset(one.revises for one in self.testimonies if one.revises)

    def page_ids(self, claim_ids: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of the documents on which these claims stand, in order of publication."""
        wanted = set(claim_ids)
        return tuple(dict.fromkeys(claim.document_id for claim in self.claims if claim.id in wanted))

    def page_list(self, claim_ids: Iterable[str]) -> list[str]:
        """Return the names of the pages on which these claims stand, in order of publication."""
        return [self.pages[document_id] for document_id in self.page_ids(claim_ids)]

    def known(self, claim_ids: Iterable[str]) -> tuple[str, ...]:
        """Return those of the ids that are claims of this event, in order of publication."""
        wanted = set(claim_ids)
        return tuple(claim_id for claim_id in self.claim_ids if claim_id in wanted)

    def finding(
        self,
        section: Section,
        text: str,
        claim_ids: Iterable[str],
        reasons: tuple[Reason, ...] = (),
        likelihood: Likelihood | None = None,
    ) -> Finding:
        """Return a finding on this event; one without claims of its own cites all claims of the event."""
        wanted = set(claim_ids)
        answers = tuple(claim.id for claim in self.answers if claim.id in wanted and claim.id not in self.claim_by_id)
        cited = (*self.known(wanted), *answers) or self.claim_ids
        return Finding(
            identifier("fnd", self.event.id, section, text, cited),
            section,
            text,
            cited,
            self.event.id,
            likelihood,
            reasons,
        )


def build_cases(
    grouping: Grouping, evidence: Sequence[Evidence], claims: Iterable[Claim], documents: Sequence[Document]
) -> tuple[Case, ...]:
    """Return one case for each event that has claims and evidence, the most telling first.

    The order is: tier; within each, most weight (pages, figures, changes, contests), first day, label, id.
    """
    by_document = {document.id: document for document in documents}
    names = page_names(sorted(documents, key=lambda document: document.id))
    by_claim = {claim.id: claim for claim in claims if claim.document_id in by_document}
    by_event = {one.event_id: one for one in evidence}
    by_testimony = {one.id: one for one in grouping.testimonies}
    comparing: dict[str, list[Claim]] = defaultdict(list)
    for claim in by_claim.values():
        if claim.relation is not None and claim.relation.type.compares:
            comparing[claim.relation.to].append(claim)
    cases = []
    for event in grouping.events:
        held = [by_claim[one] for one in event.claim_ids if one in by_claim]
        if held and event.id in by_event:
            edges = by_event[event.id].lineage.edges
            published = _published(by_document, {edge.claim_id for edge in edges if edge.kind is EdgeKind.OWN})
            held.sort(key=published)
            said = sorted((by_testimony[t] for t in event.testimony_ids if t in by_testimony), key=_weight)
            answers = [answer for one in event.claim_ids for answer in comparing.get(one, ())]
            answers.sort(key=published)
            cases.append(Case(event, by_event[event.id], tuple(said), tuple(held), by_document, names, tuple(answers)))
    return tuple(sorted(cases, key=_rank))


def _published(
    documents: Mapping[str, Document], own: Collection[str]
) -> Callable[[Claim], tuple[date, bool, str, int, str]]:
    """Return the sort key of claims: day of publication, the origin's own page first, then document and place."""

    def key(claim: Claim) -> tuple[date, bool, str, int, str]:
        document = documents[claim.document_id]
        return (document.day or _LAST_DAY, claim.id not in own, document.id, claim.span.start, claim.id)

    return key


def _weight(testimony: Testimony) -> tuple[bool, int, str, str]:
    return (testimony.denial, -len(testimony.claim_ids), testimony.origin.name, testimony.id)


def _lead(testimony: Testimony) -> tuple[bool, bool, bool, int, str, str]:
    bare = testimony.quantity is None
    return (testimony.denial, not testimony.origin.recorded, bare, *_weight(testimony)[1:])


def _rank(case: Case) -> tuple[int, int, date, str, str]:
    first = case.event.when.first if case.event.when else _LAST_DAY
    evidence = case.evidence
    changes = len(case.page_ids(drift.claim_id for drift in case.drifts))
    weight = len(case.page_ids(case.core)) + 4 * bool(evidence.estimates) + 2 * changes + 2 * len(evidence.contests)
    return (case.tier, -weight, first, case.event.label, case.event.id)
