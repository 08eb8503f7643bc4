"""Learn what each sign of one event weighs, from dossiers whose claims are grouped by hand.

    python training/likeness.py FOLDER... [--write] [--strength 4]

A folder holds ``documents.jsonl``, ``testimonies.csv`` and ``relays.csv`` (a quote in a document and its testimony).
The claims that the reader finds are matched with the quotes; each pair of one story that is worth comparing is an
example: do both belong to one event? Logistic regression with a Gaussian prior about the weights at hand, so that a
sign that is rare in the dossiers keeps what it weighed before. Without ``--write`` it prints weights and
leave-one-dossier-out figures.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from reportedly.events.board import candidates
from reportedly.events.likeness import Comparator, weights
from reportedly.events.nodes import Node, families, nodes_of
from reportedly.events.signs import signs_of
from reportedly.events.stories import stories_of
from reportedly.events.verdicts import Verdicts
from reportedly.model.claim import Claim
from reportedly.model.document import Document
from reportedly.model.wording import content
from reportedly.pipeline.intake import code, read_paths
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare

OUTPUT = Path(__file__).parent.parent / "src/reportedly/data/models/likeness.json"
NOTE = (
    "Weights in log-odds of the signs of one event, learned by training/likeness.py on invented dossiers; Apache-2.0."
)
MATCHED = 0.5


@dataclass(frozen=True)
class Example:
    """One pair of claims with its signs."""

    signs: Mapping[str, float]
    same: bool


def main() -> None:
    """Learn, and print or write."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folders", nargs="+", type=Path)
    asked.add_argument("--write", action="store_true")
    asked.add_argument("--strength", type=float, default=4.0, help="weight of the prior")
    options = asked.parse_args()
    sets = [examples_of(folder) for folder in options.folders]
    for folder, examples in zip(options.folders, sets, strict=True):
        print(folder.name, len(examples), "pairs,", sum(one.same for one in examples), "of one event")
    for at, held_out in enumerate(sets if len(sets) > 1 else []):
        rest = [one for other, many in enumerate(sets) if other != at for one in many]
        learned = learn(rest, weights(), options.strength)
        before, after = (loss(held_out, table) for table in (weights(), learned))
        print(f"{options.folders[at].name}: held-out log loss {before:.4f} before, {after:.4f} after")
    table = learn([one for many in sets for one in many], weights(), options.strength)
    for name, weight in sorted(table.items()):
        print(f"{name:16} {weights().get(name, 0.0):7.2f} -> {weight:7.2f}")
    if options.write:
        rounded = {name: round(weight, 2) for name, weight in sorted(table.items())}
        OUTPUT.write_text(json.dumps({"note": NOTE, "weights": rounded}, indent=1) + "\n", encoding="utf-8")


def examples_of(folder: Path) -> list[Example]:
    """Return the pairs of a dossier whose events are known."""
    tools = prepare(Settings())
    source = folder / "documents.jsonl"
    coded = tuple(code(read_paths([source if source.exists() else folder], tools).documents, tools))
    documents = [one.document for one in coded]
    claims = [claim for one in coded for claim in one.claims]
    found = []
    for story in stories_of(documents, claims, Verdicts(())):
        held = {document.id for document in story}
        found += _examples(folder, story, [claim for claim in claims if claim.document_id in held])
    return found


def _examples(folder: Path, documents: Sequence[Document], claims: Sequence[Claim]) -> list[Example]:
    nodes = nodes_of(claims, families(documents))
    unique = {node.family.key: node.family for node in nodes}
    comparator = Comparator([unique[key] for key in sorted(unique)])
    event_of = _events(folder, documents, nodes)
    found = []
    for left, right in candidates(nodes, comparator):
        if left in event_of and right in event_of:
            signs: Counter[str] = Counter()
            for sign in signs_of(nodes[left], nodes[right], comparator):
                signs[sign.code] += sign.value
            found.append(Example(signs, event_of[left] == event_of[right]))
    return found


def _events(folder: Path, documents: Sequence[Document], nodes: Sequence[Node]) -> dict[int, str]:
    """Return the event of each node that a quote of the gold is, by greatest overlap of words."""
    told = {row["testimony_id"]: row["event_id"] for row in _rows(folder / "testimonies.csv")}
    key = {document.id: document.key for document in documents}
    pairs = []
    for row in _rows(folder / "relays.csv"):
        event = told.get(row["testimony_id"].split(";")[0].strip())
        for at, node in enumerate(nodes):
            held = {key[document.id] for document in node.family.documents}
            if event and row["document_id"] in held:
                pairs.append((_overlap(row["quote"], node.claim.quote), row["claim_id"], at, event))
    found: dict[int, str] = {}
    used: set[str] = set()
    for share, claim, at, event in sorted(pairs, reverse=True):
        if share >= MATCHED and claim not in used and at not in found:
            found[at] = event
            used.add(claim)
    return found


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _overlap(left: str, right: str) -> float:
    ours, theirs = Counter(left.casefold().split()), Counter(right.casefold().split())
    both = sum((ours & theirs).values())
    if not content(left):
        return float(left == right)
    return 2 * both / max(1, ours.total() + theirs.total())


def learn(examples: Sequence[Example], prior: Mapping[str, float], strength: float) -> dict[str, float]:
    """Return the weights of greatest posterior; both classes weigh as often as they occur."""
    names = sorted(set(prior) | {name for one in examples for name in one.signs})
    matrix = np.array([[one.signs.get(name, 0.0) for name in names] for one in examples])
    right = np.array([one.same for one in examples], dtype=float)
    centre = np.array([prior.get(name, 0.0) for name in names])
    scale = np.maximum(1e-9, np.sqrt((matrix**2).mean(axis=0)))
    spread = np.where(np.isin(names, ["days-apart", "day-differs"]), scale * 4, 1.0)

    def cost(at: np.ndarray) -> tuple[float, np.ndarray]:
        score = matrix @ at
        value = (
            np.logaddexp(0, score).sum()
            - right @ score
            + strength / 2 * ((at - centre) * spread) @ ((at - centre) * spread)
        )
        slope = matrix.T @ (1 / (1 + np.exp(-score)) - right) + strength * (at - centre) * spread**2
        return float(value), slope

    best = minimize(cost, centre, jac=True, method="L-BFGS-B").x
    return dict(zip(names, (float(one) for one in best), strict=True))


def loss(examples: Sequence[Example], table: Mapping[str, float]) -> float:
    """Return the mean log loss."""
    total = 0.0
    for one in examples:
        score = sum(table.get(name, 0.0) * value for name, value in one.signs.items())
        total += math.log1p(math.exp(-score if one.same else score))
    return total / max(1, len(examples))


if __name__ == "__main__":
    main()
