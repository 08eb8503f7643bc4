"""Hold a person's sentence against what the claims that it rests on support now, and say what would mend it.

A sentence falls where it rests on nothing, where a claim behind it is gone or is read otherwise than when the
sentence was saved, and where it prints a number, name, quotation, likelihood, confidence or count of origins that
nothing behind it bears out. It asks for a second look where its wording breaks a rule of style, or where it differs in
meaning from the finding that it began as. What the assessment itself says word for word about the claims as they are
read now, holds. Nothing here changes a sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from reportedly.assessment.check import breaches
from reportedly.assessment.derivable import numbers_in
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
_NUMBER_FAULTS = frozenset({"E506", "figure"})
_NUMBER_REMARKS = frozenset({"differs-counted", "differs-bound"})
"""What a wrong number brings with it, and what says no more than that it is wrong."""
_LEVELS = ("low", "moderate", "high")
_CONFIDENCE = re.compile(r"(?i)\bconfidence\b[^.;]{0,60}?\b(low|moderate|high)\b|\b(low|moderate|high) confidence\b")
_GRADE = re.compile(r"(?i:\bgraded?\b|\brated\b)[^.;]{0,40}?\b([A-F][1-6])\b")
_BORNE_OUT = re.compile(
    r"(?i)\b(?:is|are|was|were|been|independently) (?:independently )?(?:confirmed|corroborated|verified)\b"
)
_UNBORNE = re.compile(r"(?i)\b(?:not|never|nobody|none|no (?:\w+ ){0,3})(?:\w+ )?$")
_OWN_NOUNS = frozenset(
    "page report claim origin source event document other statement side day month year per outlet saying figure"
    " account independent times time januar februar march april may june jul august septemb octob novemb decemb".split()
)
"""What the assessment itself counts; any other noun after a number makes it a figure of the claims."""
_MODELLED = re.compile(r"(?i)\b(?:estimates?|estimated|range|ranges|taken together|%|per cent)(?!\w)")
"""Words of a figure that comes of all claims together."""
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
    event, present = _about(block, grounding)
    finding = _as_finding(block, grounding, event)
    found = tuple(breaches(finding, grounding.claims.keys(), grounding.support)) if finding.claim_ids else ()
    faults = list(_faults(block, finding, grounding, event, present, found))
    remarks = list(_remarks(block, grounding, event, present, found))
    as_found = present is not None and present.text == block.text
    (remarks if as_found else faults).extend(_read_otherwise(block, grounding))
    if any(one.code in _NUMBER_FAULTS for one in faults):
        remarks = [one for one in remarks if one.code not in _NUMBER_REMARKS]
    standing = Standing.FALLS if faults else Standing.LOOK if remarks else Standing.HOLDS
    left = any(one in grounding.gone for one in block.claim_ids)
    offer = present if present is not None and (left or present.text != block.text) else None
    return SentenceCheck(
        standing,
        tuple(dict.fromkeys(faults)),
        tuple(dict.fromkeys(remarks)),
        () if faults else tuple(_grounds(block, finding, grounding, event)),
        event.id if event else None,
        offer.text if offer else "",
        offer.id if offer else "",
    )


def footing_of(block: Block, grounding: Grounding) -> Footing:
    """Return what stands behind a sentence now, to be kept with it when it is saved."""
    event, _ = _about(block, grounding)
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


def _about(block: Block, grounding: Grounding) -> tuple[Event | None, Finding | None]:
    """Return the event that a sentence speaks of, and the finding that it began as in its present wording."""
    event = None if block.overall else grounding.event_of(block.claim_ids)
    present = present_finding(block, grounding, event)
    if present is not None and present.text == block.original:
        event = grounding.event_by_id.get(present.event_id or "")
    return event, present


def _as_finding(block: Block, grounding: Grounding, event: Event | None) -> Finding:
    held = tuple(one for one in block.claim_ids if one in grounding.claims)
    event_id = event.id if event else None
    section = block.section or Section.CLAIMED
    made = Finding(block.id, section, block.text, held, event_id)
    return replace(made, likelihood=grounding.likelihood_in(block.text, event_id))


def _faults(
    block: Block,
    finding: Finding,
    grounding: Grounding,
    event: Event | None,
    present: Finding | None,
    found: Sequence[tuple[str, str]],
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
        yield from _false_figures(finding, grounding, present)
    yield from strange_names(finding, grounding)
    yield from strange_quotations(finding, grounding)
    yield from _overstated(finding, grounding, event)


def _read_otherwise(block: Block, grounding: Grounding) -> Iterator[Reason]:
    """Yield who read a claim otherwise since the sentence was saved."""
    for claim_id, reading in block.footing.readings if block.footing else ():
        claim = grounding.claims.get(claim_id)
        if claim is not None and claim_id in block.claim_ids and digest(claim) != reading:
            other = Reason("claim-changed", "a claim is read otherwise since this was saved", (claim_id,))
            yield grounding.changed.get(claim_id, other)


def _own_words(code: str, what: str, grounding: Grounding, event: Event | None) -> str:
    """Return a breach in words for the editor, with what holds now where that is another."""
    told = re.sub(r"^a sentence ", "it ", what)
    likelihoods = grounding.likelihoods(event.id if event else None)
    if code == "E504":
        now = ", ".join(f"{one.word} ({round(one.low * 100)}-{round(one.high * 100)} %)" for one in likelihoods)
        told += f"; what is known supports {now or 'no likelihood'} now"
    return told


def _false_figures(finding: Finding, grounding: Grounding, present: Finding | None) -> Iterator[Reason]:
    """Yield figures that none of the claims gives, though they are the number of something else of the event."""
    if _MODELLED.search(finding.text):
        return
    borne = grounding.support.figures(finding) | grounding.support.underived(finding)
    borne |= numbers_in(present.text) if present else set()
    for told in signs_of(finding.text).counted:
        number, _, noun = told.partition(" ")
        if not number.isdigit() or int(number) in borne or any(noun.startswith(own) for own in _OWN_NOUNS):
            continue
        yield Reason("figure", f"it prints {number}, and none of its claims gives that figure")


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
            gone, come = _only(left, right), _only(right, left)
            yield Reason(f"differs-{code}", f"{words} differs from its finding: {gone} there, {come} here")


def _only(these: Sequence[str], those: Sequence[str]) -> str:
    """Return what only one of two sentences has, in the words of the signs; their order where that is all."""
    found = list((Counter(these) - Counter(those)).elements()) or (these if sorted(these) == sorted(those) else [])
    return ", ".join(one.replace("=", "").replace("_", " ") for one in found) or "nothing"


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
    if footing is None or case is None:
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
