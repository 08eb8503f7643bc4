"""Rules for times that a text leaves open on purpose; policies say how many days they are taken to cover."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from reportedly.claims.times.grammar import FULL_MONTH
from reportedly.claims.times.rule import Clock, Rule, Sense, Trigger, rule
from reportedly.model.days import Days
from reportedly.model.times import AnchorKind, Direction, Granularity, Policy, TimeType


def vague_rules(policies: Sequence[Policy]) -> tuple[Rule, ...]:
    """Return one rule for the words of all policies."""
    words = sorted({word for policy in policies for word in policy.words}, key=lambda word: (-len(word), word))
    if not words:
        return ()
    pattern = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
    return (
        rule(
            "policy",
            rf"(?<![\w-])(?:{pattern})\b(?!\s+(?:that|after|before|as|thereafter|afterwards?)\b|-\w|\s+\d|\s+(?:{FULL_MONTH})\b)",
            _policy,
            Trigger.ANY,
            anycase=True,
        ),
    )


def _policy(match: re.Match[str], clock: Clock) -> Sense | None:
    low = re.sub(r"\s+", " ", match.group().lower())
    policy = next((one for one in clock.policies if low in one.words), None)
    if policy is None:
        return None
    if policy.value == "FUTURE_REF" and " " not in low and (clock.narrative or clock.direction is Direction.BACK):
        return None  # "soon repelled" tells what came next, not what is to come
    kind = TimeType.DATE
    if clock.reference is None or clock.narrative:
        return Sense(kind, policy.value, Granularity.VAGUE, policy=policy)
    width = timedelta(days=policy.width)
    back = policy.direction is Direction.BACK
    days = Days(clock.reference - width, clock.reference) if back else Days(clock.reference, clock.reference + width)
    return Sense(kind, policy.value, Granularity.VAGUE, days, days, None, AnchorKind.REFERENCE, policy)


def _open(value: str) -> Sense:
    return Sense(TimeType.DATE, value, Granularity.VAGUE)


def _past(_: re.Match[str], __: Clock) -> Sense | None:
    return _open("PAST_REF")


def _present(_: re.Match[str], __: Clock) -> Sense | None:
    return _open("PRESENT_REF")


def _future(_: re.Match[str], __: Clock) -> Sense | None:
    return _open("FUTURE_REF")


RULES: tuple[Rule, ...] = (
    rule(
        "open-past",
        r"\b(?:(?<=in )the\s+(?:recent\s+|distant\s+)?past\b(?!\s+\w+\s+(?:days|weeks|"
        r"months|years))|recent\s+(?:history|times))\b",
        _past,
        Trigger.ANY,
        anycase=True,
    ),
    rule("open-past", r"\b(?:(?<!the )(?<!The )former|the\s+past(?=[,.;)]))\b", _past, Trigger.ANY, narrative=True),
    rule("open-past", r"\brecent\b", _past, Trigger.ANY, narrative=True),
    rule(
        "open-present",
        r"\b(?:present[- ]day|the\s+present(?:\s+day|\s+time)?|modern[- ]day|(?<=to )date(?=[,.;]))\b",
        _present,
        Trigger.ANY,
        anycase=True,
    ),
    rule("open-present", r"\bcurrent\b", _present, Trigger.ANY),
    rule(
        "open-future",
        r"\b(?:(?<=in )the\s+(?:foreseeable\s+|distant\s+)?future|the\s+(?:foreseeable\s+)?future(?=[,.;]))\b",
        _future,
        Trigger.ANY,
        anycase=True,
    ),
    rule("open-future", r"\bfuture\b", _future, Trigger.ANY, narrative=True),
)
"""Words for past, present and future that no policy gives days to."""
