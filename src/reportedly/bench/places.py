"""Task ``places``: place names found and resolved, measured as geoparsing is measured.

Gold is either lines of ``{id, text, toponyms: [{start, end, lat, lon, geonameid}]}``, or one JSON object of areas with
the names of places in them, such as ``{"kursk": ["Sudzha"]}``. Of the lines only id and text are read before
predicting; with ``gold_spans`` on a line the annotated spans are resolved and nothing is looked for. A name of an area
is read in the context of a sentence that names the area, as a report from there would.

Found and annotated names are paired one to one, equal spans first and then by the longest overlap. Right end to end is
a name within 161 km (100 miles) of the annotated point, or with its GeoNames id, since points of countries are a
convention.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from reportedly.bench.figures import Counts, f1, share
from reportedly.bench.gold import GoldLine, read_lines, write_lines
from reportedly.model import distance
from reportedly.model.place import PlaceEntry, PlaceKind, Resolution
from reportedly.model.span import Span
from reportedly.pipeline.places import PlaceFinder, place_finder
from reportedly.pipeline.toolkit import Toolkit

NEAR = 161.0
"""Kilometres (100 miles) within which a place is taken for the annotated one (Leidner 2007 and most work since)."""
FRONT = frozenset({"Donetsk Oblast", "Luhansk Oblast", "Kharkiv Oblast", "Zaporizhzhia Oblast"})
"""Oblasts in which a place of the front in Ukraine lies."""
CONTEXTS = {
    "ukraine": "Ukrainian and Russian forces fought along the front line in Ukraine. Fighting went on near {name}.",
    "": "Ukrainian and Russian forces fought in {area}. Fighting went on near {name}.",
}
"""Sentences in which the names of an area are read."""
Record = dict[str, Any]


def run(gold: Path, predictions: Path | None, tools: Toolkit) -> dict[str, Any]:
    """Find and resolve the place names of the gold's documents and compare."""
    finder = place_finder(tools)
    areas = _areas(gold)
    if areas is not None:
        return _front(areas, predictions, finder)
    lines = read_lines(gold)
    predicted = [{"id": line["id"], "toponyms": [record(one) for one in _read(line, finder)]} for line in lines]
    if predictions is not None:
        write_lines(predicted, predictions)
    return score(lines, predicted)


def _read(line: GoldLine, finder: PlaceFinder) -> tuple[Resolution, ...]:
    spans = [Span(one["start"], one["end"]) for one in line["toponyms"]] if line.get("gold_spans") else None
    return tuple(one for one in finder.read(line["text"], spans) if one.chosen is not None or spans is not None)


def record(one: Resolution) -> Record:
    """Return a resolution in the form that the scorer documents."""
    entry = one.chosen.entry if one.chosen else None
    return {
        "start": one.span.start,
        "end": one.span.end,
        "lat": entry.lat if entry else None,
        "lon": entry.lon if entry else None,
        "geonameid": geonames(entry),
        "score": one.chosen.probability if one.chosen else 0.0,
    }


def geonames(entry: PlaceEntry | None) -> int | None:
    """Return the GeoNames id of a place, None where it has none."""
    prefix, _, number = entry.id.partition(":") if entry else ("", "", "")
    return int(number) if prefix == "geonames" else None


