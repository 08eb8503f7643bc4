"""Tell from the words of a clause whether it looks back or ahead, without a parser."""

from __future__ import annotations

import re

from reportedly.model.times import Direction

_MARKS = re.compile(
    r"\b(?:(?P<ahead>(?:will|shall|won['’]t|would|to\s+be|(?:is|are|was|were|been)\s+(?:to|due|scheduled|slated|set|expected|planned|"
    r"likely)\b|due|scheduled|slated|expected|planned|plans?|planning|hopes?|intends?|ahead\s+of|upcoming|deadline|"
    r"going\s+to|aims?|until)\b(?:\s+(?:not|be|have|been|also|then|to|for|on|in|by))*(?:\s+\w+ed\b)?)|"
    r"(?P<back>said|says|told|was|were|had|did|announced|reported|has|have|(?!need|exceed|proceed|succeed|speed|feed|seed)\w{2,}ed|"
    r"began|came|went|took|made|fell|rose|won|lost|struck|met|left|found|saw|gave|held|sent|shot|hit|became|got|led|"
    r"since|ago))\b",
    re.IGNORECASE,
)
_REACH = 160
_STOPS = re.compile(r"[.!?;]\s|\n")


_TOWARDS = re.compile(
    r"\b(?:until|till|scheduled for|set for|due|called for|announced for|summoned for)\s+(?:on\s+|in\s+)?$",
    re.IGNORECASE,
)


def looks_towards(text: str, start: int) -> bool:
    """Say whether the words right before an expression point to a day ahead, whatever the tense: ``until Monday``."""
    return _TOWARDS.search(text[max(0, start - 24) : start]) is not None


def read_direction(text: str, start: int, end: int) -> Direction:
    """Return where the words before an expression look, or those after it where none stand before.

    The last mark before the expression decides: ``will open in March`` looks ahead, ``will open, he said on Monday``
    back.
    """
    before = text[max(0, start - _REACH) : start]
    stop = None
    for stop in _STOPS.finditer(before):  # noqa: B007 - the last one is wanted
        pass
    if stop is not None:
        before = before[stop.end() :]
    last = None
    for last in _MARKS.finditer(before):  # noqa: B007
        pass
    if last is None:
        after = text[end : end + _REACH // 2]
        halt = _STOPS.search(after)
        last = _MARKS.search(after[: halt.start()] if halt else after)
    return Direction.AHEAD if last is not None and last["ahead"] else Direction.BACK
