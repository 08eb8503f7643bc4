"""Nodes: claims with one wording in one text, so that a reprint never adds weight to a grouping."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from reportedly.model.actors import folded
from reportedly.model.claim import Claim, Measure, Quantity, SourceClass
from reportedly.model.days import Days
from reportedly.model.document import Document
from reportedly.model.ids import digest
from reportedly.model.span import Span
from reportedly.model.wording import (
    content,
    names,
    refers_back,
    says_of_victims,
    sentence_around,
    shingles,
    stem,
    wording,
)

_SINCE = re.compile(r"\b(since|in all|so far|altogether|in total|still|to date|up to now)\b", re.IGNORECASE)
_FACETS: tuple[tuple[str, str], ...] = (
    ("=hunger", "hunger"),
    ("=kill", "killed"),
    ("=wound", "wounded"),
    ("=detain", "detained"),
    ("=miss", "missing"),
    ("=displace", "displaced"),
    ("=rescue", "rescued"),
    ("=aboard", "aboard"),
    ("=trap", "trapped"),
    ("=crowd", "crowd"),
    ("=vehicle", "vehicles"),
    ("=capture", "captured"),
    ("=deploy", "deployed"),
    ("=infect", "infected"),
)
"""Concept of a wording -> what a figure of measure ``other``, or a claim without figures, is about; the first wins."""
_PRONOUN = re.compile(r"(?:it|its|they|their|them|this|that|these|those|he|she|his|her)\b", re.IGNORECASE)
_AND = re.compile(r"[\s,;]*(?:and|but|or)?\s*")
_DEEDS = frozenset({"=kill", "=wound", "=shoot", "=strike", "=capture", "=destroy"})
"""Concepts whose verbs need not end in ``ed`` (``shot``, ``hit``, ``struck``)."""
_ANYBODY = frozenset("people persons men women residents inhabitants civilians passengers employees workers".split())
PEOPLE = frozenset(("=police", "=fighter", "=soldier", "=crowd", "=child", "civilian", "=aboard", "crew"))
"""Kinds of people; a figure of one kind is hardly the figure of another."""
_MANY = 20
_PASSAGE = 400
"""Characters on either side beyond which a long paragraph no longer tells what a claim is about."""
_TELLING = 6
"""How many of the facets also tell what a claim without figures is about."""


@dataclass(frozen=True, eq=False)
class Family:
    """All documents with one and the same text; as evidence they are one report."""

    key: str
    text: str
    documents: tuple[Document, ...]
    """The members by day of publication, then id; those without a day last."""

    @cached_property
    def day(self) -> date | None:
        """The earliest known day of publication."""
        return self.documents[0].day

    @cached_property
    def first(self) -> tuple[Document, ...]:
        """The members that nothing at hand precedes: a copy of the same day without a minute may be the first."""
        days = [document for document in self.documents if document.day == self.day]
        minutes = [document.published.at for document in days if document.published and document.published.at]
        earliest = min(minutes, key=datetime.isoformat, default=None)
        return tuple(d for d in days if not (d.published and d.published.at) or d.published.at == earliest)

    @cached_property
    def title(self) -> str:
        """The title under which the text stood first; empty where its first documents differ."""
        titles = {document.title or "" for document in self.first}
        return titles.pop() if len(titles) == 1 else ""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The stems of the content words of title and text."""
        return content(self.title) + content(self.text)

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """The four-word runs of the text, numbers as equal: what two copies share."""
        return shingles(wording(self.text))

    @cached_property
    def names(self) -> frozenset[str]:
        """The words of the text that are written as names."""
        return names(self.text)

    @cached_property
    def held(self) -> frozenset[str]:
        """The stems of title and text without their concept marks."""
        return frozenset(word.lstrip("=") for word in self.words)


