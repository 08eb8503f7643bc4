"""Hold a person's sentence against what the claims that it rests on support now, and say what would mend it.

A sentence falls where a claim behind it is gone, where it prints a number, name, quotation, likelihood, confidence or
count of origins that nothing behind it bears out, or where it rests on nothing. It asks for a second look where its
wording breaks a rule of style, where a claim was read otherwise when it was last saved, or where it differs in meaning
from the finding that it began as. Nothing here changes a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from reportedly.assessment.check import breaches
from reportedly.assessment.grounding import Grounding
from reportedly.assessment.rephrase_signs import Signs, signs_of
from reportedly.assessment.sentence_names import strange_names, strange_quotations
from reportedly.assessment.wording import counted
from reportedly.model.assessment import Finding, Section
from reportedly.model.edition import Block, Footing, SentenceCheck, Standing
from reportedly.model.event import Event
from reportedly.model.ids import digest
from reportedly.model.reason import Reason

STYLE_CODES = frozenset({"E503", "E505", "E508"})
"""Breaches of wording that make no sentence untrue; every other one takes its support away."""
LONGEST = 2000
"""Characters of a sentence at most."""
_ALIKE = 0.45
"""How like the finding that a sentence began as a present finding must be to be offered in its place."""
_LEVELS = ("low", "moderate", "high")
_CONFIDENCE = re.compile(r"(?i)\bconfidence\b[^.;]{0,60}?\b(low|moderate|high)\b|\b(low|moderate|high) confidence\b")
_GRADE = re.compile(r"(?i:\bgraded?\b|\brated\b)[^.;]{0,40}?\b([A-F][1-6])\b")
_BORNE_OUT = re.compile(
    r"(?i)\b(?:is|are|was|were|been|independently) (?:independently )?(?:confirmed|corroborated|verified)\b"
)
_UNBORNE = re.compile(r"(?i)\b(?:not|never|nobody|none|no (?:\w+ ){0,3})(?:\w+ )?$")
_OWN_NOUNS = frozenset(
    "page report claim origin source event document other statement side day month year per outlet saying figure"
    " account independent times time".split()
)
"""What the assessment itself counts; any other noun after a number makes it a figure of the claims."""
_TOLD = {
    "counted": "what a number counts",
    "bound": "the bound of a number",
    "negation": "what is negated",
    "voice": "who did and who suffered",
    "measure": "the measure",
    "speaker": "whose word it is",
}


def check_sentence(block: Block, grounding: Grounding) -> SentenceCheck:
    """Return how a sentence stands.

    Args:
        block: the sentence as it is saved or typed.
        grounding: everything that it is held against.
    """
    event = None if block.overall else grounding.event_of(block.claim_ids)
    present = present_finding(block, grounding, event)
    if present is not None and present.text == block.original:
        event = grounding.event_by_id.get(present.event_id or "")
    finding = _as_finding(block, grounding, event)
    found = tuple(breaches(finding, grounding.claims.keys(), grounding.support)) if finding.claim_ids else ()
    faults = tuple(dict.fromkeys(_faults(block, finding, grounding, event, found)))
    remarks = tuple(dict.fromkeys(_remarks(block, grounding, event, present, found)))
    standing = Standing.FALLS if faults else Standing.LOOK if remarks else Standing.HOLDS
    offer = present if present is not None and present.text != block.text else None
    return SentenceCheck(
        standing,
        faults,
        remarks,
        () if faults else tuple(_grounds(block, finding, grounding, event)),
        event.id if event else None,
        offer.text if offer else "",
        offer.claim_ids if offer else (),
    )


def footing_of(block: Block, grounding: Grounding) -> Footing:
    """Return what stands behind a sentence now, to be kept with it when it is saved."""
    event = None if block.overall else grounding.event_of(block.claim_ids)
    case = grounding.case_of(event)
    readings = tuple((one, digest(grounding.claims[one])) for one in block.claim_ids if one in grounding.claims)
    if case is None:
        return Footing("", "", None, readings)
    grade = case.evidence.grade
    return Footing(grade.code, grade.confidence, case.independent, readings)


def present_finding(block: Block, grounding: Grounding, event: Event | None) -> Finding | None:
    """Return the finding that a sentence began as, in its present wording; None where there is none any more."""
    if not block.original:
        return None
    event_id = event.id if event else None
    sections = [one for one in grounding.findings if one.section is block.section]
    for one in sections:
        if one.text == block.original:
            return one
    there = [one for one in sections if one.event_id == event_id]
    likeness = [(SequenceMatcher(None, block.original, one.text).ratio(), one.id, one) for one in there]
    ratio, _, best = max(likeness, default=(0.0, "", None), key=lambda pair: pair[:2])
    return best if ratio >= _ALIKE else None


def _as_finding(block: Block, grounding: Grounding, event: Event | None) -> Finding:
    held = tuple(one for one in block.claim_ids if one in grounding.claims)
    event_id = event.id if event else None
    section = block.section or Section.CLAIMED
    made = Finding(block.id, section, block.text, held, event_id)
    return replace(made, likelihood=grounding.likelihood_in(block.text, event_id))


def _faults(
    block: Block, finding: Finding, grounding: Grounding, event: Event | None, found: Sequence[tuple[str, str]]
) -> Iterator[Reason]:
    if not block.text.strip():
        yield Reason("empty", "it says nothing")
        return
    if not block.claim_ids:
        yield Reason("no-claim", "it rests on nothing: no claim is chosen for it")
        return
    for one in block.claim_ids:
        if one in grounding.gone:
            yield grounding.gone[one]
    if not finding.claim_ids:
        yield Reason("no-claim", "nothing is left of what it rested on")
        return
    for code, what in found:
        if code not in STYLE_CODES:
            yield Reason(code, _own_words(code, what, grounding, event))
    if event is not None:
        yield from _false_figures(finding, grounding)
    yield from strange_names(finding, grounding)
    yield from strange_quotations(finding, grounding)
    yield from _overstated(finding, grounding, event)


def _own_words(code: str, what: str, grounding: Grounding, event: Event | None) -> str:
    """Return a breach in words for the editor, with what holds now where that is another."""
    told = re.sub(r"^a sentence ", "it ", what)
    likelihoods = grounding.likelihoods(event.id if event else None)
    if code == "E504":
        now = ", ".join(f"{one.word} ({round(one.low * 100)}-{round(one.high * 100)} %)" for one in likelihoods)
        told += f"; what is known supports {now or 'no likelihood'} now"
    return told


def _false_figures(finding: Finding, grounding: Grounding) -> Iterator[Reason]:
    """Yield figures that are the number of something else, such as of pages."""
    borne = grounding.support.figures(finding)
    wrong = grounding.support.underived(finding)
    for told in signs_of(finding.text).counted:
        number, _, noun = told.partition(" ")
        if not (number.isdigit() and noun) or int(number) in borne | wrong or noun in _OWN_NOUNS:
            continue
        if int(number) > 1 and not any(noun.startswith(own) for own in _OWN_NOUNS):
            yield Reason("figure", f"it prints {told}, and none of its claims gives that figure")


def _overstated(finding: Finding, grounding: Grounding, event: Event | None) -> Iterator[Reason]:
    case = grounding.case_of(event)
    if case is None:
        return
    grade = case.evidence.grade
    for match in _CONFIDENCE.finditer(finding.text):
        said = (match[1] or match[2]).lower()
        if str(grade.confidence) in _LEVELS and said != str(grade.confidence):
            yield Reason("confidence", f"it says that confidence is {said}; it is {grade.confidence} now")
    for code in _GRADE.findall(finding.text):
        if code != grade.code:
            yield Reason("grade", f"it prints the grade {code}; the grade is {grade.code} now")
    for match in _BORNE_OUT.finditer(finding.text):
        if case.independent < 2 and not _UNBORNE.search(finding.text[: match.start()]):
            origins = counted(case.independent, "independent origin")
            yield Reason("origins", f"it says {match.group().lower()!r}, and there is {origins} behind it")


def _remarks(
    block: Block,
    grounding: Grounding,
    event: Event | None,
    present: Finding | None,
    found: Sequence[tuple[str, str]],
) -> Iterator[Reason]:
    for code, what in found:
        if code in STYLE_CODES:
            yield Reason(code, re.sub(r"^a sentence ", "it ", what))
    if len(block.text) > LONGEST:
        yield Reason("length", f"it is longer than {LONGEST:,} characters")
    if block.text.strip() and block.text.strip()[-1] not in '.!”"’)':
        yield Reason("stop", "it does not end in a full stop")
    yield from _moved(block, grounding, event)
    if block.original and block.text != block.original and present is not None:
        yield from differences(present.text, block.text)
    if block.original and block.text == block.original and present is None:
        yield Reason("finding-gone", "what is known now gives no such finding any more")
    if block.original and block.text == block.original and present is not None and present.text != block.text:
        yield Reason("finding-changed", "its finding reads otherwise now")


def differences(finding: str, text: str) -> Iterator[Reason]:
    """Yield in what a sentence differs in meaning from a finding, as the gate of rewordings sees it."""
    ours, theirs = signs_of(finding), signs_of(text)
    for code, words in _TOLD.items():
        left, right = _held(ours, code), _held(theirs, code)
        if left != right:
            told = f"{words} differs from its finding: {', '.join(left) or 'none'} became {', '.join(right) or 'none'}"
            yield Reason(f"differs-{code}", told)


def _held(signs: Signs, code: str) -> Sequence[str]:
    held = {
        "counted": signs.counted,
        "bound": signs.bounds,
        "negation": signs.negations,
        "voice": signs.voices,
        "speaker": signs.speakers,
    }
    return held[code] if code in held else signs.classes.get(code, ())


def _moved(block: Block, grounding: Grounding, event: Event | None) -> Iterator[Reason]:
    """Yield what has become weaker or other since the sentence was saved."""
    footing, case = block.footing, grounding.case_of(event)
    if footing is None:
        return
    for claim_id, reading in footing.readings:
        claim = grounding.claims.get(claim_id)
        if claim is not None and claim_id in block.claim_ids and digest(claim) != reading:
            other = Reason("claim-changed", "a claim is read otherwise since this was saved", (claim_id,))
            yield grounding.changed.get(claim_id, other)
    if case is None:
        return
    if footing.independent is not None and case.independent < footing.independent:
        before, now = counted(footing.independent, "independent origin"), case.independent
        yield Reason("fewer-origins", f"{before} bore it out when it was saved, and {now} now")
    grade = case.evidence.grade
    if footing.grade and footing.grade != grade.code:
        yield Reason("grade-moved", f"its event was graded {footing.grade} when it was saved, and {grade.code} now")


def _grounds(block: Block, finding: Finding, grounding: Grounding, event: Event | None) -> Iterator[Reason]:
    pages = {grounding.claims[one].document_id for one in finding.claim_ids}
    told = f"its {counted(len(finding.claim_ids), 'claim')} on {counted(len(pages), 'page')} stand as they did"
    yield Reason("claims", told if block.footing else told.removesuffix(" as they did"), finding.claim_ids)
    case = grounding.case_of(event)
    if case is not None:
        origins = counted(case.independent, "independent origin")
        yield Reason(
            "origins", f"{origins}, graded {case.evidence.grade.code}, confidence {case.evidence.grade.confidence}"
        )
    if re.search(r"\d", finding.text):
        yield Reason("numbers", "every number in it stands in its claims or is counted from them")
    if block.original and block.text == block.original:
        yield Reason("finding", "it is the assessment's own finding, word for word")
