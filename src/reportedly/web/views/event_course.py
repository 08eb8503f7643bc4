"""How belief in an event moved, day by day, as rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportedly.model.change import Course, Standing
from reportedly.publish.course_picture import estimate_label, likelihood_label


@dataclass(frozen=True, slots=True)
class CourseRow:
    """How the event stood on one day."""

    day: date | None
    pages: int
    independent: int
    surely_two: str
    """Probability of two independent origins or more, in words."""
    estimate: str
    grade: str
    confidence: str
    likelihood: str
    came: tuple[str, ...]
    """Pages that came since the day before."""
    address: str
    """The event as known on the day."""


@dataclass(frozen=True, slots=True)
class CourseView:
    """What the page of a course shows."""

    event_id: str
    heading: str
    rows: tuple[CourseRow, ...]


def course_view(course: Course) -> CourseView:
    """Return the page of a course."""
    rows = tuple(_row(course.event_id, one) for one in course.standings)
    return CourseView(course.event_id, course.label[:1].upper() + course.label[1:], rows)


def _row(event_id: str, one: Standing) -> CourseRow:
    day = f"?as_of={one.day}" if one.day else ""
    return CourseRow(
        one.day,
        one.pages,
        one.independent,
        f"{100 * one.at_least_two:.0f} %",
        f"{estimate_label(one.estimate)} {one.estimate.measure}" if one.estimate else "",
        one.grade,
        one.confidence,
        likelihood_label(one),
        one.new_pages,
        f"/event/{event_id}{day}",
    )
