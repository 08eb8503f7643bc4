"""Events of any size for tests of prose: so many pages for each of some sources, pages that name nobody, a denial."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

import story
from builders import (
    ClaimFields,
    Edge,
    EdgeKind,
    Estimate,
    EstimateInput,
    Evidence,
    Grade,
    Lineage,
    OriginCount,
    make_claim,
    make_document,
    make_event,
    make_link,
    make_quantity,
    make_testimony,
    standing,
)
from reportedly.assessment.assess import assess
from reportedly.assessment.case import Case, build_cases
from reportedly.model.assessment import Assessment, Section
from reportedly.model.claim import Claim, Measure, Scope, SourceClass
from reportedly.model.document import Document
from reportedly.model.event import Event, EventKind, Grouping, Origin, Testimony
from reportedly.model.posterior import Posterior

FIRST = date(2025, 3, 1)
POLICY = "UCDP low/best/high over origins"
NOBODY = Origin("", recorded=False)


@dataclass(frozen=True)
class Source:
    """One source of an event: its figure, on how many pages it stands, and whether it denies instead."""

    name: str
    number: int
    pages: int = 1
    side: str | None = None
    denies: bool = False
    source_class: SourceClass = SourceClass.ORGANISATION

    @property
    def origin(self) -> Origin:
        """The source as an origin; one without a name is nobody's word."""
        return Origin(self.name, None, self.side, self.source_class) if self.name else NOBODY


@dataclass(frozen=True)
class Told:
    """An event with all that an assessment of it needs."""

    event: Event
    testimonies: tuple[Testimony, ...]
    claims: tuple[Claim, ...]
    documents: tuple[Document, ...]
    evidence: Evidence


def tell(sources: tuple[Source, ...], label: str = "Soldiers killed near Tarn", at: int = 0) -> Told:
    """Build an event from its sources; ``at`` sets the pages of several events apart."""
    held = [(one, _page(one, f"{at}-{row}-{page}")) for row, one in enumerate(sources) for page in range(one.pages)]
    claims = tuple(claim for _, (_, claim) in held)
    event = make_event(EventKind.INCIDENT, f"{label} {at}", claims, measures=(Measure.KILLED,))
    testimonies, standings = [], []
    for one in sources:
        own = tuple(claim for source, (_, claim) in held if source is one)
        said = make_testimony(event.id, one.origin, own, one.denies)
        said = replace(said, quantity=None) if one.denies else said
        testimonies.append(said)
        standings.append(replace(standing(one.origin, (said,), own, counts=bool(one.name)), denies=one.denies))
    kinds = [EdgeKind.NAMES if source.name else EdgeKind.UNRECORDED for source, _ in held]
    edges = tuple(Edge(claim.id, kind, None) for claim, kind in zip(claims, kinds, strict=True))
    counting = [one for one in sources if one.name and not one.denies]
    bare = tuple(claim.id for source, (_, claim) in held if not source.name)
    sides = tuple(sorted({one.side for one in counting if one.side}))
    count = OriginCount(len(counting), tuple(standings), (), bare, sides, len(sides) == 1)
    evidence = Evidence(event.id, Lineage(event.id, edges), (), count, (_estimate(testimonies),), Grade("C", 3, "low"))
    event = replace(event, testimony_ids=tuple(one.id for one in testimonies))
    return Told(event, tuple(testimonies), claims, tuple(page for _, (page, _) in held), evidence)


def _page(one: Source, key: str) -> tuple[Document, Claim]:
    said = "denied that" if one.denies else "said that"
    opening = f"{one.name} {said} " if one.name else "Yesterday "
    words = f"{one.number} soldiers were killed"
    day = FIRST + timedelta(days=sum(map(ord, key)) % 9)
    page = make_document(key, f"Outlet {key.replace('-', 'x')}", day, f"{opening}{words} near Tarn.")
    quantity = make_quantity(
        page, f"{one.number} soldiers", Measure.KILLED, "soldiers", one.number, one.number, None, Scope.INCIDENT
    )
    chain = (make_link(page, one.name, one.name, "said" if not one.denies else "denied"),) if one.name else ()
    return page, make_claim(page, f"{words} near Tarn", chain, ClaimFields(quantities=(quantity,)))


def _estimate(testimonies: list[Testimony]) -> Estimate:
    held = [one for one in testimonies if one.quantity and not one.denial]
    ends = [one.quantity.low for one in held if one.quantity and one.quantity.low is not None]
    inputs = tuple(
        EstimateInput(one.id, one.claim_ids[0], one.quantity.low, one.quantity.high, None)
        for one in held
        if one.quantity
    )
    low, high = min(ends, default=None), max(ends, default=None)
    return Estimate(Measure.KILLED, "soldiers", Scope.INCIDENT, low, low, high, POLICY, inputs)


def with_posterior(told: Told, posterior: Posterior) -> Told:
    """Return the event with a model of its number."""
    (estimate,) = told.evidence.estimates
    return replace(told, evidence=replace(told.evidence, estimates=(replace(estimate, posterior=posterior),)))


def cases(*told: Told) -> tuple[Case, ...]:
    """Return the cases of some events."""
    return build_cases(
        Grouping(tuple(one.event for one in told), tuple(said for one in told for said in one.testimonies), ()),
        [one.evidence for one in told],
        [claim for one in told for claim in one.claims],
        [page for one in told for page in one.documents],
    )


def assessed(*told: Told) -> Assessment:
    """Return the assessment of some events."""
    return assess(
        Grouping(tuple(one.event for one in told), tuple(said for one in told for said in one.testimonies), ()),
        [one.evidence for one in told],
        [claim for one in told for claim in one.claims],
        [page for one in told for page in one.documents],
        story.yardstick(),
        POLICY,
        None,
        "Tarn",
    )


def texts(assessment: Assessment, section: Section) -> list[str]:
    """Return the sentences of one section."""
    return [one.text for one in assessment.findings if one.section is section]
