"""The task ``quantities``: claims in, how well they are expected out."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from reportedly.bench.quantities import figures, write
from reportedly.bench.tasks import run_task
from reportedly.evidence.series.expect import distinct, fresh_only, quantiles
from reportedly.evidence.series.parties import parties_of
from reportedly.evidence.series.repeats import Repeats
from reportedly.model.errors import InputError, SettingsError
from reportedly.model.series import Bound, Expected, Tally
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.tallies import Trial, ahead, parties_in, read_tallies
from reportedly.pipeline.toolkit import prepare

HEADER = "days,loss_count,loss_type,claim_source,time_frame,loss_country,minimum,maximum,category,source_target\n"


def war(days: int = 60) -> list[Tally]:
    """Return an invented war: the enemy claims twice the tanks of neutral counters, the owner a third."""
    draw = Random(3)
    made = []
    for at in range(2, days, 2):
        true = 40 * at**0.8
        for source, factor in (("NG Source", 2.0), ("ML Source", 0.3), ("Counters", 1.0), ("Observers", 1.1)):
            made.append(Tally(at, source, "Mali", "Tanks", round(true * factor * (1 + draw.gauss(0, 0.03)))))
            made.append(Tally(at, source, "Nigeria", "Tanks", round(true * (1 + draw.gauss(0, 0.03)))))
    return made


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Write the war as a table."""
    lines = [f"{one.day},{one.value},x,{one.source},Cumulative,{one.side},0,0,{one.category},x\n" for one in war()]
    path = tmp_path / "claims.csv"
    path.write_text(HEADER + "".join(lines) + "3,7,x,Counters,Day,Mali,0,0,Tanks,x\n", encoding="utf-8")
    return path


def test_the_task_tells_how_far_off_it_was(table: Path, tmp_path: Path) -> None:
    """Folds and forward with the figures asked for; predictions as the scorer reads them, truth beside."""
    out = tmp_path / "out.tsv"
    found = run_task("quantities", table, out, prepare(Settings(executor="serial")), train_until=40)
    assert found["folds"]["median_abs_ln"] < 0.06
    assert found["forward"]["median_abs_ln"] < 0.15
    assert found["forward"]["n"] == 36
    header, first, *_ = out.read_text(encoding="utf-8").splitlines()
    assert header.split("\t") == ["object", "value", "low", "high"]
    truth = (tmp_path / "out.tsv.truth.tsv").read_text(encoding="utf-8").splitlines()
    assert truth[1].split("\t")[0] == first.split("\t")[0]
    assert (tmp_path / "out.tsv.folds.tsv").exists()


def test_factors_of_parties_are_found(table: Path) -> None:
    """The enemy's and the owner's, with ranges that hold what is true."""
    found = {(one.source, one.side): one for one in ahead(read_tallies(table), 50).factors if one.category}
    enemy, own = found["NG Source", "Mali"], found["ML Source", "Mali"]
    assert enemy.low < 2.0 < enemy.high
    assert own.low < 0.3 < own.high
    assert (enemy.own, own.own, found["Counters", "Mali"].own) == (False, True, None)


def test_days_to_come_are_not_looked_at(table: Path) -> None:
    """What is expected stays the same when later claims change."""
    tallies = read_tallies(table)
    changed = [one if one.day <= 30 else Tally(one.day, one.source, one.side, one.category, 9.0) for one in tallies]
    assert ahead(tallies, 30).expected == ahead(changed, 30).expected


def test_parties_are_told_from_the_sides() -> None:
    """A country that has no losses is no party; codes, names and adjectives are known."""
    assert parties_in(war()) == {"NG Source": "Nigeria", "ML Source": "Mali"}
    names = ("Malian army", "Mali", "GB Source", "United Nations")
    tallies = [Tally(1, name, "Mali", "Tanks", 1.0) for name in names]
    assert parties_of(tallies, {"ML": ["Mali", "Malian"]}) == {"Malian army": "Mali", "Mali": "Mali"}


def test_rows_are_read_with_bounds_and_each_once(tmp_path: Path) -> None:
    """Figures of single days, doubles, and rows with empty cells are left out."""
    rows = (
        "5,2e+05,x,A,Cumulative,Mali,1,0,Tanks,x\n" * 2
    ) + "5,7,x,A,Day,Mali,0,0,Tanks,x\n6,NA,x,A,Cumulative,Mali,0,0,Tanks,x\n7,1\n"
    path = tmp_path / "claims.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    assert read_tallies(path) == [Tally(5, "A", "Mali", "Tanks", 200_000.0, Bound.LOWER)]


@pytest.mark.parametrize("text", ["a,b\n1,2\n", HEADER, HEADER + "x,1,x,A,Cumulative,Mali,0,0,Tanks,x\n"])
def test_a_table_that_cannot_be_used_is_refused(tmp_path: Path, text: str) -> None:
    """Columns, rows or numbers that are not there."""
    path = tmp_path / "claims.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError):
        read_tallies(path)


def test_other_tasks_know_no_days(tmp_path: Path) -> None:
    """``--train-until`` is for this task alone."""
    with pytest.raises(SettingsError):
        run_task("claims", tmp_path, None, prepare(Settings(executor="serial")), train_until=5)


def test_a_copy_confirms_nothing() -> None:
    """A neutral source's repeated figure is left out, a party's is kept."""
    old, new = Tally(5, "A", "Mali", "Tanks", 70.0), Tally(9, "A", "Mali", "Tanks", 70.0)
    assert fresh_only([new, old], {}) == [old]
    assert fresh_only([new, old], {"A": "Mali"}) == [old, new]
    assert distinct([new, old, new]) == [old, new]


def test_the_habit_of_repeating_is_learned() -> None:
    """Who always says the same is expected to say it again; looking ahead, no later figure can be repeated."""
    tallies = [Tally(at, "A", "Mali", "Tanks", 70.0) for at in range(1, 30, 2)]
    habit = Repeats(tallies, {}, onward=True)
    assert sum(habit.figures(Tally(31, "A", "Mali", "Tanks", 1.0)).values()) > 0.8
    assert habit.figures(Tally(1, "A", "Mali", "Tanks", 1.0)) == {}


def test_quantiles_of_a_mixture_fall_on_its_points() -> None:
    """A figure with half of the weight is the median."""
    assert quantiles({2.0: 0.5}, 0.5, 2.3, 1.0, (0.5,))[0] == pytest.approx(2.0)
    assert quantiles({}, 1.0, 2.3, 1.0, (0.5,))[0] == pytest.approx(2.3)


def test_no_claims_give_no_figures(tmp_path: Path) -> None:
    """None, and files with a header alone."""
    assert figures(Trial((), ())) == {"median_abs_ln": None, "coverage_90": None, "n": 0}
    write(tmp_path / "p.tsv", Trial((Tally(1, "A", "M", "T", 2.0),), (Expected(2.0, 1.0, 3.0, 0.0),)))
    assert len((tmp_path / "p.tsv").read_text(encoding="utf-8").splitlines()) == 2
