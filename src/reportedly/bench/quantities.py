"""Task ``quantities``: what sources that are no party claim of running totals of losses, expected from other claims.

The gold is a table with commas: ``days``, ``loss_count``, ``claim_source``, ``time_frame`` (``Cumulative`` is read),
``loss_country``, ``category``, and where they are given ``minimum`` and ``maximum`` (1 = the number is a bound). In
``folds`` each fifth of the claims of sources that are no party is expected from all others, the claims dealt twice; in
``forward`` those after a day from all up to it.
"""

from __future__ import annotations

import math
from pathlib import Path
from statistics import median
from typing import Any

from reportedly.model.series import SourceFactor
from reportedly.pipeline.tallies import Trial, ahead, in_folds, parties_in, read_tallies
from reportedly.pipeline.toolkit import Toolkit

TRAIN_UNTIL = 150
"""Day up to which claims are known in ``forward`` unless another is given."""
TRUTH_SUFFIX, FOLDS_SUFFIX = ".truth.tsv", ".folds.tsv"


def run(gold: Path, predictions: Path | None, _: Toolkit, train_until: int | None = None) -> dict[str, Any]:
    """Read the claims, hide some, expect them, and say how far off that was.

    Args:
        gold: the table.
        predictions: file for object, value, low and high of ``forward``; what was claimed stands in a second file of
            the same name with ``.truth.tsv`` behind it, and ``folds`` in a third with ``.folds.tsv``.
        train_until: last day that ``forward`` knows; None = 150.
    """
    tallies = read_tallies(gold)
    until = TRAIN_UNTIL if train_until is None else train_until
    folds, forward = in_folds(tallies), ahead(tallies, until)
    if predictions is not None:
        write(predictions, forward)
        write(predictions.with_name(predictions.name + FOLDS_SUFFIX), folds)
    return {
        "folds": figures(folds),
        "forward": {**figures(forward), "train_until": until, "width": round(forward.width, 3)},
        "parties": parties_in(tallies),
        "factors": [_factor(one) for one in forward.factors],
    }


def figures(trial: Trial) -> dict[str, Any]:
    """Return how far off the middle was and how often the 90 % range held what was claimed; None for no claims."""
    pairs = list(zip(trial.tallies, trial.expected, strict=True))
    if not pairs:
        return {"median_abs_ln": None, "coverage_90": None, "n": 0}
    off = [abs(math.log(one.best / tally.value)) for tally, one in pairs]
    held = [one.low * (1 - 1e-9) <= tally.value <= one.high * (1 + 1e-9) for tally, one in pairs]
    return {
        "median_abs_ln": round(median(off), 4),
        "coverage_90": round(sum(held) / len(held), 4),
        "within_1.25x": round(sum(each <= math.log(1.25) for each in off) / len(off), 4),
        "within_2x": round(sum(each <= math.log(2) for each in off) / len(off), 4),
        "n": len(set(trial.tallies)),
    }


def _factor(one: SourceFactor) -> dict[str, Any]:
    sides = {True: "own", False: "enemy", None: "neutral"}
    return {
        "source": one.source,
        "side": one.side,
        "category": one.category or "all",
        "interest": sides[one.own],
        "factor": round(one.factor, 3),
        "low": round(one.low, 3),
        "high": round(one.high, 3),
        "claims": one.claims,
    }


def write(path: Path, trial: Trial) -> None:
    """Write what was expected, and beside it what was claimed."""
    expected, claimed = ["object\tvalue\tlow\thigh\n"], ["object\tvalue\n"]
    for at, (tally, one) in enumerate(zip(trial.tallies, trial.expected, strict=True)):
        words = " | ".join((str(at), str(tally.day), tally.source, tally.side, tally.category, tally.bound))
        expected.append(f"{words}\t{one.best:.4f}\t{one.low * (1 - 1e-6):.4f}\t{one.high * (1 + 1e-6):.4f}\n")
        claimed.append(f"{words}\t{tally.value:.10g}\n")
    path.write_text("".join(expected), encoding="utf-8")
    path.with_name(path.name + TRUTH_SUFFIX).write_text("".join(claimed), encoding="utf-8")
