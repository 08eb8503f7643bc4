"""Every count of a document: figures, victims without one, what they cover and who says it."""

from __future__ import annotations

import pytest

from counted import harmed, read
from reportedly.model.count import Count, Period, Victims


def only(text: str) -> Count:
    """Return the one count of a text."""
    (count,) = read(text)
    return count


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The blast killed 12 people.", 12, 12),
        ("At least 24 border guards were killed.", 24, None),
        ("Up to 40 miners were killed.", None, 40),
        ("Between 30 and 40 people were killed.", 30, 40),
        ("A man was shot dead in Velt on Monday.", 1, 1),
        ("Militants killed in Tarn", 2, None),
    ],
)
def test_a_count_has_its_bounds(text: str, low: int | None, high: int | None) -> None:
    """Numbers are bounded as the words say, a victim counts as one, a plural as two or more."""
    assert harmed(text) == [("killed", low, high)]


@pytest.mark.parametrize(("text", "stated"), [("Nine miners died.", True), ("A miner was killed.", False)])
def test_a_number_is_told_from_a_noun(text: str, stated: bool) -> None:
    """Only a number or number word is stated."""
    assert only(text).stated is stated


def test_counts_stand_in_the_order_of_the_text() -> None:
    """A victim without a number before a figure comes first."""
    text = "A nurse was killed and two others were wounded."
    assert [one.span.of(text) for one in read(text)] == ["A nurse", "two"]


def test_the_victim_of_a_figure_is_not_counted_again() -> None:
    """The noun beside a number is no second count."""
    assert len(read("Gunmen killed nine farmers.")) == 1


def test_of_leaves_the_article_out() -> None:
    """Whom a victim is, without ``a``."""
    assert only("A nurse was killed in Tarn.").quantity.of == "nurse"


def test_a_past_day_is_the_period() -> None:
    """A day's losses are no incident."""
    assert read("Two soldiers killed over past day in Tarn - army command")[0].period is Period.DAY


def test_a_total_since_a_year_is_cumulative() -> None:
    """``Since 2014`` covers more than an incident."""
    assert only("More than 3,000 people have been killed since 2014.").period is Period.CUMULATIVE


def test_soldiers_are_combatants() -> None:
    """The noun tells what sort of people are counted."""
    assert only("Four soldiers were killed in the battle.").victims is Victims.COMBATANT


def test_the_one_who_speaks_is_the_chain() -> None:
    """A count has the source of its sentence."""
    assert [link.name for link in only("Nine miners died, the mayor said.").chain] == ["mayor"]


def test_a_headline_is_signed() -> None:
    """Without a verb of saying, the signature is the source."""
    assert [link.name for link in only("Four miners killed in blast in Tarn: police").chain] == ["police"]


def test_the_documents_own_voice_has_no_chain() -> None:
    """Nobody is made up."""
    assert only("Nine miners died.").chain == ()


def test_a_figure_said_twice_is_again() -> None:
    """The second telling of the dead is marked."""
    text = "Four people were killed in Velt on Monday.\n\nThe four dead were miners."
    assert [one.again for one in read(text)] == [False, True]


def test_a_shouted_report_reads_like_a_printed_one() -> None:
    """Capitals change no number and no measure."""
    text = "Gunmen killed three farmers in the village of Tarn. A woman was wounded."
    assert harmed(text.upper()) == harmed(text)


@pytest.mark.parametrize("text", ["", " \n\n ", "Nothing happened in Tarn.", "The talks lasted six hours."])
def test_a_text_that_counts_nobody_has_no_counts(text: str) -> None:
    """Silence where there is nothing."""
    assert read(text) == ()


def test_probabilities_lie_between_0_and_1() -> None:
    """Both scores are probabilities."""
    counts = read("A nurse was killed and two others were wounded.")
    assert all(0 <= one.score <= 1 and 0 <= one.recorded <= 1 for one in counts)
