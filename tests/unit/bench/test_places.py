"""The figures of the task ``places``."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reportedly.bench.places import geonames, kilometres, run, score
from reportedly.gazetteer.load import bundled
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare
from shared_data import shared_path

Record = dict[str, Any]
LIMA = {"lat": -12.05, "lon": -77.04, "geonameid": 3936456}
PERU = {"lat": -10.0, "lon": -76.0, "geonameid": 3932488}


def name(start: int, end: int, place: Record) -> Record:
    """Return a place name in the form of the scorer."""
    return {"start": start, "end": end, **place}


def figures(gold: list[Record], ours: list[Record]) -> Record:
    """Score one document."""
    return score([{"id": "d", "toponyms": gold}], [{"id": "d", "toponyms": ours}])


def test_gold_against_itself_is_right_everywhere() -> None:
    """A prediction that equals gold scores 1."""
    gold = [name(0, 4, LIMA), name(8, 12, PERU)]
    found = figures(gold, gold)
    assert [found[key]["f1"] for key in ("strict", "relaxed", "e2e161", "e2e_id161")] == [1.0] * 4


def test_another_span_costs_the_strict_figure_alone() -> None:
    """An overlap is enough for everything else."""
    found = figures([name(0, 4, LIMA)], [name(0, 9, LIMA)])
    assert (found["strict"]["f1"], found["relaxed"]["f1"], found["e2e161"]["f1"]) == (0.0, 1.0, 1.0)


def test_the_same_id_counts_though_points_lie_apart() -> None:
    """Two points of one country are a convention."""
    found = figures([name(0, 4, PERU)], [name(0, 4, {**PERU, "lat": -4.0})])
    assert (found["e2e161"]["f1"], found["e2e_id161"]["f1"]) == (0.0, 1.0)


def test_a_name_beside_gold_without_a_point_is_neither_right_nor_wrong() -> None:
    """Gold that nobody could place is left out of precision."""
    gold = [name(0, 4, LIMA), name(8, 12, {"lat": None, "lon": None, "geonameid": None})]
    assert figures(gold, [name(0, 4, LIMA), name(8, 12, PERU)])["e2e161"]["p"] == 1.0


def test_distance_is_that_of_the_sphere() -> None:
    """A degree of latitude has 111.2 km."""
    assert round(kilometres({"lat": 0.0, "lon": 0.0}, {"lat": 1.0, "lon": 0.0}), 1) == 111.2


def test_only_geonames_ids_are_handed_in() -> None:
    """A place of our own tables has none."""
    hits = bundled().look_up(["Donbas", "Kyiv"])
    assert (geonames(hits["Donbas"][0].entry), geonames(hits["Kyiv"][0].entry)) == (None, 703448)


def _random(dice: random.Random) -> list[Record]:
    spans = sorted(dice.sample(range(0, 200, 10), dice.randint(0, 8)))
    points: list[Record] = [
        LIMA,
        PERU,
        {"lat": 51.7, "lon": 36.2, "geonameid": None},
        {"lat": None, "lon": None, "geonameid": None},
    ]
    return [name(start, start + dice.randint(3, 14), dice.choice(points)) for start in spans]


@pytest.mark.shared
@pytest.mark.parametrize("seed", range(4))
def test_the_figures_are_those_of_the_scorer(tmp_path: Path, seed: int) -> None:
    """On random names the task gives the figures that the shared scorer gives."""
    dice = random.Random(seed)
    gold = [{"id": str(number), "text": "", "toponyms": _random(dice)} for number in range(30)]
    ours = [{"id": str(number), "toponyms": _random(dice)} for number in range(30)]
    files = []
    for file, lines in (("gold", gold), ("ours", ours)):
        files.append(tmp_path / f"{file}.jsonl")
        files[-1].write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    command = [sys.executable, str(shared_path("eval/score_geo.py")), *map(str, files)]
    theirs = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    found = score(gold, ours)
    for key in ("strict", "relaxed", "e2e161", "e2e_id161"):
        assert [100 * found[key][part] for part in "pr"] == pytest.approx(
            [theirs[key][part] for part in "pr"], abs=0.01
        )
    assert 100 * found["acc161"] == pytest.approx(theirs["acc161"], abs=0.01)


def test_names_of_areas_are_read_in_the_areas_context(tmp_path: Path) -> None:
    """One line a name, with the place and whether it lies where it should."""
    gold, predictions = tmp_path / "front.json", tmp_path / "places.jsonl"
    gold.write_text('{"kursk": ["Sudzha", "Orlovka"], "ukraine": ["Pokrovsk"]}', encoding="utf-8")
    found = run(gold, predictions, prepare(Settings(executor="serial")))
    lines = [json.loads(line) for line in predictions.read_text(encoding="utf-8").splitlines()]
    assert [line["admin1"] for line in lines] == ["Kursk Oblast", "Kursk Oblast", "Donetsk Oblast"]
    assert (found["kursk"]["right_area"], found["ukraine"]["wrong_country"]) == (1.0, 0.0)


def test_given_spans_are_resolved_and_nothing_is_looked_for(tmp_path: Path) -> None:
    """A line that asks for it gets its own spans back."""
    gold, predictions = tmp_path / "gold.jsonl", tmp_path / "places.jsonl"
    line = {"id": "d", "text": "Rain fell on Lima and Quito.", "toponyms": [name(13, 17, LIMA)], "gold_spans": True}
    gold.write_text(json.dumps(line) + "\n", encoding="utf-8")
    run(gold, predictions, prepare(Settings(executor="serial")))
    (found,) = json.loads(predictions.read_text(encoding="utf-8"))["toponyms"]
    assert (found["start"], found["end"]) == (13, 17)
