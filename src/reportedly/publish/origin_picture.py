"""Draw how pages lead through relays to independent origins, with what changed written on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from reportedly.model.evidence import Severity
from reportedly.publish.labels import count_label, cut, wrapped
from reportedly.publish.routes import Change, OriginRow, Row, Ways
from reportedly.publish.shapes import Box, Label, Picture, Stroke

_WIDTH = 1080
_PAGE = (0.0, 216.0)
_CHANGES = (232.0, 540.0)
_RELAY = (556.0, 734.0)
_ORIGIN = (824.0, 1080.0)
_TOP = 34.0
SURE = 0.9
"""Probability from which an arrow is drawn in full; others are dashed."""
_NAME = 27
"""Characters of a page's name on a line."""
_CHANGE = 22.0
_SEVERITIES = ("", *Severity)
_GAP = 22.0
"""Space between the rows of two origins."""

_Key = TypeVar("_Key")


@dataclass
class _Canvas:
    strokes: list[Stroke] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)


def draw_origins(ways: Ways) -> Picture:
    """Return the picture of an event's ways; it has a table twin, since a picture alone is not for everyone."""
    canvas = _Canvas()
    shown = sorted({row.origin for row in ways.rows})
    centres, bottom = _row_centres(ways)
    placed = list(zip(centres, ways.rows, strict=True))
    wanted = {place: _mean([y for y, row in placed if row.origin == place]) for place in shown}
    origin_spots, lowest = _stacked(wanted, {place: _origin_height(ways.origins[place]) for place in shown})
    relay_rows: dict[tuple[int, tuple[str, ...]], list[float]] = {}
    for at, row in enumerate(ways.rows):
        if row.relays:
            relay_rows.setdefault((row.origin, row.relays), []).append(centres[at])
    relay_spots, relays_low = _stacked(
        {key: _mean(spots) for key, spots in relay_rows.items()},
        {key: _relay_height(key[1]) for key in relay_rows},
    )
    for at, row in enumerate(ways.rows):
        _draw_row(canvas, row, centres[at], origin_spots[row.origin], relay_spots.get((row.origin, row.relays)))
    for (origin, relays), spot in relay_spots.items():
        _draw_relay(canvas, relays, spot, origin_spots[origin], ways.origins[origin])
    for place, spot in origin_spots.items():
        _draw_origin(canvas, ways.origins[place], spot)
    for x, text in ((_PAGE[0], "Page"), (_CHANGES[0], "What it changed"), (_RELAY[0], "Relay"), (_ORIGIN[0], "Origin")):
        canvas.labels.append(Label(x, 14, text, "head"))
    height = int(max(bottom, lowest, relays_low) + 6)
    pages = count_label(len({row.page + row.day for row in ways.rows}), "page")
    independent = count_label(sum(one.counts and not one.denies for one in ways.origins), "independent origin")
    return Picture(
        _WIDTH,
        height,
        f"{pages}, {independent}",
        _described(ways),
        tuple(canvas.strokes),
        tuple(canvas.boxes),
        tuple(canvas.labels),
    )


def _described(ways: Ways) -> str:
    """Return the picture in words: how it is read, then every change that it shows."""
    how = "From left to right: each page, what it changed, through whom it has it, and the origin that it rests on."
    told = [f"{row.page} changed {change.label} ({change.severity})" for row in ways.rows for change in row.changes]
    return " ".join([how, *(f"{one}." for one in told)])


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)


def _row_height(row: Row) -> float:
    return max(_page_height(row) + 10, 8 + _CHANGE * len(row.changes) + 8)


def _page_height(row: Row) -> float:
    return 21 + 15 * len(wrapped(row.page, _NAME, 2))


def _row_centres(ways: Ways) -> tuple[list[float], float]:
    centres: list[float] = []
    y, last = _TOP, None
    for row in ways.rows:
        if last is not None and row.origin != last:
            y += _GAP
        last = row.origin
        centres.append(y + _row_height(row) / 2)
        y += _row_height(row)
    return centres, y


def _stacked(wanted: Mapping[_Key, float], heights: Mapping[_Key, float]) -> tuple[dict[_Key, float], float]:
    """Return a height for each box as near to the wanted one as boxes without overlap allow, and the lowest edge."""
    spots: dict[_Key, float] = {}
    y = _TOP - 6
    for key, centre in sorted(wanted.items(), key=lambda one: (one[1], str(one[0]))):
        spots[key] = max(centre, y + heights[key] / 2)
        y = spots[key] + heights[key] / 2 + 10
    return spots, y


def _origin_height(origin: OriginRow) -> float:
    return 16 + 17 * len(wrapped(origin.name, 30, 3)) + 36


