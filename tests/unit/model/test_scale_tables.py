"""Every bundled scale holds what its standard prints; the tables here are written from the standards."""

from __future__ import annotations

import pytest

from reportedly.model.yardstick import Band, Named, ScaleOf, Yardstick
from reportedly.pipeline.resources import load_scale, scale_names

INTERVALS: dict[str, list[tuple[int, int, str]]] = {
    "icd203": [
        (1, 5, "almost no chance/remote"),
        (5, 20, "very unlikely/highly improbable"),
        (20, 45, "unlikely/improbable"),
        (45, 55, "roughly even chance/roughly even odds"),
        (55, 80, "likely/probable"),
        (80, 95, "very likely/highly probable"),
        (95, 99, "almost certain/nearly certain"),
    ],
    "phia": [
        (0, 5, "remote chance"),
        (10, 20, "highly unlikely"),
        (25, 35, "unlikely"),
        (40, 50, "realistic possibility"),
        (55, 75, "likely/probable"),
        (80, 90, "highly likely"),
        (95, 100, "almost certain"),
    ],
    "ipcc": [
        (0, 1, "exceptionally unlikely"),
        (0, 5, "extremely unlikely"),
        (0, 10, "very unlikely"),
        (0, 33, "unlikely"),
        (33, 66, "about as likely as not"),
        (50, 100, "more likely than not"),
        (66, 100, "likely"),
        (90, 100, "very likely"),
        (95, 100, "extremely likely"),
        (99, 100, "virtually certain"),
    ],
    "kent": [
        (0, 0, "impossible"),
        (2, 12, "almost certainly not/almost no chance"),
        (20, 40, "probably not"),
        (40, 60, "chances about even/even"),
        (63, 87, "probable"),
        (87, 99, "almost certain"),
        (100, 100, "certain"),
    ],
    "stixdni": [
        (0, 9, "almost no chance/remote"),
        (10, 19, "very unlikely/highly improbable"),
        (20, 39, "unlikely/improbable"),
        (40, 59, "roughly even chance/roughly even odds"),
        (60, 79, "likely/probable"),
        (80, 89, "very likely/highly probable"),
        (90, 100, "almost certain/nearly certain"),
    ],
    "stixwep": [
        (0, 0, "impossible"),
        (1, 19, "highly unlikely/almost certainly not"),
        (20, 39, "unlikely/probably not"),
        (40, 59, "even chance"),
        (60, 79, "likely/probable"),
        (80, 99, "highly likely/almost certain"),
        (100, 100, "certain"),
    ],
    "stixlevels": [(0, 0, "none"), (1, 29, "low"), (30, 69, "med/medium"), (70, 100, "high")],
    "stixtens": [
        (0, 4, "0"),
        (5, 14, "1"),
        (15, 24, "2"),
        (25, 34, "3"),
        (35, 44, "4"),
        (45, 54, "5"),
        (55, 64, "6"),
        (65, 74, "7"),
        (75, 84, "8"),
        (85, 94, "9"),
        (95, 100, "10"),
    ],
    "stixadmiralty": [
        (0, 19, "improbable"),
        (20, 39, "doubtful"),
        (40, 59, "possibly true"),
        (60, 79, "probably true"),
        (80, 100, "confirmed by other sources"),
    ],
    "mispestimative": [
        (1, 5, "almost no chance/remote"),
        (5, 20, "very unlikely/highly improbable"),
        (20, 45, "unlikely/improbable"),
        (45, 55, "roughly even chance/roughly even odds"),
        (55, 80, "likely/probable"),
        (80, 95, "very likely/highly probable"),
        (95, 99, "almost certain/nearly certain"),
    ],
}
"""Lower end, upper end in percent, words."""

VALUES: dict[str, list[int]] = {
    "stixdni": [5, 15, 30, 50, 70, 85, 95],
    "stixwep": [0, 10, 30, 50, 70, 90, 100],
    "stixlevels": [0, 15, 50, 85],
    "stixtens": [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100],
    "stixadmiralty": [10, 30, 50, 70, 90],
    "kent": [0, 7, 30, 50, 75, 93, 100],
    "mispestimative": [0, 5, 20, 45, 55, 80, 95],
    "mispconfidence": [0, 55, 95],
    "mispreliability": [0, 25, 50, 75, 100],
    "mispcredibility": [0, 25, 50, 75, 100],
}
"""The publisher's number of each row in percent, from the lowest row up."""

CODES: dict[str, dict[str, str]] = {
    "admiraltyreliability": {
        "A": "completely reliable",
        "B": "usually reliable",
        "C": "fairly reliable",
        "D": "not usually reliable",
        "E": "unreliable",
        "F": "reliability cannot be judged",
    },
    "admiraltycredibility": {
        "1": "confirmed by other sources",
        "2": "probably true",
        "3": "possibly true",
        "4": "doubtful",
        "5": "improbable",
        "6": "truth cannot be judged",
    },
}
LEVELS = {
    "icdconfidence": ["low", "moderate", "high"],
    "phiaconfidence": ["low", "moderate", "high"],
    "ipccconfidence": ["very low", "low", "medium", "high", "very high"],
    "mispconfidence": ["low", "moderate", "high"],
}


