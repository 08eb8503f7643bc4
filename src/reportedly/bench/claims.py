"""Task ``claims``: whole claims against gold claims, document by document.

Predicted and gold claims are paired one to one by the assignment with the highest summed token F1 of their content
spans (Kuhn 1955; scipy's implementation), and a pair counts at token F1 of at least 0.5. A gold claim marked
``optional`` is neither rewarded nor punished.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy
from scipy.optimize import linear_sum_assignment

from reportedly.bench.figures import Counts, f1, share
from reportedly.bench.gold import GoldLine, inputs_only, read_lines, write_lines
from reportedly.model.actors import folded
from reportedly.pipeline.lines import code_lines, codebook_records
from reportedly.pipeline.toolkit import Toolkit

PAIRED_FROM = 0.5
"""Token F1 from which two content spans are one claim."""
DECIDING = ("origin", "chain", "polarity", "certainty", "when", "quantities")
"""Fields that must all be right for a whole claim."""
SHARES = ("origin", "chain", "kind", "polarity", "certainty", "when")
_TOKEN = re.compile(r"\w+(?:[-'’]\w+)*")

Record = Mapping[str, Any]
"""A claim, a link or a quantity in the codebook's form."""


def run(gold: Path, predictions: Path | None, tools: Toolkit) -> dict[str, Any]:
    """Find the claims of the gold's documents and compare."""
    lines = read_lines(gold)
    with inputs_only(lines) as documents:
        coded, _ = code_lines(documents, tools)
    predicted = list(codebook_records(coded))
    if predictions is not None:
        write_lines(predicted, predictions)
    return score(lines, predicted)


def score(gold: Iterable[GoldLine], predicted: Iterable[GoldLine]) -> dict[str, Any]:
    """Return the figures of predicted lines against gold lines.

    Args:
        gold: lines of a gold file; every document counts, predicted or not.
        predicted: lines in the same form; documents that gold does not have are passed over.
    """
    claims = {line["document"]["id"]: line["claims"] for line in predicted}
    counts = Counts()
    for line in gold:
        counts += score_document(line, claims.get(line["document"]["id"], ()))
    return _figures(counts)


def _figures(counts: Counts) -> dict[str, Any]:
    return {
        "documents": counts["documents"],
        "gold": counts["gold"],
        "predicted": counts["predicted"],
        "claim": f1(counts["paired"], counts["predicted"], counts["gold"]),
        **{field: share(counts[field], counts["paired"]) for field in SHARES},
        "quantity": f1(counts["quantity"], counts["quantity predicted"], counts["quantity gold"]),
        "of": share(counts["of"], counts["quantity"]),
        "scope": share(counts["scope"], counts["quantity"]),
        "whole": f1(counts["whole"], counts["predicted"], counts["gold"]),
    }


def score_document(gold: GoldLine, predicted: Sequence[Record]) -> Counts:
    """Count what is right in one document."""
    truth = gold["claims"]
    pairs = pair_spans(
        gold["document"]["text"], [claim["span"] for claim in predicted], [claim["span"] for claim in truth]
    )
    freed = {ours for ours, theirs in pairs if truth[theirs].get("optional")}
    counted = [claim for number, claim in enumerate(predicted) if number not in freed]
    wanted = [claim for claim in truth if not claim.get("optional")]
    hits = [(predicted[ours], truth[theirs]) for ours, theirs in pairs if ours not in freed]
    counts = Counts({"documents": 1, "gold": len(wanted), "predicted": len(counted), "paired": len(hits)})
    for ours, theirs in hits:
        counts.update(_right_fields(ours, theirs))
    return counts + _quantity_counts(counted, wanted)


