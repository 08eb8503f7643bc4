"""Fit the model of a claim's kind: multinomial logistic regression over named features and the encoder's vector.

``fields.py`` calls it. The vector is put to mean 0 and a common spread over the training claims before it is fitted;
what is written has that folded back, so that the program multiplies the bare vector. L-BFGS from zero on a convex
loss: the same input gives the same file.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack

from reportedly.claims.content import Content
from reportedly.claims.figures import Figure
from reportedly.claims.kinds import KindModel, KindView, kind_features
from reportedly.claims.linear import LinearModel

SPREAD = 0.1
"""Spread that each part of the vector is given: small, so that the penalty holds the vector back."""
STEPS = 80
Matrix = npt.NDArray[np.float64]


class Readings(Protocol):
    """A gold document as the field readers see it."""

    @property
    def gold(self) -> list[dict[str, Any]]:
        """Its claims."""

    @property
    def contents(self) -> list[Content]:
        """Their contents."""

    @property
    def figures(self) -> list[tuple[Figure, ...]]:
        """Their figures."""

    @property
    def views(self) -> list[KindView]:
        """What the reader of kinds sees of them."""

    @property
    def fold(self) -> int:
        """The fold it belongs to."""


@dataclass(frozen=True)
class KindExample:
    """One claim with its features, its vector and its kind."""

    features: tuple[str, ...]
    meaning: npt.NDArray[Any]
    label: str
    fold: int


def kind_examples(read: Iterable[Readings]) -> list[KindExample]:
    """Return one example a claim that gold does not call optional and that has words."""
    return [
        KindExample(kind_features(content, figures, view.ties), view.meaning, claim["kind"], one.fold)
        for one in read
        for claim, content, figures, view in zip(one.gold, one.contents, one.figures, one.views, strict=True)
        if not claim.get("optional") and view.meaning is not None
    ]


def fit_kind(data: Sequence[KindExample], strength: float) -> KindModel:
    """Fit the model on examples; named features seen once or twice are dropped.

    Args:
        data: the examples.
        strength: weight of the L2 penalty.
    """
    labels = tuple(sorted({one.label for one in data}))
    counts = Counter(name for one in data for name in set(one.features))
    index = {name: place for place, name in enumerate(sorted(name for name, count in counts.items() if count > 2))}
    cells = [(row, index[name]) for row, one in enumerate(data) for name in set(one.features) if name in index]
    places = tuple(zip(*cells, strict=True))
    named = csr_matrix((np.ones(len(cells)), places), shape=(len(data), len(index)))
    vectors = np.array([one.meaning for one in data], dtype=np.float64)
    mean, scale = vectors.mean(axis=0), SPREAD / (vectors.std(axis=0) + 1e-6)
    matrix = hstack([named, csr_matrix((vectors - mean) * scale)]).tocsr()
    weights = _descend(matrix, np.array([labels.index(one.label) for one in data]), len(labels), strength)
    table = {name: tuple(round(float(one), 4) for one in weights[place]) for name, place in index.items()}
    rows = np.round(weights[len(index) :] * scale[:, None], 5)
    kept = {name: row for name, row in table.items() if any(abs(value) >= 0.01 for value in row)}
    return KindModel(LinearModel(labels, kept), rows.astype(np.float32), (mean @ rows).round(4).astype(np.float32))


def _descend(matrix: Any, truth: npt.NDArray[Any], labels: int, strength: float) -> Matrix:
    rows, width = matrix.shape
    right = np.zeros((rows, labels))
    right[np.arange(rows), truth] = 1.0

    def loss(flat: Matrix) -> tuple[float, Matrix]:
        weights = flat.reshape(width, labels)
        scores = matrix @ weights
        scores -= scores.max(axis=1, keepdims=True)
        powers = np.exp(scores)
        sums = powers.sum(axis=1, keepdims=True)
        missed = -(scores[right == 1.0] - np.log(sums[:, 0])).sum() + 0.5 * strength * (weights**2).sum()
        slope = matrix.T @ (powers / sums - right) + strength * weights
        return float(missed), np.asarray(slope).ravel()

    found = minimize(loss, np.zeros(width * labels), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    weights: Matrix = found.x.reshape(width, labels)
    return weights


def kind_report(data: Sequence[KindExample], models: Sequence[KindModel]) -> str:
    """Return cross-validated accuracy, with the encoder's vector and without, and the share of the commonest kind."""
    with_vector = sum(_right(one, models[one.fold], one.meaning) for one in data) / len(data)
    without = sum(_right(one, models[one.fold], None) for one in data) / len(data)
    common = Counter(one.label for one in data).most_common(1)[0][1] / len(data)
    return f"{with_vector:.4f} of {len(data)}, without encoder {without:.4f}, commonest label {common:.4f}"


def _right(one: KindExample, model: KindModel, meaning: npt.NDArray[Any] | None) -> bool:
    scores = model.probabilities(one.features, meaning)
    return max(scores, key=lambda label: (scores[label], label)) == one.label


def write_kind(model: KindModel, path: Path) -> None:
    """Write the model as JSON, one feature a line so that changes can be read."""
    names = ",\n".join(f"{json.dumps(key)}: {json.dumps(row)}" for key, row in sorted(model.names.weights.items()))
    rows = ",\n".join(json.dumps([round(float(one), 5) for one in row]) for row in model.rows)
    middle = json.dumps([round(float(one), 4) for one in model.middle])
    labels = json.dumps(list(model.names.labels))
    text = f'{{"labels": {labels},\n"weights": {{\n{names}\n}},\n"middle": {middle},\n"vector": [\n{rows}\n]}}\n'
    path.write_text(text, encoding="utf-8")
