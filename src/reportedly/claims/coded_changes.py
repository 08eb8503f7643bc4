"""Read the words by which a coder tells what a relay changed, as types of change."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.model.span import Span

TABLE: tuple[tuple[str, str], ...] = (
    ("evidence_upgraded", r"evidence[ _]upgrade\w*|false corroboration"),
    ("quotation", r"altered[ _]quotation|quotation|misquot\w+"),
    ("claimant", r"claimant(?: name)?|wrong source|misattribut\w+|origin changed|source changed"),
    ("fused", r"fused|fusion|summed|sum of|added up"),
    ("hedge_dropped", r"hedge[ _]dropped|hedge\b[^;+]*\b(?:dropped|gone|stated|flatly|removed)"),
    ("hedge_strengthened", r"hedge[ _]strengthened|hedge(?=\s*:)"),
    ("side", r"side(?:[ _]generalised|[ _]generalized)?|whose|victims changed"),
    ("measure", r"category(?: blurred)?|measure"),
    ("bound", r"bound|qualifier"),
    ("figure", r"figure|number|magnitude"),
    ("polarity", r"polarity|denial"),
    ("scope", r"cumulative|scope|one day|in one day"),
    ("stale", r"stale|old news|outdated"),
    ("day", r"date(?:_said)?|day|time|event date|period"),
)
"""Type of change -> the words of a ``distortion`` that mean it. Words that are in no row mean no type that is counted:
``word_spinning``, ``plural``, ``detail`` change the wording and leave the field alone."""

_ANYWHERE = frozenset({"scope", "fused", "hedge_dropped"})
"""Types that are named by what is told of a change rather than by its name."""
_FEW = 6
"""Words up to which a part without a colon is a list of names rather than a sentence."""
_PATTERN = re.compile("|".join(f"(?P<{name}>(?<![\\w-])(?:{words})(?!\\w))" for name, words in TABLE), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Change:
    """One change as a coder names it."""

    type: str
    """Value of ``DriftType``."""
    span: Span
    """The part of the cell that tells it."""


def changes_of(cell: str) -> tuple[Change, ...]:
    """Return the types of change that a cell names, each once.

    Only the names count, not what they explain: of ``side + category: killed -> lost; event date`` the parts before
    each colon, joined by ``+``, ``;`` or ``,``. A total that became the loss of one day (``cumulative``) is a change
    of scope wherever it is told.
    """
    found: dict[str, Change] = {}
    for part in re.finditer(r"[^;]+", cell):
        names = re.split(r":(?=\s|$)", part[0], maxsplit=1)
        told = names[0] if len(names) > 1 or len(part[0].split()) <= _FEW else ""
        kinds = [match.lastgroup or "" for match in _PATTERN.finditer(told)]
        everywhere = [match.lastgroup or "" for match in _PATTERN.finditer(part[0])]
        kinds += [kind for kind in everywhere if kind in _ANYWHERE]
        if "hedge_dropped" in kinds:
            kinds = [kind for kind in kinds if kind != "hedge_strengthened"]
        if len(names) > 1 and not kinds and not found:
            kinds = everywhere
        lead = len(part[0]) - len(part[0].lstrip())
        span = Span(part.start() + lead, part.start() + len(part[0].rstrip()))
        for kind in kinds:
            found.setdefault(kind, Change(kind, span))
    return tuple(sorted(found.values(), key=lambda change: (change.span, change.type)))
