"""Read how the words before a time expression bound what it dates."""

from __future__ import annotations

import re

from reportedly.model.times import Bound

_BOUNDS: tuple[tuple[Bound, re.Pattern[str]], ...] = (
    (
        Bound.AS_OF,
        re.compile(r"\b(?:as of|as at|as on|up to and including|up to|runs? to|ran to)\s+(?:late\s+)?$", re.IGNORECASE),
    ),
    (
        Bound.SINCE,
        re.compile(
            r"\b(?:since|starting|beginning)\s+(?:on\s+|in\s+|early\s+|late\s+)?"
            r"(?:(?:the\s+|its\s+|their\s+)?(?:\w+\s+){1,2}(?:of|on|in)\s+)?$",
            re.IGNORECASE,
        ),
    ),
    (
        Bound.BY,
        re.compile(r"\b(?:by|no later than|not later than)\s+(?:the\s+)?(?:\w+\s+(?:on|of)\s+)?$", re.IGNORECASE),
    ),
    (
        Bound.UNTIL,
        re.compile(r"\b(?<!not )(?:until|till|through)\s+(?:the\s+)?(?:\w+\s+(?:on|of)\s+)?$", re.IGNORECASE),
    ),
    (Bound.BEFORE, re.compile(r"\b(?:before|prior to|ahead of|not until|eve of)\s+$", re.IGNORECASE)),
    (Bound.AFTER, re.compile(r"\b(?:after|following)\s+$", re.IGNORECASE)),
)
_REACH = 32
"""Characters before an expression that are looked at."""


def read_bound(text: str, start: int) -> Bound:
    """Return the bound that the words of ``text`` before ``start`` set; ``at`` where they set none."""
    before = text[max(0, start - _REACH) : start]
    return next((bound for bound, pattern in _BOUNDS if pattern.search(before)), Bound.AT)
