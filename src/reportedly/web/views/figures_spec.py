"""The chart of one measure as a Vega-Lite specification: days across, figures upwards, estimate behind them.

Colours are parameters with the light values as default, so that the page can set those of its own theme and a reader
can open the specification anywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from reportedly.publish.figure_picture import FigureGroup
from reportedly.publish.labels import day_label
from reportedly.web.views.figures_marks import TONES, Bound, FigureMark, Part, floor_steps

Spec = dict[str, Any]
SHAPES = (
    "M1 0A1 1 0 1 1 -1 0A1 1 0 1 1 1 0Z",
    "M-.86 -.86H.86V.86H-.86Z",
    "M0 -1.2L1.05 0L0 1.2L-1.05 0Z",
    "M-.36 -1H.36V-.36H1V.36H.36V1H-.36V.36H-1V-.36H-.36Z",
    "M0 -1.05L1.08 .8H-1.08Z",
    "M0 -1.15L.3 -.42L1.1 -.36L.48 .15L.68 .94L0 .5L-.68 .94L-.48 .15L-1.1 -.36L-.3 -.42Z",
    "M-.5 -1H.5L1 -.5V.5L.5 1H-.5L-1 .5V-.5Z",
    "M-1 -.8L1 -.8L.35 0L1 .8H-1L-.35 0Z",
)
"""Symbols of origins as paths about the origin of the plane, about two units across; drawn alike in chart and table."""
COLOURS = {
    "ink": "#1b1f24",
    "paper": "#ffffff",
    "quiet": "#57606a",
    "line": "#d0d7de",
    "accent": "#0b57a4",
    "warn": "#9a5b00",
    "tone0": "#0b57a4",
    "tone1": "#b3470e",
    "tone2": "#1a7a4c",
    "tone3": "#8b3fa0",
    "tone4": "#8a6a00",
    "tone5": "#c02656",
    "tone6": "#00747a",
    "tone7": "#5b5f66",
}
"""Names and light values of the colours; the page sets each from its custom property of the same name."""
ARROW = 26
"""Length of an arrow, in pixels: how far a bound reaches is not known, so all are alike."""
_WIDE = 60
"""The greatest over the least figure from which the scale turns logarithmic."""
_NEAR = 0.09
"""Share of the height within which two marks would cover each other."""
_SLOTS = 40
"""Into how many places the width is cut to set marks of one day beside each other."""
_TONE: Spec = {"field": "colour", "type": "nominal", "scale": None}
_RELAYED = f"datum.part === '{Part.RELAYED}'"
_COUNTED = f"datum.part === '{Part.COUNTED}'"
_WEIGHT: Spec = {"condition": {"test": _RELAYED, "value": 1.25}, "value": 2.5}
_BESIDE = {Part.COUNTED: "", Part.BESIDE: ", not in the range", Part.RELAYED: ", relayed"}
_ROOM: Spec = {"condition": {"test": "width < 480", "value": 0}, "value": 1}
_TIP: Spec = {"tooltip": {"field": "tip"}}


def shape_of(symbol: int) -> str:
    """Return the path of an origin's symbol."""
    return SHAPES[symbol % len(SHAPES)]


def tone_of(symbol: int) -> int:
    """Return the number of an origin's colour; past eight origins shapes come again with other colours."""
    return (symbol + symbol // len(SHAPES)) % TONES


def spec_of(group: FigureGroup, marks: Sequence[FigureMark]) -> Spec | None:
    """Return the chart of one measure; None where all are of one day, for which the report's picture serves.

    Args:
        group: the figures as the report prints them, with range and band.
        marks: their tellings.
    """
    dated = [mark for mark in marks if mark.day is not None and mark.bound is not Bound.NONE]
    if len({mark.day for mark in dated}) < 2:
        return None
    first, last = _width(dated)
    top, wide = _top(group, dated)
    scale = {"type": "symlog" if wide else "linear", "domain": [0, top], "nice": False}
    x_scale = {"type": "utc", "domain": [_moment(first), _moment(last)]}
    span = (last - first).days
    date_format = "%-d %b %Y" if first.year != last.year else "%-d %b"
    x_axis: Spec = {"format": date_format, "labelOverlap": True, "title": _years(first, last), "grid": False}
    x_axis["tickCount"] = {"interval": "day", "step": 1} if span <= 9 else 6
    y_axis = {"tickCount": 5, "title": "logarithmic" if wide else None, "format": ",d"}
    x = {"field": "x", "type": "temporal", "scale": x_scale, "axis": x_axis}
    rows = _rows(dated, (last - first) / _SLOTS, top)
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "description": f"{group.heading}: figures by day, with the range drawn from them",
        "width": 640,
        "height": 240,
        "autosize": {"type": "fit", "contains": "padding"},
        "background": None,
        "params": [
            *({"name": name, "value": value} for name, value in COLOURS.items()),
            {"name": "tones", "expr": "[" + ", ".join(f"tone{number}" for number in range(TONES)) + "]"},
        ],
        "data": {"values": rows},
        "transform": [{"calculate": "tones[datum.tone]", "as": "colour"}],
        "layer": [*_ranges(group, scale, y_axis), *_floors(dated, last, x, scale), *_tellings(x, scale, dated)],
        "config": _config(),
    }


