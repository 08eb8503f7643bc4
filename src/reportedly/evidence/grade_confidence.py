"""Confidence: how good the basis of a grade is, after JP 2-0 and ICD 203; it says nothing of how likely a thing is."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.evidence.grade_information import leading_of
from reportedly.model.grading import InformationDigit, SayingGrade, SourceGrade, SourceLetter
from reportedly.model.reason import Reason

_KNOWN = frozenset({SourceLetter.A, SourceLetter.B, SourceLetter.C})
"""Letters of sources that JP 2-0 would call good: fairly reliable or better."""


def confidence_of(
    sayings: Sequence[SayingGrade], sources: Sequence[SourceGrade], claim_ids: Sequence[str]
) -> tuple[str, Reason]:
    """Return ``low``, ``moderate`` or ``high`` with its reason, by the best attested saying and the letters behind it.

    JP 2-0: low = uncorroborated information, many assumptions; moderate = partially corroborated from good sources;
    high = well corroborated from proven sources, minimal assumptions.

    Args:
        sayings: the digits of what is affirmed.
        sources: the letters of the origins.
        claim_ids: what the reason rests on where nothing can be judged.
    """
    judged = [one for one in sayings if one.digit.judged]
    if not judged:
        text = "no origin affirms anything that can be judged"
        return "low", Reason("uncorroborated", text, tuple(claim_ids[:1]))
    leading = leading_of(judged)
    ids = tuple(claim for reason in leading.reasons for claim in reason.claim_ids)
    backers = {leading.origin, *leading.borne_out_by}
    if len(backers) < 2:
        text = "no second independent origin bears it out"
        return "low", Reason("uncorroborated", text, ids)
    if leading.digit in {InformationDigit.DOUBTFUL, InformationDigit.IMPROBABLE}:
        return "low", Reason("contradicted", "what agrees is outweighed by what contradicts", ids)
    known = sorted(one.origin for one in sources if one.origin in backers and one.letter in _KNOWN)
    if leading.digit is InformationDigit.CONFIRMED and len(known) > 1:
        text = f"{len(backers)} independent origins agree, none contradicts, and {len(known)} are reliable as sources"
        return "high", Reason("corroborated", text, ids)
    if leading.digit is InformationDigit.CONFIRMED:
        text = f"{len(backers)} independent origins agree, but fewer than two of them can be called reliable as sources"
        return "moderate", Reason("partly-corroborated", text, ids)
    text = "corroborated in part: origins agree, but not beyond doubt, dispute or a common party"
    return "moderate", Reason("partly-corroborated", text, ids)
