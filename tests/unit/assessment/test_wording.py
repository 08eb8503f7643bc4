"""Small words: numbers, plurals, lists, days, quotation marks."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.assessment.wording import count_word, counted, day_words, days, listed, percent, quoted, sentence
from reportedly.model.days import Days


@pytest.mark.parametrize(("number", "word"), [(0, "no"), (1, "one"), (10, "ten"), (11, "11"), (1200, "1,200")])
def test_counts_are_words_up_to_ten(number: int, word: str) -> None:
    """Counts up to ten are words, larger ones digits."""
    assert count_word(number) == word


@pytest.mark.parametrize(("number", "text"), [(0, "no pages"), (1, "one page"), (2, "two pages")])
def test_a_noun_takes_the_number_of_its_count(number: int, text: str) -> None:
    """One page, but two pages."""
    assert counted(number, "page") == text


@pytest.mark.parametrize(
    ("items", "text"), [((), ""), (("A",), "A"), (("A", "B"), "A and B"), (("A", "B", "C"), "A, B and C")]
)
def test_a_list_ends_in_and(items: tuple[str, ...], text: str) -> None:
    """The last name of a list follows ``and``."""
    assert listed(items) == text


def test_a_long_list_counts_its_rest() -> None:
    """Of nine names six are printed and three counted."""
    assert listed("ABCDEFGHI") == "A, B, C, D, E, F and three others"


def test_a_list_never_counts_a_rest_of_one() -> None:
    """A rest of one name is printed, since the name is no longer than its count."""
    assert listed("ABCDEFG").endswith("F and G")


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2024, 12, 14), date(2024, 12, 14), "on 14 December 2024"),
        (date(2024, 12, 13), date(2024, 12, 14), "from 13 to 14 December 2024"),
        (date(2024, 11, 30), date(2024, 12, 1), "from 30 November to 1 December 2024"),
        (date(2024, 12, 31), date(2025, 1, 1), "from 31 December 2024 to 1 January 2025"),
    ],
)
def test_an_interval_of_days_repeats_nothing(first: date, last: date, text: str) -> None:
    """Month and year stand once where both ends share them."""
    assert days(Days(first, last)) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("on 2024-12-14", "on 14 December 2024"),
        ("2024-12-13..2024-12-14", "13 to 14 December 2024"),
        ("2024-12-14..2024-12-14", "14 December 2024"),
        ("killed", "killed"),
    ],
)
def test_iso_days_are_written_out(text: str, words: str) -> None:
    """Prose has no ISO days."""
    assert day_words(text) == words


def test_a_quotation_inside_a_quotation_takes_single_marks() -> None:
    """Double marks inside are turned to single ones, so that the outer pair is found again."""
    assert quoted("he “saw” it") == "“he ‘saw’ it”"


def test_a_long_quotation_is_cut_at_a_word() -> None:
    """A quotation that runs on ends in an ellipsis after a whole word."""
    assert quoted("one two three", most=9) == "“one two …”"


def test_a_probability_is_printed_as_whole_percents() -> None:
    """An interval prints as the yardstick has it."""
    assert percent(0.55, 0.8) == "55-80 %"


def test_a_sentence_has_one_full_stop() -> None:
    """A sentence begins with a capital and ends with one stop."""
    assert sentence("it is  so.") == sentence("it is so") == "It is so."
