"""Accept or refuse a rewording of a finding: nothing but the sentence's sound may change.

A language model may be asked to say a finding more smoothly. What it returns is held against the finding word by word:
its figures, names, days, measures, bounds, probability and confidence words, negations, verbs of saying, quotations and
words of independence must be those of the finding, in an order that leaves each with what it belongs to, and no content
word may come or go. The gate errs towards refusal: a good rewording that is refused costs style, a bad one that passes
costs truth.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace

from reportedly.assessment.rephrase_signs import Signs, signs_of
from reportedly.model.assessment import Assessment, Finding
from reportedly.model.reason import Reason

_LONGER, _SHORTER = 1.6, 0.5
"""How much longer or shorter than the finding a rewording may be, as a share of its characters."""
_SLACK = 24
"""Characters by which a short sentence may always grow."""
_MARKUP = re.compile(r"[\n\r\t*_`#<>{}|\[\]\\]|https?:|www\.")
_ENDS = (".", "!", ".”")

Rewriter = Callable[[str], str]
"""From a finding's text to a rewording of it, by whatever means."""


@dataclass(frozen=True, slots=True)
class Rephrasing:
    """What became of a rewording."""

    accepted: bool
    text: str
    """The rewording where it was accepted, else the finding's own text."""
    reasons: tuple[Reason, ...] = ()
    """Why it was refused; empty where it was accepted."""


@dataclass(frozen=True, slots=True)
class Rephrased:
    """An assessment whose findings were reworded where that was safe."""

    assessment: Assessment
    accepted: int
    """Findings that now stand in other words."""
    refused: int
    """Findings whose rewording was refused and that stand as they were."""
    unchanged: int
    """Findings that came back as they were."""
    refusals: tuple[tuple[str, Rephrasing], ...] = ()
    """Of each refused rewording the finding's id and why."""


def rephrasing(original: str, candidate: str) -> Rephrasing:
    """Hold a rewording against the finding that it rewords.

    Args:
        original: the finding's text.
        candidate: what was offered instead.

    Returns:
        The rewording, or the finding's own text with every reason why the rewording cannot stand for it.
    """
    candidate = " ".join(candidate.split(" ")).strip()
    reasons = tuple(dict.fromkeys((*_form(original, candidate), *_meaning(signs_of(original), signs_of(candidate)))))
    return Rephrasing(not reasons, original if reasons else candidate, reasons)


def rephrase(assessment: Assessment, rewrite: Rewriter) -> Rephrased:
    """Reword the findings of an assessment by a rewriter; what the gate refuses stays as it was and is counted.

    Ids, claims, likelihoods and reasons of the findings stay, so that a reworded sentence leads to the same words. A
    rewriter that fails on a finding leaves that finding as it is: it may raise ``ValueError`` or return an empty text.

    Args:
        assessment: what was assessed.
        rewrite: called once a finding, in order.
    """
    findings: list[Finding] = []
    refusals: list[tuple[str, Rephrasing]] = []
    accepted = 0
    for finding in assessment.findings:
        offered = _offered(finding.text, rewrite)
        if offered == finding.text:
            findings.append(finding)
            continue
        gated = rephrasing(finding.text, offered)
        accepted += gated.accepted
        if not gated.accepted:
            refusals.append((finding.id, gated))
        findings.append(replace(finding, text=gated.text))
    unchanged = len(findings) - accepted - len(refusals)
    made = replace(assessment, findings=tuple(findings))
    return Rephrased(made, accepted, len(refusals), unchanged, tuple(refusals))


def _offered(text: str, rewrite: Rewriter) -> str:
    try:
        return rewrite(text).strip() or text
    except ValueError:
        return text


def _form(original: str, candidate: str) -> Iterator[Reason]:
    if not candidate:
        yield Reason("empty", "it says nothing")
        return
    if _MARKUP.search(candidate) and not _MARKUP.search(original):
        yield Reason("markup", "it holds marks, addresses or line ends")
    if len(candidate) > max(_LONGER * len(original), len(original) + _SLACK):
        yield Reason("length", "it is much longer than the finding")
    if len(candidate) < _SHORTER * len(original):
        yield Reason("length", "it is much shorter than the finding")
    if not candidate.endswith(_ENDS) or "?" in candidate:
        yield Reason("sentence", "it is no statement that ends in a full stop")
    if not candidate[:1].isupper() and candidate[:1] not in "“0123456789":
        yield Reason("sentence", "it does not begin as a sentence")


def _meaning(ours: Signs, theirs: Signs) -> Iterator[Reason]:
    """Yield what of the meaning changed, one reason for each kind of sign."""
    for code, words, left, right in (
        ("quotation", "the quotations", ours.quotations, theirs.quotations),
        ("number", "the numbers", ours.numbers, theirs.numbers),
        ("bracket", "what stands in brackets", ours.brackets, theirs.brackets),
        ("name", "the names and days", ours.names, theirs.names),
        ("speaker", "whose word it is", ours.speakers, theirs.speakers),
        ("counted", "what a number counts", ours.counted, theirs.counted),
        ("bound", "the bound of a number", ours.bounds, theirs.bounds),
        ("date", "the words before a day", ours.dates, theirs.dates),
        ("voice", "who did and who suffered", ours.voices, theirs.voices),
    ):
        if left != right:
            yield Reason(code, f"{words} changed: {_shown(left)} became {_shown(right)}")
    for code in sorted({*ours.classes, *theirs.classes}):
        left, right = ours.classes.get(code, ()), theirs.classes.get(code, ())
        if left != right:
            yield Reason(code, f"the words of {code} changed: {_shown(left)} became {_shown(right)}")
    if ours.negations != theirs.negations:
        yield Reason("negation", f"what is negated changed: {_shown(ours.negations)} became {_shown(theirs.negations)}")
    if new := sorted((Counter(theirs.content) - Counter(ours.content)).elements()):
        yield Reason("new-words", f"it brings in {_shown(new)}")
    if gone := sorted((Counter(ours.content) - Counter(theirs.content)).elements()):
        yield Reason("lost-words", f"it leaves out {_shown(gone)}")


def _shown(held: Collection[object]) -> str:
    return ", ".join(str(one) for one in held) or "none"
