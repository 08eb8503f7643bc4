"""Train ``source_class.json``: what sort of source a name is, from the ``class`` of annotated acts of attribution.

    python training/source_class.py --shared ../shared --measure     figures on the documents held out; write nothing
    python training/source_class.py --shared ../shared               train on all documents and write the model

Each name of a document counts once for each class that it was given there; the names of the registry of actors, whose
classes are set by hand, are added. Documents of fold 0 are held out to measure. The loss is convex and the optimiser
takes no random step: the same annotations give the same file.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import spacy
from attribution_corpus import annotated
from scipy import optimize, sparse
from tagger_data import fold_of

from reportedly.claims.cast import Cast
from reportedly.claims.extractor import DEFAULT_MODEL
from reportedly.claims.linear import LinearModel
from reportedly.claims.parse import parse_document
from reportedly.claims.source_class import MODEL, by_table, features
from reportedly.model.claim import SourceClass
from reportedly.model.document import Document
from reportedly.model.registry import read_registry

OUTPUT = Path(__file__).parents[1] / "src/reportedly/data/models"
ACTORS = Path(__file__).parents[1] / "src/reportedly/data/actors.json"
HELD_OUT = 0
FEWEST = 2
"""Features that fewer examples have are dropped."""
SMALLEST = 0.3
"""Features whose weights are all smaller than this are left out of the file."""


@dataclass(frozen=True)
class Example:
    """A name of a document with the class that it was given."""

    document: str
    name: str
    person: bool
    label: SourceClass

    @property
    def features(self) -> tuple[str, ...]:
        """What the model sees."""
        return features(self.name, person=self.person)


def examples(shared: Path) -> Iterator[Example]:
    """Yield each name of each annotated document once for each class; the document tells whether it is a person's."""
    nlp = spacy.load(DEFAULT_MODEL)
    for document, text, acts in annotated(shared):
        cast = Cast.of(parse_document(Document(document, document, text), nlp))
        for name, label in sorted({(act["name"], act["class"]) for act in acts}):
            yield Example(document, name, cast.is_person(name), SourceClass(label.replace("_", " ")))


def known() -> list[Example]:
    """Return the names of the registry's actors with their classes; a person's name of two words or more is one."""
    registry = read_registry(ACTORS.read_bytes(), ACTORS.name)
    return [
        Example("", name, actor.source_class is SourceClass.PERSON and " " in name, actor.source_class)
        for actor in registry.actors
        if actor.source_class is not SourceClass.UNKNOWN
        for name in dict.fromkeys((actor.name, *actor.names))
    ]


def fit(data: Sequence[Example], strength: float) -> LinearModel:
    """Fit a multinomial logistic regression with an L2 penalty.

    Args:
        data: the examples.
        strength: weight of the penalty.
    """
    labels = tuple(sorted({str(one.label) for one in data}))
    counts = Counter(name for one in data for name in one.features)
    index = {
        name: place for place, name in enumerate(sorted(name for name, count in counts.items() if count >= FEWEST))
    }
    matrix = _matrix(data, index)
    truth = np.array([[str(one.label) == label for label in labels] for one in data], dtype=float)
    weights = _minimised(matrix, truth, strength)
    table = {name: tuple(round(float(value), 2) for value in weights[place]) for name, place in index.items()}
    return LinearModel(labels, {name: row for name, row in table.items() if max(map(abs, row)) >= SMALLEST})


def _matrix(data: Sequence[Example], index: dict[str, int]) -> Any:
    places = [(row, index[name]) for row, one in enumerate(data) for name in one.features if name in index]
    rows, columns = zip(*places, strict=True)
    return sparse.csr_matrix((np.ones(len(places)), (rows, columns)), shape=(len(data), len(index)))


def _minimised(matrix: Any, truth: npt.NDArray[Any], strength: float) -> npt.NDArray[Any]:
    shape = (matrix.shape[1], truth.shape[1])

    def loss(flat: npt.NDArray[Any]) -> tuple[float, npt.NDArray[Any]]:
        weights = flat.reshape(shape)
        scores = matrix @ weights
        scores -= scores.max(axis=1, keepdims=True)
        chances = np.exp(scores)
        sums = chances.sum(axis=1, keepdims=True)
        lost = float((np.log(sums) - (scores * truth).sum(axis=1, keepdims=True)).sum())
        slope = matrix.T @ (chances / sums - truth) + strength * weights
        return lost + strength * float((weights**2).sum()) / 2, slope.ravel()

    found = optimize.minimize(loss, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    weights: npt.NDArray[Any] = found.x.reshape(shape)
    return weights


def guess(model: LinearModel, one: Example) -> str:
    """Return the label that a model gives an example."""
    chances = model.probabilities(one.features)
    return max(chances, key=lambda label: (chances[label], label))


def measure(data: Sequence[Example], strength: float, *, detail: bool) -> None:
    """Print how often table and model are right on the documents held out."""
    rest = [one for one in data if fold_of(one.document) != HELD_OUT]
    held = [one for one in data if fold_of(one.document) == HELD_OUT]
    model = fit([*rest, *known()], strength)
    table = [by_table(one.name, person=one.person) == one.label for one in held]
    learned = [guess(model, one) == one.label for one in held]
    common = Counter(one.label for one in held).most_common(1)[0][1]
    size = len(held)
    print(
        f"{size} names held out: commonest {common / size:.3f}, table {sum(table) / size:.3f}, "
        f"model {sum(learned) / size:.3f}; wrong by the model, right by the table: "
        f"{sum(old and not new for old, new in zip(table, learned, strict=True))}"
    )
    if detail:
        for one, right in zip(held, learned, strict=True):
            if not right:
                print(f"  {one.label:13} {guess(model, one):13} {one.name}{' (person)' if one.person else ''}")


def write(model: LinearModel) -> None:
    """Write the model as JSON, one feature a line so that changes can be read."""
    rows = ",\n".join(f"{json.dumps(key)}: {json.dumps(list(model.weights[key]))}" for key in sorted(model.weights))
    text = f'{{"labels": {json.dumps(list(model.labels))},\n"weights": {{\n{rows}\n}}}}\n'
    (OUTPUT / f"{MODEL}.json").write_text(text, encoding="utf-8")


def main() -> None:
    """Measure on the documents held out, then train on all of them and write the model."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--shared", type=Path, required=True)
    arguments.add_argument("--measure", action="store_true", help="write nothing")
    arguments.add_argument("--detail", action="store_true", help="print every name that the model gets wrong")
    arguments.add_argument("--strength", type=float, default=1.0)
    options = arguments.parse_args()
    data = list(examples(options.shared))
    measure(data, options.strength, detail=options.detail)
    if not options.measure:
        write(fit([*data, *known()], options.strength))


if __name__ == "__main__":
    main()