def pair_spans(text: str, predicted: Sequence[Sequence[int]], gold: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Return the pairs (predicted, gold) of the best assignment that share enough words."""
    if not predicted or not gold:
        return []
    tokens = [match.span() for match in _TOKEN.finditer(text)]
    ours = [_covered(tokens, span) for span in predicted]
    theirs = [_covered(tokens, span) for span in gold]
    weights = numpy.array([[_token_f1(one, other) for other in theirs] for one in ours])
    rows, columns = linear_sum_assignment(weights, maximize=True)
    pairs = zip(rows.tolist(), columns.tolist(), strict=True)
    return [(row, column) for row, column in pairs if weights[row, column] >= PAIRED_FROM]


def _covered(tokens: Iterable[tuple[int, int]], span: Sequence[int]) -> frozenset[int]:
    return frozenset(start for start, end in tokens if start < span[1] and end > span[0])


def _token_f1(left: frozenset[int], right: frozenset[int]) -> float:
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0


def _right_fields(ours: Record, theirs: Record) -> list[str]:
    chain, gold_chain = ours.get("chain") or [], theirs["chain"]
    right = {
        "origin": chains_agree(chain[-1:], gold_chain[-1:]),
        "chain": chains_agree(chain, gold_chain),
        "kind": ours.get("kind") == theirs.get("kind"),
        "polarity": ours.get("polarity", "affirmed") == theirs.get("polarity", "affirmed"),
        "certainty": _certainties_agree(ours.get("certainty"), theirs.get("certainty")),
        "when": _day_pair(ours.get("when")) in map(_day_pair, (theirs.get("when"), *theirs.get("when_aliases", ()))),
        "quantities": _quantities_agree(ours.get("quantities") or [], theirs.get("quantities") or []),
    }
    whole = ["whole"] if all(right[field] for field in DECIDING) else []
    return [field for field in SHARES if right[field]] + whole


def chains_agree(ours: Sequence[Record], theirs: Sequence[Record]) -> bool:
    """Say whether two chains name the same sources in the same order."""
    return len(ours) == len(theirs) and all(
        same_name(mine.get("name"), (gold.get("name"), *gold.get("aliases", ())))
        for mine, gold in zip(ours, theirs, strict=True)
    )


def same_name(name: str | None, right: Iterable[str | None]) -> bool:
    """Say whether a name, folded, is one of the right ones."""
    return folded(name or "") in {folded(one) for one in right if one}


def _certainties_agree(ours: Record | None, theirs: Record | None) -> bool:
    if not ours or not theirs:
        return not ours and not theirs
    union = max(ours["high"], theirs["high"]) - min(ours["low"], theirs["low"])
    shared = min(ours["high"], theirs["high"]) - max(ours["low"], theirs["low"])
    return bool(union == 0 or shared / union >= 0.5)


def _day_pair(days: Sequence[str] | None) -> tuple[str, ...] | None:
    return tuple(days) if days else None


def _figure(quantity: Record) -> tuple[Any, Any, Any]:
    return quantity.get("measure"), quantity.get("low"), quantity.get("high")


def _same_counted(ours: Record, theirs: Record) -> bool:
    if not ours.get("of") and not theirs.get("of"):
        return True
    return same_name(ours.get("of"), (theirs.get("of"), *theirs.get("of_aliases", ())))


def _quantities_agree(ours: Sequence[Record], theirs: Sequence[Record]) -> bool:
    left = list(theirs)
    for mine in ours:
        fitting = (gold for gold in left if _figure(gold) == _figure(mine) and _same_counted(mine, gold))
        taken = next(fitting, None)
        if taken is None:
            return False
        left.remove(taken)
    return not left


def _quantity_counts(ours: Iterable[Record], theirs: Iterable[Record]) -> Counts:
    left, mine = list(_quantities(theirs)), list(_quantities(ours))
    counts = Counts({"quantity gold": len(left), "quantity predicted": len(mine)})
    for quantity in mine:
        fitting = [gold for gold in left if _figure(gold) == _figure(quantity)]
        if fitting:
            taken = next((gold for gold in fitting if _same_counted(quantity, gold)), fitting[0])
            left.remove(taken)
            counts["quantity"] += 1
            counts["of"] += _same_counted(quantity, taken)
            counts["scope"] += quantity.get("scope") == taken.get("scope")
    return counts


def _quantities(claims: Iterable[Record]) -> Iterator[Record]:
    for claim in claims:
        yield from claim.get("quantities") or ()
