"""Tag the time expressions of a text: match, choose, work out, carry the text's own time on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from reportedly.claims.times import rules_dates, rules_lengths, rules_periods, rules_ranges, rules_relative, rules_vague
from reportedly.claims.times.bounds import read_bound
from reportedly.claims.times.narrative import is_narrative
from reportedly.claims.times.outlook import looks_towards, read_direction
from reportedly.claims.times.policies import default_policies
from reportedly.claims.times.rule import Clock, Point, Rule, Sense, Trigger
from reportedly.model.days import Days
from reportedly.model.span import Span
from reportedly.model.times import AnchorKind, Bound, Direction, Granularity, Policy, TimeExpression

RULES: tuple[Rule, ...] = (
    *rules_ranges.RULES,
    *rules_dates.RULES,
    *rules_periods.RULES,
    *rules_relative.RULES,
    *rules_vague.RULES,
    *rules_lengths.RULES,
)
"""All rules but those of policies; of two that begin at one place the longer wins, then the one that stands first."""
_TRIGGERS = re.compile("|".join(f"(?P<{one.name}>{one.value})" for one in Trigger if one.value))
_BESIDE = 80
"""Characters beside a trigger that an expression may reach."""
RUNNING_WEEK = 7
"""Days that an expression may cover for ``two days later`` to be counted from it."""


ASIDE = 10
"""Years from the running one beyond which a bare year does not change it at once."""


@dataclass(frozen=True, slots=True)
class _Running:
    """Of what the text spoke last."""

    point: Point | None
    day: Days | None
    aside: Point | None = None
    """A bare year far from the running one."""


def tag(
    text: str,
    reference: date | None,
    *,
    narrative: bool | None = None,
    direction: Direction | None = None,
    anchor: Days | None = None,
    policies: Sequence[Policy] | None = None,
) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a text in order, none overlapping another.

    Args:
        text: any text.
        reference: the day against which ``Monday`` and ``yesterday`` are worked out: of publication, or of saying.
        narrative: whether years carry on from the text itself, as in a history; None lets the text decide.
        direction: where to look for open years and weekdays; None lets the words around each expression decide.
        anchor: days of which was spoken before the text begins, for ``two days later``.
        policies: what vague words mean; None takes those of the package.
    """
    known = tuple(default_policies() if policies is None else policies)
    history = is_narrative(text, reference) if narrative is None else narrative
    running = _Running(Point.of(anchor.last) if anchor else None, anchor)
    found: list[TimeExpression] = []
    end = 0
    for match, rule in _candidates(text, history, known):
        if match.start() < end:
            continue
        way = direction or read_direction(text, match.start(), match.end())
        if looks_towards(text, match.start()):
            way = Direction.AHEAD
        clock = Clock(reference, history, way, running.point, running.day, known)
        sense = rule.work(match, clock)
        if sense is None:
            continue
        end = match.end()
        one = _expression(text, match.start(), match.end(), sense, rule.name, clock)
        running = _carried(running, one, sense)
        found.append(one)
    return tuple(_with_days(text, found, reference, history))


@lru_cache(maxsize=256)
def _candidates(text: str, narrative: bool, policies: tuple[Policy, ...]) -> tuple[tuple[re.Match[str], Rule], ...]:
    rules = (*_vague(policies), *RULES)
    near = _near_triggers(text)
    places = [
        (match.start(), -match.end(), number, match)
        for number, rule in enumerate(rules)
        if rule.narrative is None or rule.narrative is narrative
        for first, last in near.get(rule.trigger, ())
        for match in rule.pattern.finditer(text, first, last)
        if match.end() > match.start()
    ]
    places.sort(key=lambda place: place[:3])
    return tuple((match, rules[number]) for _, _, number, match in places)


def _near_triggers(text: str) -> dict[Trigger, list[tuple[int, int]]]:
    """Return for each trigger the stretches of text around its words."""
    near: dict[Trigger, list[tuple[int, int]]] = {Trigger.ANY: [(0, len(text))]}
    for found in _TRIGGERS.finditer(text):
        stretches = near.setdefault(Trigger[str(found.lastgroup)], [])
        first, last = max(0, found.start() - _BESIDE), min(len(text), found.end() + _BESIDE)
        if stretches and first <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], last)
        else:
            stretches.append((first, last))
    return near


@lru_cache(maxsize=8)
def _vague(policies: tuple[Policy, ...]) -> tuple[Rule, ...]:
    return rules_vague.vague_rules(policies)


def _expression(text: str, start: int, end: int, sense: Sense, name: str, clock: Clock) -> TimeExpression:
    start, end = _trimmed(text, start, end)
    anchor = clock.day.last if sense.anchor is AnchorKind.TEXT and clock.day else None
    parts = tuple(_expression(text, low, high, part, name, clock) for low, high, part in sense.parts)
    return TimeExpression(
        Span(start, end),
        sense.type,
        sense.value,
        sense.interval,
        sense.whole,
        sense.granularity,
        name,
        read_bound(text, start),
        clock.direction,
        sense.anchor,
        clock.reference if sense.anchor is AnchorKind.REFERENCE else anchor,
        sense.policy.name if sense.policy else None,
        sense.policy.width if sense.policy else None,
        sense.warnings,
        parts,
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))


def _carried(running: _Running, one: TimeExpression, sense: Sense) -> _Running:
    """Return of what the text speaks after an expression.

    A bare year far from the running one is an aside (``declassified in 2005``), until a second one stands by it.
    """
    point = sense.point
    if point is None:
        return running
    aside = one.granularity is Granularity.YEAR and running.point is not None and _far(point, running.point)
    if aside and (running.aside is None or _far(point, running.aside)):
        return replace(running, aside=point)
    days = one.interval
    day = days if days is not None and days.length <= RUNNING_WEEK else running.day
    return _Running(point, day)


def _far(one: Point, other: Point) -> bool:
    return abs(one.year - other.year) > ASIDE


def _with_days(
    text: str, found: Sequence[TimeExpression], reference: date | None, narrative: bool
) -> Iterator[TimeExpression]:
    """Set the day before hours of the clock: the nearest of the same sentence, else the one spoken of last."""
    spoken = None if narrative else reference
    for number, one in enumerate(found):
        if not one.value.startswith("T"):
            if one.granularity in {Granularity.DAY, Granularity.DAY_PART} and one.interval:
                spoken = one.interval.first
            yield one
            continue
        day = _day_near(text, one, (*reversed(found[:number]), *found[number + 1 :])) or spoken
        days = Days.on(day) if day else None
        value = f"{day or 'XXXX-XX-XX'}{one.value}"
        yield replace(one, value=value, interval=days, whole=days, anchor=AnchorKind.TEXT, anchor_day=day)


def _day_near(text: str, one: TimeExpression, others: Iterable[TimeExpression]) -> date | None:
    for other in others:
        low, high = sorted((one.span, other.span))
        gap = text[low.end : high.start]
        single = other.granularity is Granularity.DAY and other.interval is not None
        if single and other.interval and len(gap) < 80 and not re.search(r"[.;!?]\s|\n", gap):
            return other.interval.first
    return None


__all__ = ["RULES", "Bound", "tag"]
