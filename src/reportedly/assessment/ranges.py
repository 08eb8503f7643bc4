"""Findings on figures: each range with its policy and its inputs, bounds as bounds, unlike measures apart."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.assessment.case import Case
from reportedly.assessment.figures import number_range, of_phrase
from reportedly.assessment.names import NOBODY, origin_name
from reportedly.assessment.wording import listed, quoted, sentence
from reportedly.model.assessment import Finding, Section
from reportedly.model.evidence import Estimate


def figures(case: Case) -> Iterator[Finding]:
    """Yield a sentence for each estimate, and one that keeps unlike measures apart."""
    for estimate in case.evidence.estimates:
        cited = [one.claim_id for one in estimate.inputs]
        yield case.finding(Section.FIGURES, _range_sentence(case, estimate), cited, estimate.reasons)
    measures = list(dict.fromkeys(str(one.measure) for one in case.evidence.estimates))
    if len(measures) > 1:
        text = f"{listed(measures)} are different measures, so these figures are never added up"
        cited = [one.claim_id for estimate in case.evidence.estimates for one in estimate.inputs]
        yield case.finding(Section.FIGURES, sentence(text), cited)


def _range_sentence(case: Case, estimate: Estimate) -> str:
    subject = f"the number{_of(estimate.of)} {estimate.measure}"
    bound = number_range(estimate.low, estimate.high)
    if not bound:
        return sentence(f"by the rule {quoted(estimate.policy)} no range can be given for {subject}")
    best = ""
    if estimate.best is not None and estimate.best not in {estimate.low, estimate.high}:
        best = f", best {estimate.best:,}"
    open_end = ", and no origin gives an upper bound" if estimate.high is None else ""
    if estimate.low is None:
        open_end = ", and no origin gives a lower bound"
    rule, inputs = quoted(estimate.policy), _inputs(case, estimate)
    return sentence(f"by the rule {rule}, {subject} is {bound}{best}{open_end}, {inputs}")


def _of(of: str) -> str:
    phrase = of_phrase(of).strip()
    return f" of {phrase.removeprefix('of ')}" if phrase else ""


def _inputs(case: Case, estimate: Estimate) -> str:
    said = {testimony.id: testimony for testimony in case.testimonies}
    names = list(
        dict.fromkeys(origin_name(said[one.testimony_id].origin) for one in estimate.inputs if one.testimony_id in said)
    )
    if names == [NOBODY]:
        return "and no page says whose word that is"
    if len(names) == 1:
        return f"all of it on the word of {names[0]}"
    return f"on the words of {listed(names)}" if names else "without an input on record"
