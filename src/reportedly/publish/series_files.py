"""Write a report on running totals as files: the chart, the estimate as its table twin, and what is wrong."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template

from reportedly.model.running import SeriesReport
from reportedly.publish.series_picture import draw_series

_TEMPLATE = "templates/series.svg.j2"
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings of cells that a spreadsheet would run as a formula."""


@cache
def _template() -> Template:
    text = files("reportedly.publish").joinpath(_TEMPLATE).read_text("utf-8")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(text)


def series_files(report: SeriesReport, title: str) -> dict[str, bytes]:
    """Return the files of a report by name: ``series.svg``, ``series.csv`` and ``findings.csv``."""
    return {
        "series.svg": (_template().render(drawn=draw_series(report, title)) + "\n").encode(),
        "series.csv": _series(report),
        "findings.csv": _findings(report),
    }


def _series(report: SeriesReport) -> bytes:
    """Return a row a day: every column as it stands in its table, the mended claim, the floor and the estimate."""
    names = [f"{one.file}: {one.name}" for one in report.columns]
    given = {
        (f"{one.file}: {one.name}", reading.day): reading.value for one in report.columns for reading in one.readings
    }
    bands = {one.day: one for one in report.bands}
    days = sorted({day for _, day in given} | set(bands))
    rows: list[list[object]] = []
    for day in days:
        band = bands.get(day)
        cells: list[object] = [day, *(_number(given.get((name, day))) for name in names)]
        told = (band.claim, band.floor, band.low, band.half_low, band.best, band.half_high, band.high) if band else ()
        rows.append([*cells, *(_number(value) for value in told or (None,) * 7)])
    return _csv(["day", *names, "claim", "floor", "low", "half_low", "best", "half_high", "high"], rows)


def _findings(report: SeriesReport) -> bytes:
    rows = [
        [one.kind, one.column, one.first, one.last, _number(one.value), _number(one.suggested), one.reason.text]
        for one in report.findings
    ]
    return _csv(["kind", "column", "first", "last", "value", "suggested", "why"], rows)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.0f}"


def _csv(header: list[str], rows: Iterable[Iterable[object]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([_safe(cell) for cell in header])
    writer.writerows([[_safe(str(cell)) for cell in row] for row in rows])
    return out.getvalue().encode()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_DANGEROUS) else cell
