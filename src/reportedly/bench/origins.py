"""Task ``origins``: reports of events in a table, led back to their origins, as the scorer of origins reads them.

Gold is a table with columns event, report, outlet, hour, qualifier, value and stated; further columns and the tables
beside it are never looked at. The comparison is done by the scorer, so the figures here only tell what was found.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from reportedly.bench.figures import share
from reportedly.model.tellings import FusedNumber, TellingForest
from reportedly.pipeline.tellings import fuse_table
from reportedly.pipeline.toolkit import Toolkit

_Row = tuple[str, ...]


def run(gold: Path, predictions: Path | None, tools: Toolkit) -> dict[str, Any]:
    """Trace a table's reports and fuse the numbers of their origins.

    Origins are written to ``predictions``, parents beside it with the suffix ``.edges.tsv``, numbers with their 90 %
    ranges with the suffix ``.quantities.tsv``.

    Raises:
        InputError: where the table cannot be used.
    """
    begun = time.perf_counter()
    tools.progress.begin("tracing the reports", 1)
    forests, numbers = fuse_table(gold)
    tools.progress.end()
    if predictions is not None:
        _write(predictions, ("report", "event", "origin"), _origin_rows(forests))
        _write(predictions.with_suffix(".edges.tsv"), ("report", "parent"), _edge_rows(forests))
        _write(predictions.with_suffix(".quantities.tsv"), ("object", "value", "low", "high"), _number_rows(numbers))
    return {**_figures(forests), "quantities": len(numbers), "seconds": round(time.perf_counter() - begun, 1)}


def _figures(forests: Sequence[TellingForest]) -> dict[str, Any]:
    counted = [max((one.origin for one in forest.tellings), default=0) for forest in forests]
    sure = sum(forest.at_least_two <= 0.1 or forest.at_least_two >= 0.9 for forest in forests)
    return {
        "events": len(forests),
        "reports": sum(len(forest.tellings) for forest in forests),
        "origins": sum(counted),
        "expected_origins": round(sum(forest.expected for forest in forests), 1),
        "single_origin_events": sum(number == 1 for number in counted),
        "expected_single_origin_events": round(sum(1 - forest.at_least_two for forest in forests), 1),
        "surely_one_or_several": share(sure, len(forests)),
    }


def _origin_rows(forests: Iterable[TellingForest]) -> Iterable[_Row]:
    return ((one.report, forest.event, str(one.origin)) for forest in forests for one in forest.tellings)


def _edge_rows(forests: Iterable[TellingForest]) -> Iterable[_Row]:
    return ((one.report, one.parent or "") for forest in forests for one in forest.tellings)


def _number_rows(numbers: Iterable[FusedNumber]) -> Iterable[_Row]:
    return ((one.event, f"{one.best:.0f}", f"{one.low:.0f}", f"{one.high:.0f}") for one in numbers)


def _write(path: Path, columns: _Row, rows: Iterable[_Row]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines("\t".join(row) + "\n" for row in (columns, *rows))
