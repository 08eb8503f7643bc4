"""What holds of the tagger whatever the text."""

from __future__ import annotations

from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from reportedly.claims.times.tagger import tag

WORDS = st.sampled_from(
    "on in since by until from to between and the last next this past two three days weeks years ago earlier later "
    "Monday Friday, March May December 13 31, 14-15 2024 1999 early late mid- first half of week month year overnight "
    "recently soon will said was . \n\n every a BC the 1990s 5:30 p.m. spring quarter than".split(" ")
)
TEXTS = st.lists(WORDS, max_size=25).map(" ".join)
DAYS = st.dates(date(1990, 3, 1), date(2040, 12, 31))
RELATIVE = st.sampled_from(["yesterday", "today", "three days ago", "the past 24 hours", "two weeks ago", "tomorrow"])


@given(TEXTS, st.none() | DAYS)
def test_spans_quote_words_in_order_and_days_run_forward(text: str, reference: date | None) -> None:
    """Every span quotes words of the text, none overlaps another, and no interval ends before it begins."""
    end = 0
    for one in tag(text, reference):
        assert one.span.start >= end
        assert one.span.of(text).strip() == one.span.of(text) != ""
        assert one.interval is None or one.interval.first <= one.interval.last
        assert one.rule
        end = one.span.end


@given(TEXTS, DAYS)
def test_tagging_is_a_pure_function(text: str, reference: date) -> None:
    """The same text and day give the same expressions."""
    assert tag(text, reference) == tag(text, reference)


@given(RELATIVE, DAYS, st.integers(1, 400))
def test_relative_days_move_with_the_reference_day(words: str, reference: date, by: int) -> None:
    """Moving the reference day moves what is counted in days by as much."""
    moved = date.fromordinal(reference.toordinal() + by)
    (one,), (two,) = tag(words, reference), tag(words, moved)
    assert one.interval is not None
    assert two.interval is not None
    assert (two.interval.first - one.interval.first).days == by
    assert (two.interval.last - one.interval.last).days == by


@given(st.sampled_from(["last year", "a year ago", "two years ago", "this year"]), DAYS, st.integers(1, 30))
def test_years_move_with_the_year_of_the_reference_day(words: str, reference: date, years: int) -> None:
    """Shifting the reference day by whole years shifts what is counted in years."""
    moved = reference.replace(year=reference.year + years, day=min(reference.day, 28))
    (one,), (two,) = tag(words, reference), tag(words, moved)
    assert int(two.value) - int(one.value) == years


RAW_WORDS = st.sampled_from(
    "every each all other another same following previous coming morning afternoon evening night noon "
    "midnight dawn dusk minute hours days nights weeks fortnight months quarters decade centuries weekend "
    "weekday Sundays Wed. Sept. autumn fall once twice daily weekly hourly annually dozen hundred several "
    "couple second third 2nd 31st 30 29 0 00 99 '99 2024-02-30 2024-13-01 30.02.2024 02/30/2024 25:61 "
    "17:00 1700 GMT o'clock noon- AD B.C. New Year's Eve Christmas Easter of at or about nearly during "
    "within before after through till turn beginning end - – ; ' \r\n".split(" ")
)


@given(st.lists(WORDS | RAW_WORDS, max_size=12).map(" ".join), st.none() | st.dates())
@example("every afternoon", None)
@example("each other night", date(2031, 3, 4))
def test_no_sequence_of_time_words_raises(text: str, reference: date | None) -> None:
    """Whatever time words follow each other, and whatever the day, the tagger answers."""
    assert all(one.span.of(text) for one in tag(text, reference))
