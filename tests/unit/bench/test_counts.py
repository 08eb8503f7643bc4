"""The figures of the task ``counts``."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from counted import made
from reportedly.bench.counts import prediction, record, run, score, whose
from reportedly.model.claim import Link, Measure
from reportedly.model.count import Period, Victims
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare
from shared_data import shared_path

Record = dict[str, Any]
OUTCOMES = ("killed", "wounded", "captured", "missing", "losses")


def number(low: int | None, high: int | None = None, approx: bool = False) -> Record:
    """Return a number in the form of the scorer."""
    return {"low": low, "high": high, "approx": approx}


def gold(*alts: Record, outcome: str = "killed", optional: bool = False) -> Record:
    """Return a gold claim with its right numbers."""
    return {"outcome": outcome, "alts": list(alts), "optional": optional}


def ours(low: int | None, high: int | None = None, outcome: str = "killed") -> Record:
    """Return a predicted claim."""
    return {"outcome": outcome, **number(low, high)}


def figures(right: list[Record], found: list[Record], name: str = "all", key: str = "point") -> tuple[float, float]:
    """Score one document and return precision and recall."""
    figure = score([{"doc_id": "d", "claims": right}], [{"doc_id": "d", "claims": found}])[name][key]
    return figure["p"], figure["r"]


def test_equal_lines_are_perfect() -> None:
    """The right number with the right bounds gives 1 everywhere."""
    found = score([{"doc_id": "d", "claims": [gold(number(5, 5))]}], [{"doc_id": "d", "claims": [ours(5, 5)]}])
    assert {found[name][key]["f1"] for name in ("all", "two or more") for key in ("point", "bounded")} == {1.0}


def test_an_alternative_is_as_right() -> None:
    """One of the right numbers is enough."""
    assert figures([gold(number(5, 5), number(6, 6))], [ours(6, 6)]) == (1.0, 1.0)


def test_both_alternatives_count_once() -> None:
    """Who gives both has found one and made no mistake."""
    assert figures([gold(number(5, 5), number(6, 6))], [ours(5, 5), ours(6, 6)]) == (1.0, 1.0)


@pytest.mark.parametrize("found", [[], [ours(9, 9)]])
def test_what_is_optional_may_be_left_out_or_found(found: list[Record]) -> None:
    """It is neither missed nor extra."""
    right = [gold(number(5, 5)), gold(number(9, 9), optional=True)]
    assert figures(right, [ours(5, 5), *found]) == (1.0, 1.0)


def test_another_bound_costs_the_bounded_figure_alone() -> None:
    """``At least five`` is five by the point."""
    right, found = [gold(number(5))], [ours(5, 5)]
    assert (figures(right, found), figures(right, found, key="bounded")) == ((1.0, 1.0), (0.0, 0.0))


def test_an_upper_bound_stands_in_for_the_point() -> None:
    """``Up to 40`` is found by 40."""
    assert figures([gold(number(None, 40))], [ours(None, 40)]) == (1.0, 1.0)


def test_ones_are_left_out_of_two_or_more() -> None:
    """Neither side's ones count there."""
    right, found = [gold(number(1, 1)), gold(number(4, 4))], [ours(4, 4), ours(1, 1, "wounded")]
    assert (figures(right, found), figures(right, found, "two or more")) == ((0.5, 0.5), (1.0, 1.0))


def test_what_is_said_twice_counts_once() -> None:
    """Counts are sets."""
    assert figures([gold(number(4, 4)), gold(number(4, 4))], [ours(4, 4), ours(4, 4)]) == (1.0, 1.0)


def test_a_document_that_was_not_predicted_is_empty() -> None:
    """It costs recall."""
    assert score([{"doc_id": "d", "claims": [gold(number(4, 4))]}], [])["all"]["point"]["r"] == 0.0


def test_totals_are_exact_or_not() -> None:
    """A total where there is none is told apart."""
    lines = [{"doc_id": "a", "totals": {"killed": 3}}, {"doc_id": "b", "totals": {"killed": 0}}]
    found = score(lines, [{"doc_id": "a", "totals": {"killed": 3}}, {"doc_id": "b", "totals": {"killed": 2}}])
    assert found["totals"] == {"killed": {"exact": 0.5, "false": 1.0}, "wounded": {"exact": None, "false": None}}


def test_facets_are_shared_over_what_was_found() -> None:
    """A count that is missed has no facets to be wrong."""
    right = {**ours(4, 4), "whose": "civilian", "period": "day", "speaker": "the mayor", "bound": "exact"}
    line = {"doc_id": "d", "claims": [right, {**right, "low": 9}]}
    found = score([line], [{"doc_id": "d", "claims": [{**right, "speaker": "Mayor", "period": "week"}]}])
    assert found["facets"] == {"whose": 1.0, "period": 0.0, "speaker": 1.0, "bound": 1.0}


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "bound"),
    [
        (5, 5, None, "exact"),
        (5, None, "at least", "at_least"),
        (None, 5, "up to", "at_most"),
        (None, 5, "fewer than", "less_than"),
        (5, 5, "about", "about"),
        (5, 9, None, "range"),
        (24, None, "dozens", "vague"),
    ],
)
def test_bounds_have_the_golds_names(low: int | None, high: int | None, qualifier: str | None, bound: str) -> None:
    """A record says how a number is bounded."""
    assert record(made(low, high, qualifier=qualifier))["bound"] == bound


