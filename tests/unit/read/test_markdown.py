"""Markdown as the text it stands for."""

from __future__ import annotations

import pytest

from captures import read_one
from reportedly.read.markdown import heading_of, plain_text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# Losses\n\nThirty **died** on *Monday*.", "Losses\n\nThirty died on Monday."),
        ("The [agency](https://a.example) said `30`.", "The agency said 30."),
        ("A line\nbroken by hand.", "A line broken by hand."),
        ("- one\n- two\n\nAfter.", "one\ntwo\n\nAfter."),
        ("1. one\n   - inner\n2. two", "one\ninner\ntwo"),
        ("> Quoted words.", "Quoted words."),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n\nAfter.", "a | b\n1 | 2\n\nAfter."),
        ("![a burning depot](x.jpg)", "a burning depot"),
        ("R&amp;D in snake_case, 5 * 3", "R&D in snake_case, 5 * 3"),
        ("<div>\nraw &amp; ready\n</div>", "raw & ready"),
        ("```\ncode\n```", "code"),
        ("-", ""),
    ],
)
def test_marks_go_and_words_stay(source: str, text: str) -> None:
    """Each kind of mark-up is read as its words."""
    assert plain_text(source) == text


def test_first_heading_is_the_title_and_stays_in_the_text() -> None:
    """A Markdown report without front matter takes its title from its heading."""
    document = read_one("# Losses *mount*\n\nThirty died.", "text/markdown")
    assert (document.title, document.text) == ("Losses mount", "Losses mount\n\nThirty died.")


def test_given_title_comes_first() -> None:
    """Front matter's title stands before the heading's."""
    assert read_one("Title: Given\n\n# Heading\n\nThirty died.", "text/markdown").title == "Given"


def test_heading_further_down_is_no_title() -> None:
    """A text that begins with a paragraph has no heading of its own."""
    assert heading_of("Thirty died.\n\n# Later") is None
