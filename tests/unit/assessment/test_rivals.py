"""What stands against the word that an event is named after must be told with it."""

from __future__ import annotations

from dataclasses import replace

from reportedly.assessment.case import Case
from reportedly.assessment.rivals import earlier_sentence, rival_sayings, rival_sentence
from told_events import Source, cases, tell


def disputed() -> Case:
    """Return an event on which one source counts 30, another 60, and a third agrees with the first."""
    told = tell((Source("Norland Army", 30, 3), Source("Lakeland Police", 60), Source("Doctors", 31)))
    return cases(told)[0]


def test_another_figure_is_told() -> None:
    """A second source with another number stands in the key judgements; one that agrees does not."""
    assert [one.origin.name for one in rival_sayings(disputed())] == ["Lakeland Police"]


def test_the_sentence_names_who_and_how_many() -> None:
    """The other figure is told with its source, in a clause of its own."""
    assert rival_sentence(disputed(), 0) == (
        "It is not the only figure: Lakeland Police says that 60 soldiers were killed."
    )


def test_agreement_has_no_rival() -> None:
    """Where all say the same there is nothing to tell."""
    (case,) = cases(tell((Source("Norland Army", 30), Source("Doctors", 31))))
    assert rival_sentence(case, 0) == ""


def revised() -> Case:
    """Return an event on which one source counted seven on three pages, and then nine on one."""
    told = tell((Source("Doctors", 7, 3), Source("Doctors ", 9)))
    first, second = told.testimonies
    second = replace(second, origin=first.origin, revises=first.id)
    (case,) = cases(replace(told, testimonies=(first, second)))
    return case


def test_what_was_replaced_does_not_lead() -> None:
    """The event is named after the source's present word, on however many pages the former one stands."""
    leading = revised().leading
    assert leading is not None
    assert leading.quantity is not None
    assert leading.quantity.low == 9


def test_what_was_replaced_is_told() -> None:
    """The former figure stands beside the present one."""
    assert earlier_sentence(revised()) == "It replaces an earlier figure of the same source, seven."
