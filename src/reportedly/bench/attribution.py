"""Task ``attribution``: who is made to say what, compared over the words of source, cue and content.

Gold and predicted attributions of a document are paired one to one by the assignment with the highest sum of the
contents' Dice plus a tenth of the cues' and of the sources' Dice; a pair counts from a content Dice of 0.5. A source is
right from Dice 0.5 or where both are absent, a cue where one word is shared. Marks and white space never count.

Only statements are handed in: what can be true or false. Plans, orders, wishes and mere phrases (``called for an
inquiry``) are found as well, and shown by ``reportedly attributions``, but most guidelines for annotation leave them
out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy
from scipy.optimize import linear_sum_assignment

from reportedly.bench.figures import Counts, f1, share
from reportedly.bench.gold import GoldLine, inputs_only, read_lines, write_lines
from reportedly.model.attributed import Attributed
from reportedly.model.span import Span
from reportedly.pipeline.attributions import attribute_lines
from reportedly.pipeline.toolkit import Toolkit

PAIRED_FROM = 0.5
"""Dice of two contents from which they are one attribution, and of two sources from which they are one source."""
CORE = re.compile(
    r"\b(said|says|say|saying|told|tells|tell|telling|according to|added|adds|adding|wrote|writes|asked|reported|"
    r"reports|announced|noted|stated|claimed|claims)\b",
    re.IGNORECASE,
)
"""Core speech cues, which nearly all of a claims ledger needs and on which people agree best."""
_WORD = re.compile(r"\w+")
Words = frozenset[int]


@dataclass(frozen=True)
class Act:
    """An attribution as words of its document."""

    id: str
    source: Words
    cue: Words
    content: Words
    parent: str | None
    core: bool


def run(gold: Path, predictions: Path | None, tools: Toolkit) -> dict[str, Any]:
    """Find the attributions of the gold's documents and compare."""
    lines = read_lines(gold)
    with inputs_only([{"document": {"id": line["doc"], "text": line["text"]}} for line in lines]) as documents:
        found = attribute_lines(documents, tools)
    predicted = [{"doc": one.document.key, "attributions": list(statements(one.found))} for one in found]
    if predictions is not None:
        write_lines(predicted, predictions)
    return score(lines, predicted)


def statements(found: Sequence[Attributed]) -> Iterator[dict[str, Any]]:
    """Yield the statements among attributions; what stood in one that is left out stands in the next outer one."""
    known = {one.id: one for one in found}
    for one in found:
        above = known.get(one.parent or "")
        while above is not None and not above.statement:
            above = known.get(above.parent or "")
        if one.statement:
            yield {**record(one), "parent": above.id if above else None}


def record(one: Attributed) -> dict[str, Any]:
    """Return an attribution in the form that the scorer documents."""
    return {
        "id": one.id,
        "source": _pairs(one.source),
        "cue": _pairs(one.cue),
        "content": _pairs(one.content),
        "parent": one.parent,
    }


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def score(gold: Iterable[GoldLine], predicted: Iterable[GoldLine]) -> dict[str, Any]:
    """Return the figures of predicted lines against gold lines; a document that was not predicted counts as empty."""
    ours = {line["doc"]: line["attributions"] for line in predicted}
    counts = Counts()
    for line in gold:
        counts += score_document(line["text"], line["attributions"], ours.get(line["doc"], ()))
    figures = {
        name: f1(counts[name], counts["predicted"], counts["gold"]) for name in ("detect", "source", "cue", "triple")
    }
    return {
        "documents": counts["documents"],
        "gold": counts["gold"],
        "predicted": counts["predicted"],
        **figures,
        "nested": f1(counts["edge"], counts["edge predicted"], counts["edge gold"]),
        "core": {
            "recall": share(counts["core found"], counts["core gold"]),
            "precision": share(counts["core right"], counts["core predicted"]),
        },
    }


def score_document(text: str, gold: Sequence[Mapping[str, Any]], predicted: Sequence[Mapping[str, Any]]) -> Counts:
    """Count what is right in one document."""
    words = [match.span() for match in _WORD.finditer(text)]
    truth, ours = _acts(gold, words, text), _acts(predicted, words, text)
    pairs = dict(_paired(truth, ours))
    counts = Counts({"documents": 1, "gold": len(truth), "predicted": len(ours), "detect": len(pairs)})
    for number, other in pairs.items():
        counts.update(_right(truth[number], ours[other]))
    counts["core gold"] += sum(one.core for one in truth)
    counts["core predicted"] += sum(one.core for one in ours)
    counts["core found"] += sum(truth[number].core for number in pairs)
    counts["core right"] += sum(ours[other].core for other in pairs.values())
    return counts + _edges(truth, ours, pairs)


def _acts(lines: Sequence[Mapping[str, Any]], words: Sequence[tuple[int, int]], text: str) -> list[Act]:
    acts = []
    for number, line in enumerate(lines):
        source, cue, content = (_covered(line.get(role) or (), words) for role in ("source", "cue", "content"))
        said = " ".join(text[start:end] for start, end in line.get("cue") or ())
        if content:
            parent = line.get("parent")
            acts.append(Act(line.get("id", str(number)), source, cue, content, parent, bool(CORE.search(said))))
    return acts


def _covered(spans: Iterable[Sequence[int]], words: Sequence[tuple[int, int]]) -> Words:
    return frozenset(
        number for low, high in spans for number, (start, end) in enumerate(words) if start < high and end > low
    )


def _dice(left: Words, right: Words) -> float:
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 1.0


def _paired(gold: Sequence[Act], ours: Sequence[Act]) -> list[tuple[int, int]]:
    if not gold or not ours:
        return []
    weights = numpy.array([[_weight(one, other) for other in ours] for one in gold])
    rows, columns = linear_sum_assignment(weights, maximize=True)
    pairs = zip(rows.tolist(), columns.tolist(), strict=True)
    return [(row, column) for row, column in pairs if weights[row, column] > 0]


def _weight(one: Act, other: Act) -> float:
    same = _dice(one.content, other.content)
    if same < PAIRED_FROM:
        return 0.0
    beside = [_dice(a, b) for a, b in ((one.cue, other.cue), (one.source, other.source)) if a and b]
    return same + 0.1 * sum(beside)


def _right(gold: Act, ours: Act) -> list[str]:
    source = _dice(gold.source, ours.source) >= PAIRED_FROM
    cue = bool(gold.cue & ours.cue) or not (gold.cue or ours.cue)
    return [name for name, right in (("source", source), ("cue", cue), ("triple", source and cue)) if right]


def _edges(gold: Sequence[Act], ours: Sequence[Act], pairs: Mapping[int, int]) -> Counts:
    """Count edges from an attribution to the one that it stands in, where the gold has any in this document."""
    if not any(one.parent for one in gold):
        return Counts()
    truth, found = _edge_numbers(gold), _edge_numbers(ours)
    hits = sum((pairs.get(child, -1), pairs.get(above, -1)) in found for child, above in truth)
    return Counts({"edge gold": len(truth), "edge predicted": len(found), "edge": hits})


def _edge_numbers(acts: Sequence[Act]) -> set[tuple[int, int]]:
    place = {one.id: number for number, one in enumerate(acts)}
    return {(number, place[one.parent]) for number, one in enumerate(acts) if one.parent in place}
