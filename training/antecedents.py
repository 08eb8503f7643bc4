"""Train the antecedent ranker: conditional logistic regression on annotated source mentions.

    python training/antecedents.py --shared ../shared --hold-out 0             # measure on a fold, write nothing
    python training/antecedents.py --shared ../shared --but 0 --output FILE    # without the fold that is measured on
    python training/antecedents.py --shared ../shared                          # write the packaged weights

An example is a pronoun or description with everybody who stands before it in the text; right are all candidates whose
name is the annotated one, or the candidate for ``its own words`` where these are. Earlier sources go by their annotated
names. Examples without a right candidate teach nothing and are left out. The loss is convex and its solver takes no
random step: the same input gives the same file, ``src/reportedly/data/models/antecedent.json``.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import spacy
from identities import Gold, Told, documents
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from tagger_data import fold_of

from reportedly.claims.antecedents import Candidate, Ranker
from reportedly.claims.cast import Cast
from reportedly.claims.extractor import DEFAULT_MODEL
from reportedly.model.actors import folded

OUTPUT = Path(__file__).parents[1] / "src/reportedly/data/models/antecedent.json"
STRENGTH = 2.0
"""Weight of the L2 penalty."""
SEEN = 4
"""Right or wrong candidates that must have a feature for it to count."""
Vector = NDArray[np.float64]


@dataclass(frozen=True)
class Example:
    """A mention with its candidates, and which of them are right."""

    document: str
    kind: str
    candidates: tuple[Candidate, ...]
    right: tuple[bool, ...]


def examples(found: Iterable[Told]) -> Iterator[Example]:
    """Yield the examples of documents."""
    for one in found:
        cast = Cast.of(one.parse)
        for gold in one.mentions:
            if cast.ranks(gold.mention):
                example = _example(one.id, cast, gold)
                if any(example.right):
                    yield example
            cast.heard(gold.name, gold.mention)


def _example(document: str, cast: Cast, gold: Gold) -> Example:
    candidates = tuple(cast.candidates(cast.asked(gold.mention, gold.enclosing)))
    own = folded(cast.plain_name(gold.mention)) in gold.accepted
    right = tuple(
        own if one.figure is None else folded(one.figure.name) in gold.accepted and not own for one in candidates
    )
    return Example(document, gold.kind, candidates, right)


def fit(data: list[Example], strength: float = STRENGTH) -> dict[str, float]:
    """Return the weights that make the right candidates likeliest, under an L2 penalty."""
    counts = Counter(name for one in data for candidate in one.candidates for name in set(candidate.features))
    index = {name: number for number, name in enumerate(sorted(name for name, n in counts.items() if n >= SEEN))}
    rows = [[index[name] for name in set(c.features) if name in index] for one in data for c in one.candidates]
    ends = np.cumsum([0, *(len(row) for row in rows)])
    flat = np.array([number for row in rows for number in sorted(row)])
    matrix = csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(rows), len(index)))
    firsts = np.cumsum([0, *(len(one.candidates) for one in data)])[:-1]
    sizes = np.array([len(one.candidates) for one in data])
    right = np.array([mark for one in data for mark in one.right])

    def loss(weights: Vector) -> tuple[float, Vector]:
        said = _shares(matrix @ weights, firsts, sizes)
        held = np.add.reduceat(np.where(right, said, 0.0), firsts)
        wanted = np.where(right, said, 0.0) / np.repeat(held, sizes)
        gradient = matrix.T @ (said - wanted) + strength * weights
        return float(-np.log(held).sum() + strength * (weights @ weights) / 2), gradient

    found = minimize(loss, np.zeros(len(index)), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    return {name: round(float(found.x[number]), 3) for name, number in index.items() if abs(found.x[number]) >= 0.01}


def _shares(sums: Vector, firsts: NDArray[np.int64], sizes: NDArray[np.int64]) -> Vector:
    """Return the probabilities within each example."""
    powers = np.exp(sums - np.repeat(np.maximum.reduceat(sums, firsts), sizes))
    return np.asarray(powers / np.repeat(np.add.reduceat(powers, firsts), sizes), dtype=np.float64)


def accuracy(weights: dict[str, float], data: Iterable[Example]) -> Counter[tuple[str, str]]:
    """Return how many examples of each kind there are, and of how many a right candidate is likeliest."""
    ranker = Ranker(weights)
    counts: Counter[tuple[str, str]] = Counter()
    for one in data:
        said = ranker.probabilities(one.candidates)
        counts[one.kind, "all"] += 1
        counts[one.kind, "right"] += one.right[max(range(len(said)), key=lambda number: said[number])]
    return counts


def main() -> None:
    """Train and write the weights, or hold out a fold."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--shared", type=Path, required=True, help="folder of the shared data")
    arguments.add_argument("--hold-out", type=int, help="print the accuracy on this fold, write nothing")
    arguments.add_argument("--but", type=int, help="leave this fold out of the training")
    arguments.add_argument("--output", type=Path, default=OUTPUT)
    options = arguments.parse_args()
    data = list(examples(documents(options.shared, spacy.load(DEFAULT_MODEL))))
    if options.hold_out is not None:
        weights = fit([one for one in data if fold_of(one.document) != options.hold_out])
        counts = accuracy(weights, (one for one in data if fold_of(one.document) == options.hold_out))
        print(", ".join(f"{kind} {number}: {count}" for (kind, number), count in sorted(counts.items())))
        return
    data = [one for one in data if fold_of(one.document) != options.but]
    write(data, options.output)


def write(data: list[Example], output: Path) -> None:
    """Train on examples and write the weights with a note on what they come from."""
    names = {one.document for one in data}
    note = f"antecedents, conditional logistic regression on {len(data)} mentions of {len(names)} documents"
    record = {"note": note, "weights": fit(data)}
    output.write_text(json.dumps(record, indent=0, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
    print(note, "->", output.name)


if __name__ == "__main__":
    main()
