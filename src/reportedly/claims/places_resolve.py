"""Which places the names in a report mean, with probability, reasons, what contains them, reach and role."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.claims.places_choose import SENTENCE, Name, Surroundings, choose, names_of, surroundings
from reportedly.claims.places_detect import detect
from reportedly.claims.places_extent import footprint_of, role_of
from reportedly.claims.places_find import Found, given, names_in, tokens_of
from reportedly.claims.places_weights import Weights, load_weights
from reportedly.claims.places_words import LOCATIVE, PALACES
from reportedly.model.place import Boundaries, Candidate, Gazetteer, Located, PlaceEntry, PlaceKind, Resolution
from reportedly.model.span import Span

PLACE_FROM = 0.5
"""Probability from which a name is taken for a place."""
CHOSEN_FROM = 0.2
"""Probability from which one of the places that bear a name is chosen; below, the reader abstains."""
AREA_FROM = 0.25
"""Probability from which an area is chosen where none of its places of the name is."""
SHOWN = 5
"""Candidates that are kept."""
UNLISTED = 0.6
"""Probability given to an area for a place that is named in it and listed nowhere."""
HAMLET = 4.8
"""Weight (decimal logarithm of people) below which a place far from all that is named may be a namesake."""
COMPLETE = frozenset({"UA"})
"""Countries all of whose settlements are listed by name."""
REASONS = 4
SAID_MUCH = 0.3
"""Weighted value from which a feature is named as a reason."""


@dataclass(frozen=True)
class PlaceReader:
    """Finds and resolves place names; holds a gazetteer, weights and a view of borders, nothing of any document."""

    gazetteer: Gazetteer
    boundaries: Boundaries = Boundaries.UN
    weights: Weights | None = None

    def read(self, text: str, spans: Sequence[Span] | None = None) -> tuple[Resolution, ...]:
        """Return the place names of a text in order, each with what it means.

        Args:
            text: the report.
            spans: the names to resolve, none of which is then left out; None = the names are looked for.
        """
        weights = self.weights or load_weights()
        tokens = tokens_of(text)
        names = names_in(text, tokens, self.gazetteer)
        found = names.found if spans is None else given(text, tokens, spans, self.gazetteer)
        around = surroundings(text, tokens, names, found)
        groups = names_of(found)
        choose(groups, around, weights)
        chances = detect(groups, around, weights) if spans is None else {}
        owners = {one.span: group for group in groups for one in group.mentions}
        kept = [one for one in found if spans is not None or _is_place(one, chances.get(one.first, 0.0))]
        return tuple(self._resolved(one, owners.get(one.span), around, weights) for one in kept)

    def _resolved(self, one: Found, name: Name | None, around: Surroundings, weights: Weights) -> Resolution:
        candidates = _candidates(name, weights) if name else ()
        best = candidates[0] if candidates else None
        chosen, reason = best, best.reasons[0] if best else "no gazetteer lists the name"
        area = self._area_of(one, best, around)
        if area is not None:
            chosen, reason = self._unlisted(area)
            candidates = (chosen, *(Candidate(c.entry, c.probability * (1 - UNLISTED), c.reasons) for c in candidates))
        elif best is not None and name is not None and best.probability < CHOSEN_FROM:
            chosen, reason = self._one_of(name)
        entry = chosen.entry if chosen else None
        return Resolution(
            span=one.span,
            name=one.name,
            role=role_of(one, around, entry),
            candidates=candidates[:SHOWN],
            chosen=chosen,
            reason=reason,
            footprint=footprint_of(one, around, entry) if entry else None,
            within=self._within(entry) if entry else (),
            country=self._country(entry) if entry else "",
            claimants=entry.status.claimants if entry and entry.status else (),
        )

    def _area_of(self, one: Found, best: Candidate | None, around: Surroundings) -> PlaceEntry | None:
        """Return the first-level area that a name must lie in though no place of the name is listed there."""
        if best is not None and not _doubtful(best.entry):
            return None
        before = around.tokens[one.first - 1].low if one.first else ""
        if before not in LOCATIVE and before != "of":
            return None
        named = [area for where, area in around.areas if where != one.span.start]
        if not named or (best is not None and best.entry.admin1 in named):
            return None
        where, nearest = min(around.areas, key=lambda pair: abs(pair[0] - one.span.start))
        if best is not None and abs(where - one.span.start) > SENTENCE:
            return None
        entry = self.gazetteer.entry(nearest)
        if entry is None or named.count(nearest) * 2 < len(named) or entry.country in COMPLETE:
            return None
        return entry

    def _unlisted(self, area: PlaceEntry) -> tuple[Candidate, str]:
        reason = f"listed nowhere in {area.name}, which the report speaks of; taken to lie in it"
        return Candidate(area, UNLISTED, (reason,)), reason

    def _one_of(self, name: Name) -> tuple[Candidate | None, str]:
        """Return the first-level area in which most of the places lie that a name may mean, where there is one."""
        shares: defaultdict[str, float] = defaultdict(float)
        for hit, probability in zip(name.hits, name.probabilities, strict=True):
            shares[hit.entry.admin1] += probability
        area, share = max(shares.items(), key=lambda pair: (pair[1], pair[0]))
        entry = self.gazetteer.entry(area) if area and share >= AREA_FROM else None
        if entry is None:
            return None, f"{len(name.hits)} places bear the name, and none stands out"
        several = sum(hit.entry.admin1 == area for hit in name.hits)
        reason = f"one of {several} places of the name in {entry.name}; which one stays open"
        return Candidate(entry, round(share, 4), (reason,)), reason

    def _within(self, entry: PlaceEntry) -> tuple[str, ...]:
        areas = (self.gazetteer.entry(area) for area in (entry.admin2, entry.admin1) if area and area != entry.id)
        names = [area.name for area in areas if area is not None]
        country = self.gazetteer.country(self._country(entry))
        if country is not None and country.id != entry.id:
            names.append(country.name)
        return tuple(names)

    def _country(self, entry: PlaceEntry) -> str:
        return entry.status.country(self.boundaries) if entry.status else entry.country


def _is_place(one: Found, chance: float) -> bool:
    return chance >= PLACE_FROM or one.name in PALACES


def _doubtful(entry: PlaceEntry) -> bool:
    return entry.kind in {PlaceKind.SETTLEMENT, PlaceKind.QUARTER} and entry.weight < HAMLET


def _candidates(name: Name, weights: Weights) -> tuple[Candidate, ...]:
    order = sorted(range(len(name.hits)), key=lambda number: (-name.probabilities[number], number))
    second = order[1] if len(order) > 1 else None
    return tuple(
        Candidate(
            name.hits[number].entry, round(name.probabilities[number], 4), _reasons(name, number, second, weights)
        )
        for number in order[:SHOWN]
    )


def _reasons(name: Name, number: int, second: int | None, weights: Weights) -> tuple[str, ...]:
    """Return what speaks most for a place against the likeliest other one, strongest first."""
    if second is None:
        return ("the only place listed under the name",)
    model = weights.models["choose"]
    own = name.features[number]
    other = name.features[second if number != second else name.best]
    pulls = [(model.get(key, 0.0) * (own.get(key, 0.0) - other.get(key, 0.0)), key) for key in {*own, *other}]
    said = [_worded(key, own.get(key, 0.0)) for pull, key in sorted(pulls, reverse=True) if pull > SAID_MUCH]
    return tuple(dict.fromkeys(said))[:REASONS] or ("nothing else stands out",)


def _worded(feature: str, value: float) -> str:
    return _WORDS.get(feature, feature if value else f"not {feature}")


_WORDS = {
    "people": "more people live there",
    "heaviest": "the best known place of the name",
    "inside what follows": "the name behind it contains it",
    "not inside what follows": "the others do not lie in what follows",
    "country named": "the report speaks of its country",
    "country beside": "its country stands beside the name",
    "country not named": "the report does not speak of the others' countries",
    "area named": "the report names its area",
    "area beside": "its area stands beside the name",
    "near the front": "it lies near the front",
    "near others": "other places of the report are near",
    "kind fits": "the word beside the name fits its kind",
    "kind does not fit": "the word beside the name does not fit the others",
    "front": "it lies along the front that the report speaks of",
    "form other": "another name of it",
    "form spelling": "another spelling of its name",
    "small": "the others are larger",
}
"""The features in words for people."""


def located(resolution: Resolution) -> Located | None:
    """Return a resolution in short, None where the reader abstained."""
    if resolution.chosen is None or resolution.footprint is None:
        return None
    entry, area = resolution.chosen.entry, resolution.within
    country_last = 1 if resolution.country and entry.kind is not PlaceKind.COUNTRY else 0
    return Located(
        id=entry.id,
        name=entry.name,
        kind=entry.kind,
        country=resolution.country,
        admin1=entry.name
        if entry.kind is PlaceKind.ADMIN1
        else "".join(area[len(area) - country_last - 1 : len(area) - country_last]),
        lat=resolution.footprint.lat,
        lon=resolution.footprint.lon,
        radius_km=resolution.footprint.radius_km,
        probability=resolution.chosen.probability,
        reason=resolution.reason,
        role=resolution.role,
    )
