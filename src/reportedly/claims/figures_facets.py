"""What speaks for the time that a count covers, for whose it is and for its place in the story: named features."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from reportedly.claims.content import Content
from reportedly.model.span import Span

_AROUND = 8
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_COVERS = re.compile(
    r"(?P<day>\b(?:past|last|previous) (?:24|twenty-four) hours\b|\b(?:past|last|previous) (?:day|night)\b|"
    r"\bover the day\b|"
    r"\bin a day\b)"
    r"|(?P<week>\b(?:past|last|previous|this|over|in a|per|the) week\b|\b(?:7|seven) days\b|\bweekly\b)"
    rf"|(?P<month>\b(?:past|last|previous|this|over|in a|per) month\b|"
    rf"\b(?:in|during|over|since) (?:{_MONTHS})[a-z]*\b(?! \d)|"
    r"\bmonthly\b)"
    r"|(?P<year>\b(?:this|past|last) year\b|\bin (?:19|20)\d\d\b|\b(?:beginning|start) of (?:the |this )?year\b)"
    r"|(?P<cumulative>\bsince\b|\bso far\b|\btotal\b|\bdeath toll\b|\bto date\b|\bduring the (?:war|conflict)\b)",
    re.IGNORECASE,
)
"""Words that say what time a count covers."""
_SCENE = re.compile(
    r"\b(?:shelling|shells?|attack(?:s|ed)?|ambush|blast|explo\w+|bomb\w*|clash(?:es)?|crash|mine|strike|raid|fire|battle|"
    r"sniper|helicopter|shot|shooting|offensive|operation|accident|collision|quake|airport|hospital|bus|car)\b",
    re.IGNORECASE,
)
"""Words for the one thing in which people came to harm."""


def facet_features(content: Content, span: Span, measure: str, seen: Sequence[str]) -> tuple[str, ...]:
    """Return what speaks for the time that a count covers, its victims and its place in the story.

    Args:
        content: the sentence it stands in.
        span: its words.
        measure: what it counts.
        seen: measures of the counts before it in the document.
    """
    tokens = list(content.sentence.tokens)
    own = {token.i for token in content.tokens_at(span)}
    places = [number for number, token in enumerate(tokens) if token.i in own]
    low, high = (places[0], places[-1]) if places else (0, 0)
    verb = content.root
    paragraph = min(content.sentence.paragraph, 6)
    told = content.sentence.span.of(content.parse.text)
    covers = next((match.lastgroup for match in _COVERS.finditer(told)), "none")
    scene = _SCENE.search(told) is not None
    names = [
        "bias",
        f"covers {covers}",
        f"covers {covers} scene {scene}",
        f"scene {scene} {measure}",
        f"measure {measure}",
        f"own {' '.join(token.lower_ for token in tokens[low : high + 1] if token.is_alpha)[:40]}",
        f"article {tokens[low].lower_ if tokens else ''}",
        f"article {tokens[low].lower_ if tokens else ''} {measure}",
        f"paragraph {paragraph}",
        f"paragraph {paragraph} {measure}",
        f"sentence {min(content.sentence.index, 12)}",
        f"counted before {min(sum(one == measure for one in seen), 3)} {measure}",
        f"any before {min(len(seen), 4)}",
        f"tense {content.tense}",
        f"tense {content.tense} {measure}",
        f"verb {verb.lemma_.lower() if verb is not None else ''}",
        *(f"word {token.lemma_.lower()}" for token in tokens if not token.is_punct),
        *(f"left {token.lower_}" for token in tokens[max(0, low - 4) : low]),
        *(f"right {token.lower_}" for token in tokens[high + 1 : high + 1 + _AROUND]),
        *(f"next {_pair(tokens, place)}" for place in range(low, min(high + 4, len(tokens) - 1))),
        *(f"own word {token.lemma_.lower()}" for token in tokens[low : high + 3]),
    ]
    return tuple(dict.fromkeys(names))


def _pair(tokens: Sequence[Any], place: int) -> str:
    return f"{tokens[place].lower_} {tokens[place + 1].lower_}"
