"""Read how a claim measures itself against an earlier one: ``higher than in the video``, ``twice as many as``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.claims.content import Content
from reportedly.model.claim import Claim, Ground, Measure, Relation, RelationType

_TIMES = (
    r"(?:(?P<times>twice|double|triple|quadruple|half|a third|one third|a quarter|a tenth|two thirds|two-thirds|"
    r"three quarters|three-quarters|"
    r"(?P<number>\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten|twenty|a hundred)[ -](?:times|fold))\s+)"
)
_TOLL = r"(?:number|toll|death toll|figure|figures|count|total|losses|tally|estimate)"
_COMPARING: tuple[tuple[RelationType | None, re.Pattern[str]], ...] = (
    (
        None,
        re.compile(
            rf"\b{_TIMES}(?:as (?:many|high|large|big|heavy|great)\b[^.;,]{{0,24}}?\bas\s+|"
            rf"(?:of\s+)?(?=what\b|the {_TOLL}\b|that\b|last\b)|"
            rf"(?:the|that|its|their) {_TOLL}\s+(?:of|in|from|given|that|which)?\s*)"
            r"(?P<what>[^.;]+)",
            re.IGNORECASE,
        ),
    ),
    (
        RelationType.MORE_THAN,
        re.compile(
            (
                rf"\b{_TIMES}?(?:higher|greater|larger|bigger|more(?! (?:often|likely|than likely))|worse|above|"
                r"exceed\w*)\b[^.;,]{0,20}?\b(?:than|exceed\w*)\s+(?P<what>[^.;]+)"
            ),
            re.IGNORECASE,
        ),
    ),
    (
        RelationType.LESS_THAN,
        re.compile(
            rf"\b{_TIMES}?(?:lower|smaller|fewer|less)\b[^.;,]{{0,20}}?\bthan\s+(?P<what>[^.;]+)", re.IGNORECASE
        ),
    ),
    (RelationType.CONSISTENT_WITH, re.compile(r"\bconsistent with\s+(?P<what>[^.;]+)", re.IGNORECASE)),
)
_FACTORS = {
    "twice": 2.0,
    "double": 2.0,
    "triple": 3.0,
    "quadruple": 4.0,
    "half": 0.5,
    "a third": 1 / 3,
    "one third": 1 / 3,
    "a quarter": 0.25,
    "a tenth": 0.1,
    "two thirds": 2 / 3,
    "two-thirds": 2 / 3,
    "three quarters": 0.75,
    "three-quarters": 0.75,
}
_NUMBERS = dict(zip("two three four five six seven eight nine ten".split(), range(2, 11), strict=True))
_NUMBERS |= {"twenty": 20, "a hundred": 100}

_TRUE = re.compile(
    r"\b(?:true|actual|real)\b[^.;,]{0,20}?\b(?P<counted>toll|number|figure|count|total|losses|casualties|deaths)\b"
    r"[^.;]{0,60}?\b(?P<way>higher|greater|larger|more|worse|lower|smaller|fewer|less)\b"
    r"(?!\s+than\s+(?!(?:is\s+|are\s+|was\s+|were\s+|currently\s+|so far\s+)*(?:reported|indicated|stated|given|shown|"
    r"announced|known|recorded|published|acknowledged|thought)\b))",
    re.IGNORECASE,
)
"""``The true toll may be higher``, with what was reported or with nothing named after it."""
_LESS = frozenset({"lower", "smaller", "fewer", "less"})
_DEAD = re.compile(r"\b(?:death|dead|deaths|killed|toll)\b", re.IGNORECASE)
_DIGIT = re.compile(
    r"^\W*(?:\d|(?:a|one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|tens|half)\b)",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:than|of|as|twice|double|triple|half)(?: what)?\s*$", re.IGNORECASE)
"""A content that ends where the other figure should be named."""
_EMPTY = frozenset(
    "the a an in on of that those these what which it is are was were shown given said by for and to had has have last "
    "previou thi their they he she who number figure toll total".split()
)
_PERIOD = re.compile(
    r"\b(?:last|previous|the same) (?:week|month|year|day|quarter)\b|"
    r"\b(?:week|month|year|day) (?:before|earlier|ago)\b|\byesterday\b",
    re.IGNORECASE,
)


def read_relation(content: Content, before: Sequence[Claim]) -> tuple[Relation | None, Ground | None]:
    """Return the relation to the nearest earlier claim that the words compared with refer to.

    Args:
        content: the claim's content.
        before: the claims before it in the document, in order.
    """
    text = content.text + (_rest(content) if _OPEN.search(content.text) else "")
    for name, pattern in _COMPARING:
        match = pattern.search(text)
        if match is None or _DIGIT.match(match["what"]):
            continue
        factor = _factor(match)
        kind = name or (RelationType.MORE_THAN if (factor or 0) > 1 else RelationType.LESS_THAN)
        target = _referred(match["what"], kind, before)
        if target is not None:
            span = content.local(match.start(), match.end())
            return Relation(kind, target.id, factor), Ground("relation", "compares", (span,))
    return _true_number(content, before)


def _rest(content: Content) -> str:
    """Return the words between a content and the end of its sentence: what it is compared with was cut off it."""
    return re.split(r"[.;\n]", content.parse.text[content.span.end : content.span.end + 120])[0]


def _factor(match: re.Match[str]) -> float | None:
    """Return how many times the other number it is; None where nothing says so."""
    groups = match.groupdict()
    if groups.get("number"):
        number = groups["number"].lower()
        return float(_NUMBERS.get(number) or number) if not number[0].isdigit() else float(number)
    return _FACTORS.get((groups.get("times") or "").lower())


def _true_number(content: Content, before: Sequence[Claim]) -> tuple[Relation | None, Ground | None]:
    """Read ``the true toll may be higher``: above the most dead told so far, or the figure told last."""
    match = _TRUE.search(content.text)
    if match is None:
        return None, None
    kind = RelationType.LESS_THAN if match["way"].lower() in _LESS else RelationType.MORE_THAN
    deadly = bool(_DEAD.search(match.group()))
    told = sorted(before, key=_most_dead, reverse=True) if deadly else [one for one in before[::-1] if one.quantities]
    if not told or (deadly and not _most_dead(told[0])):
        return None, None
    span = content.local(match.start(), match.end())
    return Relation(kind, told[0].id), Ground("relation", "the true number", (span,))


def _most_dead(claim: Claim) -> int:
    dead = [one for one in claim.quantities if one.measure in {Measure.KILLED, Measure.CASUALTIES}]
    return max((one.low or one.high or 0 for one in dead), default=0)


def _referred(words: str, kind: RelationType, before: Sequence[Claim]) -> Claim | None:
    nouns = {word.lower().rstrip("s") for word in re.findall(r"\w+", words)} - _EMPTY
    period = _PERIOD.search(words)
    for claim in reversed(before):
        counted = bool(claim.quantities) or kind is RelationType.CONSISTENT_WITH
        said = claim.quote + " " + " ".join(link.name for link in claim.chain)
        held = {word.lower().rstrip("s") for word in re.findall(r"\w+", said)}
        if period is not None and period.group().lower() not in said.lower():
            continue
        if counted and (period is not None or nouns & held):
            return claim
    return None