@pytest.mark.parametrize(
    ("victims", "side", "named"),
    [
        (Victims.CIVILIAN, "Ukraine", "civilian"),
        (Victims.COMBATANT, "Ukraine", "ukrainian_forces"),
        (Victims.COMBATANT, "Upper Tarn", "upper_tarn_forces"),
        (Victims.COMBATANT, None, "unspecified"),
        (Victims.ATTACKER, "Ukraine", "unspecified"),
    ],
)
def test_whose_joins_sort_and_side(victims: Victims, side: str | None, named: str) -> None:
    """Forces have a side, civilians and attackers none."""
    assert whose(made(victims=victims, side=side)) == named


def test_the_speaker_is_the_origin() -> None:
    """The last link of the chain speaks."""
    assert record(made(chain=(Link("Velt Leaf"), Link("mayor"))))["speaker"] == "mayor"


def test_plurals_without_a_number_stand_apart() -> None:
    """``Militants killed`` has no number to compare."""
    found = prediction("d", [made(2, None, qualifier="plural")], running=False)
    assert (found["claims"], len(found["apart"])) == ([], 1)


@pytest.mark.parametrize(("running", "kept"), [(True, 0), (False, 1)])
def test_what_no_register_records_stands_apart_in_running_text(running: bool, kept: int) -> None:
    """A headline keeps every count."""
    assert len(prediction("d", [made(recorded=0.01)], running=running)["claims"]) == kept


def test_the_main_incident_comes_first() -> None:
    """Background and repetitions stand behind it."""
    counts = [made(9, 9, start=0, main=False), made(4, 4, start=20)]
    assert [one["low"] for one in prediction("d", counts, running=True)["claims"]] == [4, 9]


def test_measures_that_the_gold_has_not_are_left_out() -> None:
    """The displaced are no victims here."""
    found = prediction("d", [made(measure=Measure.DISPLACED, period=Period.DAY)], running=True)
    assert found["claims"] == found["apart"] == []


def _run(tmp_path: Path, name: str, line: Record) -> Record:
    path, found = tmp_path / f"{name}.jsonl", tmp_path / f"{name}.out"
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    run(path, found, prepare(Settings(executor="serial")))
    read: Record = json.loads(found.read_text(encoding="utf-8"))
    return read


def test_only_text_publisher_and_day_are_looked_at(tmp_path: Path) -> None:
    """Gold without right answers gives the same predictions."""
    line = {
        "doc_id": "d",
        "text": "Four miners killed in Tarn blast: police",
        "publisher": "Leaf",
        "date": "2031-03-04",
    }
    full = _run(tmp_path, "full", {**line, "claims": [{**ours(9, 9), "alts": [number(9, 9)]}]})
    assert full == _run(tmp_path, "empty", {**line, "claims": []})


def test_where_totals_are_asked_for_claims_hold_them(tmp_path: Path) -> None:
    """The scorer of totals reads claims."""
    line = {
        "doc_id": "d",
        "text": "Four miners were killed and six wounded in a blast in Tarn.",
        "totals": {"killed": 4},
    }
    claims = _run(tmp_path, "totals", line)["claims"]
    assert {(one["outcome"], one["low"]) for one in claims} == {("killed", 4), ("wounded", 6)}


def _number(dice: random.Random) -> Record:
    low, more = dice.randint(1, 4), dice.randint(1, 4)
    return dice.choice(
        [number(low, low), number(low), number(None, low), number(low, low + more), number(low, low, True)]
    )


def _lines(dice: random.Random, right: bool) -> list[Record]:
    lines = []
    for name in range(40):
        claims = []
        for _ in range(dice.randint(0, 5)):
            outcome = dice.choice(OUTCOMES[:3])
            if right:
                alts = [_number(dice) for _ in range(dice.choice((1, 1, 2)))]
                claims.append(gold(*alts, outcome=outcome, optional=dice.random() < 0.2))
            else:
                claims.append({"outcome": outcome, **_number(dice)})
        totals = {outcome: dice.choice((0, 0, 1, 2)) for outcome in OUTCOMES[:2]}
        lines.append({"doc_id": str(name), "claims": claims, "totals": totals})
    return lines


def _theirs(folder: Path, mode: str, right: list[Record], found: list[Record], *options: str) -> Record:
    files = []
    for name, lines in (("gold", right), ("ours", found)):
        files.append(folder / f"{name}.jsonl")
        files[-1].write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    command = [sys.executable, str(shared_path("eval/score_counts.py")), mode, *map(str, files), *options]
    told: Record = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return told


@pytest.mark.shared
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(("name", "least"), [("all", "1"), ("two or more", "2")])
def test_claims_agree_with_the_shared_scorer(tmp_path: Path, seed: int, name: str, least: str) -> None:
    """On random counts with alternatives, options and bounds, both scorers print the same figures."""
    dice = random.Random(seed)
    right, found = _lines(dice, right=True), _lines(dice, right=False)
    theirs = _theirs(tmp_path, "claims", right, found, "--min-n", least)
    for key, figure in score(right, found)[name].items():
        assert [100 * figure[part] for part in ("p", "r", "f1")] == pytest.approx(theirs[key], abs=0.06)


@pytest.mark.shared
@pytest.mark.parametrize("seed", range(4))
def test_totals_agree_with_the_shared_scorer(tmp_path: Path, seed: int) -> None:
    """Totals handed in as claims are as often exact by both scorers."""
    dice = random.Random(seed)
    right, found = _lines(dice, right=True), _lines(dice, right=True)
    for line in found:
        line["claims"] = [ours(low, low, outcome) for outcome, low in line["totals"].items() if low]
    theirs = _theirs(tmp_path, "totals", right, found)
    for outcome, figure in score(right, found)["totals"].items():
        assert 100 * figure["exact"] == pytest.approx(theirs[outcome]["EM"], abs=0.06)
