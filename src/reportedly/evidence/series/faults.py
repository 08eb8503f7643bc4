"""Find what is wrong in one column of running totals, by its own course alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby, pairwise

from reportedly.evidence.series.course import Course, course_at
from reportedly.evidence.series.digits import slip_between, slips
from reportedly.model.reason import Reason
from reportedly.model.running import Column, Finding, FindingKind, Reading

FITS = 2.0
"""Usual distances at which a mended figure fits."""
USUAL_STANDS = 0.2
"""Share of days without growth around it from which on standing still is usual and not named."""
RARE_STANDS = 0.05
"""Share up to which a single day without growth is strange."""
STEADY = 2.5
"""How many times its spread the daily growth must be for a day without any to be strange."""
CATCHES_UP = 1.3
"""How many times the daily growth must follow on a figure that was carried over."""
LONG_STAND = 4
"""Days without growth that are worth a look where a single one is not."""
_AROUND = 15
"""Days with a figure on either side in which standing still is counted."""


def settle(column: Column) -> tuple[dict[date, float], list[Finding]]:
    """Return one figure a day, and the days that the column gives more than once.

    Of several figures the one that stands nearer to the course of the others is taken.
    """
    found: list[Finding] = []
    known: dict[date, float] = {}
    several: dict[date, list[Reading]] = {}
    for day, group in groupby(sorted(column.readings, key=lambda one: (one.day, one.value)), key=lambda one: one.day):
        kept = list(group)
        if len(kept) == 1:
            known[day] = kept[0].value
        else:
            several[day] = kept
    for day, kept in several.items():
        course = course_at(known, sorted(known), day)
        values = sorted({one.value for one in kept})
        best = min(values, key=lambda value: abs(value - course.expected)) if course else values[0]
        wrong = next((value for value in values if value != best), best)
        words = f"the day stands {len(kept)} times" + ("" if len(values) == 1 else f" with {_list(values)}")
        reason = Reason("day-twice", words + (f"; {best:,.0f} fits its neighbours" if len(values) > 1 else ""))
        found.append(Finding(FindingKind.DUPLICATE, column.name, day, day, wrong, best, reason))
    for finding in found:
        if finding.suggested is not None:
            known[finding.first] = finding.suggested
    return known, found


def _list(values: Sequence[float]) -> str:
    return " and ".join(f"{value:,.0f}" for value in values)


def faults(name: str, known: Mapping[date, float]) -> list[Finding]:
    """Return what is wrong in a column that nothing else can be held against, in order of day."""
    days = sorted(known)
    found = [*_slips(name, known, days)]
    mended = {**known, **{one.first: one.suggested for one in found if one.suggested is not None}}
    return sorted([*found, *_stands(name, mended, days), *_falls(name, mended, days)], key=lambda one: one.first)


def _slips(name: str, known: Mapping[date, float], days: list[date]) -> list[Finding]:
    """Return figures that their neighbours belie and one slip explains."""
    found: list[Finding] = []
    state = dict(known)
    for day in days:
        course = course_at(state, days, day)
        if course is None or course.before > course.after or state[day] != int(state[day]):
            continue
        if not course.belies(state[day]):
            continue
        mended = mend(int(state[day]), course)
        if mended is not None:
            found.append(slip(name, day, state[day], mended, course))
            state[day] = mended
    return found


def mend(value: int, course: Course) -> int | None:
    """Return the figure one slip away from ``value`` that fits best, or None.

    A nought too many or too few at the end is the likeliest slip; else one that ends on as many noughts is preferred.
    """
    fitting = [one for one in slips(value) if course.holds(one) and abs(course.off(one)) <= FITS]
    nought = [one for one in fitting if one == value * 10 or one * 10 == value]
    alike = nought or [one for one in fitting if one % ending(value) == 0]
    return min(alike or fitting, key=lambda one: (abs(one - course.expected), one), default=None)


def ending(value: float) -> int:
    """Return the power of ten that a whole number ends on: 10 for 113,990."""
    power = 1
    while value and value % (power * 10) == 0:
        power *= 10
    return power


def slip(name: str, day: date, value: float, meant: float, course: Course) -> Finding:
    """Return the finding of a slip."""
    which = slip_between(int(value), int(meant))
    words = f"{which}; {meant:,.0f} fits its neighbours {course.before:,.0f} and {course.after:,.0f}, {value:,.0f} not"
    return Finding(FindingKind.SLIP, name, day, day, value, meant, Reason("digit-slip", words))


def _stands(name: str, known: Mapping[date, float], days: list[date]) -> list[Finding]:
    """Return a figure carried over to the next day, and long times without growth."""
    still = [known[one] == known[two] and (two - one).days == 1 for one, two in pairwise(days)]
    found = []
    at = 0
    for standing, group in groupby(still):
        end = at + len(list(group))
        if standing:
            around = [*still[max(0, at - _AROUND) : at], *still[end : end + _AROUND]]
            share = sum(around) / len(around) if around else 1.0
            run = days[at : end + 1]
            if end - at == 1 and share <= RARE_STANDS and _carried_over(known, days, days[end]):
                words = (
                    f"the figure of {run[0]} again, in a column that grows every day, and the next day makes up for it"
                )
                reason = Reason("day-repeated", words)
                found.append(Finding(FindingKind.REPEATED, name, run[1], run[1], known[run[1]], None, reason))
            elif end - at >= LONG_STAND and share <= USUAL_STANDS:
                reason = Reason("stands-still", f"no growth from {run[0]} to {run[-1]}")
                found.append(Finding(FindingKind.STANDS, name, run[1], run[-1], known[run[1]], None, reason))
        at = end
    return found


def _carried_over(known: Mapping[date, float], days: list[date], day: date) -> bool:
    """Return whether a day without growth is strange: growth around it is steady, and the next day makes up for it."""
    course = course_at(known, days, day)
    if course is None or course.gaps != (1, 1):
        return False
    return course.daily >= STEADY * course.spread and course.after - known[day] >= CATCHES_UP * course.daily


def _falls(name: str, known: Mapping[date, float], days: list[date]) -> list[Finding]:
    found = []
    for one, two in pairwise(days):
        if known[two] < known[one]:
            words = f"smaller by {known[one] - known[two]:,.0f} than on {one}; no single slip explains it"
            found.append(Finding(FindingKind.FALL, name, two, two, known[two], None, Reason("total-falls", words)))
    return found
