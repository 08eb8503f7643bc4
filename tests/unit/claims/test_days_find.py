"""Time expressions mean the days that the codebook says."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.claims.days_find import find_days
from reportedly.model.days import Days
from reportedly.model.span import Span
from reportedly.model.times import Bound, Direction

MONDAY = "2024-12-16"
NEW_YEAR = "2025-01-02"
TABLE = [
    ("on Saturday", MONDAY, "2024-12-14"),
    ("on Monday", MONDAY, "2024-12-16"),
    ("last Monday", MONDAY, "2024-12-09"),
    ("yesterday", MONDAY, "2024-12-15"),
    ("today", MONDAY, "2024-12-16"),
    ("now", MONDAY, "2024-12-16"),
    ("tomorrow", MONDAY, "2024-12-17"),
    ("last night", MONDAY, "2024-12-15"),
    ("overnight", MONDAY, "2024-12-15..2024-12-16"),
    ("last week", MONDAY, "2024-12-09..2024-12-15"),
    ("next week", MONDAY, "2024-12-23..2024-12-29"),
    ("at the weekend", MONDAY, "2024-12-14..2024-12-15"),
    ("last month", MONDAY, "2024-11-01..2024-11-30"),
    ("last year", MONDAY, "2023-01-01..2023-12-31"),
    ("over the past two days", MONDAY, "2024-12-14..2024-12-16"),
    ("in the past 24 hours", MONDAY, "2024-12-15..2024-12-16"),
    ("three days ago", MONDAY, "2024-12-13"),
    ("on August 6", MONDAY, "2024-08-06"),
    ("on 6 August 2023", MONDAY, "2023-08-06"),
    ("2024-12-01", MONDAY, "2024-12-01"),
    ("December 13-14", MONDAY, "2024-12-13..2024-12-14"),
    ("from December 13 to 15", MONDAY, "2024-12-13..2024-12-15"),
    ("between 28 November and 3 December", MONDAY, "2024-11-28..2024-12-03"),
    ("in October", MONDAY, "2024-10-01..2024-10-31"),
    ("in early October", MONDAY, "2024-10-01..2024-10-31"),
    ("the first week of December", MONDAY, "2024-12-01..2024-12-07"),
    ("between January 2016 and March 2017", MONDAY, "2016-01-01..2017-03-31"),
    ("in 2014", MONDAY, "2014-01-01..2014-12-31"),
    ("from 2014 to 2016", MONDAY, "2014-01-01..2016-12-31"),
    ("the 1990s", MONDAY, "1990-01-01..1999-12-31"),
    ("in January of last year", MONDAY, "2023-01-01..2023-01-31"),
    ("on Tuesday, December 31", NEW_YEAR, "2024-12-31"),
    ("in December", NEW_YEAR, "2024-12-01..2024-12-31"),
]


def _only(text: str, published: str | None, direction: Direction = Direction.BACK, anchor: Days | None = None) -> str:
    day = date.fromisoformat(published) if published else None
    (found,) = find_days(text, Span(0, len(text)), day, direction, anchor)
    return str(found.days)


@pytest.mark.parametrize(("text", "published", "days"), TABLE, ids=[f"{row[0]} @ {row[1]}" for row in TABLE])
def test_expressions_mean_these_days(text: str, published: str, days: str) -> None:
    """Each expression gives its interval, worked out from the day of publication."""
    assert _only(text, published) == days


@pytest.mark.parametrize("text", ["on Monday", "yesterday", "last week", "on August 6", "in October"])
def test_without_a_publication_day_relative_words_give_no_day(text: str) -> None:
    """An article without a publication day gives no day to a bare weekday or a date without a year."""
    assert _only(text, None) == "None"


@pytest.mark.parametrize(("text", "days"), [("on Tuesday", "2024-12-17"), ("in March", "2025-03-01..2025-03-31")])
def test_what_looks_ahead_finds_days_after_publication(text: str, days: str) -> None:
    """In a forecast the weekday and the month are the next ones."""
    assert _only(text, MONDAY, Direction.AHEAD) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [("two days earlier", "2024-11-30"), ("the next day", "2024-12-03"), ("that night", "2024-12-02")],
)
def test_days_told_from_other_days_of_the_text(text: str, days: str) -> None:
    """``Two days earlier`` counts from the days that the text speaks of."""
    assert _only(text, MONDAY, anchor=Days.on(date(2024, 12, 2))) == days


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("as of December 14", Bound.AS_OF),
        ("since December 14", Bound.SINCE),
        ("by December 14", Bound.UNTIL),
        ("before December 14", Bound.BEFORE),
        ("on December 14", Bound.AT),
    ],
)
def test_the_preposition_gives_the_bound(text: str, bound: Bound) -> None:
    """``As of``, ``since``, ``by`` and ``before`` are told apart."""
    (found,) = find_days(text, Span(0, len(text)), date(2024, 12, 16), Direction.BACK, None)
    assert found.bound is bound


@pytest.mark.parametrize("text", ["They may leave", "He marched on", "31 people", "a decade"])
def test_other_words_are_no_days(text: str) -> None:
    """The modal ``may``, verbs and counts are no days."""
    assert find_days(text, Span(0, len(text)), date(2024, 12, 16), Direction.BACK, None) == ()


@pytest.mark.parametrize("text", ["in the near term", "recently", "several weeks ago"])
def test_vague_times_have_no_day(text: str) -> None:
    """The codebook gives no day to what the text leaves open."""
    (found,) = find_days(text, Span(0, len(text)), date(2024, 12, 16), Direction.BACK, None)
    assert found.days is None
