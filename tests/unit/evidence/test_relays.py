"""Lineage of tables of reports; all is invented."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from reportedly.evidence.alterations import Alteration, alteration_densities, student
from reportedly.evidence.forests import Forests, forests_of
from reportedly.evidence.partition import chosen
from reportedly.evidence.rates import first_rates
from reportedly.evidence.relays import sampled, trace_tellings
from reportedly.evidence.scenes import scales_of, scenes_of
from reportedly.model.tellings import Telling, TellingForest
from told_tables import echoes, tell, two_origins


def forest_of(told: list[Telling]) -> TellingForest:
    """Trace the reports of one event."""
    (forest,) = trace_tellings(told)
    return forest


def forests(told: list[Telling]) -> Forests:
    """Return the probable partitions of one event by the first rates."""
    scales = scales_of(told)
    (scene,) = scenes_of(told, scales)
    rates = first_rates(scales.qualifiers)
    return forests_of(scene, replace(rates, lag=rates.lag / scales.lag_widths), scales.names)


def test_echoes_of_an_odd_figure_are_one_origin() -> None:
    """Six outlets with the figure of one origin are hardly two origins."""
    assert forest_of(echoes()).at_least_two < 0.05


def test_two_named_origins_with_figures_far_apart_are_two() -> None:
    """Lines that name different origins and give different figures are told apart."""
    forest = forest_of(two_origins())
    assert forest.at_least_two > 0.95
    assert len({one.origin for one in forest.tellings}) == 2


def test_one_name_is_one_origin() -> None:
    """Reports that name the same origin are of one line though their figures differ."""
    told = [tell("e", f"r{at}", f"Paper {at}", float(at), 40 + 30 * at, "Norland Army") for at in range(3)]
    assert {one.origin for one in forest_of(told).tellings} == {1}


def test_a_multiple_without_a_name_is_a_relay() -> None:
    """Twice the figure, said by one who names nobody, is an alteration rather than another origin's word."""
    told = [*echoes(number=5), tell("e1", "late", "Paper 9", 9.0, 434)]
    assert {one.origin for one in forest_of(told).tellings} == {1}


def test_the_first_report_has_no_parent() -> None:
    """What was told first was taken from no report at hand."""
    assert forest_of(echoes()).tellings[0].parent is None


def test_parents_are_earlier_reports_with_reasons() -> None:
    """A relay's parents come before it in time and say why."""
    for at, one in enumerate(forest_of(echoes()).tellings[1:], 1):
        assert {f"e1-{early}" for early in range(at)} >= {o.parent for o in one.options if o.parent}
        assert all(option.reasons for option in one.options)


def test_missing_hours_and_outlets_are_no_hindrance() -> None:
    """A table without times and outlets is traced too."""
    told = [replace(one, hour=None, outlet="") for one in two_origins()]
    assert len({one.origin for one in forest_of(told).tellings}) == 2


def test_no_reports_make_no_forests() -> None:
    """An empty table gives nothing."""
    assert not list(trace_tellings([]))


def test_sampled_forests_are_reproducible_and_exact() -> None:
    """A seed gives the same forests again, and shares of parents come near their probabilities."""
    found = forests(two_origins())
    drawn = sampled(found, 4000, 7)
    assert np.array_equal(drawn, sampled(found, 4000, 7))
    for at in range(1, found.lines.shape[1]):
        shares = Counter(drawn[:, at].tolist())
        for early in range(at):
            assert shares[early] / 4000 == pytest.approx(found.parents[at, early], abs=0.04)


def test_a_second_origin_needs_its_probability() -> None:
    """The partition that is told has one origin below the threshold and several above it."""
    found = forests(two_origins())
    assert chosen(found, 0.0).max() > 0
    assert chosen(found, 1.1).max() == 0


@pytest.mark.parametrize(
    ("before", "after", "way"),
    [
        (217, 217, Alteration.SAME),
        (217, 200, Alteration.ROUNDED),
        (217, 651, Alteration.MULTIPLE),
        (210, 21, Alteration.FACTOR),
        (217, 277, Alteration.SLIP),
        (217, 271, Alteration.SWAP),
        (217, 2170, Alteration.LENGTH),
        (217, 221, Alteration.CLOSE),
        (217, 250, Alteration.NEAR),
        (217, 5, Alteration.FAR),
    ],
)
def test_alterations_are_told_apart(before: int, after: int, way: Alteration) -> None:
    """Each way of altering a figure explains its own example."""
    assert alteration_densities(before, after)[way] > 0


def test_student_is_the_distribution_of_four_degrees() -> None:
    """The closed form has the tabled quantile: 2.132 is the 95 % point of t with 4 degrees of freedom."""
    assert student(2.132) == pytest.approx(0.95, abs=1e-4)
    assert student(0.0) == 0.5
