"""Find the parts of totals by the words that say so: ``including 600 killed``, ``nine of them soldiers``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportedly.claims.relations_told import (
    Found,
    Told,
    before_in_sentence,
    earlier,
    may_be_part,
    named_as_older,
    sentence_ends,
)
from reportedly.model.claim import Measure, RelationType
from reportedly.model.measures import contains
from reportedly.model.span import Span

_THOSE = r"(?:dead|killed|deceased|victims|wounded|injured|casualties|missing|captured|detained|fatalities)"
_LEADS = re.compile(
    rf"\b(?P<lead>(?:the|those) {_THOSE} includ(?:e|es|ed|ing)|including|includes?|included|incl\.|"
    rf"among (?:them|whom|which|those|these|the {_THOSE}|those {_THOSE})|"
    rf"of (?:them|whom|which|those|these|the {_THOSE}|those {_THOSE}))"
    r"[,:]?(?:\s+(?:the|were|was|are|is|be|some|deaths of|a total of|just|only|also)){0,3}\s+$",
    re.IGNORECASE,
)
_NAMED = {
    **dict.fromkeys(("dead", "killed", "deceased", "fatalities"), Measure.KILLED),
    **dict.fromkeys(("wounded", "injured"), Measure.WOUNDED),
    "missing": Measure.MISSING,
    "captured": Measure.CAPTURED,
    "detained": Measure.DETAINED,
}
_BEHIND = re.compile(
    rf"^(?:\s+\w+){{0,2}}?\s+(?P<lead>of (?:them|whom|which|those|these|the {_THOSE}|those {_THOSE}))\b|"
    rf"^(?:\s+\w+){{0,3}}?\s+(?P<among>(?:was|were|are) among (?:them|those|the {_THOSE}|those {_THOSE}))\b",
    re.IGNORECASE,
)
_OUT_OF = re.compile(r"(?:\s\w{1,20})?\s(?P<lead>(?:out )?of)\s(?:(?:the|its|their|some|all|these)\s)?", re.IGNORECASE)
_NEXT = re.compile(r"[^.;:()\d]{0,40}?(?P<glue>,|\band|\bplus|, as well as|\bas well as|, and)\s+", re.IGNORECASE)
_CLAUSE = re.compile(
    r"\b(?:was|were|is|are|has|have|had|said|says|while|but|after|before|when|kill(?:ed|ing) \w+ and|injuring|wounding|"
    r"killing|leaving|another|further|more|total|in all)\b",
    re.IGNORECASE,
)
_REACH = 400
"""Characters before a part within which its total must stand."""


def parts_in(text: str, figures: Sequence[Told]) -> Iterator[Found]:
    """Yield each part with its total.

    Args:
        text: the document's text.
        figures: its figures in the order of the text.
    """
    total_of: dict[Span, Told] = {}
    for before, figure in _with_previous(figures):
        found = _led(text, figures, figure) or _listed(text, before, figure, total_of)
        if found is not None:
            total, words, rule = found
            total_of[figure.span] = total
            yield figure, figure.relation(RelationType.PART_OF, total, rule, words)
    for one, other in pairwise(figures):
        match = _OUT_OF.fullmatch(text, one.span.end, other.span.start)
        if match and one.span not in total_of and one.point <= other.point:
            yield one, one.relation(RelationType.PART_OF, other, "some of", Span(*match.span("lead")))


def _with_previous(figures: Sequence[Told]) -> Iterator[tuple[Told | None, Told]]:
    yield from zip((None, *figures), figures, strict=False)


def _led(text: str, figures: Sequence[Told], figure: Told) -> tuple[Told, Span, str] | None:
    """Return the total that the words beside a figure point back to."""
    start, before = before_in_sentence(text, figure)
    match = _LEADS.search(before)
    if match is not None:
        words = Span(start + match.start("lead"), start + match.end("lead"))
        back = not match["lead"].lower().startswith("inc")
        named = match["lead"]
    else:
        behind = _BEHIND.match(text[figure.span.end : figure.span.end + 80])
        if behind is None:
            return None
        group = "lead" if behind["lead"] else "among"
        words, back, named = Span(*behind.span(group)).shifted(figure.span.end), True, behind[group]
    for total in earlier(figures, figure, _REACH):
        ends = sentence_ends(text, total, figure)
        if ends > (1 if back else 0):
            return None
        if named_as_older(text, total) or (ends and total.point <= figure.point):
            continue
        if _meant(named, total.quantity.measure) and (back or may_be_part(total.quantity, figure.quantity)):
            return (total, words, "points back to its total") if total.quantity.high != 1 else None
    return None


def _meant(words: str, measure: Measure) -> bool:
    """Say whether words that point back (``of the dead``) can mean a figure of this measure."""
    named = [held for word, held in _NAMED.items() if word in words.lower()]
    return not named or measure in {*named, Measure.CASUALTIES, Measure.OTHER}


def _listed(text: str, before: Told | None, figure: Told, total_of: dict[Span, Told]) -> tuple[Told, Span, str] | None:
    """Return the total of the part before, where this figure goes on with the list of parts."""
    total = total_of.get(before.span) if before is not None else None
    if before is None or total is None or figure.span.start <= before.span.end:
        return None
    match = _NEXT.fullmatch(text, before.span.end, figure.span.start)
    if match is None or _CLAUSE.search(match.group()) or not may_be_part(total.quantity, figure.quantity):
        return None
    closes = match.group().rstrip().lower().endswith(", and") and sum(one is total for one in total_of.values()) < 2
    if closes and not contains(total.quantity.measure, figure.quantity.measure):
        return None
    return total, Span(*match.span("glue")), "goes on with the list of parts"
