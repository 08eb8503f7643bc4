"""Figures over time: what becomes a mark, how bounds are drawn, what stands behind the marks."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from figured import EVERY_KIND, FIRST, Said, figured
from reportedly.model.claim import Measure
from reportedly.model.codec import to_data
from reportedly.web.views.figures import FigureChart, FiguresView, figures_view
from reportedly.web.views.figures_marks import Bound, Part
from reportedly.web.views.figures_spec import ARROW, COLOURS, shape_of, tone_of

NUMBERS = st.integers(0, 50_000)
TELLINGS = st.tuples(NUMBERS, NUMBERS, st.sampled_from(list(Bound)[:4]), st.integers(0, 400))


def chart_of(*told: Said) -> FigureChart:
    """Return the chart of an event on which this was said; of every kind of figure where nothing is given."""
    dossier = figured(told or EVERY_KIND)
    (chart,) = figures_view(dossier, dossier.events[0].id).charts
    return chart


def layers(chart: FigureChart, kind: str) -> list[dict[str, Any]]:
    """Return the layers of a chart that draw one kind of mark."""
    assert chart.spec is not None
    return [one for one in chart.spec["layer"] if one["mark"]["type"] == kind]


def test_every_telling_is_a_mark() -> None:
    """Counted figures, those that the range leaves out and pages that relay are all there."""
    parts = [mark.part for mark in chart_of().marks]
    assert parts.count(Part.COUNTED) == 3
    assert parts.count(Part.BESIDE) == 2
    assert parts.count(Part.RELAYED) == 1


def test_marks_come_by_day() -> None:
    """A figure without a day stands last."""
    marks = chart_of(Said("A", 3, 3, (None,)), Said("B", 4, 4, (2,)), Said("C", 5, 5, (1,))).marks
    assert [mark.origin for mark in marks] == ["C", "B", "A"]


def test_an_at_least_points_upwards() -> None:
    """The shaft of a lower bound leads up from its number."""
    (shaft,) = [one for one in layers(chart_of(), "rule") if one["mark"].get("y2Offset", 0) < 0]
    assert shaft["transform"] == [{"filter": "datum.bound === 'at least'"}]
    assert shaft["mark"]["y2Offset"] == -ARROW


def test_an_up_to_points_downwards() -> None:
    """The shaft of an upper bound leads down from its number."""
    (shaft,) = [one for one in layers(chart_of(), "rule") if one["mark"].get("y2Offset", 0) > 0]
    assert shaft["transform"] == [{"filter": "datum.bound === 'up to'"}]


def test_a_range_is_a_bar() -> None:
    """A range reaches from its low to its high number."""
    (bar,) = [one for one in layers(chart_of(), "rule") if "range" in json.dumps(one.get("transform", ""))]
    assert (bar["encoding"]["y"]["field"], bar["encoding"]["y2"]["field"]) == ("low", "high")


def test_the_floor_rises_with_each_greater_at_least() -> None:
    """The stepped line holds the greatest lower bound told so far until the last day."""
    (line,) = layers(chart_of(), "line")
    assert [one["at"] for one in line["data"]["values"]] == [24, 33, 33]


def test_without_an_at_least_there_is_no_floor() -> None:
    """Plain figures draw no stepped line."""
    assert layers(chart_of(Said("A", 3, 3), Said("B", 5, 5, (1,))), "line") == []


def test_the_range_of_the_policy_lies_behind() -> None:
    """Where no model is told, the band is that of the named rule."""
    (band,) = layers(chart_of(), "rect")
    assert band["data"]["values"] == [{"low": 15, "high": 37}]


def test_one_figure_needs_no_chart() -> None:
    """A single telling is a table alone."""
    chart = chart_of(Said("A", 3, 3))
    assert chart.spec is None
    assert not chart.drawn


def test_figures_of_one_day_are_left_to_the_report_s_picture() -> None:
    """Nothing runs over time where all was told on one day."""
    chart = chart_of(Said("A", 36, 36), Said("B", 37, 37))
    assert chart.spec is None
    assert chart.drawn


def test_figures_of_one_day_stand_beside_each_other() -> None:
    """Two origins with one number on one day cover neither the other's mark."""
    spec = chart_of(Said("A", 36, 36), Said("B", 36, 36), Said("C", 40, 40, (5,))).spec
    assert spec is not None
    first, second = (row["x"] for row in spec["data"]["values"][:2])
    assert first != second


def test_far_apart_figures_have_a_logarithmic_scale() -> None:
    """Two figures, one a thousand times the other, can both be read."""
    spec = chart_of(Said("A", 12, 12), Said("B", 12_000, 12_000, (1,))).spec
    assert '"symlog"' in json.dumps(spec)


def test_a_page_that_tells_another_measure_says_so() -> None:
    """A relay is found by its number even where it changed what is counted; its label names that."""
    marks = chart_of(Said("A", 36, 36, (0, 1), relayed_as=Measure.CASUALTIES), Said("B", 40, 40)).marks
    assert [mark.label for mark in marks if mark.part is Part.RELAYED] == ["36 (casualties)"]


def test_the_view_is_json() -> None:
    """Rows, labels and specification of the page can be had by a program."""
    dossier = figured()
    data = to_data(figures_view(dossier, "evt-1"))
    assert data["charts"][0]["marks"][0]["day"] == FIRST.isoformat()
    assert data["charts"][0]["spec"]["$schema"].endswith("vega-lite/v6.json")


def test_colours_are_parameters() -> None:
    """No mark or axis bears a colour of its own, so that the page can set all of them."""
    spec = chart_of().spec
    assert spec is not None
    rest = json.dumps({name: value for name, value in spec.items() if name != "params"})
    assert "#" not in rest.replace(spec["$schema"], "")
    assert {one["name"] for one in spec["params"]} == {*COLOURS, "tones"}


def test_sixty_four_origins_are_told_apart() -> None:
    """Shape and colour together are another for each of 64 origins."""
    assert len({(shape_of(number), tone_of(number)) for number in range(64)}) == 64


def test_an_event_without_figures_has_no_chart() -> None:
    """Nothing is drawn where nothing is counted."""
    dossier = figured()
    bare = type(dossier)(dossier.documents, (), (), dossier.events, (), (), (), dossier.assessment)
    assert figures_view(bare, "evt-1") == FiguresView("evt-1", ())


@given(st.lists(TELLINGS, min_size=2, max_size=12))
def test_every_dated_figure_is_drawn_within_the_axes(told: list[tuple[int, int, Bound, int]]) -> None:
    """Whatever is said, each mark lies between nought and the top and each has a row."""
    said = []
    for row, (one, other, bound, day) in enumerate(told):
        low, high = min(one, other), max(one, other)
        low_end, high_end = {
            Bound.EXACT: (low, low),
            Bound.AT_LEAST: (low, None),
            Bound.UP_TO: (None, high),
            Bound.RANGE: (low, high),
        }[bound]
        said.append(Said(f"Origin {row}", low_end, high_end, (day,)))
    chart = chart_of(*said, Said("Another", 1, 1, (401,)))
    assert chart.spec is not None
    top = chart.spec["layer"][-1]["encoding"]["y"]["scale"]["domain"][1]
    rows = chart.spec["data"]["values"]
    assert len(rows) == len(told) + 1
    assert all(0 <= row["anchor"] < top for row in rows)
    assert all(date.fromisoformat(row["day"]) for row in rows)
