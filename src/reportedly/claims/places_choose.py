"""Which of the places that bear a name is meant: what speaks for each, weighed, with probabilities."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from reportedly.claims.places_find import Found, Names, Token
from reportedly.claims.places_weights import Weights
from reportedly.claims.places_words import FRONT
from reportedly.model.place import AREAS, Hit, NameForm, PlaceEntry, PlaceKind

MOST = 60
"""Places of one name that are weighed."""
MENTIONS, HEARD = 12, 400
"""Mentions of a name whose surroundings count, and countries and areas that are listened to: work stays bounded."""
ROUNDS = 2
"""How often the places of other names are looked at again."""
SURE = 0.5
"""Probability from which a name's place speaks for places near it."""
SENTENCE = 160
"""Characters around a name in which a country or area speaks for it most."""
REACH = 150.0
"""Kilometres within which one place speaks for another."""
FRONT_AREAS = frozenset(
    f"geonames:{number}" for number in (709716, 706482, 702657, 687699, 706442, 692196, 538555, 578071)
)
"""Areas along the front since 2022: Donetsk, Kharkiv, Luhansk, Zaporizhzhia, Kherson, Sumy, Kursk, Belgorod."""
FRONT_POINTS = (
    (51.19, 35.27), (51.41, 34.90), (51.24, 34.73), (51.10, 35.02), (50.80, 35.40), (50.45, 35.50), (50.40, 36.90),
    (50.29, 36.94), (50.20, 36.60), (50.10, 37.60), (49.71, 37.61), (49.40, 37.80), (49.05, 38.10), (48.90, 37.95),
    (48.87, 38.10), (48.59, 37.84), (48.40, 37.85), (48.30, 37.60), (48.28, 37.18), (48.10, 37.50), (47.99, 37.28),
    (47.78, 37.25), (47.84, 36.83), (47.66, 36.26), (47.57, 35.79), (47.45, 35.84), (47.57, 35.55), (46.74, 33.10),
    (46.63, 32.60), (48.60, 38.00), (48.95, 38.49), (49.05, 38.20),
)  # fmt: skip
"""Points along the fronts of 2022 to 2026, about 30 km apart, from memory of public maps."""
FRONT_REACH = 20.0
"""Kilometres from a front within which war reports name most places."""
KIND_WORDS: Mapping[str, frozenset[PlaceKind]] = {
    **dict.fromkeys(("county", "district", "raion", "borough"), frozenset({PlaceKind.ADMIN2, PlaceKind.QUARTER})),
    **dict.fromkeys(
        ("province", "oblast", "region", "state", "territory", "prefecture", "governorate", "krai", "department"),
        frozenset({PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.REGION}),
    ),
    **dict.fromkeys(
        ("city", "town", "township", "village", "suburb", "settlement", "municipality", "hamlet"),
        frozenset({PlaceKind.SETTLEMENT, PlaceKind.QUARTER}),
    ),
    **dict.fromkeys(("river", "lake", "sea", "bay", "strait", "gulf", "ocean", "canal"), frozenset({PlaceKind.WATER})),
    **dict.fromkeys(("island", "islands"), frozenset({PlaceKind.ISLAND})),
    **dict.fromkeys(("mountain", "mountains"), frozenset({PlaceKind.RELIEF})),
}
"""Words for kinds of places beside a name, and the kinds of entries that they speak for."""
Features = dict[str, float]
NOWHERE: Features = {"listed nowhere": 1.0}
"""What speaks for a place that bears the name and that no gazetteer lists."""


@dataclass
class Name:
    """One name of a text with all its mentions: it means one place throughout."""

    hits: tuple[Hit, ...]
    mentions: list[Found] = field(default_factory=list)
    probabilities: list[float] = field(default_factory=list)
    features: list[Features] = field(default_factory=list)

    @property
    def best(self) -> int:
        """Number of the likeliest place."""
        return max(range(len(self.hits)), key=lambda number: (self.probabilities[number], -number))


@dataclass(frozen=True)
class Surroundings:
    """What a text says around its names."""

    text: str
    tokens: Sequence[Token]
    hints: Sequence[tuple[int, str]]
    """Where countries and peoples are named, with the country's code."""
    areas: Sequence[tuple[int, str]]
    """Where names of first-level areas stand, with the area's id."""
    behind: Mapping[int, tuple[Hit, ...]]
    """By the last token of a name: what the word behind its comma can mean, short forms of states as well."""
    front: bool
    """Whether the text reads like a report from a front."""


