"""Follow each sentence of an assessment to the words it rests on: what its own cited claims hold, and no others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.assessment.derivable import numbers_in
from reportedly.assessment.modelled import modelled_numbers
from reportedly.assessment.wording import day_words
from reportedly.model.assessment import Finding
from reportedly.model.claim import Claim
from reportedly.model.dossier import Dossier

_QUOTED = re.compile(r"“([^”]*)”")


def astray(dossier: Dossier) -> Iterator[str]:
    """Yield every sentence that states a quotation, figure or name which the claims that it cites do not hold."""
    for finding in dossier.assessment.findings:
        for what in _astray(finding, dossier):
            yield f"{what!r} in {finding.section}: {finding.text}"


def _astray(finding: Finding, dossier: Dossier) -> Iterator[str]:
    cited = [dossier.claim_by_id[one] for one in finding.claim_ids]
    held = " ".join(_words(one, dossier) for one in cited)
    for quotation in _QUOTED.findall(finding.text):
        if _folded(quotation.removesuffix(" …")) not in _folded(held):
            yield quotation
    yield from _figures(finding, cited, dossier)
    yield from _names(finding, cited, dossier)


def _words(claim: Claim, dossier: Dossier) -> str:
    """Return the words of a claim, of its hedges and causes, and of the changes that were found in it."""
    document = dossier.document_by_id[claim.document_id]
    hedges = claim.certainty.words if claim.certainty else ()
    causes = [end.of(document.text) for one in claim.causes for end in (one.cause, one.effect) if end]
    drifts = [one for evidence in dossier.evidence for one in evidence.drifts]
    made = [one for one in drifts if claim.id in {one.claim_id, one.against_claim_id}]
    changes = [day_words(words) for one in made for words in (one.before, one.after)]
    return " | ".join((claim.quote, *hedges, *causes, *changes))


def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold().strip()


def _figures(finding: Finding, cited: list[Claim], dossier: Dossier) -> Iterator[str]:
    """Yield figures beside the counts of pages, sources and reports, that no cited claim gives."""
    told = numbers_in(_without_others(finding, dossier))
    known: set[int] = set()
    for claim in cited:
        known |= numbers_in(claim.quote)
        known |= {end for one in claim.quantities for end in (one.low, one.high) if end is not None}
        days = [
            end
            for span in (claim.when, *(link.said for link in claim.chain))
            if span
            for end in (span.first, span.last)
        ]
        days += [one.as_of for one in claim.quantities if one.as_of]
        published = dossier.document_by_id[claim.document_id].day
        days += [published] if published else []
        known |= {number for one in days for number in (one.day, one.year)}
    for event in dossier.events:
        if event.id == finding.event_id and event.when:
            known |= {number for one in (event.when.first, event.when.last) for number in (one.day, one.year)}
    known |= _modelled({claim.id for claim in cited}, dossier)
    yield from (str(number) for number in sorted(told - known))


def _modelled(claim_ids: set[str], dossier: Dossier) -> set[int]:
    """Return what is worked out from the figures of these claims, all of which must be cited."""
    estimates = [estimate for evidence in dossier.evidence for estimate in evidence.estimates]
    resting = [one for one in estimates if {given.claim_id for given in one.inputs} <= claim_ids]
    priors = {prior for one in resting if one.posterior for prior in one.posterior.priors}
    published = {number for prior in priors for number in numbers_in(prior.source)}
    return published | {number for one in resting for number in modelled_numbers(one)}


_COUNTS = re.compile(
    r"(?i)\b[59]0 % range|"
    r"(?<=\d{4} )\(\d+\)|\b(?:\w+|\d+) (?:of (?:them|the \w+ pages)|pages?|reports?|events?|others?|sources?)\b"
    r"|\b(?:\w+|\d+) further claims?|\((?:about )?[\d-]+(?: to \d+)? %\)|(?<=: )\w+ (?:go|goes) back"
    r"|(?<=carry it, )\w+|(?<=and )\w+ (?:do|does|names?)\b|all (?:\d+|\w+) pages"
    r"|(?:Of these,|, and|,|for|in) \w+ (?:rests?|ha[sv]e?|nobody|something|are|is)\b|^\w+ (?:are|is) denied"
)


def _without_others(finding: Finding, dossier: Dossier) -> str:
    """Return a sentence without quotations, names and what it counts of pages and sources."""
    text = _QUOTED.sub(" ", finding.text)
    outlets = {one.outlet for one in dossier.documents if one.outlet}
    for name in sorted(outlets | {one.origin.name for one in dossier.testimonies}, key=len, reverse=True):
        text = text.replace(name, "") if name else text
    return _COUNTS.sub(" ", text)


def _names(finding: Finding, cited: list[Claim], dossier: Dossier) -> Iterator[str]:
    """Yield names of sources that no cited claim belongs to, stands on, passes through or is counted with."""
    claim_ids = {one.id for one in cited}
    near: set[str] = {dossier.document_by_id[one.document_id].outlet or "" for one in cited}
    near |= {link.name for one in cited for link in one.chain}
    for testimony in dossier.testimonies:
        if claim_ids & set(testimony.claim_ids):
            near.add(testimony.origin.name)
    for evidence in dossier.evidence:
        if evidence.event_id == finding.event_id:
            near |= {one.into for one in evidence.origins.collapses if claim_ids & set(one.reason.claim_ids)}
            near |= set(evidence.origins.sides)
    for name in sorted({one.origin.name for one in dossier.testimonies if one.origin.name}):
        inside = any(name in other for other in near)
        if not inside and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", _QUOTED.sub(" ", finding.text)):
            yield name
