"""Invented short reports with place names, for what the annotated news has too little of: fronts, states, oblasts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

AREAS = {
    "Kursk Oblast": (51.75, 36.2, "Russian", ["Sudzha", "Korenevo", "Rylsk", "Lgov", "Snagost", "Guyevo", "Plekhovo"]),
    "Belgorod Oblast": (50.6, 36.6, "Russian", ["Shebekino", "Grayvoron", "Valuyki", "Kozinka"]),
    "Donetsk Oblast": (48.0, 37.8, "Ukrainian", ["Pokrovsk", "Toretsk", "Lyman", "Kramatorsk", "Selydove"]),
    "Kharkiv Oblast": (49.8, 36.5, "Ukrainian", ["Vovchansk", "Kupiansk", "Izium", "Balakliia"]),
    "Zaporizhzhia Oblast": (47.4, 35.8, "Ukrainian", ["Orikhiv", "Robotyne", "Tokmak", "Huliaipole"]),
    "Luhansk Oblast": (49.0, 38.9, "Ukrainian", ["Svatove", "Kreminna", "Rubizhne"]),
    "Kherson Oblast": (46.6, 33.4, "Ukrainian", ["Beryslav", "Kakhovka", "Skadovsk"]),
    "Sumy Oblast": (51.0, 34.0, "Ukrainian", ["Shostka", "Konotop", "Krolevets"]),
    "Ohio": (40.4, -82.8, "American", ["Lima", "Dayton", "Athens", "Toledo", "Cleveland"]),
    "Georgia": (32.7, -83.4, "American", ["Athens", "Rome", "Savannah", "Macon"]),
    "Texas": (31.0, -100.0, "American", ["Paris", "Odessa", "Tyler", "Palestine", "Waco"]),
    "Ontario": (44.5, -79.5, "Canadian", ["London", "Hamilton", "Kingston", "Windsor"]),
    "New South Wales": (-32.2, 147.0, "Australian", ["Newcastle", "Wollongong", "Orange"]),
}
"""Areas with a point, a people of their country, and places in them."""
FRAMES = (
    "{people} officials in {area} said on Monday that fighting went on near {a}. Drones hit {b}.",
    "Two people died in {a}, {area}, the governor said. Police in {b} looked into the matter.",
    "{a} was hit again overnight. The governor of {area} spoke of damage in {b} as well.",
    "Troops have left {a} after a week. They still hold {b}, a spokesman for the {people} army said of {area}.",
    "Petro Marko, a doctor, and Mark Hollis came home to {a} in {area}. Hollis said that {b} had no water.",
    "{people} forces advanced towards {a} and seized {b}, the General Staff said. {area} is under fire.",
)
CITIES = {
    "Moscow": (55.75, 37.62), "Washington": (38.9, -77.04), "Kyiv": (50.45, 30.52), "Beijing": (39.9, 116.4),
    "Tehran": (35.69, 51.39), "Ankara": (39.93, 32.86), "Warsaw": (52.23, 21.01), "Geneva": (46.2, 6.15),
    "Brussels": (50.85, 4.35), "Damascus": (33.51, 36.28), "Minsk": (53.9, 27.57), "Berlin": (52.52, 13.4),
    "Nairobi": (-1.29, 36.82), "Baghdad": (33.31, 44.37), "London": (51.51, -0.13), "Tokyo": (35.68, 139.69),
}  # fmt: skip
"""Cities that reports name without saying where they lie."""
BARE = (
    "{a} said on Monday that talks had failed.",
    "Talks went on in {a} on Monday. Nobody spoke of {b}.",
    "{a} denied the report, which {b} had confirmed.",
    "Mayor Olga Brandt met Peter Hollis in {a}. Hollis left for {b} on Friday.",
    "A court in {a} sentenced Mr. Jordan Tyler to two years. Tyler will appeal.",
)
REACH = 420
"""Kilometres from an area's point within which a place of it counts as right."""


def invented() -> Iterator[dict[str, Any]]:
    """Yield reports in the form of annotated ones."""
    for area, (lat, lon, people, places) in AREAS.items():
        for number, place in enumerate(places):
            for frame in FRAMES:
                other = places[(number + 1) % len(places)]
                text = frame.format(people=people, area=area, a=place, b=other)
                yield _report(text, dict.fromkeys((place, other, area), (lat, lon)))
    cities = list(CITIES)
    for number, city in enumerate(cities):
        for frame in BARE:
            other = cities[(number + 5) % len(cities)]
            named = (city, other) if "{b}" in frame else (city,)
            yield _report(frame.format(a=city, b=other), {name: CITIES[name] for name in named})
        yield _report(f"The Kremlin denied the report from {city}.", {"Kremlin": CITIES["Moscow"], city: CITIES[city]})


def _report(text: str, points: dict[str, tuple[float, float]]) -> dict[str, Any]:
    spans = [
        {"start": text.index(name), "end": text.index(name) + len(name), "lat": lat, "lon": lon, "reach": REACH}
        for name, (lat, lon) in points.items()
    ]
    return {"id": text, "text": text, "toponyms": spans}
