"""Build the chain of each piece: all attributions that cover it, outermost first, with resolved names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.claims import lexicon
from reportedly.claims.attribution import Attribution
from reportedly.claims.cast import Cast
from reportedly.model.actors import folded
from reportedly.model.claim import Link, Polarity, SourceClass
from reportedly.model.span import Span

_CLASS_WORDS: tuple[tuple[SourceClass, frozenset[str]], ...] = (
    (SourceClass.IMAGERY, lexicon.IMAGERY),
    (SourceClass.DATA, frozenset({"data", "figures", "database", "statistics"})),
    (
        SourceClass.DOCUMENT,
        frozenset({"document", "letter", "memo", "report", "statement", "study", "survey", "log", "file"}),
    ),
    (SourceClass.REPORTS, frozenset({"reports"})),
    (
        SourceClass.MILITARY,
        frozenset({"army", "military", "forces", "navy", "brigade", "regiment", "staff", "command"}),
    ),
    (
        SourceClass.AGENCY,
        frozenset({"agency", "intelligence", "directorate", "service", "police", "administration", "bureau"}),
    ),
    (SourceClass.GOVERNMENT, frozenset({"ministry", "government", "department", "kremlin", "pentagon", "presidency"})),
    (
        SourceClass.INSTITUTE,
        frozenset({"institute", "centre", "center", "university", "monitor", "foundation", "think"}),
    ),
    (SourceClass.MEDIUM, lexicon.MEDIA_NOUNS),
    (
        SourceClass.CROWD,
        frozenset({"residents", "witnesses", "survivors", "locals", "bloggers", "milbloggers", "users"}),
    ),
    (
        SourceClass.ANONYMOUS,
        frozenset({"official", "officials", "source", "sources", "diplomat", "diplomats", "insiders"}),
    ),
)
"""Words that tell the class of a source, the more telling first; hand-made."""


def source_class(name: str, *, person: bool) -> SourceClass:
    """Return the class of a source by its head word, or else by any word of its name."""
    core = re.split(r" (?:of|for|in|from|on) ", name)[0].split()
    head = _class_of(set(folded(core[-1]).split())) if core else None
    return head or _by_any_word(name, person=person)


def _class_of(words: set[str]) -> SourceClass | None:
    singular = {word.removesuffix("s") for word in words}
    return next((kind for kind, marks in _CLASS_WORDS if (words | singular) & marks), None)


def _by_any_word(name: str, *, person: bool) -> SourceClass:
    words = set(folded(name).split())
    singular = {word.removesuffix("s") for word in words}
    for kind, marks in _CLASS_WORDS:
        if (words | singular) & marks and not (person and kind is not SourceClass.IMAGERY):
            return kind
    return SourceClass.PERSON if person else SourceClass.UNKNOWN


class Chains:
    """Chains of one document; attributions are named once, in reading order."""

    def __init__(self, cast: Cast, attributions: Sequence[Attribution]) -> None:
        """Name every source.

        Args:
            cast: the names of the document.
            attributions: all attributions of the document in reading order.
        """
        self._cast = cast
        self._order = {id(one): number for number, one in enumerate(attributions)}
        self._links = {id(one): self._named(one) for one in attributions}
        self._attributions = tuple(attributions)

    def _named(self, one: Attribution) -> tuple[Link, ...]:
        if not one.sources and not one.fallback_name:
            return ()
        if not one.sources:
            return (Link(one.fallback_name, None, one.cue, None, SourceClass.REPORTS, one.rule, one.score),)
        links = []
        others = frozenset(folded(self._cast.name(other)) for other in one.sources if not other.pronoun)
        for mention in one.sources:
            name = self._cast.name(mention, others if mention.pronoun else frozenset())
            if mention is not one.sources[-1] and _audience(name):
                continue
            self._cast.heard(name, mention)
            kind = source_class(name, person=self._cast.is_person(name))
            links.append(Link(name, mention.span, one.cue, None, kind, one.rule, one.score))
        return tuple(links)

    def links(self, one: Attribution) -> tuple[Link, ...]:
        """Return the links that an attribution sets, outermost first."""
        return self._links[id(one)]

    def covering(self, span: Span) -> list[Attribution]:
        """Return the attributions whose content holds a span, outermost first."""
        found = [one for one in self._attributions if one.covers(span)]
        found = [one for one in found if not (one.fallback_name and any(_holds(other, one, span) for other in found))]
        return sorted(found, key=lambda one: (-_reach(one, span), one.inner, self._order[id(one)]))

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
    return max(len(content) for content in one.reach if content.start <= span.start and span.end <= content.end + 1)


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
    return bool(words) and words <= own
