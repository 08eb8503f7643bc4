"""Task ``forecast``: how good stated probabilities were.

The file is a table with a header, cells parted by tabs: ``id``, ``prob`` (0 to 1), ``outcome`` (1 came true, 0 did not)
and, where cases count differently, ``weight``. Brier runs from 0 to 1 and the log score is natural, clipped at 1e-6.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

from reportedly.bench.tabbed import tabbed_rows
from reportedly.model.errors import InputError
from reportedly.model.score import Case, ProbabilityScore
from reportedly.pipeline.scores import score_pairs
from reportedly.pipeline.toolkit import Toolkit

_NEEDED = ("id", "prob", "outcome")
_LEAST = 1e-9
"""Least uncertainty that a skill is taken against, where all cases came out alike."""


def run(gold: Path, predictions: Path | None, _: Toolkit) -> dict[str, Any]:
    """Read probabilities with outcomes and score them; what is written are the bins of the calibration."""
    score = score_pairs(read_cases(gold))
    if score is None:
        raise InputError("E103", "no rows", str(gold), "give at least one forecast")
    if predictions is not None:
        write_bins(score, predictions)
    return figures(score)


def read_cases(path: Path) -> list[Case]:
    """Return the rows of a table of forecasts.

    Raises:
        InputError: where the file cannot be read, a column is missing, or a number is none.
    """
    lines = tabbed_rows(path, _NEEDED, "utf-8-sig")
    return [_case(line, f"{path}:{number}") for number, line in enumerate(lines, 2)]


def _case(line: dict[str, str | None], where: str) -> Case:
    try:
        case = Case(float(line["prob"] or ""), float(line["outcome"] or ""), float(line.get("weight") or 1))
    except ValueError as error:
        raise InputError("E103", f"no number: {error}", where, "give prob, outcome and weight as numbers") from error
    inside = 0 <= case.probability <= 1 and 0 <= case.outcome <= 1
    if not inside or not 0 < case.weight < math.inf:
        advice = "prob and outcome lie between 0 and 1, weight above 0"
        raise InputError("E103", "a number is out of its range", where, advice)
    return case


def figures(score: ProbabilityScore) -> dict[str, Any]:
    """Return the figures of a score, rounded to four places."""
    skill = score.skill
    if skill is None:
        skill = 1 - score.brier.value / max(_LEAST, score.uncertainty)
    found = {
        "base_rate": score.base_rate,
        "brier": score.brier.value,
        "log_score": score.log_score.value,
        "brier_skill": skill,
        "reliability": score.reliability,
        "resolution": score.resolution,
        "uncertainty": score.uncertainty,
        "ece": score.ece,
        "auc": score.auc or 0.0,
    }
    return {"n": score.n, **{name: round(figure, 4) for name, figure in found.items()}}


def write_bins(score: ProbabilityScore, path: Path) -> None:
    """Write the table of calibration: of each bin the number of cases, stated and observed share, 95 % interval."""
    with path.open("w", encoding="utf-8") as file:
        file.write("low\thigh\tn\tstated\tcame_true\tinterval_low\tinterval_high\n")
        for one in score.bins:
            came = one.came_true
            ends = f"{came.low:.4f}\t{came.high:.4f}" if came.low is not None and came.high is not None else "\t"
            file.write(f"{one.low:.1f}\t{one.high:.1f}\t{one.n}\t{one.stated:.4f}\t{came.value:.4f}\t{ends}\n")
