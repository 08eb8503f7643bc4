"""Train the models that read figures: what they count, who is a victim without a number, and what a count covers.

    python training/corpus.py --shared ../shared --write corpus.jsonl
    python training/figures.py corpus.jsonl --shared ../shared [--folds]

``measure`` learns from the claims of gold and from documents whose figures were annotated one by one
(``annotations/figures``); ``victim`` and the facets of a count (``period``, ``again``, ``main``, ``side``) from the
latter alone. All are multinomial logistic regressions over named features. Writes ``<name>.json`` under
``src/reportedly/data/models``; ``--folds`` prints cross-validated figures by document and writes nothing.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from fields import gold_draft
from scipy import sparse
from scipy.optimize import minimize
from standoff import Record, text_hash

from reportedly.claims.content import Content, read_content
from reportedly.claims.days import times_of
from reportedly.claims.draft import ClaimDraft
from reportedly.claims.extractor import DEFAULT_MODEL
from reportedly.claims.figures import Figure, rule_figure, rule_reading
from reportedly.claims.figures_evidence import NOTHING, figure_features
from reportedly.claims.figures_facets import facet_features
from reportedly.claims.figures_numerals import find_numerals
from reportedly.claims.parse import Parse, parse_document
from reportedly.claims.victims import find_victims, victim_features
from reportedly.model.document import DayBasis, Document, Published
from reportedly.model.span import Span

HERE = Path(__file__).parent
OUTPUT = HERE.parent / "src/reportedly/data/models"
FOLDS = 5
STRENGTH = {"measure": 1.0, "victim": 1.0, "period": 1.0, "again": 1.0, "main": 1.0, "side": 1.0}
"""Weight of the L2 penalty."""
_BESIDE = frozenset({"killed", "dies", "died", "dead", "wounded", "injured", "hurt", "slain", "kia"})
LEAST = 0.02
"""Weights nearer to nothing than this are left out of the file."""


@dataclass(frozen=True)
class Example:
    """Named features with the right label, the rules' label and the document they come from."""

    features: tuple[str, ...]
    label: str
    rule: str
    document: str
    part: str

    @property
    def fold(self) -> int:
        """The fold of the document, by the hash of its id."""
        return int(hashlib.sha256(self.document.encode()).hexdigest()[:8], 16) % FOLDS


def claim_examples(corpus: Path, nlp: Any) -> Iterator[tuple[str, Example]]:
    """Yield an example for each number in a gold claim; numbers that gold does not count are ``none``."""
    for line in corpus.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        parse = parsed(record["document"], nlp)
        earlier: list[Figure] = []
        for claim in sorted(record["claims"], key=lambda one: one["span"]):
            content = read_content(gold_draft(claim, parse), parse)
            left: list[Record] = list(claim.get("quantities") or [])
            own: list[Figure] = []
            for seen, features, rule in _numbers(content, earlier, own):
                right = _taken(left, seen.low, seen.high)
                where = record["document"]["id"], record["source"]
                if right is not None or not claim.get("optional"):
                    label = right["measure"] if right else NOTHING
                    yield "measure", Example(features, label, rule, *where)
            earlier += own


def _numbers(content: Content, earlier: Sequence[Figure], own: list[Figure]) -> Iterator[tuple[Any, Any, str]]:
    """Yield each number of a content with its features; what the rules count is added to ``own``."""
    times = [time.span for time in times_of(content, content.parse.document.day, None)]
    for numeral in find_numerals(content.parse.text, content.span):
        before = [*earlier, *own]
        reading = None if any(numeral.core.overlaps(t) for t in times) else rule_reading(content, numeral, before)
        if reading is None:
            continue
        yield numeral, figure_features(reading, content, [figure.quantity for figure in before]), reading.rule
        if reading.rule != NOTHING:
            own.append(rule_figure(reading))


def _taken(left: list[Record], low: int | None, high: int | None) -> Record | None:
    same = [q for q in left if (q["low"], q["high"]) == (low, high)]
    near = [q for q in left if (q["low"] or q["high"]) == (low or high)]
    found = next(iter([*same, *near]), None)
    if found is not None:
        left.remove(found)
    return found


