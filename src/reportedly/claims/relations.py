"""Read how a claim measures itself against an earlier one: ``higher than in the video``, ``consistent with``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.claims.content import Content
from reportedly.model.claim import Claim, Ground, Relation

_COMPARING: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "more than",
        re.compile(
            (
                r"\b(?:higher|greater|larger|bigger|more|worse|above|"
                r"exceed\w*)\b[^.;,]{0,20}?\b(?:than|exceed\w*)\s+(?P<what>[^.;]+)"
            ),
            re.IGNORECASE,
        ),
    ),
    ("less than", re.compile(r"\b(?:lower|smaller|fewer|less)\b[^.;,]{0,20}?\bthan\s+(?P<what>[^.;]+)", re.IGNORECASE)),
    ("consistent with", re.compile(r"\bconsistent with\s+(?P<what>[^.;]+)", re.IGNORECASE)),
)
_DIGIT = re.compile(r"^\W*(?:\d|(?:a|one|two|three|four|five|six|seven|eight|nine|ten)\b)", re.IGNORECASE)
_EMPTY = frozenset(
    "the a an in on of that those these what which it is are was were shown given said by for and to".split()
)


def read_relation(content: Content, before: Sequence[Claim]) -> tuple[Relation | None, Ground | None]:
    """Return the relation to the nearest earlier claim that the words compared with refer to.

    Args:
        content: the claim's content.
        before: the claims before it in the document, in order.
    """
    for name, pattern in _COMPARING:
        match = pattern.search(content.text)
        if match is None or _DIGIT.match(match["what"]):
            continue
        target = _referred(match["what"], name, before)
        if target is not None:
            span = content.local(match.start(), match.end())
            return Relation(name, target.id), Ground("relation", "compares", (span,))
    return None, None


def _referred(words: str, name: str, before: Sequence[Claim]) -> Claim | None:
    nouns = {word.lower().rstrip("s") for word in re.findall(r"\w+", words)} - _EMPTY
    for claim in reversed(before):
        counted = bool(claim.quantities) or name == "consistent with"
        said = claim.quote + " " + " ".join(link.name for link in claim.chain)
        held = {word.lower().rstrip("s") for word in re.findall(r"\w+", said)}
        if counted and nouns & held:
            return claim
    return None
