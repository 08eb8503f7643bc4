"""Let a language model reword an assessment, and keep our own words wherever anything but the sound would change."""

from __future__ import annotations

from dataclasses import replace

from reportedly.assessment.case import build_cases
from reportedly.assessment.check import sound
from reportedly.assessment.derivable import Support
from reportedly.assessment.rephrase import Rephrased, Rephrasing, Rewriter, rephrase
from reportedly.model.assessment import Section
from reportedly.model.dossier import Dossier
from reportedly.model.event import Grouping
from reportedly.model.reason import Reason
from reportedly.pipeline.parts import as_told
from reportedly.pipeline.toolkit import Toolkit


def reworded(dossier: Dossier, rewrite: Rewriter, tools: Toolkit, model: str) -> tuple[Dossier, Rephrased]:
    """Return the dossier with findings in other words where that is safe, and what became of each rewording.

    A rewording must pass the gate of ``assessment/rephrase.py`` and then the check that our own sentences pass. What is
    new since an earlier assessment rests on two views and is never handed out.

    Args:
        dossier: what was assessed; nothing of it but the text of findings changes.
        rewrite: from a finding's text to a rewording.
        tools: settings and what they name.
        model: name of the model, which the assessment then carries.

    Raises:
        BackendError: where an answer of the model cannot be had.
    """
    ours = dossier.assessment
    handed = tuple(one for one in ours.findings if one.section is not Section.SINCE)
    found = rephrase(replace(ours, findings=handed), rewrite)
    failed = _unsound(dossier, found, tools)
    kept = {one.id: one for one in found.assessment.findings if one.id not in failed}
    findings = tuple(kept.get(one.id, one) for one in ours.findings)
    changed = sum(one.text != other.text for one, other in zip(findings, ours.findings, strict=True))
    made = replace(ours, findings=findings, reworded_by=model if changed else "")
    refusals = (*found.refusals, *((one, failed[one]) for one in failed))
    told = Rephrased(made, changed, len(refusals), found.unchanged + len(ours.findings) - len(handed), refusals)
    return replace(dossier, assessment=made), told


def _unsound(dossier: Dossier, found: Rephrased, tools: Toolkit) -> dict[str, Rephrasing]:
    """Return the reworded findings that do not pass the check of our own sentences, by id."""
    texts = {one.id: one.text for one in dossier.assessment.findings}
    changed = [one for one in found.assessment.findings if one.text != texts[one.id]]
    told, read = as_told(Grouping(dossier.events, dossier.testimonies, ()), dossier.claims, tools.convention)
    support = Support(build_cases(told, dossier.evidence, read, dossier.documents), tools.yardstick)
    known = {claim.id for claim in dossier.claims}
    failed = {}
    for finding in changed:
        _, breaches = sound([finding], known, support)
        if breaches:
            failed[finding.id] = Rephrasing(False, texts[finding.id], (Reason("unsound", breaches[0]),))
    return failed
