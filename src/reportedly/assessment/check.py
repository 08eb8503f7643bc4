"""The check that every sentence of an assessment has something behind it (rules of wording: ICD 203, 2015)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from reportedly.assessment.derivable import SMALL_NUMBERS, Support, unquoted
from reportedly.assessment.lint.check_text import Linter, linter
from reportedly.assessment.wording import percent
from reportedly.model.assessment import Assessment, Finding
from reportedly.model.errors import UnsupportedSentence
from reportedly.model.lint import LintRule
from reportedly.model.yardstick import Yardstick

LIKELIHOOD_WORDS = (
    "almost no chance", "remote", "very unlikely", "highly improbable", "unlikely", "improbable", "roughly even chance",
    "roughly even odds", "likely", "probable", "probably", "very likely", "highly probable", "almost certain",
    "almost certainly", "nearly certain",
)  # fmt: skip
"""Words of both rows of ICD 203; outside a quotation they need a likelihood of the finding's own."""

VAGUE_WORDS = ("possible", "possibly", "perhaps", "maybe", "reportedly", "allegedly", "sources say")
"""Words that look like a judgement and are none; they may stand in quotations only."""

_LIKELIHOOD = re.compile(rf"(?i)\b({'|'.join(sorted(LIKELIHOOD_WORDS, key=len, reverse=True))})\b")
_VAGUE = re.compile(rf"(?i)\b({'|'.join(VAGUE_WORDS)})\b")
_CONFIDENCE = re.compile(r"(?i)\bconfiden(?:ce|t|tly)\b")
_CODES = {
    LintRule.LIKELIHOOD_AND_CONFIDENCE: "E503",
    LintRule.NUMBER_MISFIT: "E504",
    LintRule.POSSIBILITY: "E505",
    LintRule.NO_SOURCE: "E505",
}
"""What a breach of a rule of wording is reported as; the other rules are E508."""
_APART = re.compile(r"neither relaying the other|none relaying another|bear it out independently")
"""Words that stand only where two origins or more are counted."""
_INDEPENDENT = re.compile(r"(?i)\b(\w+) independent (?:origins?|sources?)\b")

SEVERAL = 2
"""From so many on, one origin can bear another out."""


def check(assessment: Assessment, claim_ids: Collection[str], support: Support | None = None) -> None:
    """Refuse an assessment that holds a sentence without support.

    Args:
        assessment: what is to be published.
        claim_ids: ids of all claims that there are.
        support: what numbers may be derived from, and the names of sources, whose words are not the assessment's own;
            without it neither numbers nor wording are checked.

    Raises:
        UnsupportedSentence: E501 no claim, E502 an unknown claim, E503 likelihood and confidence in one sentence,
            E504 a probability word without its own likelihood and number, E505 a vague word, E506 a number that
            nothing bears out, E507 another count of independent origins than the evidence has, E508 words off the
            yardstick, two hedges at once or a verb of feeling.
    """
    known = frozenset(claim_ids)
    for finding in assessment.findings:
        for code, what in breaches(finding, known, support):
            raise UnsupportedSentence(
                code, f"{what}: {finding.text!r}", finding.id, "report this as a fault of the assessment stage"
            )


def sound(
    findings: Iterable[Finding], claim_ids: Collection[str], support: Support
) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """Part the sentences that hold from those that must not be published.

    Args:
        findings: composed sentences.
        claim_ids: ids of all claims that there are.
        support: what numbers may be derived from.

    Returns:
        The findings that hold, in their order; and of each of the others its code and what is wrong with it.
    """
    known = frozenset(claim_ids)
    kept: list[Finding] = []
    withheld: list[str] = []
    for finding in findings:
        faults = [f"{code}: {what}: {finding.text}" for code, what in breaches(finding, known, support)]
        if faults:
            withheld.append(faults[0])
        else:
            kept.append(finding)
    return tuple(kept), tuple(withheld)


def breaches(finding: Finding, known: Collection[str], support: Support | None) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a sentence: the code of ``check`` and the fault in words.

    Args:
        finding: the sentence with the claims that it rests on.
        known: ids of all claims that there are.
        support: what its numbers may be derived from; without it neither numbers nor wording are checked.
    """
    if not finding.claim_ids:
        yield "E501", "a sentence cites no claim"
    missing = sorted(set(finding.claim_ids) - set(known))
    if missing:
        yield "E502", f"a sentence cites a claim that there is not, {missing[0]}"
    if support:
        yield from _wording_breaches(finding, support)
        yield from _number_breaches(finding, support)


def _wording_breaches(finding: Finding, support: Support) -> Iterator[tuple[str, str]]:
    plain = unquoted(finding.text)
    own = plain
    for name in support.names(finding):
        own = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "", own) if name and name in own else own
    likelihood = finding.likelihood
    told = f"{likelihood.word} ({percent(likelihood.low, likelihood.high)})" if likelihood else ""
    words = {match.lower() for match in _LIKELIHOOD.findall(own.replace(told, "") if told else own)}
    if _CONFIDENCE.search(own) and (words or likelihood):
        yield "E503", "a sentence speaks of likelihood and confidence at once"
    if words - ({likelihood.word.lower()} if likelihood else set()):
        yield "E504", f"a sentence says {min(words)} without a likelihood of its own"
    if told not in plain:
        yield "E504", "a sentence has a likelihood that it does not print with its number"
    vague = _VAGUE.search(own)
    if vague:
        yield "E505", f"a sentence says {vague.group()}, which judges nothing"
    for breach in _linter(support.yardstick).breaches(own):
        what = f"a sentence breaks a rule of wording, {breach.rule}: {breach.what}"
        if breach.rule in _CODES:
            yield _CODES[breach.rule], what
        else:
            yield "E508", what


@cache
def _linter(yardstick: Yardstick) -> Linter:
    return linter([yardstick], yardstick)


def _number_breaches(finding: Finding, support: Support) -> Iterator[tuple[str, str]]:
    independent = support.independent(finding)
    for word in _INDEPENDENT.findall(unquoted(finding.text)):
        number = SMALL_NUMBERS.get(word.lower(), int(word) if word.isdigit() else independent)
        if independent is not None and number != independent:
            yield "E507", f"a sentence counts {word} independent origins where the evidence has {independent}"
    if independent is not None and independent < SEVERAL and _APART.search(unquoted(finding.text)):
        yield "E507", f"a sentence tells several origins apart where the evidence has {independent}"
    underived = sorted(support.underived(finding))
    if underived:
        yield "E506", f"a sentence prints {underived[0]:,}, which neither its claims nor the evidence bear out"