def _rows(dated: Sequence[FigureMark], slot: timedelta, top: int) -> list[Spec]:
    """Return the marks as data; those of one day that would cover each other stand side by side."""
    placed: list[tuple[date, int, float]] = []
    rows: list[Spec] = []
    for mark in dated:
        day, anchor = mark.day or date.min, _anchor(mark)
        near = {at for other, at, height in placed if other == day and abs(height - anchor) < top * _NEAR}
        at = next(step for step in (0, 1, -1, 2, -2, 3, -3, 4, *range(5, len(dated) + 5)) if step not in near)
        placed.append((day, at, anchor))
        said = "said" if mark.said else "published"
        row = {
            "x": _at(day) + int(slot.total_seconds() * 1000) * at,
            "day": day.isoformat(),
            "low": mark.low,
            "high": mark.high,
            "anchor": anchor,
            "bound": str(mark.bound),
            "part": str(mark.part),
            "shape": shape_of(mark.symbol),
            "tone": tone_of(mark.symbol),
            "origin": mark.origin,
            "outlet": mark.outlet,
            "label": mark.label,
            "name": "" if near else mark.label,
            "claim": mark.claim_id,
            "tip": f"{mark.label}\n{mark.origin}{_BESIDE[mark.part]}\n{mark.outlet}, {said} {day_label(day)}",
        }
        rows.append(row)
    return rows


def _anchor(mark: FigureMark) -> float:
    """Return where the symbol stands: at the number, at the end that is told, or in the middle of a range."""
    ends = [end for end in (mark.low, mark.high) if end is not None]
    return sum(ends) / len(ends)


def _ranges(group: FigureGroup, scale: Spec, axis: Spec) -> list[Spec]:
    """Return what lies behind the marks: the model's 50 % and 90 % band, or else the policy's range; its ends."""
    y = {"type": "quantitative", "scale": scale, "axis": axis}
    band, ends = group.band, group.range
    layers: list[Spec] = []
    if band is not None:
        layers.append(_band(band.low, band.high, "accent", 0.13, y))
        layers.append(_band(band.half_low, band.half_high, "accent", 0.22, y))
        layers.append(_level(band.best, "accent", 2.5, [], y))
    elif ends.low is not None and ends.high is not None:
        layers.append(_band(ends.low, ends.high, "quiet", 0.14, y))
        layers += [] if ends.best is None else [_level(ends.best, "ink", 2, [], y)]
    told = dict.fromkeys(end for end in (ends.low, ends.high) if end is not None)
    return [*layers, *(_level(end, "quiet", 1, [5, 4], y) for end in told)]


def _band(low: int, high: int, colour: str, opacity: float, y: Spec) -> Spec:
    return {
        "data": {"values": [{"low": low, "high": high}]},
        "mark": {"type": "rect", "fill": {"expr": colour}, "fillOpacity": opacity},
        "encoding": {
            "x": {"value": 0},
            "x2": {"value": "width"},
            "y": {**y, "field": "low"},
            "y2": {"field": "high"},
        },
    }


def _level(value: int, colour: str, width: float, dash: list[int], y: Spec) -> Spec:
    mark: Spec = {"type": "rule", "stroke": {"expr": colour}, "strokeWidth": width}
    if dash:
        mark["strokeDash"] = dash
    return {"data": {"values": [{"at": value}]}, "mark": mark, "encoding": {"y": {**y, "field": "at"}}}


def _floors(dated: Sequence[FigureMark], last: date, x: Spec, scale: Spec) -> list[Spec]:
    """Return the line of the greatest ``at least`` told so far."""
    steps = floor_steps(dated)
    if not steps:
        return []
    values = [{"x": _at(day), "at": low} for day, low in (*steps, (last, steps[-1][1]))]
    return [
        {
            "data": {"values": values},
            "mark": {
                "type": "line",
                "interpolate": "step-after",
                "stroke": {"expr": "warn"},
                "strokeWidth": 1.75,
                "strokeDash": [2, 3],
            },
            "encoding": {"x": x, "y": {"field": "at", "type": "quantitative", "scale": scale}},
        }
    ]


def _tellings(x: Spec, scale: Spec, dated: Sequence[FigureMark]) -> list[Spec]:
    """Return ranges as bars, bounds as arrows, and the origin's symbol at every figure."""
    y = {"type": "quantitative", "scale": scale}
    up = _arrow(Bound.AT_LEAST, x, {**y, "field": "low"}, -ARROW)
    down = _arrow(Bound.UP_TO, x, {**y, "field": "high"}, ARROW)
    anchor = {**y, "field": "anchor"}
    return [*_bars(x, y), *up, *down, _symbols(x, anchor), *_names(x, anchor, dated)]


