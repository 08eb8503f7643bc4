"""Read a table of many sources' claims of running totals, and try what the model expects of them."""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from reportedly.evidence.series.expect import distinct, learn, look_ahead
from reportedly.evidence.series.factors import factors
from reportedly.evidence.series.parties import parties_of
from reportedly.evidence.series.settings import SeriesPrior
from reportedly.model.errors import InputError
from reportedly.model.series import Bound, Expected, SourceFactor, Tally
from reportedly.pipeline.resources import data_file

FOLDS = 5
ROUNDS = 2
"""How many times the claims are dealt into folds anew: which fold a claim falls into must not decide."""
_SEED = 20
"""Any number: which claims go into which fold."""
_NEEDED = ("days", "loss_count", "claim_source", "time_frame", "loss_country", "category")
_RUNNING = "cumulative"
_EMPTY = frozenset({"", "na", "nan", "n/a", "null"})


@dataclass(frozen=True, slots=True)
class Trial:
    """What was expected of claims that were hidden, beside them."""

    tallies: tuple[Tally, ...]
    expected: tuple[Expected, ...]
    factors: tuple[SourceFactor, ...] = ()
    width: float = 1.0


def read_tallies(path: Path) -> list[Tally]:
    """Return the running totals of a table, each once; what is claimed of single days is left out.

    Raises:
        InputError: where the file cannot be read, a column is missing, a cell is no number, or there is no total.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            columns, lines = tuple(rows.fieldnames or ()), list(rows)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError("E102", f"cannot be read: {error}", str(path), "give a table with commas") from error
    missing = [name for name in _NEEDED if name not in columns]
    if missing:
        raise InputError("E103", f"no column {', '.join(missing)}", str(path), f"name columns {', '.join(_NEEDED)}")
    made = [_tally(line, f"{path}:{at}") for at, line in enumerate(lines, 2) if _is_running(line)]
    kept = distinct([one for one in made if one.value > 0])
    if not kept:
        raise InputError("E103", "no running totals", str(path), "give rows whose time_frame is Cumulative")
    return kept


def _is_running(line: Mapping[str, str]) -> bool:
    cells = [(line[name] or "").strip().casefold() for name in _NEEDED]
    return cells[_NEEDED.index("time_frame")] == _RUNNING and not any(cell in _EMPTY for cell in cells)


def _tally(line: Mapping[str, str], where: str) -> Tally:
    try:
        day, value = float(line["days"]), float(line["loss_count"])
    except ValueError as error:
        raise InputError("E103", f"no number: {error}", where, "give days and loss_count as numbers") from error
    if not (math.isfinite(day) and math.isfinite(value) and day >= 0):
        raise InputError("E103", "a day or a count that is no number", where, "give days and loss_count as numbers")
    bound = Bound.NUMBER
    if _flag(line.get("minimum")) != _flag(line.get("maximum")):
        bound = Bound.LOWER if _flag(line.get("minimum")) else Bound.UPPER
    source, side, category = (line[name].strip() for name in ("claim_source", "loss_country", "category"))
    return Tally(int(day), source, side, category, value, bound)


def _flag(cell: str | None) -> bool:
    return (cell or "").strip().casefold() in {"1", "1.0", "true", "yes"}


def parties_in(tallies: Sequence[Tally]) -> dict[str, str]:
    """Return which sources of a table are parties to its war."""
    return parties_of(tallies, json.loads(data_file("party_codes.json").read_text(encoding="utf-8"))["countries"])


def in_folds(tallies: Sequence[Tally], prior: SeriesPrior | None = None) -> Trial:
    """Hide each fifth of the claims of sources that are no party, and tell what is expected of them from the rest."""
    parties = parties_in(tallies)
    others = [one for one in tallies if one.source not in parties]
    horizon = max(one.day for one in tallies)
    draw = np.random.default_rng(_SEED)
    hidden: list[Tally] = []
    expected: list[Expected] = []
    dealt = [
        order[fold::FOLDS] for order in (draw.permutation(len(others)) for _ in range(ROUNDS)) for fold in range(FOLDS)
    ]
    for places in dealt:
        part = [others[place] for place in sorted(places)]
        left_out = set(part)
        rest = [one for one in tallies if one not in left_out]
        if part and rest:
            found = learn(rest, parties, horizon, prior or SeriesPrior(), onward=False)
            hidden += part
            expected += found.expect(part)
    return Trial(tuple(hidden), tuple(expected))


def ahead(tallies: Sequence[Tally], until: int, prior: SeriesPrior | None = None) -> Trial:
    """Tell from the claims up to a day what sources that are no party will claim after it.

    Raises:
        InputError: where there is no claim up to that day.
    """
    parties = parties_in(tallies)
    before = [one for one in tallies if one.day <= until]
    after = tuple(one for one in tallies if one.day > until and one.source not in parties)
    if not before:
        raise InputError("E103", f"no claim up to day {until}", "", "give a later day")
    found = look_ahead(before, parties, max(one.day for one in tallies), prior or SeriesPrior())
    return Trial(after, tuple(found.expect(after)) if after else (), factors(found.fit), found.width)
