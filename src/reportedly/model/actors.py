"""Actors: who a source is across documents, by which names it goes, and on whose side it stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from reportedly.model.claim import SourceClass
from reportedly.model.spelling import spelled

_DROPPED = frozenset({"the", "a", "an", "of", "from", "in", "by", "s", "its", "their"})


@lru_cache(maxsize=16384)
def folded(name: str) -> str:
    """Fold a name for comparison: accents, case, articles, small prepositions and punctuation do not count."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(mark for mark in plain if not unicodedata.combining(mark)).casefold()
    return " ".join(word for word in re.findall(r"\w+", plain) if word not in _DROPPED)


def _swapped(words: str, demonyms: Iterable[tuple[str, str]]) -> str:
    """Put the side in the place of its adjective and set the words in order."""
    words = f" {words} "
    for demonym, side in demonyms:
        words = words.replace(f" {demonym} ", f" {side} ")
    return " ".join(sorted(words.split()))


@dataclass(frozen=True, slots=True)
class Actor:
    """A public body, outlet or office holder in their public role."""

    id: str
    """Stable short name, such as ``ua-gur``."""
    name: str
    """The name that output prints."""
    names: tuple[str, ...] = ()
    """Other names and transliterations that mean the same actor."""
    source_class: SourceClass = SourceClass.UNKNOWN
    side: str | None = None
    """The party to a conflict it belongs to, as a country or group name; None = neutral or not known."""
    part_of: str | None = None
    """Id of the body it speaks for."""


@dataclass(frozen=True)
class ActorRegistry:
    """The actors known to an installation; an editable file, extended by the user's own."""

    actors: tuple[Actor, ...] = ()
    sides: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Side name -> words that mark it in a name or a phrase (``Ukraine`` -> ``ukrainian``, ``kyiv`` ...)."""

    @cached_property
    def _by_name(self) -> dict[str, Actor]:
        known: dict[str, Actor] = {}
        for actor in self.actors:
            for name in (actor.name, *actor.names):
                known.setdefault(folded(name), actor)
        return known

    @cached_property
    def _by_id(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def _demonyms(self) -> tuple[tuple[str, str], ...]:
        pairs = ((mark, folded(side)) for side, marks in self.sides.items() for mark in marks)
        return tuple(sorted((mark, side) for mark, side in pairs if mark != side and mark[:4] == side[:4]))

    @cached_property
    def _by_turned_name(self) -> dict[str, Actor | None]:
        known: dict[str, Actor | None] = {}
        for actor in self.actors:
            for name in (actor.name, *actor.names):
                turned = self._turned(name)
                known[turned] = actor if known.get(turned, actor) == actor else None
        return known

    def _turned(self, name: str) -> str:
        return _swapped(folded(name), self._demonyms)

    @cached_property
    def _spelled_demonyms(self) -> tuple[tuple[str, str], ...]:
        return tuple((spelled(demonym), spelled(side)) for demonym, side in self._demonyms)

    @cached_property
    def _by_spelling(self) -> dict[str, Actor | None]:
        known: dict[str, Actor | None] = {}
        for actor in self.actors:
            for name in (actor.name, *actor.names):
                key = _swapped(spelled(name), self._spelled_demonyms)
                known[key] = actor if known.get(key, actor) == actor else None
        return known

    @cached_property
    def _found(self) -> dict[str, Actor | None]:
        return {}

    def find(self, name: str) -> Actor | None:
        """Return the actor that goes by ``name``, compared after folding; never a near match.

        ``Ukraine's Directorate of X``, ``the Ukrainian Directorate of X`` and ``Directorate of X of Ukraine`` are one
        name, provided that no other actor's name has the same words; so are the spellings of one name
        (``spelling.spelled``).
        """
        if name not in self._found:
            self._found[name] = (
                self._by_name.get(folded(name))
                or self._by_turned_name.get(self._turned(name))
                or self._by_spelling.get(_swapped(spelled(name), self._spelled_demonyms))
            )
        return self._found[name]

    def get(self, actor_id: str) -> Actor | None:
        """Return the actor with this id."""
        return self._by_id.get(actor_id)

    def sides_in(self, phrase: str) -> tuple[str, ...]:
        """Return the sides whose marker words stand in ``phrase``, in alphabetical order."""
        words = f" {' '.join(re.findall(r'[a-z]+', folded(phrase)))} "
        return tuple(sorted(side for side, marks in self.sides.items() if any(f" {m} " in words for m in marks)))

    def is_people(self, name: str) -> bool:
        """Say whether a name is a whole people (``North Koreans``), which is nobody's word."""
        words = folded(name)
        return words.endswith("s") and any(words == mark for mark, _ in self._demonyms)

    def extended(self, more: Iterable[Actor]) -> ActorRegistry:
        """Return a registry in which the given actors come first."""
        return ActorRegistry((*more, *self.actors), self.sides)
