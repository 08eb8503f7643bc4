"""The picture of a course: within its frame, readable, and the same in words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from reportedly.model.assessment import Likelihood
from reportedly.model.change import Course, Standing
from reportedly.model.claim import Measure
from reportedly.model.evidence import Estimate
from reportedly.model.posterior import Posterior
from reportedly.publish.course_picture import draw_course, estimate_label, likelihood_label

FIRST = date(2031, 3, 1)
LIKELY = Likelihood("likely", 0.55, 0.8, "ICD 203")


def estimate(low: int | None, best: int | None, high: int | None, posterior: Posterior | None = None) -> Estimate:
    """Build an estimate of the dead."""
    return Estimate(Measure.KILLED, "sailors", None, low, best, high, "a rule", (), posterior=posterior)


def on(at: int, pages: int, origins: int, number: Estimate | None, likelihood: Likelihood | None = None) -> Standing:
    """Build a day of a course."""
    day = FIRST + timedelta(at)
    return Standing(
        day, "evt-1", "a wreck", (), pages, ("Wire",), (), ("Port",), origins, 0.2, (), number, "C3", "low", None,
        likelihood, None, (),
    )  # fmt: skip


def course(days: int, number: Estimate | None) -> Course:
    """Build a course of so many days."""
    told = tuple(on(at, 2 + at, 1 + at // 4, number, LIKELY if at % 3 else None) for at in range(days))
    return Course("evt-1", "a wreck", told)


@pytest.mark.parametrize("days", [2, 5, 24, 60])
@pytest.mark.parametrize("number", [None, estimate(9, 12, 30), estimate(9, None, None), estimate(None, None, 40)])
def test_everything_lies_within_the_picture(days: int, number: Estimate | None) -> None:
    """No box, label or line leaves the frame, however many days there are."""
    drawn = draw_course(course(days, number))
    assert all(box.x >= 0 and box.x + box.width <= drawn.width for box in drawn.boxes)
    assert all(box.y >= 0 and box.y + box.height <= drawn.height and box.height >= 0 for box in drawn.boxes)
    assert all(0 <= label.x <= drawn.width and 0 < label.y <= drawn.height for label in drawn.labels)


def test_the_origins_are_drawn_within_their_pages() -> None:
    """Sixteen pages on one origin look like that: the origin's box is a sixteenth of that of the pages."""
    drawn = draw_course(Course("evt-1", "a wreck", (on(0, 2, 1, None), on(1, 16, 1, None))))
    pages, origins = ([box for box in drawn.boxes if box.role == role] for role in ("pages", "origin"))
    assert [round(one.height / two.height) for one, two in zip(pages, origins, strict=True)] == [2, 16]


def test_the_last_day_is_always_labelled() -> None:
    """Where not every day has room, the last one has."""
    drawn = draw_course(course(24, None))
    assert any(label.text == "24 Mar" for label in drawn.labels)


def test_words_stand_where_they_changed() -> None:
    """A grade that never moved is printed once."""
    drawn = draw_course(course(5, None))
    assert [label.text for label in drawn.labels].count("C3") == 1


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (None, ""),
        (estimate(200, 200, 200), "200"),
        (estimate(24, 24, None), "24 or more"),
        (estimate(100, 190, 300), "190 (100 to 300)"),
        (estimate(1, 2, 3, Posterior(150.4, 120, 180, 90.6, 240, (), ())), "150 (91 to 240)"),
    ],
)
def test_an_estimate_in_words(number: Estimate | None, words: str) -> None:
    """The posterior goes before the rule; a bound stays a bound."""
    assert estimate_label(number) == words


def test_a_likelihood_in_words() -> None:
    """Word and number, or none."""
    assert likelihood_label(on(0, 1, 1, None, LIKELY)) == "likely (55\u201380 %)"
    assert likelihood_label(on(0, 1, 1, None)) == "none"
