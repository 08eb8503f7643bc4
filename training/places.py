"""Learn how much each feature weighs when names are taken for places, and which names are common words or surnames.

    python training/places.py --shared ../shared            # write places.json
    python training/places.py --shared ../shared --folds    # cross-validate, write nothing

Weights come from annotated place names (``data/places/geovirus_dev.jsonl``) and from invented reports
(``invented_places``); both models are logistic with a quadratic penalty, so that the same input gives the same file.
Words are counted in the texts of the shared corpora that are not held out.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy
from invented_places import invented
from scipy.optimize import minimize

from reportedly.claims.places_choose import NOWHERE, Name, choose, names_of, surroundings
from reportedly.claims.places_detect import all_features
from reportedly.claims.places_find import given, names_in, tokens_of
from reportedly.claims.places_resolve import PLACE_FROM
from reportedly.claims.places_weights import Weights
from reportedly.claims.places_words import FIRST_NAMES
from reportedly.gazetteer.load import bundled
from reportedly.model.place import PlaceEntry
from reportedly.model.span import Span

MODELS = Path(__file__).parents[1] / "src" / "reportedly" / "data" / "models"
FOLDS = 5
NEAR = 161.0
"""Kilometres within which a place is the annotated one, as geoparsing is measured."""
WORDS = (
    "claims/train.jsonl",
    "claims/invented.jsonl",
    "corpora/muc_news.jsonl",
    "corpora/wikinews.jsonl",
    "coref/ecbplus_docs.jsonl",
)
Features = Mapping[str, float]
Example = tuple[list[Features], list[bool]]
START: dict[str, float] = {
    "people": 1.2, "inside what follows": 5, "not inside what follows": -1, "country named": 3, "country beside": 1,
    "area named": 1.5, "area beside": 1.5, "near others": 2, "kind fits": 2, "kind does not fit": -2,
    "form other": -1, "form spelling": -1.5, "front": 2, "near the front": 3, "listed nowhere": 1,
    "country not named": -0.5, "kind country": 1,
}  # fmt: skip
"""Weights to begin with, set by judgement; training pulls towards them where it has little to say."""


def main() -> None:
    """Cross-validate, and write the weights unless told not to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--folds", action="store_true")
    options = parser.parse_args()
    common, surnames = word_lists(options.shared / "data")
    documents = read_documents(options.shared / "data" / "places" / "geovirus_dev.jsonl")
    start = Weights({"choose": START, "detect": {}}, common, surnames)
    made = list(invented())
    scores: Counter[str] = Counter()
    for fold in range(FOLDS if options.folds else 0):
        rest = [one for number, one in enumerate(documents) if number % FOLDS != fold]
        held = [one for number, one in enumerate(documents) if number % FOLDS == fold]
        weights = learn(rest, made, start)
        for one in held:
            scores.update(measured(one, weights))
    if options.folds:
        print(json.dumps(rates(scores)))
    else:
        weights = learn(documents, made, start)
        data = {
            "models": {name: _rounded(model) for name, model in weights.models.items()},
            "common": sorted(common),
            "surnames": sorted(surnames),
        }
        text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
        (MODELS / "places.json").write_text(text + "\n", encoding="utf-8")


def _rounded(model: Mapping[str, float]) -> dict[str, float]:
    return {name: round(weight, 3) for name, weight in sorted(model.items())}


def read_documents(path: Path) -> list[dict[str, Any]]:
    """Return annotated documents."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def word_lists(data: Path) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of places that are common words, and those that stand behind given names, as texts show."""
    low: Counter[str] = Counter()
    high: Counter[str] = Counter()
    behind: Counter[str] = Counter()
    for name in WORDS:
        for text in texts(data / name):
            low.update(re.findall(r"\b[a-z]{2,}\b", text))
            high.update(word.lower() for word in re.findall(r"(?<=[a-z,] )[A-Z][a-z]+\b", text))
            for first, last in re.findall(r"\b([A-Z][a-z]+) ([A-Z][a-z]+)\b", text):
                if first.lower() in FIRST_NAMES:
                    behind[last.lower()] += 1
    known = bundled()
    words = [word for word in low if low[word] >= 3 and low[word] > high[word]]
    common = frozenset(name.lower() for name in known.look_up([word.capitalize() for word in words]))
    people = [word for word in behind if behind[word] >= 2 and behind[word] * 3 > high[word]]
    surnames = frozenset(name.lower() for name in known.look_up([word.capitalize() for word in people]))
    return common, surnames


def texts(path: Path) -> Iterator[str]:
    """Yield the texts of a file of JSON lines, wherever they stand in a line."""
    for line in path.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        document = one.get("document")
        text = one.get("text") or (document.get("text") if isinstance(document, dict) else None)
        if isinstance(text, str) and text.upper() != text:
            yield text


def right(entry: PlaceEntry, gold: Mapping[str, Any]) -> bool:
    """Say whether a place is the annotated one."""
    if gold.get("lat") is None or entry.lat is None or entry.lon is None:
        return False
    there = PlaceEntry("", "", entry.kind, gold["lat"], gold["lon"], 0)
    return apart_km(entry, there) <= gold.get("reach", NEAR)


def apart_km(one: PlaceEntry, other: PlaceEntry) -> float:
    """Return the kilometres between two places on the sphere."""
    a, b, c, d = map(numpy.radians, (one.lat, one.lon, other.lat, other.lon))
    h = numpy.sin((c - a) / 2) ** 2 + numpy.cos(a) * numpy.cos(c) * numpy.sin((d - b) / 2) ** 2
    return float(2 * 6371.0088 * numpy.arcsin(min(1.0, float(numpy.sqrt(h)))))


