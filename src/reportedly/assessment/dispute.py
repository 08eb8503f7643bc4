"""Findings on what does not fit: changes on the way, denials and contradictions."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.assessment.case import Case
from reportedly.assessment.content import first_claim, saying
from reportedly.assessment.figures import number_range
from reportedly.assessment.key import told_change
from reportedly.assessment.names import origin_name, verb, with_article
from reportedly.assessment.wording import LEFT_OPEN, NOTED, WORD_ONLY, day_words, listed, quoted, sentence
from reportedly.model.assessment import Finding, Section
from reportedly.model.claim import Claim, Measure, RelationType
from reportedly.model.event import Testimony
from reportedly.model.evidence import Contest, Drift, DriftType

_CHANGES: dict[DriftType, str] = {
    DriftType.MEASURE: "{pages} {write} {after} where {origin} said {before}, which is another measure",
    DriftType.SIDE: "{pages} {speak} of {after} where {origin} spoke of {before}",
    DriftType.BOUND: "{pages} {turn} the bound {before} of {origin} into {after}",
    DriftType.FIGURE: "{pages} {give} {after} where {origin} gave {before}",
    DriftType.HEDGE_DROPPED: "{pages} {drop} the caution of {origin}: {before} became {after}",
    DriftType.HEDGE_STRENGTHENED: "{pages} {make} {origin} sound surer: {before} became {after}",
    DriftType.EVIDENCE_UPGRADED: "{pages} {make} more of the evidence than {origin} did: {before} became {after}",
    DriftType.DAY: "{pages} {move} it in time: {before} became {after}",
    DriftType.SCOPE: "{pages} {change} what the figure covers: {before} became {after}",
    DriftType.CLAIMANT: "{pages} {name} {after} as the one who said it, not {before}",
    DriftType.FUSED: "{pages} {run} two things together: {before} became {after}",
    DriftType.QUOTATION: "{pages} {alter} the words within a quotation: {before} became {after}",
    DriftType.STALE: "{pages} {repeat} an older word of {origin}: {after}, since replaced by {before}",
    DriftType.POLARITY: "{pages} {turn} the sense round: {before} became {after}",
}
"""One sentence a type; a verb in braces takes the number of the pages."""


_DAY_ADDED = "{pages} {date} it to {day}, though {origin} left the day open"


_GROUND_ADDED = "{pages} {give} {after} as the ground, where {origin} had given its word alone"
_NOTED = "{pages} {change} what {origin} said ({kind}), as the coder of these pages notes: {after}"
_AGAIN = "{pages} {repeat} an older word of {origin}, {after}, which has been replaced since"


def changed(case: Case) -> Iterator[Finding]:
    """Yield one sentence for each change on the way; pages that made the same change share it."""
    said = {testimony.id: testimony for testimony in case.testimonies}
    groups: dict[tuple[str, DriftType, str, str], list[Drift]] = {}
    for drift in (one for one in case.drifts if told_change(one) or one.type is DriftType.STALE):
        groups.setdefault((drift.testimony_id, drift.type, drift.before, drift.after), []).append(drift)
    for (testimony_id, kind, before, after), drifts in groups.items():
        testimony = said.get(testimony_id)
        cited = [drift.claim_id for drift in drifts]
        pages = case.page_list(cited)
        words = {
            "pages": listed(pages),
            "origin": _speaker(testimony),
            "before": quoted(day_words(before), 120) if before else "nothing of the kind",
            "after": quoted(day_words(after), 120) if after else "nothing of the kind",
        }
        template = _template(kind, before, after)
        words |= {"day": day_words(after), "kind": str(kind).replace("_", " ")}
        text = template.format_map(words | _verbs(template, len(pages)))
        reasons = tuple(reason for drift in drifts for reason in drift.reasons)
        yield case.finding(Section.CHANGED, sentence(text), (*cited, drifts[0].against_claim_id), reasons)


_WORDS = {"pages", "origin", "before", "after", "day", "kind"}
"""Braces of a sentence on a change that hold no verb."""


def _template(kind: DriftType, before: str, after: str) -> str:
    if before == NOTED:
        return _NOTED
    if kind is DriftType.DAY and before == LEFT_OPEN:
        return _DAY_ADDED
    if kind is DriftType.EVIDENCE_UPGRADED and before == WORD_ONLY:
        return _GROUND_ADDED
    return _AGAIN if kind is DriftType.STALE and before.casefold() == after.casefold() else _CHANGES[kind]


def _speaker(testimony: Testimony | None) -> str:
    if testimony is None or not testimony.origin.recorded or not testimony.origin.name:
        return "the earliest page"
    return origin_name(testimony.origin)


def _verbs(template: str, pages: int) -> dict[str, str]:
    verbs = {part.split("}")[0] for part in template.split("{")[1:]} - {
        "pages",
        "origin",
        "before",
        "after",
        "day",
        "kind",
    }
    return {verb: verb if pages > 1 else verb + "s" for verb in verbs}


def contested(case: Case) -> Iterator[Finding]:
    """Yield denials, contradictions and words that set their own figure against one of the event."""
    for testimony in case.testimonies:
        cited = case.known(testimony.claim_ids)
        if testimony.denial and cited:
            yield case.finding(Section.CONTESTED, saying(case, testimony), cited, testimony.reasons)
    for contest in case.evidence.contests:
        held = [t for t in case.testimonies if t.id in contest.testimony_ids]
        both = [claim_id for testimony in held for claim_id in testimony.claim_ids]
        if text := _contradiction(case, contest, held):
            yield case.finding(Section.CONTESTED, sentence(text), both, (contest.reason,))
    for claim in case.answers:
        if text := _answer(case, claim):
            target = claim.relation.to if claim.relation else ""
            yield case.finding(Section.CONTESTED, text, (claim.id, target))


def _contradiction(case: Case, contest: Contest, held: list[Testimony]) -> str:
    """Return a contradiction in words; empty where a denial or an answer already tells it."""
    if any(testimony.denial for testimony in held) or (contest.reason.code == "counter-claim" and case.answers):
        return ""
    if contest.reason.code == "counter-claim":
        return _counter(case, contest)
    told: dict[str, list[str]] = {}
    for testimony in held:
        if figure := testimony.quantity:
            number = number_range(figure.low, figure.high, figure.qualifier)
            numbers = told.setdefault(_speaker(testimony), [])
            numbers += [number] if number not in numbers else []
    if len(told) < 2:
        return f"The sources contradict one another on {contest.about}"
    words = [f"{who} {verb([who], 'gives', 'give')} {' and '.join(numbers)}" for who, numbers in told.items()]
    about = contest.about.removesuffix(f" {Measure.OTHER}")
    return f"The sources differ on {about}: {listed(words)}"


def _counter(case: Case, contest: Contest) -> str:
    """Return a word that sets itself above or below another's without a figure; empty where one is missing."""
    said = {one.id: one for one in case.testimonies}
    pair = [said[one] for one in contest.testimony_ids if one in said]
    if len(pair) != 2:
        return ""
    ours, theirs = (_speaker(one) for one in pair)
    direction = "below" if "less than" in contest.reason.text else "above"
    quote = quoted(first_claim(case, pair[0]).quote)
    return f"with {quote}, {ours} {verb([ours], 'sets', 'set')} it {direction} the word of {theirs} but gives no figure"


_DIRECTIONS = {RelationType.MORE_THAN: "above", RelationType.LESS_THAN: "below"}


def _answer(case: Case, claim: Claim) -> str:
    target = case.claim_by_id.get(claim.relation.to) if claim.relation else None
    if target is None or claim.relation is None or claim.relation.type not in _DIRECTIONS:
        return ""
    direction = _DIRECTIONS[claim.relation.type]
    who = with_article(claim.origin.name) if claim.origin else case.pages[claim.document_id]
    return sentence(f"With {quoted(claim.quote)}, {who} sets it {direction} {quoted(target.quote)} but gives no figure")
