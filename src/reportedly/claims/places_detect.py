"""Is a name that places bear a place where it stands, or a person, a body, a common word?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from reportedly.claims.places_choose import Name, Surroundings
from reportedly.claims.places_find import Found, Token
from reportedly.claims.places_weights import Weights
from reportedly.claims.places_words import (
    BEFORE_HEADS,
    BODIES,
    FIRST_NAMES,
    HEADS,
    LOCATIVE,
    SPEAKING,
    TITLES,
)
from reportedly.model.place import NameForm, PlaceKind

Features = dict[str, float]


def detect(names: Sequence[Name], around: Surroundings, weights: Weights) -> dict[int, float]:
    """Return for the first token of each mention how likely it is that it names a place.

    Args:
        names: the names with their places, chosen already.
        around: what the text says around them.
        weights: how much each feature weighs.
    """
    return {one.first: weights.chance("detect", found) for one, found in all_features(names, around, weights)}


def all_features(names: Sequence[Name], around: Surroundings, weights: Weights) -> list[tuple[Found, Features]]:
    """Return the features of every mention."""
    placed = {number for name in names for one in name.mentions for number in range(one.first, one.last + 1)}
    low = Counter(token.text for token in around.tokens if not token.capital)
    people = _people(names, around, placed)
    found = []
    for name in names:
        own = _of_name(name, weights, low, people)
        for one in name.mentions:
            features = {**own, **_of_mention(one, around.tokens, around.text, placed)}
            if around.behind.get(one.last):
                features["place follows"] = 1.0
            found.append((one, features))
    return found


def _people(names: Sequence[Name], around: Surroundings, placed: set[int]) -> frozenset[str]:
    """Return the names that stand behind a title, a given name or an unknown capitalised word somewhere."""
    tokens = around.tokens
    found: set[str] = set()
    for name in names:
        for one in name.mentions:
            before = one.first - 1
            if before < 0 or around.text[tokens[before].end : one.span.start] not in {" ", ". "}:
                continue
            word = tokens[before]
            if word.capital and (word.low in TITLES or word.low in FIRST_NAMES) and before not in placed:
                found.add(one.name.casefold())
    return frozenset(found)


def _of_name(name: Name, weights: Weights, low: Mapping[str, int], people: frozenset[str]) -> Features:
    """Return what a name tells wherever it stands."""
    best = name.best
    hit = name.hits[best]
    word = name.mentions[0].name
    single = " " not in word
    features: Features = {
        "always": 1.0,
        "people": hit.entry.weight / 10,
        f"kind {hit.entry.kind}": 1.0,
        f"form {hit.form}": 1.0,
        "sure": name.probabilities[best],
        "letters": min(len(word), 12) / 12,
        "several words": float(not single),
        "said before": min(len(name.mentions), 4) / 4,
    }
    if hit.entry.kind in {PlaceKind.SETTLEMENT, PlaceKind.QUARTER}:
        features["small"] = float(hit.entry.weight < 4)
        features["well known"] = float(hit.entry.weight >= 5.7)
        features["very small"] = float(hit.entry.weight < 3.3)
    for told in ("country named", "near others", "area named", "inside what follows", "country beside", "front"):
        features[told] = name.features[best].get(told, 0.0)
    if single and (word.lower() in weights.common or low.get(word.lower())):
        features["common word"] = 1.0
    if single and word.lower() in weights.surnames:
        features["surname"] = 1.0
    if word.lower() in FIRST_NAMES:
        features["given name"] = 1.0
    if word.casefold() in people:
        features["somebody's name"] = 1.0
    if hit.form is NameForm.OTHER and hit.entry.weight < 5:
        features["other name of a small place"] = 1.0
    if word.isupper() and len(word) <= 4:
        features["capitals"] = 1.0
    return features


def _of_mention(one: Found, tokens: Sequence[Token], text: str, placed: set[int]) -> Features:
    """Return what stands around a mention."""
    features: Features = {}
    before = tokens[one.first - 1] if one.first else None
    after = tokens[one.last + 1] if one.last + 1 < len(tokens) else None
    touching = before is not None and text[before.end : one.span.start] in {" ", "-", ". "}
    follows = after is not None and text[one.span.end : after.start] in {" ", "-", "'s ", "’s "}
    if tokens[one.first].opens:
        features["opens a sentence"] = 1.0
    if before is not None and touching:
        _add_before(features, before, tokens, one, placed)
    if after is not None and follows:
        _add_after(features, after, one, text, placed)
    if text[one.span.end : one.span.end + 2] in {"'s", "’s"}:
        features["possessive"] = 1.0
    if text[max(0, one.span.start - 1) : one.span.start] == "-" or text[one.span.end : one.span.end + 1] == "-":
        features["hyphen"] = 1.0
    if text[max(0, one.span.start - 2) : one.span.start] == ", " and one.first - 1 in placed:
        features["behind a place"] = 1.0
    return features


def _add_before(features: Features, before: Token, tokens: Sequence[Token], one: Found, placed: set[int]) -> None:
    if before.low in LOCATIVE:
        features["locative"] = 1.0
    elif before.low == "the":
        features["the"] = 1.0
        if one.first > 1 and tokens[one.first - 2].low in LOCATIVE:
            features["locative the"] = 1.0
    elif before.low == "of":
        earlier = tokens[one.first - 2] if one.first > 1 else before
        features["of a place" if earlier.low in HEADS else "of a body" if earlier.capital else "of"] = 1.0
    elif before.low in TITLES:
        features["title"] = 1.0
    elif before.capital and before.low in FIRST_NAMES:
        features["behind a given name"] = 1.0
    elif before.capital and before.low in BEFORE_HEADS:
        features["head before"] = 1.0
    elif before.capital and not before.opens:
        features["behind a place name" if one.first - 1 in placed else "behind a name"] = 1.0
    elif before.capital:
        features["behind the first word"] = 1.0
    else:
        features["behind a word"] = 1.0


def _add_after(features: Features, after: Token, one: Found, text: str, placed: set[int]) -> None:
    spaced = text[one.span.end : after.start] == " "
    if after.capital and after.low in BODIES and spaced:
        features["body behind"] = 1.0
    elif after.low in HEADS:
        features["head behind, capital" if after.capital else "head behind"] = 1.0
    elif after.capital and one.last + 1 not in placed and spaced:
        features["before a name"] = 1.0
    elif after.capital:
        features["before a place name"] = 1.0
    elif after.low in SPEAKING:
        features["speaks"] = 1.0
    elif spaced:
        features["before a word"] = 1.0