@dataclass(frozen=True, eq=False)
class Node:
    """Claims that stand at the same words of the same text; the first one speaks for all."""

    family: Family
    claim: Claim
    claim_ids: tuple[str, ...]
    """The claims, that of the earliest document first."""
    text: str
    """The text of the first claim's document."""
    place: int
    """How many characters other than white space stand before the claim."""
    leader: Node | None = None
    """The first claim of the saying that this one plainly repeats; its scope holds for the repetitions."""

    @cached_property
    def order(self) -> tuple[str, str, str, int, str, str, str]:
        """A sort key that does not depend on ids of documents or on the order of input."""
        published = self.family.documents[0].published
        day = self.family.day.isoformat() if self.family.day else "9999"
        minute = published.at.isoformat() if published and published.at else "9999"
        chain = "/".join(link.name for link in self.claim.chain)
        return (day, minute, self.family.key, self.place, self.claim.quote, chain, min(self.claim_ids))

    @cached_property
    def sentence(self) -> str:
        """The sentence around the claim."""
        return sentence_around(self.text, self.claim.span).of(self.text)

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems of the content words of the quote."""
        return frozenset(content(self.claim.quote))

    @cached_property
    def around(self) -> frozenset[str]:
        """The stems of the sentence around the quote, and of the one before where the quote begins with a pronoun."""
        sources = {word for link in self.claim.chain for word in content(link.name)}
        held = content(self.sentence)
        if _PRONOUN.match(self.claim.quote):
            start = sentence_around(self.text, self.claim.span).start
            before = self.text[:start].rstrip()
            if before and "\n" not in self.text[len(before) : start]:
                held += content(sentence_around(self.text, Span(len(before) - 1, len(before))).of(self.text))
        return frozenset(held) - self.words - sources

    @cached_property
    def names(self) -> frozenset[str]:
        """The names in the quote and its place names, without the names of the chain."""
        places = {word.lstrip("=") for place in self.claim.where for word in content(place.name)}
        inside = {word for word in names(self.sentence) if word in self.words or f"={word}" in self.words}
        return frozenset(inside | places)

    @cached_property
    def passage(self) -> frozenset[str]:
        """The stems of the paragraph that the claim stands in: what it is about beyond its own sentence."""
        begin = self.text.rfind("\n", 0, self.claim.span.start) + 1
        end = self.text.find("\n", self.claim.span.end)
        begin = max(begin, self.claim.span.start - _PASSAGE)
        end = min(end if end >= 0 else len(self.text), self.claim.span.end + _PASSAGE)
        sources = {word for link in self.claim.chain for word in content(link.name)}
        return frozenset(content(self.text[begin:end])) - sources

    @cached_property
    def source(self) -> str:
        """The folded name of the origin that the chain names; empty without a chain."""
        return folded(self.claim.chain[-1].name) if self.claim.chain else ""

    @cached_property
    def shown(self) -> bool:
        """Whether imagery is given for the claim."""
        return any(link.source_class is SourceClass.IMAGERY for link in self.claim.chain)

    @cached_property
    def figures(self) -> tuple[Quantity, ...]:
        """The figures of the claim that carry a number and do not only refer to one told before."""
        return tuple(q for q in self.claim.quantities if q.low is not None or q.high is not None if not self._back(q))

    @cached_property
    def turns(self) -> frozenset[int | tuple[int, int]]:
        """The numbers that the figures turn on."""
        return frozenset(quantity.turn for quantity in self.figures)

    @cached_property
    def sizes(self) -> tuple[tuple[Measure, int], ...]:
        """Measure and number of each figure, the upper one of a range, at least 1."""
        ends = ((q.measure, q.turn) for q in self.figures)
        return tuple((measure, max(max(end) if isinstance(end, tuple) else end, 1)) for measure, end in ends)

    @cached_property
    def people(self) -> frozenset[str]:
        """The kinds of people that the figures count, as far as their words tell."""
        held = frozenset(stem for quantity in self.figures for stem in content(quantity.of))
        return held & PEOPLE

    def _back(self, quantity: Quantity) -> bool:
        return quantity.span is not None and refers_back(self.text[: quantity.span.start][-20:])

    @cached_property
    def facets(self) -> frozenset[str]:
        """What the claim counts or speaks of: a measure, or a concept of its words; empty where neither is plain."""
        if self.figures:
            return frozenset(self._facet(quantity) for quantity in self.figures) - {""}
        return frozenset(facet for concept, facet in _FACETS[:_TELLING] if concept in self.words)

    @cached_property
    def subject(self) -> str:
        """What the first figure counts; empty without a figure."""
        return self._facet(self.figures[0]) if self.figures else ""

    def _facet(self, quantity: Quantity) -> str:
        if quantity.measure is Measure.KILLED and "=hunger" in self.words:
            return "hunger"
        if quantity.measure in {Measure.KILLED, Measure.WOUNDED}:
            return says_of_victims(self.claim.quote) or quantity.measure.value
        if quantity.measure is not Measure.OTHER:
            return quantity.measure.value
        counted = frozenset(content(quantity.of))
        if counted & {"=police", "=soldier", "=fighter"}:
            return "forces"
        few = max(quantity.low or 0, quantity.high or 0) < _MANY
        for stems, facets in ((counted | self.words, _FACETS[1:]), (self.around, _FACETS[_TELLING:])):
            for concept, facet in facets:
                if concept in stems and not (few and facet == "crowd"):
                    return facet
        return _counted(quantity.of)

    def continues(self, before: Node) -> bool:
        """Say whether this claim is a clause that takes its subject from another before it (``and wounded 47``)."""
        if self.family.key != before.family.key or self.claim.document_id != before.claim.document_id:
            return False
        gap = self.text[before.claim.span.end : self.claim.span.start]
        first = self.claim.quote.split(maxsplit=1)[0]
        verb = first.islower() and (first.endswith("ed") or stem(first) in _DEEDS)
        return before.claim.span.end <= self.claim.span.start and verb and bool(_AND.fullmatch(gap))

    def telling(self, other: Node) -> frozenset[str]:
        """Return the words of the quote without those that a measure it shares with another claim is made of."""
        common = self.facets & other.facets
        if common not in self._telling:
            self._telling[common] = self.words - {concept for concept, facet in _FACETS if facet in common}
        return self._telling[common]

    @cached_property
    def _telling(self) -> dict[frozenset[str], frozenset[str]]:
        return {frozenset(): self.words}

    @cached_property
    def cumulative(self) -> bool:
        """Whether the claim is a running total rather than the count of one incident."""
        if self.leader is not None:
            return self.leader.cumulative
        return bool(_SINCE.search(self.claim.quote)) or any(q.scope == "cumulative" for q in self.figures)

    @cached_property
    def days(self) -> Days | None:
        """The days of the content; a long period is no day, and a repetition keeps the day of the first report."""
        if self.leader is not None and self.leader.days is not None:
            return self.leader.days
        when = self.claim.when
        return when if when is not None and when.length <= 9 else None

    @cached_property
    def scene_days(self) -> Days | None:
        """The days on which the figure holds, else the days of the content; None where neither is told."""
        held = next((q.as_of for q in self.figures if q.as_of is not None), None)
        return Days.on(held) if held is not None else self.days

    @cached_property
    def since(self) -> date | None:
        """The first day of the period of a running total."""
        if self.leader is not None:
            return self.leader.since
        when = self.claim.when
        return when.first if when is not None and when.length > 1 and _SINCE.search(self.claim.quote) else None


def _counted(of: str) -> str:
    """Return a facet for what is counted where no other tells: people whoever they are, or the noun itself."""
    stems = content(re.split(r"\b(?:of|in|from|on|at|with|for|who|that)\b", of, maxsplit=1)[0])
    if not stems or _ANYBODY & set(re.findall(r"\w+", of.casefold())):
        return "people" if of else ""
    return f"of {stems[-1].lstrip('=')}"


def families(documents: Iterable[Document]) -> dict[str, Family]:
    """Return each document's family by document id; white space does not make two texts different."""
    members: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        members[digest(" ".join(document.text.split()))].append(document)
    found: dict[str, Family] = {}
    for key, group in members.items():
        ordered = tuple(sorted(group, key=_publication))
        family = Family(key, ordered[0].text, ordered)
        found.update((document.id, family) for document in ordered)
    return found