def _areas(gold: Path) -> dict[str, list[str]] | None:
    """Return the areas with their names where the file is one JSON object of lists, else None."""
    try:
        found = json.loads(gold.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    listed = isinstance(found, dict) and all(isinstance(names, list) for names in found.values())
    return found if listed else None


def _front(areas: Mapping[str, Sequence[str]], predictions: Path | None, finder: PlaceFinder) -> dict[str, Any]:
    """Resolve each name of each area in a context that names the area, and count what lies where it should."""
    lines: list[Record] = []
    figures: dict[str, Any] = {}
    for area, names in areas.items():
        found = [_placed(area, name, finder) for name in names]
        lines += found
        counts = Counts()
        for one in found:
            counts.update({"names": 1, "right area": one["right_area"], "wrong country": one["wrong_country"]})
            counts.update({"resolved": one["id"] is not None})
        shares = {key.replace(" ", "_"): share(counts[key], counts["names"]) for key in ("right area", "wrong country")}
        figures[area] = {"names": counts["names"], "resolved": counts["resolved"], **shares}
    if predictions is not None:
        write_lines(lines, predictions)
    return figures


def _placed(area: str, name: str, finder: PlaceFinder) -> Record:
    """Return what a name is taken for in its area's context."""
    wanted = finder.area(area)
    context = CONTEXTS.get(area.casefold(), CONTEXTS[""])
    text = context.format(area=wanted.name if wanted else area, name=name)
    start = text.rindex(name)
    one = finder.read(text, [Span(start, start + len(name))])[0]
    entry = one.chosen.entry if one.chosen else None
    lies_in = (entry.name if entry.kind is PlaceKind.ADMIN1 else finder.name_of(entry.admin1)) if entry else ""
    oblasts = FRONT if area.casefold() == "ukraine" else frozenset({wanted.name if wanted else area})
    return {
        "area": area,
        "name": name,
        "id": entry.id if entry else None,
        "chosen": entry.name if entry else None,
        "country": one.country,
        "admin1": lies_in,
        "admin2": finder.name_of(entry.admin2) if entry else "",
        "lat": one.chosen.entry.lat if one.chosen else None,
        "lon": one.chosen.entry.lon if one.chosen else None,
        "radius_km": entry.radius_km if entry else None,
        "probability": one.chosen.probability if one.chosen else 0.0,
        "reason": one.reason,
        "right_area": lies_in in oblasts,
        "wrong_country": entry is not None and wanted is not None and one.country != wanted.country,
    }


def score(gold: Iterable[GoldLine], predicted: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the figures of predicted lines against gold lines; a document that was not predicted counts as empty."""
    ours = {line["id"]: line["toponyms"] for line in predicted}
    counts = Counts()
    for line in gold:
        counts += score_document(line["toponyms"], ours.get(line["id"], ()))
    said, placed = counts["said"], counts["annotated with a point"]
    judged = said - counts["beside a name without a point"]
    paired = counts["paired with a point"]
    return {
        "documents": counts["documents"],
        "gold": counts["annotated"],
        "predicted": said,
        "strict": f1(counts["same span"], said, counts["annotated"]),
        "relaxed": f1(counts["overlap"], said, counts["annotated"]),
        "acc161": share(counts["near"], paired),
        "acc161_all": share(counts["near"], placed),
        "id_or_161": share(counts["near or same id"], paired),
        "e2e161": f1(counts["near"], judged, placed),
        "e2e_id161": f1(counts["near or same id"], judged, placed),
    }


def score_document(gold: Sequence[Mapping[str, Any]], predicted: Sequence[Mapping[str, Any]]) -> Counts:
    """Count what is right in one document."""
    counts = Counts({"documents": 1, "annotated": len(gold), "said": len(predicted)})
    counts["annotated with a point"] = sum(map(_has_point, gold))
    for number, other in _paired(gold, predicted):
        one, two = gold[number], predicted[other]
        counts["overlap"] += 1
        counts["same span"] += (one["start"], one["end"]) == (two["start"], two["end"])
        if not _has_point(one):
            counts["beside a name without a point"] += 1
        elif _has_point(two):
            near = kilometres(one, two) <= NEAR
            same = bool(one.get("geonameid")) and str(one["geonameid"]) == str(two.get("geonameid"))
            counts.update({"paired with a point": 1, "near": near, "near or same id": near or same})
    return counts


def _has_point(one: Mapping[str, Any]) -> bool:
    return one.get("lat") is not None and one.get("lon") is not None


def kilometres(one: Mapping[str, Any], other: Mapping[str, Any]) -> float:
    """Return the distance of two points on the sphere."""
    return distance.kilometres((one["lat"], one["lon"]), (other["lat"], other["lon"]))


def _paired(gold: Sequence[Mapping[str, Any]], predicted: Sequence[Mapping[str, Any]]) -> list[tuple[int, int]]:
    """Pair names one to one: equal spans first, then the longest overlap."""
    pairs: list[tuple[int, int]] = []
    left, right = set(range(len(gold))), set(range(len(predicted)))
    overlaps = [
        (not (same := (one["start"], one["end"]) == (two["start"], two["end"])), 0 if same else -common, number, other)
        for number, one in enumerate(gold)
        for other, two in enumerate(predicted)
        if (common := min(one["end"], two["end"]) - max(one["start"], two["start"])) > 0
    ]
    for _, _, number, other in sorted(overlaps):
        if number in left and other in right:
            pairs.append((number, other))
            left.discard(number)
            right.discard(other)
    return pairs
