"""Numbers of a table's events over its traced origins."""

from __future__ import annotations

import math
import random

import pytest

from reportedly.evidence.quantity.fused import fused_numbers
from reportedly.evidence.quantity.habits import learned
from reportedly.evidence.quantity.origin_figures import OriginFigure, Wording, origin_figures, wording_of
from reportedly.evidence.relays import trace_tellings
from reportedly.model.tellings import Telling

TRUE = {"army": (math.log(2.5), 0.3), "clinic": (0.0, 0.1), "rebels": (-math.log(2.5), 0.3)}


def told(events: int, seed: int) -> list[OriginFigure]:
    """Draw figures of three classes that are off in known ways."""
    chance = random.Random(seed)
    found = []
    for event in range(events):
        number = math.exp(chance.gauss(3.5, 1.0))
        for name in chance.sample(sorted(TRUE), chance.randint(1, 3)):
            bias, scale = TRUE[name]
            value = max(1, round(number * math.exp(bias + chance.gauss(0, scale))))
            found.append(OriginFigure(f"e{event:04}", value, Wording.PLAIN, name))
    return found


def test_what_classes_are_off_by_is_learned() -> None:
    """Biases and scales come out near those that the figures were drawn with."""
    habits = learned(told(500, 7))
    for name, bias, scale in zip(habits.classes, habits.bias, habits.scale, strict=True):
        assert bias == pytest.approx(TRUE[name][0], abs=0.12)
        assert scale == pytest.approx(TRUE[name][1], rel=0.35)


def test_classes_are_off_by_nought_together() -> None:
    """The mean of the biases is nought, since figures tell only how classes differ."""
    assert float(learned(told(60, 3)).bias.mean()) == pytest.approx(0, abs=1e-9)


def test_the_first_report_of_an_origin_speaks_for_it() -> None:
    """A relay's doubled number and dropped qualifier do not count, whose word it is most reports tell."""
    tellings = [
        Telling("e", "r1", "Leaf", 0.0, "at_least", 24, ""),
        Telling("e", "r2", "Post", 1.0, "at_least", 24, "clinic"),
        Telling("e", "r3", "Mail", 2.0, "exact", 48, "clinic"),
    ]
    (forest,) = trace_tellings(tellings)
    figures = origin_figures(tellings, [forest])
    assert OriginFigure("e", 24, Wording.AT_LEAST, "clinic") in figures


@pytest.mark.parametrize(
    ("words", "wording"),
    [
        ("at_least", Wording.AT_LEAST),
        ("No fewer than", Wording.AT_LEAST),
        ("up to", Wording.UP_TO),
        ("exact", Wording.PLAIN),
        ("", Wording.PLAIN),
    ],
)
def test_qualifiers_of_tables_are_read(words: str, wording: Wording) -> None:
    """Underscores and case do not matter; unknown words make nothing of a number."""
    assert wording_of(words) is wording


def test_events_without_a_figure_have_no_number() -> None:
    """Nothing is invented where no report has a value."""
    tellings = [Telling("e", "r1", "Leaf", 0.0, "", None, "clinic"), Telling("f", "r1", "Leaf", 0.0, "", 7, "clinic")]
    found = fused_numbers(tellings, tuple(trace_tellings(tellings)))
    assert [one.event for one in found] == ["f"]
    assert found[0].low <= found[0].best <= found[0].high


def test_an_empty_table_gives_nothing() -> None:
    """No reports, no numbers."""
    assert fused_numbers([], []) == ()


def test_the_order_of_reports_changes_nothing() -> None:
    """Shuffled rows give the same numbers."""
    tellings = [
        Telling(f"e{event}", f"r{report}", f"outlet{report}", float(report), "exact", 10 + event + report, "clinic")
        for event in range(6)
        for report in range(3)
    ]
    turned = tellings[::-1]
    first, second = (fused_numbers(some, tuple(trace_tellings(some))) for some in (tellings, turned))
    assert first == second