def annotated(shared: Path) -> Iterator[tuple[Record, str]]:
    """Yield the annotated documents with their texts and the part they belong to.

    Raises:
        KeyError: where a text is not in the shared data.
        ValueError: where a text is not the one that was annotated.
    """
    texts = {}
    for name in ("corpora/wikinews", "corpora/wikinews_outbreaks", "counts/muc4_dev"):
        for line in (shared / "data" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            texts[record.get("id") or record["doc_id"]] = record["text"]
    for path in sorted((HERE / "annotations/figures").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            record["text"] = record.get("text") or texts[record["id"]]
            if text_hash(record["text"]) != record["sha256"]:
                raise ValueError(f"another text: {record['id']}")
            yield record, path.stem


def headlines(shared: Path, nlp: Any) -> Iterator[Record]:
    """Yield the shared headlines as annotated documents: each claim is tied to the first number or victim that fits.

    Plurals without a number and claims for which nothing fits are left out of what is tied, so that the words for
    them may teach ``none``; they are few.
    """
    for line in (shared / "data/counts/headlines.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        parse = parsed({**record, "published": record["date"]}, nlp)
        places = [
            place for content in sentences(parse) for place in (*_number_places(content), *_victim_places(content))
        ]
        figures = []
        for claim in record["claims"]:
            fitting = [p for p in places if (p[1], p[2]) == (claim["low"], claim["high"]) and _may_be(p, claim, parse)]
            place = next(iter(sorted(fitting, key=lambda p: (not p[3], p[4] == NOTHING))), None)
            if place is None:
                continue
            places.remove(place)
            facets = {"measure": claim["outcome"], "period": claim["period"], "whose": claim["whose"]}
            figures.append({"span": [place[0].start, place[0].end], "stated": place[3], **facets})
        yield {"id": record["id"], "text": record["text"], "published": record["date"], "figures": figures}


def _may_be(place: tuple[Span, int | None, int | None, bool, str], claim: Record, parse: Parse) -> bool:
    """Say whether a number or victim may be what a headline's claim is about: stated, or beside the word for it."""
    if place[4] in {"", claim["outcome"]}:
        return True
    after = parse.text[place[0].end :].split()
    return place[4] == NOTHING and bool(after) and after[0].strip(",.").lower() in _BESIDE


def _number_places(content: Content) -> Iterator[tuple[Span, int | None, int | None, bool, str]]:
    for numeral in find_numerals(content.parse.text, content.span):
        yield numeral.core, numeral.low, numeral.high, True, ""


def _victim_places(content: Content) -> Iterator[tuple[Span, int | None, int | None, bool, str]]:
    for victim in find_victims(content):
        low, high = (2, None) if victim.plural else (1, 1)
        yield victim.span, low, high, False, victim.rule


def parsed(record: Record, nlp: Any) -> Parse:
    """Parse an annotated document."""
    day = record.get("published")
    published = Published(date.fromisoformat(day[:10]), DayBasis.GIVEN, "given") if day else None
    return parse_document(Document(record["id"], record["id"], record["text"], published=published), nlp)


def sentences(parse: Parse) -> Iterator[Content]:
    """Yield each sentence as a content of its own."""
    for sentence in parse.sentences:
        yield read_content(ClaimDraft(sentence.span, sentence.index), parse)


def figure_examples(record: Record, part: str, parse: Parse) -> Iterator[tuple[str, Example]]:
    """Yield the examples of one annotated document, each with the model that learns from it."""
    left = list(record["figures"])
    earlier: list[Figure] = []
    seen: list[str] = []
    for content in sentences(parse):
        for numeral, features, rule in _numbers(content, earlier, earlier):
            gold = _at(left, numeral.core, stated=True)
            label = gold["measure"] if gold else NOTHING
            yield "measure", Example(features, label, rule, record["id"], part)
            if gold:
                yield from _facets(gold, content, numeral.span, label, seen, (record["id"], part))
        for victim in find_victims(content):
            gold = _at(left, victim.span, stated=False)
            label = gold["measure"] if gold else NOTHING
            yield "victim", Example(victim_features(victim, content, seen), label, victim.rule, record["id"], part)
            if gold:
                yield from _facets(gold, content, victim.span, label, seen, (record["id"], part))


def _at(left: list[Record], span: Span, *, stated: bool) -> Record | None:
    found = next((one for one in left if one["stated"] == stated and span.overlaps(Span(*one["span"]))), None)
    if found is not None:
        left.remove(found)
    return found


def _facets(
    gold: Record, content: Content, span: Span, measure: str, seen: list[str], where: tuple[str, str]
) -> Iterator[tuple[str, Example]]:
    features = facet_features(content, span, measure, seen)
    for name in ("period", "again", "main", "side"):
        label = str(gold.get(name, "")).lower()
        if "whose" in gold and name == "side":
            label = "combatant" if gold["whose"].endswith("_forces") else gold["whose"]
        elif "whose" in gold and name != "period":
            continue
        yield name, Example(features, label, "", *where)
    seen.append(measure)


def fit(data: Sequence[Example], strength: float) -> dict[str, Any]:
    """Fit a multinomial logistic regression; features seen once are left out."""
    labels = sorted({one.label for one in data})
    counts = Counter(name for one in data for name in one.features)
    index = {name: place for place, name in enumerate(sorted(name for name, count in counts.items() if count > 1))}
    rows = [(row, index[name]) for row, one in enumerate(data) for name in one.features if name in index]
    matrix = sparse.csr_matrix((np.ones(len(rows)), tuple(np.array(rows).T)), shape=(len(data), len(index)))
    right = np.array([labels.index(one.label) for one in data])
    truth = np.eye(len(labels))[right]

    def loss(flat: Any) -> tuple[float, Any]:
        weights = flat.reshape(len(index), len(labels))
        scores = matrix @ weights
        scores -= scores.max(axis=1, keepdims=True)
        chances = np.exp(scores)
        chances /= chances.sum(axis=1, keepdims=True)
        cost = -np.log(chances[np.arange(len(data)), right] + 1e-12).sum() + 0.5 * strength * (weights**2).sum()
        return cost, (matrix.T @ (chances - truth) + strength * weights).ravel()

    found = minimize(loss, np.zeros(len(index) * len(labels)), jac=True, method="L-BFGS-B", options={"maxiter": 150})
    weights = found.x.reshape(len(index), len(labels))
    rows_kept = {
        name: [round(float(w), 2) if abs(w) >= LEAST else 0 for w in weights[place]]
        for name, place in index.items()
        if np.abs(weights[place]).max() >= 2 * LEAST
    }
    return {"labels": labels, "weights": rows_kept}


def predicted(model: Mapping[str, Any], features: Sequence[str]) -> str:
    """Return the likeliest label."""
    rows = [model["weights"][name] for name in features if name in model["weights"]]
    return str(model["labels"][int(np.sum(rows, axis=0).argmax())]) if rows else NOTHING


def report(name: str, data: Sequence[Example]) -> None:
    """Print cross-validated F1 (of what is not ``none``) or accuracy, part by part, beside the rules' own."""
    tallies: dict[str, Counter[str]] = {}
    for fold in range(FOLDS):
        model = fit([one for one in data if one.fold != fold], STRENGTH[name])
        for one in (one for one in data if one.fold == fold):
            label = predicted(model, one.features)
            for part in (one.part, "all"):
                tally = tallies.setdefault(part, Counter())
                tally.update(n=1, right=label == one.label, gold=one.label != NOTHING)
                tally.update(ours=label != NOTHING, hits=label == one.label != NOTHING)
                tally.update(rules=one.rule != NOTHING, ruled=one.rule == one.label != NOTHING)
    for part, tally in sorted(tallies.items()):
        f1 = 2 * tally["hits"] / max(1, tally["ours"] + tally["gold"])
        rules = 2 * tally["ruled"] / max(1, tally["rules"] + tally["gold"])
        accuracy = tally["right"] / tally["n"]
        print(f"{name:8} {part:22} n {tally['n']:5} F1 {f1:.3f} (rules {rules:.3f}) accuracy {accuracy:.3f}")


def main() -> None:
    """Gather, then measure or write."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpus", type=Path)
    arguments.add_argument("--shared", type=Path, required=True)
    arguments.add_argument("--folds", action="store_true", help="cross-validate and write nothing")
    options = arguments.parse_args()
    nlp = spacy.load(DEFAULT_MODEL)
    data: dict[str, list[Example]] = {name: [] for name in STRENGTH}
    for name, example in claim_examples(options.corpus, nlp):
        data[name].append(example)
    real = ((record, "real headlines") for record in headlines(options.shared, nlp))
    for record, part in (*annotated(options.shared), *real):
        for name, example in figure_examples(record, part, parsed(record, nlp)):
            data[name].append(example)
    for name, examples in data.items():
        if options.folds:
            report(name, examples)
        else:
            path = OUTPUT / f"{name}.json"
            path.write_text(json.dumps(fit(examples, STRENGTH[name]), ensure_ascii=False) + "\n", encoding="utf-8")
            print(name, len(examples), "examples,", path.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
