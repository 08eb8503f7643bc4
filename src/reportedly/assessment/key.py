"""Key judgements: the few sentences on an event that a reader must not miss."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from reportedly.assessment.case import Case
from reportedly.assessment.lead import companions, judged_sentence, lead_sentence, support_sentence
from reportedly.assessment.likelihood import judge
from reportedly.assessment.names import origin_names, verb, with_article
from reportedly.assessment.rivals import earlier_saying, earlier_sentence, rival_sayings, rival_sentence
from reportedly.assessment.variants import varied
from reportedly.assessment.wording import (
    LEFT_OPEN,
    NOTED,
    WORD_ONLY,
    count_word,
    counted,
    day_words,
    listed,
    quoted,
    sentence,
)
from reportedly.model.assessment import Finding, Section
from reportedly.model.claim import Basis, Measure
from reportedly.model.evidence import Drift, DriftType, Estimate
from reportedly.model.rounding import floor_of, shown_range
from reportedly.model.yardstick import Yardstick

KEY = Section.KEY_JUDGEMENTS


def key_judgements(case: Case, yardstick: Yardstick, turn: int = 0) -> Iterator[Finding]:
    """Yield what is claimed or how likely it is, what stands behind it, party, changes and confidence, each apart.

    Args:
        case: the event.
        yardstick: the table that likelihood words are read on.
        turn: place of the event among those told, by which wordings take turns.
    """
    reasons = tuple(collapse.reason for collapse in case.evidence.origins.collapses)
    found = judge(case, yardstick)
    weighed = (*case.core, *case.denying_claims)
    likelihood = found.likelihood
    told = (*case.core, *(one for companion in companions(case) for one in companion.claim_ids))
    if likelihood:
        yield case.finding(KEY, judged_sentence(case, likelihood), (*told, *weighed), found.reasons, likelihood)
    else:
        yield case.finding(KEY, lead_sentence(case, turn), told, found.reasons)
    if text := support_sentence(case, turn, likelihood is not None):
        yield case.finding(KEY, text, case.core, reasons)
    if text := party_sentence(case, turn):
        yield case.finding(KEY, text, (*case.affirming_claims, *case.denying_claims))
    if text := earlier_sentence(case):
        earlier = earlier_saying(case)
        yield case.finding(KEY, text, (*case.core, *(earlier.claim_ids if earlier else ())))
    if text := rival_sentence(case, turn):
        yield case.finding(KEY, text, (one for rival in rival_sayings(case) for one in rival.claim_ids))
    if model := leading_estimate(case):
        cited = (one.claim_id for one in model.inputs)
        yield case.finding(
            KEY, estimate_sentence(model, turn), cited, model.posterior.reasons if model.posterior else ()
        )
    if text := meaning_sentence(case):
        yield case.finding(KEY, text, case.core)
    if text := footage_sentence(case):
        yield case.finding(KEY, text, (one for one in case.core if case.claim_by_id[one].basis is Basis.FOOTAGE))
    if text := change_sentence(case, turn):
        yield case.finding(KEY, text, (drift.claim_id for drift in case.drifts if drift.claim_id in case.core))
    yield case.finding(KEY, confidence_sentence(case, turn), weighed, case.evidence.grade.reasons)


def party_sentence(case: Case, turn: int = 0) -> str:
    """Return to which party the sources belong and who denies; empty where they belong to none that is known."""
    sides = sorted({one.origin.side for one in case.affirming if one.origin.side})
    deniers = origin_names(one.origin for one in case.denying)
    denial = f"{listed(deniers)} {verb(deniers, 'denies', 'deny')} it" if deniers else ""
    if case.party:
        party = with_article(case.party)
        many = len(case.affirming)
        outside = denial or varied(_OUTSIDE, turn)
        belongs = "that source belongs" if many == 1 else ("both belong" if many == 2 else "all of them belong")
        options = [
            f"{belongs} to one side, {party}, and {outside}",
            f"one side alone stands behind it, {party}, and {outside}",
            f"all of this comes from one side, {party}, and {outside}",
        ]
        return sentence(varied(options, turn))
    if len(sides) > 1:
        parties = listed([with_article(side) for side in sides])
        return sentence(f"sources of more than one side affirm it, {parties}{', but ' if denial else ''}{denial}")
    return sentence(denial) if denial and case.core else ""


_PEOPLE = re.compile(
    r"(?i)\b(?:troops|soldiers?|personnel|people|men|women|servicem[ae]n|fighters?|units?|forces|crews?|civilians?|members)\b"
)
"""Words by which ``lost`` is said of people; trees and tanks are lost as well."""


def leading_estimate(case: Case) -> Estimate | None:
    """Return the modelled estimate of the number that the event is named after, where several sources bear on it."""
    leading = case.leading
    if leading is None or case.is_outlier:
        return None
    for estimate in case.evidence.estimates:
        if estimate.posterior and leading.id in {one.testimony_id for one in estimate.inputs}:
            named = {one.origin for one in estimate.posterior.shares if one.origin}
            return estimate if len(named) > 1 else None
    return None


def estimate_sentence(estimate: Estimate, turn: int = 0) -> str:
    """Return the best estimate with its 90 % range; empty where nothing was modelled."""
    if estimate.posterior is None:
        return ""
    low, _, best, _, high = shown_range(estimate.posterior, floor_of(estimate))
    number = f"{'about ' if best > 10 else ''}{best:,}"
    span = f"a 90 % range of {low:,} to {high:,}" if low != high else "hardly any spread"
    options = (
        f"taken together, the figures give {number} as the best estimate, with {span}",
        f"the best estimate from all figures is {number}, with {span}",
    )
    return sentence(varied(options, turn))


def meaning_sentence(case: Case) -> str:
    """Return what a figure of a wide measure holds, which is easily taken for a number of the dead; empty elsewhere."""
    figure = case.leading.quantity if case.leading else None
    if figure is None or not case.core or figure.measure not in _HOLDS:
        return ""
    if figure.measure is Measure.LOST and not _PEOPLE.search(figure.of):
        return ""
    return f"The figure {_HOLDS[figure.measure]}; it is not a number of the dead."


_HOLDS = {
    Measure.CASUALTIES: "takes killed and wounded together",
    Measure.LOST: "is of all who were lost, in whatever way",
}


_OUTSIDE = (
    "nobody outside that side confirms it",
    "no other side confirms it",
    "no word from outside that side is at hand",
)


def footage_sentence(case: Case) -> str:
    """Return that footage is offered, and whether its place and day are told; empty where none is."""
    shown = [case.claim_by_id[one] for one in case.core if case.claim_by_id[one].basis is Basis.FOOTAGE]
    if not shown:
        return ""
    placed = any(one.when for one in shown) and any(one.where for one in shown)
    told = "" if placed else "; these reports do not establish where and when it was filmed"
    return f"Footage is offered for it{told}."


def change_sentence(case: Case, turn: int = 0) -> str:
    """Return how many pages changed what the source said, and the commonest change; empty where none did."""
    core = set(case.core)
    drifts = [drift for drift in case.drifts if drift.claim_id in core and told_change(drift)]
    changed = len(case.page_ids(drift.claim_id for drift in drifts))
    if not changed:
        return ""
    total = len(case.page_ids(case.core))
    who = f"{count_word(changed)} of the {counted(total, 'page')}" if total > 1 else "the page"
    pages: Counter[str] = Counter()
    for change in dict.fromkeys(_change(drift) for drift in drifts if drift.before != NOTED):
        pages[change] = len(case.page_ids(drift.claim_id for drift in drifts if _change(drift) == change))
    if not pages:
        return sentence(varied((f"{who} changed what was said", f"on the way, {who} changed it"), turn))
    commonest, times = pages.most_common(1)[0]
    if len(pages) == 1:
        turns = (f"{who} changed what was said: {commonest}", f"on the way, {who} changed it: {commonest}")
        return sentence(varied(turns, turn))
    often = "most often" if times > 1 else "for instance"
    to = commonest.replace(" became ", " to ")
    turns = (
        f"on the way, {who} changed it, {often} from {to}",
        f"{who} did not leave it as it was said; {often}, {commonest}",
    )
    return sentence(varied(turns, turn))


def told_change(drift: Drift) -> bool:
    """Say whether a change can be told by its words before and after, which must differ by more than capitals."""
    return drift.before.casefold() != drift.after.casefold()


def _change(drift: Drift) -> str:
    if drift.type is DriftType.EVIDENCE_UPGRADED and drift.before == WORD_ONLY:
        return f"the bare word of the source became {quoted(drift.after, 80)}"
    if drift.type is DriftType.DAY and drift.before == LEFT_OPEN:
        return f"the day, which the source left open, became {day_words(drift.after)}"
    return f"{quoted(day_words(drift.before), 80)} became {quoted(day_words(drift.after), 80)}"


def confidence_sentence(case: Case, turn: int = 0) -> str:
    """Return the confidence of the grade with its main ground; it names no likelihood.

    The grade is that of the whole event. A figure that one origin or one party alone stands for is never held with high
    confidence, nor one that none stands for with more than low.
    """
    level = case.evidence.grade.confidence
    if case.independent == 0:
        level = "low"
    elif level == "high" and (case.independent == 1 or case.party):
        level = "moderate"
    why, good = _why(case, turn)
    if good == (level == "low"):
        return sentence(f"confidence in the claim is {level}, though {why}")
    options = (f"confidence in the claim is {level}, since {why}", f"confidence in it is {level}: {why}")
    return sentence(varied(options, turn // 2 if turn % 2 else turn))


def _why(case: Case, turn: int) -> tuple[str, bool]:
    """Return the main ground of the confidence, and whether it speaks for the claim."""
    if not case.affirming:
        return "nobody stands for it by name", False
    if case.independent == 0:
        return "no source stands for it independently", False
    if case.independent == 1 and rival_sayings(case):
        return varied(("its one source stands against others", "others give another account"), turn), False
    if case.independent == 1:
        first = "its one source has an interest in how this is told" if case.party else "it has but one source"
        hangs = "it hangs on a single source"
        return varied((first, hangs, "nothing supports it if that source is wrong"), turn), False
    if case.party:
        return "all its sources share an interest", False
    if case.denying or case.evidence.contests:
        return "the sources contradict one another", False
    return f"{count_word(case.independent)} sources bear it out independently", True
