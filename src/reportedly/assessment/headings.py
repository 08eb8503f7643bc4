"""Headings: an event bears the figure of its key judgement, never another source's or a changed one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.assessment.case import Case, build_cases
from reportedly.assessment.content import first_claim
from reportedly.assessment.figures import calm, figure_noun
from reportedly.model.claim import Claim, Measure, Quantity
from reportedly.model.coded import is_coded
from reportedly.model.document import Document
from reportedly.model.event import Event, Grouping, Testimony
from reportedly.model.evidence import DriftType, Evidence

_LONGEST = 90
_WHAT_IS_COUNTED = frozenset({DriftType.SIDE, DriftType.MEASURE, DriftType.FIGURE, DriftType.BOUND})
"""Changes after which a claim's figure is no longer that of its source."""
_SUBJECT = re.compile(r"[A-Z0-9]")
_LEANING = re.compile(r"(?:it|its|they|their|he|she|his|her|this|that|these|those|who|which)\b", re.IGNORECASE)


def headed(
    grouping: Grouping, evidence: Sequence[Evidence], claims: Iterable[Claim], documents: Sequence[Document]
) -> Grouping:
    """Return the grouping with the labels of those events changed that bear a figure other than their leading saying's.

    Args:
        grouping: events and testimonies.
        evidence: what was found out about each event.
        claims: all claims.
        documents: the documents that were read.
    """
    labels = {case.event.id: heading(case) for case in build_cases(grouping, evidence, claims, documents)}
    return replace(grouping, events=tuple(_named(event, labels.get(event.id, "")) for event in grouping.events))


def _named(event: Event, label: str) -> Event:
    return replace(event, label=label) if label and label != event.label else event


def heading(case: Case) -> str:
    """Return the label of an event, or one made of its leading saying where the label bears another figure."""
    label, leading = case.event.label, case.leading
    if any(is_coded(claim) for claim in case.claims):
        return label  # a coder's own name of the event, by which the rows are found again
    if leading is None or leading.quantity is None or not leading.origin.recorded or leading.denial:
        return label
    held = _unchanged(case, leading)
    if any(_bears(label, quantity) for claim in held for quantity in claim.quantities) or any(
        label.rstrip("…") in " ".join(claim.quote.split()) for claim in held
    ):
        return label
    made = _of_figure(leading.quantity) or _of_words(first_claim(case, leading))
    return made if made and len(made) <= _LONGEST else label


def _unchanged(case: Case, leading: Testimony) -> list[Claim]:
    """Return the claims of a saying in which what is counted, how many and of whom stands as its source said it."""
    changed = {drift.claim_id for drift in case.drifts if drift.type in _WHAT_IS_COUNTED}
    return [case.claim_by_id[one] for one in case.known(leading.claim_ids) if one not in changed]


def _bears(label: str, quantity: Quantity) -> bool:
    """Say whether a label gives this figure: its number, and of those whom it counts at least one word, if any."""
    numbers = {f"{one:,}" for one in (quantity.low, quantity.high) if one is not None}
    words = label.split()
    counted = {one.casefold() for one in calm(quantity.of).split()} or {"people"}
    generic = " people " in f" {label} " or quantity.low == 1
    number = bool(numbers & {part for word in words for part in re.split(r"[-–]", word)})
    return number and (generic or bool(counted & {one.casefold() for one in words}))


def _of_figure(quantity: Quantity) -> str:
    if quantity.measure is Measure.OTHER or (quantity.low is None and quantity.high is None):
        return ""
    noun = figure_noun(quantity if quantity.of else replace(quantity, of="people"))
    wounded = quantity.measure is Measure.CASUALTIES
    return f"{noun.removesuffix(' casualties')} killed or wounded" if wounded else noun


def _of_words(claim: Claim) -> str:
    """Return the words of a claim where they can stand alone; empty where they lean on what stands before them."""
    words = " ".join(claim.quote.split())
    return words if _SUBJECT.match(words) and not _LEANING.match(words) else ""
