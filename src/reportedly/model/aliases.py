"""One body under the name of another: ``Norland's intelligence service, the SLB`` where the SLB is not Norland's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.model.actors import Actor, ActorRegistry
from reportedly.model.wording import beside


@dataclass(frozen=True)
class Alias:
    """What a report means by a name, where it sets two names of different bodies beside each other."""

    meant: str
    """The name that says more: a description with the country in it outweighs an acronym."""
    miscalled: str
    """The name that belongs to another body."""


def alias_in(text: str, name: str, registry: ActorRegistry) -> Alias | None:
    """Return what a report means by a name, or None where nothing beside the name contradicts it.

    Both names must be in the registry, with bodies of different parties: the slip of a writer who says whose service it
    is and gives the acronym of another. The longer name stands, since it says in words what the shorter one hides.
    """
    actor = registry.find(name)
    if actor is None or actor.side is None:
        return None
    for words in beside(text, name):
        for other, found in _known(words, registry):
            if found.side is not None and found.side != actor.side:
                meant, slip = sorted((name, other), key=lambda each: (-len(each.split()), each))
                return Alias(meant, slip) if len(meant.split()) > len(slip.split()) else None
    return None


def _known(words: str, registry: ActorRegistry) -> Iterator[tuple[str, Actor]]:
    parts = words.split()
    for length in range(len(parts), 0, -1):
        for phrase in (" ".join(parts[-length:]), " ".join(parts[:length])):
            actor = registry.find(phrase)
            if actor is not None:
                yield phrase, actor
