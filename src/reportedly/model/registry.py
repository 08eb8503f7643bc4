"""Read registries of actors, refuse those in which a name fits two, and lay a user's own over another.

A registry is a file like ``data/actors.json``: ``actors``, one a line, with ``id``, ``name``, ``names``,
``source_class``, ``side`` and ``part_of``; and ``sides``, the words that mark each side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from pydantic import ValidationError

from reportedly.model.actors import Actor, ActorRegistry, folded
from reportedly.model.codec import from_json
from reportedly.model.errors import SettingsError
from reportedly.model.spelling import spelled

ADVICE = "see data/actors.json for the form"


def read_registry(text: str | bytes, where: str) -> ActorRegistry:
    """Return the actors of a file.

    Args:
        text: the file's content.
        where: its name, for the error.

    Raises:
        SettingsError: where it cannot be read as actors, an id stands twice, or a name fits two actors.
    """
    try:
        registry = from_json(ActorRegistry, text)
    except ValidationError as error:
        raise SettingsError("E204", f"not a file of actors: {_first_line(error)}", where, ADVICE) from error
    check(registry, where)
    return registry


def check(registry: ActorRegistry, where: str) -> None:
    """Refuse a registry that does not tell who is who.

    Raises:
        SettingsError: where an id stands twice, a name fits two actors, or two sides share a marker word.
    """
    for actor_id, count in Counter(actor.id for actor in registry.actors).items():
        if count > 1:
            raise SettingsError("E211", f"{count} actors have the id {actor_id}", where, "give each an id of its own")
    fits: dict[str, tuple[str, str]] = {}
    for actor in registry.actors:
        for name in (actor.name, *actor.names):
            for key in keys(name):
                other, its_name = fits.setdefault(key, (actor.id, name))
                if other != actor.id:
                    both = f"“{name}” of {actor.id} and “{its_name}” of {other} are one name"
                    raise SettingsError("E212", f"a name fits two actors: {both}", where, "leave it with one of them")
    marks = Counter(folded(mark) for marked in registry.sides.values() for mark in set(marked))
    shared = sorted(mark for mark, count in marks.items() if count > 1)
    if shared:
        raise SettingsError("E213", f"a word marks two sides: {', '.join(shared)}", where, "leave it with one of them")


def keys(name: str) -> frozenset[str]:
    """Return the forms under which a name is looked up; two actors whose names share one cannot be told apart."""
    return frozenset(key for key in (folded(name), f"spelled {spelled(name)}") if key)


def merged(base: ActorRegistry, own: ActorRegistry) -> ActorRegistry:
    """Return both registries as one, in which ``own`` wins.

    An actor of ``own`` takes the place of the actor with its id, and takes its names away from all others; an actor
    that has no name left goes. A side of ``own`` takes the place of the side with its name.
    """
    ids = frozenset(actor.id for actor in own.actors)
    taken = frozenset(key for actor in own.actors for name in (actor.name, *actor.names) for key in keys(name))
    kept = (_without(actor, taken) for actor in base.actors if actor.id not in ids)
    sides = {**base.sides, **own.sides}
    return ActorRegistry((*own.actors, *(actor for actor in kept if actor is not None)), sides)


def _without(actor: Actor, taken: frozenset[str]) -> Actor | None:
    left = [name for name in (actor.name, *actor.names) if not keys(name) & taken]
    if not left:
        return None
    return replace(actor, name=left[0], names=tuple(left[1:]))


def loose_ends(registry: ActorRegistry) -> Iterator[str]:
    """Yield what a whole registry should not lack: the body that one is part of, the marker words of a side."""
    for actor in registry.actors:
        if actor.part_of and registry.get(actor.part_of) is None:
            yield f"{actor.id} is part of {actor.part_of}, which is not there"
        if actor.side and actor.side not in registry.sides:
            yield f"{actor.id} is on the side {actor.side}, which has no marker words"


def _first_line(error: ValidationError) -> str:
    first = error.errors()[0]
    return f"{'.'.join(map(str, first['loc'])) or 'file'}: {first['msg']}"