def learn(documents: Sequence[Mapping[str, Any]], made: Sequence[Mapping[str, Any]], start: Weights) -> Weights:
    """Return weights learned from documents, places first, names with these places second."""
    chosen: dict[str, float] = dict(start.models["choose"])
    for _ in range(2):
        weights = Weights({**start.models, "choose": chosen}, start.common, start.surnames)
        examples = [example for one in (*documents, *made) for example in choices(one, weights)]
        chosen = fit_choice(examples, START)
    weights = Weights({**start.models, "choose": chosen}, start.common, start.surnames)
    pairs = [pair for one in (*documents, *made) for pair in detections(one, weights)]
    return Weights({"choose": chosen, "detect": fit_two_way(pairs)}, start.common, start.surnames)


def choices(document: Mapping[str, Any], weights: Weights) -> Iterator[Example]:
    """Yield, for each annotated name, the features of its places and which are right."""
    text, tokens = document["text"], tokens_of(document["text"])
    names = names_in(text, tokens, bundled())
    golds = {Span(one["start"], one["end"]): one for one in document["toponyms"]}
    found = given(text, tokens, sorted(golds), bundled())
    groups = names_of(found)
    around = surroundings(text, tokens, names, found)
    choose(groups, around, weights)
    for group in groups:
        gold = golds[group.mentions[0].span]
        rights = [right(hit.entry, gold) for hit in group.hits]
        yield [*group.features, NOWHERE], [*rights, not any(rights)]


def fit_choice(examples: Sequence[Example], start: Mapping[str, float], penalty: float = 0.05) -> dict[str, float]:
    """Return the weights under which the right places are the likeliest."""
    names = sorted({name for rows, _ in examples for row in rows for name in row} | set(start))
    index = {name: number for number, name in enumerate(names)}
    tables = [numpy.array([[row.get(name, 0.0) for name in names] for row in rows]) for rows, _ in examples]
    truths = [numpy.array(rights) for _, rights in examples]
    begin = numpy.array([start.get(name, 0.0) for name in names])

    def loss(weights: Any) -> tuple[float, Any]:
        total, slope = 0.0, numpy.zeros(len(index))
        for rows, rights in zip(tables, truths, strict=True):
            scores = rows @ weights
            powers = numpy.exp(scores - scores.max())
            every, good = powers / powers.sum(), powers * rights
            total -= float(numpy.log(max(good.sum() / powers.sum(), 1e-12)))
            slope += rows.T @ every - rows.T @ (good / max(good.sum(), 1e-300))
        off = weights - begin
        return total + penalty * len(tables) / 20 * float(off @ off), slope + penalty * len(tables) / 10 * off

    best = minimize(loss, begin, jac=True, method="L-BFGS-B").x
    return {name: float(best[number]) for name, number in index.items()}


def detections(document: Mapping[str, Any], weights: Weights) -> Iterator[tuple[Features, bool]]:
    """Yield the features of each name in a document that places bear, and whether it is annotated."""
    groups, around = read(document, weights)
    spans = [(gold["start"], gold["end"]) for gold in document["toponyms"]]
    for one, features in all_features(groups, around, weights):
        yield features, any(start < one.span.end and one.span.start < end for start, end in spans)


def read(document: Mapping[str, Any], weights: Weights) -> tuple[list[Name], Any]:
    """Return a document's names with their places chosen, and what stands around them."""
    text, tokens = document["text"], tokens_of(document["text"])
    names = names_in(text, tokens, bundled())
    groups = names_of(names.found)
    around = surroundings(text, tokens, names, names.found)
    choose(groups, around, weights)
    return groups, around


def fit_two_way(pairs: Sequence[tuple[Features, bool]], penalty: float = 0.5) -> dict[str, float]:
    """Return the weights of a logistic regression."""
    names = sorted({name for row, _ in pairs for name in row})
    rows = numpy.array([[row.get(name, 0.0) for name in names] for row, _ in pairs])
    truth = numpy.array([1.0 if answer else -1.0 for _, answer in pairs])

    def loss(weights: Any) -> tuple[float, Any]:
        margin = truth * (rows @ weights)
        slope = -truth / (1 + numpy.exp(numpy.clip(margin, -30, 30)))
        value = float(numpy.logaddexp(0, -margin).sum() + penalty * weights @ weights)
        return value, rows.T @ slope + 2 * penalty * weights

    best = minimize(loss, numpy.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return {name: float(best[number]) for number, name in enumerate(names)}


def measured(document: Mapping[str, Any], weights: Weights) -> Counter[str]:
    """Count what is right in one document: names found, places chosen, with and without a parse."""
    counts: Counter[str] = Counter(gold=len(document["toponyms"]))
    groups, around = read(document, weights)
    best = {one.first: group.hits[group.best].entry for group in groups for one in group.mentions}
    for one, features in all_features(groups, around, weights):
        if weights.chance("detect", features) < PLACE_FROM:
            continue
        golds = [g for g in document["toponyms"] if g["start"] < one.span.end and one.span.start < g["end"]]
        counts["said"] += 1
        counts["found"] += bool(golds)
        counts["placed"] += any(right(best[one.first], gold) for gold in golds)
    return counts


def rates(counts: Counter[str]) -> dict[str, float]:
    """Return F1 of detection and end to end."""
    both = counts["gold"] + counts["said"]
    return {name: round(200 * counts[name] / both, 2) for name in ("found", "placed")}


if __name__ == "__main__":
    main()
