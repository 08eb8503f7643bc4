"""Two or more columns that carry one source's totals: where they differ, which is right, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from reportedly.evidence.series.course import Course, course_at
from reportedly.evidence.series.digits import slip_between
from reportedly.evidence.series.faults import faults, slip
from reportedly.model.reason import Reason
from reportedly.model.running import Finding, FindingKind

SAME_SHARE = 0.8
"""Share of common days with the same figure from which on columns are copies of one source's totals."""
LEAST_COMMON = 10
"""Common days below which nothing is said about it."""
_DAY = timedelta(days=1)

Known = Mapping[date, float]


def families(columns: Mapping[str, Known]) -> list[tuple[str, ...]]:
    """Return which columns carry one source's totals, as groups of names; a column of its own is a group of one."""
    groups: list[list[str]] = []
    for name in columns:
        group = next((one for one in groups if any(_same(columns[name], columns[other]) for other in one)), None)
        if group is None:
            groups.append([name])
        else:
            group.append(name)
    return [tuple(group) for group in groups]


def _same(one: Known, two: Known) -> bool:
    common = one.keys() & two.keys()
    return len(common) >= LEAST_COMMON and sum(one[day] == two[day] for day in common) >= SAME_SHARE * len(common)


def reconcile(columns: Mapping[str, Known]) -> tuple[dict[date, float], list[Finding]]:
    """Return one total a day for columns of one source, and what is wrong in each of them.

    Days on which all agree come first; a day on which they differ is then judged by the course of the others.
    """
    if len(columns) == 1:
        name, known = next(iter(columns.items()))
        return _alone(name, known)
    days = sorted({day for known in columns.values() for day in known})
    given = {day: {name: known[day] for name, known in columns.items() if day in known} for day in days}
    agreed = {day: next(iter(said.values())) for day, said in given.items() if len(set(said.values())) == 1}
    found: list[Finding] = []
    for day in days:
        if day not in agreed:
            right, findings = _judge(day, given[day], agreed, columns)
            agreed[day] = right
            found += findings
    found += _shared(columns, agreed, {one.first for one in found})
    return _mended(agreed, found), sorted(found, key=lambda one: (one.first, one.column))


def _alone(name: str, known: Known) -> tuple[dict[date, float], list[Finding]]:
    found = faults(name, known)
    return _mended(known, found), found


def _mended(known: Known, found: Iterable[Finding]) -> dict[date, float]:
    """Return figures with slips mended and repeated days taken out."""
    mended = dict(known)
    for one in found:
        if one.kind is FindingKind.SLIP and one.suggested is not None and known.get(one.first) == one.value:
            mended[one.first] = one.suggested
        elif one.kind is FindingKind.REPEATED and one.suggested is None:
            mended.pop(one.first, None)
    return mended


def _judge(
    day: date, said: Mapping[str, float], agreed: Known, columns: Mapping[str, Known]
) -> tuple[float, list[Finding]]:
    """Return the right figure of a day on which columns differ, and what is wrong with the others."""
    course = course_at(agreed, sorted(agreed), day)
    values = sorted(set(said.values()))
    before = {known[day - _DAY] for known in columns.values() if day - _DAY in known} | _at(agreed, day - _DAY)
    after = {known[day + _DAY] for known in columns.values() if day + _DAY in known} | _at(agreed, day + _DAY)
    own = [value for value in values if value not in before | after] or values
    right = min(own, key=lambda value: (_penalty(value, course), value))
    wrong = {name: value for name, value in said.items() if value != right}
    by = next(name for name, value in said.items() if value == right)
    return right, [_difference(name, day, value, (right, by), course, (before, after)) for name, value in wrong.items()]


def _at(known: Known, day: date) -> set[float]:
    return {known[day]} if day in known else set()


def _penalty(value: float, course: Course | None) -> float:
    if course is None:
        return 0.0
    return abs(course.off(value)) + (0 if course.holds(value) else 100)


def _difference(
    name: str,
    day: date,
    value: float,
    other: tuple[float, str],
    course: Course | None,
    beside: tuple[set[float], set[float]],
) -> Finding:
    right, by = other
    if value in beside[0]:
        words = f"the figure of {day - _DAY} again; {by} has {right:,.0f}"
        return Finding(FindingKind.REPEATED, name, day, day, value, right, Reason("day-repeated", words))
    if value in beside[1]:
        words = f"the figure of {day + _DAY} already; {by} has {right:,.0f}"
        return Finding(FindingKind.EARLY, name, day, day, value, right, Reason("day-early", words))
    which = slip_between(int(value), int(right)) if value == int(value) and right == int(right) else ""
    if which and course is not None:
        finding = slip(name, day, value, right, course)
        words = f"{which}; {by} has {right:,.0f}, {_nearer(value, right, course)}"
        return Finding(finding.kind, name, day, day, value, right, Reason("digit-slip", words))
    why = _nearer(value, right, course) if course else "nothing around it tells which is right"
    words = f"{by} has {right:,.0f}, {why}"
    return Finding(FindingKind.DISAGREEMENT, name, day, day, value, right if course else None, Reason("differs", words))


def _nearer(value: float, right: float, course: Course) -> str:
    return (
        f"which stands {abs(right - course.expected):,.0f} off the line between the neighbours, "
        f"this one {abs(value - course.expected):,.0f}"
    )


def _shared(columns: Mapping[str, Known], agreed: Known, judged: set[date]) -> list[Finding]:
    """Return what is wrong on days on which the columns agree, or only one has a figure.

    A day without growth that two columns carry is the source's own: it gave no new figure.
    """
    found = []
    for fault in faults("", agreed):
        if fault.first in judged:
            continue
        one, holders = fault, _holders(columns, fault.first, fault.value)
        if len(holders) > 1 and one.kind is FindingKind.REPEATED:
            words = f"no growth since {one.first - _DAY}; {' and '.join(holders)} agree: no new figure was given"
            one = Finding(FindingKind.STANDS, "", one.first, one.last, one.value, None, Reason("stands-still", words))
        found.append(Finding(one.kind, ", ".join(holders), one.first, one.last, one.value, one.suggested, one.reason))
    return found


def _holders(columns: Mapping[str, Known], day: date, value: float) -> Sequence[str]:
    return [name for name, known in columns.items() if known.get(day) == value]
