"""Findings on what is not known: what would be asked first, of what these reports do not say.

Only what matters to the event is told, the most valuable first: what was counted, the other side's figure, whether
anything can be checked, the source's own page, how it knows, the day and the place.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from reportedly.assessment.case import Case
from reportedly.assessment.names import origin_name, origin_names, verb, with_article
from reportedly.assessment.variants import varied
from reportedly.assessment.wording import counted, listed, sentence
from reportedly.model.assessment import Finding, Section
from reportedly.model.claim import Basis, Measure, SourceClass
from reportedly.model.evidence import EdgeKind

_MOST = 4
_WIDE = {Measure.CASUALTIES: "killed and wounded", Measure.LOST: "killed, wounded, missing and captured"}
"""Measures that hold others, with what they hold."""
_PEOPLE = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES, Measure.LOST, Measure.MISSING})
_SHOWN = frozenset({Basis.FOOTAGE, Basis.DOCUMENT, Basis.INTERCEPT, Basis.DATA})
_PAGES_OF_THEIR_OWN = frozenset(
    {SourceClass.AGENCY, SourceClass.GOVERNMENT, SourceClass.MILITARY, SourceClass.OFFICE, SourceClass.INSTITUTE,
     SourceClass.ORGANISATION, SourceClass.DOCUMENT}
)  # fmt: skip
"""Sources that publish what they say, so that their own words could be had."""


_CLOSED = frozenset(
    {SourceClass.AGENCY, SourceClass.GOVERNMENT, SourceClass.MILITARY, SourceClass.OFFICE, SourceClass.ARMED_GROUP}
)
"""Sources whose ways of knowing are not open, so that it matters whether they tell them."""


def gaps(case: Case, turn: int = 0) -> Iterator[Finding]:
    """Yield what is not known about an event, the most valuable first, each with the claims that leave it open."""
    if not case.carrying or not case.is_factual:
        return
    asked = chain(
        _measure(case), _other_side(case), _material(case, turn), _own_page(case), _access(case), _where(case)
    )
    for text, claim_ids in islice(asked, _MOST):
        yield case.finding(Section.GAPS, sentence(text), claim_ids)


def _measure(case: Case) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield how many were killed where a wider word was used, and whose losses they are where nobody says."""
    figure = case.leading.quantity if case.leading else None
    if figure is None:
        return
    parts = {one.quantity.measure for one in case.testimonies if one.quantity and one.origin.recorded}
    if figure.measure in _WIDE and not parts & {Measure.KILLED}:
        held = _WIDE[figure.measure]
        yield f"how many of those counted were killed is not known, since the figure takes {held} together", case.core
    if not figure.of and figure.measure in _PEOPLE:
        yield "whose people they were is not said with the figure", case.core


def _other_side(case: Case) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield that the other side has given no figure."""
    if not case.evidence.estimates or not case.party:
        return
    deniers = origin_names(one.origin for one in case.denying)
    if deniers and not any(one.denial and one.quantity for one in case.testimonies):
        gives = verb(deniers, "gives", "give")
        text = f"{listed(deniers)} {gives} no figure of {'its' if len(deniers) == 1 else 'their'} own"
        yield text, case.denying_claims
    elif not deniers:
        yield f"no figure from any side but {with_article(case.party)} is at hand", case.affirming_claims


def _material(case: Case, turn: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield that nothing can be checked, or that what is shown has neither day nor place."""
    bases = {case.claim_by_id[one].basis for one in case.carrying}
    measures = set(case.event.measures)
    if Basis.FOOTAGE in bases:
        shown = tuple(one for one in case.carrying if case.claim_by_id[one].basis is Basis.FOOTAGE)
        claims = [case.claim_by_id[one] for one in shown]
        if not any(one.when for one in claims) or not any(one.where for one in claims):
            yield "when and where the footage was taken is not shown", shown
    elif not bases & _SHOWN and case.independent <= 1:
        names = "names, footage" if measures & {Measure.KILLED} else "footage"
        yield varied(_UNCHECKED, turn).format(names), case.core


_UNCHECKED = (
    "none of these claims offers anything that could be checked, such as {} or a document",
    "nothing that could be checked, such as {} or a document, comes with these claims",
)


def _own_page(case: Case) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield that the words of the only source are known through others alone."""
    if len(case.affirming) != 1:
        return
    origin = case.affirming[0].origin
    claims = case.affirming_claims
    edges = [case.edge_by_claim[one] for one in claims if one in case.edge_by_claim]
    if origin.source_class not in _PAGES_OF_THEIR_OWN or any(edge.kind is EdgeKind.OWN for edge in edges):
        return
    pages = case.page_list(claims)
    if origin_name(origin) in pages:
        return
    through = pages[0] if len(pages) == 1 else counted(len(pages), "page")
    yield f"what {origin_name(origin)} itself published is not at hand; its words are known through {through}", claims


def _access(case: Case) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield that a source does not say how it knows."""
    if len(case.affirming) != 1 or case.affirming[0].origin.source_class in {SourceClass.IMAGERY, SourceClass.DATA}:
        return
    closed = case.party or case.affirming[0].origin.source_class in _CLOSED
    if not closed or any(case.claim_by_id[one].basis for one in case.core):
        return
    yield f"how {origin_name(case.affirming[0].origin)} knows is not said", case.affirming_claims


def _where(case: Case) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield that the claims name no day or no place."""
    missing = [name for name, value in (("day", case.event.when), ("place", case.event.where)) if not value]
    if missing:
        yield f"the claims on it name no {' and no '.join(missing)}", case.carrying
