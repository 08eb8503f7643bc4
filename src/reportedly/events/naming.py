"""Whose word it is: the origin of each claim of a story, under one name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reportedly.events.antecedents import antecedent
from reportedly.events.bodies import is_institution, is_medium
from reportedly.events.names import SHOWN, Names, bare_names
from reportedly.events.nodes import Family, Node
from reportedly.model.actors import ActorRegistry, folded
from reportedly.model.aliases import alias_in
from reportedly.model.claim import SourceClass
from reportedly.model.event import Origin
from reportedly.model.wording import is_description


@dataclass(frozen=True)
class Voice:
    """The origin of a node: a key by which nodes are compared, and what output tells of it."""

    key: str
    """Equal for all nodes with one origin; empty where nothing says whose word it is."""
    origin: Origin
    named: str = ""
    """The name as the claim's chain or outlet gives it."""
    own: bool = False
    """Whether the document is the origin's own publication."""
    anonymous: bool = False
    """Whether the origin is only described (``rescuers``, ``a senior official``)."""
    via: str = ""
    """How the name led to the origin, in words."""
    miscalled: str = ""
    """The name of another body under which the report gives the origin; empty where it calls it by its own."""

    @property
    def recorded(self) -> bool:
        """Whether anything says whose word it is."""
        return self.origin.recorded


UNRECORDED = Voice("", Origin("", recorded=False))
"""The voice of a claim that an ordinary outlet makes in its own voice."""


_MOSTLY = 0.25


def _reporters(nodes: Sequence[Node]) -> frozenset[str]:
    """Return the folded outlets that report: of what they print, over a quarter is the word of others."""
    told: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for node in nodes:
        for outlet in sorted({folded(document.outlet or "") for document in node.family.first}):
            told[outlet] += 1
            others[outlet] += bool(node.claim.chain)
    return frozenset(outlet for outlet, count in told.items() if others[outlet] > _MOSTLY * count)


class Voices:
    """Gives each node its voice."""

    def __init__(self, nodes: Sequence[Node], registry: ActorRegistry) -> None:
        """Read the names of all nodes once."""
        self._registry = registry
        self.names = Names(nodes, registry)
        self._reporters = _reporters(nodes)
        self._before = {
            late.claim_ids: early
            for early, late in pairwise(sorted(nodes, key=lambda node: (node.family.key, node.place, node.order)))
            if early.claim.chain and not late.claim.chain and late.continues(early)
        }

    def of(self, node: Node) -> Voice:
        """Return whose word a node is."""
        chain = node.claim.chain
        if not chain:
            before = self._before.get(node.claim_ids)
            return self.of(before) if before is not None else self._own(node.family)
        last = chain[-1]
        if last.source_class in SHOWN and self._registry.find(last.name) is None:
            publisher = self._named(chain[-2].name, node.family) if len(chain) > 1 else self._own(node.family)
            return (
                self._shown(publisher, last.name, last.source_class) if publisher.recorded else self._bare_image(node)
            )
        meant = antecedent(node.text, node.claim.span, last.name)
        if meant is not None:
            return self._named(meant, node.family)
        alias = alias_in(node.text, last.name, self._registry)
        voice = self._named(alias.meant if alias else last.name, node.family, last.source_class)
        if alias is not None:
            return replace(voice, named=last.name, miscalled=alias.miscalled)
        return replace(voice, own=True, via="") if self._own(node.family).key == voice.key else voice

    def _own(self, family: Family) -> Voice:
        keys = {self._institution(document.outlet) for document in family.first}
        if len(keys) != 1 or "" in keys:
            return UNRECORDED
        key = keys.pop()
        named = min(document.outlet or "" for document in family.first)
        return Voice(key, self._origin(key, named), named, own=True)

    def _institution(self, outlet: str | None) -> str:
        if not outlet:
            return ""
        key = self.names.body(bare_names(outlet)[0], None)
        actor = self.names.actor(key)
        if actor is not None:
            return "" if actor.source_class is SourceClass.MEDIUM else key
        spelled = self.names.spelled(key)
        if is_institution(spelled):
            return key
        ordinary = key in self.names.relays or is_medium(spelled) or folded(outlet) in self._reporters
        return key if key in self.names.origins and not ordinary else ""

    def _named(self, name: str, family: Family, source_class: SourceClass = SourceClass.UNKNOWN) -> Voice:
        bare = bare_names(name)
        key = self.names.body(bare[0], family)
        described = key in {folded(name), folded(bare[0])} and is_description(bare[0])
        people = self._registry.is_people(bare[0])
        if source_class in {SourceClass.ANONYMOUS, SourceClass.REPORTS, SourceClass.CROWD} or people:
            described = True
        via = ""
        if folded(bare[0]) != key and folded(self.names.spelled(key)) != folded(bare[0]):
            via = f"{bare[0]} is, or speaks for, {self.names.spelled(key)}"
        return Voice(key, self._origin(key, name, source_class), name, anonymous=described, via=via)

    def _origin(self, key: str, named: str, source_class: SourceClass = SourceClass.UNKNOWN) -> Origin:
        actor = self.names.actor(key)
        return Origin(
            self.names.spelled(key) if actor or key != folded(named) else named,
            actor.id if actor else None,
            self.names.side(key, named),
            actor.source_class if actor else source_class,
        )

    def _shown(self, publisher: Voice, name: str, source_class: SourceClass) -> Voice:
        """Imagery that a party to the conflict publishes stands beside its word; an analyst's imagery is its word."""
        if publisher.origin.side is None or source_class is not SourceClass.IMAGERY:
            return publisher
        key = self.names.root(publisher.key)
        origin = Origin(f"footage published by {self.names.spelled(key)}", None, publisher.origin.side, source_class)
        return Voice(f"shown:{key}", origin, name, publisher.own)

    def _bare_image(self, node: Node) -> Voice:
        link = node.claim.chain[-1]
        key = folded(link.name)
        return Voice(key, Origin(link.name, None, None, link.source_class), link.name, anonymous=True)
