"""Case and line flow given back without moving a character."""

from __future__ import annotations

import pytest

from reportedly.claims.casing import blocks, lost_case, readable, with_case
from reportedly.model.span import Span

SHOUTED = "GUNMEN KILLED THREE FARMERS IN THE VILLAGE OF TARN ON MONDAY, THE POLICE SAID."
WRAPPED = (
    "Gunmen stopped a bus on the road to the old quarry of Velt and made all of\n"
    "the passengers get off. A driver who came by later told the wardens of the\n"
    "quarry that he had seen three men on the ground, and that a fourth one was\n"
    "still alive when the ambulance came up from the harbour of Tarn two hours\n"
    "later. The wardens said nothing.\n"
)


def quoted(text: str) -> list[str]:
    """Return the words of each block."""
    return [span.of(text) for span in blocks(text)]


def test_capitals_become_the_case_of_print() -> None:
    """Common words go small, names and the sentence's first word keep a capital."""
    assert with_case(SHOUTED) == "Gunmen killed three farmers in the village of Tarn on Monday, the police said."


def test_a_new_sentence_begins_with_a_capital() -> None:
    """What stands behind a full stop opens a sentence."""
    assert ". The police" in with_case("GUNMEN KILLED THREE FARMERS. THE POLICE SAID NOTHING.")


def test_initials_stay() -> None:
    """Letters with points between them are initials."""
    assert "U.S. " in with_case("A CLERK OF THE U.S. MISSION WAS WOUNDED IN THE ATTACK.")


def test_an_acronym_given_in_brackets_stays() -> None:
    """What a teletype puts in brackets is written in capitals wherever it stands."""
    assert with_case("REBELS OF THE FRONT [QORL] ATTACKED; QORL SAID NOTHING.").count("QORL") == 2


def test_mixed_case_is_left_alone() -> None:
    """A text that has its case comes back as it is."""
    text = "Gunmen killed three FARMERS in the village of Tarn on Monday."
    assert with_case(text) == text


def test_a_short_stretch_has_lost_nothing() -> None:
    """A heading or an acronym is too short to tell."""
    assert not lost_case("QUARRY FIRE")


def test_a_letter_that_grows_when_small_moves_nothing() -> None:
    """Where a small letter takes two signs, the text stays as it is."""
    text = "İLVARAN IS WHERE THE GUNMEN KILLED A WATCHMAN ON MONDAY"
    assert with_case(text) == text


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_paragraph_is_read_as_one_line(end: str) -> None:
    """Line ends become blanks, one for each sign."""
    text = f"A nurse was{end}killed."
    assert readable(text, Span(0, len(text))) == f"A nurse was{' ' * len(end)}killed."


def test_lines_of_one_width_are_one_paragraph() -> None:
    """A typist's line breaks end no paragraph."""
    assert quoted(WRAPPED) == [WRAPPED.strip()]


def test_a_blank_line_ends_a_paragraph() -> None:
    """Runs of wrapped lines stand apart."""
    assert len(quoted(f"{WRAPPED}\n{WRAPPED}")) == 2


def test_short_lines_are_paragraphs() -> None:
    """A headline is not glued to the sentence below it."""
    assert quoted("Blast in Tarn\nThree miners died.\n\nThe pit was shut.") == [
        "Blast in Tarn",
        "Three miners died.",
        "The pit was shut.",
    ]
