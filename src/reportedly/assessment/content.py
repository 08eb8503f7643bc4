"""What an event is about and what a testimony says, in words that stay close to the documents."""

from __future__ import annotations

from reportedly.assessment.case import Case
from reportedly.assessment.names import origin_name, verb
from reportedly.assessment.variants import varied
from reportedly.assessment.wording import days, listed, percent, quoted, sentence
from reportedly.model.claim import Basis, Claim, SourceClass
from reportedly.model.coded import CODED
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


def first_claim(case: Case, testimony: Testimony | None) -> Claim:
    """Return the claim that stands for a testimony: on the origin's own page where there is one, else the earliest."""
    known = case.known(testimony.claim_ids) if testimony else ()
    own = [one for one in known if one in case.edge_by_claim and case.edge_by_claim[one].kind is EdgeKind.OWN]
    return case.claim_by_id[(own or known)[0]] if known else case.claims[0]


def words(case: Case, claim: Claim) -> str:
    """Return what a claim says: its quotation, and of a coder's row the cell of its content alone."""
    told = [ground for ground in claim.grounds if ground.field == "content" and ground.rule == CODED and ground.spans]
    return told[0].spans[0].of(case.documents[claim.document_id].text) if told else claim.quote


def saying(case: Case, testimony: Testimony, turn: int = 0) -> str:
    """Return the sentence that tells who said what, on whose page it stands and how it is hedged.

    Args:
        case: the event.
        testimony: the saying.
        turn: its place among those told, by which wordings take turns.
    """
    claim = first_claim(case, testimony)
    page = case.pages[claim.document_id]
    tail = f"{quoted(words(case, claim))}{hedge(claim)}"
    who = origin_name(testimony.origin)
    edge = case.edge_by_claim.get(claim.id)
    if (edge and edge.kind is EdgeKind.OWN) or page == who:
        writes = varied((verb([who], "writes", "write"), verb([who], "itself writes", "themselves write")), turn)
        return sentence(f"{who} {writes}{_offering(claim)}: {tail}")
    shows = testimony.origin.source_class in _SHOWING
    said = "denied this" if testimony.denial else ("showed" if shows else "said")
    when = f" {days(testimony.said)}" if testimony.said else ""
    revision = ", revising its own earlier word" if testimony.revises else ""
    deed = f"{who} {said}{when}{revision}{'' if shows else _offering(claim)}"
    if len(case.documents) == 1:
        return sentence(f"{deed}: {tail}")
    return sentence(varied((f"according to {page}, {deed}: {tail}", f"{deed}, as {page} has it: {tail}"), turn))


def unattributed(case: Case) -> str:
    """Return the sentence on an event that no page ascribes to anybody."""
    claim = first_claim(case, case.leading)
    pages = case.page_list(case.carrying)
    how = "" if len(pages) == 1 else "in words like these, "
    tail = f"{quoted(words(case, claim))}{hedge(claim)}"
    return sentence(f"{listed(pages)} {verb(pages, 'writes', 'write')}, {how}without saying whose word it is: {tail}")


def _offering(claim: Claim) -> str:
    return f", offering {_OFFERED[claim.basis]}" if claim.basis else ""


def hedge(claim: Claim) -> str:
    """Return the origin's own hedge with the interval that its word stands for; empty where it speaks flatly."""
    if not claim.certainty or not claim.certainty.words:
        return ""
    words = " and ".join(quoted(word) for word in claim.certainty.words)
    return f", hedged with {words} ({percent(claim.certainty.low, claim.certainty.high)})"
