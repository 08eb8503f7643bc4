"""Invent reports that copy each other in ways the shared generator does not, to learn and check lineage on.

Each world has its own numbers of origins and outlets, ways of altering a figure, lags and habits of attribution, so
that nothing is learned which holds in one world only. Rows come shuffled and report names are random.

    python training/relay_worlds.py OUT --world wires --seed 1 [--events 400]

writes reports.tsv, origins.tsv, edges.tsv and truth.tsv in the columns of ``reportedly bench origins``.
"""

from __future__ import annotations

import argparse
import math
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

Figure = tuple[int, str]
QUALIFIERS = ("exact", "at_least", "about", "more_than", "up_to", "nearly")


@dataclass(frozen=True)
class World:
    """The habits of one world of reports."""

    origins: tuple[float, ...] = (0.5, 0.3, 0.15, 0.05)
    """Shares of events with 1, 2, ... origins."""
    reports: tuple[int, int] = (2, 14)
    names: int = 6
    """Different origins' names in all events; 0 = each event has names of its own."""
    outlets: int = 40
    level: tuple[float, float] = (2.7, 1.1)
    """Mean and scale of the logarithm of the true figure."""
    spread: float = 0.4
    """Scale of the logarithm of an origin's figure about the truth."""
    stated_first: float = 0.85
    stated: float = 0.5
    wrong: float = 0.0
    """Probability that a name that is stated is another origin's."""
    parent_outlet: float = 0.1
    """Probability that a relay names the outlet it read, where it names no origin."""
    any_outlet: float = 0.0
    """Probability that it names any outlet instead."""
    heard: float = 0.0
    """Probability that a report has the origin's word at first hand like the first one."""
    chain: float = 0.3
    """Probability that a relay follows the last report of its line and not any."""
    altered: float = 0.15
    kinds: dict[str, float] = field(default_factory=lambda: {"round": 0.4, "bare": 0.35, "multiple": 0.25})
    lag: tuple[str, float] = ("exp", 6.0)
    window: float = 12.0
    """Hours within which the origins speak."""
    plain: float = 0.55
    """Share of first reports without a qualifier."""
    forgetful: bool = False
    """Whether a relay can name the origin only where its parent did."""


WORLDS = {
    "wires": World(parent_outlet=0.25, chain=0.1, lag=("lognormal", 0.5), level=(4.0, 1.4), heard=0.15, outlets=25),
    "rumour": World(
        stated=0.15,
        stated_first=0.6,
        altered=0.45,
        chain=0.6,
        forgetful=True,
        kinds={"near": 0.25, "slip": 0.2, "bare": 0.25, "round": 0.15, "multiple": 0.15},
        outlets=120,
    ),
    "local": World(names=0, stated=0.45, origins=(0.35, 0.35, 0.2, 0.1), lag=("uniform", 48.0), window=48.0),
    "noisy": World(wrong=0.05, any_outlet=0.15, altered=0.3, kinds={"other": 0.5, "qualifier": 0.5}, stated=0.4),
    "large": World(level=(6.5, 1.0), altered=0.35, kinds={"floor": 0.5, "near": 0.2, "bare": 0.3}, reports=(6, 30)),
    "tiny": World(level=(1.0, 0.7), spread=0.3, origins=(0.6, 0.3, 0.1), reports=(2, 8), stated=0.5),
    "many": World(origins=(0.2, 0.2, 0.2, 0.2, 0.1, 0.1), names=12, reports=(6, 24), window=72.0, outlets=15),
    "flood": World(origins=(0.8, 0.15, 0.05), reports=(8, 40), stated=0.2, stated_first=0.7, altered=0.2, chain=0.5),
}


def event(world: World, names: list[str], draw: random.Random) -> list[dict[str, object]]:
    """Return the reports of one event with their origins and parents."""
    number = draw.choices(range(1, len(world.origins) + 1), world.origins)[0]
    truth = math.exp(draw.gauss(*world.level))
    told = [_first(world, name, truth, draw) for name in draw.sample(names, number)]
    for _ in range(draw.randint(max(2, number), max(number, world.reports[1])) - number):
        told.append(_relay(world, told, names, draw))
    return told


def _first(world: World, name: str, truth: float, draw: random.Random) -> dict[str, object]:
    value = max(1, round(truth * math.exp(draw.gauss(0, world.spread))))
    value = _rounded(value) if draw.random() < 0.4 else value
    qualifier = "exact" if draw.random() < world.plain else draw.choice(QUALIFIERS[1:])
    stated = name if draw.random() < world.stated_first else ""
    return _report(world, draw, draw.uniform(0, world.window), (value, qualifier), stated, name, "")


