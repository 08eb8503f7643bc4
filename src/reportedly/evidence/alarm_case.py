"""One event as the search for false corroboration sees it: who stands behind each claim, and under which names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from reportedly.evidence.casebook import SHOWN, Casebook, figure_of, origin_key
from reportedly.evidence.phrases import weak_words
from reportedly.model.actors import folded
from reportedly.model.claim import Claim, Link, SourceClass
from reportedly.model.evidence import AlarmCode, Lineage, OriginCount, OriginStanding, Severity
from reportedly.model.reason import Reason
from reportedly.model.span import Span

SPEAKERS = frozenset({SourceClass.PERSON, SourceClass.OFFICE})
NAMELESS = frozenset({SourceClass.ANONYMOUS, SourceClass.REPORTS, SourceClass.CROWD})


@dataclass(frozen=True)
class Raised:
    """A false corroboration before it has an id."""

    code: AlarmCode
    severity: Severity
    looks_like: str
    text: str
    claim_ids: tuple[str, ...]
    spans: tuple[tuple[str, Span], ...] = ()
    """Document ids and the words in them."""
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class AlarmCase:
    """One event with its lineage and origins."""

    book: Casebook
    lineage: Lineage
    count: OriginCount

    def key(self, name: str) -> str:
        """Return a key that is equal for the names of one body; a person or office of a body has the body's."""
        if name not in self._keys:
            self._keys[name] = self._key(name)
        return self._keys[name]

    @cached_property
    def _keys(self) -> dict[str, str]:
        return {}

    def _key(self, name: str) -> str:
        actor = self.book.library.registry.find(name)
        seen: set[str] = set()
        while actor is not None and actor.source_class in SPEAKERS and actor.part_of and actor.id not in seen:
            seen.add(actor.id)
            actor = self.book.library.registry.get(actor.part_of) or actor
        return f"actor:{actor.id}" if actor is not None else self._learned.get(folded(name), folded(name))

    @cached_property
    def _learned(self) -> dict[str, str]:
        """Names whose body the grouping found, with its key; names for two bodies are left out."""
        found: dict[str, set[str]] = defaultdict(set)
        for testimony in self.book.testimonies:
            if testimony.origin.recorded:
                found[folded(testimony.origin.name)].add(origin_key(testimony.origin))
                for claim in self.book.members(testimony):
                    link = said_by(claim)
                    told = self.book.change(testimony, claim) is None and not self.book.through_outlet(testimony, claim)
                    if link is not None and told:
                        found[folded(link.name)].add(origin_key(testimony.origin))
        return {name: min(keys) for name, keys in found.items() if len(keys) == 1}

    @cached_property
    def counted(self) -> tuple[OriginStanding, ...]:
        """The origins that count as independent and affirm."""
        return tuple(one for one in self.count.origins if one.counts and not one.denies and one.origin.recorded)

    @cached_property
    def parents(self) -> dict[str, str]:
        """The claim that each claim was taken from, where it is at hand."""
        return {edge.claim_id: edge.parent_claim_id for edge in self.lineage.edges if edge.parent_claim_id is not None}

    @cached_property
    def bodies(self) -> tuple[str, ...]:
        """The names of those who speak or pass on in the event, longest first."""
        names = {link.name for claim in self.book.claims for link in claim.chain if link.source_class not in SHOWN}
        outlets = {self.book.library.document(claim).outlet or "" for claim in self.book.claims}
        told = [name for name in names | outlets if len(folded(name)) > 2]
        return tuple(sorted(told, key=lambda name: (-len(name), name)))

    @cached_property
    def signs(self) -> tuple[tuple[Claim, Span], ...]:
        """The claims of which somebody only has signs, each with the words that say so."""
        found = ((claim, weak_words(self.book.library, claim)) for claim in self.book.claims)
        return tuple((claim, words) for claim, words in found if words is not None)

    @cached_property
    def names(self) -> tuple[tuple[OriginStanding, frozenset[str]], ...]:
        """The origins of the event, each with its folded names."""
        by_claim = {claim_id: place for place, one in enumerate(self.count.origins) for claim_id in one.claim_ids}
        named = [{folded(one.origin.name)} for one in self.count.origins]
        for claim in self.book.claims:
            link, place = said_by(claim), by_claim.get(claim.id)
            through = self.book.through_outlet(self.book.testimony_of[claim.id], claim)
            if link is not None and place is not None and not through:
                named[place].add(folded(link.name))
        return tuple((one, frozenset(names - {""})) for one, names in zip(self.count.origins, named, strict=True))

    @cached_property
    def figures(self) -> dict[int, tuple[tuple[OriginStanding, Claim], ...]]:
        """The numbers that the event's origins give, each with the origins and the first claim of each."""
        found: dict[int, dict[str, tuple[OriginStanding, Claim]]] = defaultdict(dict)
        by_claim = {claim_id: one for one in self.count.origins for claim_id in one.claim_ids}
        for claim in self.book.claims:
            figure, standing = figure_of(claim), by_claim.get(claim.id)
            if figure is not None and standing is not None and isinstance(figure.turn, int):
                found[figure.turn].setdefault(origin_key(standing.origin), (standing, claim))
        return {number: tuple(told.values()) for number, told in found.items()}

    def page(self, claim: Claim) -> str:
        """Return the name of the page that a claim stands on."""
        document = self.book.library.document(claim)
        return document.outlet or document.title or document.key

    def text(self, claim: Claim) -> str:
        """Return the text that a claim stands in."""
        return self.book.library.document(claim).text

    def outlet(self, claim: Claim) -> str:
        """Return the key of the outlet that a claim stands in; empty where it is not known."""
        name = self.book.library.document(claim).outlet
        return self.key(name) if name else ""


def said_by(claim: Claim) -> Link | None:
    """Return the link whose word a claim is, leaving out films and documents that show it."""
    said = [link for link in claim.chain if link.source_class not in SHOWN]
    return said[-1] if said else None


def spans_of(claim: Claim) -> tuple[tuple[str, Span], ...]:
    """Return the words of a claim and of the source that it names last."""
    link = said_by(claim)
    named = [link.span] if link is not None and link.span is not None else []
    return tuple((claim.document_id, span) for span in (*named, claim.span))


def listed(names: list[str]) -> str:
    """Return names as a list in words."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
