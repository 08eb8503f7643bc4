"""An event whose figures are of every kind: plain, at least, up to, a range, revised since, relayed by a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

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
from reportedly.model.assessment import Assessment
from reportedly.model.claim import Claim, Measure, Scope
from reportedly.model.document import Document
from reportedly.model.dossier import Dossier
from reportedly.model.event import EventKind, Origin, Testimony

FIRST = date(2025, 3, 3)
POLICY = "UCDP low/best/high over origins"


@dataclass(frozen=True)
class Said:
    """What one origin said: its figure, on which days its pages appeared, whether the estimate takes it up."""

    origin: str
    low: int | None
    high: int | None
    days: tuple[int | None, ...] = (0,)
    """Days after the first, one a page; None = a page without a day."""
    counted: bool = True
    relayed_as: Measure = Measure.KILLED
    """What its pages after the first say is counted."""


EVERY_KIND = (
    Said("Prosecutor", 24, None, (0, 1), counted=False),
    Said("Mayor", 31, 31, (1,)),
    Said("Ministry", None, 15, (1,)),
    Said("Prosecutor", 33, None, (2,), counted=False),
    Said("Rescue Service", 34, 37, (3,)),
)


def figured(told: Sequence[Said] = EVERY_KIND) -> Dossier:
    """Return the dossier of one event with these figures."""
    pages = [(one, _page(one, at, row, page)) for row, one in enumerate(told) for page, at in enumerate(one.days)]
    claims = tuple(claim for _, (_, claim) in pages)
    documents = tuple(document for _, (document, _) in pages)
    event = make_event(EventKind.INCIDENT, "People killed at Tarn market", claims, measures=(Measure.KILLED,))
    sayings: list[Testimony] = []
    inputs = []
    for row, one in enumerate(told):
        own = tuple(claim for said, (_, claim) in pages if said is one)
        sayings.append(make_testimony(event.id, Origin(one.origin), own))
        if one.counted:
            inputs.append(EstimateInput(sayings[row].id, own[0].id, one.low, one.high, None))
    ends = [end for one in inputs for end in (one.low, one.high) if end is not None]
    low, high = min(ends, default=None), max(ends, default=None)
    estimate = Estimate(Measure.KILLED, "people", Scope.INCIDENT, low, low, high, POLICY, tuple(inputs))
    edges = tuple(Edge(claim.id, EdgeKind.NAMES, None) for claim in claims)
    count = OriginCount(1, tuple(standing(one.origin, (one,), claims[:1]) for one in sayings[:1]), ())
    evidence = Evidence(event.id, Lineage(event.id, edges), (), count, (estimate,), Grade("C", 3, "low"))
    event = replace(event, testimony_ids=tuple(one.id for one in sayings))
    assessment = Assessment("asm-1", event.label, None, "ICD 203", POLICY, (), tuple(one.id for one in documents))
    return Dossier(documents, (), claims, (event,), tuple(sayings), (), (evidence,), assessment)


def _page(one: Said, at: int | None, row: int, page: int) -> tuple[Document, Claim]:
    figure = _words(one)
    measure = one.relayed_as if page else Measure.KILLED
    text = f"{one.origin} said that {figure} were {measure} at Tarn market."
    day = None if at is None else FIRST + timedelta(days=at)
    document = make_document(f"p{row}-{page}", f"Outlet {row}{page}", day, text)
    quantity = make_quantity(document, figure, measure, "people", one.low, one.high, None, Scope.INCIDENT)
    link = make_link(document, one.origin, one.origin, "said")
    quote = f"{figure} were {measure} at Tarn market"
    return document, make_claim(document, quote, (link,), ClaimFields(quantities=(quantity,)))


def _words(one: Said) -> str:
    if one.low is None or one.high is None:
        return f"at least {one.low} people" if one.high is None else f"up to {one.high} people"
    return f"{one.low} people" if one.low == one.high else f"between {one.low} and {one.high} people"