def _publication(document: Document) -> tuple[str, str, str]:
    day = document.day
    at = document.published.at if document.published else None
    return (day.isoformat() if day else "9999", at.isoformat() if at else "9999", document.id)


def nodes_of(
    claims: Sequence[Claim], family_of: Mapping[str, Family], apart: Iterable[frozenset[str]] = ()
) -> tuple[Node, ...]:
    """Gather the claims that stand at the same words of the same text.

    Args:
        claims: the claims; those of documents that are not at hand are left out.
        family_of: family by document id.
        apart: pairs of claim ids that a person holds apart; they never share a node.
    """
    texts = {document.id: document.text for family in family_of.values() for document in family.documents}
    places: dict[tuple[str, int, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        family = family_of.get(claim.document_id)
        if family is not None:
            before = len("".join(texts[claim.document_id][: claim.span.start].split()))
            places[(family.key, before, " ".join(claim.quote.split()))].append(claim)
    split = set(apart)
    made = []
    for (_, place, _), group in places.items():
        family = family_of[group[0].document_id]
        rank = {document.id: at for at, document in enumerate(family.documents)}
        group.sort(key=lambda claim: (rank[claim.document_id], claim.id))
        for part in _parts(group, split):
            ids = tuple(dict.fromkeys(claim.id for claim in part))
            made.append(Node(family, part[0], ids, texts[part[0].document_id], place))
    return tuple(sorted(made, key=lambda node: node.order))


def _parts(group: Sequence[Claim], apart: set[frozenset[str]]) -> list[list[Claim]]:
    parts: list[list[Claim]] = []
    for claim in group:
        for part in parts:
            if all(frozenset((claim.id, other.id)) not in apart for other in part):
                part.append(claim)
                break
        else:
            parts.append([claim])
    return parts