def _report(
    world: World, draw: random.Random, hour: float, figure: Figure, stated: str, origin: str, parent: str
) -> dict[str, object]:
    return {
        "report": f"x{draw.getrandbits(40):010x}",
        "outlet": f"paper{draw.randrange(world.outlets):03d}",
        "hour": round(hour, 1),
        "value": figure[0],
        "qualifier": figure[1],
        "stated": stated,
        "origin": origin,
        "parent": parent,
    }


def _relay(world: World, told: list[dict[str, object]], names: list[str], draw: random.Random) -> dict[str, object]:
    parent = draw.choices(told, [1 / (1 + 0.1 * at) for at in range(len(told))])[0]
    if draw.random() < world.chain:
        parent = [one for one in told if one["origin"] == parent["origin"]][-1]
    first = next(one for one in told if one["origin"] == parent["origin"])
    if draw.random() < world.heard:
        parent = first
    origin = str(parent["origin"])
    hour = float(str(parent["hour"])) + _lag(world, draw)
    figure = (int(str(parent["value"])), str(parent["qualifier"]))
    if draw.random() < world.altered:
        kind = draw.choices(list(world.kinds), list(world.kinds.values()))[0]
        figure = ALTERATIONS[kind](figure, draw)
    return _report(world, draw, hour, figure, _stated(world, parent, told, names, draw), origin, str(parent["report"]))


def _stated(
    world: World, parent: dict[str, object], told: list[dict[str, object]], names: list[str], draw: random.Random
) -> str:
    knows = bool(parent["stated"]) or not world.forgetful
    if knows and draw.random() < world.stated:
        return draw.choice(names) if draw.random() < world.wrong else str(parent["origin"])
    if draw.random() < world.parent_outlet:
        return str(parent["outlet"])
    return str(draw.choice(told)["outlet"]) if draw.random() < world.any_outlet else ""


def _lag(world: World, draw: random.Random) -> float:
    shape, size = world.lag
    if shape == "exp":
        return draw.expovariate(1 / size)
    return draw.uniform(0, size) if shape == "uniform" else draw.lognormvariate(size, 1.5)


def _rounded(value: float) -> int:
    step: int = 10 ** max(0, int(math.log10(max(1, value))) - 1)
    return max(1, round(value / step) * step)


def _floor(figure: Figure, _: random.Random) -> Figure:
    step = 10 ** max(0, int(math.log10(max(1, figure[0]))))
    return max(1, figure[0] // step * step), "more_than"


def _slip(figure: Figure, draw: random.Random) -> Figure:
    digits = list(str(figure[0]))
    at = draw.randrange(len(digits))
    if len(digits) > 1 and draw.random() < 0.5:
        at = min(at, len(digits) - 2)
        digits[at], digits[at + 1] = digits[at + 1], digits[at]
    else:
        digits[at] = draw.choice("123456789")
    return max(1, int("".join(digits))), figure[1]


ALTERATIONS: dict[str, Callable[[Figure, random.Random], Figure]] = {
    "round": lambda figure, _: (_rounded(figure[0]), figure[1]),
    "bare": lambda figure, _: (figure[0], "exact"),
    "multiple": lambda figure, draw: (figure[0] * draw.choice([2, 3, 4]), figure[1]),
    "near": lambda figure, draw: (max(1, round(figure[0] * math.exp(draw.gauss(0, 0.15)))), figure[1]),
    "slip": _slip,
    "qualifier": lambda figure, draw: (figure[0], draw.choice(QUALIFIERS)),
    "other": lambda figure, draw: (max(1, round(figure[0] * math.exp(draw.gauss(0, 0.8)))), figure[1]),
    "floor": _floor,
}
"""What becomes of a figure, by kind of alteration."""


def invented(world: World, events: int, seed: int) -> dict[str, list[dict[str, object]]]:
    """Return the reports of a world by event, each event's in a shuffled order."""
    draw = random.Random(seed)
    common = [f"source{at}" for at in range(world.names)]
    found = {}
    for at in range(events):
        names = common or [f"witness{at}.{one}" for one in range(len(world.origins))]
        told = event(world, names, draw)
        draw.shuffle(told)
        found[f"v{at}"] = told
    return found


def write(folder: Path, found: dict[str, list[dict[str, object]]]) -> None:
    """Write the tables of a world."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = [{"event": name, **one} for name, told in found.items() for one in told]
    tables = {
        "reports": ("event", "report", "outlet", "hour", "qualifier", "value", "stated"),
        "origins": ("report", "event", "origin"),
        "edges": ("report", "parent"),
    }
    for table, columns in tables.items():
        lines = ["\t".join(columns), *("\t".join(str(row[column]) for column in columns) for row in rows)]
        (folder / f"{table}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Write one world's reports."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--world", choices=sorted(WORLDS), default="wires")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--events", type=int, default=400)
    asked = parser.parse_args()
    write(asked.out, invented(WORLDS[asked.world], asked.events, asked.seed))


if __name__ == "__main__":
    main()
