"""Findings on what would change the assessment of an event."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.assessment.case import Case
from reportedly.assessment.names import origin_names, with_article
from reportedly.assessment.variants import varied
from reportedly.assessment.wording import listed, sentence
from reportedly.model.assessment import Finding, Section
from reportedly.model.claim import Basis, Measure

_PEOPLE = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES, Measure.LOST, Measure.MISSING})
_THINGS = frozenset({Measure.DESTROYED, Measure.DAMAGED, Measure.LAUNCHED, Measure.INTERCEPTED, Measure.ATTACKED})
_SHOWN = frozenset({Basis.FOOTAGE, Basis.DOCUMENT, Basis.INTERCEPT, Basis.DATA})


def would_change(case: Case, turn: int = 0) -> Iterator[Finding]:
    """Yield the evidence that would change the finding, chosen by what is missing."""
    if not case.carrying:
        return
    wanted = [*_origins_wanted(case), *_material_wanted(case)]
    if wanted:
        text = varied(_OPENINGS, turn).format(_either(wanted))
        yield case.finding(Section.WOULD_CHANGE, sentence(text), case.carrying)
    bare = case.known(case.evidence.origins.unrecorded_claim_ids)
    if bare and not case.affirming:
        text = f"Its weight would change if {listed(case.page_list(bare))} named a source"
        yield case.finding(Section.WOULD_CHANGE, sentence(text), bare)


_OPENINGS = ("what would change this is {}", "the assessment would change with {}", "this would look different with {}")


def _either(items: list[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])}{',' * (len(items) > 2)} or {items[-1]}"


def _origins_wanted(case: Case) -> Iterator[str]:
    deniers = origin_names(one.origin for one in case.denying)
    if case.party:
        yield f"a source that does not belong to {with_article(case.party)}"
        if _counted(case) and deniers:
            yield f"a figure of its own from {listed(deniers)}"
        elif _counted(case):
            yield "a figure from the other party"
    elif case.independent <= 1:
        yield "a second source that does not relay the first"
    elif deniers or case.evidence.contests:
        yield "a further source that none of these depends on"


def _material_wanted(case: Case) -> Iterator[str]:
    measures = set(case.event.measures)
    offered = {case.claim_by_id[claim_id].basis for claim_id in case.carrying}
    if not case.is_factual:
        return
    if Basis.FOOTAGE in offered:
        yield "proof of where and when the footage was taken"
    elif not offered & _SHOWN and case.independent <= 1:
        yield "material that can be checked, such as footage or a document"
    if case.independent > 1 and not case.party:
        return
    if measures & _PEOPLE:
        yield "a list of names"
    elif measures & _THINGS:
        yield "pictures of each item counted"


def _counted(case: Case) -> bool:
    return bool(case.event.measures) or bool(case.evidence.estimates)
