"""Every telling of an event's figures as a mark of a chart: whose, how large, how bounded, which day, which page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportedly.model.claim import Claim, Measure, Quantity
from reportedly.model.dossier import Dossier
from reportedly.model.event import Testimony
from reportedly.model.evidence import Estimate
from reportedly.publish.figure_picture import FigureGroup
from reportedly.publish.labels import bound_label, origin_label

TONES = 8
"""How many colours, and how many shapes, tell origins apart; together they give 64 unlike marks."""


class Bound(StrEnum):
    """How a figure is bounded."""

    EXACT = "exact"
    AT_LEAST = "at least"
    UP_TO = "up to"
    RANGE = "range"
    NONE = "no figure"


class Part(StrEnum):
    """What a telling is to the estimate."""

    COUNTED = "counted"
    """The range is drawn from it."""
    BESIDE = "beside"
    """An origin's word of the same measure that the range leaves out: revised since, or of no independent origin."""
    RELAYED = "relayed"
    """A page's word that passes another telling on."""


@dataclass(frozen=True, slots=True)
class FigureMark:
    """One telling of a figure: an origin's own, or a page's that relays it."""

    origin: str
    side: str | None
    symbol: int
    """Number of the origin among those of the event, from 0; it picks shape and colour."""
    label: str
    """The figure in words, as the report prints it."""
    low: int | None
    high: int | None
    bound: Bound
    day: date | None
    """None = neither the day of saying nor that of publication is known."""
    said: bool
    """Whether ``day`` is the day of saying, by the text; otherwise it is that of publication."""
    outlet: str
    document_id: str
    claim_id: str
    part: Part


@dataclass(frozen=True)
class Drawer:
    """What is needed to make marks of an event's sayings."""

    dossier: Dossier
    symbols: Mapping[str, int]
    """Number of each origin's symbol by its name."""
    pages: Mapping[str, str]
    """Label of each document by id."""

    def mark(self, testimony: Testimony, claim: Claim, figure: Told, part: Part) -> FigureMark:
        """Return the mark of one telling."""
        document = self.dossier.document_by_id.get(claim.document_id)
        said = testimony.said.last if part is not Part.RELAYED and testimony.said else None
        name = origin_label(testimony.origin)
        return FigureMark(
            name,
            testimony.origin.side,
            self.symbols[name],
            figure.label,
            figure.low,
            figure.high,
            bound_of(figure.low, figure.high),
            said or (document.day if document else None),
            said is not None,
            self.pages.get(claim.document_id, ""),
            claim.document_id,
            claim.id,
            part,
        )

    def relays(self, testimony: Testimony, own_claim: str, measure: Measure) -> list[FigureMark]:
        """Return the marks of the pages that relay a saying."""
        marks = []
        for claim, figure in _relayed(self.dossier, testimony, own_claim, measure):
            label = bound_label(figure.low, figure.high, figure.qualifier)
            label = label if figure.measure is measure else f"{label} ({figure.measure})"
            marks.append(self.mark(testimony, claim, Told(label, figure.low, figure.high), Part.RELAYED))
        return marks


@dataclass(frozen=True, slots=True)
class Told:
    """A figure as it is shown."""

    label: str
    low: int | None
    high: int | None


def marks_of(drawer: Drawer, estimates: Sequence[Estimate], at: int, group: FigureGroup) -> tuple[FigureMark, ...]:
    """Return the tellings of one estimate's figure by day; those without a day come last.

    Args:
        drawer: the event's dossier with symbols and labels.
        estimates: all estimates of the event.
        at: place among them of the one that is drawn.
        group: the same as the report prints it; labels are taken from there.
    """
    dossier, estimate = drawer.dossier, estimates[at]
    found: list[FigureMark] = []
    for one, row in zip(estimate.inputs, group.inputs, strict=True):
        testimony = dossier.testimony_by_id.get(one.testimony_id)
        claim = dossier.claim_by_id.get(one.claim_id)
        if testimony is not None and claim is not None:
            found.append(drawer.mark(testimony, claim, Told(row.label, one.low, one.high), Part.COUNTED))
            found += drawer.relays(testimony, claim.id, estimate.measure)
    for testimony in _beside(dossier, estimates, at):
        figure, claim = testimony.quantity, dossier.claim_by_id.get(testimony.claim_ids[0])
        if figure is not None and claim is not None:
            label = bound_label(figure.low, figure.high, figure.qualifier)
            found.append(drawer.mark(testimony, claim, Told(label, figure.low, figure.high), Part.BESIDE))
            found += drawer.relays(testimony, claim.id, estimate.measure)
    return tuple(sorted(dict.fromkeys(found), key=_order))


def _beside(dossier: Dossier, estimates: Sequence[Estimate], at: int) -> list[Testimony]:
    """Return the sayings that no estimate takes up and that belong beside this one, by measure and then by scope."""
    taken = {one.testimony_id for estimate in estimates for one in estimate.inputs}
    found = []
    for testimony in dossier.testimonies:
        figure = testimony.quantity
        if figure is None or testimony.denial or testimony.id in taken:
            continue
        fitting = [place for place, one in enumerate(estimates) if one.measure is figure.measure]
        nearest = min(fitting, key=lambda place: (estimates[place].scope is not figure.scope, place), default=None)
        if nearest == at:
            found.append(testimony)
    return found


def symbols_of(dossier: Dossier) -> dict[str, int]:
    """Return a number for each origin that gives a figure, in the order of the event's sayings."""
    names = dict.fromkeys(origin_label(one.origin) for one in dossier.testimonies)
    return {name: number for number, name in enumerate(names)}


def floor_steps(marks: Sequence[FigureMark]) -> tuple[tuple[date, int], ...]:
    """Return the greatest ``at least`` that had been told by each day on which it rose."""
    steps: list[tuple[date, int]] = []
    for mark in marks:
        if mark.day is None or mark.low is None or mark.bound is not Bound.AT_LEAST:
            continue
        if not steps or mark.low > steps[-1][1]:
            steps.append((mark.day, mark.low))
    return tuple(dict(steps).items())


def bound_of(low: int | None, high: int | None) -> Bound:
    """Return how two ends bound a figure."""
    if low is None or high is None:
        return Bound.NONE if low is high is None else Bound.AT_LEAST if high is None else Bound.UP_TO
    return Bound.EXACT if low == high else Bound.RANGE


def _relayed(dossier: Dossier, testimony: Testimony, own_claim: str, measure: Measure) -> list[tuple[Claim, Quantity]]:
    """Return the figures of the pages that relay a saying: of its measure, or else of another with its number."""
    found = []
    turn = testimony.quantity.turn if testimony.quantity else None
    for claim_id in testimony.claim_ids:
        claim = dossier.claim_by_id.get(claim_id)
        if claim is None or claim_id == own_claim:
            continue
        alike = [one for one in claim.quantities if one.measure is measure]
        alike = alike or [one for one in claim.quantities if one.turn == turn]
        if alike:
            found.append((claim, min(alike, key=lambda one: one.turn != turn)))
    return found


def _order(mark: FigureMark) -> tuple[date, bool, int, str]:
    return (mark.day or date.max, mark.part is Part.RELAYED, mark.symbol, mark.claim_id)
