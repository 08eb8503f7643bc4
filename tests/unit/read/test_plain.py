"""Reading text files and what their first lines say."""

from __future__ import annotations

from datetime import date

import pytest

from captures import loss_codes, read_one, refused
from reportedly.read.plain import split_front_matter


def test_file_without_front_matter_is_all_text() -> None:
    """The key is the file's name and nothing else is known."""
    document = read_one("Thirty died.\n")
    assert (document.key, document.text, document.title) == ("report.txt", "Thirty died.\n", None)


def test_lines_at_the_top_fill_the_fields() -> None:
    """Names in any case; the empty line ends them and is no text."""
    document = read_one(
        "Title: Losses mount\nOUTLET: The Lantern\npublished: 2024-12-16\nAddress: https://l.example\n\nThirty died."
    )
    assert (document.title, document.outlet, document.address) == ("Losses mount", "The Lantern", "https://l.example")
    assert (document.day, document.text) == (date(2024, 12, 16), "Thirty died.")


def test_block_between_dashes_fills_the_fields() -> None:
    """YAML-style front matter is read for the names that are known; quotes go."""
    document = read_one('---\ntitle: "Losses mount"\ntags: [war]\npublished: 2024-12-16\n---\n\nThirty died.')
    assert (document.title, document.day, document.text) == ("Losses mount", date(2024, 12, 16), "Thirty died.")


@pytest.mark.parametrize(
    "text",
    ["Title: the word stands here\nand the text goes on.", "Witness: I saw it.\n\nMore.", "---\nno end", "Title:\n\nx"],
)
def test_text_that_only_looks_like_front_matter_is_kept(text: str) -> None:
    """Without an empty line, with other names or without an end nothing is taken away."""
    assert split_front_matter(text).body == text


def test_line_ends_become_newlines() -> None:
    """Windows and old Mac line ends are stored as newlines."""
    assert read_one("a\r\nb\rc").text == "a\nb\nc"


def test_front_matter_alone_is_refused() -> None:
    """A file that only describes a report has no text."""
    assert refused("Title: Losses\n\n").code == "R201"


def test_bad_day_in_front_matter_is_recorded() -> None:
    """A day that is not ISO is said and not used."""
    document = read_one("Published: 16/12/2024\n\nThirty died.")
    assert document.published is None
    assert loss_codes(document) == ["L120"]


def test_guessed_encoding_is_recorded() -> None:
    """A file that is not UTF-8 is read and says so."""
    assert loss_codes(read_one("The café owner said “thirty” – no more.".encode("cp1252"))) == ["L110"]
