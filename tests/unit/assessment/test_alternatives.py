"""Rival readings are drawn from facts, each with what speaks for and against it."""

from __future__ import annotations

from dataclasses import replace

import pytest

import story
from reportedly.assessment.alternatives import alternatives
from reportedly.assessment.doubts import about_percent
from reportedly.assessment.reading import Reading
from reportedly.model.assessment import Section
from reportedly.model.evidence import Alarm, AlarmCode, Contest, Edge, EdgeKind, EdgeOption, Severity
from reportedly.model.reason import Reason
from told_events import Source, Told, assessed, cases, tell, texts


def readings(told: Told) -> list[str]:
    """Return the rival readings of one event."""
    return [finding.text for finding in alternatives(cases(told)[0])]


def contested() -> Told:
    """Return an event with two figures that cannot both hold."""
    told = tell((Source("Norland Army", 30, 2), Source("Lakeland Police", 60)))
    ids = tuple(one.id for one in told.testimonies)
    contest = Contest("the number killed", ids, Reason("figures-differ", "figures that cannot all hold"))
    return replace(told, evidence=replace(told.evidence, contests=(contest,)))


def test_a_denial_is_read_as_right() -> None:
    """What follows if the denial holds, what speaks for it and what against."""
    told = tell((Source("Norland Army", 30, 2, "Norland"), Source("Sudrian Ministry", 30, 1, "Sudria", denies=True)))
    assert readings(told)[0] == (
        "If the Sudrian Ministry is right, the Norland Army is wrong, and nothing else here supports it. For it speaks"
        " that nobody outside Norland affirms it; against it, that it has an interest of its own and the denial comes"
        " without a figure."
    )


def test_two_figures_can_be_of_two_things() -> None:
    """Figures that differ are no contradiction if they do not count the same."""
    assert readings(contested())[0].startswith(
        "The figures of the Norland Army (30) and Lakeland Police (60) do not contradict one another if"
    )


def test_one_error_stands_on_every_page() -> None:
    """Where many pages have one source, one error would stand on all of them."""
    assert readings(tell((Source("Lakeland Police", 30, 6),)))[-1].startswith(
        "One error of Lakeland Police would stand on all of the six pages that rely on it."
    )


def test_a_page_that_names_nobody_could_have_a_source_of_its_own() -> None:
    """The doubt on its lineage is told with its probability."""
    told = tell((Source("Lakeland Police", 30, 2), Source("", 30)))
    edges = told.evidence.lineage.edges
    copied = EdgeOption(EdgeKind.RELAYS, edges[0].claim_id, 0.8)
    last = replace(edges[-1], probability=0.2, alternatives=(copied,))
    told = replace(
        told, evidence=replace(told.evidence, lineage=replace(told.evidence.lineage, edges=(*edges[:-1], last)))
    )
    (text,) = [one for one in readings(told) if "source of its own" in one]
    assert "there would be two sources instead of one" in text
    assert "(about 80 %)" in text


def test_a_doubtful_origin_is_told_with_its_probability() -> None:
    """A source that may have it from another is named, with how probable that is."""
    told = tell((Source("Lakeland Police", 30), Source("Norland Army", 30)))
    standings = tuple(
        replace(one, probability=0.8) if one.origin.name == "Norland Army" else one
        for one in told.evidence.origins.origins
    )
    told = replace(told, evidence=replace(told.evidence, origins=replace(told.evidence.origins, origins=standings)))
    assert any(
        "If the Norland Army has it from another of these sources after all (about 20 %), there is one source fewer."
        in one
        for one in readings(told)
    )


def test_nameless_sources_of_one_briefing_count_once() -> None:
    """An alarm of one briefing is told as a reading."""
    told = tell((Source("senior official", 30), Source("local officials", 60)))
    ids = tuple(one.id for one in told.claims)
    alarm = Alarm("alm-x", AlarmCode.ONE_BRIEFING, Severity.SERIOUS, "two counts", "one briefing", ids)
    told = replace(told, evidence=replace(told.evidence, alarms=(alarm,)))
    assert any("count as one source if they spoke at one briefing" in one for one in readings(told))


def test_a_changed_word_can_be_the_better_one() -> None:
    """The pages that write ``killed`` for ``lost`` are read as right, with what that would take."""
    told = [one.text for one in story.assessment().findings if one.section is Section.ALTERNATIVES]
    assert any("with “killed” for “lost” only if they know more than" in text for text in told)


def test_a_view_has_no_rival_readings() -> None:
    """What origins cannot settle is not argued."""
    assert texts(assessed(tell((Source("", 30),))), Section.ALTERNATIVES) == []


@pytest.mark.parametrize(
    ("probability", "percent"), [(0.0, 5), (0.02, 5), (0.12, 10), (0.13, 15), (0.5, 50), (0.99, 95), (1.0, 95)]
)
def test_a_doubt_is_never_nought_nor_certain(probability: float, percent: int) -> None:
    """Probabilities of lineage are printed to the nearest five, within 5 and 95."""
    assert about_percent(probability) == percent


@pytest.mark.parametrize("turn", range(4))
@pytest.mark.parametrize(("supports", "opposes"), [("", ""), ("x is so", ""), ("", "y is so"), ("x is so", "y is so")])
def test_grounds_are_told_on_both_sides(turn: int, supports: str, opposes: str) -> None:
    """Every reading says what speaks for and against it, also where that is nothing."""
    text = Reading("it is otherwise", (), supports, opposes).text(turn)
    assert text.startswith("It is otherwise. ")
    assert (supports in text, opposes in text) == (True, True)


def test_edges_without_alternatives_say_nothing_of_copying() -> None:
    """A page of which nothing was worked out gets no probability."""
    told = tell((Source("Lakeland Police", 30, 2), Source("", 30)))
    assert all(isinstance(edge, Edge) and not edge.alternatives for edge in told.evidence.lineage.edges)
    assert not any("%" in one for one in readings(told))


def test_two_figures_of_one_source_are_no_rivals() -> None:
    """The figures set against each other are of two sources, also where one source gave the least and the greatest."""
    told = tell((Source("Doctors", 10), Source("Doctors ", 90), Source("Lakeland Police", 60)))
    first, second, third = told.testimonies
    said = (first, replace(second, origin=first.origin), third)
    contest = Contest("the number killed", tuple(one.id for one in said), Reason("figures-differ", "they differ"))
    text = readings(replace(told, testimonies=said, evidence=replace(told.evidence, contests=(contest,))))[0]
    assert "unnamed doctors (10) and Lakeland Police (60)" in text


def test_nobodys_figure_is_no_rival() -> None:
    """A figure that no page ascribes to anybody is not set against a source's."""
    told = tell((Source("Lakeland Police", 60), Source("", 10)))
    contest = Contest("the number killed", tuple(one.id for one in told.testimonies), Reason("figures-differ", "so"))
    told = replace(told, evidence=replace(told.evidence, contests=(contest,)))
    assert not any("contradict" in one or "both right" in one for one in readings(told))
