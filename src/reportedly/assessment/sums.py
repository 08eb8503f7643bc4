"""Findings on totals whose parts do not fit."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.assessment.case import Case
from reportedly.assessment.figures import number_range
from reportedly.assessment.wording import listed, sentence
from reportedly.model.assessment import Finding, Section
from reportedly.model.claim import Measure, Quantity
from reportedly.model.measures import CheckedSum, SumVerdict


def sums(case: Case) -> Iterator[Finding]:
    """Yield a sentence for each total whose parts do not fit; pages that tell the same numbers share it."""
    groups: dict[str, list[CheckedSum]] = {}
    for one in case.evidence.broken_sums:
        groups.setdefault(_words(one), []).append(one)
    for words, held in groups.items():
        cited = [figure.claim_id for one in held for figure in (one.total, *one.parts)]
        pages = case.page_list(cited)
        reasons = tuple(dict.fromkeys(reason for one in held for reason in one.reasons))
        yield case.finding(Section.SUMS, sentence(f"in {listed(pages)}, {words}"), cited, reasons)


def _words(one: CheckedSum) -> str:
    total = one.total.quantity
    stated = f"{_number(total)} {_counted(total)} stated"
    parts = " + ".join(f"{_number(part.quantity)} {_part(part.quantity, total)}" for part in one.parts)
    if len(one.parts) > 1:
        parts += f" = {number_range(one.low, one.high)}"
    if one.verdict is SumVerdict.TOO_MUCH:
        return f"the parts are more than the total: {stated}, {parts}"
    return f"the parts do not sum: {stated}, {parts}"


def _number(figure: Quantity) -> str:
    return number_range(figure.low, figure.high, figure.qualifier)


def _counted(figure: Quantity) -> str:
    """Return what a total counts: its measure, or the people of a measure that says nothing."""
    return (" ".join(figure.of.split()) or "people") if figure.measure is Measure.OTHER else str(figure.measure)


def _part(figure: Quantity, total: Quantity) -> str:
    """Return what tells a part from its total: other people of one measure, or another measure."""
    of = " ".join(figure.of.split())
    return of if of and figure.measure is total.measure else _counted(figure)
