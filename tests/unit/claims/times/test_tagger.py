"""Words of time mean these values and days; each expression says how that was worked out."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.claims.times.tagger import tag
from reportedly.model.times import AnchorKind, Bound, Granularity, TimeExpression, TimeType

MONDAY = date(2024, 12, 16)
NEW_YEAR = date(2025, 1, 2)


def only(text: str, reference: date | None = MONDAY, *, narrative: bool = False) -> TimeExpression:
    """Return the one expression of a text."""
    (found,) = tag(text, reference, narrative=narrative)
    return found


RANGES = [
    ("from 10 to 12 March", date(2024, 3, 20), "2024-03-10..2024-03-12"),
    ("between March 30 and April 2", date(2024, 4, 20), "2024-03-30..2024-04-02"),
    ("May 4-6", date(2024, 5, 20), "2024-05-04..2024-05-06"),
    ("December 30-January 1", NEW_YEAR, "2024-12-30..2025-01-01"),
    ("overnight March 3-4", date(2024, 3, 9), "2024-03-03..2024-03-04"),
    ("overnight into Friday", MONDAY, "2024-12-12..2024-12-13"),
    ("overnight", MONDAY, "2024-12-15..2024-12-16"),
    ("late August", MONDAY, "2024-08-21..2024-08-31"),
    ("mid-June", MONDAY, "2024-06-11..2024-06-20"),
    ("the second half of April", MONDAY, "2024-04-16..2024-04-30"),
    ("the first week of May", MONDAY, "2024-05-01..2024-05-07"),
    ("the week of December 2", MONDAY, "2024-12-02..2024-12-08"),
    ("the past week", MONDAY, "2024-12-09..2024-12-16"),
    ("the past 48 hours", MONDAY, "2024-12-14..2024-12-16"),
    ("Friday to Sunday", MONDAY, "2024-12-13..2024-12-15"),
    ("earlier this month", MONDAY, "2024-12-01..2024-12-16"),
    ("three days ago", MONDAY, "2024-12-13"),
]


@pytest.mark.parametrize(("text", "reference", "days"), RANGES, ids=[row[0] for row in RANGES])
def test_ranges_and_parts_cover_these_days(text: str, reference: date, days: str) -> None:
    """Ranges, nights and parts of months give the days that a careful reader would give."""
    assert str(only(text, reference).interval) == days


VALUES = [
    ("three weeks", "P3W", TimeType.DURATION),
    ("two and a half years", "P2.5Y", TimeType.DURATION),
    ("every two weeks", "P2W", TimeType.SET),
    ("daily", "P1D", TimeType.SET),
    ("last week", "2024-W50", TimeType.DATE),
    ("the third quarter", "2024-Q3", TimeType.DATE),
    ("this autumn", "2024-FA", TimeType.DATE),
    ("the 1990s", "199", TimeType.DATE),
    ("Saturday night", "2024-12-14TNI", TimeType.TIME),
    ("a year ago", "2023", TimeType.DATE),
    ("480 BC", "BC0480", TimeType.DATE),
]


@pytest.mark.parametrize(("text", "value", "kind"), VALUES, ids=[row[0] for row in VALUES])
def test_expressions_have_these_values(text: str, value: str, kind: TimeType) -> None:
    """Value and type are those of TIMEX3."""
    found = only(text)
    assert (found.value, found.type) == (value, kind)


def test_the_weekday_chooses_the_year() -> None:
    """At New Year a weekday tells which December is meant, without a warning where it is the nearest."""
    found = only("Tuesday, December 31", NEW_YEAR)
    assert (str(found.interval), found.warnings) == ("2024-12-31", ())


def test_a_year_that_only_the_weekday_explains_is_told() -> None:
    """Where the weekday fits no nearer year, the year that it chose is named."""
    found = only("Saturday, December 14", date(2025, 12, 20))
    assert (str(found.interval), len(found.warnings)) == ("2024-12-14", 1)


def test_a_weekday_that_disagrees_is_told() -> None:
    """A stated date keeps its day, and the weekday that does not fit is a warning."""
    found = only("Friday, December 14, 2024")
    assert found.warnings == ("Friday disagrees with 2024-12-14, a Saturday",)


BOUNDS = [("as of", Bound.AS_OF), ("since", Bound.SINCE), ("until", Bound.UNTIL), ("by", Bound.BY), ("on", Bound.AT)]


@pytest.mark.parametrize(("word", "bound"), BOUNDS, ids=[row[0] for row in BOUNDS])
def test_the_words_before_bound_the_days(word: str, bound: Bound) -> None:
    """Bounds are told apart and stay outside the words."""
    found = only(f"{word} December 10")
    assert (found.bound, found.span.start) == (bound, len(word) + 1)


def test_a_vague_time_names_its_policy_and_width() -> None:
    """``Recently`` has the days of a policy, and says so."""
    found = only("It fell recently.")
    assert (found.value, found.policy, found.width) == ("PAST_REF", "recently", 30)
    assert found.granularity is Granularity.VAGUE


def test_two_days_earlier_counts_from_the_day_told_before() -> None:
    """The anchor is the other day of the text."""
    found = tag("The raid of December 14 failed. Two days earlier drones came.", MONDAY)[1]
    assert (str(found.interval), found.anchor, str(found.anchor_day)) == ("2024-12-12", AnchorKind.TEXT, "2024-12-14")


def test_looking_ahead_finds_the_next_month() -> None:
    """The words of the clause tell that the month lies ahead."""
    assert str(only("Aid will come in February.", NEW_YEAR).interval) == "2025-02-01..2025-02-28"


def test_a_history_takes_the_year_from_what_it_told() -> None:
    """In a narrative a bare month is of the year told last."""
    found = tag("On 9 May 1864 they met. In August the siege began.", None, narrative=True)
    assert found[1].value == "1864-08"


def test_a_stray_year_does_not_move_a_history() -> None:
    """A year far away is an aside: the next day is still of the running year."""
    found = tag("In March 1864 they met, as told in 1905. On 4 August it ended.", None, narrative=True)
    assert found[2].value == "1864-08-04"


@pytest.mark.parametrize("text", ["They may leave", "2,000 troops", "1500 men", "a dozen", "He fell this way"])
def test_other_words_are_no_times(text: str) -> None:
    """Modals, counts and verbs are left alone."""
    assert tag(text, MONDAY) == ()


def test_without_a_reference_day_relative_words_have_no_days() -> None:
    """``Monday`` is found, and its day left open."""
    found = only("on Monday", None)
    assert (found.interval, found.value) == (None, "XXXX-WXX-1")
