"""Key judgements: the few sentences on an event that a reader must not miss."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reportedly.assessment.case import Case
from reportedly.assessment.content import substance
from reportedly.assessment.figures import figure_phrase
from reportedly.assessment.likelihood import judge
from reportedly.assessment.names import origin_names, verb
from reportedly.assessment.wording import LEFT_OPEN, count_word, counted, day_words, judged, listed, quoted, sentence
from reportedly.model.assessment import Finding, Likelihood, Section
from reportedly.model.claim import Basis, Measure
from reportedly.model.evidence import Drift, DriftType
from reportedly.model.yardstick import Yardstick

KEY = Section.KEY_JUDGEMENTS


def key_judgements(case: Case, yardstick: Yardstick) -> Iterator[Finding]:
    """Yield support, party, changes, likelihood (or why none) and confidence, each a sentence of its own."""
    reasons = tuple(collapse.reason for collapse in case.evidence.origins.collapses)
    yield case.finding(KEY, support_sentence(case), case.core, reasons)
    if party := party_sentence(case):
        yield case.finding(KEY, party, (*case.affirming_claims, *case.denying_claims))
    if changed := change_sentence(case):
        yield case.finding(KEY, changed, (drift.claim_id for drift in case.drifts if drift.claim_id in case.core))
    found = judge(case, yardstick)
    weighed = (*case.core, *case.denying_claims)
    if text := likelihood_sentence(case, found.likelihood):
        yield case.finding(KEY, text, weighed, found.reasons, found.likelihood)
    yield case.finding(KEY, confidence_sentence(case), weighed, case.evidence.grade.reasons)


def support_sentence(case: Case) -> str:
    """Return how many pages carry the claim and on how many origins it rests."""
    pages = len(case.page_ids(case.core))
    origins = origin_names(one.origin for one in case.affirming)
    what = substance(case)
    if not pages:
        return sentence(f"{what} is denied, and no page affirms it")
    if not origins:
        nobody = "which does not say" if pages == 1 else "none of which says"
        return sentence(f"{what} stands on {counted(pages, 'page')}, {nobody} whose word it is")
    independent = case.independent
    turn = "but" if pages > 1 and independent == 1 else "and"
    return sentence(f"{what} stands on {counted(pages, 'page')} {turn} rests on {_resting(independent, origins)}")


def _resting(independent: int, origins: list[str]) -> str:
    if independent == 0:
        return f"no independent origin, only on {listed(origins)}"
    if independent == 1:
        return f"one origin, {listed(origins)}"
    return f"{count_word(independent)} independent origins, {listed(origins)}"


def party_sentence(case: Case) -> str:
    """Return to which party the origins belong and who denies; empty where they belong to none that is known."""
    sides = sorted({one.origin.side for one in case.affirming if one.origin.side})
    deniers = origin_names(one.origin for one in case.denying)
    denial = f"{listed(deniers)} {verb(deniers, 'denies', 'deny')} it" if deniers else ""
    if case.party:
        many = len(case.affirming)
        who = "that origin belongs" if many == 1 else ("both origins belong" if many == 2 else "all its origins belong")
        outside = denial or "no origin outside that party confirms it"
        return sentence(f"{who} to one party to the conflict, {case.party}, and {outside}")
    if len(sides) > 1:
        return sentence(f"Origins of more than one party affirm it, {listed(sides)}{' and ' if denial else ''}{denial}")
    return sentence(denial) if denial else ""


def change_sentence(case: Case) -> str:
    """Return how many pages changed what the origin said, and the commonest change; empty where none did."""
    core = set(case.core)
    drifts = [drift for drift in case.drifts if drift.claim_id in core and drift.before != drift.after]
    changed = len(case.page_ids(drift.claim_id for drift in drifts))
    if not changed:
        return ""
    pages: Counter[str] = Counter()
    for change in dict.fromkeys(_change(drift) for drift in drifts):
        pages[change] = len(case.page_ids(drift.claim_id for drift in drifts if _change(drift) == change))
    commonest, times = pages.most_common(1)[0]
    total = len(case.page_ids(case.core))
    who = f"{count_word(changed)} of the {counted(total, 'page')}" if total > 1 else "the page"
    if len(pages) == 1:
        return sentence(f"{who} changed what was said: {commonest}")
    often = "most often" if times > 1 else "for instance"
    return sentence(f"{who} changed what was said, {often} from {commonest.replace(' became ', ' to ')}")


def _change(drift: Drift) -> str:
    if drift.type is DriftType.DAY and drift.before == LEFT_OPEN:
        return f"the day, which the origin left open, became {day_words(drift.after)}"
    return f"{quoted(day_words(drift.before), 80)} became {quoted(day_words(drift.after), 80)}"


def likelihood_sentence(case: Case, likelihood: Likelihood | None) -> str:
    """Return the likelihood with its number, or why none is given; empty for views, plans and forecasts."""
    if likelihood is None:
        return _no_likelihood(case)
    leading = case.leading
    figure = leading.quantity if leading else None
    what = figure_phrase(figure) if figure and figure.measure is not Measure.OTHER else "it is as these origins say"
    return sentence(f"{judged(likelihood.word, likelihood.low, likelihood.high)} {what}")


def _no_likelihood(case: Case) -> str:
    names = origin_names(one.origin for one in case.affirming)
    if not case.is_factual or not case.carrying:
        return ""
    if not names:
        return "Whether it is so cannot be judged."
    footage = any(case.claim_by_id[one].basis is Basis.FOOTAGE for one in case.core)
    says = verb(names, "says so", "say so") + (" and footage is offered for it" if footage else "")
    return sentence(f"Whether it is so cannot be judged beyond the fact that {listed(names)} {says}")


def confidence_sentence(case: Case) -> str:
    """Return the confidence of the grade with its main ground; it names no likelihood.

    The grade is that of the whole event. A figure that one origin or one party alone stands for is never held with high
    confidence, nor one that none stands for with more than low.
    """
    confidence = case.evidence.grade.confidence
    if case.independent == 0:
        confidence = "low"
    elif confidence == "high" and (case.independent == 1 or case.party):
        confidence = "moderate"
    if not case.affirming:
        why = "since nobody stands for it by name"
    elif case.independent == 0:
        why = "since no origin stands for it independently"
    elif case.independent == 1:
        why = "since it hangs on a single origin"
    elif case.party:
        why = "since all its origins share an interest"
    elif case.denying or case.evidence.contests:
        why = "since the origins contradict one another"
    else:
        why = f"since {count_word(case.independent)} origins bear it out independently"
    return sentence(f"Confidence in what is claimed is {confidence}, {why}")