def names_of(found: Sequence[Found]) -> list[Name]:
    """Return the names of a text in the order of their first mention, each with its mentions."""
    names: dict[str, Name] = {}
    for one in found:
        key = one.name.casefold()
        if one.hits:
            names.setdefault(key, Name(one.hits[:MOST])).mentions.append(one)
    return list(names.values())


def surroundings(text: str, tokens: Sequence[Token], names: Names, found: Sequence[Found]) -> Surroundings:
    """Return what a text says around its names.

    Args:
        text: the report.
        tokens: its words.
        names: what its capitalised words were found to be.
        found: the names to choose places for: those of ``names``, or given ones.
    """
    hints = [*names.peoples, *((one.span.start, code) for one in names.found for code in _country(one.hits))]
    areas = [
        (one.span.start, hit.entry.id)
        for one in names.found
        for hit in one.hits[:3]
        if hit.entry.kind is PlaceKind.ADMIN1
    ]
    behind = {one.last: _behind(text, tokens, one, names.known) for one in found}
    front = FRONT.search(text[:20000]) is not None and any(code == "UA" for _, code in hints)
    return Surroundings(text, tokens, hints[:HEARD], areas[:HEARD], behind, front)


def _country(hits: Sequence[Hit]) -> list[str]:
    return [hit.entry.country for hit in hits[:1] if hit.entry.kind is PlaceKind.COUNTRY]


def _behind(text: str, tokens: Sequence[Token], one: Found, known: Mapping[str, tuple[Hit, ...]]) -> tuple[Hit, ...]:
    """Return what the name behind a comma can mean; ``X in Y`` and ``X (Y)`` count as well."""
    after = one.last + 1
    if after >= len(tokens):
        return ()
    between = text[tokens[one.last].end : tokens[after].start]
    if between in {" ", "'s "} and tokens[after].low == "in" and after + 1 < len(tokens):
        after, between = after + 1, ", "
        after += tokens[after].low in {"the", "northern", "southern", "eastern", "western", "central"}
    if between not in {", ", " (", ", in "} or after >= len(tokens) or not tokens[after].capital:
        return ()
    for last in range(min(after + 3, len(tokens) - 1), after - 1, -1):
        name = text[tokens[after].start : tokens[last].end]
        hits = known.get(name) or known.get(name + ".") or ()
        if hits := tuple(hit for hit in hits if hit.form is not NameForm.DEMONYM):
            return hits
    return ()


def choose(names: Sequence[Name], around: Surroundings, weights: Weights) -> None:
    """Give each name's places their probabilities, and keep what spoke for each.

    Args:
        names: the names of one text; filled in place.
        around: what the text says around them.
        weights: how much each feature weighs.
    """
    countries = Counter(code for _, code in around.hints)
    for name in names:
        name.probabilities = [1.0 / len(name.hits)] * len(name.hits)
    for turn in range(ROUNDS + 1):
        near = _points(names) if turn else []
        shares = _shares(names, countries, turn)
        for name in names:
            name.features = [features(name, hit, around, shares, near) for hit in name.hits]
        for name in names:
            scores = [weights.sum("choose", one) for one in (*name.features, NOWHERE)]
            name.probabilities = softmax(scores)[:-1]


def softmax(scores: Sequence[float]) -> list[float]:
    """Return scores as probabilities."""
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def _shares(names: Sequence[Name], countries: Counter[str], turn: int) -> Mapping[str, float]:
    """Return how much of what a text names lies in each country: peoples and countries, then places as they look."""
    counted: dict[str, float] = defaultdict(float)
    for code, times in countries.items():
        counted[code] += 1 + math.log(times)
    for name in names if turn else ():
        best = name.best
        entry = name.hits[best].entry
        if entry.country and name.probabilities[best] >= SURE:
            counted[entry.country] += 0.5
    total = sum(counted.values()) or 1.0
    return {code: count / total for code, count in counted.items()}


Points = list[tuple[Name, PlaceEntry]]


def _points(names: Sequence[Name]) -> Points:
    """Return the places that names look like they mean, where that is sure enough and no area too wide to help."""
    found = []
    for name in names:
        entry = name.hits[name.best].entry
        if name.probabilities[name.best] >= SURE and entry.lat is not None and entry.radius_km < 2 * REACH:
            found.append((name, entry))
    return found[:80]


