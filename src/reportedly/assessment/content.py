"""What an event is about and what a testimony says, in words that stay close to the documents."""

from __future__ import annotations

from reportedly.assessment.case import Case
from reportedly.assessment.figures import figure_phrase
from reportedly.assessment.names import origin_name, verb
from reportedly.assessment.wording import day, days, listed, percent, quoted, sentence
from reportedly.model.claim import Basis, Claim, Measure, SourceClass
from reportedly.model.event import Testimony
from reportedly.model.evidence import EdgeKind

_OFFERED = {
    Basis.FOOTAGE: "footage",
    Basis.DOCUMENT: "a document",
    Basis.INTERCEPT: "an intercept",
    Basis.EYEWITNESS: "what an eyewitness saw",
    Basis.DATA: "data",
}
"""What an origin offers for its word, as it follows ``offering``."""

_SHOWING = frozenset({SourceClass.IMAGERY, SourceClass.DATA})


def substance(case: Case) -> str:
    """Return the event's content as the subject of a sentence: ``the claim that 8 soldiers were killed``."""
    leading = case.leading
    if leading and leading.quantity and leading.quantity.measure is not Measure.OTHER:
        as_of = f" as of {day(leading.quantity.as_of)}" if leading.quantity.as_of else ""
        return f"the claim that {figure_phrase(leading.quantity)}{as_of}"
    first = _first_claim(case, leading)
    return f"the claim {quoted(first.quote)}"


def _first_claim(case: Case, testimony: Testimony | None) -> Claim:
    """Return the claim that stands for a testimony: on the origin's own page where there is one, else the earliest."""
    known = case.known(testimony.claim_ids) if testimony else ()
    own = [one for one in known if one in case.edge_by_claim and case.edge_by_claim[one].kind is EdgeKind.OWN]
    return case.claim_by_id[(own or known)[0]] if known else case.claims[0]


def saying(case: Case, testimony: Testimony) -> str:
    """Return the sentence that tells who said what, on whose page it stands and how it is hedged."""
    claim = _first_claim(case, testimony)
    page = case.pages[claim.document_id]
    tail = f"{quoted(claim.quote)}{hedge(claim)}"
    who = origin_name(testimony.origin)
    edge = case.edge_by_claim.get(claim.id)
    if (edge and edge.kind is EdgeKind.OWN) or page == who:
        writes = verb([who], "writes", "write")
        return sentence(f"{who} {writes} in its own voice{_offering(claim)}: {tail}")
    said = "denied this" if testimony.denial else ("showed" if testimony.origin.source_class in _SHOWING else "said")
    when = f" {days(testimony.said)}" if testimony.said else ""
    revision = ", revising its own earlier word" if testimony.revises else ""
    teller = f"according to {page}, " if len(case.documents) > 1 else ""
    return sentence(f"{teller}{who} {said}{when}{revision}{_offering(claim)}: {tail}")


def unattributed(case: Case) -> str:
    """Return the sentence on an event that no page ascribes to anybody."""
    claim = _first_claim(case, case.leading)
    pages = case.page_list(case.carrying)
    how = "" if len(pages) == 1 else "in words like these, "
    tail = f"{quoted(claim.quote)}{hedge(claim)}"
    return sentence(f"{listed(pages)} {verb(pages, 'writes', 'write')}, {how}without saying whose word it is: {tail}")


def _offering(claim: Claim) -> str:
    return f", offering {_OFFERED[claim.basis]}" if claim.basis else ""


def hedge(claim: Claim) -> str:
    """Return the origin's own hedge with the interval that its word stands for; empty where it speaks flatly."""
    if not claim.certainty or not claim.certainty.words:
        return ""
    words = " and ".join(quoted(word) for word in claim.certainty.words)
    return f", hedged with {words} ({percent(claim.certainty.low, claim.certainty.high)})"