def _bars(x: Spec, y: Spec) -> list[Spec]:
    """Return the bars of ranges with a stroke at either end."""
    only = [{"filter": f"datum.bound === '{Bound.RANGE}'"}]
    tick: Spec = {"type": "tick", "orient": "horizontal", "size": 12, "thickness": 2, "filled": False}
    drawn: Spec = {"x": x, "stroke": _TONE, **_TIP}
    span = {**drawn, "y": {**y, "field": "low"}, "y2": {"field": "high"}, "strokeWidth": _WEIGHT}
    ends = [{**drawn, "y": {**y, "field": end}} for end in ("low", "high")]
    bar: Spec = {"transform": only, "mark": {"type": "rule"}, "encoding": span}
    return [bar, *({"transform": only, "mark": tick, "encoding": end} for end in ends)]


def _arrow(bound: Bound, x: Spec, y: Spec, length: int) -> list[Spec]:
    """Return the arrows of one kind of bound: from the number away to the side on which it is open."""
    only = [{"filter": f"datum.bound === '{bound}'"}]
    shaft = {"x": x, "y": y, "y2": {"field": y["field"]}, "stroke": _TONE, "strokeWidth": _WEIGHT, **_TIP}
    shape = "triangle-up" if length < 0 else "triangle-down"
    head = {"type": "point", "shape": shape, "size": 60, "yOffset": length, "filled": True, "opacity": 1}
    return [
        {"transform": only, "mark": {"type": "rule", "y2Offset": length}, "encoding": shaft},
        {"transform": only, "mark": head, "encoding": {"x": x, "y": y, "fill": _TONE, **_TIP}},
    ]


def _symbols(x: Spec, y: Spec) -> Spec:
    return {
        "mark": {"type": "point", "opacity": 1, "strokeWidth": 1.75, "cursor": "pointer"},
        "encoding": {
            "x": x,
            "y": y,
            "shape": {"field": "shape", "type": "nominal", "scale": None},
            "stroke": _TONE,
            "fill": {"condition": {"test": _COUNTED, **_TONE}, "value": {"expr": "paper"}},
            "size": {"condition": {"test": _RELAYED, "value": 50}, "value": 110},
            **_TIP,
        },
    }


def _names(x: Spec, y: Spec, dated: Sequence[FigureMark]) -> list[Spec]:
    """Return the words of the figures on which the estimate rests, where they are few."""
    if sum(mark.part is Part.COUNTED for mark in dated) > 6:
        return []
    return [
        {
            "transform": [{"filter": _COUNTED}],
            "mark": {"type": "text", "dx": 11, "dy": -9, "align": "left", "fill": {"expr": "ink"}, "fontSize": 12},
            "encoding": {"x": x, "y": y, "text": {"field": "name"}, "opacity": _ROOM},
        }
    ]


def _top(group: FigureGroup, dated: Sequence[FigureMark]) -> tuple[int, bool]:
    """Return the upper end of the scale with room for an arrow, and whether the scale is logarithmic."""
    told = [end for mark in dated for end in (mark.low, mark.high) if end is not None]
    drawn = [group.range.low, group.range.high, group.range.best]
    drawn += [group.band.high, group.band.low] if group.band else []
    ends = [*told, *(end for end in drawn if end is not None)]
    largest = max(ends, default=1) or 1
    wide = largest > _WIDE * min((end for end in ends if end > 0), default=largest)
    return int(largest * (2.5 if wide else 1.25)) + 1, wide


def _width(dated: Sequence[FigureMark]) -> tuple[date, date]:
    """Return the first and last day of the axis, with room at both ends."""
    days = sorted(mark.day for mark in dated if mark.day is not None)
    room = timedelta(days=max(1, round((days[-1] - days[0]).days * 0.06)))
    return days[0] - room, days[-1] + 2 * room


def _years(first: date, last: date) -> str | None:
    return str(first.year) if first.year == last.year else None


def _at(day: date) -> int:
    """Return a day as Vega takes it: milliseconds since the beginning of 1970, UTC."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() * 1000)


def _moment(day: date) -> Spec:
    """Return a day as Vega-Lite takes it for the end of an axis."""
    return {"year": day.year, "month": day.month, "date": day.day, "utc": True}


def _config() -> Spec:
    """Return the look of axes, in the page's colours."""
    ink, quiet, line = ({"expr": name} for name in ("ink", "quiet", "line"))
    axis = {
        "labelColor": quiet,
        "titleColor": quiet,
        "domainColor": quiet,
        "tickColor": quiet,
        "gridColor": line,
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
    }
    return {
        "axis": axis,
        "view": {"stroke": None},
        "text": {"fill": ink},
        "font": "system-ui, sans-serif",
        "tick": {"cursor": "pointer"},
    }
