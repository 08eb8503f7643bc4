"""The drawn pictures: inside their frame, nothing over another."""

from __future__ import annotations

from dataclasses import replace

import pytest

import story
from reportedly.publish.figure_picture import FigureGroup, FigureRow, draw_figures
from reportedly.publish.labels import page_labels
from reportedly.publish.origin_picture import draw_origins
from reportedly.publish.routes import ways_of
from reportedly.publish.shapes import Box, Picture


def origins() -> Picture:
    """Draw the story's main event."""
    event, _, evidence = story.loss_event()
    return draw_origins(ways_of(story.dossier(), event, evidence, page_labels(story.documents())))


def overlap(left: Box, right: Box) -> bool:
    """Say whether two boxes share area."""
    across = left.x < right.x + right.width and right.x < left.x + left.width
    return across and left.y < right.y + right.height and right.y < left.y + left.height


def test_boxes_lie_within_the_picture() -> None:
    """Nothing is drawn outside."""
    drawn = origins()
    inside = [
        box.x >= 0 and box.x + box.width <= drawn.width and box.y + box.height <= drawn.height for box in drawn.boxes
    ]
    assert all(inside)


def test_boxes_do_not_overlap() -> None:
    """Every page, relay, change and origin can be read."""
    boxes = origins().boxes
    assert not [(a, b) for at, a in enumerate(boxes) for b in boxes[at + 1 :] if overlap(a, b)]


def test_a_change_is_written_out() -> None:
    """What changed stands in words, not in colour alone."""
    assert "measure: lost → killed" in [label.text for label in origins().labels]


def test_a_cut_label_keeps_its_full_text() -> None:
    """What does not fit is still there for a reader who asks."""
    assert all(label.full for label in origins().labels if label.text.endswith("…"))


@pytest.mark.parametrize(
    ("low", "high", "role", "arrows"),
    [(200, 200, "point", 0), (30, 40, "bar", 0), (24, None, "edge", 1), (None, 500, "edge", 1), (None, None, "", 0)],
)
def test_a_bound_is_an_arrow_and_a_range_a_bar(low: int | None, high: int | None, role: str, arrows: int) -> None:
    """A number, a range and a bound look different."""
    row = FigureRow("Norland Army", "label", low, high)
    drawn = draw_figures([FigureGroup("Killed", "policy", (), row)])
    assert [box.role.split()[-1] for box in drawn.boxes] == ([role] if role else [])
    assert sum(stroke.arrow for stroke in drawn.strokes) == arrows


def test_the_axis_starts_at_nought() -> None:
    """No figure looks larger than it is."""
    row = FigureRow("Norland Army", "label", 190, 200)
    ticks = [label.text for label in draw_figures([FigureGroup("Killed", "p", (), row)]).labels if label.role == "tick"]
    assert ticks[0] == "0"


def test_an_unsure_arrow_is_dashed() -> None:
    """A way whose arrow has a probability below 0.9 is drawn as unsure, a sure one is not."""
    event, _, evidence = story.loss_event()
    ways = ways_of(story.dossier(), event, evidence, page_labels(story.documents()))
    doubted = replace(ways, rows=(replace(ways.rows[0], probability=0.6), *ways.rows[1:]))
    assert not any("unsure" in stroke.role for stroke in draw_origins(ways).strokes)
    assert sum("unsure" in stroke.role for stroke in draw_origins(doubted).strokes) == 1
