"""Tables of votes with a known truth, for tests of fusion: some sources answer by themselves, some copy."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from reportedly.model.votes import Vote


@dataclass(frozen=True)
class World:
    """Votes and what is true."""

    votes: tuple[Vote, ...]
    truth: dict[str, str]
    parents: dict[str, str]


def flood(
    seed: int, *, objects: int = 200, independent: int = 8, copiers: int = 9, rate: float = 0.8, stated: float = 0.0
) -> World:
    """Return a world in which one source that is wrong three times of four is copied by many.

    Args:
        seed: seed of the random numbers.
        objects: number of objects.
        independent: sources that answer by themselves.
        copiers: sources that copy the bad one.
        rate: how often a copier copies.
        stated: how often a copied row names whom it was taken from.
    """
    draw = Random(seed)
    names = [f"n{number:02d}" for number in range(independent + copiers + 1)]
    draw.shuffle(names)
    bad, relays = names[0], names[1 : copiers + 1]
    accuracy = {name: draw.uniform(0.55, 0.9) for name in names} | {bad: 0.25}
    votes: list[Vote] = []
    truth: dict[str, str] = {}
    for number in range(objects):
        thing, values = f"o{number}", [f"v{value}" for value in range(8)]
        draw.shuffle(values)
        truth[thing] = values[0]
        given: dict[str, str] = {}
        for name in names:
            if name in relays and bad in given and draw.random() < rate:
                given[name] = given[bad]
                votes.append(Vote(thing, name, given[name], bad if draw.random() < stated else ""))
            elif draw.random() < 0.6:
                given[name] = values[0] if draw.random() < accuracy[name] else draw.choice(values[1:])
                votes.append(Vote(thing, name, given[name]))
    return World(tuple(votes), truth, dict.fromkeys(relays, bad))
