"""Findings on figures: each range with its policy and its inputs, bounds as bounds, unlike measures apart."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.assessment.case import Case
from reportedly.assessment.figures import number_range, of_phrase
from reportedly.assessment.names import NOBODY, origin_names
from reportedly.assessment.wording import listed, sentence
from reportedly.model.assessment import Finding, Section
from reportedly.model.claim import Measure
from reportedly.model.evidence import Estimate


def figures(case: Case) -> Iterator[Finding]:
    """Yield a sentence for each estimate, and one that keeps unlike measures apart."""
    for place, estimate in enumerate(case.evidence.estimates):
        cited = [one.claim_id for one in estimate.inputs]
        rule = f"by {estimate.policy}, " if place == 0 else ""
        text = sentence(f"{rule}{_range_phrase(case, estimate)}")
        yield case.finding(Section.FIGURES, text, cited, estimate.reasons)
    measures = list(dict.fromkeys(str(one.measure) for one in case.evidence.estimates))
    if len(measures) > 1:
        text = f"{listed(measures)} are different measures, so these figures are never added up"
        cited = [one.claim_id for estimate in case.evidence.estimates for one in estimate.inputs]
        yield case.finding(Section.FIGURES, sentence(text), cited)


def _range_phrase(case: Case, estimate: Estimate) -> str:
    subject = _subject(estimate)
    bound = number_range(estimate.low, estimate.high)
    if not bound:
        return f"no range can be given for {subject}"
    best = ""
    if estimate.best is not None and estimate.best not in {estimate.low, estimate.high}:
        best = f", best {estimate.best:,}"
    open_end = ", and no origin gives an upper bound" if estimate.high is None else ""
    if estimate.low is None:
        open_end = ", and no origin gives a lower bound"
    return f"{subject} is {bound}{best}{open_end}, {_inputs(case, estimate)}"


def _subject(estimate: Estimate) -> str:
    of = of_phrase(estimate.of).strip().removeprefix("of ")
    if estimate.measure is Measure.CASUALTIES:
        return f"the number of casualties{' among ' + of if of else ''}"
    kind = "counted" if estimate.measure is Measure.OTHER else str(estimate.measure)
    return f"the number{' of ' + of if of else ''} {kind}"


def _inputs(case: Case, estimate: Estimate) -> str:
    said = {testimony.id: testimony for testimony in case.testimonies}
    held = [said[one.testimony_id].origin for one in estimate.inputs if one.testimony_id in said]
    names = [name for name in origin_names(held) if name != NOBODY]
    if not names:
        return "and no page says whose word that is"
    return f"all of it on the word of {names[0]}" if len(names) == 1 else f"on the words of {listed(names)}"
