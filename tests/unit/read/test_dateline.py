"""Inferring the publication day from the text."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.model.document import DayBasis
from reportedly.read.dateline import infer_day

FOUND = [
    ("Friday, January 4, 2019\xa0\n\nA building fell down.", date(2019, 1, 4)),
    ("Monday, 16 December 2024\nThe agency said so.", date(2024, 12, 16)),
    ("Losses mount\nBy A. Writer\nMon 16 Dec 2024 14:05 GMT\nThe agency said so.", date(2024, 12, 16)),
    ("Tuesday, 3rd of June 2025\nThe agency said so.", date(2025, 6, 3)),
    ("ORRIN, 3 March 2025 - The ministry said so.", date(2025, 3, 3)),
    ("ORRIN, Monday, March 3, 2025 (Wire) — The ministry said so.", date(2025, 3, 3)),
    ("New Orrin, Vardan, March 3, 2025 – The ministry said so.", date(2025, 3, 3)),
    ("ORRIN (VARDAN), 25 OCT 89 (RADIO ORRIN) -- [TEXT] THE MINISTRY SAID SO.", date(1989, 10, 25)),
    ("Headline of the day\n\nORRIN, 3 JAN 05 -- The ministry said so.", date(2005, 1, 3)),
    ("Losses mount\nPublished: 16 December 2024\nThe agency said so.", date(2024, 12, 16)),
    ("Losses mount\nPublished on 2024-12-16 14:05\nThe agency said so.", date(2024, 12, 16)),
    ("Losses mount\nPosted: 16.12.2024\nThe agency said so.", date(2024, 12, 16)),
    ("ORRIN, Monday, March 3 - The ministry said so.\n\nIt began on 17 February 2025.", date(2025, 3, 3)),
]

NOT_FOUND = [
    "",
    "The agency said so.",
    "On Monday, 16 December 2024, the agency said that thirty died.",
    "16 December 2024\nThe agency said so.",
    "ORRIN, 3 March - The ministry said so. It began on 17 February 2025.",
    "ORRIN, Monday, March 3 - The ministry said so.",
    "ORRIN, Monday, March 4 - The ministry said so. It began on 17 February 2025.",
    "ORRIN, 31 February 2025 - The ministry said so.",
    "Incident log\nDate: 16 December 2024\nPlace: Orrin",
    "Updated: 16 December 2024\nThe agency said so.",
    "a\nb\nc\nd\ne\nFriday, January 4, 2019\nToo far down.",
    "Friday, January 4, 2019, was the day when the building fell.",
    "After the attack of 3 March 2025 - the worst so far - nobody spoke.",
    "Monday, January 4, 2019 - A building fell down.",
    "On Monday, 16 December 2024 - two days later - the agency said so.",
    "War broke out, 3 March 2025 - and nobody spoke.",
    "May 2025\nThe agency said so.",
]


@pytest.mark.parametrize(("text", "day"), FOUND)
def test_day_is_found(text: str, day: date) -> None:
    """Lines with weekday and date, labelled lines and wires' datelines give the day, marked as inferred."""
    published = infer_day(text).published
    assert published is not None
    assert (published.day, published.basis) == (day, DayBasis.INFERRED)


@pytest.mark.parametrize("text", NOT_FOUND)
def test_no_day_rather_than_a_wrong_one(text: str) -> None:
    """Days of events, days without a year and impossible days give nothing."""
    assert infer_day(text).published is None


def test_span_covers_the_words_of_the_date() -> None:
    """The span holds weekday and date and nothing else."""
    text = "Losses mount\n\nORRIN, Monday, 3 March 2025 - The ministry said so."
    published = infer_day(text).published
    assert published is not None
    assert published.span is not None
    assert published.span.of(text) == "Monday, 3 March 2025"


def test_disagreeing_weekday_gives_no_day_but_a_loss() -> None:
    """A weekday that does not fit is said, with the right one."""
    inferred = infer_day("Monday, January 4, 2019\n\nA building fell down.")
    assert inferred.published is None
    assert [(loss.code, "was a Friday" in loss.what) for loss in inferred.losses] == [("L122", True)]


def test_two_days_give_no_day_but_a_loss() -> None:
    """Two different days in the first lines contradict each other."""
    inferred = infer_day("Friday, January 4, 2019\nPublished: 6 January 2019\nA building fell down.")
    assert inferred.published is None
    assert [loss.code for loss in inferred.losses] == ["L123"]


def test_same_day_twice_is_no_contradiction() -> None:
    """A day stated twice is that day."""
    text = "Friday, January 4, 2019\nORRIN, 4 January 2019 - A building fell down."
    assert infer_day(text).published is not None