def _relay_height(relays: tuple[str, ...]) -> float:
    return 14 + 16 * sum(len(wrapped(name, 22, 2)) for name in relays) + 14 * (len(relays) - 1)


def _draw_row(canvas: _Canvas, row: Row, y: float, origin: float, relay: float | None) -> None:
    kind = "changed" if row.changes else "kept"
    height = _page_height(row)
    canvas.boxes.append(Box(_PAGE[0], y - height / 2, _PAGE[1] - _PAGE[0], height, f"page {kind}", row.claim_ids[0]))
    line = y - height / 2 + 16
    for part in wrapped(row.page, _NAME, 2):
        canvas.labels.append(Label(12, line, part, "name", full=row.page))
        line += 15
    canvas.labels.append(Label(12, line - 1, f"{row.day}{' · its own page' if row.own else ''}", "small"))
    worst = max((change.severity for change in row.changes), key=_SEVERITIES.index, default="")
    end, target = (_RELAY[0], relay) if relay is not None else (_ORIGIN[0], origin)
    bend = _CHANGES[1] - 24 if relay is not None else _RELAY[1] + 6
    role = " ".join(word for word in (kind, str(worst), "" if row.probability >= SURE else "unsure") if word)
    canvas.strokes.append(Stroke(_curve(_PAGE[1], y, bend, end, target), role, arrow=True))
    top = y - _CHANGE * len(row.changes) / 2
    for at, change in enumerate(row.changes):
        _draw_change(canvas, change, top + at * _CHANGE)


def _draw_change(canvas: _Canvas, change: Change, top: float) -> None:
    text = f"{change.label}; {change.severity}{', ' if change.effect else ''}{change.effect}"
    shown = cut(change.label, 46)
    width = min(_CHANGES[1] - _CHANGES[0], 18 + 6.35 * len(shown))
    role = f"change {change.severity}{' taken' if change.made_by else ''}"
    canvas.boxes.append(Box(_CHANGES[0], top + 1, width, _CHANGE - 3, role, change.claim_id, 9))
    canvas.labels.append(Label(_CHANGES[0] + 9, top + 15, shown, f"changed {change.severity}", full=text))


def _draw_relay(canvas: _Canvas, relays: tuple[str, ...], y: float, origin: float, target: OriginRow) -> None:
    height = _relay_height(relays)
    canvas.boxes.append(Box(_RELAY[0], y - height / 2, _RELAY[1] - _RELAY[0], height, "relay"))
    line = y - height / 2 + 19
    for at, name in enumerate(relays):
        if at:
            canvas.labels.append(Label(_RELAY[0] + 10, line - 2, "which has it from", "small"))
            line += 14
        for part in wrapped(name, 22, 2):
            canvas.labels.append(Label(_RELAY[0] + 10, line, part, "name", full=name))
            line += 16
    role = "kept" if target.counts else "loose"
    canvas.strokes.append(Stroke(_curve(_RELAY[1], y, _RELAY[1] + 6, _ORIGIN[0], origin), role, arrow=True))


def _draw_origin(canvas: _Canvas, origin: OriginRow, y: float) -> None:
    height = _origin_height(origin)
    role = "denies" if origin.denies else ("counts" if origin.counts else "loose")
    canvas.boxes.append(Box(_ORIGIN[0], y - height / 2, _ORIGIN[1] - _ORIGIN[0], height, f"origin {role}"))
    line = y - height / 2 + 22
    for part in wrapped(origin.name, 30, 3):
        canvas.labels.append(Label(_ORIGIN[0] + 14, line, part, "origin-name", full=origin.name))
        line += 17
    canvas.labels.append(Label(_ORIGIN[0] + 14, line + 1, _standing(origin), "small strong"))
    canvas.labels.append(Label(_ORIGIN[0] + 14, line + 16, _party(origin), "small"))


def _standing(origin: OriginRow) -> str:
    if not origin.recorded:
        return "not recorded: confirms nothing"
    if origin.denies:
        return "denies it"
    return "independent origin" if origin.counts else "not independent"


def _party(origin: OriginRow) -> str:
    pages = count_label(origin.pages, "page")
    return f"{pages} · party: {cut(origin.side, 20)}" if origin.side not in {"", "no party known"} else pages


def _curve(x: float, y: float, bend: float, end: float, height: float) -> str:
    middle = (bend + end) / 2
    return f"M{x:.1f} {y:.1f}H{bend:.1f}C{middle:.1f} {y:.1f} {middle:.1f} {height:.1f} {end - 7:.1f} {height:.1f}"
