"""Build the chain of each piece: all attributions that cover it, outermost first, with resolved names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cmp_to_key

from reportedly.claims import lexicon
from reportedly.claims.attribution import Attribution
from reportedly.claims.cast import Cast
from reportedly.claims.nesting import parents_of
from reportedly.claims.source_class import source_class
from reportedly.model.actors import folded
from reportedly.model.claim import Link, Polarity, SourceClass
from reportedly.model.span import Span

ALIKE = 0.75
"""Share from which two contents reach equally far."""
RELAYED = re.compile(
    r"as (?:first |also |previously )?(?:reported|quoted|cited|relayed|told)|according to", re.IGNORECASE
)
"""Cues that are set around what somebody else is made to say in the same clause."""
_RANKS = {
    SourceClass.REPORTS: -2,
    SourceClass.MEDIUM: -1,
    SourceClass.DOCUMENT: 1,
    SourceClass.IMAGERY: 1,
    SourceClass.DATA: 1,
}


class Chains:
    """Chains of one document; attributions are named once, in reading order."""

    def __init__(self, cast: Cast, attributions: Sequence[Attribution]) -> None:
        """Name every source.

        Args:
            cast: the names of the document.
            attributions: all attributions of the document in reading order.
        """
        self._cast = cast
        self._attributions = tuple(attributions)
        self._order = {id(one): number for number, one in enumerate(attributions)}
        self._above = parents_of(attributions)
        self._links: dict[int, tuple[Link, ...]] = {}
        for number in range(len(attributions)):
            self._name(number)

    def _name(self, number: int) -> tuple[Link, ...]:
        """Name the sources of an attribution, those of the attribution that it stands in first."""
        one = self._attributions[number]
        if id(one) not in self._links:
            self._links[id(one)] = ()
            above = self._above[number]
            outer = self._name(above) if above is not None else ()
            self._links[id(one)] = self._named(one, outer[-1].name if outer else "")
        return self._links[id(one)]

    def _named(self, one: Attribution, enclosing: str) -> tuple[Link, ...]:
        if not one.sources and not one.fallback_name:
            return ()
        if not one.sources:
            return (Link(one.fallback_name, None, one.cue, None, SourceClass.REPORTS, one.found_by, one.score),)
        links = []
        pronoun = any(mention.pronoun for mention in one.sources)
        beside = [other for other in one.sources if pronoun and not other.pronoun]
        others = frozenset(folded(self._cast.name(other)) for other in beside)
        for mention in one.sources:
            name = self._cast.name(mention, others if mention.pronoun else frozenset(), enclosing=enclosing)
            if mention is not one.sources[-1] and _audience(name):
                continue
            self._cast.heard(name, mention)
            kind = source_class(name, person=self._cast.is_person(name)).source_class
            links.append(Link(name, mention.span, one.cue, None, kind, one.found_by, one.score))
        return tuple(links)

    def links(self, one: Attribution) -> tuple[Link, ...]:
        """Return the links that an attribution sets, outermost first."""
        return self._links[id(one)]

    def above(self, one: Attribution) -> Attribution | None:
        """Return the attribution that an attribution stands in, if any."""
        number = self._above[self._order[id(one)]]
        return None if number is None else self._attributions[number]

    def covering(self, span: Span) -> list[Attribution]:
        """Return the attributions whose content holds a span, outermost first."""
        found = [one for one in self._attributions if one.covers(span)]
        found = [one for one in found if not (one.fallback_name and any(_holds(other, one, span) for other in found))]

        def compared(one: Attribution, other: Attribution) -> int:
            return self._outer_first(one, other, span)

        return sorted(found, key=cmp_to_key(compared))

    def _outer_first(self, one: Attribution, other: Attribution, span: Span) -> int:
        """Below 0 where the first relays the second: it reaches further, or, reaching alike, it is what relays."""
        left, right = _reach(one, span), _reach(other, span)
        if min(left, right) < ALIKE * max(left, right):
            return right - left
        ranks = self._rank(one) - self._rank(other)
        return ranks or right - left or self._order[id(one)] - self._order[id(other)]

    def _rank(self, one: Attribution) -> int:
        """How far inside a source stands among those of one content: relays first, what is cited and shown last."""
        if one.inner:
            return 2
        links = self._links[id(one)]
        kind = links[-1].source_class if links else SourceClass.UNKNOWN
        relayed = RELAYED.match(one.cue.of(self._cast.parse.text))
        return -2 if relayed else _RANKS.get(kind, 0)

    def chain(self, span: Span, outlet: str | None) -> tuple[tuple[Link, ...], Polarity, tuple[Span, ...]]:
        """Return the chain for a content, its polarity and the cues that introduce it.

        Args:
            span: the content.
            outlet: publisher of the document; it is never a link.
        """
        links: list[Link] = []
        polarity = Polarity.AFFIRMED
        cues: list[Span] = []
        for one in self.covering(span):
            cues.append(one.cue)
            polarity = one.polarity
            for link in self._links[id(one)]:
                if any(folded(link.name) == folded(other.name) for other in links):
                    continue
                if _publisher(link.name, outlet) or link.name.lower() in lexicon.FIRST_PERSON:
                    continue
                links.append(link)
        return tuple(links), polarity, tuple(cues)


def _reach(one: Attribution, span: Span) -> int:
    """Characters of all contents, or of what is carried on where the span lies there."""
    if any(content.overlaps(span) for content in one.contents):
        return sum(len(content) for content in one.contents)
    return sum(len(content) for content in one.carried)


def _holds(other: Attribution, hearsay: Attribution, span: Span) -> bool:
    """Whether a named attribution holds the hearsay cue itself: then the named source is the one who reports."""
    return bool(other.sources) and other is not hearsay and other.covers(hearsay.cue) and other.covers(span)


def _audience(name: str) -> bool:
    return folded(name) in lexicon.AUDIENCES and not name[:1].isupper()


def _publisher(name: str, outlet: str | None) -> bool:
    """Whether a name means the document's own publisher: its name, or a description in words of it (``the Centre``)."""
    if not outlet:
        return False
    words, own = set(folded(name).split()), set(folded(outlet).split())
    if name.startswith((f"{outlet}'s ", f"{outlet}’s ")):
        return True
    return bool(words) and words <= own
