"""Findings on figures: each range with its policy and its inputs, bounds as bounds, unlike measures apart."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.assessment.case import Case
from reportedly.assessment.figures import number_range, of_phrase
from reportedly.assessment.modelled import assumptions, conflict_words, influence, range_words
from reportedly.assessment.names import NOBODY, origin_name, origin_names
from reportedly.assessment.variants import varied
from reportedly.assessment.wording import listed, sentence
from reportedly.model.assessment import Finding, Section
from reportedly.model.claim import Measure
from reportedly.model.evidence import Estimate
from reportedly.model.posterior import FigureRole, FigureShare, Posterior
from reportedly.model.rounding import told_posterior


def figures(case: Case, turn: int = 0) -> Iterator[Finding]:
    """Yield a sentence for each estimate, and one that keeps unlike measures apart."""
    assumed: set[str] = set()
    for place, estimate in enumerate(case.evidence.estimates):
        cited = [one.claim_id for one in estimate.inputs]
        rule = f"by {estimate.policy}, " if place == 0 else ""
        text = sentence(f"{rule}{_range_phrase(case, estimate)}")
        yield case.finding(Section.FIGURES, text, cited, estimate.reasons)
        if (posterior := told_posterior(estimate)) is not None:
            yield from _model(case, estimate, posterior, turn + place)
            habits = [one for one in assumptions(posterior) if one not in assumed]
            assumed |= set(habits)
            for habit in habits:
                yield case.finding(Section.FIGURES, sentence(habit), cited)
    measures = list(dict.fromkeys(str(one.measure) for one in case.evidence.estimates))
    if len(measures) > 1:
        named = [one for one in measures if one != Measure.OTHER]
        text = f"{listed(named)} are different measures, so these figures are never added up"
        if len(named) < len(measures):
            text = "these figures are of different things and are never added up"
        cited = [one.claim_id for estimate in case.evidence.estimates for one in estimate.inputs]
        yield case.finding(Section.FIGURES, sentence(text), cited)


def _model(case: Case, estimate: Estimate, posterior: Posterior, turn: int) -> Iterator[Finding]:
    """Yield what the figures make probable when habits are allowed for: range, what moves it, conflicts, habits."""
    shared = [one.claim_id for one in posterior.shares]
    cited = list(dict.fromkeys([*shared, *(one.claim_id for one in estimate.inputs)]))
    biased = any(True for _ in assumptions(posterior))
    plain = _PLAIN if len(posterior.shares) > 1 else _ALONE
    text = varied(_ALLOWING if biased else plain, turn).format(range_words(estimate, posterior))
    yield case.finding(Section.FIGURES, sentence(text), cited, posterior.reasons)
    moved = influence(estimate, posterior)
    if moved is not None:
        yield case.finding(Section.FIGURES, sentence(moved[0]), cited, (moved[1].reason,))
    names = {one.id: origin_name(one.origin) for one in case.testimonies}
    claims = {one.testimony_id: one.claim_id for one in posterior.shares}
    for conflict in posterior.conflicts:
        both = [claims[one] for one in conflict.testimony_ids if one in claims]
        text = conflict_words(conflict, names)
        yield case.finding(Section.FIGURES, sentence(text), both, (conflict.reason,))


_PLAIN = ("on these figures, {}", "with what is known of such figures, {}")
_ALONE = ("on this figure alone, {}", "with what is known of such figures, {}")
_ALLOWING = (
    "allowing for what parties tend to overstate or leave out, {}",
    "once the habits of such sources are allowed for, {}",
)


def _sole(posterior: Posterior) -> FigureShare | None:
    """Return the one figure on which all hangs; None where there are several, or nobody is named for it."""
    held = [one for one in posterior.shares if one.role is not FigureRole.CAP]
    return held[0] if len(held) == 1 and held[0].origin and held[0].without is None else None


def _range_phrase(case: Case, estimate: Estimate) -> str:
    subject = _subject(estimate)
    bound = number_range(estimate.low, estimate.high)
    if not bound:
        return f"no range can be given for {subject}"
    best = ""
    if estimate.best is not None and estimate.best not in {estimate.low, estimate.high}:
        best = f", best {estimate.best:,}"
    open_end = " (no source gives an upper bound)" if estimate.high is None else ""
    if estimate.low is None:
        open_end = " (no source gives a lower bound)"
    return f"{subject} is {bound}{best}{open_end}, {_inputs(case, estimate)}"


def _subject(estimate: Estimate) -> str:
    of = of_phrase(estimate.of).strip().removeprefix("of ")
    if of.startswith("on the side of "):
        return f"the number {'of casualties' if estimate.measure is Measure.CASUALTIES else estimate.measure} {of}"
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