def rows_of(scale: Yardstick) -> tuple[Band | Named, ...]:
    """Return all rows of a scale, those without a number last."""
    return (*scale.bands, *scale.named)


@pytest.mark.parametrize("name", INTERVALS)
def test_the_rows_are_those_of_the_standard(name: str) -> None:
    """Interval and words of every row, in their order."""
    rows = [(round(b.low * 100), round(b.high * 100), "/".join(b.words)) for b in load_scale(name).bands]
    assert rows == INTERVALS[name]


@pytest.mark.parametrize("name", VALUES)
def test_the_values_are_those_of_the_standard(name: str) -> None:
    """The number that the publisher writes for every row."""
    assert [b.point is not None and round(b.point * 100) for b in load_scale(name).bands] == VALUES[name]


@pytest.mark.parametrize("name", CODES)
def test_the_grades_are_those_of_the_admiralty_code(name: str) -> None:
    """Six letters and six digits with their words."""
    assert {row.code: row.words[0] for row in load_scale(name).named} == CODES[name]


@pytest.mark.parametrize("name", ["mispreliability", "mispcredibility", "stixadmiralty"])
def test_grades_with_numbers_have_the_words_of_the_admiralty_code(name: str) -> None:
    """MISP and STIX add numbers to the same grades; MISP has a letter more."""
    scale = load_scale(name)
    plain = CODES[f"admiralty{scale.of}"]
    found = {row.code: row.words[0] for row in rows_of(scale) if row.code != "G"}
    assert found == plain


@pytest.mark.parametrize("name", LEVELS)
def test_levels_of_confidence_rise(name: str) -> None:
    """The words stand in their order, the lowest first."""
    scale = load_scale(name)
    assert [row.words[0] for row in rows_of(scale)] == LEVELS[name]


def test_the_ends_that_are_left_out_are_those_of_phia() -> None:
    """More than 0, less than 50 and less than 100 %."""
    bands = load_scale("phia").bands
    assert [(b.words[0], b.open_low, b.open_high) for b in bands if b.open_low or b.open_high] == [
        ("remote chance", True, False),
        ("realistic possibility", False, True),
        ("almost certain", False, True),
    ]


@pytest.mark.parametrize(("name", "code", "written"), [("F", "F", 0.5), ("G", "G", 0.0), ("6", "6", 0.5)])
def test_what_misp_writes_for_unknown_is_kept_for_writing_only(name: str, code: str, written: float) -> None:
    """F and 6 are written as 50 and G as 0, and none of them has a place on the line."""
    row = load_scale("mispcredibility" if name == "6" else "mispreliability").row(code)
    assert (getattr(row, "exported", None), getattr(row, "unknown", None), hasattr(row, "low")) == (
        written,
        True,
        False,
    )


@pytest.mark.parametrize("name", scale_names())
def test_every_scale_names_its_source_and_edition(name: str) -> None:
    """Nobody has to guess where a number comes from."""
    scale = load_scale(name)
    assert scale.name
    assert scale.source
    assert scale.edition


def test_every_table_is_checked_here() -> None:
    """No scale is shipped without a table in this file."""
    assert {*INTERVALS, *VALUES, *CODES, *LEVELS} == set(scale_names())


def test_the_word_rows_of_icd_203_are_kept_apart() -> None:
    """The second row comes first where it is asked for, and its adverbs with it."""
    second = load_scale("icd203:2")
    assert [band.words[0] for band in second.bands] == [row.split("/")[1] for _, _, row in INTERVALS["icd203"]]
    assert second.bands[4].adverbs == ("probably", "")


def test_likely_has_other_numbers_elsewhere() -> None:
    """The word that everybody uses: lower end, upper end and value on four scales."""
    found = {}
    for name in ("icd203", "stixdni", "mispestimative", "ipcc"):
        band = next(b for b in load_scale(name).bands if b.words[0] == "likely")
        found[name] = (band.low, band.high, band.number)
    assert found == {
        "icd203": (0.55, 0.8, 0.675),
        "stixdni": (0.6, 0.79, 0.7),
        "mispestimative": (0.55, 0.8, 0.55),
        "ipcc": (0.66, 1.0, 0.83),
    }


def test_the_kinds_of_measure_are_named() -> None:
    """Seven scales are of likelihood, six of confidence, two of reliability and three of credibility."""
    of = [load_scale(name).of for name in scale_names()]
    assert [of.count(kind) for kind in ScaleOf] == [7, 6, 2, 3]