def features(name: Name, hit: Hit, around: Surroundings, shares: Mapping[str, float], near: Points) -> Features:
    """Return what speaks for or against one place of a name."""
    entry = hit.entry
    found: Features = {"people": entry.weight, f"kind {entry.kind}": 1.0}
    if hit.form is not NameForm.NAME:
        found[f"form {hit.form}"] = 1.0
    if hit is name.hits[0]:
        found["heaviest"] = 1.0
    if entry.kind in {PlaceKind.SETTLEMENT, PlaceKind.QUARTER} and entry.weight < 4:
        found["small"] = 1.0
    if entry.country:
        found["country named"] = math.sqrt(shares.get(entry.country, 0.0))
        if entry.kind is not PlaceKind.COUNTRY and not shares.get(entry.country):
            found["country not named"] = 1.0
    _beside(found, name, entry, around)
    if entry.lat is not None and entry.kind is not PlaceKind.COUNTRY:
        others = (_closeness(entry, other) for owner, other in near if owner is not name)
        found["near others"] = max(others, default=0.0)
    if around.front and (entry.admin1 or entry.id) in FRONT_AREAS and entry.country in {"UA", "RU"}:
        found["front"] = 1.0
        if entry.kind is not PlaceKind.ADMIN1:
            found["near the front"] = _to_front(entry.lat, entry.lon, entry.radius_km)
    return found


@cache
def _to_front(lat: float | None, lon: float | None, radius: float) -> float:
    """Return how near a place is to the front, 1 on it; a doubtful point counts as the nearest that it can be."""
    if lat is None or lon is None:
        return 0.0
    away = min(flat(lat, lon, *point) for point in FRONT_POINTS)
    return math.exp(-max(0.0, away - min(radius, FRONT_REACH)) / FRONT_REACH)


def _beside(found: Features, name: Name, entry: PlaceEntry, around: Surroundings) -> None:
    """Add what stands beside a name's mentions: its container, its country, a word for its kind."""
    for one in name.mentions[:MENTIONS]:
        at = one.span.start
        if behind := around.behind.get(one.last):
            inside = any(_contains(hit.entry, entry) for hit in behind)
            found["inside what follows"] = max(found.get("inside what follows", 0.0), float(inside))
            if not inside and around.text[one.span.end : one.span.end + 2] == ", ":
                found["not inside what follows"] = 1.0
        if any(code == entry.country and abs(at - where) < SENTENCE for where, code in around.hints if where != at):
            found["country beside"] = 1.0
        for where, area in around.areas:
            if area == entry.admin1 and where != at:
                found["area named"] = 1.0
                if abs(at - where) < SENTENCE:
                    found["area beside"] = 1.0
        if kinds := _kind_word(one, around):
            fits = "kind fits" if entry.kind in kinds else "kind does not fit"
            found[fits] = 1.0


def _kind_word(one: Found, around: Surroundings) -> frozenset[PlaceKind] | None:
    """Return the kinds that a word beside a name speaks for: ``Kursk Oblast``, ``the village of Guyevo``."""
    tokens = around.tokens
    after = one.last + 1
    follows = after < len(tokens) and around.text[one.span.end : tokens[after].start] == " "
    if follows and (kinds := KIND_WORDS.get(tokens[after].low)):
        return kinds
    before = one.first - 1
    if before >= 1 and tokens[before].low == "of":
        before -= 1
    elif before >= 0 and tokens[before].low in {"state", "city"} and tokens[before].capital:
        return None
    return KIND_WORDS.get(tokens[before].low) if before >= 0 else None


def _contains(outer: PlaceEntry, inner: PlaceEntry) -> bool:
    if outer.id == inner.id:
        return False
    if outer.kind is PlaceKind.COUNTRY:
        return outer.country == inner.country
    return outer.id in {inner.admin1, inner.admin2} or (
        outer.kind not in AREAS
        and outer.kind is not PlaceKind.QUARTER
        and inner.kind is PlaceKind.QUARTER
        and outer.country == inner.country
        and apart(outer, inner) < 30
    )


def _closeness(one: PlaceEntry, other: PlaceEntry) -> float:
    return math.exp(-apart(one, other) / REACH)


def apart(one: PlaceEntry, other: PlaceEntry) -> float:
    """Return the kilometres between the points of two places, on a flat map; very many where one has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return 20_000.0
    return flat(one.lat, one.lon, other.lat, other.lon)


def flat(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the kilometres between two points on a flat map, which is right enough for what is near."""
    turn = abs(lon - other_lon)
    east = min(turn, 360 - turn) * 111.2 * math.cos(math.radians((lat + other_lat) / 2))
    return math.hypot((lat - other_lat) * 111.2, east)
